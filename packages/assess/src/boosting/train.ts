import { random } from "@fairdue/kernel";
import { recalibration } from "../measure/calibration.ts";
import type { RawTerm } from "../model/additive.ts";
import { logistic, type Bag, type BagResult, type BoostSettings, type Field } from "./field.ts";
import { boostMains, scoreField, shuffle, type Watch } from "./mains.ts";
import { purify } from "./purify.ts";
import { boostPairs, gridOf, rankPairs, type Pair } from "./pairs.ts";

/** The same features in two cuts: fine for single shapes, coarse for pairs. */
export type TrainingField = {
  readonly fine: Field;
  readonly coarse: Field;
  readonly fineCuts: readonly Float64Array[];
  readonly coarseCuts: readonly Float64Array[];
};

export type EbmSettings = {
  readonly seed: string;
  /** Bags; each holds out one part of `folds`, so that every row is held out equally often. */
  readonly bags: number;
  readonly folds: number;
  readonly pairsMax: number;
  readonly mains: Omit<BoostSettings, "seed">;
  readonly pairs: Omit<BoostSettings, "seed">;
};

export const ebmDefaults: EbmSettings = {
  seed: "fairdue",
  bags: 16,
  folds: 8,
  pairsMax: 30,
  mains: { roundsMax: 500, patience: 30, rate: 0.05, leafWeightMin: 5, ridge: 1, leaves: 2 },
  pairs: { roundsMax: 300, patience: 20, rate: 0.03, leafWeightMin: 10, ridge: 5, leaves: 2 },
};

/** One bag's work: self-contained, so that any thread can do it. */
export type BoostTask = {
  readonly field: Field;
  readonly bag: Bag;
  readonly settings: BoostSettings;
  /** Absent for single shapes. */
  readonly pairs?: { readonly of: readonly Pair[]; readonly start: Float64Array };
};

export function runBoostTask(task: BoostTask, watch?: Watch): BagResult {
  const { field, bag, settings, pairs } = task;
  return pairs === undefined
    ? boostMains(field, bag, settings, watch)
    : boostPairs(field, pairs.of, { bag, start: pairs.start, watch }, settings);
}

export type EbmStage = {
  readonly stage: "shapes" | "pairs";
  readonly tasks: readonly BoostTask[];
};

export type Ebm = {
  readonly terms: readonly RawTerm[];
  readonly intercept: number;
  /** Calibrated probability of each training row by the bags that did not see it; NaN for none. */
  readonly outOfBag: Float64Array;
};

/**
 * Trains an explainable boosting machine in two stages, each a list of tasks that may run anywhere
 * in any order; the answer depends only on the field and the settings, not on the threads.
 * Probabilities are calibrated on the held-out scores (Platt 1999): the log-odds are stretched and
 * shifted by two numbers, which keeps the model a plain sum.
 */
export function* trainEbm(
  field: TrainingField,
  settings: EbmSettings,
): Generator<EbmStage, Ebm, readonly BagResult[]> {
  const bags = makeBags(field.fine.outcome, settings);
  const shapes = yield {
    stage: "shapes",
    tasks: bags.map((bag) => ({
      field: field.fine,
      bag,
      settings: { ...settings.mains, seed: settings.seed },
    })),
  };
  const starts = shapes.map((it) => scoreField(field.fine, it));
  const pairs = choosePairs(field, average(starts), settings);
  const tables =
    pairs.length === 0
      ? []
      : yield {
          stage: "pairs",
          tasks: bags.map((bag, k) => ({
            field: field.coarse,
            bag,
            settings: { ...settings.pairs, seed: settings.seed },
            pairs: { of: pairs, start: starts[k]! },
          })),
        };
  const heldOut = heldOutScores(field, bags, starts, { pairs, tables });
  const { slope, intercept } = calibrate(heldOut, field.fine.outcome);
  const mainTerms = field.fine.columns.map((_, j) => mainTerm(field, j, shapes));
  const pairTerms = pairs.map((pair, k) =>
    pairTerm(
      field,
      pair,
      tables.map((it) => it.shapes[k]!),
    ),
  );
  const raw = purify(mainTerms, pairTerms, field.fine.columns);
  const mean = shapes.reduce((sum, it) => sum + it.intercept, 0) / shapes.length;
  return {
    terms: raw.map((it) => ({ ...it, logOdds: it.logOdds.map((x) => x * slope) })),
    intercept: intercept + slope * mean,
    outOfBag: heldOut.map((x) => logistic(intercept + slope * x)),
  };
}

/** Every group of `folds` bags splits the rows anew, so each row is held out once a group. */
function makeBags(outcome: Uint8Array, settings: EbmSettings): readonly Bag[] {
  const bags: Bag[] = [];
  for (let group = 0; bags.length < settings.bags; group++) {
    const folds = foldsOf(outcome, settings.folds, `${settings.seed}/folds/${group}`);
    for (let fold = 0; fold < settings.folds && bags.length < settings.bags; fold++)
      bags.push({
        index: bags.length,
        isHeldOut: folds.map((it) => (it === fold ? 1 : 0)),
      });
  }
  return bags;
}

/** Folds of equal size with the same share of bad rows in each. */
export function foldsOf(outcome: Uint8Array, folds: number, seed: string): Uint8Array {
  const draw = random(seed);
  const result = new Uint8Array(outcome.length);
  let next = 0;
  for (const kind of [1, 0]) {
    const rows: number[] = [];
    outcome.forEach((it, i) => {
      if (it === kind) rows.push(i);
    });
    shuffle(rows, (below) => draw.integer(below));
    for (const i of rows) result[i] = next++ % folds;
  }
  return result;
}

function choosePairs(field: TrainingField, start: Float64Array, settings: EbmSettings): Pair[] {
  if (settings.pairsMax === 0) return [];
  const all: Pair[] = [];
  const count = field.coarse.columns.length;
  for (let first = 0; first < count; first++)
    for (let second = first + 1; second < count; second++) all.push({ first, second });
  return rankPairs(field.coarse, start, all, settings.pairs)
    .filter((it) => it.gain > 0)
    .slice(0, settings.pairsMax)
    .map((it) => it.pair);
}

function average(columns: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(columns[0]?.length ?? 0);
  for (const it of columns)
    for (let i = 0; i < result.length; i++) result[i] = result[i]! + it[i]! / columns.length;
  return result;
}

function heldOutScores(
  field: TrainingField,
  bags: readonly Bag[],
  starts: readonly Float64Array[],
  second: { readonly pairs: readonly Pair[]; readonly tables: readonly BagResult[] },
): Float64Array {
  const rows = field.fine.rows;
  const sum = new Float64Array(rows);
  const count = new Float64Array(rows);
  const grids = second.pairs.map((it) => gridOf(field.coarse, it));
  for (const bag of bags) {
    const shapes = second.tables[bag.index]?.shapes ?? [];
    for (let i = 0; i < rows; i++) {
      if (bag.isHeldOut[i] === 0) continue;
      let score = starts[bag.index]![i]!;
      shapes.forEach((shape, p) => (score += shape[grids[p]!.cellOf(i)]!));
      sum[i] = sum[i]! + score;
      count[i] = count[i]! + 1;
    }
  }
  return sum.map((it, i) => it / count[i]!);
}

/** Slope and intercept on the rows that were held out; a slope outside 0.5–2 means too few rows. */
function calibrate(
  score: Float64Array,
  outcome: Uint8Array,
): { readonly slope: number; readonly intercept: number } {
  const known = Int32Array.from(score.keys()).filter((i) => !Number.isNaN(score[i]!));
  const fit = recalibration(
    Float64Array.from(known, (i) => logistic(score[i]!)),
    Uint8Array.from(known, (i) => outcome[i]!),
  );
  return fit.slope > 0.5 && fit.slope < 2 ? fit : { slope: 1, intercept: 0 };
}

function mainTerm(field: TrainingField, feature: number, bags: readonly BagResult[]): RawTerm {
  const { bins, binCount } = field.fine.columns[feature]!;
  const rows = new Float64Array(binCount);
  for (const b of bins) rows[b] = rows[b]! + 1;
  return {
    features: [feature],
    cuts: [field.fineCuts[feature]!],
    logOdds: average(bags.map((it) => it.shapes[feature]!)),
    rows,
  };
}

function pairTerm(field: TrainingField, pair: Pair, tables: readonly Float64Array[]): RawTerm {
  const grid = gridOf(field.coarse, pair);
  const rows = new Float64Array(grid.size);
  for (let i = 0; i < field.coarse.rows; i++) {
    const c = grid.cellOf(i);
    rows[c] = rows[c]! + 1;
  }
  return {
    features: [pair.first, pair.second],
    cuts: [field.coarseCuts[pair.first]!, field.coarseCuts[pair.second]!],
    logOdds: average(tables),
    rows,
  };
}
