import { createWriteStream } from "node:fs";
import { availableParallelism } from "node:os";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  parseBudgets,
  planWork,
  reportNoPlan,
  reportPlan,
  type AllocationProblem,
  type FieldPlan,
} from "@fairdue/allocate";
import type { Command } from "commander";
import { callCrew } from "../allocate/crew.ts";
import { listProblems, readProblem } from "../allocate/read-problem.ts";
import { messageOf, parseJson, printJson, readText, usageError } from "./io.ts";

type Options = { budgets: string; threads: string; out?: string; assignment: boolean };

export function register(program: Command): void {
  program
    .command("allocate")
    .summary("who gets which treatment within hard budgets, with a certified bound")
    .description(
      "Chooses at most one treatment per person so that the expected recovery is as high as the " +
        "budgets allow, and says how far from the best possible the plan can be at most. " +
        "Forms of the files: docs/cli/allocate.md",
    )
    .argument("<problem>", "PROBLEM.json, .jsonl or .csv; - for standard input")
    .requiredOption("--budgets <file>", "what may be used, and what must be reached (JSON)")
    .option(
      "--threads <n>",
      "threads; the answer does not depend on it",
      String(Math.min(8, availableParallelism())),
    )
    .option("--out <file>", "write the assignment there as CSV (person,treatment)")
    .option("--no-assignment", "print the figures only")
    .action(allocate);
}

async function allocate(path: string, options: Options): Promise<void> {
  const threads = Number(options.threads);
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    usageError(`--threads: got ${options.threads}, expected a whole number from 1 to 256`);
  const parsed = parseBudgets(parseJson(await readText(options.budgets), options.budgets));
  if (!parsed.ok) usageError(`${options.budgets}: ${listProblems(parsed.refusal)}`);
  const tell = progressLine();
  tell("reading");
  const problem = await readProblem(path, parsed.value);
  const crew = callCrew(threads);
  const plan = await crew.run(planWork(problem.field, problem.limits), (passes) =>
    tell(`${problem.field.people.toLocaleString("en")} people, pass ${passes}`),
  );
  await crew.dismiss();
  tell();
  if (plan.kind === "no-plan") {
    const refusal = reportNoPlan(problem, plan);
    printJson(refusal);
    for (const it of refusal.shortfalls) process.stderr.write(`fairdue: ${it.statement.en}\n`);
    process.exitCode = 1;
    return;
  }
  const report = reportPlan(problem, plan);
  if (options.out !== undefined) await writeAssignment(options.out, problem, plan);
  const inline = options.out === undefined && options.assignment;
  printJson(inline ? { ...report, assignment: [...assignmentOf(problem, plan)] } : report);
}

function* assignmentOf(
  problem: AllocationProblem,
  plan: FieldPlan,
): Generator<{ person: string; treatment: string | null }> {
  for (let i = 0; i < problem.field.people; i++) {
    const position = plan.choice[i]!;
    const treatment =
      position === 0 ? null : problem.treatmentName(problem.field.first[i]! + position - 1);
    yield { person: problem.personName(i), treatment };
  }
}

async function writeAssignment(
  path: string,
  problem: AllocationProblem,
  plan: FieldPlan,
): Promise<void> {
  try {
    await pipeline(Readable.from(assignmentPages(problem, plan)), createWriteStream(path));
  } catch (error) {
    usageError(`cannot write ${path}: ${messageOf(error)}`);
  }
}

function* assignmentPages(problem: AllocationProblem, plan: FieldPlan): Generator<string> {
  let page = "person,treatment\n";
  for (const { person, treatment } of assignmentOf(problem, plan)) {
    page += `${csvCell(person)},${csvCell(treatment ?? "")}\n`;
    if (page.length < 1 << 16) continue;
    yield page;
    page = "";
  }
  yield page;
}

function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** After two seconds, one line on standard error that says how far it is; nothing when it is piped. */
function progressLine(): (message?: string) => void {
  const start = performance.now();
  let shownAt = 0;
  return (message) => {
    if (!process.stderr.isTTY) return;
    const now = performance.now();
    if (message === undefined) {
      if (shownAt > 0) process.stderr.write("\r\u001b[K");
      return;
    }
    if (now - start < 2000 || now - shownAt < 200) return;
    shownAt = now;
    process.stderr.write(
      `\r\u001b[Kfairdue allocate: ${message}, ${((now - start) / 1000).toFixed(0)} s`,
    );
  };
}
