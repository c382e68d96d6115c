import { assert } from "../assert/assert.ts";
import { addDays, civilOf, day, type EpochDay, weekdayOf } from "../day/day.ts";
import { chinaDays, chinaNotices } from "./cn-days.ts";

/** [ISO date, `off` (holiday) or `work` (make-up working day), name]. */
export type CalendarException = readonly [date: string, kind: "off" | "work", name: string];

/**
 * What a calendar knows of a day. `unknown` is an answer of its own: the year's notice has not
 * been published, so a weekday may yet become a holiday and a weekend a working day.
 */
export type DayKind = "working" | "off" | "unknown";

export type BusinessCalendar = {
  readonly name: string;
  kindOf(day: EpochDay): DayKind;
  holidayNameOf(day: EpochDay): string | undefined;
};

export type CalendarDeclaration = {
  readonly name: string;
  /** ISO weekdays (1 Monday … 7 Sunday) that are off unless an exception says otherwise. */
  readonly weekend: readonly number[];
  /** The years whose exceptions are announced; every other year is unknown. `"all"` for plain weeks. */
  readonly years: readonly number[] | "all";
  readonly exceptions: readonly CalendarException[];
};

/** Makes a calendar from its declaration: loaded data, never code. */
export function calendarOf(declaration: CalendarDeclaration): BusinessCalendar {
  const exceptions = new Map<number, CalendarException>();
  for (const it of declaration.exceptions) {
    const on = day(it[0]);
    assert(!exceptions.has(on), `calendar ${declaration.name} names ${it[0]} twice`);
    exceptions.set(on, it);
  }
  const weekend = new Set(declaration.weekend);
  const years = declaration.years === "all" ? undefined : new Set(declaration.years);
  return {
    name: declaration.name,
    kindOf: (on) => {
      const exception = exceptions.get(on);
      if (exception) return exception[1] === "off" ? "off" : "working";
      if (years && !years.has(civilOf(on).year)) return "unknown";
      return weekend.has(weekdayOf(on)) ? "off" : "working";
    },
    holidayNameOf: (on) => {
      const exception = exceptions.get(on);
      return exception?.[1] === "off" ? exception[2] : undefined;
    },
  };
}

/** The official calendar of mainland China, make-up working days included. */
export const chinaCalendar: BusinessCalendar = calendarOf({
  name: "cn",
  weekend: [6, 7],
  years: Object.entries(chinaNotices)
    .filter(([, papers]) => papers.length > 0)
    .map(([year]) => Number(year)),
  exceptions: chinaDays,
});

/** Monday to Friday, no holidays: for contracts that say so. */
export const weekdayCalendar: BusinessCalendar = calendarOf({
  name: "weekdays",
  weekend: [6, 7],
  years: "all",
  exceptions: [],
});

/** Every day is a business day: the usual case of consumer credit, where a due day is a due day. */
export const everyDayCalendar: BusinessCalendar = calendarOf({
  name: "every-day",
  weekend: [],
  years: "all",
  exceptions: [],
});

/** Where a date that is not a business day moves to. Source: 2006 ISDA Definitions §4.12. */
export type RollConvention =
  | "none"
  | "following"
  | "modified-following"
  | "preceding"
  | "modified-preceding";

/**
 * The date on which something due on `on` really falls. A day that the calendar does not know is
 * judged by its weekday alone: `certain` is then false and the caller must say so.
 */
export function rollDay(
  calendar: BusinessCalendar,
  on: EpochDay,
  convention: RollConvention,
): { readonly day: EpochDay; readonly certain: boolean } {
  if (convention === "none") return { day: on, certain: true };
  const forward = step(calendar, on, 1);
  const back = step(calendar, on, -1);
  const sameMonth = (it: EpochDay): boolean => civilOf(it).month === civilOf(on).month;
  switch (convention) {
    case "following":
      return forward;
    case "preceding":
      return back;
    case "modified-following":
      return sameMonth(forward.day) ? forward : back;
    case "modified-preceding":
      return sameMonth(back.day) ? back : forward;
  }
}

/**
 * The day that lies `count` working days after `from` (the first counted day is the day after).
 * Used for legal deadlines; `certain` is false when an unannounced year had to be judged.
 */
export function addWorkingDays(
  calendar: BusinessCalendar,
  from: EpochDay,
  count: number,
): { readonly day: EpochDay; readonly certain: boolean } {
  assert(
    Number.isInteger(count) && count >= 0,
    `a number of working days is a whole number, got ${count}`,
  );
  let current = from;
  let certain = true;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    const judged = judge(calendar, current);
    certain &&= judged.certain;
    if (judged.working) left -= 1;
  }
  return { day: current, certain };
}

function step(
  calendar: BusinessCalendar,
  on: EpochDay,
  by: 1 | -1,
): { day: EpochDay; certain: boolean } {
  let current = on;
  let certain = true;
  for (let tries = 0; tries < 40; tries += 1) {
    const judged = judge(calendar, current);
    certain &&= judged.certain;
    if (judged.working) return { day: current, certain };
    current = addDays(current, by);
  }
  throw new RangeError(`calendar ${calendar.name} has no working day within 40 days of ${on}`);
}

function judge(calendar: BusinessCalendar, on: EpochDay): { working: boolean; certain: boolean } {
  const kind = calendar.kindOf(on);
  return kind === "unknown"
    ? { working: weekdayOf(on) <= 5, certain: false }
    : { working: kind === "working", certain: true };
}
