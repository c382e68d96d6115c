/** Rows of features for a logistic regression; `columns` without the constant. */
export type Design = {
  readonly columns: readonly Float64Array[];
  readonly outcome: Uint8Array;
};

export type Fit = {
  readonly intercept: number;
  readonly coefficients: Float64Array;
  /** Standard errors of the coefficients, from the inverse of the penalised information. */
  readonly errors: Float64Array;
  readonly turns: number;
};

/**
 * Logistic regression by iteratively reweighted least squares with a ridge on the coefficients
 * (not on the constant). Newton steps are halved while they do not improve, so that it also ends
 * on separable data.
 */
export function fitLogistic(design: Design, ridge: number, start?: Float64Array): Fit {
  const size = design.columns.length + 1;
  const beta = start?.slice() ?? new Float64Array(size);
  let turns = 0;
  let loss = penalisedLoss(design, beta, ridge);
  let information = newtonSystem(design, beta, ridge);
  for (; turns < 60; turns++) {
    const step = solve(information.hessian, information.gradient, size);
    let scale = 1;
    let tried = beta.slice();
    let triedLoss = loss;
    for (let half = 0; half < 30; half++, scale /= 2) {
      tried = beta.map((it, k) => it + scale * step[k]!);
      triedLoss = penalisedLoss(design, tried, ridge);
      if (triedLoss <= loss) break;
    }
    const gain = loss - triedLoss;
    beta.set(tried);
    loss = triedLoss;
    information = newtonSystem(design, beta, ridge);
    if (gain < 1e-8 * (1 + Math.abs(loss))) break;
  }
  const errors = Float64Array.from({ length: size - 1 }, (_, k) => {
    const unit = new Float64Array(size);
    unit[k + 1] = 1;
    return Math.sqrt(Math.max(0, solve(information.hessian, unit, size)[k + 1]!));
  });
  return { intercept: beta[0]!, coefficients: beta.slice(1), errors, turns };
}

/**
 * The same with coefficients that may not be negative: the most negative third is taken out until
 * none is left. With weights of evidence as columns, a negative sign would turn a feature's meaning
 * round. A coefficient taken out is 0.
 */
export function fitNonNegative(design: Design, ridge: number): Fit {
  let kept = design.columns.map((_, k) => k);
  let start: Float64Array | undefined;
  for (;;) {
    const columns = kept.map((k) => design.columns[k]!);
    const fit = fitLogistic({ ...design, columns }, ridge, start);
    const negative = kept
      .map((_, at) => at)
      .filter((at) => fit.coefficients[at]! < 0)
      .sort((a, b) => fit.coefficients[a]! - fit.coefficients[b]!);
    if (negative.length === 0) return putBack(fit, kept, design.columns.length);
    const gone = new Set(negative.slice(0, Math.ceil(negative.length / 3)));
    kept = kept.filter((_, at) => !gone.has(at));
    start = Float64Array.of(fit.intercept, ...fit.coefficients.filter((_, at) => !gone.has(at)));
  }
}

function putBack(fit: Fit, kept: readonly number[], size: number): Fit {
  const coefficients = new Float64Array(size);
  const errors = new Float64Array(size).fill(Number.NaN);
  kept.forEach((k, at) => {
    coefficients[k] = fit.coefficients[at]!;
    errors[k] = fit.errors[at]!;
  });
  return { ...fit, coefficients, errors };
}

function predictor(design: Design, beta: Float64Array): Float64Array {
  const z = new Float64Array(design.outcome.length).fill(beta[0]!);
  design.columns.forEach((column, k) => {
    const weight = beta[k + 1]!;
    for (let i = 0; i < z.length; i++) z[i] = z[i]! + weight * column[i]!;
  });
  return z;
}

function penalisedLoss(design: Design, beta: Float64Array, ridge: number): number {
  let loss = 0;
  const z = predictor(design, beta);
  for (let i = 0; i < z.length; i++) {
    const s = design.outcome[i] === 1 ? -z[i]! : z[i]!;
    loss += s > 30 ? s : Math.log1p(Math.exp(s));
  }
  for (let k = 1; k < beta.length; k++) loss += (ridge / 2) * beta[k]! ** 2;
  return loss;
}

function newtonSystem(
  design: Design,
  beta: Float64Array,
  ridge: number,
): { readonly gradient: Float64Array; readonly hessian: Float64Array } {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const x = new Float64Array(size).fill(1);
  const z = predictor(design, beta);
  for (let i = 0; i < design.outcome.length; i++) {
    for (let k = 1; k < size; k++) x[k] = design.columns[k - 1]![i]!;
    const p = 1 / (1 + Math.exp(-z[i]!));
    const w = p * (1 - p);
    const r = design.outcome[i]! - p;
    for (let a = 0; a < size; a++) {
      gradient[a] = gradient[a]! + r * x[a]!;
      const wa = w * x[a]!;
      for (let b = 0; b <= a; b++) hessian[a * size + b] = hessian[a * size + b]! + wa * x[b]!;
    }
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) hessian[b * size + a] = hessian[a * size + b]!;
    hessian[a * size + a] = hessian[a * size + a]! + (a === 0 ? 1e-9 : ridge);
    if (a > 0) gradient[a] = gradient[a]! - ridge * beta[a]!;
  }
  return { gradient, hessian };
}

/** Solves a symmetric positive definite system by Cholesky. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const l = matrix.slice();
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      let sum = l[a * size + b]!;
      for (let k = 0; k < b; k++) sum -= l[a * size + k]! * l[b * size + k]!;
      l[a * size + b] = a === b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[b * size + b]!;
    }
  const x = right.slice();
  for (let a = 0; a < size; a++) {
    for (let k = 0; k < a; k++) x[a] = x[a]! - l[a * size + k]! * x[k]!;
    x[a] = x[a]! / l[a * size + a]!;
  }
  for (let a = size - 1; a >= 0; a--) {
    for (let k = a + 1; k < size; k++) x[a] = x[a]! - l[k * size + a]! * x[k]!;
    x[a] = x[a]! / l[a * size + a]!;
  }
  return x;
}
