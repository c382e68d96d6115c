import { type Decision, evaluate, type Pack, parseScenario } from "@fairdue/conduct";
import { formatInstant, formatProblem, type InstantMs } from "@fairdue/kernel";
import type { Command } from "commander";
import { printJson, readJsonDocuments, usageError } from "../io.ts";
import { loadPacks } from "./packs.ts";

export function register(conduct: Command): void {
  conduct
    .command("diff")
    .description("which past decisions would change under a new pack")
    .argument("<old>", "packs as they were: names or files")
    .argument("<new>", "packs as they would be")
    .requiredOption("--history <file>", "past scenarios, as JSON lines; - for standard input")
    .action(diff);
}

async function diff(
  before: string,
  after: string,
  options: { readonly history: string },
): Promise<void> {
  const [old, fresh] = [await loadPacks(before), await loadPacks(after)];
  const { documents } = await readJsonDocuments(options.history);
  const rows = documents.flatMap((it) => (Array.isArray(it.value) ? it.value : [it.value]));
  const changes = rows.flatMap((value: unknown, k) => compare(value, k + 1, [old, fresh]));
  for (const change of changes) printJson(change, false);
  printJson({ decisions: rows.length, changed: changes.length }, false);
}

function compare(
  value: unknown,
  line: number,
  [old, fresh]: readonly [readonly Pack[], readonly Pack[]],
): readonly unknown[] {
  const scenario = parseScenario(value);
  if (!scenario.ok)
    return usageError(`line ${line}: ${scenario.refusal.map(formatProblem).join("; ")}`);
  const { id, at, question } = scenario.value;
  const before = evaluate(old, question, at);
  const after = evaluate(fresh, question, at);
  if (before.outcome === after.outcome && before.earliestAt === after.earliestAt) return [];
  return [{ line, ...(id === null ? {} : { id }), before: brief(before), after: brief(after) }];
}

function brief(it: Decision): unknown {
  return {
    decision: it.outcome,
    earliestAt: it.earliestAt === null ? null : formatInstant(it.earliestAt as InstantMs),
    because: it.because.map((one) => `${one.rule.id}@${one.rule.version}`),
  };
}
