import {
  lawfulCategories,
  prohibitedCategories,
  type LawfulCategory,
  type ProhibitedCategory,
} from "./catalogue/categories.ts";
import { weightOf } from "./features.ts";
import { bias, names, scales, values } from "./weights.ts";

export type Model = {
  /** Row of each feature in `weights`. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** features × classes, in natural logarithms. */
  readonly weights: Float32Array;
  readonly bias: readonly number[];
};

export const classNames: readonly (ProhibitedCategory | LawfulCategory)[] = [
  ...prohibitedCategories,
  ...lawfulCategories,
];

let decoded: Model | undefined;

/** Decoded at first use. Form: a byte a weight, and the step of each class. */
export function model(): Model {
  decoded ??= decode();
  return decoded;
}

function decode(): Model {
  const classes = classNames.length;
  const all = names.split("\n");
  const weights = new Float32Array(all.length * classes);
  for (let k = 0; k < weights.length; k++)
    weights[k] = (values.charCodeAt(k) - 80) * scales[k % classes]!;
  return { rowOf: new Map(all.map((name, row) => [name, row])), weights, bias };
}

export type Scores = {
  /** The probability of each class, in the order of `classNames`. */
  readonly probabilities: readonly number[];
  /** The sum over the prohibited classes. */
  readonly prohibited: number;
  /** The divisor of the sum of weights: the square root of the number of known features. */
  readonly norm: number;
};

export function score(features: Iterable<string>): Scores {
  const { rowOf, weights, bias } = model();
  const classes = classNames.length;
  const sums = new Float64Array(classes);
  let known = 0;
  for (const name of features) {
    const row = rowOf.get(name);
    if (row === undefined) continue;
    known += 1;
    const weight = weightOf(name);
    for (let c = 0; c < classes; c++) sums[c]! += weight * weights[row * classes + c]!;
  }
  const norm = Math.sqrt(Math.max(1, known));
  const logits = [...sums].map((it, c) => it / norm + bias[c]!);
  const highest = Math.max(...logits);
  const powers = logits.map((it) => Math.exp(it - highest));
  const total = powers.reduce((a, b) => a + b, 0);
  const probabilities = powers.map((it) => it / total);
  const prohibited = probabilities.slice(0, prohibitedCategories.length).reduce((a, b) => a + b, 0);
  return { probabilities, prohibited, norm };
}

/** What one feature adds to the log-odds of class `one` against class `other`. */
export function contribution(
  name: string,
  classesCompared: { readonly one: number; readonly other: number },
  norm: number,
): number {
  const { rowOf, weights } = model();
  const row = rowOf.get(name);
  if (row === undefined) return 0;
  const at = row * classNames.length;
  const difference = weights[at + classesCompared.one]! - weights[at + classesCompared.other]!;
  return (weightOf(name) * difference) / norm;
}
