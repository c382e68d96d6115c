import { assert } from "../assert/assert.ts";
import type { Branded } from "../id/id.ts";

/** A business date as days since 1970-01-01 (proleptic Gregorian). No zone, no time of day. */
export type EpochDay = Branded<number, "EpochDay">;

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

export function epochDay(value: number): EpochDay {
  if (!Number.isSafeInteger(value)) assert(false, `a day is an integer, got ${value}`);
  return value as EpochDay;
}

/**
 * Days since 1970-01-01 of a civil date.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as EpochDay;
}

/** The civil date of a day. Source: Hinnant, civil_from_days. */
export function civilOf(day: EpochDay): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return 30 + ((month + (month >> 3)) & 1);
}

/** 1 is Monday … 7 is Sunday (ISO 8601). */
export function weekdayOf(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function addDays(day: EpochDay, days: number): EpochDay {
  return (day + days) as EpochDay;
}

/**
 * `months` after a seed, the day of month kept and clamped to the month's end. Always step from
 * the seed (31 Jan → 28 Feb → 31 Mar), never from the last result.
 */
export function addMonths(seed: EpochDay, months: number): EpochDay {
  const civil = civilOf(seed);
  return dayInMonth(civil.year, civil.month + months, civil.day);
}

/** Day `dayOfMonth` of a month, clamped to its end; the month may run over (13 is next January). */
export function dayInMonth(year: number, month: number, dayOfMonth: number): EpochDay {
  const index = year * 12 + month - 1;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return dayOf(y, m, Math.min(dayOfMonth, daysInMonth(y, m)));
}

/** Reads `2026-11-24`; `undefined` when it is not a real calendar day. */
export function parseDay(text: string): EpochDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

/** `2026-11-24`. */
export function formatDay(day: EpochDay): string {
  const civil = civilOf(day);
  return `${String(civil.year).padStart(4, "0")}-${String(civil.month).padStart(2, "0")}-${String(civil.day).padStart(2, "0")}`;
}

/** A literal day in code and tests. @throws {InvariantViolation} when the text is not a day. */
export function day(text: string): EpochDay {
  const parsed = parseDay(text);
  assert(parsed !== undefined, `not a calendar day: ${text}`);
  return parsed;
}
