import {
  addDays,
  addMonths,
  addWorkingDays,
  dayAt,
  type EpochDay,
  type InstantMs,
} from "@fairdue/kernel";
import type { Happening } from "../rule/act.ts";
import type { Cap, Deadline, Happened, Waited } from "../rule/condition.ts";
import { type Text, text } from "../rule/text.ts";
import { type Context, no, type Tally, type Truth, unknown, yes } from "./context.ts";
import { compilePeriod, type InPeriod } from "./period.ts";
import { compileSelector, type Match } from "./select.ts";
import { compileTerm, dayOfValue, instantOfValue, type Surroundings } from "./terms.ts";

type Test = (ctx: Context) => Truth;

const tooEarly = text("before the period", "早于计数期间");
const tooLate = text("after the act", "晚于该行为");

/** A frequency cap: events that match and lie in the period, with the act itself, stay within the most. */
export function compileCap(it: Cap, near: Surroundings): Test {
  const match = compileSelector(it.of, near);
  const inPeriod = compilePeriod(it.in, it.zone, near);
  const max = compileTerm(it.max, near);
  const own = it.actCounts === false ? 0 : 1;
  const byDebt = it.of.per?.includes("debt") ?? false;
  return (ctx) => {
    const most = max(ctx);
    const lies = inPeriod(ctx, ctx.at);
    if (typeof most !== "number" || lies === undefined) return unknown;
    let fullest = 0;
    for (const debt of byDebt ? debtsOf(ctx) : [undefined]) {
      ctx.debt = debt;
      const count = countEvents(ctx, match, lies, most);
      if (count > fullest) fullest = count;
    }
    ctx.debt = undefined;
    return fullest + own <= most ? yes : no;
  };
}

const anyDebt: readonly undefined[] = [undefined];

function debtsOf(ctx: Context): readonly (string | undefined)[] {
  const debts = ctx.act["debts"];
  if (debts === undefined) return anyDebt;
  return typeof debts === "object" ? debts.map(String) : [String(debts)];
}

function countEvents(
  ctx: Context,
  match: Match,
  lies: (at: number) => boolean,
  max: number,
): number {
  const { history, at } = ctx;
  const counted: number[] | undefined = ctx.tallies && [];
  const leftOut: number[] = [];
  const why: Text[] = [];
  let count = 0;
  for (let k = 0; k < history.length; k++) {
    const event = history[k]!;
    let reason: Text | undefined = event.at > at ? tooLate : match(ctx, event);
    if (reason === undefined && !lies(event.at)) reason = tooEarly;
    if (reason === undefined) {
      count += 1;
      counted?.push(k);
    } else if (counted !== undefined) {
      leftOut.push(k);
      why.push(reason);
    }
  }
  if (counted !== undefined) ctx.tallies?.push({ counted, leftOut, why, debt: ctx.debt, max });
  return count;
}

/**
 * Something happened in the period. Seen from an event (within a selector) the period ends at that
 * event, seen from the act at the act. An event that says what uses it up is looked after.
 */
export function compileHappened(it: Happened, near: Surroundings): Test {
  const match = compileSelector(it.what, near);
  const usedUp = it.unlessFollowedBy && compileSelector(it.unlessFollowedBy, near);
  const inPeriod = compilePeriod(it.in, it.zone, near);
  const byDebt = it.what.per?.includes("debt") ?? false;
  return (ctx) => {
    const end = ctx.event === undefined ? ctx.at : ctx.event.at;
    const lies = inPeriod(ctx, end);
    if (lies === undefined) return unknown;
    const span: Span = { end, lies, event: ctx.event, at: ctx.at };
    ctx.event = undefined;
    ctx.at = end;
    let found: Truth = no;
    for (const debt of byDebt && ctx.debt === undefined ? debtsOf(ctx) : [ctx.debt]) {
      const before = ctx.debt;
      ctx.debt = debt;
      if (findEvent(ctx, match, usedUp, span)) found = yes;
      ctx.debt = before;
      if (found === yes) break;
    }
    ctx.event = span.event;
    ctx.at = span.at;
    return found;
  };
}

type Span = {
  readonly end: number;
  readonly lies: (at: number) => boolean;
  readonly event: Happening | undefined;
  readonly at: number;
};

function findEvent(ctx: Context, match: Match, usedUp: Match | undefined, span: Span): boolean {
  const { history } = ctx;
  const tally = ctx.tallies && span.event === undefined ? emptyTally(ctx) : undefined;
  let found = false;
  for (let k = history.length - 1; k >= 0; k--) {
    const event = history[k]!;
    if (event === span.event) continue;
    let reason: Text | undefined = event.at > span.end ? tooLate : match(ctx, event);
    if (reason === undefined && !span.lies(event.at)) reason = tooEarly;
    if (reason === undefined && usedUp && isUsedUp(ctx, usedUp, event, span)) reason = spent;
    if (reason === undefined) {
      found = true;
      tally?.counted.push(k);
      if (tally === undefined) break;
    } else if (tally !== undefined) {
      tally.leftOut.push(k);
      tally.why.push(reason);
    }
  }
  if (tally !== undefined) ctx.tallies?.push(tally);
  return found;
}

const spent = text("used up by what came after", "已因其后发生的事项失效");

function emptyTally(ctx: Context): Tally & { counted: number[]; leftOut: number[]; why: Text[] } {
  return { counted: [], leftOut: [], why: [], debt: ctx.debt, max: undefined };
}

function isUsedUp(ctx: Context, usedUp: Match, event: Happening, span: Span): boolean {
  return ctx.history.some(
    (later) =>
      later !== event &&
      later !== span.event &&
      // A conversation in which consent is given does not use up that consent.
      later.at > event.at &&
      later.at <= span.end &&
      usedUp(ctx, later) === undefined,
  );
}

/** A notice before the act, and its interval: one such happening lies far enough back. */
export function compileWaited(it: Waited, near: Surroundings): Test {
  const match = compileSelector(it.after, near);
  const length = compileTerm(it.length, near);
  const always: InPeriod = compilePeriod({ span: "ever" }, it.zone, near);
  const elapsed = compileElapsed(it, near);
  return (ctx) => {
    const needed = length(ctx);
    const lies = always(ctx, ctx.at);
    if (typeof needed !== "number" || lies === undefined) return unknown;
    let found: Truth = no;
    const tally = ctx.tallies ? emptyTally(ctx) : undefined;
    for (let k = 0; k < ctx.history.length; k++) {
      const event = ctx.history[k]!;
      const reason = event.at > ctx.at ? tooLate : match(ctx, event);
      const waited = reason === undefined ? elapsed(ctx, event.at, needed) : no;
      if (waited === unknown) return unknown;
      if (waited === yes) {
        found = yes;
        tally?.counted.push(k);
      } else if (tally !== undefined) {
        tally.leftOut.push(k);
        tally.why.push(reason ?? tooRecent);
      }
    }
    if (tally !== undefined) ctx.tallies?.push(tally);
    return found;
  };
}

const tooRecent = text("too recent", "间隔未满");

function compileElapsed(
  it: Waited,
  near: Surroundings,
): (ctx: Context, since: number, needed: number) => Truth {
  if (it.unit === "hours")
    return (ctx, since, needed) => (ctx.at - since >= needed * 3_600_000 ? yes : no);
  const zonesOf = near.zonesOf(it.zone);
  return (ctx, since, needed) => {
    const zones = zonesOf(ctx);
    if (zones === undefined || zones.length === 0) return unknown;
    for (const zone of zones) {
      const start = dayAt(zone, since as InstantMs);
      const ready =
        it.unit === "days" ? addDays(start, needed) : workingDayAfter(ctx, start, needed);
      if (dayAt(zone, ctx.at as InstantMs) < ready) return no;
    }
    return yes;
  };
}

export function workingDayAfter(ctx: Context, start: EpochDay, days: number): EpochDay {
  return addWorkingDays(ctx.calendar, start, days).day;
}

/** The act comes in time: on or before the last day (the start's own day is not counted). */
export function compileDeadline(it: Deadline, near: Surroundings): Test {
  const from = compileTerm(it.from, near);
  const length = compileTerm(it.length, near);
  const zonesOf = near.zonesOf(it.zone);
  return (ctx) => {
    const value = from(ctx);
    const many = length(ctx);
    const zone = zonesOf(ctx)?.[0];
    if (zone === undefined || typeof many !== "number") return unknown;
    if (it.unit === "hours") {
      const start = instantOfValue(value, zone);
      return start === undefined ? unknown : ctx.at <= start + many * 3_600_000 ? yes : no;
    }
    const start = dayOfValue(value, zone);
    if (start === undefined) return unknown;
    return dayAt(zone, ctx.at as InstantMs) <= lastDay(ctx, it.unit, start, many) ? yes : no;
  };
}

// oxlint-disable-next-line max-params
function lastDay(ctx: Context, unit: Deadline["unit"], start: EpochDay, many: number): EpochDay {
  if (unit === "months") return addMonths(start, many);
  return unit === "business-days" ? workingDayAfter(ctx, start, many) : addDays(start, many);
}
