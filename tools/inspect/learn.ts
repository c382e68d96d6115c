/** A sparse example: the features seen, the value of each (divided by the root of their number), its class. */
export type Example = {
  readonly features: Int32Array;
  readonly target: number;
  readonly weight: number;
};

export type Fit = {
  readonly classes: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
};

/**
 * Multinomial logistic regression with L2 penalty, by full-batch gradient with Adam: deterministic,
 * since the order of the sums is fixed.
 */
export function learn(
  examples: readonly Example[],
  shape: { readonly features: number; readonly classes: number },
  settings: { readonly l2: number; readonly rounds: number; readonly rate: number },
): Fit {
  const { features, classes } = shape;
  const size = features * classes;
  const weights = new Float64Array(size);
  const bias = new Float64Array(classes);
  const first = new Float64Array(size + classes);
  const second = new Float64Array(size + classes);
  const gradient = new Float64Array(size + classes);
  const total = examples.reduce((sum, it) => sum + it.weight, 0);
  const scores = new Float64Array(classes);
  for (let round = 1; round <= settings.rounds; round++) {
    for (let k = 0; k < size; k++) gradient[k] = settings.l2 * weights[k]!;
    gradient.fill(0, size);
    for (const it of examples) {
      softmax(it, { classes, weights, bias }, scores);
      scores[it.target]! -= 1;
      const scale = it.weight / total;
      const step = scale / Math.sqrt(it.features.length);
      for (let k = 0; k < it.features.length; k++) {
        const row = it.features[k]! * classes;
        const value = step * it.values[k]!;
        for (let c = 0; c < classes; c++) gradient[row + c]! += value * scores[c]!;
      }
      for (let c = 0; c < classes; c++) gradient[size + c]! += scale * scores[c]!;
    }
    const rate = settings.rate * Math.min(1, 2 * (1 - round / (settings.rounds + 1)));
    for (let k = 0; k < size + classes; k++) {
      const g = gradient[k]!;
      first[k] = 0.9 * first[k]! + 0.1 * g;
      second[k] = 0.999 * second[k]! + 0.001 * g * g;
      const move =
        (rate * (first[k]! / (1 - 0.9 ** round))) /
        (Math.sqrt(second[k]! / (1 - 0.999 ** round)) + 1e-8);
      if (k < size) weights[k]! -= move;
      else bias[k - size]! -= move;
    }
  }
  return { classes, weights, bias };
}

/** The class probabilities of one example, into `scores`. */
export function softmax(
  { features, values }: Pick<Example, "features" | "values">,
  fit: Fit,
  scores: Float64Array,
): void {
  const { classes, weights, bias } = fit;
  const scale = 1 / Math.sqrt(features.length);
  scores.fill(0);
  for (let k = 0; k < features.length; k++) {
    const row = features[k]! * classes;
    for (let c = 0; c < classes; c++) scores[c]! += values[k]! * weights[row + c]!;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) {
    scores[c] = scores[c]! * scale + bias[c]!;
    highest = Math.max(highest, scores[c]!);
  }
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    scores[c] = Math.exp(scores[c]! - highest);
    sum += scores[c]!;
  }
  for (let c = 0; c < classes; c++) scores[c]! /= sum;
}
