import {
  type ActKind,
  actKinds,
  countedIn,
  evaluate,
  type Fact,
  type Finding,
  type Happening,
  leftOutOf,
  type Pack,
  type Question,
  type Value,
} from "@fairdue/conduct";
import { formatDay, type EpochDay, parseZone, random, type Random } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { compilePack } from "../../conduct/src/evaluate/compiled-pack.ts";
import { readingOf } from "../../conduct/src/evaluate/facts-read.ts";
import { holds } from "../../conduct/src/evaluate/interpret.ts";
import { packs } from "./index.ts";

/**
 * The compiled program against the plain meaning of each rule: the same result, the same events
 * counted and left out for the same reasons, on lives drawn from the words that the rules compare.
 */
const start = Date.parse("2026-11-25T00:00:00Z");
const day = 86_400_000;

function wordsOf(pack: Pack): readonly Value[] {
  const found = new Set<Value>([true, false, 0, 3, 1000, "2026-11-20", "2024-02-01"]);
  JSON.stringify(
    pack.rules.map((it) => [it.when, it.test]),
    (key, value: unknown) => {
      if (typeof value === "string" && !["fact", "param", "is", "known"].includes(key))
        found.add(value);
      return value;
    },
  );
  return [...found];
}

function draw<T>(stream: Random, from: readonly T[]): T {
  return from[Math.floor(stream.next() * from.length)]!;
}

function lifeOf(pack: Pack, kind: ActKind, stream: Random): Question {
  const words = wordsOf(pack);
  const facts: Record<string, Fact> = {};
  const fields: Record<string, Value> = { debts: draw(stream, [["D1"], ["D1", "D2"]]) };
  for (const rule of pack.rules.filter((it) => it.governs.includes(kind)))
    for (const name of readingOf(rule.when, rule.test).facts) {
      if (stream.next() < 0.3) continue;
      const value = draw(stream, [true, false, draw(stream, words), [draw(stream, words)].flat()]);
      if (name.startsWith("act.")) fields[name.slice(4)] = value as Value;
      else if (!name.startsWith("event.")) facts[name] = fact(value as Value);
    }
  const kinds = [...compilePack(pack).kinds.keys(), kind, "rumour"];
  const history = Array.from({ length: 12 }, () => eventOf(stream, kinds, words));
  const zones = draw(stream, [["Asia/Shanghai"], ["America/New_York", "Europe/London"], []]);
  return {
    act: { kind, fields },
    facts,
    history: history.sort((a, b) => a.at - b.at),
    zones: zones.length === 0 ? undefined : zones.map((it) => parseZone(it)!),
  };
}

function fact(value: Value): Fact {
  return { value, source: "core", observedAt: start };
}

function eventOf(stream: Random, kinds: readonly string[], words: readonly Value[]): Happening {
  const at = start - Math.floor((stream.next() * 14 - 1) * day);
  const fields: Record<string, Value> = {};
  const set = (name: string, from: readonly Value[]): void => {
    if (stream.next() < 0.6) fields[name] = draw(stream, from);
  };
  set("outcome", ["conversation", "ring-out", "busy"]);
  set("about", words);
  set("direction", ["outbound", "outbound", "inbound"]);
  set("debts", [["D1"], ["D2"], "D1"]);
  set("contactPoint", ["A", "B"]);
  set("agency", ["agy_1", "agy_2"]);
  if (stream.next() < 0.2) fields["withdrawnAt"] = at + day;
  return { at, kind: draw(stream, kinds), fields };
}

/** What the plain meaning says of the rule of a finding, in the words that the trace is compared in. */
function plainly(it: Finding, question: Question, at: number): unknown {
  const { rule, pack, resolved } = it;
  const counts: unknown[] = [];
  const view = {
    pack,
    question,
    at,
    parameters: resolved.values,
    tell: (counted: readonly number[], leftOut: readonly string[]) =>
      counts.push({ counted, leftOut }),
  };
  const binds = rule.when === undefined ? 1 : holds(rule.when, view);
  if (binds === 0) return { rule: rule.id, result: "not-applicable", presumed: false, counts: [] };
  const truth = holds(rule.test, view);
  const result = ["failed", "passed", "unknown"][truth];
  return { rule: rule.id, result, presumed: binds === 2, counts };
}

function traced(it: Finding): unknown {
  const counts = it.tallies.map((tally) => ({
    counted: countedIn(tally),
    leftOut: leftOutOf(tally).map(({ event, why }) => `${event} ${why.en}`),
  }));
  return { rule: it.rule.id, result: it.result, presumed: it.isPresumedBound, counts };
}

test.each(Object.values(packs))("the trace of $id is what its rules plainly mean", (pack) => {
  const stream = random(`trace ${pack.id}`);
  const kinds = (Object.keys(actKinds) as ActKind[]).filter((kind) =>
    pack.rules.some((it) => it.governs.includes(kind)),
  );
  const seen = new Set<string>();
  for (let round = 0; round < 300; round++) {
    const question = lifeOf(pack, draw(stream, kinds), stream);
    const at = start + Math.floor(stream.next() * day);
    for (const finding of evaluate([pack], question, at).findings) {
      if (finding.result === "not-in-force") continue;
      expect(traced(finding)).toEqual(plainly(finding, question, at));
      seen.add(finding.result);
      if (finding.tallies.some((it) => countedIn(it).length > 0)) seen.add("counted");
      if (finding.tallies.some((it) => leftOutOf(it).length > 0)) seen.add("left out");
      if (finding.isPresumedBound) seen.add("presumed");
    }
  }
  // The lives reach every sort of finding.
  const sorts = "passed failed unknown not-applicable presumed counted".split(" ");
  expect(sorts.filter((it) => !seen.has(it))).toEqual([]);
});

test("a rule is in force on the days that it says", () => {
  for (const pack of Object.values(packs)) {
    const question = lifeOf(pack, "call", random("dates"));
    for (const from of [2010, 2024, 2026, 2030]) {
      const at = Date.parse(`${from}-06-01T04:00:00Z`);
      const today = formatDay((at / day - ((at / day) % 1)) as EpochDay);
      for (const { rule, result, resolved } of evaluate([pack], question, at).findings) {
        if (rule.datedBy === "contract" || resolved.missing !== undefined) continue;
        const { inForce } = rule;
        const isInForce = inForce.from <= today && today <= (inForce.to ?? "9999");
        expect([rule.id, today, result !== "not-in-force"]).toEqual([rule.id, today, isInForce]);
      }
    }
  }
});
