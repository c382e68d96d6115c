import { civilOf, dayOf, type EpochDay, type Exact, isLeapYear } from "@fairdue/kernel";

/**
 * How time becomes a share of a year. [from, to): the first day counts, the last does not.
 * Source: 2006 ISDA Definitions §4.16 (b) actual/actual, (d) actual/365 fixed, (e) actual/360,
 * (f) 30/360 bond basis, (g) 30E/360 Eurobond basis.
 */
export type DayCount =
  | "actual/365-fixed"
  | "actual/360"
  | "actual/actual-isda"
  | "30/360-us"
  | "30e/360";

export const dayCounts: readonly DayCount[] = [
  "actual/365-fixed",
  "actual/360",
  "actual/actual-isda",
  "30/360-us",
  "30e/360",
];

/**
 * Parts into which a convention cuts a year: days, or for actual/actual 365 × 366 parts, of which
 * a day of a common year has 366 and one of a leap year 365, so that both years are whole.
 */
export function partsOfYear(dayCount: DayCount): number {
  switch (dayCount) {
    case "actual/365-fixed":
      return 365;
    case "actual/actual-isda":
      return 365 * 366;
    default:
      return 360;
  }
}

/** Parts of a year between two days; negative when `to` is before `from`. */
export function partsBetween(dayCount: DayCount, from: EpochDay, to: EpochDay): number {
  switch (dayCount) {
    case "actual/365-fixed":
    case "actual/360":
      return to - from;
    case "actual/actual-isda":
      return actualPart(to) - actualPart(from);
    case "30e/360":
      return days30e(to) - days30e(from);
    case "30/360-us":
      return days30us(from, to);
  }
}

/**
 * The share of a year between two days, exactly.
 *
 * @example yearFraction("actual/360", day("2026-01-15"), day("2026-02-15"))
 * // => { numerator: 31n, denominator: 360n }
 */
export function yearFraction(dayCount: DayCount, from: EpochDay, to: EpochDay): Exact {
  return {
    numerator: BigInt(partsBetween(dayCount, from, to)),
    denominator: BigInt(partsOfYear(dayCount)),
  };
}

/** ISDA §4.16(g): both 31sts count as the 30th. Additive: spans are sums of their parts. */
function days30e(on: EpochDay): number {
  const civil = civilOf(on);
  return civil.year * 360 + civil.month * 30 + Math.min(civil.day, 30);
}

/**
 * ISDA §4.16(f): a start on the 31st counts as the 30th; an end on the 31st counts as the 30th only
 * when the start does. Not additive: 28 February to 31 March is 33 days, but 28 February to 30
 * April is 62, and 31 March to 30 April is 30. It measures periods, not days.
 */
function days30us(from: EpochDay, to: EpochDay): number {
  const start = civilOf(from);
  const end = civilOf(to);
  const d1 = Math.min(start.day, 30);
  const d2 = end.day === 31 && d1 === 30 ? 30 : end.day;
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + d2 - d1;
}

/** ISDA §4.16(b): days in leap years over 366 and in common years over 365, as parts of 365 × 366. */
function actualPart(on: EpochDay): number {
  const { year } = civilOf(on);
  const leapsBefore = leaps(year - 1);
  const leapDays = 366 * leapsBefore;
  const daysBefore = 365 * year + leapsBefore;
  const whole = (daysBefore - leapDays) * 366 + leapDays * 365;
  return whole + (on - dayOf(year, 1, 1)) * (isLeapYear(year) ? 365 : 366);
}

const leaps = (year: number): number =>
  Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
