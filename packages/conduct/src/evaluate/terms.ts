import {
  addDays,
  addWorkingDays,
  dayAt,
  type EpochDay,
  formatDay,
  instantOf,
  parseDay,
  parseInstant,
  parseZone,
  present,
  type Zone,
} from "@fairdue/kernel";
import type { Value } from "../rule/act.ts";
import type { Term } from "../rule/condition.ts";
import type { ParameterValue } from "../rule/rule.ts";
import type { Context, Truth } from "./context.ts";

/** Reads a value; undefined when it is not known. */
export type Read = (ctx: Context) => ParameterValue | undefined;

/** What the rules of one pack share. */
export type Surroundings = {
  readonly absent: ReadonlyMap<string, Value>;
  /** The number of a kind of happening, given when a rule first asks for it. */
  numberOf(kind: string): number;
  /** What the rules on one kind of act share while they answer one question; absent outside. */
  readonly shared?: Shared | undefined;
  /** The slot into which a decision puts the value of a fact before any rule reads it. */
  slotOf?(fact: string): number;
  /** The zones by which the law reads its clock: those of the person, or its own. */
  zonesOf(choice: string | undefined): (ctx: Context) => readonly Zone[] | undefined;
  tableOn(table: string, day: EpochDay): ParameterValue | undefined;
};

export function compileTerm(term: Term, near: Surroundings): Read {
  if (typeof term !== "object" || isList(term)) return () => term;
  if ("fact" in term) return compileFact(term.fact, near);
  if ("param" in term) {
    const name = term.param;
    return (ctx) => ctx.parameters[name];
  }
  if ("times" in term) return arithmetic(term.times, near, (a, b) => a * b);
  if ("plus" in term) return arithmetic(term.plus, near, (a, b) => a + b);
  const zones = near.zonesOf(undefined);
  if ("daysSince" in term) {
    const start = compileTerm(term.daysSince, near);
    return (ctx) => {
      const zone = zones(ctx)?.[0];
      const from = zone && dayOfValue(start(ctx), zone);
      if (zone === undefined || from === undefined) return undefined;
      return dayAt(zone, ctx.at as never) - from;
    };
  }
  if ("hoursSince" in term) {
    const start = compileTerm(term.hoursSince, near);
    return (ctx) => {
      const zone = zones(ctx)?.[0];
      const from = zone && instantOfValue(start(ctx), zone);
      return from === undefined ? undefined : Math.floor((ctx.at - from) / 3_600_000);
    };
  }
  if ("dayAfter" in term) return compileDayAfter(term.dayAfter, near);
  const [table, on] = term.tableOn;
  const read = compileTerm(on, near);
  return (ctx) => {
    const zone = zones(ctx)?.[0];
    const day = zone && dayOfValue(read(ctx), zone);
    return day === undefined ? undefined : near.tableOn(table, day);
  };
}

function compileDayAfter(
  [from, length, unit]: Extract<Term, { readonly dayAfter: unknown }>["dayAfter"],
  near: Surroundings,
): Read {
  const zones = near.zonesOf(undefined);
  const start = compileTerm(from, near);
  const many = compileTerm(length, near);
  return (ctx) => {
    const zone = zones(ctx)?.[0] ?? utc;
    const days = many(ctx);
    const day = dayOfValue(start(ctx), zone);
    if (day === undefined || typeof days !== "number") return undefined;
    const end = unit === "days" ? addDays(day, days) : addWorkingDays(ctx.calendar, day, days).day;
    return formatDay(end);
  };
}

/** The day of a date does not depend on the zone; only an instant's does. */
const utc: Zone = present(parseZone("UTC"), "UTC");

/** Conditions that stand in several rules are answered once. */
export type Shared = {
  /** Where a condition's answer is kept, by its text; undefined when only one rule asks. */
  placeOf(condition: string): number | undefined;
  readonly tests: Map<string, (ctx: Context) => Truth>;
};

/** `act.…` and `event.…` are fields of the act and of the happening looked at; the rest are facts. */
export function compileFact(
  name: string,
  near: Surroundings,
  absence: Surroundings["absent"] = near.absent,
): Read {
  if (name === "event.kind") return (ctx) => ctx.event?.kind;
  if (name.startsWith("event.")) {
    const field = name.slice(6);
    const fallback = absence.get(name);
    return (ctx) => ctx.event?.fields[field] ?? fallback;
  }
  if (near.slotOf === undefined || absence !== near.absent || name === "act.kind")
    return compileLookup(name, absence.get(name));
  const slot = near.slotOf(name);
  return (ctx) => ctx.slots[slot];
}

function compileLookup(name: string, fallback: Value | undefined): Read {
  if (name === "act.kind") return (ctx) => ctx.kind;
  if (name.startsWith("act.")) {
    const field = name.slice(4);
    return (ctx) => ctx.act[field] ?? fallback;
  }
  return (ctx) => {
    const fact = ctx.facts[name];
    return fact === undefined ? fallback : fact.value;
  };
}

function arithmetic(
  [left, right]: readonly [Term, Term],
  near: Surroundings,
  combine: (a: number, b: number) => number,
): Read {
  const a = compileTerm(left, near);
  const b = compileTerm(right, near);
  return (ctx) => {
    const x = a(ctx);
    const y = b(ctx);
    return typeof x === "number" && typeof y === "number" ? combine(x, y) : undefined;
  };
}

function isList(term: Term): term is readonly (string | number | boolean)[] {
  return Array.isArray(term);
}

/** The civil day of a value that is a day or an instant; undefined for anything else. */
export function dayOfValue(value: ParameterValue | undefined, zone: Zone): EpochDay | undefined {
  if (typeof value !== "string") return undefined;
  const day = parseDay(value);
  if (day !== undefined) return day;
  const instant = parseInstant(value);
  return instant === undefined ? undefined : dayAt(zone, instant);
}

/** The instant of a value that is one, or the first instant of one that is a day. */
export function instantOfValue(value: ParameterValue | undefined, zone: Zone): number | undefined {
  if (typeof value !== "string") return undefined;
  const instant = parseInstant(value);
  if (instant !== undefined) return instant;
  const day = parseDay(value);
  return day === undefined ? undefined : instantOf(zone, day, 0);
}
