/** One cell of a published table; `null` where it is too small to be shown. */
export type Cell = { readonly count: number | null; readonly amountMinor: number | null };

/** Fewer than this many are never told: behind them a person could be recognised. */
export const cellMin = 10;

/**
 * Hides small cells. Where only one would be hidden, the smallest other one is hidden with it, so
 * that nobody finds it by taking the rest from the total. Empty cells say nothing about anyone.
 */
export function protectCells(
  cells: readonly { readonly count: number; readonly amountMinor: number }[],
): readonly Cell[] {
  const isSmall = (count: number): boolean => count > 0 && count < cellMin;
  const hidden = new Set(cells.flatMap((it, k) => (isSmall(it.count) ? [k] : [])));
  const [only] = hidden;
  if (hidden.size === 1 && only !== undefined) {
    const others = cells
      .map((it, k) => ({ k, count: it.count }))
      .filter((it) => it.k !== only && it.count > 0)
      .sort((a, b) => a.count - b.count);
    const [next] = others;
    if (next !== undefined) hidden.add(next.k);
  }
  return cells.map((it, k) =>
    hidden.has(k)
      ? { count: null, amountMinor: null }
      : { count: it.count, amountMinor: it.amountMinor },
  );
}
