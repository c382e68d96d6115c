import { random } from "@fairdue/kernel";
import type { Bag, BagResult, BoostSettings, Field } from "./field.ts";
import { applyStep, heldOutLoss, laidOut, openBag, refresh, type BagState } from "./state.ts";
import { fitStep, type Histogram } from "./step.ts";

export type Watch = (rounds: number) => void;

/**
 * Boosts one shape per feature on one bag, in turn over the features with a small rate, so that
 * features which carry the same signal share it (Lou, Caruana, Gehrke 2012). The order of the
 * features changes from round to round by the seed.
 */
export function boostMains(
  field: Field,
  bag: Bag,
  settings: BoostSettings,
  watch?: Watch,
): BagResult {
  const rate = baseRate(field, bag);
  const intercept = Math.log(rate / (1 - rate));
  const state = openBag(field, bag, new Float64Array(field.rows).fill(intercept));
  const columns = field.columns.map((it) => laidOut(state, it.bins));
  const shapes = field.columns.map((it) => new Float64Array(it.binCount));
  const best = { loss: heldOutLoss(state), rounds: 0, shapes: shapes.map((it) => it.slice()) };
  const draw = random(`${settings.seed}/bag/${bag.index}`);
  const order = shapes.map((_, j) => j);
  const room = rooms(field);
  for (let round = 1; round <= settings.roundsMax; round++) {
    shuffle(order, (below) => draw.integer(below));
    refresh(state);
    for (const j of order) {
      const { histogram, step } = room[j]!;
      fill(state, columns[j]!, histogram);
      if (!fitStep(histogram, field.columns[j]!.direction, settings, step)) continue;
      applyStep(state, columns[j]!, step);
      add(shapes[j]!, step);
    }
    watch?.(round);
    const loss = heldOutLoss(state);
    if (loss < best.loss - 1e-7) {
      best.loss = loss;
      best.rounds = round;
      shapes.forEach((it, j) => best.shapes[j]!.set(it));
    } else if (round - best.rounds >= settings.patience) break;
  }
  return { intercept, shapes: best.shapes, rounds: best.rounds, heldOutLoss: best.loss };
}

/** Log-odds of every row by one bag's shapes. */
export function scoreField(
  field: Field,
  result: Pick<BagResult, "intercept" | "shapes">,
): Float64Array {
  const score = new Float64Array(field.rows).fill(result.intercept);
  field.columns.forEach(({ bins }, j) => {
    const shape = result.shapes[j]!;
    for (let i = 0; i < score.length; i++) score[i] = score[i]! + shape[bins[i]!]!;
  });
  return score;
}

function baseRate(field: Field, bag: Bag): number {
  let bad = 0;
  let size = 0;
  for (let i = 0; i < field.rows; i++)
    if (bag.isHeldOut[i] === 0) {
      bad += field.outcome[i]!;
      size += 1;
    }
  return Math.min(1 - 1e-6, Math.max(1e-6, bad / size));
}

function rooms(field: Field): readonly { histogram: Histogram; step: Float64Array }[] {
  return field.columns.map(({ binCount }) => ({
    histogram: { residual: new Float64Array(binCount), weight: new Float64Array(binCount) },
    step: new Float64Array(binCount),
  }));
}

function fill(state: BagState, bins: Uint8Array, histogram: Histogram): void {
  const { residual, weight } = histogram;
  residual.fill(0);
  weight.fill(0);
  for (let i = 0; i < state.size; i++) {
    const b = bins[i]!;
    residual[b] = residual[b]! + state.residual[i]!;
    weight[b] = weight[b]! + state.weight[i]!;
  }
}

export function add(to: Float64Array, step: Float64Array): void {
  for (let b = 0; b < to.length; b++) to[b] = to[b]! + step[b]!;
}

export function shuffle(order: number[], below: (n: number) => number): void {
  for (let k = order.length - 1; k > 0; k--) {
    const other = below(k + 1);
    const kept = order[k]!;
    order[k] = order[other]!;
    order[other] = kept;
  }
}
