import { migrate, migrationStatus, schemaVersion } from "@fairdue/store";
import type { Command } from "commander";
import { withBookDatabase } from "./book-options.ts";
import { messageOf, printJson, usageError } from "./io.ts";

export function register(program: Command): void {
  const command = program
    .command("migrate")
    .summary("bring the schema of the database up to date")
    .description(
      "Runs every migration that has not run yet, each in a transaction of its own. With " +
        "--distributed, on a Citus coordinator, the tables of borrowers are sharded by borrower.",
    )
    .option("--distributed", "spread the tables over the nodes of a Citus cluster", false)
    .action(run);
  command
    .command("status")
    .summary("which migrations have run, and which are still to run")
    .action(status);
}

async function run(options: { distributed: boolean }): Promise<void> {
  await withBookDatabase(
    async ({ ownerUrl }) => {
      const ran = await migrate(ownerUrl, {
        isDistributed: options.distributed,
        tell: (line) => process.stderr.write(`${line}\n`),
      }).catch((error: unknown) => usageError(`migrate: ${messageOf(error)}`));
      printJson({ schemaVersion: schemaVersion(), ran });
    },
    { isMigrated: false },
  );
}

async function status(): Promise<void> {
  await withBookDatabase(async ({ ownerUrl }) => printJson(await migrationStatus(ownerUrl)), {
    isMigrated: false,
  });
}
