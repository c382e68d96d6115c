import type { RawTerm } from "../model/additive.ts";
import type { FieldColumn } from "./field.ts";

/**
 * Moves what a pair's table says about one feature alone into that feature's own shape, so that a
 * pair shows only what the two say together (Lengerich et al. 2020). The sum of all tables stays
 * the same for every row. Along an axis with a direction only as much is moved as leaves shape and
 * table each monotone: the least step that all columns share.
 *
 * Needs the pairs' cuts to be among the shapes' cuts.
 */
export function purify(
  shapes: readonly RawTerm[],
  pairs: readonly RawTerm[],
  columns: readonly FieldColumn[],
): RawTerm[] {
  const mains = shapes.map((it) => ({ ...it, logOdds: it.logOdds.slice() }));
  const cleaned = pairs.map((pair) => {
    const table = pair.logOdds.slice();
    for (let turn = 0; turn < 20; turn++)
      for (const axis of [0, 1] as const) {
        const feature = pair.features[axis]!;
        const { direction } = columns[feature]!;
        const own = { ...pair, logOdds: table };
        const margin = direction === 0 ? takeMargin(own, axis) : takeSteps(own, axis, direction);
        spread(mains[feature]!, margin, pair.cuts[axis]!);
      }
    return { ...pair, logOdds: table };
  });
  return [...mains, ...cleaned];
}

/** Subtracts the weighted means along one axis from the table, and returns them. */
function takeMargin(pair: RawTerm, axis: 0 | 1): Float64Array {
  const width = pair.cuts[1]!.length + 2;
  const height = pair.cuts[0]!.length + 2;
  const margin = new Float64Array(axis === 0 ? height : width);
  const weight = new Float64Array(margin.length);
  const at = (cell: number): number => (axis === 0 ? Math.floor(cell / width) : cell % width);
  pair.logOdds.forEach((value, cell) => {
    margin[at(cell)] = margin[at(cell)]! + value * pair.rows[cell]!;
    weight[at(cell)] = weight[at(cell)]! + pair.rows[cell]!;
  });
  const means = margin.map((it, k) => (weight[k]! > 0 ? it / weight[k]! : 0));
  for (let cell = 0; cell < pair.logOdds.length; cell++)
    pair.logOdds[cell] = pair.logOdds[cell]! - means[at(cell)]!;
  return means;
}

/** Subtracts the rise (or fall) that is common to all columns of the table, and returns it. */
function takeSteps(pair: RawTerm, axis: 0 | 1, direction: -1 | 1): Float64Array {
  const width = pair.cuts[1]!.length + 2;
  const sizes = [pair.cuts[0]!.length + 2, width] as const;
  const cell = (own: number, other: number): number =>
    axis === 0 ? own * width + other : other * width + own;
  const margin = new Float64Array(sizes[axis]);
  const others = Array.from({ length: sizes[axis === 0 ? 1 : 0] }, (_, k) => k);
  const isSeen = (other: number): boolean =>
    other > 0 || margin.some((_, own) => pair.rows[cell(own, 0)]! > 0);
  const seen = others.filter(isSeen);
  for (let own = 2; own < margin.length; own++) {
    const steps = seen.map(
      (other) =>
        (pair.logOdds[cell(own, other)]! - pair.logOdds[cell(own - 1, other)]!) * direction,
    );
    margin[own] = margin[own - 1]! + direction * Math.max(0, Math.min(...steps));
  }
  margin.forEach((value, own) => {
    for (const other of others)
      pair.logOdds[cell(own, other)] = pair.logOdds[cell(own, other)]! - value;
  });
  return margin;
}

function spread(shape: RawTerm, margin: Float64Array, coarse: Float64Array): void {
  const fine = shape.cuts[0]!;
  shape.logOdds[0] = shape.logOdds[0]! + margin[0]!;
  let k = 0;
  for (let bin = 1; bin < shape.logOdds.length; bin++) {
    const from = bin === 1 ? Number.NEGATIVE_INFINITY : fine[bin - 2]!;
    while (k < coarse.length && coarse[k]! <= from) k += 1;
    shape.logOdds[bin] = shape.logOdds[bin]! + margin[k + 1]!;
  }
}
