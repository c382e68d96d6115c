import { createReadStream } from "node:fs";
import {
  csvReader,
  parseProblem,
  personReader,
  type AllocationProblem,
  type Budgets,
} from "@fairdue/allocate";
import { formatProblem, type Outcome, type Problem } from "@fairdue/kernel";
import { messageOf, parseJson, readLines, readText, usageError } from "../cli/io.ts";

/** Reads a problem by the form that its name tells; `-` is standard input, JSON or CSV by its first byte. */
export async function readProblem(path: string, budgets: Budgets): Promise<AllocationProblem> {
  const outcome = await readAs(path, budgets);
  if (outcome.ok) return outcome.value;
  return usageError(`${path}: ${listProblems(outcome.refusal)}`);
}

type Read = Outcome<AllocationProblem, readonly Problem[]>;

async function readAs(path: string, budgets: Budgets): Promise<Read> {
  if (/\.csv$/i.test(path))
    return readCsv(createReadStream(path, { highWaterMark: 1 << 20 }), budgets);
  if (/\.(jsonl|ndjson)$/i.test(path)) return readJsonLines(path, budgets);
  if (/\.json$/i.test(path)) return parseProblem(parseJson(await readText(path), path), budgets);
  if (path !== "-")
    usageError(`${path}: unknown form, expected a name that ends in .json, .jsonl or .csv, or - `);
  const text = await readText("-");
  if (/^\s*[[{]/.test(text)) return parseProblem(parseJson(text, "standard input"), budgets);
  return readCsv([Buffer.from(text)], budgets);
}

async function readCsv(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  budgets: Budgets,
): Promise<Read> {
  const reader = csvReader(budgets);
  try {
    for await (const piece of pieces) if (!reader.read(piece)) break;
  } catch (error) {
    usageError(`cannot read the problem: ${messageOf(error)}`);
  }
  return reader.finish();
}

async function readJsonLines(path: string, budgets: Budgets): Promise<Read> {
  const reader = personReader(budgets);
  try {
    for await (const { line, text } of readLines(path))
      if (!reader.read(parseJson(text, `line ${line}`), `line ${line}`)) break;
  } catch (error) {
    if (error instanceof Error && "code" in error)
      usageError(`cannot read ${path}: ${error.message}`);
    throw error;
  }
  return reader.finish();
}

export function listProblems(problems: readonly Problem[]): string {
  const shown = problems.slice(0, 5).map(formatProblem).join("; ");
  return problems.length > 5 ? `${shown}; and ${problems.length - 5} more` : shown;
}
