import { binColumn, cutBins } from "../binning/bins.ts";
import { optimalBins, weightOfEvidence, type OptimalSettings } from "../binning/optimal.ts";
import { foldsOf } from "../boosting/train.ts";
import { logistic } from "../boosting/field.ts";
import type { RawTerm } from "../model/additive.ts";
import type { Direction } from "../recipe/recipe.ts";
import { fitNonNegative } from "./regression.ts";

export type ScorecardSettings = {
  readonly seed: string;
  readonly preBins: number;
  readonly binsMax: number;
  readonly shareMin: number;
  /** What one more bin must explain at least, as a chi-square with one degree of freedom. */
  readonly chiSquareMin: number;
  /** Features below this information value are not worth a line on the card. */
  readonly informationMin: number;
  /** Lines on the card at most. */
  readonly featuresMax: number;
  readonly ridge: number;
  readonly folds: number;
};

export const scorecardDefaults: ScorecardSettings = {
  seed: "fairdue",
  preBins: 40,
  binsMax: 8,
  shareMin: 0.02,
  chiSquareMin: 3.84,
  informationMin: 0.02,
  featuresMax: 20,
  ridge: 1,
  folds: 5,
};

export type ScorecardInput = {
  readonly columns: readonly { readonly values: Float64Array; readonly direction: Direction }[];
  readonly outcome: Uint8Array;
};

/** One line of a scorecard before points: the bins and their weight of evidence. */
export type BinnedFeature = {
  readonly feature: number;
  readonly cuts: Float64Array;
  /** Per bin, missing first. */
  readonly woe: Float64Array;
  readonly rows: Float64Array;
  readonly informationValue: number;
  readonly direction: -1 | 0 | 1;
};

export type Scorecard = {
  readonly terms: readonly RawTerm[];
  readonly intercept: number;
  readonly lines: readonly (BinnedFeature & { readonly coefficient: number })[];
  /** Probability of each training row by a card made without it (binning and selection too). */
  readonly crossValidated: Float64Array;
};

/** Bins, chooses and weighs the lines of a card; then once per fold for honest measures. */
export function trainScorecard(
  input: ScorecardInput,
  settings: ScorecardSettings,
  watch?: (done: number, of: number) => void,
): Scorecard {
  const folds = foldsOf(input.outcome, settings.folds, `${settings.seed}/folds`);
  const crossValidated = new Float64Array(input.outcome.length);
  for (let fold = 0; fold < settings.folds; fold++) {
    watch?.(fold, settings.folds + 1);
    const seen = Int32Array.from(folds.keys()).filter((i) => folds[i] !== fold);
    const card = fitCard(takeInput(input, seen), settings);
    for (let i = 0; i < folds.length; i++)
      if (folds[i] === fold) crossValidated[i] = logistic(scoreRow(card, input, i));
  }
  watch?.(settings.folds, settings.folds + 1);
  const card = fitCard(input, settings);
  watch?.(settings.folds + 1, settings.folds + 1);
  return {
    lines: card.lines,
    intercept: card.intercept,
    terms: card.lines.map((it) => ({
      features: [it.feature],
      cuts: [it.cuts],
      logOdds: it.woe.map((w) => w * it.coefficient),
      rows: it.rows,
    })),
    crossValidated,
  };
}

function takeInput(input: ScorecardInput, rows: Int32Array): ScorecardInput {
  return {
    outcome: Uint8Array.from(rows, (i) => input.outcome[i]!),
    columns: input.columns.map((it) => ({
      direction: it.direction,
      values: Float64Array.from(rows, (i) => it.values[i]!),
    })),
  };
}

type Card = {
  readonly intercept: number;
  readonly lines: readonly (BinnedFeature & { readonly coefficient: number })[];
};

function fitCard(input: ScorecardInput, settings: ScorecardSettings): Card {
  const binned = input.columns
    .map((it, feature) => binFeature({ ...it, feature }, input.outcome, settings))
    .filter((it) => it !== undefined)
    .filter((it) => it.informationValue >= settings.informationMin)
    .sort((a, b) => b.informationValue - a.informationValue);
  let lines = binned;
  for (;;) {
    const columns = lines.map((it) => woeColumn(it, input));
    const fit = fitNonNegative({ columns, outcome: input.outcome }, settings.ridge);
    const strength = lines.map((_, k) =>
      fit.coefficients[k]! === 0 ? 0 : fit.coefficients[k]! / fit.errors[k]!,
    );
    const weak = weakest(strength, lines.length > settings.featuresMax);
    if (weak.length === 0)
      return {
        intercept: fit.intercept,
        lines: lines.map((it, k) => ({ ...it, coefficient: fit.coefficients[k]! })),
      };
    lines = lines.filter((_, k) => !weak.includes(k));
  }
}

/** Lines that say nothing (|z| below 1.96), the weakest third at a time; one more while too many. */
function weakest(strength: readonly number[], tooMany: boolean): readonly number[] {
  const rank = strength.map((_, k) => k).sort((a, b) => strength[a]! - strength[b]!);
  const zero = rank.filter((k) => strength[k] === 0);
  if (zero.length > 0) return zero;
  const weak = rank.filter((k) => strength[k]! < 1.96);
  if (weak.length > 0) return weak.slice(0, Math.ceil(weak.length / 3));
  return tooMany ? rank.slice(0, 1) : [];
}

function scoreRow(card: Card, input: ScorecardInput, i: number): number {
  return card.lines.reduce((sum, it) => {
    const x = input.columns[it.feature]!.values[i]!;
    return sum + it.coefficient * it.woe[binColumn({ cuts: it.cuts }, Float64Array.of(x))[0]!]!;
  }, card.intercept);
}

function woeColumn(it: BinnedFeature, input: ScorecardInput): Float64Array {
  const bins = binColumn({ cuts: it.cuts }, input.columns[it.feature]!.values);
  return Float64Array.from(bins, (b) => it.woe[b]!);
}

/**
 * Optimal bins of one feature. A stated direction is kept; `auto` takes the better direction unless
 * order costs more than a fifth of the information, as it does for a status whose lowest values
 * mean different things; `free` asks for no order.
 */
export function binFeature(
  it: { readonly values: Float64Array; readonly direction: Direction; readonly feature: number },
  outcome: Uint8Array,
  settings: ScorecardSettings,
): BinnedFeature | undefined {
  const pre = cutBins(it.values, settings.preBins);
  const bins = binColumn(pre, it.values);
  const good = new Float64Array(pre.cuts.length + 2);
  const bad = new Float64Array(pre.cuts.length + 2);
  bins.forEach((b, i) => {
    if (outcome[i] === 1) bad[b] = bad[b]! + 1;
    else good[b] = good[b]! + 1;
  });
  const totals = { goods: sumOf(good), bads: sumOf(bad) };
  const rule: OptimalSettings = {
    binsMax: settings.binsMax,
    shareMin: settings.shareMin,
    binPrice: settings.chiSquareMin * (1 / totals.goods + 1 / totals.bads),
  };
  const found = bestDirection({ good: good.subarray(1), bad: bad.subarray(1) }, it.direction, rule);
  if (found === undefined || found.ends.length < 2) return undefined;
  return describe(it.feature, { pre: pre.cuts, good, bad, ...totals }, found);
}

type Found = {
  readonly ends: readonly number[];
  readonly informationValue: number;
  readonly direction: -1 | 0 | 1;
};

function bestDirection(
  counts: { readonly good: Float64Array; readonly bad: Float64Array },
  direction: Direction,
  rule: OptimalSettings,
): Found | undefined {
  const bins = (way: -1 | 0 | 1): Found | undefined => {
    const found = optimalBins(counts, way, rule);
    return found && { ...found, direction: way };
  };
  if (direction === "increasing") return bins(1);
  if (direction === "decreasing") return bins(-1);
  const free = bins(0);
  if (direction === "free" || free === undefined) return free;
  const up = bins(1);
  const down = bins(-1);
  const ordered = (up?.informationValue ?? 0) >= (down?.informationValue ?? 0) ? up : down;
  return ordered && ordered.informationValue >= 0.8 * free.informationValue ? ordered : free;
}

function describe(
  feature: number,
  it: { pre: Float64Array; good: Float64Array; bad: Float64Array; goods: number; bads: number },
  found: Found,
): BinnedFeature {
  const { good, bad, goods, bads, pre } = it;
  const woe = new Float64Array(found.ends.length + 1);
  const rows = new Float64Array(woe.length);
  const put = (bin: number, g: number, b: number): void => {
    rows[bin] = g + b;
    woe[bin] = g + b === 0 ? 0 : weightOfEvidence({ good: g, bad: b, goods, bads });
  };
  put(0, good[0]!, bad[0]!);
  // Too few missing values to say anything: they count as the average.
  if (rows[0]! < 30) woe[0] = 0;
  let from = 0;
  found.ends.forEach((end, k) => {
    put(k + 1, sumOf(good.subarray(from + 1, end + 1)), sumOf(bad.subarray(from + 1, end + 1)));
    from = end;
  });
  return {
    feature,
    cuts: Float64Array.from(found.ends.slice(0, -1), (end) => pre[end - 1]!),
    woe,
    rows,
    informationValue: found.informationValue,
    direction: found.direction,
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
