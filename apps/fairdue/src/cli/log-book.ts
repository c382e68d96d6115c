import { existsSync } from "node:fs";
import { entriesPath, parseVerifierKey, tilePath } from "@fairdue/proof";
import {
  type Database,
  loadCheckpoint,
  loadPublished,
  logSize,
  openKeyring,
  publishedPaths,
  sequenceAll,
  verifyGate,
  verifyLog,
} from "@fairdue/store";
import type { Command } from "commander";
import { homeFolder } from "../config/database.ts";
import { contactDesk } from "../gate/desk.ts";
import { place } from "../log/tile-folder.ts";
import { withBookDatabase } from "./book-options.ts";
import { printJson, usageError } from "./io.ts";

/** The parts of `fairdue log` that work on the log of this installation's database. */
export function registerBookLog(log: Command): void {
  log
    .command("sequence")
    .description(
      "gives what waits its place in the log and signs a checkpoint (serve does it itself)",
    )
    .action(() => withBookDatabase(sequence));
  log
    .command("export")
    .description("writes the log as a folder of tiles that any web server can publish")
    .requiredOption("--out <folder>", "a folder that does not exist yet")
    .action((options: { out: string }) => withBookDatabase((it) => exportLog(it, options.out)));
  log
    .command("verify")
    .description(
      "re-derives the whole log from its rows and names every row that was changed; exit code 1 if any",
    )
    .option("--key <key>", "the log's key that you trust (default: this installation's)")
    .action((options: { key?: string }) => withBookDatabase((it) => verify(it, options.key)));
}

async function sequence(database: Database): Promise<void> {
  printJson({ size: await sequenceAll(database, { key: ownDesk(database).logKey }) });
}

async function exportLog(database: Database, out: string): Promise<void> {
  if (existsSync(out)) usageError(`--out: ${out} exists; a log is written once`);
  const checkpoint = await loadCheckpoint(database);
  const size = await logSize(database);
  if (checkpoint === undefined || size === undefined)
    usageError("the log has no checkpoint yet: run `fairdue log sequence` first");
  for (const { path, isEntries } of publishedPaths(size)) {
    const name = isEntries ? entriesPath(path.index, path.width) : tilePath(path);
    const content = await loadPublished(database, name);
    if (content === undefined) usageError(`the log has no ${name}: run \`fairdue log verify\``);
    await place(out, name, content);
  }
  await place(out, "checkpoint", checkpoint);
  printJson({ out, size });
}

async function verify(database: Database, given: string | undefined): Promise<void> {
  const key = given === undefined ? undefined : parseVerifierKey(given);
  if (key?.ok === false) usageError(`--key: ${key.refusal.reason}`);
  const log = await verifyLog(database, { key: key?.value ?? ownDesk(database).logKey });
  const report = { ...log, faults: [...log.faults, ...(await verifyGate(database))] };
  for (const it of report.faults)
    process.stderr.write(`log verify: ${it.table} ${it.row}: ${it.says.en}（${it.says.zh}）\n`);
  printJson(report);
  if (report.faults.length > 0) process.exitCode = 1;
}

function ownDesk(database: Database): ReturnType<typeof contactDesk> {
  return contactDesk({ database, keyring: openKeyring(homeFolder(), process.env) });
}
