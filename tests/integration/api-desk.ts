import { scopes, type Scope } from "@fairdue/api";
import { catalogue, declared } from "@fairdue/credit";
import { day, type EpochDay, instantOf, parseCurrency, parseZone, present } from "@fairdue/kernel";
import { createBook, keyringFrom, newKeyFile, saveProduct } from "@fairdue/store";
import type { Hono } from "hono";
import { pino } from "pino";
import { makeApiKey } from "../../apps/fairdue/src/http/auth/api-key.ts";
import { composeApp } from "../../apps/fairdue/src/http/compose/app.ts";
import type { Shell } from "../../apps/fairdue/src/http/compose/shell.ts";
import { modules } from "../../apps/fairdue/src/http/modules.ts";
import { authenticators, shellOf, type Surroundings } from "../../apps/fairdue/src/http/server.ts";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";

/** A server on a fresh database, and a caller with a key to everything. */
export type Desk = {
  readonly database: TestDatabase;
  readonly app: Hono;
  readonly shell: Shell;
  /** Moves the clock of the server to ten in the morning of a day. */
  goTo(on: EpochDay): void;
  readonly key: string;
  keyWith(granted: readonly Scope[], actor?: string): Promise<string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts JSON with a new idempotency key unless `headers` has one. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
};

let keys = 0;
const hourMs = 3_600_000;
const shanghai = present(parseZone("Asia/Shanghai"), "a zone");

export async function openDesk(
  firstDay: EpochDay = day("2026-03-02"),
  around: Surroundings = {},
): Promise<Desk> {
  const database = await openTestDatabase();
  const clock = { at: instantOf(shanghai, firstDay, 10 * hourMs) };
  const shell: Shell = {
    ...shellOf(
      database,
      pino({ level: process.env["FAIRDUE_LOG"] ?? "silent" }),
      keyringFrom(newKeyFile()),
      around,
    ),
    now: () => clock.at,
  };
  const app = composeApp({
    shell,
    modules,
    authenticate: authenticators(shell),
    checksAnswers: true,
  });
  const key = await makeApiKey(database, { actor: "desk", scopes: [...scopes] });
  await database.transaction(async (tx) => {
    await createBook(tx, {
      bookId: "retail",
      name: { en: "Retail", zh: "零售" },
      currency: present(parseCurrency("CNY"), "a currency"),
      zone: "Asia/Shanghai",
      closedThrough: (firstDay - 1) as EpochDay,
    });
    for (const declaration of catalogue) await saveProduct(tx, declared(declaration));
  });
  const headersOf = (more: Record<string, string> = {}): Record<string, string> => ({
    authorization: `Bearer ${key}`,
    ...more,
  });
  return {
    database,
    app,
    shell,
    goTo: (on) => {
      clock.at = instantOf(shanghai, on, 10 * hourMs);
    },
    key,
    keyWith: (granted, actor = "other") => makeApiKey(database, { actor, scopes: granted }),
    get: async (path, headers) => app.request(path, { headers: headersOf(headers) }),
    post: async (path, body, headers) =>
      app.request(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: headersOf({
          "content-type": "application/json",
          "idempotency-key": `key-${(keys += 1)}`,
          ...headers,
        }),
      }),
    close: () => database.drop(),
  };
}
