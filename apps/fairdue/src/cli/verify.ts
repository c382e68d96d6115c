import { availableParallelism } from "node:os";
import { verifyBook, type VerifyReport } from "@fairdue/store";
import type { Command } from "commander";
import { booksNamed, countOption, withBookDatabase } from "./book-options.ts";
import { printJson } from "./io.ts";

type Options = { workers: string; book?: string };

/** Differences named one by one; beyond them only their number is told. */
const namedMax = 1_000;

export function register(program: Command): void {
  program
    .command("verify")
    .summary("rebuild every account from its events and compare all that is on record")
    .description(
      "Folds every account anew and compares state, schedules, statements, journal and totals to " +
        "the last unit. Names each difference on standard error and exits 1 if there is one. " +
        "Reads one snapshot; the book may go on meanwhile. Report as JSON: docs/cli/verify.md",
    )
    .option("--workers <n>", "threads", String(Math.min(8, availableParallelism())))
    .option("--book <id>", "the book to verify (default: every book)")
    .action(verify);
}

async function verify(options: Options): Promise<void> {
  const workers = countOption("--workers", options.workers, 64);
  await withBookDatabase(async (database) => {
    const reports: VerifyReport[] = [];
    for (const { bookId } of await booksNamed(database, options.book)) {
      const report = await verifyBook(database, { bookId, workers, progress: progressOf(bookId) });
      name(report);
      reports.push(report);
    }
    printJson(reports.map(wireOf));
    if (reports.some((it) => it.differences.length > 0)) process.exitCode = 1;
  });
}

function name(report: VerifyReport): void {
  for (const it of report.differences.slice(0, namedMax))
    process.stderr.write(
      `verify: ${it.subject}  ${it.field}: on record ${it.stored}, rebuilt ${it.rebuilt}\n`,
    );
}

function wireOf(report: VerifyReport): object {
  return {
    bookId: report.bookId,
    isExact: report.differences.length === 0,
    accounts: report.accounts,
    quarantined: report.quarantined,
    differenceCount: report.differences.length,
    differences: report.differences.slice(0, namedMax),
    seconds: Math.round(report.seconds * 1000) / 1000,
    accountsPerSecond: report.accountsPerSecond,
  };
}

function progressOf(bookId: string): (accounts: number) => void {
  let last = performance.now();
  return (accounts) => {
    if (performance.now() - last < 1_000) return;
    last = performance.now();
    process.stderr.write(`verify: ${bookId}  ${accounts} accounts\n`);
  };
}
