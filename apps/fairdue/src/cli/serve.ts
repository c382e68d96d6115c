import type { Command } from "commander";
import { pino } from "pino";
import { openKeyring } from "@fairdue/store";
import { homeFolder, openBookDatabase } from "../config/database.ts";
import { ensurePages } from "../config/pages.ts";
import { forgetOldKeys } from "../http/idempotency/forget-old.ts";
import { appOf, listen, shellOf } from "../http/server.ts";
import { startContactWork } from "../channels/start.ts";
import { startSender } from "../webhooks/sender.ts";
import { messageOf, usageError } from "./io.ts";

type Options = { port: string; host: string };

export function register(program: Command): void {
  program
    .command("serve")
    .summary("serve the API, its reference and the pages")
    .description(
      "Starts the database (embedded, or the one named by FAIRDUE_DATABASE_URL), migrates it and " +
        "serves the API on --port; the reference is at /docs. Ends on SIGTERM or SIGINT when the " +
        "requests under way are done. Make a key with `fairdue key create`.",
    )
    .option("--port <port>", "port to listen on; 0 takes a free one", "8420")
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .action(serve);
}

async function serve(options: Options): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    usageError(`--port: got ${options.port}, expected a whole number from 0 to 65535`);
  const log = pino({ level: process.env["FAIRDUE_LOG"] ?? "info" }, pino.destination(2));
  const database = await openBookDatabase({ connectionsMax: 20, tell: (line) => log.info(line) });
  const keyring = openKeyring(homeFolder(), process.env);
  const shell = shellOf(database, log, keyring);
  if (!(await ensurePages())) log.warn("the pages could not be built: the API alone is served");
  const server = await listen(appOf(shell), { port, host: options.host }).catch((error: unknown) =>
    usageError(`--port: ${messageOf(error)}`),
  );
  process.stdout.write(`serving http://${options.host}:${server.port} (reference at /docs)\n`);
  const sender = startSender(database, log);
  const stopForgetting = forgetOldKeys(database, log);
  const { vault } = shell;
  const around = { home: homeFolder(), environment: process.env, log };
  const contacts = startContactWork({ database, vault, keyring, ...around });
  await untilAskedToStop();
  log.info("stopping");
  await server.stop();
  stopForgetting();
  await Promise.all([sender.stop(), contacts.stop()]);
  await database.close();
}

export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
