/**
 * Bins of one feature. Bin 0 is for missing values; bin k ≥ 1 holds cuts[k−2] ≤ x < cuts[k−1], open
 * at both ends. At most 255 cuts, so that a bin fits a byte.
 */
export type Bins = { readonly cuts: Float64Array };

export function binCount(bins: Bins): number {
  return bins.cuts.length + 2;
}

/**
 * Cuts that put each distinct value into its own bin where there are few, and equal shares of the
 * rows into each bin where there are many. A cut lies halfway between two neighbouring values.
 */
export function cutBins(values: Float64Array, binsMax: number): Bins {
  const sorted = values.filter((x) => x === x).sort();
  const distinct: number[] = [];
  const upTo: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (distinct.length > 0 && sorted[i] === distinct[distinct.length - 1])
      upTo[upTo.length - 1] = i + 1;
    else {
      distinct.push(sorted[i]!);
      upTo.push(i + 1);
    }
  }
  const cuts: number[] = [];
  let cutAt = 0;
  for (let d = 0; d + 1 < distinct.length && cuts.length + 1 < binsMax; d++) {
    const share = (sorted.length - cutAt) / (binsMax - cuts.length);
    if (distinct.length > binsMax && upTo[d]! - cutAt < share) continue;
    cuts.push(between(distinct[d]!, distinct[d + 1]!));
    cutAt = upTo[d]!;
  }
  return { cuts: Float64Array.from(cuts) };
}

/** The middle of two values in a short form; never outside (low, high]. */
function between(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  for (let digits = 3; digits < 15; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (short > low + (high - low) * 0.1 && short <= low + (high - low) * 0.9) return short;
  }
  return middle > low ? middle : high;
}

export function binOf(cuts: Float64Array, x: number): number {
  if (x !== x) return 0;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

export function binColumn(bins: Bins, values: Float64Array): Uint8Array {
  const { cuts } = bins;
  return Uint8Array.from(values, (x) => binOf(cuts, x));
}

/** Fewer bins whose cuts are among the given ones, holding about equal shares of the rows. */
export function coarsenBins(bins: Bins, column: Uint8Array, binsMax: number): Bins {
  if (bins.cuts.length + 1 <= binsMax) return bins;
  const counts = new Float64Array(binCount(bins));
  for (const b of column) counts[b] = counts[b]! + 1;
  const cuts: number[] = [];
  let left = column.length - counts[0]!;
  let inBin = 0;
  for (let k = 0; k < bins.cuts.length && cuts.length + 1 < binsMax; k++) {
    inBin += counts[k + 1]!;
    if (inBin < left / (binsMax - cuts.length)) continue;
    cuts.push(bins.cuts[k]!);
    left -= inBin;
    inBin = 0;
  }
  return { cuts: Float64Array.from(cuts) };
}
