import type { BoostSettings } from "./field.ts";

/** Sums of residuals and weights per bin. */
export type Histogram = { readonly residual: Float64Array; readonly weight: Float64Array };

export type Leaves = Pick<BoostSettings, "leafWeightMin" | "ridge" | "leaves" | "rate">;

/**
 * One small step of a single feature: a tree of at most `leaves` leaves over the ordered bins, and
 * a leaf of its own for missing values. With a direction, leaves that would break the order are
 * pooled (pool adjacent violators, weighted), so that every step, and so the sum of all, keeps it.
 */
export function fitStep(
  histogram: Histogram,
  direction: -1 | 0 | 1,
  settings: Leaves,
  step: Float64Array,
): boolean {
  const { residual, weight } = histogram;
  step.fill(0);
  const ends = growLeaves(histogram, direction, settings);
  const values: number[] = [];
  const weights: number[] = [];
  let from = 1;
  for (const end of ends) {
    let r = 0;
    let w = settings.ridge;
    for (let b = from; b < end; b++) {
      r += residual[b]!;
      w += weight[b]!;
    }
    values.push(r / w);
    weights.push(w);
    from = end;
  }
  if (direction !== 0) poolViolators(values, weights, direction);
  from = 1;
  ends.forEach((end, leaf) => {
    step.fill(settings.rate * values[leaf]!, from, end);
    from = end;
  });
  const missing = weight[0]!;
  if (missing >= settings.leafWeightMin)
    step[0] = (settings.rate * residual[0]!) / (missing + settings.ridge);
  return ends.length > 1 || missing >= settings.leafWeightMin;
}

/** Ends (exclusive) of the leaves, grown greedily by gain. */
function growLeaves(
  histogram: Histogram,
  direction: -1 | 0 | 1,
  settings: Leaves,
): readonly number[] {
  const last = histogram.weight.length;
  const ends = [last];
  const open = [bestCut(histogram, { from: 1, to: last, direction }, settings)];
  while (ends.length < settings.leaves) {
    let best = 0;
    for (let k = 1; k < open.length; k++) if (open[k]!.gain > open[best]!.gain) best = k;
    const { at, gain } = open[best]!;
    if (gain <= 0) break;
    const from = best === 0 ? 1 : ends[best - 1]!;
    const to = ends[best]!;
    ends.splice(best, 0, at);
    open.splice(
      best,
      1,
      bestCut(histogram, { from, to: at, direction }, settings),
      bestCut(histogram, { from: at, to, direction }, settings),
    );
  }
  return ends;
}

type Span = { readonly from: number; readonly to: number; readonly direction: -1 | 0 | 1 };

function bestCut(histogram: Histogram, span: Span, settings: Leaves): { at: number; gain: number } {
  const { residual, weight } = histogram;
  const { ridge, leafWeightMin } = settings;
  let r = 0;
  let w = 0;
  for (let b = span.from; b < span.to; b++) {
    r += residual[b]!;
    w += weight[b]!;
  }
  const whole = (r * r) / (w + ridge);
  let at = 0;
  let gain = 0;
  let left = 0;
  let leftWeight = 0;
  for (let b = span.from; b + 1 < span.to; b++) {
    left += residual[b]!;
    leftWeight += weight[b]!;
    const rightWeight = w - leftWeight;
    if (leftWeight < leafWeightMin || rightWeight < leafWeightMin) continue;
    const right = r - left;
    const low = left / (leftWeight + ridge);
    const high = right / (rightWeight + ridge);
    if (span.direction !== 0 && (high - low) * span.direction < 0) continue;
    const it = left * low + right * high - whole;
    if (it > gain) {
      gain = it;
      at = b + 1;
    }
  }
  return { at, gain };
}

/** Weighted isotonic fit of values in order (Barlow et al. 1972), in place; weights are used up. */
export function poolViolators(values: number[], weights: number[], direction: -1 | 1): void {
  const size = values.length;
  const value = new Float64Array(size);
  const weight = new Float64Array(size);
  const count = new Int32Array(size);
  let top = -1;
  for (let i = 0; i < size; i++) {
    top += 1;
    value[top] = values[i]! * direction;
    weight[top] = weights[i]!;
    count[top] = 1;
    while (top > 0 && value[top - 1]! > value[top]!) {
      const sum = weight[top - 1]! + weight[top]!;
      value[top - 1] = (value[top - 1]! * weight[top - 1]! + value[top]! * weight[top]!) / sum;
      weight[top - 1] = sum;
      count[top - 1] = count[top - 1]! + count[top]!;
      top -= 1;
    }
  }
  let at = 0;
  for (let k = 0; k <= top; k++)
    for (let c = 0; c < count[k]!; c++) values[at++] = value[k]! * direction;
}
