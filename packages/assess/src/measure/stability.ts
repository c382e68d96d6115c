/**
 * Population stability index between two distributions over the same bins:
 * Σ (actual − expected)·ln(actual ÷ expected). Below 0.1 stable, 0.1–0.25 moved, above 0.25 another
 * population. An empty bin counts as half a row, so that the index stays finite.
 *
 * Source: Siddiqi, Credit Risk Scorecards (2006), ch. 9; a symmetrised Kullback–Leibler divergence.
 */
export function stabilityIndex(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  const share = (counts: ArrayLike<number>): Float64Array => {
    const filled = Float64Array.from(counts, (it) => Math.max(it, 0.5));
    const sum = filled.reduce((a, b) => a + b, 0);
    return filled.map((it) => it / sum);
  };
  const before = share(expected);
  const now = share(actual);
  return before.reduce(
    (sum, e, k) =>
      expected[k] === 0 && actual[k] === 0 ? sum : sum + (now[k]! - e) * Math.log(now[k]! / e),
    0,
  );
}

/** Upper edges of the inner bins that split a score into `bins` parts of equally many rows. */
export function quantileEdges(score: ArrayLike<number>, bins: number): number[] {
  const sorted = Float64Array.from(score).sort();
  const edges = Array.from(
    { length: bins - 1 },
    (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / bins)] ?? Number.NaN,
  );
  return [...new Set(edges)];
}

/** Rows per bin; a value on an edge belongs to the bin above it. */
export function countByEdges(score: ArrayLike<number>, edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (let i = 0; i < score.length; i++) {
    let bin = 0;
    while (bin < edges.length && score[i]! >= edges[bin]!) bin += 1;
    counts[bin] = counts[bin]! + 1;
  }
  return counts;
}
