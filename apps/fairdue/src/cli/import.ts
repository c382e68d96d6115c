import { existsSync } from "node:fs";
import { formatProblem } from "@fairdue/kernel";
import { type Command, Option } from "commander";
import { type ImportReport, importTape, MapProblems } from "../tape/import-tape.ts";
import { withBookDatabase } from "./book-options.ts";
import { parseJson, printJson, readText, usageError } from "./io.ts";

type Options = {
  map: string;
  dryRun: boolean;
  skipBad: boolean;
  allOrNothing: boolean;
  delimiter: string;
};

/** Problems named one by one; beyond them only their number is told. */
const namedMax = 1_000;

export function register(program: Command): void {
  program
    .command("import")
    .summary("a loan tape (CSV) → accounts with their history")
    .description(
      "Reads a tape of loans as the map says and lives every loan through the real engine: " +
        "opening, draw, payments, dues, ageing, ledger. Bad rows are named by line, field and " +
        "reason. Everything is written in one transaction. Maps: docs/cli/import.md",
    )
    .argument("<tape>", "a CSV file, plain or .gz")
    .requiredOption("--map <file>", "how the columns are read, as JSON")
    .option("--dry-run", "read, check and live every row, and write nothing", false)
    .option("--skip-bad", "write the good rows, leave the bad ones out", false)
    .addOption(
      new Option("--all-or-nothing", "write nothing when a row is bad (the default)").default(
        false,
      ),
    )
    .option("--delimiter <character>", "what separates the cells", ",")
    .action(importFile);
}

async function importFile(tape: string, options: Options): Promise<void> {
  if (options.skipBad && options.allOrNothing)
    usageError("--skip-bad: got --all-or-nothing too, expected one of them");
  if (options.delimiter.length !== 1)
    usageError(`--delimiter: got ${JSON.stringify(options.delimiter)}, expected one character`);
  if (!existsSync(tape)) usageError(`<tape>: got ${tape}, expected a file that can be read`);
  const map = parseJson(await readText(options.map), options.map);
  await withBookDatabase(async (database) => {
    const report = await importTape(database, {
      tape,
      delimiter: options.delimiter,
      map,
      isDryRun: options.dryRun,
      isSkippingBad: options.skipBad,
      progress: progressTo(process.stderr),
    }).catch(onMapProblems);
    tell(report, options);
  });
}

function onMapProblems(error: unknown): never {
  if (!(error instanceof MapProblems)) throw error;
  return usageError(`--map: ${error.problems.map(formatProblem).join("; ")}`);
}

function tell(report: ImportReport, options: Options): void {
  const named = report.problems.slice(0, namedMax);
  for (const it of named) process.stderr.write(`import: line ${it.line}: ${formatProblem(it)}\n`);
  if (report.isWritten)
    process.stderr.write(
      `import: ${report.good} accounts in ${report.bookId}; close its days with fairdue close\n`,
    );
  else if (!options.dryRun)
    process.stderr.write("import: nothing was written; mend the rows, or use --skip-bad\n");
  printJson({ ...report, isDryRun: options.dryRun, problems: named });
  if (report.bad > 0 && !options.skipBad) process.exitCode = 1;
}

function progressTo(stream: NodeJS.WriteStream): (rows: number) => void {
  let last = performance.now();
  return (rows) => {
    if (performance.now() - last < 1_000) return;
    last = performance.now();
    stream.write(`import: ${rows} rows\n`);
  };
}
