import { accountSchedule, progressiveSchedule } from "@fairdue/credit";
import { formatProblem, type Outcome, type Problem } from "@fairdue/kernel";
import type { Command } from "commander";
import { printJson, readJsonDocuments, usageError } from "./io.ts";

/** One document → its schedule, or all that is wrong with it. */
type Profile = (document: unknown) => Outcome<object, readonly Problem[]>;

/** By the word in a document's `profile`; each is a pure function of packages/credit. */
const profiles: Readonly<Record<string, Profile>> = {
  fairdue: accountSchedule,
  progressive: progressiveSchedule,
};

export function register(program: Command): void {
  program
    .command("schedule")
    .summary("terms and events as JSON on standard input → schedule, balances and totals")
    .description(
      "Reads one JSON document, or JSON lines, and writes for each its schedule, transactions, " +
        "totals and payoff. Forms of the documents: docs/cli/schedule.md",
    )
    .argument("[file]", "a JSON or JSON lines file; - for standard input", "-")
    .option("--compact", "one line of JSON per document even for a single one")
    .action(schedule);
}

async function schedule(path: string, options: { compact?: boolean }): Promise<void> {
  const { lines, documents } = await readJsonDocuments(path);
  const answers = documents.map(({ line, value }) =>
    answerTo(value, lines ? `line ${line}: ` : ""),
  );
  for (const answer of answers) printJson(answer, !lines && options.compact !== true);
}

function answerTo(document: unknown, where: string): object {
  const name = profileOf(document) ?? "fairdue";
  const profile = typeof name === "string" ? profiles[name] : undefined;
  if (profile === undefined) {
    const given = JSON.stringify(name);
    const known = Object.keys(profiles).join(", ");
    usageError(`${where}profile: got ${given}, expected one of ${known}`);
  }
  const answer = profile(document);
  if (!answer.ok) usageError(`${where}${answer.refusal.map(formatProblem).join("; ")}`);
  return answer.value;
}

function profileOf(document: unknown): unknown {
  return typeof document === "object" && document !== null && "profile" in document
    ? document.profile
    : undefined;
}
