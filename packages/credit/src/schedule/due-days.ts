import {
  addDays,
  addMonths,
  type BusinessCalendar,
  civilOf,
  dayInMonth,
  dayOf,
  daysInMonth,
  type EpochDay,
  rollDay,
  type RollConvention,
} from "@fairdue/kernel";
import type { Every } from "./terms.ts";

/** Due days of `count` months: the first on or after `notBefore`, each on `dueDay`, clamped. */
export function monthlyDueDays(notBefore: EpochDay, dueDay: number, count: number): EpochDay[] {
  const civil = civilOf(notBefore);
  const isThisMonth = dayInMonth(civil.year, civil.month, dueDay) >= notBefore;
  return daysOfMonths({ year: civil.year, month: civil.month + (isThisMonth ? 0 : 1) }, dueDay, {
    every: 1,
    count,
  });
}

type Months = { readonly every: number; readonly count: number };

/**
 * One day in each of `count` months, `every` months apart, clamped to the month's end; always the
 * wanted day of month, never the clamped one of the month before (31 Jan, 28 Feb, 31 Mar).
 */
function daysOfMonths(
  first: { readonly year: number; readonly month: number },
  dayOfMonth: number,
  { every, count }: Months,
): EpochDay[] {
  const years = Math.floor((first.month - 1) / 12);
  let year = first.year + years;
  let month = first.month - years * 12;
  let firstOfMonth = dayOf(year, month, 1);
  const days: EpochDay[] = [];
  for (let wait = 0; days.length < count; wait -= 1) {
    const length = daysInMonth(year, month);
    if (wait === 0) {
      days.push(addDays(firstOfMonth, (dayOfMonth < length ? dayOfMonth : length) - 1));
      wait = every;
    }
    firstOfMonth = addDays(firstOfMonth, length);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return days;
}

export type DueDayTerms = {
  readonly startOn: EpochDay;
  readonly every: Every;
  readonly count: number;
  /** Months: the wanted day of month; that of the first due day, or of the start, when `null`. */
  readonly dueDay: number | null;
  /** The first due day, when the contract names it; the first period is then what it is. */
  readonly firstDueOn: EpochDay | null;
  /** The first due day lies at least this many days after the start. */
  readonly firstDueDaysMin: number;
};

/** Due days before any rolling, rising, each stepped from the seed. */
export function dueDaysOf(it: DueDayTerms): EpochDay[] {
  const { every, count } = it;
  const notBefore = addDays(it.startOn, Math.max(1, it.firstDueDaysMin));
  if (every.unit !== "month") {
    const step = every.unit === "week" ? every.count * 7 : every.count;
    const first = it.firstDueOn ?? later(addDays(it.startOn, step), notBefore);
    return Array.from({ length: count }, (_, k) => addDays(first, k * step));
  }
  const first = it.firstDueOn ?? firstMonthly(it, notBefore);
  const dayOfMonth = wantedDay(first, it);
  const civil = civilOf(first);
  return daysOfMonths(civil, dayOfMonth, { every: every.count, count });
}

function firstMonthly(it: DueDayTerms, notBefore: EpochDay): EpochDay {
  const { every, startOn } = it;
  const regular = addMonths(startOn, every.count);
  if (it.dueDay === null) return later(regular, notBefore);
  const from = addDays(addMonths(startOn, every.count - 1), 1);
  const civil = civilOf(later(from, notBefore));
  const inMonth = dayInMonth(civil.year, civil.month, it.dueDay);
  return inMonth >= later(from, notBefore)
    ? inMonth
    : dayInMonth(civil.year, civil.month + 1, it.dueDay);
}

/** The wanted due day where the first day is it (or its clamping), else the first day's own. */
function wantedDay(first: EpochDay, it: DueDayTerms): number {
  const civil = civilOf(first);
  const wanted = it.dueDay ?? (it.firstDueOn === null ? civilOf(it.startOn).day : civil.day);
  return dayInMonth(civil.year, civil.month, wanted) === first ? wanted : civil.day;
}

const later = (a: EpochDay, b: EpochDay): EpochDay => (a > b ? a : b);

export type Rolling = { readonly calendar: BusinessCalendar; readonly roll: RollConvention };

/** Due days from the month of `first` on, `every` months apart, rolled. */
export function monthlyFrom(
  it: Rolling & { readonly every: number },
  first: EpochDay,
  wanted: { readonly dueDay: number; readonly count: number },
): EpochDay[] {
  const months = { every: it.every, count: wanted.count };
  return daysOfMonths(civilOf(first), wanted.dueDay, months).map((on) => rolled(it, on));
}

/**
 * A due day moved by whole months. A day that was clamped to a short month, or rolled off a
 * holiday, stands for the wanted day of month again, and is clamped and rolled anew.
 */
export function movedByMonths(
  it: Rolling,
  on: EpochDay,
  wanted: { readonly dueDay: number; readonly months: number },
): EpochDay {
  const civil = civilOf(on);
  for (const near of [0, -1, 1]) {
    const nominal = dayInMonth(civil.year, civil.month + near, wanted.dueDay);
    if (rolled(it, nominal) !== on) continue;
    return rolled(it, dayInMonth(civil.year, civil.month + near + wanted.months, wanted.dueDay));
  }
  return rolled(it, dayInMonth(civil.year, civil.month + wanted.months, civil.day));
}

/** The day on which something due on `on` really falls. */
export function rolled(it: Rolling, on: EpochDay): EpochDay {
  return it.roll === "none" ? on : rollDay(it.calendar, on, it.roll).day;
}
