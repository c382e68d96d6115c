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
import { programOf } from "../packages/conduct/src/evaluate/program.ts";
import { dayOfLaw } from "../packages/conduct/src/evaluate/evaluate.ts";
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
  const program = programOf(cn, "call");
  const governing = program.rules;
  const day = dayOfLaw(program, questionOf({}, {}), start);
  const names = new Map<string, string>();
  const times: Condition[] = [];
  for (const { rule } of governing)
    for (const it of [rule.when, rule.test]) if (it) overTime(it, times);
  const list = governing.map(({ rule, on }) => {
    const values: Values = on(day).resolved.values;
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

  // The engines take turns in short slices, so that whatever else the machine does meets them alike.
  const many = Math.max(2_000, Math.round(20_000 * scale));
  const few = Math.max(60, Math.round(400 * scale));
  const rates = await inTurns(Math.max(3, repeats * 5), {
    traced: (k) => evaluate([cn], at(cases, k).question, at(cases, k).at),
    bare: (k) => decide([cn], at(cases, k).question, at(cases, k).at),
    zen: async (k) => await zen.evaluate(at(cases, k).flat),
    zenTraced: async (k) => await zen.evaluate(at(cases, k).flat, { trace: true }),
    json: async (k) => await json.run({ ...at(cases, k).flat }),
    timesOf: (name) => (name === "traced" || name === "bare" ? many : few),
    progress,
  });
  const { traced, bare, zen: zenRate, zenTraced, json: jsonRate } = rates;

  const rows: BenchRow[] = [
    {
      label: "@gorules/zen-engine, facts prepared, no trace",
      perSecond: zenRate,
      unit: "decisions",
      ratio: 1,
    },
    {
      label: "@gorules/zen-engine, facts prepared, its own trace",
      perSecond: zenTraced,
      unit: "decisions",
      ratio: zenTraced / zenRate,
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
    claim("full trace against zen-engine without trace", traced / zenRate),
    claim("full trace against zen-engine with its trace", traced / zenTraced),
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
  const ctx = programOf(cn, "call").contextOf(question, it.at, false);
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

type Turns = {
  readonly traced: (k: number) => unknown;
  readonly bare: (k: number) => unknown;
  readonly zen: (k: number) => Promise<unknown>;
  readonly zenTraced: (k: number) => Promise<unknown>;
  readonly json: (k: number) => Promise<unknown>;
  timesOf(name: string): number;
  progress(message: string): void;
};

type Rates = Readonly<Record<"traced" | "bare" | "zen" | "zenTraced" | "json", number>>;

async function inTurns(rounds: number, it: Turns): Promise<Rates> {
  const names = ["traced", "bare", "zen", "zenTraced", "json"] as const;
  const all = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    it.progress(`round ${round} of ${rounds}`);
    for (const name of names) {
      const n = it.timesOf(name);
      const rate =
        name === "traced" || name === "bare"
          ? perSecond(n, it[name])
          : await perSecondAsync(n, it[name]);
      // The first round warms up.
      if (round > 0) all.get(name)?.push(rate);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(all.get(name)!)])) as Rates;
}

let sink = 0;

function perSecond(n: number, act: (k: number) => unknown): number {
  const begun = performance.now();
  for (let k = 0; k < n; k++) sink += act(k) === undefined ? 1 : 0;
  return (n / (performance.now() - begun)) * 1000;
}

async function perSecondAsync(n: number, act: (k: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let k = 0; k < n; k++) await act(k);
  return (n / (performance.now() - begun)) * 1000;
}
