import type { AccountFact } from "@fairdue/credit";
import { addMonths, type EpochDay } from "@fairdue/kernel";
import type { ArrangementTerms } from "./terms.ts";

/** What the account shows of an arrangement that runs. */
export type Course = {
  readonly on: EpochDay;
  readonly acceptedOn: EpochDay;
  readonly dpd: number;
  readonly owedMinor: number;
  /** What came in from the acceptance on, returns taken off. */
  readonly paidMinor: number;
};

export type CourseVerdict = "running" | "met" | "broken";

/** Whether an arrangement keeps collection away while it runs. */
export function runs(terms: ArrangementTerms): boolean {
  return !["rate-relief", "charge-relief", "due-day"].includes(terms.kind);
}

/**
 * Judges an arrangement by the account alone: broken when a payment is late by more than the days of
 * grace, or when a settlement's day is over without its amount; met when nothing is owed any more, a
 * holiday is over, or the amount of a settlement is there.
 */
export function judgeCourse(terms: ArrangementTerms, it: Course, graceDays: number): CourseVerdict {
  if (terms.kind === "settlement") {
    if (it.paidMinor >= terms.payMinor) return "met";
    return it.on > terms.payBy ? "broken" : "running";
  }
  if (!runs(terms) || it.owedMinor === 0) return "met";
  if (it.dpd > graceDays) return "broken";
  return terms.kind === "holiday" && it.on >= addMonths(it.acceptedOn, terms.months)
    ? "met"
    : "running";
}

/** What a breach brings: relief of the rate ends; what was given up already stays given up. */
export function factsAtBreach(
  terms: ArrangementTerms,
  it: { readonly rateBefore: number },
): readonly AccountFact[] {
  return terms.kind === "instalment-plan" && terms.rate !== it.rateBefore
    ? [{ kind: "rate-changed", rate: it.rateBefore }]
    : [];
}
