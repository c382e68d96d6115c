import { join } from "node:path";
import type { Command } from "commander";
import { type BookDatabase, homeFolder, openBookDatabase } from "../config/database.ts";
import { examine } from "../ops/examine.ts";
import { printJson } from "./io.ts";

const marks = { well: "✓", look: "!", broken: "✗" } as const;

export function register(program: Command): void {
  program
    .command("doctor")
    .summary("look at everything that usually goes wrong, and say what to do")
    .description("Exit code 1 when something is broken. Changes nothing.")
    .option("--json", "findings as JSON")
    .action(async (options: { json?: boolean }) => {
      const database = await open();
      const findings = await examine(database, {
        home: homeFolder(),
        pages: join(import.meta.dirname, "../../../web/dist"),
        environment: process.env,
        nowMs: Date.now(),
      });
      if (!(database instanceof Error)) await database.close();
      if (options.json) printJson(findings);
      else
        for (const it of findings) {
          process.stdout.write(`${marks[it.state]} ${it.check}: ${it.found}\n`);
          if (it.remedy !== null) process.stdout.write(`    ${it.remedy}\n`);
        }
      if (findings.some((it) => it.state === "broken")) process.exitCode = 1;
    });
}

async function open(): Promise<BookDatabase | Error> {
  try {
    return await openBookDatabase({ connectionsMax: 2, isMigrated: false });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
