import { aprReport } from "@fairdue/credit";
import { formatProblem } from "@fairdue/kernel";
import type { Command } from "commander";
import { printJson, readJsonDocuments, usageError } from "./io.ts";

export function register(program: Command): void {
  program
    .command("apr")
    .summary("dated cash flows as JSON on standard input → IRR, Regulation Z and EU rates")
    .description(
      "Reads one JSON document, or JSON lines, of dated flows (or of advances and payments) and " +
        "writes every annual rate it has, with the table it comes from. " +
        "Forms of the documents: docs/cli/apr.md",
    )
    .argument("[file]", "a JSON or JSON lines file; - for standard input", "-")
    .option("--compact", "one line of JSON per document even for a single one")
    .action(apr);
}

async function apr(path: string, options: { compact?: boolean }): Promise<void> {
  const { lines, documents } = await readJsonDocuments(path);
  const answers = documents.map(({ line, value }) => {
    const answer = aprReport(value);
    if (answer.ok) return answer.value;
    const where = lines ? `line ${line}: ` : "";
    return usageError(`${where}${answer.refusal.map(formatProblem).join("; ")}`);
  });
  for (const answer of answers) printJson(answer, !lines && options.compact !== true);
}
