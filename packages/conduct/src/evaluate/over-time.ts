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
import { type Context, no, type Truth, unknown, yes } from "./context.ts";
import { compilePeriod } from "./period.ts";
import { compileSelector, ofAnotherKind, type Selection } from "./select.ts";
import { compileTerm, dayOfValue, instantOfValue, type Surroundings } from "./terms.ts";

type Test = (ctx: Context) => Truth;

const tooEarly = text("before the period", "早于计数期间");
const tooLate = text("after the act", "晚于该行为");

/** A frequency cap: events that match and lie in the period, with the act itself, stay within the most. */
export function compileCap(it: Cap, near: Surroundings): Test {
  const of = compileSelector(it.of, near);
  const startOf = compilePeriod(it.in, it.zone, near);
  const max = compileTerm(it.max, near);
  const own = it.actCounts === false ? 0 : 1;
  const byDebt = it.of.per?.includes("debt") ?? false;
  return (ctx) => {
    const most = max(ctx);
    const start = startOf(ctx, ctx.at);
    if (typeof most !== "number" || Number.isNaN(start)) return unknown;
    if (!byDebt) return countEvents(ctx, of, start, most) + own <= most ? yes : no;
    let fullest = 0;
    for (const debt of debtsOf(ctx)) {
      ctx.debt = debt;
      const count = countEvents(ctx, of, start, most);
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

// oxlint-disable-next-line max-params
function countEvents(ctx: Context, of: Selection, start: number, max: number): number {
  const { history, kinds, at, tallies } = ctx;
  let count = 0;
  let why: (Text | null)[] | undefined;
  for (let k = 0; k < history.length; k++) {
    const event = history[k]!;
    let reason = event.at > at ? tooLate : of.isOfKind(kinds[k]) ? of.match(ctx, event) : other;
    if (reason === null) {
      if (event.at >= start) count += 1;
      else reason = tooEarly;
    }
    if (tallies !== undefined && reason !== other) (why ??= othersIn(history).slice())[k] = reason;
  }
  tallies?.push({ reasons: why ?? othersIn(history), debt: ctx.debt, max });
  return count;
}

const other = ofAnotherKind;

/** Most counts meet no event of their kind at all: these share one list of reasons. */
function othersIn(history: readonly Happening[]): readonly (Text | null)[] {
  const size = history.length;
  return (others[size] ??= Array.from({ length: size }, () => other));
}

const others: (readonly Text[] | undefined)[] = [];

/**
 * Something happened in the period. Seen from an event (within a selector) the period ends at that
 * event, seen from the act at the act. An event that says what uses it up is looked after.
 */
export function compileHappened(it: Happened, near: Surroundings): Test {
  const what = compileSelector(it.what, near);
  const usedUp = it.unlessFollowedBy && compileSelector(it.unlessFollowedBy, near);
  const startOf = compilePeriod(it.in, it.zone, near);
  const byDebt = it.what.per?.includes("debt") ?? false;
  return (ctx) => {
    const { event, at, debt: before } = ctx;
    const end = event === undefined ? at : event.at;
    const start = startOf(ctx, end);
    if (Number.isNaN(start)) return unknown;
    const search: Search = { what, usedUp, start, end, from: event };
    ctx.event = undefined;
    ctx.at = end;
    let found = false;
    if (byDebt && before === undefined) {
      for (const debt of debtsOf(ctx)) {
        ctx.debt = debt;
        found = findEvent(ctx, search);
        if (found) break;
      }
      ctx.debt = before;
    } else found = findEvent(ctx, search);
    ctx.event = event;
    ctx.at = at;
    return found ? yes : no;
  };
}

type Search = {
  readonly what: Selection;
  readonly usedUp: Selection | undefined;
  readonly start: number;
  readonly end: number;
  /** The event from which is looked, within a selector: it doesn't find itself. */
  readonly from: Happening | undefined;
};

function findEvent(ctx: Context, it: Search): boolean {
  const { history, kinds } = ctx;
  const { what, usedUp, start, end, from } = it;
  const isTraced = ctx.tallies !== undefined && from === undefined;
  let found = false;
  let why: (Text | null)[] | undefined;
  for (let k = 0; k < history.length; k++) {
    const event = history[k]!;
    if (event === from) continue;
    let reason =
      event.at > end ? tooLate : what.isOfKind(kinds[k]) ? what.match(ctx, event) : other;
    if (reason === null && event.at < start) reason = tooEarly;
    if (reason === null && usedUp !== undefined && isUsedUp(ctx, usedUp, event, it)) reason = spent;
    if (reason === null) {
      found = true;
      if (!isTraced) return true;
    }
    if (isTraced && reason !== other) (why ??= othersIn(history).slice())[k] = reason;
  }
  if (isTraced) tell(ctx, why);
  return found;
}

function tell(ctx: Context, why: readonly (Text | null)[] | undefined): void {
  const reasons = why ?? othersIn(ctx.history);
  ctx.tallies?.push({ reasons, debt: ctx.debt, max: undefined });
}

const spent = text("used up by what came after", "已因其后发生的事项失效");

// oxlint-disable-next-line max-params
function isUsedUp(ctx: Context, usedUp: Selection, event: Happening, it: Search): boolean {
  return ctx.history.some(
    (later, place) =>
      later !== event &&
      later !== it.from &&
      // A conversation in which consent is given does not use up that consent.
      later.at > event.at &&
      later.at <= it.end &&
      usedUp.isOfKind(ctx.kinds[place]) &&
      usedUp.match(ctx, later) === null,
  );
}

/**
 * A notice before the act, and its interval: one such happening lies far enough back. Seen from an
 * event (within a selector) it is the event that must lie so much later.
 */
export function compileWaited(it: Waited, near: Surroundings): Test {
  const after = compileSelector(it.after, near);
  const length = compileTerm(it.length, near);
  const elapsed = compileElapsed(it, near);
  const test: Test = (ctx) => {
    const needed = length(ctx);
    if (typeof needed !== "number") return unknown;
    const { history } = ctx;
    let found: Truth = no;
    const why: (Text | null)[] = [];
    for (let k = 0; k < history.length; k++) {
      const event = history[k]!;
      let reason: Text | null = other;
      if (event.at > ctx.at) reason = tooLate;
      else if (after.isOfKind(ctx.kinds[k])) reason = after.match(ctx, event);
      const waited = reason === null ? elapsed(ctx, event.at, needed) : no;
      if (waited === unknown) return unknown;
      if (waited === yes) found = yes;
      else reason ??= tooRecent;
      why.push(reason);
    }
    tell(ctx, why);
    return found;
  };
  return (ctx) => (ctx.event === undefined ? test(ctx) : fromEvent(ctx, ctx.event, test));
}

/** The test as if the act were the event. */
function fromEvent(ctx: Context, event: Happening, test: Test): Truth {
  const { at, tallies } = ctx;
  ctx.event = undefined;
  ctx.at = event.at;
  ctx.tallies = undefined;
  const truth = test(ctx);
  ctx.event = event;
  ctx.at = at;
  ctx.tallies = tallies;
  return truth;
}

const tooRecent = text("too recent", "间隔未满");

function compileElapsed(
  it: Waited,
  near: Surroundings,
): (ctx: Context, since: number, needed: number) => Truth {
  if (it.unit === "hours")
    return (ctx, since, needed) => (ctx.at - since >= needed * 3_600_000 ? yes : no);
  const zonesOf = near.zonesOf(it.zone);
  const receivedAfter =
    it.receivedAfter === undefined ? undefined : compileTerm(it.receivedAfter, near);
  return (ctx, since, needed) => {
    const zones = zonesOf(ctx);
    const post = receivedAfter?.(ctx) ?? 0;
    if (zones === undefined || zones.length === 0 || typeof post !== "number") return unknown;
    for (const zone of zones) {
      const start = workingDayAfter(ctx, dayAt(zone, since as InstantMs), post);
      const ready =
        it.unit === "days" ? addDays(start, needed) : workingDayAfter(ctx, start, needed);
      if (dayAt(zone, ctx.at as InstantMs) < ready) return no;
    }
    return yes;
  };
}

function workingDayAfter(ctx: Context, start: EpochDay, days: number): EpochDay {
  if (days === 0) return start;
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
