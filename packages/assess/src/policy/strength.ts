import { binColumn, binCount, cutBins } from "../binning/bins.ts";
import { ranking } from "../measure/rank.ts";

/**
 * AUC of one feature alone for a yes-or-no, whatever the form of the relation: the feature is cut
 * into bins, each row is scored by the rate of its bin among the rows of the other half. Honest on
 * small data, blind to nothing that bins can see.
 */
export function aloneAuc(values: Float64Array, outcome: Uint8Array, binsMax = 24): number {
  const bins = cutBins(values, binsMax);
  const column = binColumn(bins, values);
  const size = binCount(bins);
  const rows = [new Float64Array(size), new Float64Array(size)];
  const bad = [new Float64Array(size), new Float64Array(size)];
  const seen = [0, 0];
  const half = Uint8Array.from(outcome, (it) => (seen[it] = (seen[it] ?? 0) + 1) & 1);
  let all = 0;
  column.forEach((bin, i) => {
    const side = half[i]!;
    rows[side]![bin] = rows[side]![bin]! + 1;
    bad[side]![bin] = bad[side]![bin]! + outcome[i]!;
    all += outcome[i]!;
  });
  const rate = all / outcome.length;
  const score = Float64Array.from(column, (bin, i) => {
    const other = 1 - half[i]!;
    return (bad[other]![bin]! + rate) / (rows[other]![bin]! + 1);
  });
  return ranking(score, outcome).auc;
}

/** |2·AUC − 1|. */
export function aloneStrength(values: Float64Array, outcome: Uint8Array): number {
  return Math.abs(2 * aloneAuc(values, outcome) - 1);
}

/** A feature that alone reaches this is questioned: it may know what it is to foretell. */
export const leakageAuc = 0.95;

/** A feature this close to a prohibited attribute stands for it. */
export const proxyStrengthMax = 0.8;
