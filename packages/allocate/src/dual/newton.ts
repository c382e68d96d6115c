import { perClass, type Field } from "../field/field.ts";
import { slotsFor, sumSlots, type Pass, type Work } from "../field/pass.ts";
import { smoothSlots } from "../field/smooth.ts";
import { chooseHead } from "../field/choose.ts";
import { solveDamped } from "./linear.ts";

/**
 * A dual to be minimised over prices in a box: Σ price × bound + Σ over people of the best score.
 * `constant` and the bounds already hold what decided people contribute.
 */
export type Dual = {
  readonly field: Field;
  /** Signed bounds less the signed use of decided people. */
  readonly bounds: Float64Array;
  readonly constant: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** A natural size of each price: value that its unit of use could bring. */
  readonly unit: Float64Array;
};

type Point = {
  readonly prices: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
};

/** The dual as it is, without smoothing. */
export function* hardDual(dual: Dual, prices: Float64Array): Work<number> {
  const pass: Pass = {
    kind: "choose",
    field: dual.field,
    price: perClass(dual.field, prices, true),
    slotSize: chooseHead + prices.length,
    slots: slotsFor(dual.field, chooseHead + prices.length),
    choice: new Uint16Array(0),
  };
  yield pass;
  return dual.constant + dot(prices, dual.bounds) + sumSlots(pass)[0]!;
}

export type Descent = {
  readonly temperature: number;
  /** Stops when a Newton step promises less than this share of the dual. */
  readonly tolerance: number;
  readonly stepsMax: number;
};

/**
 * Projected Newton with a line search on the smoothed dual (Bertsekas 1982: prices held at a
 * bound by the gradient leave the system). Damping grows when a step does not pay.
 */
export function* descend(dual: Dual, start: Float64Array, how: Descent): Work<Float64Array> {
  const slots = slotsFor(dual.field, smoothSlots(dual.field));
  let at = yield* evaluate(dual, start, { temperature: how.temperature, slots });
  let damping = 1e-9;
  for (let step = 0; step < how.stepsMax; step++) {
    const free = freePrices(dual, at);
    if (free.length === 0) break;
    const direction = newtonDirection(dual, at, { free, damping });
    const promise = -dot(direction, at.gradient);
    if (!(promise > how.tolerance * Math.abs(at.value))) break;
    const next = yield* search(dual, at, { direction, temperature: how.temperature, slots });
    if (next === undefined) {
      if (damping > 1e6) break;
      damping = Math.max(1e-6, damping * 100);
      continue;
    }
    damping = Math.max(1e-9, damping / 10);
    at = next;
  }
  return at.prices;
}

function* evaluate(
  dual: Dual,
  prices: Float64Array,
  { temperature, slots }: { temperature: number; slots: Float64Array },
): Work<Point> {
  const m = prices.length;
  const pass: Pass = {
    kind: "smooth",
    field: dual.field,
    price: perClass(dual.field, prices, true),
    slotSize: smoothSlots(dual.field),
    slots,
    temperature,
  };
  yield pass;
  const sum = sumSlots(pass);
  const gradient = Float64Array.from(dual.bounds, (bound, k) => bound - sum[1 + k]!);
  const hessian = sum.slice(1 + m);
  for (let k = 0; k < hessian.length; k++) hessian[k]! /= temperature;
  return {
    prices,
    value: dual.constant + dot(prices, dual.bounds) + sum[0]!,
    gradient,
    hessian,
  };
}

function freePrices(dual: Dual, at: Point): number[] {
  const free: number[] = [];
  for (let k = 0; k < at.prices.length; k++) {
    const heldLow = at.prices[k]! <= dual.low[k]! && at.gradient[k]! >= 0;
    const heldHigh = at.prices[k]! >= dual.high[k]! && at.gradient[k]! <= 0;
    if (!heldLow && !heldHigh) free.push(k);
  }
  return free;
}

function newtonDirection(
  dual: Dual,
  at: Point,
  { free, damping }: { free: readonly number[]; damping: number },
): Float64Array {
  const m = at.prices.length;
  const direction = new Float64Array(m);
  const right = at.gradient.map((it) => -it);
  // Where nobody is near a change of mind the curvature is 0: keep the step within the price's size.
  const floor = at.gradient.map(
    (it, k) => Math.abs(it) / (1e3 * reachOfStep(dual, at, k)) + 1e-300,
  );
  for (let extra = damping; extra < 1e12; extra = Math.max(1e-6, extra * 100)) {
    const system = { matrix: at.hessian, size: m, rows: free, damping: extra, floor };
    if (solveDamped(system, right, direction)) break;
  }
  for (const k of free) {
    const most = reachOfStep(dual, at, k);
    direction[k] = Math.max(-most, Math.min(most, direction[k]!));
  }
  if (dot(direction, at.gradient) < 0) return direction;
  // The clipped step climbs: fall back to each price on its own.
  for (const k of free) {
    const most = reachOfStep(dual, at, k);
    const curvature = at.hessian[k * m + k]! + floor[k]!;
    direction[k] = Math.max(-most, Math.min(most, -at.gradient[k]! / curvature));
  }
  return direction;
}

function reachOfStep(dual: Dual, at: Point, k: number): number {
  return Math.max(2 * at.prices[k]!, 0.25 * dual.unit[k]!);
}

function* search(
  dual: Dual,
  at: Point,
  how: { direction: Float64Array; temperature: number; slots: Float64Array },
): Work<Point | undefined> {
  let length = 1;
  for (let attempt = 0; attempt < 16; attempt++) {
    const prices = at.prices.map((it, k) =>
      Math.max(dual.low[k]!, Math.min(dual.high[k]!, it + length * how.direction[k]!)),
    );
    const next = yield* evaluate(dual, prices, how);
    let expected = 0;
    for (let k = 0; k < prices.length; k++)
      expected += at.gradient[k]! * (prices[k]! - at.prices[k]!);
    if (next.value <= at.value + 1e-4 * expected && expected < 0) return next;
    length /= attempt < 4 ? 2 : 4;
  }
  return undefined;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
