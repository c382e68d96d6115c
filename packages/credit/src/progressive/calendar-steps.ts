import { addDays, addMonths, civilOf, dayOf, daysInMonth, type EpochDay } from "@fairdue/kernel";
import type { Terms, TimeUnit } from "./terms.ts";

export function step(from: EpochDay, count: number, unit: TimeUnit): EpochDay {
  switch (unit) {
    case "days":
      return addDays(from, count);
    case "weeks":
      return addDays(from, 7 * count);
    case "months":
      return addMonths(from, count);
    case "years":
      return addMonths(from, 12 * count);
  }
}

/** The next due day; a seed on the 29th to 31st pulls clamped days back to where they belong. */
export function nextDue(
  last: EpochDay,
  rhythm: { readonly every: number; readonly unit: TimeUnit; readonly seedOn: EpochDay },
): EpochDay {
  const next = step(last, rhythm.every, rhythm.unit);
  if (rhythm.unit !== "months") return next;
  const seedDay = civilOf(rhythm.seedOn).day;
  const { year, month, day } = civilOf(next);
  if (seedDay <= 28 || day < 28) return next;
  return dayOf(year, month, Math.min(seedDay, daysInMonth(year, month)));
}

export type Span = { readonly from: EpochDay; readonly due: EpochDay };

/** The spans of the schedule, from the terms alone. */
export function spansOf(
  terms: Pick<
    Terms,
    "startOn" | "seedOn" | "firstDueOn" | "repayments" | "every" | "unit" | "fixedLength"
  >,
): Span[] {
  const spans: Span[] = [];
  let last = terms.startOn;
  for (let number = 1; number <= terms.repayments; number++) {
    let due = number === 1 && terms.firstDueOn !== null ? terms.firstDueOn : nextDue(last, terms);
    if (number === terms.repayments && terms.fixedLength !== null) {
      due = step(terms.startOn, terms.fixedLength, terms.unit);
    }
    spans.push({ from: last, due });
    last = due;
  }
  return spans;
}

/** Whole units between two days, as a calendar counts them. */
export function wholeUnitsBetween(from: EpochDay, to: EpochDay, unit: TimeUnit): number {
  if (unit === "days") return to - from;
  if (unit === "weeks") return Math.trunc((to - from) / 7);
  const a = civilOf(from);
  const b = civilOf(to);
  let months = (b.year - a.year) * 12 + (b.month - a.month);
  if (months > 0 && b.day < a.day) months -= 1;
  if (months < 0 && b.day > a.day) months += 1;
  return unit === "months" ? months : Math.trunc(months / 12);
}
