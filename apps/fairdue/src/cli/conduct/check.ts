import { evaluate, type Pack, parseScenario, reportDecision } from "@fairdue/conduct";
import { formatProblem } from "@fairdue/kernel";
import type { Command } from "commander";
import { printJson, readJsonDocuments, usageError } from "../io.ts";
import { loadPacks } from "./packs.ts";

export function register(conduct: Command): void {
  conduct
    .command("check")
    .description("a scenario as JSON (or JSON lines) → decision and trace")
    .argument("[file]", "the scenario; - for standard input", "-")
    .option("--pack <packs>", "packs to decide by: cn,us,… or files; the scenario's own by default")
    .option("--compact", "one line of JSON per decision even for a single one")
    .option("--no-trace", "leave the trace out")
    .action(check);
}

type Options = { readonly pack?: string; readonly compact?: boolean; readonly trace: boolean };

async function check(path: string, options: Options): Promise<void> {
  const given = options.pack === undefined ? undefined : await loadPacks(options.pack);
  const { lines, documents } = await readJsonDocuments(path);
  const list = lines ? documents : documents.flatMap(spread);
  const answers: unknown[] = [];
  for (const { line, value } of list)
    answers.push(await decide(value, given, { ...options, where: lines ? `line ${line}: ` : "" }));
  for (const answer of answers)
    printJson(answer, !lines && list.length === 1 && options.compact !== true);
}

/** A JSON array of scenarios is as good as lines. */
function spread(it: { readonly line: number; readonly value: unknown }): readonly (typeof it)[] {
  return Array.isArray(it.value)
    ? it.value.map((value: unknown) => ({ line: it.line, value }))
    : [it];
}

async function decide(
  value: unknown,
  given: readonly Pack[] | undefined,
  options: Options & { readonly where: string },
): Promise<unknown> {
  const scenario = parseScenario(value);
  if (!scenario.ok)
    return usageError(`${options.where}${scenario.refusal.map(formatProblem).join("; ")}`);
  const { id, at, question } = scenario.value;
  const packs =
    given ?? (scenario.value.packs && (await loadPacks(scenario.value.packs.join(","))));
  if (!packs) return usageError(`${options.where}packs: got nothing, expected --pack or "packs"`);
  const report = reportDecision(evaluate(packs, question, at), packs);
  const { trace, ...rest } = report;
  return { ...(id === null ? {} : { id }), ...rest, ...(options.trace ? { trace } : {}) };
}
