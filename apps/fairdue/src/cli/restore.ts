import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { restore } from "@fairdue/store";
import type { Command } from "commander";
import { messageOf, printJson, usageError } from "./io.ts";

export function register(program: Command): void {
  program
    .command("restore")
    .summary("put a backup into an empty database and check every table")
    .description(
      "The database is the one at --into (an address with the owner's rights). All of it is there " +
        "afterwards, or nothing. Run `fairdue verify` next. See docs/runbooks/backup.md.",
    )
    .requiredOption("--from <folder>", "folder that `fairdue backup` wrote")
    .requiredOption("--into <url>", "postgres:// address of an empty database")
    .action(async (options: { from: string; into: string }) => {
      const folder = resolve(options.from);
      if (!existsSync(join(folder, "manifest.json")))
        usageError(`--from: got ${options.from}, expected a folder with a manifest.json`);
      try {
        const manifest = await restore(options.into, folder, (line) =>
          process.stderr.write(`  ${line}\n`),
        );
        printJson({ restored: folder, takenAt: manifest.takenAt, tables: manifest.tables.length });
      } catch (error) {
        usageError(`restore: ${messageOf(error)}`);
      }
    });
}
