import { openKeyring } from "@fairdue/store";
import type { Command } from "commander";
import { pino } from "pino";
import { homeFolder, openBookDatabase } from "../config/database.ts";
import { ensurePages } from "../config/pages.ts";
import { prepareSecondBookBeside } from "../demo/beside.ts";
import type { DemoNotes } from "../demo/demo-notes.ts";
import { prepareDemo } from "../demo/prepare.ts";

import { forgetOldKeys } from "../http/idempotency/forget-old.ts";
import { appOf, listen, shellOf } from "../http/server.ts";
import { startSender } from "../webhooks/sender.ts";
import { countOption } from "./book-options.ts";
import { messageOf, usageError } from "./io.ts";
import { untilAskedToStop } from "./serve.ts";

type Options = { port: string; borrowers: string; months: string; serve: boolean; second: boolean };

export function register(program: Command): void {
  program
    .command("demo")
    .summary("a living book of 2,000 borrowers, made and served in one step")
    .description(
      "Starts the database, migrates it, makes a book by letting borrowers live for months through " +
        "the real engine, ledger and close of day, and serves it. Started again, it takes up the " +
        "book that is there and closes the days since. Remove .fairdue to begin anew.",
    )
    .option("--port <port>", "port to serve on; 0 takes a free one", "8420")
    .option("--borrowers <n>", "people in a new book", "2000")
    .option("--months <n>", "months that they have lived", "18")
    .option("--no-second", "leave out the second book, of real loans")
    .option("--no-serve", "make the book and end")
    .action(demo);
}

async function demo(options: Options): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    usageError(`--port: got ${options.port}, expected a whole number from 0 to 65535`);
  const wish = {
    borrowers: countOption("--borrowers", options.borrowers, 100_000),
    months: countOption("--months", options.months, 60),
  };
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  const database = await openBookDatabase({ connectionsMax: 20, tell });
  const [notes, second] = await Promise.all([
    prepareDemo(database, homeFolder(), wish),
    options.second ? prepareSecondBookBeside() : undefined,
  ]);
  if (!options.serve) {
    await database.close();
    return;
  }
  if (!(await ensurePages())) tell("the pages could not be built: the API alone is served");
  const log = pino({ level: process.env["FAIRDUE_LOG"] ?? "warn" }, pino.destination(2));
  const shell = shellOf(database, log, openKeyring(homeFolder(), process.env));
  const server = await listen(appOf(shell), { port, host: "127.0.0.1" }).catch((error: unknown) =>
    usageError(`--port: ${messageOf(error)}`),
  );
  process.stdout.write(whereToLook(notes, second, server.port));
  const sender = startSender(database, log);
  const stopForgetting = forgetOldKeys(database, log);
  await untilAskedToStop();
  await server.stop();
  await sender.stop();
  stopForgetting();
  await database.close();
}

function whereToLook({ bookId, key }: DemoNotes, second: string | undefined, port: number): string {
  const base = `http://127.0.0.1:${port}`;
  return `
Fairdue is running. 有度已就绪。

  Pages             ${base}/
  API reference     ${base}/docs
  The book          ${base}/v1/books/${bookId}
  Overdue accounts  ${base}/v1/accounts?bookId=${bookId}&isOverdue=true
  Trial balance     ${base}/v1/books/${bookId}/trial-balance${
    second === undefined ? "" : `\n  Real loans        ${base}/v1/books/${second}`
  }

  Key to everything in the demo (kept in .fairdue/demo.json):
    ${key}

  Try:    curl -H 'Authorization: Bearer ${key}' '${base}/v1/accounts?bookId=${bookId}&isOverdue=true&limit=3'
  Prove:  npm run fairdue -- verify --book ${bookId}
  Stop:   Ctrl-C; the book stays and the next start takes it up.
`;
}
