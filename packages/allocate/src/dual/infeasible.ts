import type { NoPlan } from "../plan.ts";
import {
  addUse,
  reachOf,
  signedBounds,
  signOf,
  type Field,
  type LimitRow,
} from "../field/field.ts";
import type { Work } from "../field/pass.ts";
import { boundAt, findPrices } from "./prices.ts";
import { hardDual } from "./newton.ts";

/** One limit that stands in the way, and the nearest bound that the others allow. */
export type Shortfall = {
  readonly limit: number;
  readonly bound: number;
  /** What is possible: the most that a floor can reach, or the least that a budget must be. */
  readonly nearest: number;
  /** |bound − nearest|, in whole units of the resource. */
  readonly by: number;
  /** Other limits that this one collides with; empty if it is impossible by itself. */
  readonly against: readonly number[];
};

/**
 * Says which limits collide, and by how much.
 *
 * First each limit alone; then all together: with every value 0 and prices capped, the dual is
 * the least total violation, and its prices mark the limits that collide (Farkas). For each of
 * those, the best it can reach while the others hold is again a dual bound, hence a proof.
 */
export function* explainInfeasible(
  field: Field,
  limits: readonly LimitRow[],
  missed: readonly number[],
): Work<NoPlan> {
  const alone = limits.flatMap((limit, m) => aloneShortfall(field, limit, m));
  if (alone.length > 0) return { kind: "no-plan", proved: true, shortfalls: alone };
  const idle = withValues(field, limits, new Float64Array(field.value.length));
  const ceiling = priceCeiling(field, limits);
  const bounds = signedBounds(limits);
  const { prices } = yield* findPrices(idle, bounds, ceiling);
  const violation = -(yield* dualAt(idle, bounds, prices));
  const colliding = limits.flatMap((_, m) => (prices[m]! > 1e-6 * ceiling[m]! ? [m] : []));
  if (violation > 1e-9 && colliding.length > 0) {
    const shortfalls: Shortfall[] = [];
    for (const m of colliding) {
      const it = yield* nearestBound(field, limits, {
        m,
        against: colliding.filter((k) => k !== m),
      });
      if (it !== undefined) shortfalls.push(it);
    }
    if (shortfalls.length > 0) return { kind: "no-plan", proved: true, shortfalls };
  }
  const shortfalls = limits.flatMap((limit, m) => {
    const by = missed[m] ?? 0;
    const nearest = limit.bound + signOf(limit) * by;
    const against = limits.flatMap((_, k) => (k === m ? [] : [k]));
    return by > 0 ? [{ limit: m, bound: limit.bound, nearest, by, against }] : [];
  });
  return { kind: "no-plan", proved: false, shortfalls };
}

function aloneShortfall(field: Field, limit: LimitRow, m: number): Shortfall[] {
  if (limit.sense === "at-most") {
    if (limit.bound >= 0) return [];
    return [{ limit: m, bound: limit.bound, nearest: 0, by: -limit.bound, against: [] }];
  }
  const most = mostUse(field, limit);
  if (most >= limit.bound) return [];
  return [{ limit: m, bound: limit.bound, nearest: most, by: limit.bound - most, against: [] }];
}

/** Use if everyone got the option that uses most. */
function mostUse(field: Field, limit: LimitRow): number {
  let most = 0;
  for (let i = 0; i < field.people; i++) {
    let best = 0;
    for (let o = field.first[i]!; o < field.first[i + 1]!; o++) {
      const c = field.classOf.length === 0 ? 0 : field.classOf[o]!;
      if (limit.classes[c] !== 1) continue;
      best = Math.max(best, field.use[o * field.resources + limit.resource]!);
    }
    most += best;
  }
  return most;
}

/** The best that limit m can reach while the limits in `against` hold. */
function* nearestBound(
  field: Field,
  limits: readonly LimitRow[],
  { m, against }: { m: number; against: readonly number[] },
): Work<Shortfall | undefined> {
  const limit = limits[m]!;
  const values = new Float64Array(field.value.length);
  const use = new Float64Array(limits.length);
  for (let o = 0; o < values.length; o++) {
    use.fill(0);
    addUse(field, o, use);
    // Signed use is to be small: a floor wants much, a budget wants little.
    values[o] = -use[m]!;
  }
  const others = against.map((k) => limits[k]!);
  const bounds = signedBounds(others);
  const wanting = withValues(field, others, values);
  const ceiling = new Float64Array(others.length).fill(Number.POSITIVE_INFINITY);
  const { prices } = yield* findPrices(wanting, bounds, ceiling);
  const most = yield* dualAt(wanting, bounds, prices);
  const nearest =
    limit.sense === "at-least" ? Math.max(0, Math.floor(most + 1e-6)) : Math.ceil(-most - 1e-6);
  const by = signOf(limit) * (nearest - limit.bound);
  // Without this limit the others collide still: no bound of it alone would do.
  const isReachable = limit.sense === "at-least" ? most >= -1e-6 : nearest <= mostUse(field, limit);
  return by > 0 && isReachable ? { limit: m, bound: limit.bound, nearest, by, against } : undefined;
}

function* dualAt(field: Field, bounds: Float64Array, prices: Float64Array): Work<number> {
  const zero = new Float64Array(bounds.length);
  const sum = yield* hardDual(
    { field, bounds: zero, constant: 0, low: zero, high: zero, unit: zero },
    prices,
  );
  return boundAt(prices, bounds, sum);
}

/** The same people and options, under other limits and with other values. */
function withValues(field: Field, limits: readonly LimitRow[], values: Float64Array): Field {
  const value = new Float64Array(new SharedArrayBuffer(8 * values.length));
  value.set(values);
  return { ...field, value, reach: reachOf(limits, field.reach.classes) };
}

/** One typical use of each limit costs 1: violations in different units add up. */
function priceCeiling(field: Field, limits: readonly LimitRow[]): Float64Array {
  const sum = new Float64Array(limits.length);
  const use = new Float64Array(limits.length);
  for (let o = 0; o < field.value.length; o++) {
    use.fill(0);
    addUse(field, o, use);
    for (let m = 0; m < sum.length; m++) sum[m]! += Math.abs(use[m]!);
  }
  return sum.map((it) => field.value.length / Math.max(it, 1));
}
