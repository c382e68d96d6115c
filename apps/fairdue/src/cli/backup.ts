import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { backUp } from "@fairdue/store";
import type { Command } from "commander";
import { openBookDatabase } from "../config/database.ts";
import { printJson, usageError } from "./io.ts";

export function register(program: Command): void {
  program
    .command("backup")
    .summary("copy the whole database as it stands at one instant, while it runs")
    .description(
      "Writes one compressed file a table and a manifest with digests into an empty folder. Personal " +
        "data stay sealed; keep the key file elsewhere. See docs/runbooks/backup.md.",
    )
    .requiredOption("--out <folder>", "an empty or new folder")
    .action(async ({ out }: { out: string }) => {
      const folder = resolve(out);
      if (existsSync(folder) && readdirSync(folder).length > 0)
        usageError(`--out: got ${out}, expected an empty or new folder`);
      const database = await openBookDatabase({ connectionsMax: 1, isMigrated: false });
      try {
        const manifest = await backUp(database.ownerUrl, folder, (line) =>
          process.stderr.write(`  ${line}\n`),
        );
        printJson({
          folder,
          takenAt: manifest.takenAt,
          tables: manifest.tables.length,
          rows: manifest.tables.reduce((sum, it) => sum + it.rows, 0),
          manifest: join(folder, "manifest.json"),
        });
      } finally {
        await database.close();
      }
    });
}
