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

/** The first instant of the span that ends at `end`, in milliseconds; NaN when that can't be known. */
export type StartOf = (ctx: Context, end: number) => number;

/**
 * Compiles a span of time. Where several zones are possible, what lies in it in one of them counts.
 */
export function compilePeriod(it: Period, zone: string | undefined, near: Surroundings): StartOf {
  if (it.span === "ever") return () => Number.NEGATIVE_INFINITY;
  if (it.span === "rolling-hours") {
    const length = compileTerm(it.length, near);
    return (ctx, end) => {
      const hours = length(ctx);
      // The instant so many hours ago is itself outside.
      return typeof hours === "number" ? Math.floor(end - hours * 3_600_000) + 1 : Number.NaN;
    };
  }
  const zonesOf = near.zonesOf(zone);
  const length = it.span === "rolling-days" ? compileTerm(it.length, near) : undefined;
  return (ctx, end) => {
    const zones = zonesOf(ctx);
    const days = length === undefined ? 1 : length(ctx);
    if (zones === undefined || zones.length === 0 || typeof days !== "number") return Number.NaN;
    let start = Number.POSITIVE_INFINITY;
    for (const one of zones) {
      const first = midnightOf(one, firstDay(it.span, one, end, days));
      if (first < start) start = first;
    }
    return start;
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

function firstDay(span: Period["span"], zone: Zone, end: number, days: number): EpochDay {
  const last = dayAt(zone, end as InstantMs);
  if (span === "day") return last;
  if (span === "rolling-days") return addDays(last, 1 - days);
  if (span === "week") return addDays(last, 1 - weekdayOf(last));
  const civil = civilOf(last);
  return span === "month" ? dayOf(civil.year, civil.month, 1) : dayOf(civil.year, 1, 1);
}
