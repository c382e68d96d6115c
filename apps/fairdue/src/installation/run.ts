import type { Keyring } from "@fairdue/store";
import type { Logger } from "pino";
import { startContactWork } from "../channels/start.ts";
import type { BookDatabase } from "../config/database.ts";
import { ensurePages } from "../config/pages.ts";
import { startRounds } from "../forbearance/rounds.ts";
import { forgetOldKeys } from "../http/idempotency/forget-old.ts";
import { appOf, listen, shellOf } from "../http/server.ts";
import { startDebits } from "../payments/debits.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { startPublishing } from "../supervision/publish.ts";
import { startSender } from "../webhooks/sender.ts";

export type Installation = {
  readonly database: BookDatabase;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly port: number;
  readonly host: string;
  /** The telephone network and the bank that it plays with; null for the real world. */
  readonly sandbox: Sandbox | null;
};

export type RunningInstallation = {
  readonly port: number;
  /** Lets what is under way end, then closes everything, the database as well. */
  stop(): Promise<void>;
};

/**
 * All that runs in an installation: API and pages, messages that leave, the log that grows, debits
 * that fall due, figures for supervision, webhooks.
 * `serve` and `demo` differ by what is in the book, and in nothing else.
 * @throws when the port is taken.
 */
export async function runInstallation(it: Installation): Promise<RunningInstallation> {
  const { database, keyring, log, home, sandbox } = it;
  const shell = shellOf(database, log, keyring, sandbox === null ? {} : { sandbox });
  if (!(await ensurePages())) log.warn("the pages could not be built: the API alone is served");
  const server = await listen(appOf(shell), { port: it.port, host: it.host });
  const sender = startSender({ database, keyring, log });
  const stopForgetting = forgetOldKeys(database, log);
  const stopRounds = startRounds(shell);
  const environment = withSandbox(it.environment, sandbox);
  const { vault } = shell;
  const contacts = startContactWork({ database, vault, keyring, home, environment, log });
  const publishing = startPublishing(shell);
  const debits = shell.payments === null ? null : startDebits(shell);
  return {
    port: server.port,
    stop: async () => {
      await server.stop();
      stopForgetting();
      stopRounds();
      await Promise.all([sender.stop(), contacts.stop(), publishing.stop(), debits?.stop()]);
      await sandbox?.phone.stop();
      await database.close();
    },
  };
}

/** Texts go to the sandbox's own telephone network, whatever else the environment names. */
export function withSandbox(
  environment: Installation["environment"],
  sandbox: Sandbox | null,
): Installation["environment"] {
  return sandbox === null ? environment : { ...environment, FAIRDUE_SMPP_URL: sandbox.phone.url };
}
