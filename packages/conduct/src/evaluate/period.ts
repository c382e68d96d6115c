import {
  addDays,
  civilOf,
  dayAt,
  dayOf,
  type EpochDay,
  type InstantMs,
  instantOf,
  weekdayOf,
  type Zone,
} from "@fairdue/kernel";
import type { Period } from "../rule/condition.ts";
import type { Context } from "./context.ts";
import { compileTerm, type Surroundings } from "./terms.ts";

/** Whether an instant lies in the span that ends at `end`; undefined when that can't be known. */
export type InPeriod = (ctx: Context, end: number) => ((at: number) => boolean) | undefined;

const always = (): boolean => true;

/** Compiles a span of time. Where several zones are possible, what lies in it in one of them counts. */
export function compilePeriod(it: Period, zone: string | undefined, near: Surroundings): InPeriod {
  if (it.span === "ever") return () => always;
  if (it.span === "rolling-hours") {
    const length = compileTerm(it.length, near);
    return (ctx, end) => {
      const hours = length(ctx);
      if (typeof hours !== "number") return undefined;
      const from = end - hours * 3_600_000;
      return (at) => at > from;
    };
  }
  const zonesOf = near.zonesOf(zone);
  const length = it.span === "rolling-days" ? compileTerm(it.length, near) : undefined;
  return (ctx, end) => {
    const zones = zonesOf(ctx);
    const days = length?.(ctx);
    if (zones === undefined || zones.length === 0) return undefined;
    if (length !== undefined && typeof days !== "number") return undefined;
    const reach = typeof days === "number" ? days : 1;
    if (zones.length === 1) return since(zones[0]!, firstDay(it.span, zones[0]!, end, reach));
    const tests = zones.map((one) => since(one, firstDay(it.span, one, end, reach)));
    return (at) => tests.some((test) => test(at));
  };
}

const midnights = new Map<Zone, Map<EpochDay, number>>();

/** The first instant of a civil day; remembered, for a count asks for it again and again. */
function midnightOf(zone: Zone, day: EpochDay): number {
  let known = midnights.get(zone);
  if (known === undefined) {
    known = new Map();
    midnights.set(zone, known);
  }
  let instant = known.get(day);
  if (instant === undefined) {
    if (known.size > 10_000) known.clear();
    instant = instantOf(zone, day, 0);
    known.set(day, instant);
  }
  return instant;
}

function since(zone: Zone, first: EpochDay): (at: number) => boolean {
  const from = midnightOf(zone, first);
  return (at) => at >= from;
}

function firstDay(span: Period["span"], zone: Zone, end: number, days: number): EpochDay {
  const last = dayAt(zone, end as InstantMs);
  if (span === "day") return last;
  if (span === "rolling-days") return addDays(last, 1 - days);
  if (span === "week") return addDays(last, 1 - weekdayOf(last));
  const civil = civilOf(last);
  return span === "month" ? dayOf(civil.year, civil.month, 1) : dayOf(civil.year, 1, 1);
}
