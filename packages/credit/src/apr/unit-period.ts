import { addMonths, civilOf, dayInMonth, daysInMonth, type EpochDay } from "@fairdue/kernel";

/**
 * The period by which a transaction is measured. `term`: a single advance repaid at once in less
 * than a year, whose whole term is the period.
 */
export type UnitPeriod =
  | { readonly unit: "day" | "week" | "month"; readonly count: number }
  | { readonly unit: "semimonth" | "year"; readonly count: 1 }
  | { readonly unit: "term"; readonly count: 1 };

/** Whole periods, and the fraction of one, between the start and a later day. */
export type Elapsed = { readonly whole: number; readonly fraction: number };

/**
 * The unit-period of a transaction: the common period that occurs most often, the smaller when two
 * do equally; without one, the average period to the nearest standard interval.
 * Source: 12 CFR 1026 Appendix J (b)(3), (b)(4).
 */
export function unitPeriodOf(
  startOn: EpochDay,
  advances: readonly EpochDay[],
  payments: readonly EpochDay[],
): UnitPeriod {
  const last = payments.at(-1) ?? startOn;
  if (advances.length <= 1 && payments.length === 1) {
    return addMonths(startOn, 12) < last ? { unit: "year", count: 1 } : { unit: "term", count: 1 };
  }
  const runs = [withStart(startOn, advances), withStart(startOn, payments)];
  const periods = runs.flatMap((days) => periodsOf(days, nominalDay(days.slice(1))));
  const common = mostCommon(periods);
  if (common) return common;
  const spans = runs.flatMap((days) => days.slice(1).map((on, k) => on - (days[k] ?? on)));
  return nearestStandard(spans.reduce((a, b) => a + b, 0) / Math.max(1, spans.length));
}

function withStart(startOn: EpochDay, days: readonly EpochDay[]): EpochDay[] {
  const rest = days.filter((on) => on > startOn);
  return rest.length === 0 ? [] : [startOn, ...rest];
}

type Period = { readonly from: EpochDay; readonly to: EpochDay; readonly day: number };

function periodsOf(days: readonly EpochDay[], day: number): Period[] {
  return days.slice(1).map((to, k) => ({ from: days[k] ?? to, to, day }));
}

/** Every standard interval that some period is; the one that most periods are. */
function mostCommon(periods: readonly Period[]): UnitPeriod | undefined {
  const counts = new Map<string, { unit: UnitPeriod; days: number; count: number }>();
  for (const period of periods) {
    for (const unit of namesOf(period)) {
      const key = `${unit.count} ${unit.unit}`;
      const known = counts.get(key) ?? { unit, days: roughDays(unit), count: 0 };
      known.count += 1;
      counts.set(key, known);
    }
  }
  const common = [...counts.values()].filter((it) => it.count > 1);
  common.sort((a, b) => b.count - a.count || a.days - b.days);
  return common[0]?.unit;
}

/** The intervals that a period is: a month and four weeks may be the same 28 days. */
function namesOf({ from, to, day }: Period): UnitPeriod[] {
  const names: UnitPeriod[] = [];
  const days = to - from;
  const a = civilOf(from);
  const b = civilOf(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const isWhole = isOnDay(from, day) && isOnDay(to, day);
  if (months >= 1 && months <= 12 && (isWhole || addMonths(from, months) === to)) {
    names.push(months === 12 ? { unit: "year", count: 1 } : { unit: "month", count: months });
  }
  if (isSemimonth(from, to)) names.push({ unit: "semimonth", count: 1 });
  if (days % 7 === 0 && days <= 364) names.push({ unit: "week", count: days / 7 });
  else if (days <= 365) names.push({ unit: "day", count: days });
  return names;
}

/** Two days of the month, about fifteen apart: the 1st and the 16th, the 15th and the last. */
function isSemimonth(from: EpochDay, to: EpochDay): boolean {
  const days = to - from;
  if (days < 13 || days > 17) return false;
  const a = civilOf(from);
  const b = civilOf(to);
  const isLast = b.day === daysInMonth(b.year, b.month) || a.day === daysInMonth(a.year, a.month);
  return isLast || Math.abs(b.day - a.day) === 15;
}

function isOnDay(on: EpochDay, day: number): boolean {
  const civil = civilOf(on);
  return dayInMonth(civil.year, civil.month, day) === on;
}

/** The day of month of a series: its highest, where every day of it is that, clamped. */
export function nominalDay(days: readonly EpochDay[]): number {
  let highest = 0;
  for (const on of days) highest = Math.max(highest, civilOf(on).day);
  const isEnd = days.every((on) => isOnDay(on, 31));
  if (days.length > 1 && isEnd) return 31;
  return days.every((on) => isOnDay(on, highest)) ? highest : 0;
}

function roughDays(unit: UnitPeriod): number {
  switch (unit.unit) {
    case "day":
      return unit.count;
    case "week":
      return unit.count * 7;
    case "semimonth":
      return 15;
    case "month":
      return unit.count * 30;
    default:
      return 365;
  }
}

function nearestStandard(days: number): UnitPeriod {
  const standard: UnitPeriod[] = [
    { unit: "day", count: 1 },
    { unit: "semimonth", count: 1 },
    { unit: "year", count: 1 },
  ];
  for (let count = 1; count <= 52; count += 1) standard.push({ unit: "week", count });
  for (let count = 1; count <= 11; count += 1) standard.push({ unit: "month", count });
  const distance = (it: UnitPeriod): number =>
    Math.abs((it.unit === "month" ? (it.count * 365) / 12 : roughDays(it)) - days);
  standard.sort((a, b) => distance(a) - distance(b) || roughDays(a) - roughDays(b));
  return standard[0] ?? { unit: "month", count: 1 };
}

/** Source: Appendix J (b)(5)(ii) to (vii). `termDays` only for a unit-period that is the term. */
export function unitPeriodsPerYear(
  unit: UnitPeriod,
  term: { readonly from: EpochDay; readonly to: EpochDay },
): number {
  switch (unit.unit) {
    case "day":
      return 365 / unit.count;
    case "week":
      return 52 / unit.count;
    case "semimonth":
      return 24;
    case "month":
      return 12 / unit.count;
    case "year":
      return 1;
    case "term": {
      const months = wholeMonths(term.from, term.to);
      return months === undefined ? 365 / (term.to - term.from) : 12 / months;
    }
  }
}

/** Months between two days when they are a whole number of them; `undefined` otherwise. */
export function wholeMonths(from: EpochDay, to: EpochDay): number | undefined {
  const back = monthsBack(from, to, civilOf(to).day);
  if (back.days === 0 && back.months > 0) return back.months;
  const a = civilOf(from);
  const b = civilOf(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return months > 0 && isOnDay(from, 31) && isOnDay(to, 31) ? months : undefined;
}

/**
 * Full months measured back from the later day, and the days left before them. `day` is the day
 * of month of the series the later day belongs to, so that 28 February steps back to 30 January.
 */
export function monthsBack(
  from: EpochDay,
  to: EpochDay,
  day: number,
): { readonly months: number; readonly days: number } {
  const a = civilOf(from);
  const b = civilOf(to);
  let months = (b.year - a.year) * 12 + b.month - a.month;
  let reached = dayInMonth(b.year, b.month - months, day);
  if (reached < from && months > 0) {
    months -= 1;
    reached = dayInMonth(b.year, b.month - months, day);
  }
  if (months <= 0) return { months: 0, days: to - from };
  return { months, days: reached - from };
}

/** Unit-periods from the start of the term to a day. Source: Appendix J (b)(5). */
export function elapsed(unit: UnitPeriod, from: EpochDay, to: EpochDay, seriesDay = 0): Elapsed {
  const day = seriesDay === 0 ? civilOf(to).day : seriesDay;
  switch (unit.unit) {
    case "term":
      return { whole: to === from ? 0 : 1, fraction: 0 };
    case "day":
    case "week":
      return divided(to - from, unit.unit === "day" ? unit.count : unit.count * 7);
    case "year": {
      const { months, days } = monthsBack(from, to, day);
      const years = Math.floor(months / 12);
      if (days === 0) return { whole: years, fraction: (months % 12) / 12 };
      return { whole: years, fraction: (addMonths(to, -12 * years) - from) / 365 };
    }
    case "semimonth":
    case "month": {
      const { months, days } = monthsBack(from, to, day);
      if (unit.unit === "month" && unit.count === 1) return { whole: months, fraction: days / 30 };
      return divided(30 * months + days, unit.unit === "month" ? 30 * unit.count : 15);
    }
  }
}

function divided(days: number, perPeriod: number): Elapsed {
  const whole = Math.floor(days / perPeriod);
  return { whole, fraction: (days - whole * perPeriod) / perPeriod };
}
