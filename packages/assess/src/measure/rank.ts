import { assert } from "@fairdue/kernel";

/** Rows in rising order of a score. */
export function rising(score: Float64Array): Uint32Array {
  const order = Uint32Array.from(score, (_, i) => i);
  return order.sort((a, b) => score[a]! - score[b]!);
}

export type Ranking = {
  /** Probability that a bad row scores above a good one, ties counting half. */
  readonly auc: number;
  /** 2·AUC − 1. */
  readonly gini: number;
  /** Largest distance between the two distribution functions. */
  readonly ks: number;
  /** Score at which that distance is reached. */
  readonly ksAt: number;
};

/**
 * How well a score ranks bad (1) above good (0): Mann–Whitney AUC, Gini and Kolmogorov–Smirnov.
 * Needs at least one row of either kind; NaN otherwise.
 */
export function ranking(score: Float64Array, outcome: Uint8Array): Ranking {
  assert(!score.includes(Number.NaN), "every row that is ranked has a score");
  const order = rising(score);
  const bads = outcome.reduce((sum, it) => sum + it, 0);
  const goods = outcome.length - bads;
  let won = 0;
  let goodBelow = 0;
  let badBelow = 0;
  let ks = 0;
  let ksAt = Number.NaN;
  for (let i = 0; i < order.length; ) {
    const value = score[order[i]!]!;
    let good = 0;
    let bad = 0;
    for (; i < order.length && score[order[i]!] === value; i++) {
      if (outcome[order[i]!] === 1) bad += 1;
      else good += 1;
    }
    won += bad * (goodBelow + good / 2);
    goodBelow += good;
    badBelow += bad;
    const distance = Math.abs(goodBelow / goods - badBelow / bads);
    if (distance > ks) {
      ks = distance;
      ksAt = value;
    }
  }
  const auc = won / (bads * goods);
  return { auc, gini: 2 * auc - 1, ks, ksAt };
}
