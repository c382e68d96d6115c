import { assert } from "@fairdue/kernel";

/** Good and bad rows per pre-bin, in the order of the feature. */
export type Counts = { readonly good: ArrayLike<number>; readonly bad: ArrayLike<number> };

export type OptimalSettings = {
  readonly binsMax: number;
  /** Smallest share of all rows in a bin. */
  readonly shareMin: number;
  /** Information value that one more bin must bring at least. */
  readonly binPrice: number;
};

export type OptimalBins = {
  /** Ends (exclusive) of the bins, as positions in the pre-bins. */
  readonly ends: readonly number[];
  readonly informationValue: number;
};

/**
 * The bins with the highest information value among all that join neighbouring pre-bins, hold the
 * least share, and whose bad rates keep one direction; exact, by dynamic programming over (last
 * bin, bin before it). Returns undefined when no split keeps the conditions.
 *
 * best[i][j] is the highest value of bins that end at j with the last one [i, j). It extends
 * best[h][i] for every h whose bad rate does not break the order.
 *
 * Source for the problem: Navas-Palencia, Optimal binning (2020), arXiv 2001.08025.
 */
export function optimalBins(
  counts: Counts,
  direction: -1 | 0 | 1,
  settings: OptimalSettings,
): OptimalBins | undefined {
  const table = tableOf(counts);
  const { size } = table;
  const worthOf = table.worth(settings);
  // Layer k holds plans of exactly k bins.
  let layer = new Map<number, Plan>();
  for (let j = 1; j <= size; j++) {
    const worth = worthOf(0, j);
    if (worth !== undefined) layer.set(key(0, j), { from: 0, to: j, worth, before: undefined });
  }
  let best = layer.get(key(0, size));
  for (let bins = 2; bins <= settings.binsMax; bins++) {
    layer = extend(layer, { table, worthOf, direction, last: bins === settings.binsMax });
    for (const plan of layer.values())
      if (plan.to === size && (best === undefined || plan.worth > best.worth + 1e-12)) best = plan;
  }
  if (best === undefined) return undefined;
  const ends: number[] = [];
  for (let at: Plan | undefined = best; at; at = at.before) ends.unshift(at.to);
  return { ends, informationValue: best.worth + settings.binPrice * ends.length };
}

type Plan = {
  readonly from: number;
  readonly to: number;
  readonly worth: number;
  readonly before: Plan | undefined;
};

type Extension = {
  readonly table: ReturnType<typeof tableOf>;
  readonly worthOf: (from: number, to: number) => number | undefined;
  readonly direction: -1 | 0 | 1;
  readonly last: boolean;
};

function extend(layer: ReadonlyMap<number, Plan>, it: Extension): Map<number, Plan> {
  const { table, worthOf, direction, last } = it;
  const next = new Map<number, Plan>();
  for (const plan of layer.values()) {
    const rate = table.rate(plan.from, plan.to);
    for (let to = last ? table.size : plan.to + 1; to <= table.size; to++) {
      if (to <= plan.to) continue;
      const own = worthOf(plan.to, to);
      if (own === undefined) continue;
      if ((table.rate(plan.to, to) - rate) * direction < 0) continue;
      const worth = plan.worth + own;
      const known = next.get(key(plan.to, to));
      if (known === undefined || worth > known.worth)
        next.set(key(plan.to, to), { from: plan.to, to, worth, before: plan });
    }
  }
  return next;
}

function key(from: number, to: number): number {
  return from * 1024 + to;
}

function tableOf(counts: Counts) {
  const size = counts.good.length;
  assert(size < 1024 && size === counts.bad.length, "at most 1023 pre-bins");
  const good = new Float64Array(size + 1);
  const bad = new Float64Array(size + 1);
  for (let k = 0; k < size; k++) {
    good[k + 1] = good[k]! + counts.good[k]!;
    bad[k + 1] = bad[k]! + counts.bad[k]!;
  }
  const goods = good[size]!;
  const bads = bad[size]!;
  return {
    size,
    rate: (from: number, to: number): number => {
      const b = bad[to]! - bad[from]!;
      return b / (b + good[to]! - good[from]!);
    },
    worth:
      (settings: OptimalSettings) =>
      (from: number, to: number): number | undefined => {
        const g = good[to]! - good[from]!;
        const b = bad[to]! - bad[from]!;
        if (g + b < settings.shareMin * (goods + bads) || g + b === 0) return undefined;
        return informationOf(g, b, goods, bads) - settings.binPrice;
      },
  };
}

/** (share of bad − share of good)·ln(share of bad ÷ share of good); half a row where there is none. */
function informationOf(good: number, bad: number, goods: number, bads: number): number {
  const g = Math.max(good, 0.5) / goods;
  const b = Math.max(bad, 0.5) / bads;
  return (b - g) * Math.log(b / g);
}

/** Weight of evidence of default: ln(share of bad ÷ share of good); positive is riskier. */
export function weightOfEvidence(it: {
  readonly good: number;
  readonly bad: number;
  readonly goods: number;
  readonly bads: number;
}): number {
  return Math.log(Math.max(it.bad, 0.5) / it.bads / (Math.max(it.good, 0.5) / it.goods));
}
