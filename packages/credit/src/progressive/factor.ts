import { addDays, civilOf, dayOf, daysInMonth, type EpochDay, isLeapYear } from "@fairdue/kernel";
import { step, wholeUnitsBetween } from "./calendar-steps.ts";
import { type Decimal, kept, one, over, plus, scaled, times, whole, zero } from "./decimal.ts";
import type { Plan, Row } from "./plan.ts";
import { rateOn } from "./plan.ts";
import type { Terms } from "./terms.ts";

const unitDays = { days: 1, weeks: 7, months: 30, years: 360 } as const;

/**
 * Interest of one unit of principal over part of a row, from the yearly rate of the day it starts.
 * `growth` is the factor by which the equal instalment is found; `interest` counts 30-day months by
 * the whole and broken units that the row really holds. The two differ only for 30-day months.
 */
export function factorOf(
  plan: Plan,
  row: Row,
  part: { readonly from: EpochDay; readonly to: EpochDay; readonly use: "growth" | "interest" },
): Decimal {
  const { terms } = plan;
  const rate = over(rateOn(plan, part.from), whole(100));
  const days = whole(part.to - part.from);
  const rowDays = whole(row.due - row.from);
  if (terms.interestPeriod === "same-as-repayment-period") {
    const perYear = terms.unit === "months" ? 12 : terms.unit === "weeks" ? 52 : 0;
    if (perYear > 0) return share(rate, { units: one, every: terms.every, perYear, days, rowDays });
  }
  if (isSplitByYears(terms, row, part)) {
    return scaled(times(rate, yearsOf(terms, part.from, part.to)), 19);
  }
  const yearDays = daysOfYear(terms, row, part.from);
  if (terms.daysInMonth === "actual") {
    return share(rate, { units: days, every: 1, perYear: yearDays, days: one, rowDays: one });
  }
  const units = unitDays[terms.unit];
  const every = part.use === "growth" ? terms.every : unitsIn(plan, row);
  return share(rate, { units: whole(units), every, perYear: yearDays, days, rowDays });
}

type Share = {
  readonly units: Decimal;
  readonly every: number | Decimal;
  readonly perYear: number;
  readonly days: Decimal;
  readonly rowDays: Decimal;
};

/** rate × (units × every ÷ perYear) × days ÷ rowDays, nineteen digits after each step. */
function share(rate: Decimal, it: Share): Decimal {
  if (it.rowDays.coefficient === 0n) return zero;
  const every = typeof it.every === "number" ? whole(it.every) : it.every;
  const fraction = over(times(it.units, every), whole(it.perYear));
  return scaled(over(times(times(rate, fraction), it.days), it.rowDays), 19);
}

function isSplitByYears(
  terms: Terms,
  row: Row,
  part: { readonly from: EpochDay; readonly to: EpochDay },
): boolean {
  if (terms.daysInYear !== "actual") return false;
  if (civilOf(part.to).year === civilOf(part.from).year) return false;
  return terms.leapYear === "full-leap-year" || holdsLeapDay(row.from, row.due);
}

function daysOfYear(terms: Terms, row: Row, from: EpochDay): number {
  if (terms.daysInYear !== "actual") return terms.daysInYear;
  if (!isLeapYear(civilOf(from).year)) return 365;
  if (terms.leapYear === "full-leap-year") return 366;
  return holdsLeapDay(row.from, row.due) ? 366 : 365;
}

/** Is there a 29 February in (from, due]? */
function holdsLeapDay(from: EpochDay, due: EpochDay): boolean {
  for (let year = civilOf(from).year; year <= civilOf(due).year; year++) {
    if (!isLeapYear(year)) continue;
    const leap = dayOf(year, 2, 29);
    if (leap > from && leap <= due) return true;
  }
  return false;
}

/** Years in [from, to), each calendar year by its own length; the year turns on 31 December. */
function yearsOf(terms: Terms, from: EpochDay, to: EpochDay): Decimal {
  let years: Decimal = zero;
  let at = from;
  const last = civilOf(to).year;
  for (let year = civilOf(from).year; year <= last; year++) {
    const turn = terms.recognisesDrawDay ? dayOf(year + 1, 1, 1) : dayOf(year, 12, 31);
    const end = year === last ? to : turn;
    years = kept(plus(years, over(whole(end - at), whole(isLeapYear(year) ? 366 : 365))));
    at = end;
  }
  return years;
}

/** Whole units of the rhythm that a row holds, and the part of one that is broken. */
function unitsIn(plan: Plan, row: Row): Decimal {
  const { terms } = plan;
  const seed = seedOf(plan, row);
  let before = wholeUnitsBetween(seed, row.from, terms.unit);
  if (terms.unit === "months") {
    const { year, month, day } = civilOf(row.from);
    if (day === daysInMonth(year, month) && civilOf(seed).day > day) {
      before = wholeUnitsBetween(seed, addDays(row.from, 1), terms.unit);
    }
  }
  let count = before + 1;
  let at = row.from;
  while (at < row.due) {
    at = step(seed, count, terms.unit);
    if (at <= row.due) {
      count += 1;
      continue;
    }
    const wholeUnits = count - before - 1;
    const start = step(seed, wholeUnits, terms.unit);
    return plus(over(whole(row.due - start), whole(at - start)), whole(wholeUnits));
  }
  return whole(count - before - 1);
}

/** A row in the rhythm of the plan counts from its start; one off the rhythm from itself. */
function seedOf(plan: Plan, row: Row): EpochDay {
  const { every, unit } = plan.terms;
  const start = plan.rows[0]?.from ?? row.from;
  let count = 1;
  let at = step(start, count, unit);
  while (at < row.due) {
    count += 1;
    at = step(start, count, unit);
  }
  return at === row.due && step(at, -every, unit) === row.from ? start : row.from;
}
