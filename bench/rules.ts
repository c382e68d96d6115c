import {
  type Condition,
  decide,
  evaluate,
  type Fact,
  type Question,
  type Value,
} from "@fairdue/conduct";
import { parseZone, random } from "@fairdue/kernel";
import { cn } from "@fairdue/packs";
import { compileCondition } from "../packages/conduct/src/evaluate/compile.ts";
import { compilePack } from "../packages/conduct/src/evaluate/compiled-pack.ts";
import { contextOf, dayOfLaw } from "../packages/conduct/src/evaluate/evaluate.ts";
import { readingOf } from "../packages/conduct/src/evaluate/facts-read.ts";
import {
  flatName,
  jsonRulesEngine,
  overTime,
  type Flat,
  type Values,
  type Violation,
  zenDecision,
} from "./_rules-elsewhere.ts";
import {
  median,
  type BenchClaim,
  type BenchOptions,
  type BenchReport,
  type BenchRow,
} from "./report.ts";

const start = Date.parse("2026-11-25T00:00:00+08:00");
const shanghai = parseZone("Asia/Shanghai")!;

type Case = { readonly question: Question; readonly at: number; readonly flat: Flat };

/**
 * Decisions on calls by the full pack of mainland China, against the same rules in two engines. The
 * engines get flat facts, with every window, count and search of the history made for them
 * beforehand and only the rules of calls loaded; ours reads the history itself, selects the rules,
 * and writes the whole trace.
 */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const own = compilePack(cn);
  const governing = own.rulesFor.get("call") ?? [];
  const names = new Map<string, string>();
  const times: Condition[] = [];
  for (const { rule } of governing)
    for (const it of [rule.when, rule.test]) if (it) overTime(it, times);
  const list = governing.map(({ rule, parametersOn }) => {
    const values: Values = parametersOn(dayOfLaw(own, questionOf({}, {}), start)).values;
    const nameOf = (it: Condition): string => nameFor(names, rule.id, it);
    const not: Condition = { not: rule.test };
    const when: Condition = rule.when ? { all: [rule.when, not] } : not;
    return { id: rule.id, when, rule, values, nameOf };
  });
  for (const it of list) {
    const found: Condition[] = [];
    overTime(it.when, found);
    for (const one of found) it.nameOf(one);
  }
  progress(`${governing.length} rules govern a call, of ${cn.rules.length}`);
  const cases = makeCases(list);
  const zen = zenDecision(list);
  const json = jsonRulesEngine(list);

  progress("checking that the three agree");
  let agreed = 0;
  for (const it of cases.slice(0, 200)) {
    const ours = evaluate([cn], it.question, it.at).findings.filter(
      (one) => one.result === "failed",
    );
    const ourIds = ours
      .map((one) => one.rule.id)
      .sort()
      .join();
    const zenAnswer: { readonly result: Record<string, unknown> } = await zen.evaluate(it.flat);
    const zenIds = list.filter(
      (one) => zenAnswer.result[flatName(one.id).replaceAll("-", "_")] === true,
    );
    const jsonIds = (await json.run({ ...it.flat })).events
      .map((one) => one.type)
      .sort()
      .join();
    if (
      ourIds ===
        zenIds
          .map((one) => one.id)
          .sort()
          .join() &&
      ourIds === jsonIds
    )
      agreed += 1;
  }

  const many = Math.max(20_000, Math.round(200_000 * scale));
  const few = Math.max(300, Math.round(3_000 * scale));
  progress("with full trace");
  const traced = median(
    times3(repeats, () =>
      perSecond(many, (k) => evaluate([cn], at(cases, k).question, at(cases, k).at)),
    ),
  );
  progress("outcome alone");
  const bare = median(
    times3(repeats, () =>
      perSecond(many, (k) => decide([cn], at(cases, k).question, at(cases, k).at)),
    ),
  );
  progress("zen");
  const zenRate = median(
    await timesAsync(repeats, () => perSecondAsync(few, (k) => zen.evaluate(at(cases, k).flat))),
  );
  progress("json-rules-engine");
  const jsonRate = median(
    await timesAsync(repeats, () => perSecondAsync(few, (k) => json.run({ ...at(cases, k).flat }))),
  );

  const rows: BenchRow[] = [
    {
      label: "@gorules/zen-engine, facts prepared, no trace",
      perSecond: zenRate,
      unit: "decisions",
      ratio: 1,
    },
    {
      label: "json-rules-engine, facts prepared",
      perSecond: jsonRate,
      unit: "decisions",
      ratio: jsonRate / zenRate,
    },
    {
      label: "fairdue, history read, full trace",
      perSecond: traced,
      unit: "decisions",
      ratio: traced / zenRate,
    },
    {
      label: "fairdue, history read, outcome alone",
      perSecond: bare,
      unit: "decisions",
      ratio: bare / zenRate,
    },
  ];
  const claims: BenchClaim[] = [
    claim("full trace against zen-engine", traced / zenRate),
    claim("full trace against json-rules-engine", traced / jsonRate),
    {
      claim: "the three engines find the same rules broken",
      target: "200 of 200",
      measured: `${agreed} of 200`,
      holds: agreed === 200,
    },
  ];
  return {
    name: "rules",
    baseline: "the same rules of a call in @gorules/zen-engine",
    rows,
    claims,
  };
}

function claim(words: string, ratio: number): BenchClaim {
  return { claim: words, target: ">= 50x", measured: `${ratio.toFixed(1)}x`, holds: ratio >= 50 };
}

function nameFor(names: Map<string, string>, rule: string, it: Condition): string {
  const key = rule + JSON.stringify(it);
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `t${names.size}`;
  names.set(key, name);
  return name;
}

function questionOf(facts: Record<string, Fact>, act: Record<string, Value>): Question {
  return { act: { kind: "call", fields: act }, facts, history: [], zones: [shanghai] };
}

/** Lives in which every fact is known, drawn from the values that the rules themselves compare. */
function makeCases(
  list: readonly (Violation & {
    readonly values: Values;
    readonly nameOf: (it: Condition) => string;
  })[],
): readonly Case[] {
  const stream = random("cn pack");
  const draw = <T>(from: readonly T[]): T => from[Math.floor(stream.next() * from.length)]!;
  const own = compilePack(cn);
  const names = new Set(list.flatMap((it) => [...readingOf(it.when).facts]));
  return Array.from({ length: 512 }, () => {
    const act: Record<string, Value> = {};
    const facts: Record<string, Fact> = {};
    for (const name of names) {
      const value = draw(candidates(name));
      if (value === undefined) continue;
      if (name.startsWith("act.")) act[name.slice(4)] = value;
      else if (!name.startsWith("event."))
        facts[name] = { value, source: "core", observedAt: start };
    }
    const history = Array.from({ length: 8 }, (_, k) => ({
      at: start - k * 9_000_000,
      kind: draw(["call", "call", "sms", "consent", "notice"]),
      fields: {
        outcome: draw(["conversation", "ring-out"]),
        about: draw(["quiet-hours", "placement"]),
        contactPoint: "A",
      },
    })).reverse();
    const question: Question = { ...questionOf(facts, act), history };
    const at = start + Math.floor(stream.next() * 86_400) * 1000;
    return { question, at, flat: flatten(question, { at, own, list }) };
  });
}

function flatten(
  question: Question,
  it: {
    readonly at: number;
    readonly own: ReturnType<typeof compilePack>;
    readonly list: readonly (Violation & {
      readonly values: Values;
      readonly nameOf: (it: Condition) => string;
    })[];
  },
): Flat {
  const flat: Record<string, unknown> = { act_kind: "call" };
  for (const [name, value] of it.own.absent) flat[flatName(name)] = value;
  for (const [name, fact] of Object.entries(question.facts)) flat[flatName(name)] = fact?.value;
  for (const [name, value] of Object.entries(question.act.fields))
    flat[`act_${flatName(name)}`] = value;
  const ctx = contextOf(it.own, question, it.at, false);
  for (const one of it.list) {
    const found: Condition[] = [];
    overTime(one.when, found);
    ctx.parameters = one.values as never;
    for (const leaf of found)
      flat[one.nameOf(leaf)] = compileCondition(leaf, it.own.near)(ctx) === 1;
  }
  return flat;
}

function candidates(name: string): readonly (Value | undefined)[] {
  const some: Readonly<Record<string, readonly (Value | undefined)[]>> = {
    "lender.kind": ["bank", "consumer-finance", "card", "private"],
    "act.recipient": ["borrower", "borrower", "relative", "guarantor"],
    "act.purpose": ["collection", "reminder", "marketing"],
    "act.actor": ["lender", "agency"],
    "act.agency": [undefined, "agy_1"],
    "act.legalStep": ["none", "may-sue", "filed"],
    "act.contactSource": ["contract", "purchased"],
    "act.categories": [[], ["insult"]],
    "act.elements": [["identity"], []],
    "act.place": ["elsewhere"],
    "person.daysUnreachable": [0, 3],
    "collector.lastExamOn": ["2026-07-01", "2024-07-01"],
    "act.amountMinor": [undefined, 500, 1000],
    "debt.collectableMinor": [700],
  };
  return some[name] ?? (name === "act.kind" ? [undefined] : [true, false, false]);
}

function at(cases: readonly Case[], k: number): Case {
  return cases[k & 511]!;
}

function times3(times: number, act: () => number): readonly number[] {
  return Array.from({ length: Math.max(1, times) }, act);
}

async function timesAsync(times: number, act: () => Promise<number>): Promise<readonly number[]> {
  const rates: number[] = [];
  for (let k = 0; k < Math.max(1, times); k++) rates.push(await act());
  return rates;
}

let sink = 0;

function perSecond(n: number, act: (k: number) => unknown): number {
  for (let k = 0; k < n / 10; k++) sink += act(k) === undefined ? 1 : 0;
  const begun = performance.now();
  for (let k = 0; k < n; k++) sink += act(k) === undefined ? 1 : 0;
  return (n / (performance.now() - begun)) * 1000;
}

async function perSecondAsync(n: number, act: (k: number) => Promise<unknown>): Promise<number> {
  for (let k = 0; k < n / 10; k++) await act(k);
  const begun = performance.now();
  for (let k = 0; k < n; k++) await act(k);
  return (n / (performance.now() - begun)) * 1000;
}
