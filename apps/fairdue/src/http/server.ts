import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type IdKind, idPrefixes, type InstantMs } from "@fairdue/kernel";
import { type Database, type Keyring, openVault, productsOf } from "@fairdue/store";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { type Authenticate, firstOf } from "./auth/actor.ts";
import { apiKeys } from "./auth/api-key.ts";
import { sessions } from "./auth/session.ts";
import { composeApp } from "./compose/app.ts";
import type { Shell } from "./compose/shell.ts";
import type { PaymentGateway } from "../payments/gateway.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { modules } from "./modules.ts";

export type Surroundings = {
  readonly payments?: PaymentGateway;
  readonly sandbox?: Sandbox;
};

/** The real world as modules see it. */
export function shellOf(
  database: Database,
  log: Logger,
  keyring: Keyring,
  { payments, sandbox }: Surroundings = {},
): Shell {
  return {
    payments: payments ?? sandbox?.bank ?? null,
    sandbox: sandbox ?? null,
    database,
    keyring,
    vault: openVault(keyring),
    products: productsOf(database),
    now: () => Date.now() as InstantMs,
    newId: (kind: IdKind) => `${idPrefixes[kind]}_${timeOrderedId()}`,
    log,
  };
}

/** UUID version 7 (RFC 9562 §5.7): rises with time, so that new rows land beside each other. */
export function timeOrderedId(): string {
  const random = randomUUID();
  const at = Date.now().toString(16).padStart(12, "0");
  return `${at.slice(0, 8)}-${at.slice(8)}-7${random.slice(15)}`;
}

/** Every way of saying who asks that this server knows, in the order of asking. */
export function authenticators(shell: Shell): Authenticate {
  return firstOf([apiKeys(shell.database, shell.now), sessions(shell.database, shell.now)]);
}

export function appOf(shell: Shell): Hono {
  return composeApp({ shell, modules, authenticate: authenticators(shell) });
}

export type RunningServer = {
  readonly port: number;
  /** Takes no new request, lets those under way end within ten seconds, then closes. */
  stop(): Promise<void>;
};

const graceMs = 10_000;

export async function listen(
  app: Hono,
  of: { readonly port: number; readonly host: string },
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(of.port, of.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : of.port,
    stop: () =>
      new Promise((resolve) => {
        const hurry = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(hurry);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
