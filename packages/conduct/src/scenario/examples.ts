import { formatInstant, formatProblem, type InstantMs } from "@fairdue/kernel";
import { countedIn, leftOutOf } from "../evaluate/context.ts";
import { type Decision, evaluate, type Finding, rankOf } from "../evaluate/evaluate.ts";
import { ofAnotherKind } from "../evaluate/select.ts";
import type { Pack, Rule } from "../rule/rule.ts";
import { parseScenario } from "./parse.ts";
import { type Expectation, parseScenarioText, type TextScenario } from "./text.ts";

/** What an example says, and whether it comes true. */
export type ExampleReport = {
  readonly title: string;
  readonly law: string | undefined;
  /** Whether the example shows the rule permitting, refusing, or something else. */
  readonly shows: "permitted" | "refused" | "other";
  /** Why it fails; empty when it comes true. */
  readonly failures: readonly string[];
};

/** Runs the worked examples of a rule. */
export function runExamples(rule: Rule, pack: Pack): readonly ExampleReport[] {
  return parseScenarioText(rule.examples, pack.given).map((it) => runScenario(it, [pack], rule.id));
}

/** Runs one scenario of a text; `ruleId` is the rule that it belongs to, if it belongs to one. */
export function runScenario(
  it: TextScenario,
  packs: readonly Pack[],
  ruleId?: string,
): ExampleReport {
  const { title, law } = it;
  const scenario = parseScenario(it.document);
  if (!scenario.ok)
    return { title, law, shows: "other", failures: scenario.refusal.map(formatProblem) };
  const decision = evaluate(packs, scenario.value.question, scenario.value.at);
  const failures = it.expectations.flatMap((one) => check(one, decision, ruleId));
  if (it.expectations.length === 0) failures.push("expects nothing: a line `then …` is missing");
  return { title, law, shows: shown(it.expectations), failures };
}

function shown(expectations: readonly Expectation[]): ExampleReport["shows"] {
  for (const it of expectations)
    if (it.wants === "permitted" || it.wants === "refused") return it.wants;
  return "other";
}

function check(it: Expectation, decision: Decision, ruleId?: string): readonly string[] {
  if (it.wants === "outcome") return checkOutcome(it, decision);
  const name = it.rule ?? ruleId;
  const finding = decision.findings.find((one) => one.rule.id === name);
  if (name === undefined) return checkDecision(it.wants === "refused", decision);
  if (finding === undefined) return [`rule ${name} does not govern the act`];
  return "count" in it ? checkCount(it, finding) : checkRule(it.wants, finding);
}

function checkCount(
  it: Extract<Expectation, { readonly count: number }>,
  finding: Finding,
): readonly string[] {
  const sizes = finding.tallies.map((tally) =>
    it.wants === "counted"
      ? countedIn(tally).length
      : leftOutOf(tally).filter(({ why }) => why !== ofAnotherKind).length,
  );
  return sizes.includes(it.count) || (it.count === 0 && sizes.length === 0)
    ? []
    : [`${it.wants} ${it.rule}: ${sizes.join(", ")}, expected ${it.count}`];
}

function checkRule(then: "permitted" | "refused", finding: Finding): readonly string[] {
  const isRefused = finding.result === "failed" || rankOf[finding.effect] > 0;
  const isPermitted = finding.result === "passed" || finding.result === "not-applicable";
  if (then === "refused" ? isRefused : isPermitted) return [];
  return [`rule ${finding.rule.id} ${finding.result} (${finding.effect}), expected ${then}`];
}

function checkDecision(wantsRefusal: boolean, decision: Decision): readonly string[] {
  const isRefused = rankOf[decision.outcome] > rankOf["allow-with-flags"];
  return isRefused === wantsRefusal ? [] : [describe(decision)];
}

function checkOutcome(
  it: Extract<Expectation, { readonly wants: "outcome" }>,
  decision: Decision,
): readonly string[] {
  const right = it.outcomes.some(
    (one) =>
      one === decision.outcome || (one === "allow" && decision.outcome === "allow-with-flags"),
  );
  if (!right) return [`${describe(decision)}, expected ${it.outcomes.join(" or ")}`];
  if (it.until === undefined || decision.earliestAt === Date.parse(it.until)) return [];
  const got = decision.earliestAt && formatInstant(decision.earliestAt as InstantMs);
  return [`lawful from ${got ?? "never"}, expected ${it.until}`];
}

function describe(decision: Decision): string {
  const because = decision.because.map((one) => `${one.rule.id} ${one.result}`).join(", ");
  return `${decision.outcome} (${because})`;
}
