import {
  divRound,
  type EpochDay,
  type Exact,
  type RoundingMode,
  roundRatio,
  toSafeNumber,
} from "@fairdue/kernel";
import { type DayCount, partsBetween, partsOfYear } from "../daycount/daycount.ts";

/**
 * A rate keeps the unit of its contract; it is never annualised and divided back.
 * `ppm-day`: parts per million a day, whatever the year's length. `ppm-month`: a month, of 30
 * counted days. `bp-year`, `ppm-year`: nominal yearly rates over the day count.
 */
export type RateUnit = "ppm-day" | "ppm-month" | "bp-year" | "ppm-year";

export const rateUnits: readonly RateUnit[] = ["ppm-day", "ppm-month", "bp-year", "ppm-year"];

/**
 * How a rate and a time become interest: principal × rate × parts ÷ denominator, exactly, where
 * `parts` are the day count's (days for all but actual/actual).
 */
export type RateBasis = {
  readonly dayCount: DayCount;
  /** Each calendar day is one part. */
  readonly isLinear: boolean;
  readonly denominator: number;
  /** How an amount becomes whole minor units on the day it falls due. */
  readonly rounding: RoundingMode;
};

export function basisOf(it: {
  readonly unit: RateUnit;
  readonly dayCount: DayCount;
  readonly rounding: RoundingMode;
}): RateBasis {
  const { unit, dayCount, rounding } = it;
  return {
    dayCount,
    isLinear: unit === "ppm-day" || dayCount.startsWith("actual/36"),
    denominator: denominatorOf(unit, dayCount),
    rounding,
  };
}

function denominatorOf(unit: RateUnit, dayCount: DayCount): number {
  switch (unit) {
    case "ppm-day":
      return 1_000_000;
    case "ppm-month":
      return 1_000_000 * 30;
    case "ppm-year":
      return 1_000_000 * partsOfYear(dayCount);
    case "bp-year":
      return 10_000 * partsOfYear(dayCount);
  }
}

/** Parts in [from, to): what a principal and a rate are multiplied with. */
export function weightOf(basis: RateBasis, from: EpochDay, to: EpochDay): number {
  return basis.isLinear ? to - from : partsBetween(basis.dayCount, from, to);
}

export type InterestSpan = {
  readonly principalMinor: number;
  readonly rate: number;
  readonly from: EpochDay;
  readonly to: EpochDay;
};

/**
 * Interest of a constant principal over [from, to), exact: nothing is rounded here.
 *
 * **Identity**: for additive day counts (all but 30/360 US, see `daycount`) the interest of a span
 * is the sum of the interest of its days, numerator by numerator:
 * exact(from, to) = Σ exact(d, d + 1). Rounding happens once, in `fallDue`, after the sum.
 *
 * @example exactInterest(basisOf({ unit: "ppm-day", dayCount: "actual/365-fixed", rounding: "half-up" }),
 *   { principalMinor: 1_000_000, rate: 500, from: day("2026-03-01"), to: day("2026-03-02") })
 * // => { numerator: 500_000_000n, denominator: 1_000_000n }      5.00 yuan on 10 000 at 0.05 % a day
 */
export function exactInterest(basis: RateBasis, it: InterestSpan): Exact {
  const parts = weightOf(basis, it.from, it.to);
  return {
    numerator: BigInt(it.principalMinor) * BigInt(it.rate) * BigInt(parts),
    denominator: BigInt(basis.denominator),
  };
}

/**
 * The one place where accrued interest becomes money: the numerator, rounded once, on the day it
 * falls due (due day, statement, payoff). What is left of it ends there.
 *
 * @example fallDue(cashLine, 124_000_000_000) // => 124000      1 240.00 yuan over 1 000 000
 */
export function fallDue(basis: RateBasis, numerator: number): number {
  return divRound(numerator, basis.denominator, basis.rounding);
}

/**
 * Whole minor units that a payment between due days may meet; the fraction stays in the numerator
 * and goes on accruing, so that many small payments cost what one would.
 */
export function wholeUnits(basis: RateBasis, numerator: number): number {
  return Math.floor(numerator / basis.denominator);
}

/** Interest of a planned period, as money: machine integers while safe, any precision beyond. */
export function plannedInterest(basis: RateBasis, base: number, parts: number): number {
  const numerator = base * parts;
  return Number.isSafeInteger(numerator)
    ? fallDue(basis, numerator)
    : toSafeNumber(
        roundRatio(BigInt(base) * BigInt(parts), BigInt(basis.denominator), basis.rounding),
      );
}
