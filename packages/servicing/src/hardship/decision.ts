import { accepted, addDays, type EpochDay, type Outcome, refused } from "@fairdue/kernel";
import { type EvidenceId, type HardshipKindId, hardshipKinds } from "./kinds.ts";

export type HardshipDecision =
  | {
      readonly outcome: "granted";
      readonly kind: HardshipKindId;
      /** Last day of the pause. */
      readonly pauseUntil: EpochDay;
      /** When somebody looks at it again: before or on the last day of the pause. */
      readonly reviewOn: EpochDay;
      readonly reason: string;
    }
  | { readonly outcome: "declined"; readonly kind: HardshipKindId; readonly reason: string };

export type HardshipRefusal = {
  readonly field: "pauseUntil" | "reviewOn" | "evidence";
  readonly value: string;
  readonly expected: string;
};

/**
 * Checks a decision against what the house promises: a grant has an end and a look before it; nobody
 * is declined for want of a paper that he was never asked for.
 */
export function checkHardship(
  it: HardshipDecision,
  known: { readonly on: EpochDay; readonly asked: readonly EvidenceId[] },
): Outcome<HardshipDecision, HardshipRefusal> {
  if (it.outcome === "declined")
    return known.asked.length === 0
      ? refused({
          field: "evidence",
          value: "none asked",
          expected: "the person asked for evidence first",
        })
      : accepted(it);
  const lastOn = addDays(known.on, hardshipKinds[it.kind].reviewDaysMax);
  if (it.pauseUntil <= known.on || it.pauseUntil > lastOn)
    return refused({
      field: "pauseUntil",
      value: String(it.pauseUntil),
      expected: "a day within the longest pause",
    });
  if (it.reviewOn <= known.on || it.reviewOn > it.pauseUntil)
    return refused({
      field: "reviewOn",
      value: String(it.reviewOn),
      expected: "a day within the pause",
    });
  return accepted(it);
}

/** A declared disaster: whom it reaches by region, and between which days. */
export type Disaster = {
  readonly disasterId: string;
  /** Codes of GB/T 2260, two, four or six digits: a province, a city, a county. */
  readonly regions: readonly string[];
  readonly from: EpochDay;
  readonly until: EpochDay;
};

/** Whether a disaster reaches somebody who lives in a region. */
export function reaches(
  it: Disaster,
  home: { readonly region: string; readonly on: EpochDay },
): boolean {
  const isNow = it.from <= home.on && home.on <= it.until;
  return isNow && it.regions.some((code) => home.region.startsWith(code));
}
