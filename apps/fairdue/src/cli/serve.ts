import { openKeyring } from "@fairdue/store";
import type { Command } from "commander";
import { pino } from "pino";
import { homeFolder, openBookDatabase } from "../config/database.ts";
import { readNotes } from "../demo/demo-notes.ts";
import { runInstallation } from "../installation/run.ts";
import { openSandbox, wantsSandbox } from "../sandbox/sandbox.ts";
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
  const port = portOption(options.port);
  const { host } = options;
  if (readNotes(homeFolder()) && !isOwnMachine(host))
    usageError(
      `--host: got ${host}, expected 127.0.0.1: the logins of the demo in ${homeFolder()} are public`,
    );
  const log = pino({ level: process.env["FAIRDUE_LOG"] ?? "info" }, pino.destination(2));
  const running = await runInstallation({
    database: await openBookDatabase({ connectionsMax: 20, tell: (line) => log.info(line) }),
    keyring: openKeyring(homeFolder(), process.env),
    log,
    home: homeFolder(),
    environment: process.env,
    sandbox: wantsSandbox(process.env) ? await openSandbox() : null,
    port,
    host,
  }).catch((error: unknown) => usageError(`--port: ${messageOf(error)}`));
  process.stdout.write(`serving http://${host}:${running.port} (reference at /docs)\n`);
  await untilAskedToStop();
  log.info("stopping");
  await running.stop();
}

export function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    usageError(`--port: got ${text}, expected a whole number from 0 to 65535`);
  return port;
}

function isOwnMachine(host: string): boolean {
  return ["127.0.0.1", "::1", "localhost"].includes(host);
}

export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
