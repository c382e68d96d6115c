import type { Bag, Field } from "./field.ts";

/**
 * Rows of one bag, those in the bag first: scores, residuals and weights of the logistic loss. The
 * columns are laid out in the same order, so that a pass over the bag reads memory straight on.
 */
export type BagState = {
  readonly size: number;
  readonly rows: number;
  readonly order: Int32Array;
  readonly outcome: Uint8Array;
  readonly score: Float64Array;
  readonly residual: Float64Array;
  readonly weight: Float64Array;
};

/** @param start  log-odds of each row before the first step, in the field's order */
export function openBag(field: Field, bag: Bag, start: Float64Array): BagState {
  const order = new Int32Array(field.rows);
  let size = 0;
  for (let i = 0; i < field.rows; i++) if (bag.isHeldOut[i] === 0) order[size++] = i;
  let at = size;
  for (let i = 0; i < field.rows; i++) if (bag.isHeldOut[i] !== 0) order[at++] = i;
  const state: BagState = {
    size,
    rows: field.rows,
    order,
    outcome: Uint8Array.from(order, (i) => field.outcome[i]!),
    score: Float64Array.from(order, (i) => start[i]!),
    residual: new Float64Array(size),
    weight: new Float64Array(size),
  };
  refresh(state);
  return state;
}

/** Residuals and weights of the rows in the bag from their scores. */
export function refresh(state: BagState): void {
  for (let i = 0; i < state.size; i++) {
    const p = 1 / (1 + Math.exp(-state.score[i]!));
    state.residual[i] = state.outcome[i]! - p;
    state.weight[i] = p * (1 - p);
  }
}

export function laidOut(state: BagState, bins: Uint8Array): Uint8Array {
  return Uint8Array.from(state.order, (i) => bins[i]!);
}

/**
 * Adds the step of each row's bin. Residuals follow to first order (a small step s changes p by
 * p(1−p)·s), which costs no exponential; `refresh` makes them exact again once a round.
 */
export function applyStep(
  state: BagState,
  bins: Uint8Array | Uint16Array,
  step: Float64Array,
): void {
  const { score, residual, weight, size, rows } = state;
  for (let i = 0; i < size; i++) {
    const change = step[bins[i]!]!;
    score[i] = score[i]! + change;
    residual[i] = residual[i]! - weight[i]! * change;
  }
  for (let i = size; i < rows; i++) score[i] = score[i]! + step[bins[i]!]!;
}

/** Mean log-loss over the held-out rows; over the bag itself when nothing is held out. */
export function heldOutLoss(state: BagState): number {
  const from = state.size < state.rows ? state.size : 0;
  let loss = 0;
  for (let i = from; i < state.rows; i++) {
    const s = state.outcome[i] === 1 ? -state.score[i]! : state.score[i]!;
    loss += s > 30 ? s : Math.log1p(Math.exp(s));
  }
  return loss / (state.rows - from);
}
