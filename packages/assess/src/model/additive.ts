import { assert } from "@fairdue/kernel";
import type { PointsScale, Term } from "./model.ts";

/** A term in log-odds of default, before it becomes points. */
export type RawTerm = {
  readonly features: readonly number[];
  readonly cuts: readonly Float64Array[];
  readonly logOdds: Float64Array;
  readonly rows: Float64Array;
};

export type Tables = { readonly terms: readonly Term[]; readonly basePoints: number };

/**
 * Log-odds as whole points. Each table is first shifted so that its mean over the training rows is
 * zero (a reason is then a difference from the average applicant), then rounded once per bin: the
 * score is a sum of integers, so the reasons add up to it exactly. Rounding keeps any order, so
 * what was monotone stays so.
 */
export function toPoints(raw: readonly RawTerm[], intercept: number, scale: PointsScale): Tables {
  let base = intercept;
  const terms = raw.map((it): Term => {
    const mean = weightedMean(it.logOdds, it.rows);
    base += mean;
    return {
      features: it.features,
      cuts: it.cuts.map((cuts) => [...cuts]),
      points: Array.from(it.logOdds, (value, bin) =>
        it.rows[bin] === 0 && isMissingCell(it, bin) ? 0 : wholePoints(mean - value, scale),
      ),
      rows: [...it.rows],
    };
  });
  return { terms, basePoints: wholePoints(-base, scale, scale.offset) };
}

/** Where training saw no missing value, a missing value says nothing: it counts as the average. */
function isMissingCell(it: RawTerm, bin: number): boolean {
  if (it.cuts.length === 1) return bin === 0;
  const width = it.cuts[1]!.length + 2;
  return bin < width || bin % width === 0;
}

function wholePoints(logOdds: number, scale: PointsScale, from = 0): number {
  const points = Math.round(from + logOdds * scale.factor);
  assert(Number.isSafeInteger(points), "points are whole numbers");
  return points === 0 ? 0 : points;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let weight = 0;
  values.forEach((value, k) => {
    sum += value * weights[k]!;
    weight += weights[k]!;
  });
  return weight === 0 ? 0 : sum / weight;
}
