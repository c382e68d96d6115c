import { binColumn, binCount, coarsenBins, cutBins } from "../binning/index.ts";
import {
  ebmDefaults,
  trainEbm,
  type EbmSettings,
  type EbmStage,
  type TrainingField,
} from "../boosting/train.ts";
import type { BagResult, Field } from "../boosting/field.ts";
import { calibration, countByEdges, fairness, quantileEdges, ranking } from "../measure/index.ts";
import { toPoints, type RawTerm } from "../model/additive.ts";
import {
  pointsScale,
  type DataCard,
  type FairnessCard,
  type Measures,
  type Model,
  type PointsScale,
} from "../model/model.ts";
import { openScorer, tableSource } from "../model/score.ts";
import { groupsOf } from "../policy/index.ts";
import type { Direction, Words } from "../recipe/index.ts";
import { scorecardDefaults, trainScorecard, type ScorecardSettings } from "../scorecard/train.ts";
import type { Column, Table } from "../table/table.ts";
import type { TrainingSet } from "./prepare.ts";

export type TrainingPlan = {
  readonly kind: Model["kind"];
  readonly name: string;
  readonly trainedOn: string;
  readonly seed: string;
  readonly data: Omit<DataCard, "rows" | "bad">;
  readonly ebm?: Partial<EbmSettings>;
  readonly scorecard?: Partial<ScorecardSettings>;
  readonly scale?: PointsScale;
  readonly watch?: (done: number, of: number) => void;
};

/** 600 points at 30 good to one bad; a boosted model counts finer, so that nothing is lost. */
export const scorecardScale: PointsScale = pointsScale({
  points: 600,
  atOdds: 30,
  pointsToDouble: 20,
});
export const ebmScale: PointsScale = pointsScale({ points: 600, atOdds: 30, pointsToDouble: 100 });

const fineBins = 64;
const coarseBins = 16;

type Found = {
  readonly terms: readonly RawTerm[];
  readonly intercept: number;
  readonly heldOut: Float64Array;
  readonly part: Measures["part"];
  readonly settings: Readonly<Record<string, number | string>>;
};

/**
 * Trains a model on a checked training set. A boosted model yields its work in stages, for any
 * number of threads; a scorecard yields nothing. The same set and plan give the same model.
 */
export function* trainModel(
  set: TrainingSet,
  plan: TrainingPlan,
): Generator<EbmStage, Model, readonly BagResult[]> {
  const found = plan.kind === "ebm" ? yield* boosted(set, plan) : carded(set, plan);
  const scale = plan.scale ?? (plan.kind === "ebm" ? ebmScale : scorecardScale);
  const kept = found.terms.filter((it) => it.logOdds.some((x) => x !== 0));
  const { terms, basePoints } = toPoints(kept, found.intercept, scale);
  const used = [...new Set(terms.flatMap((it) => it.features))].sort((a, b) => a - b);
  const threshold = thresholdOf(found.heldOut, set.outcome);
  const model: Model = {
    kind: plan.kind,
    name: plan.name,
    target: set.target,
    recipe: set.recipeJson,
    encodings: set.encodings,
    features: used.map((f) => set.features[f]!),
    terms: terms.map((it) => ({ ...it, features: it.features.map((f) => used.indexOf(f)) })),
    basePoints,
    scale,
    card: {
      trainedOn: plan.trainedOn,
      seed: plan.seed,
      settings: found.settings,
      data: { ...plan.data, rows: set.outcome.length, bad: sum(set.outcome) },
      measures: [measuresOf(found.part, found.heldOut, set.outcome)],
      fairness: fairnessOf(
        set.attributes,
        { probability: found.heldOut, outcome: set.outcome, threshold },
        found.part,
      ),
      leftOut: set.leftOut,
      proxies: set.proxies,
      scoreEdges: [],
      scoreCounts: [],
      limits: limitsOf(set),
    },
  };
  return withScoreParts(model, set);
}

function* boosted(
  set: TrainingSet,
  plan: TrainingPlan,
): Generator<EbmStage, Found, readonly BagResult[]> {
  const asked = { ...ebmDefaults, ...plan.ebm, seed: plan.seed };
  // With fewer bags than folds some rows would never be held out.
  const settings = { ...asked, folds: Math.max(2, Math.min(asked.folds, asked.bags)) };
  const ebm = yield* trainEbm(fieldOf(set), settings);
  return {
    terms: ebm.terms,
    intercept: ebm.intercept,
    heldOut: ebm.outOfBag,
    part: "out-of-bag",
    settings: {
      bags: settings.bags,
      folds: settings.folds,
      pairsMax: settings.pairsMax,
      ...flat("shapes", settings.mains),
      ...flat("pairs", settings.pairs),
    },
  };
}

function carded(set: TrainingSet, plan: TrainingPlan): Found {
  const settings = { ...scorecardDefaults, ...plan.scorecard, seed: plan.seed };
  const input = {
    outcome: set.outcome,
    columns: set.features.map(({ direction }, j) => ({ direction, values: set.values[j]! })),
  };
  const card = trainScorecard(input, settings, plan.watch);
  const { seed: _, ...figures } = settings;
  return {
    terms: card.terms,
    intercept: card.intercept,
    heldOut: card.crossValidated,
    part: "cross-validated",
    settings: figures,
  };
}

function flat(prefix: string, settings: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, it]) => [`${prefix}.${name}`, it]),
  );
}

/** Features as bins: fine ones for shapes, and coarser ones among the same cuts for pairs. */
export function fieldOf(set: TrainingSet): TrainingField {
  const fine = set.values.map((it) => cutBins(it, fineBins));
  const fineColumns = fine.map((bins, j) => binColumn(bins, set.values[j]!));
  const coarse = fine.map((bins, j) => coarsenBins(bins, fineColumns[j]!, coarseBins));
  const field = (cuts: typeof fine, columns: readonly Uint8Array[]): Field => ({
    rows: set.outcome.length,
    outcome: set.outcome,
    columns: columns.map((bins, j) => ({
      bins,
      binCount: binCount(cuts[j]!),
      direction: signOf(set.features[j]!.direction),
    })),
  });
  return {
    fine: field(fine, fineColumns),
    coarse: field(
      coarse,
      coarse.map((bins, j) => binColumn(bins, set.values[j]!)),
    ),
    fineCuts: fine.map((it) => it.cuts),
    coarseCuts: coarse.map((it) => it.cuts),
  };
}

function signOf(direction: Direction): -1 | 0 | 1 {
  return direction === "increasing" ? 1 : direction === "decreasing" ? -1 : 0;
}

export function measuresOf(
  part: Measures["part"],
  probability: Float64Array,
  outcome: Uint8Array,
): Measures {
  const known = Int32Array.from(probability.keys()).filter((i) => !Number.isNaN(probability[i]!));
  const p = Float64Array.from(known, (i) => probability[i]!);
  const y = Uint8Array.from(known, (i) => outcome[i]!);
  const { auc, gini, ks } = ranking(p, y);
  const { brier, logLoss, ece, slope } = calibration(p, y);
  return { part, rows: y.length, bad: sum(y), auc, gini, ks, brier, logLoss, ece, slope };
}

/** The threshold that refuses as many as default: a neutral place at which to compare groups. */
export function thresholdOf(probability: Float64Array, outcome: Uint8Array): number {
  const sorted = probability.filter((it) => it === it).sort();
  const refusedShare = sum(outcome) / outcome.length;
  return sorted[Math.floor(sorted.length * (1 - refusedShare))] ?? 1;
}

export function fairnessOf(
  attributes: readonly Column[],
  it: {
    readonly probability: Float64Array;
    readonly outcome: Uint8Array;
    readonly threshold: number;
  },
  part: string,
): readonly FairnessCard[] {
  return attributes.map((attribute) => ({
    attribute: attribute.name,
    part,
    threshold: it.threshold,
    groups: fairness({ ...it, groups: groupsOf(attribute) }).map((one) => ({
      group: one.group,
      rows: one.rows,
      badRate: one.badRate,
      meanProbability: one.meanProbability,
      acceptanceRatio: one.acceptanceRatio,
      auc: one.auc,
    })),
  }));
}

/** Adds the measures on a file that training did not see. */
export function withValidation(
  model: Model,
  it: {
    readonly table: Table;
    readonly outcome: Uint8Array;
    readonly scorer: ReturnType<typeof openScorer>;
  },
): Model {
  const scored = it.scorer.score(tableSource(it.table, model), it.table.rows);
  const measures = measuresOf("validation", scored.probability, it.outcome);
  return { ...model, card: { ...model.card, measures: [...model.card.measures, measures] } };
}

function withScoreParts(model: Model, set: TrainingSet): Model {
  const values = new Map(set.features.map((it, j) => [it.name, set.values[j]!]));
  const points = pointsOf(model, values, set.outcome.length);
  const scoreEdges = quantileEdges(points, 10);
  const scoreCounts = countByEdges(points, scoreEdges);
  return { ...model, card: { ...model.card, scoreEdges, scoreCounts } };
}

/** Points of rows whose features are already made. */
function pointsOf(
  model: Model,
  values: ReadonlyMap<string, Float64Array>,
  rows: number,
): Int32Array {
  const points = new Int32Array(rows).fill(model.basePoints);
  for (const term of model.terms) {
    const [first, second] = term.features.map((f, k) =>
      binColumn({ cuts: Float64Array.from(term.cuts[k]!) }, values.get(model.features[f]!.name)!),
    );
    const width = second ? term.cuts[1]!.length + 2 : 1;
    for (let i = 0; i < rows; i++)
      points[i] = points[i]! + term.points[first![i]! * width + (second ? second[i]! : 0)]!;
  }
  return points;
}

function limitsOf(set: TrainingSet): readonly Words[] {
  const bad = sum(set.outcome);
  const percent = ((100 * bad) / set.outcome.length).toFixed(1);
  return [
    {
      en: `It was trained where ${percent}% defaulted; on another population its probabilities must be calibrated anew before use.`,
      zh: `训练样本违约率为${percent}%；用于其他人群前须重新校准概率。`,
    },
    {
      en: "It ranks and explains; it proves no cause. What a reason names is what counted, not what would help by itself.",
      zh: "模型用于排序与解释，不证明因果；所列原因是计分依据，改变单项未必足以改变结果。",
    },
    {
      en: "A person affected may ask for the reasons, for a human review, and for another decision.",
      zh: "受影响的个人有权要求说明理由、人工复核并提出异议。",
    },
  ];
}

function sum(values: Uint8Array): number {
  return values.reduce((a, b) => a + b, 0);
}
