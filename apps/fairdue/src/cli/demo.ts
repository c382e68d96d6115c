import { openKeyring } from "@fairdue/store";
import type { Command } from "commander";
import { pino } from "pino";
import { homeFolder, openBookDatabase } from "../config/database.ts";
import { type DemoWorld, ForeignBooks, prepareDemo, type ReadyDemo } from "../demo/prepare.ts";
import { whereToLook } from "../demo/where-to-look.ts";
import { runInstallation } from "../installation/run.ts";
import { openSandbox } from "../sandbox/sandbox.ts";
import { countOption } from "./book-options.ts";
import { messageOf, usageError } from "./io.ts";
import { portOption, untilAskedToStop } from "./serve.ts";

type Options = { port: string; borrowers: string; months: string; serve: boolean; second: boolean };

/** Days before today on which the desk of the demo contacts people. */
const deskDays = 24;

export function register(program: Command): void {
  program
    .command("demo")
    .summary("a living book of 2,000 borrowers, made and served in one step")
    .description(
      "Starts the database, migrates it, makes a book by letting borrowers live for months through " +
        "the real engine, ledger and close of day, lets staff contact those who are overdue through " +
        "the real gate, and serves it with pages, a telephone and a bank to play with. Started " +
        "again, it takes up the book that is there and closes the days since; one that was cut off " +
        "half-way is thrown away. Remove .fairdue to begin anew.",
    )
    .option("--port <port>", "port to serve on; 0 takes a free one", "8420")
    .option("--borrowers <n>", "people in a new book", "2000")
    .option("--months <n>", "months that they have lived", "18")
    .option("--no-second", "leave out the second book, of real loans")
    .option("--no-serve", "make the book and end")
    .action(demo);
}

async function demo(options: Options): Promise<void> {
  const port = portOption(options.port);
  const wish = {
    borrowers: countOption("--borrowers", options.borrowers, 100_000),
    months: countOption("--months", options.months, 60),
    deskDays,
    hasSecondBook: options.second,
  };
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  const world = {
    database: await openBookDatabase({ connectionsMax: 20, tell }),
    keyring: openKeyring(homeFolder(), process.env),
    log: pino({ level: process.env["FAIRDUE_LOG"] ?? "warn" }, pino.destination(2)),
    home: homeFolder(),
    sandbox: await openSandbox(),
  };
  const ready = await prepareDemo(world, wish).catch(async (error: unknown) => {
    if (!(error instanceof ForeignBooks)) throw error;
    await world.database.close();
    return usageError(
      `FAIRDUE_HOME: got a database with book ${error.message}, expected one of its own: ` +
        "the demo's logins are public",
    );
  });
  if (options.serve) return await serveDemo(world, ready, port);
  await world.sandbox.phone.stop();
  await world.database.close();
}

async function serveDemo(world: DemoWorld, ready: ReadyDemo, port: number): Promise<void> {
  const running = await runInstallation({
    ...world,
    environment: process.env,
    port,
    host: "127.0.0.1",
  }).catch((error: unknown) => usageError(`--port: ${messageOf(error)}`));
  process.stdout.write(whereToLook(ready, running.port));
  await untilAskedToStop();
  await running.stop();
}
