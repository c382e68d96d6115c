import type { Prior } from "../strategy/strategy.ts";

/** What came of people, as the share of their overdue amount paid within the horizon (0 to 1). */
export type Observed = {
  readonly people: number;
  readonly mean: number;
  readonly variance: number;
};

/** Outcomes by segment: of those held out, and of those treated, by `segment/treatment`. */
export type Outcomes = {
  readonly heldOut: ReadonlyMap<string, Observed>;
  readonly treated: ReadonlyMap<string, Observed>;
};

export const noOutcomes: Outcomes = { heldOut: new Map(), treated: new Map() };

/** The uplift of a treatment over being left alone, with how sure it is and on what it rests. */
export type Effect = {
  readonly liftPpm: number;
  readonly spreadPpm: number;
  readonly treated: number;
  readonly heldOut: number;
  /** Too few outcomes on either side: what is said is mostly the prior. */
  readonly isDataThin: boolean;
};

/** Below so many people on either side an effect is called thin. */
export const peopleMin = 50;

/** A few equal outcomes do not make certainty: variances are taken to be at least this. */
const varianceMin = 0.01;

/**
 * Joins the prior with the measured uplift, each weighed by its precision (normal with known
 * variance: Gelman et al., Bayesian Data Analysis, 3rd ed., §2.5). The uplift is the difference of
 * the means of treated and held-out people of the same segment.
 */
export function upliftOf(
  outcomes: Outcomes,
  of: { readonly segmentId: string; readonly treatmentId: string },
  prior: Prior,
): Effect {
  const heldOut = outcomes.heldOut.get(of.segmentId);
  const treated = outcomes.treated.get(`${of.segmentId}/${of.treatmentId}`);
  const n = { treated: treated?.people ?? 0, heldOut: heldOut?.people ?? 0 };
  const isDataThin = n.treated < peopleMin || n.heldOut < peopleMin;
  if (treated === undefined || heldOut === undefined || n.treated === 0 || n.heldOut === 0)
    return { ...prior, ...n, isDataThin };
  const uplift = treated.mean - heldOut.mean;
  const variance =
    Math.max(treated.variance, varianceMin) / n.treated +
    Math.max(heldOut.variance, varianceMin) / n.heldOut;
  const believed = prior.liftPpm / 1e6;
  const precision = { prior: (prior.spreadPpm / 1e6) ** -2, data: 1 / variance };
  const total = precision.prior + precision.data;
  const mean = (believed * precision.prior + uplift * precision.data) / total;
  return {
    liftPpm: Math.round(mean * 1e6),
    spreadPpm: Math.max(1, Math.round(Math.sqrt(1 / total) * 1e6)),
    ...n,
    isDataThin,
  };
}
