import { random } from "@fairdue/kernel";
import type { Bag, BagResult, BoostSettings, Field, FieldColumn } from "./field.ts";
import { add, shuffle, type Watch } from "./mains.ts";
import { applyStep, heldOutLoss, openBag, refresh, type BagState } from "./state.ts";

/** Two features whose joint effect is more than the sum of their own. */
export type Pair = { readonly first: number; readonly second: number };

export type PairBag = {
  readonly bag: Bag;
  /** Log-odds of each row by the single shapes of the same bag. */
  readonly start: Float64Array;
  readonly watch?: Watch | undefined;
};

/**
 * Boosts one table per pair on top of given scores. Each step is the best cross (one cut on either
 * axis, four values), the form by which pairs are found as well (FAST: Lou et al. 2013).
 */
export function boostPairs(
  field: Field,
  pairs: readonly Pair[],
  { bag, start, watch }: PairBag,
  settings: BoostSettings,
): BagResult {
  const state = openBag(field, bag, start);
  const grids = pairs.map((it) => gridOf(field, it));
  const cells = grids.map((it) => Uint16Array.from(state.order, (i) => it.cellOf(i)));
  const shapes = grids.map((it) => new Float64Array(it.size));
  const best = { loss: heldOutLoss(state), rounds: 0, shapes: shapes.map((it) => it.slice()) };
  const draw = random(`${settings.seed}/pairs/${bag.index}`);
  const order = pairs.map((_, k) => k);
  for (let round = 1; round <= settings.roundsMax; round++) {
    shuffle(order, (below) => draw.integer(below));
    refresh(state);
    for (const k of order) {
      const grid = grids[k]!;
      fillGrid(state, cells[k]!, grid);
      if (!crossStep(grid, settings)) continue;
      applyStep(state, cells[k]!, grid.step);
      add(shapes[k]!, grid.step);
    }
    watch?.(round);
    const loss = heldOutLoss(state);
    if (loss < best.loss - 1e-7) {
      best.loss = loss;
      best.rounds = round;
      shapes.forEach((it, k) => best.shapes[k]!.set(it));
    } else if (round - best.rounds >= settings.patience) break;
  }
  return { intercept: 0, shapes: best.shapes, rounds: best.rounds, heldOutLoss: best.loss };
}

/** The pairs by how much the best cross reduces the loss, strongest first. */
export function rankPairs(
  field: Field,
  start: Float64Array,
  among: readonly Pair[],
  settings: Pick<BoostSettings, "ridge" | "leafWeightMin">,
): readonly { readonly pair: Pair; readonly gain: number }[] {
  const state = openBag(field, { index: 0, isHeldOut: new Uint8Array(field.rows) }, start);
  return among
    .map((pair) => {
      const grid = gridOf(field, pair);
      const cells = Uint16Array.from({ length: field.rows }, (_, i) => grid.cellOf(i));
      fillGrid(state, cells, grid);
      return { pair, gain: findCross(grid, settings).gain };
    })
    .sort((a, b) => b.gain - a.gain);
}

/** A pair's table: rows are the first feature's bins, columns the second's; bin 0 is missing. */
export type Grid = {
  readonly height: number;
  readonly width: number;
  readonly size: number;
  readonly directions: readonly [-1 | 0 | 1, -1 | 0 | 1];
  cellOf(row: number): number;
  readonly residual: Float64Array;
  readonly weight: Float64Array;
  /** Sums over all cells above and to the left, missing bins left out. */
  readonly residualUpTo: Float64Array;
  readonly weightUpTo: Float64Array;
  readonly step: Float64Array;
};

export function gridOf(field: Field, pair: Pair): Grid {
  const first: FieldColumn = field.columns[pair.first]!;
  const second: FieldColumn = field.columns[pair.second]!;
  const height = first.binCount;
  const width = second.binCount;
  const size = height * width;
  return {
    height,
    width,
    size,
    directions: [first.direction, second.direction],
    cellOf: (row) => first.bins[row]! * width + second.bins[row]!,
    residual: new Float64Array(size),
    weight: new Float64Array(size),
    residualUpTo: new Float64Array(size),
    weightUpTo: new Float64Array(size),
    step: new Float64Array(size),
  };
}

function fillGrid(state: BagState, cells: Uint16Array, grid: Grid): void {
  const { residual, weight, residualUpTo, weightUpTo, width, height } = grid;
  residual.fill(0);
  weight.fill(0);
  for (let i = 0; i < state.size; i++) {
    const c = cells[i]!;
    residual[c] = residual[c]! + state.residual[i]!;
    weight[c] = weight[c]! + state.weight[i]!;
  }
  for (let a = 1; a < height; a++) {
    let r = 0;
    let w = 0;
    for (let b = 1; b < width; b++) {
      const c = a * width + b;
      r += residual[c]!;
      w += weight[c]!;
      residualUpTo[c] = r + (a > 1 ? residualUpTo[c - width]! : 0);
      weightUpTo[c] = w + (a > 1 ? weightUpTo[c - width]! : 0);
    }
  }
}

type Cross = {
  gain: number;
  /** Last bin above the cut on either axis. */
  row: number;
  column: number;
  readonly residual: Float64Array;
  readonly weight: Float64Array;
};

/** The cut on either axis that explains most; quadrants below the least weight are not made. */
function findCross(grid: Grid, settings: Pick<BoostSettings, "ridge" | "leafWeightMin">): Cross {
  const { width, height, residualUpTo: R, weightUpTo: W } = grid;
  const { ridge, leafWeightMin } = settings;
  const best: Cross = {
    gain: 0,
    row: 0,
    column: 0,
    residual: new Float64Array(4),
    weight: new Float64Array(4),
  };
  const bottom = (height - 1) * width;
  const right = width - 1;
  if (height < 3 || width < 3) return best;
  const all = R[bottom + right]!;
  const allWeight = W[bottom + right]!;
  const whole = (all * all) / (allWeight + ridge);
  for (let a = 1; a < height - 1; a++) {
    const at = a * width;
    const topR = R[at + right]!;
    const topW = W[at + right]!;
    for (let b = 1; b < right; b++) {
      const w0 = W[at + b]!;
      const w1 = topW - w0;
      const w2 = W[bottom + b]! - w0;
      const w3 = allWeight - w0 - w1 - w2;
      if (w0 < leafWeightMin || w1 < leafWeightMin || w2 < leafWeightMin || w3 < leafWeightMin)
        continue;
      const r0 = R[at + b]!;
      const r1 = topR - r0;
      const r2 = R[bottom + b]! - r0;
      const r3 = all - r0 - r1 - r2;
      const gain =
        (r0 * r0) / (w0 + ridge) +
        (r1 * r1) / (w1 + ridge) +
        (r2 * r2) / (w2 + ridge) +
        (r3 * r3) / (w3 + ridge) -
        whole;
      if (gain <= best.gain) continue;
      best.gain = gain;
      best.row = a;
      best.column = b;
      best.residual.set([r0, r1, r2, r3]);
      best.weight.set([w0, w1, w2, w3]);
    }
  }
  return best;
}

function crossStep(grid: Grid, settings: BoostSettings): boolean {
  const cross = findCross(grid, settings);
  if (cross.gain <= 0) return false;
  const values = cross.residual.map(
    (r, q) => (settings.rate * r) / (cross.weight[q]! + settings.ridge),
  );
  order(values, cross.weight, grid.directions);
  grid.step.fill(0);
  for (let a = 1; a < grid.height; a++)
    for (let b = 1; b < grid.width; b++)
      grid.step[a * grid.width + b] =
        values[(a <= cross.row ? 0 : 2) + (b <= cross.column ? 0 : 1)]!;
  return true;
}

/** Pools quadrants until the four values keep the stated directions on both axes. */
function order(values: Float64Array, weight: Float64Array, directions: Grid["directions"]): void {
  const [down, across] = directions;
  const pool = (i: number, j: number, direction: -1 | 0 | 1): void => {
    if ((values[j]! - values[i]!) * direction >= 0) return;
    const mean = (values[i]! * weight[i]! + values[j]! * weight[j]!) / (weight[i]! + weight[j]!);
    values[i] = mean;
    values[j] = mean;
  };
  for (let turn = 0; turn < (down !== 0 && across !== 0 ? 8 : 1); turn++) {
    pool(0, 2, down);
    pool(1, 3, down);
    pool(0, 1, across);
    pool(2, 3, across);
  }
  // The turns converge but need not end: the last difference is taken away outright.
  if (down !== 0 && across !== 0 && !isOrdered(values, directions)) values.fill(0);
}

function isOrdered(values: Float64Array, [down, across]: Grid["directions"]): boolean {
  return (
    (values[2]! - values[0]!) * down >= 0 &&
    (values[3]! - values[1]!) * down >= 0 &&
    (values[1]! - values[0]!) * across >= 0 &&
    (values[3]! - values[2]!) * across >= 0
  );
}
