import { binColumn } from "../binning/bins.ts";
import { calibration, type Calibration } from "../measure/calibration.ts";
import { countByEdges, stabilityIndex } from "../measure/stability.ts";
import type { Model } from "../model/model.ts";

export type Drift = {
  /** Of the score, over the ten parts of the training data. */
  readonly scorePsi: number;
  /** Of each feature that has a shape of its own, over its bins; most moved first. */
  readonly featurePsi: readonly { readonly feature: string; readonly psi: number }[];
  /** Of the probabilities against what happened; absent while outcomes are not known. */
  readonly calibration: Calibration | undefined;
  /** Share of bad rows observed over the share predicted; NaN while unknown. */
  readonly observedToPredicted: number;
  readonly verdict: "stable" | "moved" | "another-population";
  /** What should be looked at, in the order of weight. */
  readonly alarms: readonly DriftAlarm[];
};

export type DriftAlarm =
  | { readonly kind: "score-moved"; readonly psi: number }
  | { readonly kind: "feature-moved"; readonly feature: string; readonly psi: number }
  | { readonly kind: "probabilities-off"; readonly observedToPredicted: number };

export type DriftBounds = {
  readonly moved: number;
  readonly another: number;
  /** Relative error of the mean probability from which it must be calibrated anew. */
  readonly offBy: number;
};

/** The customary bounds of the index, and a fifth for the level of the probabilities. */
export const driftBounds: DriftBounds = { moved: 0.1, another: 0.25, offBy: 0.2 };

export type Observed = {
  readonly points: Int32Array;
  readonly probability: Float64Array;
  readonly values: (feature: string) => Float64Array | undefined;
  readonly outcome?: Uint8Array;
};

/** How far today's rows are from those on which the model was trained. */
export function measureDrift(
  model: Model,
  now: Observed,
  bounds: DriftBounds = driftBounds,
): Drift {
  const { scoreEdges, scoreCounts } = model.card;
  const scorePsi = stabilityIndex(scoreCounts, countByEdges(now.points, scoreEdges));
  const featurePsi = model.terms
    .filter((it) => it.features.length === 1)
    .flatMap((it) => {
      const feature = model.features[it.features[0]!]!.name;
      const values = now.values(feature);
      if (values === undefined) return [];
      const counts = new Float64Array(it.rows.length);
      for (const b of binColumn({ cuts: Float64Array.from(it.cuts[0]!) }, values))
        counts[b] = counts[b]! + 1;
      return [{ feature, psi: stabilityIndex(...tenths(it.rows, counts)) }];
    })
    .sort((a, b) => b.psi - a.psi);
  const observedToPredicted = now.outcome ? mean(now.outcome) / mean(now.probability) : Number.NaN;
  return {
    scorePsi,
    featurePsi,
    calibration: now.outcome && calibration(now.probability, now.outcome),
    observedToPredicted,
    verdict:
      scorePsi >= bounds.another
        ? "another-population"
        : scorePsi >= bounds.moved
          ? "moved"
          : "stable",
    alarms: [
      ...(scorePsi >= bounds.moved ? [{ kind: "score-moved" as const, psi: scorePsi }] : []),
      ...(Math.abs(observedToPredicted - 1) > bounds.offBy
        ? [{ kind: "probabilities-off" as const, observedToPredicted }]
        : []),
      ...featurePsi
        .filter((it) => it.psi >= bounds.another)
        .map((it) => ({ kind: "feature-moved" as const, ...it })),
    ],
  };
}

/** Neighbouring bins joined into about ten parts: an index over many thin bins measures noise. */
function tenths(
  expected: readonly number[],
  actual: Float64Array,
): readonly [readonly number[], readonly number[]] {
  const all = expected.reduce((sum, it) => sum + it, 0);
  const before: number[] = [expected[0]!];
  const now: number[] = [actual[0]!];
  let [b, n] = [0, 0];
  for (let k = 1; k < expected.length; k++) {
    b += expected[k]!;
    n += actual[k]!;
    if (b < all / 10 && k < expected.length - 1) continue;
    before.push(b);
    now.push(n);
    [b, n] = [0, 0];
  }
  return [before, now];
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
