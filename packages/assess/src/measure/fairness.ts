import { ranking } from "./rank.ts";

export type GroupFigures = {
  readonly group: string;
  readonly rows: number;
  readonly badRate: number;
  readonly meanProbability: number;
  /** Share that would be accepted at the threshold. */
  readonly acceptedShare: number;
  /** Accepted share divided by that of the best-treated group (four-fifths rule: at least 0.8). */
  readonly acceptanceRatio: number;
  /** Share of good rows refused, and of bad rows accepted: unequal errors are unequal treatment. */
  readonly goodRefusedShare: number;
  readonly badAcceptedShare: number;
  readonly auc: number;
};

/**
 * The same figures for each group of an attribute that the model must not see. Groups with fewer
 * than `rowsMin` rows are left out: their shares say nothing.
 *
 * @param threshold  probability from which an applicant would be refused
 */
export function fairness(
  it: {
    readonly probability: Float64Array;
    readonly outcome: Uint8Array;
    readonly groups: readonly string[];
    readonly threshold: number;
  },
  rowsMin = 50,
): readonly GroupFigures[] {
  const rowsOf = new Map<string, number[]>();
  it.groups.forEach((group, i) => {
    // A row that no bag held out has no honest probability.
    if (Number.isNaN(it.probability[i]!)) return;
    const rows = rowsOf.get(group);
    if (rows) rows.push(i);
    else rowsOf.set(group, [i]);
  });
  const figures = [...rowsOf]
    .filter(([, rows]) => rows.length >= rowsMin)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, rows]) => groupFigures(group, rows, it));
  const best = Math.max(...figures.map((one) => one.acceptedShare));
  return figures.map((one) => ({
    ...one,
    acceptanceRatio: best > 0 ? one.acceptedShare / best : 1,
  }));
}

function groupFigures(
  group: string,
  rows: readonly number[],
  it: { probability: Float64Array; outcome: Uint8Array; threshold: number },
): GroupFigures {
  const probability = Float64Array.from(rows, (i) => it.probability[i]!);
  const outcome = Uint8Array.from(rows, (i) => it.outcome[i]!);
  let [bad, accepted, goodRefused, badAccepted, sum] = [0, 0, 0, 0, 0];
  probability.forEach((p, i) => {
    const isBad = outcome[i] === 1;
    const isAccepted = p < it.threshold;
    sum += p;
    if (isBad) bad += 1;
    if (isAccepted) accepted += 1;
    if (isBad && isAccepted) badAccepted += 1;
    if (!isBad && !isAccepted) goodRefused += 1;
  });
  const good = rows.length - bad;
  return {
    group,
    rows: rows.length,
    badRate: bad / rows.length,
    meanProbability: sum / rows.length,
    acceptedShare: accepted / rows.length,
    acceptanceRatio: 1,
    goodRefusedShare: good > 0 ? goodRefused / good : 0,
    badAcceptedShare: bad > 0 ? badAccepted / bad : 0,
    auc: bad > 0 && good > 0 ? ranking(probability, outcome).auc : Number.NaN,
  };
}
