import { rising } from "./rank.ts";

export type CalibrationBin = {
  readonly rows: number;
  /** Mean probability and observed share of bad rows. */
  readonly predicted: number;
  readonly observed: number;
};

export type Calibration = {
  /** Mean squared error of the probability. */
  readonly brier: number;
  readonly logLoss: number;
  /** Expected calibration error over ten equally wide bins: Σ share·|predicted − observed|. */
  readonly ece: number;
  /** The same over ten bins of equally many rows. */
  readonly eceEqualCounts: number;
  /** Slope and intercept of the outcome's log-odds on the predicted ones; 1 and 0 are perfect. */
  readonly slope: number;
  readonly intercept: number;
  /** Ten bins of equally many rows, by rising probability. */
  readonly bins: readonly CalibrationBin[];
};

export function calibration(probability: Float64Array, outcome: Uint8Array): Calibration {
  const rows = probability.length;
  let squares = 0;
  let loss = 0;
  for (let i = 0; i < rows; i++) {
    const p = Math.min(1 - 1e-15, Math.max(1e-15, probability[i]!));
    squares += (probability[i]! - outcome[i]!) ** 2;
    loss -= Math.log(outcome[i] === 1 ? p : 1 - p);
  }
  const order = rising(probability);
  const equalCounts = binned(probability, outcome, (row, rank) => [
    order[rank]!,
    Math.min(9, Math.floor((rank * 10) / rows)),
  ]);
  const equalWidths = binned(probability, outcome, (row) => [
    row,
    Math.min(9, Math.floor(probability[row]! * 10)),
  ]);
  const { slope, intercept } = recalibration(probability, outcome);
  return {
    brier: squares / rows,
    logLoss: loss / rows,
    ece: expectedError(equalWidths, rows),
    eceEqualCounts: expectedError(equalCounts, rows),
    slope,
    intercept,
    bins: equalCounts,
  };
}

type Placed = (row: number, rank: number) => readonly [number, number];

function binned(probability: Float64Array, outcome: Uint8Array, place: Placed): CalibrationBin[] {
  const sums = Array.from({ length: 10 }, () => ({ rows: 0, predicted: 0, observed: 0 }));
  for (let k = 0; k < probability.length; k++) {
    const [row, bin] = place(k, k);
    const sum = sums[bin]!;
    sum.rows += 1;
    sum.predicted += probability[row]!;
    sum.observed += outcome[row]!;
  }
  return sums
    .filter((it) => it.rows > 0)
    .map((it) => ({
      rows: it.rows,
      predicted: it.predicted / it.rows,
      observed: it.observed / it.rows,
    }));
}

function expectedError(bins: readonly CalibrationBin[], rows: number): number {
  return bins.reduce((sum, it) => sum + (it.rows / rows) * Math.abs(it.predicted - it.observed), 0);
}

/** Cox (1958): logistic regression of the outcome on the predicted log-odds, by Newton's method. */
export function recalibration(
  probability: Float64Array,
  outcome: Uint8Array,
): { readonly slope: number; readonly intercept: number } {
  const logOdds = probability.map((p) => {
    const q = Math.min(1 - 1e-12, Math.max(1e-12, p));
    return Math.log(q / (1 - q));
  });
  let slope = 1;
  let intercept = 0;
  for (let turn = 0; turn < 50; turn++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (let i = 0; i < logOdds.length; i++) {
      const x = logOdds[i]!;
      const p = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const r = outcome[i]! - p;
      const w = p * (1 - p);
      g0 += r;
      g1 += r * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    const det = h00 * h11 - h01 * h01;
    if (!(Math.abs(det) > 1e-12)) break;
    const up0 = (h11 * g0 - h01 * g1) / det;
    const up1 = (h00 * g1 - h01 * g0) / det;
    intercept += up0;
    slope += up1;
    if (Math.abs(up0) + Math.abs(up1) < 1e-10) break;
  }
  return { slope, intercept };
}
