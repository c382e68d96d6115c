import {
  type BusinessCalendar,
  calendarOf,
  chinaCalendar,
  type EpochDay,
  parseDay,
  parseZone,
  present,
  weekdayCalendar,
  type Zone,
} from "@fairdue/kernel";
import type { ActKind, Value } from "../rule/act.ts";
import { commonFacts } from "../rule/catalogue.ts";
import type { Condition } from "../rule/condition.ts";
import type { Fact } from "../rule/fact.ts";
import type { Dated, Pack, ParameterValue, Rule, Status } from "../rule/rule.ts";
import { compileCondition, type Test } from "./compile.ts";
import type { Context } from "./context.ts";
import { readingOf } from "./facts-read.ts";
import type { Surroundings } from "./terms.ts";

/** A rule made fast, with what its trace shows. */
export type CompiledRule = {
  readonly rule: Rule;
  readonly pack: Pack;
  readonly when: Test | undefined;
  readonly test: Test;
  readonly factNames: readonly string[];
  /** Reads what a trace shows of each of these facts. */
  readonly shown: readonly ((ctx: Context) => Fact | ParameterValue | undefined)[];
  /** The conditions whose answer changes with time alone. */
  readonly timed: readonly Condition[];
  readonly from: EpochDay;
  readonly to: EpochDay;
  /** The parameters in force on a day; undefined where one has no value on it. */
  parametersOn(day: EpochDay): Resolved;
};

export type Resolved = {
  readonly values: Readonly<Record<string, ParameterValue | undefined>>;
  /** The least certain status among them. */
  readonly status: Status;
  /** A parameter without a value on that day: the rule can't be applied. */
  readonly missing: string | undefined;
};

export type CompiledPack = {
  readonly pack: Pack;
  readonly calendar: BusinessCalendar;
  readonly absent: ReadonlyMap<string, Value>;
  readonly zonesOf: Surroundings["zonesOf"];
  readonly near: Surroundings;
  readonly rulesFor: ReadonlyMap<ActKind, readonly CompiledRule[]>;
};

const compiled = new WeakMap<Pack, CompiledPack>();

/** Compiles a pack once; the same object is answered for the same pack ever after. */
export function compilePack(pack: Pack): CompiledPack {
  let it = compiled.get(pack);
  if (it === undefined) {
    it = compileAnew(pack);
    compiled.set(pack, it);
  }
  return it;
}

function compileAnew(pack: Pack): CompiledPack {
  const absent = new Map<string, Value>();
  for (const it of [...commonFacts, ...pack.facts])
    if (it.absent !== undefined) absent.set(it.name, it.absent);
  const tables = new Map(
    Object.entries(pack.tables ?? {}).map(([name, table]) => [name, byDay(table)]),
  );
  const zonesOf = zoneReader(pack);
  const near: Surroundings = {
    absent,
    zonesOf,
    tableOn: (table, day) => tables.get(table)?.(day)?.value,
  };
  const rules = pack.rules.map((it) => compileRule(it, pack, near));
  const rulesFor = new Map<ActKind, CompiledRule[]>();
  for (const it of rules) {
    for (const kind of it.rule.governs) {
      const list = rulesFor.get(kind);
      if (list) list.push(it);
      else rulesFor.set(kind, [it]);
    }
  }
  return { pack, calendar: calendarFor(pack.calendar), absent, zonesOf, near, rulesFor };
}

function zoneReader(pack: Pack): Surroundings["zonesOf"] {
  const home = pack.home === undefined ? undefined : parseZone(pack.home);
  const homes = home && [home];
  return (choice) => {
    const zone = choice ?? pack.zone;
    if (zone === "person" && choice === undefined) return (ctx) => ctx.zones ?? homes;
    if (zone === "person") return (ctx) => ctx.zones;
    const fixed: readonly Zone[] = [present(parseZone(zone), `a time zone, got ${zone}`)];
    return () => fixed;
  };
}

function calendarFor(it: Pack["calendar"]): BusinessCalendar {
  if (it === "cn") return chinaCalendar;
  return it === "weekdays" ? weekdayCalendar : calendarOf(it);
}

const farPast = -10_000_000;
const farFuture = 10_000_000;

function compileRule(rule: Rule, pack: Pack, near: Surroundings): CompiledRule {
  const reading = readingOf(rule.when, rule.test);
  const factNames = [...reading.facts].filter((it) => !it.startsWith("event."));
  return {
    rule,
    pack,
    timed: [rule.when, rule.test].flatMap((it) => (it === undefined ? [] : timedIn(it))),
    shown: factNames.map(shownFact),
    when: rule.when && compileCondition(rule.when, near),
    test: compileCondition(rule.test, near),
    factNames,
    from: (parseDay(rule.inForce.from) ?? farPast) as EpochDay,
    to: (rule.inForce.to === undefined ? farFuture : parseDay(rule.inForce.to)) as EpochDay,
    parametersOn: parameterReader(rule),
  };
}

function shownFact(name: string): CompiledRule["shown"][number] {
  if (name === "act.kind") return (ctx) => ctx.kind;
  if (name === "person.zones") return (ctx) => ctx.zones;
  if (!name.startsWith("act.")) return (ctx) => ctx.facts[name];
  const field = name.slice(4);
  return (ctx) => ctx.act[field];
}

function timedIn(it: Condition): readonly Condition[] {
  if ("all" in it) return it.all.flatMap(timedIn);
  if ("any" in it) return it.any.flatMap(timedIn);
  if ("not" in it) return timedIn(it.not);
  const isTimed = "window" in it || "cap" in it || "happened" in it || "waited" in it;
  return isTimed ? [it] : [];
}

function parameterReader(rule: Rule): CompiledRule["parametersOn"] {
  const readers = Object.entries(rule.parameters ?? {}).map(
    ([name, values]) => [name, byDay(values)] as const,
  );
  let lastDay: EpochDay | undefined;
  let last: Resolved = { values: {}, status: "verified", missing: undefined };
  return (day) => {
    if (day === lastDay) return last;
    const values: Record<string, ParameterValue | undefined> = {};
    let status: Status = "verified";
    let missing: string | undefined;
    for (const [name, read] of readers) {
      const found = read(day);
      values[name] = found?.value;
      if (found === undefined) missing = name;
      else status = lessCertain(status, found.cite.status);
    }
    lastDay = day;
    last = { values, status, missing };
    return last;
  };
}

function byDay(values: Dated): (day: EpochDay) => Dated[number] | undefined {
  const rows = values.map((it) => ({
    it,
    from: parseDay(it.from) ?? farPast,
    to: it.to === undefined ? farFuture : (parseDay(it.to) ?? farFuture),
  }));
  return (day) => rows.find((row) => row.from <= day && day <= row.to)?.it;
}

const certainty: readonly Status[] = [
  "verified",
  "house-policy",
  "secondary",
  "memory",
  "disputed",
  "draft",
];

export function lessCertain(a: Status, b: Status): Status {
  return certainty.indexOf(b) > certainty.indexOf(a) ? b : a;
}
