import type { Direction, Words } from "../recipe/recipe.ts";

/**
 * A trained model: a sum of whole points read from tables, and nothing else. Scorecards and
 * explainable boosting machines have the same form; only the way in which the tables were found
 * differs. Higher points mean less risk.
 *
 * points = basePoints + Σ table of each term at the row's bins
 * probability = 1 ÷ (1 + exp((points − scale.offset) ÷ scale.factor))
 */
export type Model = {
  readonly kind: "scorecard" | "ebm";
  readonly name: string;
  readonly target: Target;
  /** The recipe as its JSON: a declaration travels with the model that was trained on it. */
  readonly recipe: unknown;
  /** Text columns as numbers: a level's code is its place from 1; unknown levels are missing. */
  readonly encodings: readonly Encoding[];
  readonly features: readonly ModelFeature[];
  readonly terms: readonly Term[];
  readonly basePoints: number;
  readonly scale: PointsScale;
  readonly card: ModelCard;
};

export type Target = {
  readonly column: string;
  /** The value that counts as bad. */
  readonly bad: string;
};

export type Encoding = { readonly column: string; readonly levels: readonly string[] };

export type ModelFeature = {
  readonly name: string;
  readonly title: Words;
  readonly direction: Direction;
  readonly purpose: string;
  readonly basis: string;
};

/** One table (one feature) or a grid (two). Bin 0 is missing; bin k from cuts[k−2] up to cuts[k−1]. */
export type Term = {
  /** Index into `features`, once or twice. */
  readonly features: readonly number[];
  readonly cuts: readonly (readonly number[])[];
  /** Whole points per bin; for a pair row by row. */
  readonly points: readonly number[];
  /** Rows of the training data per bin, for the plots and for watching drift. */
  readonly rows: readonly number[];
};

/** `pointsToDouble` more points halve the odds of default. */
export type PointsScale = {
  readonly pointsToDouble: number;
  readonly offset: number;
  readonly factor: number;
};

export type ModelCard = {
  /** Day on which it was trained, ISO; given by the shell. */
  readonly trainedOn: string;
  readonly seed: string;
  readonly settings: Readonly<Record<string, number | string>>;
  readonly data: DataCard;
  /** Held-out rows of the training data, and the validation file if there was one. */
  readonly measures: readonly Measures[];
  readonly fairness: readonly FairnessCard[];
  readonly leftOut: readonly LeftOut[];
  /** How closely features stand for attributes that must not be used: strongest first. */
  readonly proxies: readonly ProxyStrength[];
  /** Edges of ten parts of equally many training rows by points, and their counts: for the PSI. */
  readonly scoreEdges: readonly number[];
  readonly scoreCounts: readonly number[];
  readonly limits: readonly Words[];
};

export type DataCard = {
  readonly source: string;
  readonly sha256: string;
  readonly rows: number;
  readonly bad: number;
  /** As stated by whoever trains, such as "2005-04 to 2005-10". */
  readonly period: string;
  readonly licence: string;
};

export type Measures = {
  readonly part: "out-of-bag" | "cross-validated" | "validation";
  readonly rows: number;
  readonly bad: number;
  readonly auc: number;
  readonly gini: number;
  readonly ks: number;
  readonly brier: number;
  readonly logLoss: number;
  readonly ece: number;
  readonly slope: number;
};

export type FairnessCard = {
  readonly attribute: string;
  readonly part: string;
  readonly threshold: number;
  readonly groups: readonly {
    readonly group: string;
    readonly rows: number;
    readonly badRate: number;
    readonly meanProbability: number;
    readonly acceptanceRatio: number;
    readonly auc: number;
  }[];
};

export type LeftOut = { readonly column: string; readonly why: Words };

export type ProxyStrength = {
  readonly feature: string;
  readonly attribute: string;
  /** |2·AUC − 1| of the feature for the attribute's group: 0 knows nothing, 1 is the attribute. */
  readonly strength: number;
};

/**
 * The usual scale of scorecards: `atOdds` good to one bad have `points`, and every `pointsToDouble`
 * more double the odds of being good.
 */
export function pointsScale(it: {
  readonly points: number;
  readonly atOdds: number;
  readonly pointsToDouble: number;
}): PointsScale {
  const factor = it.pointsToDouble / Math.LN2;
  return {
    pointsToDouble: it.pointsToDouble,
    factor,
    offset: it.points - factor * Math.log(it.atOdds),
  };
}

/** Probability of default that belongs to a number of points. */
export function probabilityOf(scale: PointsScale, points: number): number {
  return 1 / (1 + Math.exp((points - scale.offset) / scale.factor));
}

/** The fewest whole points whose probability is below `probability`. */
export function pointsBelow(scale: PointsScale, probability: number): number {
  const exact = scale.offset + scale.factor * Math.log((1 - probability) / probability);
  let points = Math.floor(exact) - 1;
  while (probabilityOf(scale, points) >= probability) points += 1;
  return points;
}
