import {
  accepted,
  addDays,
  addMonths,
  civilOf,
  dayInMonth,
  dayOf,
  type EpochDay,
  type Outcome,
  refused,
} from "@fairdue/kernel";
import { type CashFlow, discounted, inOrder } from "./irr.ts";
import type { RateFailure } from "./root.ts";
import { nominalDay } from "./unit-period.ts";

/** The equal periods in which an interval is measured, days being the rest. */
export type EuInterval = "year" | "month" | "week";

export type EuOptions = {
  /** That of the payments when `null`: months, or weeks where every interval is whole weeks. */
  readonly interval: EuInterval | null;
};

export type EuTerm = {
  readonly on: EpochDay;
  readonly amountMinor: number;
  readonly years: number;
};

export type EuRate = {
  readonly interval: EuInterval;
  readonly apr: number;
  readonly terms: readonly EuTerm[];
};

/**
 * The annual percentage rate of charge X: Σ C_k (1 + X)^−t_k = Σ D_l (1 + X)^−s_l, intervals in
 * years from the first drawdown; a year has 365 days (366 in leap years), 52 weeks or twelve equal
 * months.
 * Source: Directive 2008/48/EC Annex I part I; Directive (EU) 2023/2225 Annex III part I; periods
 * counted back and the rest in days as in Directive 2014/17/EU Annex I part I (c).
 */
export function euApr(
  flows: readonly CashFlow[],
  options: EuOptions = { interval: null },
): Outcome<EuRate, RateFailure> {
  const ordered = inOrder(flows);
  const first = ordered[0];
  if (!first) return refused({ reason: "no-flows" });
  const interval = options.interval ?? intervalOf(ordered.map((it) => it.on));
  const seriesDay = nominalDay(ordered.slice(1).map((it) => it.on));
  const terms = ordered.map((it) => ({
    ...it,
    years: yearsBetween(interval, first.on, it.on, seriesDay),
  }));
  const root = discounted(terms.map((it) => ({ amount: it.amountMinor, time: it.years })));
  return root.ok ? accepted({ interval, apr: root.value, terms }) : root;
}

function intervalOf(days: readonly EpochDay[]): EuInterval {
  const first = days[0];
  if (first === undefined) return "month";
  const rest = days.slice(1);
  const seriesDay = nominalDay(rest);
  const isMonthly = rest.every((on) => fromMonths(first, on, seriesDay).days === 0);
  // An odd first period does not make a weekly series a monthly one.
  const from = rest.length > 1 && seriesDay === 0 ? rest[0]! : first;
  const isWeekly = rest.every((on) => (on - from) % 7 === 0);
  return isWeekly && !isMonthly ? "week" : "month";
}

/**
 * Years between the first drawdown and a later day: equal periods counted back from the later day,
 * then days, over those of the year that ends where the periods end.
 */
export function yearsBetween(
  interval: EuInterval,
  from: EpochDay,
  to: EpochDay,
  seriesDay = 0,
): number {
  if (to <= from) return 0;
  if (interval === "week") {
    const weeks = Math.floor((to - from) / 7);
    return weeks / 52 + inYears(to - from - weeks * 7, addDays(to, -7 * weeks));
  }
  const { months, days, reached } = fromMonths(from, to, seriesDay);
  if (interval === "month") return months / 12 + inYears(days, reached);
  if (days === 0 && months % 12 === 0) return months / 12;
  const years = Math.floor(months / 12);
  const yearsBack = addMonths(to, -12 * years);
  return years + inYears(yearsBack - from, yearsBack);
}

type MonthsBack = { readonly months: number; readonly days: number; readonly reached: EpochDay };

/** The last days of two months are whole months apart; so is a day from its clamped like. */
function fromMonths(from: EpochDay, to: EpochDay, seriesDay: number): MonthsBack {
  const a = civilOf(from);
  const b = civilOf(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const areEnds = isMonthEnd(from) && isMonthEnd(to);
  if (months > 0 && (areEnds || addMonths(from, months) === to)) {
    return { months, days: 0, reached: from };
  }
  const day = seriesDay === 0 ? b.day : seriesDay;
  const back = (count: number): EpochDay => dayInMonth(b.year, b.month - count, day);
  const full = months > 0 && back(months) >= from ? months : Math.max(0, months - 1);
  const reached = full === 0 ? to : back(full);
  return { months: full, days: reached - from, reached };
}

const isMonthEnd = (on: EpochDay): boolean => civilOf(addDays(on, 1)).day === 1;

/** Days over those of the year that ends on `last`. */
function inYears(days: number, last: EpochDay): number {
  if (days === 0) return 0;
  const { year, month, day } = civilOf(last);
  const yearBefore =
    month === 2 && day === 29 ? dayOf(year - 1, 3, 1) : dayOf(year - 1, month, day);
  return days / (last - yearBefore);
}
