import { addDays, type EpochDay, formatDay, parseDay, parseZone } from "@fairdue/kernel";
import { readingOf } from "../evaluate/facts-read.ts";
import { type ActKind, actKinds } from "../rule/act.ts";
import { commonFacts } from "../rule/catalogue.ts";
import type { Condition } from "../rule/condition.ts";
import type { Dated, Pack, Rule } from "../rule/rule.ts";
import { runExamples } from "../scenario/examples.ts";

/** Something wrong with a pack (`error`: it does not load) or worth a look (`note`). */
export type Fault = {
  readonly level: "error" | "note";
  readonly code:
    | "duplicate-rule"
    | "identity"
    | "no-citation"
    | "no-example"
    | "example-fails"
    | "parameter-gap"
    | "parameter-overlap"
    | "parameter-unknown"
    | "parameter-idle"
    | "fact-undeclared"
    | "never-fires"
    | "contradiction"
    | "act-uncovered"
    | "text-missing"
    | "date";
  readonly rule: string | null;
  readonly says: string;
};

/** Everything that is wrong with a pack. */
export function lintPack(pack: Pack): readonly Fault[] {
  return [
    ...lintIdentity(pack),
    ...pack.rules.flatMap((it) => lintRule(it, pack)),
    ...lintContradictions(pack),
    ...lintCoverage(pack),
  ];
}

function lintIdentity(pack: Pack): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const { id } of pack.rules) {
    if (seen.has(id)) faults.push(error("duplicate-rule", id, "two rules have this id"));
    seen.add(id);
    if (!id.startsWith(`${pack.id}.`))
      faults.push(error("identity", id, `a rule of pack ${pack.id} is named ${pack.id}.…`));
  }
  if (pack.zone !== "person" && parseZone(pack.zone) === undefined)
    faults.push(error("identity", null, `zone: got ${pack.zone}, expected an IANA zone or person`));
  return faults;
}

function lintRule(rule: Rule, pack: Pack): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (code: Fault["code"], says: string): number =>
    faults.push(error(code, rule.id, says));
  if (rule.cite.length === 0) add("no-citation", "cites no law");
  for (const it of rule.cite)
    if (it.instrument === "" || it.article === "") add("no-citation", "a citation without article");
  for (const [name, words] of Object.entries({ title: rule.title, remedy: rule.remedy }))
    if (words.en.trim() === "" || words.zh.trim() === "")
      add("text-missing", `${name} must be said in English and in Chinese`);
  if (rule.governs.length === 0) add("never-fires", "governs no act");
  faults.push(...lintDates(rule), ...lintReading(rule, pack), ...lintSense(rule));
  if (faults.every((it) => it.level === "note")) faults.push(...lintExamples(rule, pack));
  return faults;
}

function lintDates(rule: Rule): readonly Fault[] {
  const faults: Fault[] = [];
  const from = parseDay(rule.inForce.from);
  const to = rule.inForce.to === undefined ? undefined : parseDay(rule.inForce.to);
  if (from === undefined || (rule.inForce.to !== undefined && to === undefined))
    return [error("date", rule.id, "inForce must hold ISO dates")];
  if (to !== undefined && to < from)
    faults.push(error("never-fires", rule.id, "goes out of force before it comes into force"));
  for (const [name, values] of Object.entries(rule.parameters ?? {}))
    faults.push(...lintSpan(rule, name, values));
  return faults;
}

/** A parameter must have exactly one value on each day that the rule is in force. */
function lintSpan(rule: Rule, name: string, values: Dated): readonly Fault[] {
  const faults: Fault[] = [];
  const rows = [...values].sort((a, b) => a.from.localeCompare(b.from));
  let expected = parseDay(rule.inForce.from) ?? (0 as EpochDay);
  let isOpen = false;
  rows.forEach((row, k) => {
    const from = parseDay(row.from);
    const to = row.to === undefined ? undefined : parseDay(row.to);
    if (from === undefined || (row.to !== undefined && to === undefined)) {
      faults.push(error("date", rule.id, `parameter ${name}: dates are ISO dates`));
      return;
    }
    if (from > expected)
      faults.push(
        error("parameter-gap", rule.id, `parameter ${name} has no value on ${formatDay(expected)}`),
      );
    if (k > 0 && from < expected)
      faults.push(
        error("parameter-overlap", rule.id, `parameter ${name} has two values on ${row.from}`),
      );
    isOpen = to === undefined;
    if (to !== undefined) expected = addDays(to, 1);
    else expected = 10_000_000 as EpochDay;
  });
  const end = rule.inForce.to === undefined ? undefined : parseDay(rule.inForce.to);
  const isShort = !isOpen && (end === undefined || expected <= end);
  if (isShort && faults.length === 0)
    faults.push(
      error("parameter-gap", rule.id, `parameter ${name} has no value from ${formatDay(expected)}`),
    );
  return faults;
}

function lintReading(rule: Rule, pack: Pack): readonly Fault[] {
  const faults: Fault[] = [];
  const reading = readingOf(rule.when, rule.test);
  const declared = new Set([...commonFacts, ...pack.facts].map((it) => it.name));
  for (const name of reading.facts)
    if (!declared.has(name) && !name.startsWith("act.") && !name.startsWith("event."))
      faults.push(error("fact-undeclared", rule.id, `fact ${name} is declared nowhere`));
  const own = new Set(Object.keys(rule.parameters ?? {}));
  for (const name of reading.parameters)
    if (!own.has(name)) faults.push(error("parameter-unknown", rule.id, `no parameter ${name}`));
  for (const name of own)
    if (!reading.parameters.has(name))
      faults.push(note("parameter-idle", rule.id, `parameter ${name} is read nowhere`));
  for (const name of reading.tables)
    if (pack.tables?.[name] === undefined)
      faults.push(error("parameter-unknown", rule.id, `no table ${name}`));
  return faults;
}

/** Conditions that no facts can make true, or false. */
function lintSense(rule: Rule): readonly Fault[] {
  const faults: Fault[] = [];
  if (rule.when && constantOf(rule.when) === false)
    faults.push(error("never-fires", rule.id, "its condition can never hold"));
  if (constantOf(rule.test) === true)
    faults.push(error("never-fires", rule.id, "its test can never fail"));
  if (constantOf(rule.test) === false)
    faults.push(error("contradiction", rule.id, "its test can never be met"));
  return faults;
}

/** The truth of a condition whatever the facts; undefined where it depends on them. */
export function constantOf(it: Condition): boolean | undefined {
  if ("all" in it) {
    const parts = it.all.map(constantOf);
    if (parts.includes(false) || hasOpposites(it.all)) return false;
    return parts.every((one) => one === true) ? true : undefined;
  }
  if ("any" in it) {
    const parts = it.any.map(constantOf);
    if (parts.includes(true) || hasOpposites(it.any)) return true;
    return parts.every((one) => one === false) ? false : undefined;
  }
  if ("not" in it) {
    const inner = constantOf(it.not);
    return inner === undefined ? undefined : !inner;
  }
  if ("oneOf" in it && Array.isArray(it.oneOf[1]) && it.oneOf[1].length === 0) return false;
  return undefined;
}

function hasOpposites(list: readonly Condition[]): boolean {
  const texts = new Set(list.map((it) => JSON.stringify(it)));
  return list.some((it) => "not" in it && texts.has(JSON.stringify(it.not)));
}

function lintExamples(rule: Rule, pack: Pack): readonly Fault[] {
  const faults: Fault[] = [];
  try {
    const reports = runExamples(rule, pack);
    for (const shows of ["permitted", "refused"] as const)
      if (!reports.some((it) => it.shows === shows))
        faults.push(error("no-example", rule.id, `no example shows it ${shows}`));
    for (const it of reports)
      for (const why of it.failures)
        faults.push(error("example-fails", rule.id, `${it.title}: ${why}`));
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    faults.push(error("example-fails", rule.id, why));
  }
  return faults;
}

/** Two rules that bind the same act under the same condition and ask the opposite. */
function lintContradictions(pack: Pack): readonly Fault[] {
  const faults: Fault[] = [];
  pack.rules.forEach((a, k) => {
    for (const b of pack.rules.slice(k + 1)) {
      if (!a.governs.some((kind) => b.governs.includes(kind))) continue;
      if (JSON.stringify(a.when) !== JSON.stringify(b.when)) continue;
      if (!hasOpposites([a.test, b.test])) continue;
      faults.push(error("contradiction", a.id, `asks the opposite of ${b.id}`));
    }
  });
  return faults;
}

function lintCoverage(pack: Pack): readonly Fault[] {
  const covered = new Set<ActKind>(pack.rules.flatMap((it) => it.governs));
  return (Object.keys(actKinds) as ActKind[])
    .filter((kind) => !covered.has(kind) && pack.leavesOpen?.[kind] === undefined)
    .map((kind) => note("act-uncovered", null, `no rule governs the act ${kind}`));
}

function error(code: Fault["code"], rule: string | null, says: string): Fault {
  return { level: "error", code, rule, says };
}

function note(code: Fault["code"], rule: string | null, says: string): Fault {
  return { level: "note", code, rule, says };
}
