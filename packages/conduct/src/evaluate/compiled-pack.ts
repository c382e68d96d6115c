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
import type { Value } from "../rule/act.ts";
import { commonFacts } from "../rule/catalogue.ts";
import type { Dated, Pack, ParameterValue, Rule, Status } from "../rule/rule.ts";
import type { Surroundings } from "./terms.ts";

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
  /** Numbers of the kinds of happening that rules ask for. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Parameters by day, for each rule that has any. */
  readonly parametersOf: ReadonlyMap<Rule, (day: EpochDay) => Resolved>;
};

const compiled = new WeakMap<Pack, CompiledPack>();

/** What all rules of a pack share, made once; the same object is answered for the same pack ever after. */
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
  const kinds = new Map<string, number>();
  const near: Surroundings = {
    absent,
    zonesOf,
    numberOf: (kind) => {
      const number = kinds.get(kind) ?? kinds.size;
      kinds.set(kind, number);
      return number;
    },
    tableOn: (table, day) => tables.get(table)?.(day)?.value,
  };
  const parametersOf = new Map(pack.rules.map((it) => [it, parameterReader(it)]));
  return { pack, calendar: calendarFor(pack.calendar), absent, zonesOf, near, kinds, parametersOf };
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

export const farPast = -10_000_000;
export const farFuture = 10_000_000;

function parameterReader(rule: Rule): (day: EpochDay) => Resolved {
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
