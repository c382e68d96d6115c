import type { decisionHead, decisionWire, limitReviewWire, reviewWire } from "@fairdue/api";
import { formatDay } from "@fairdue/kernel";
import {
  type CreditOfferOnRecord,
  type DecisionHead,
  type DecisionReview,
  type LimitReview,
  loadDecision,
  loadOffer,
  loadReviewsOf,
  type DecisionKey,
  type Sql,
  type StoredDecision,
  type Vault,
} from "@fairdue/store";
import type { z } from "zod";

export const instantOf = (at: number): string => new Date(at).toISOString();

export function headToWire(it: DecisionHead): z.input<typeof decisionHead> {
  const { decidedAt, ...rest } = it;
  return { ...rest, decidedAt: instantOf(decidedAt) };
}

export function reviewToWire(it: DecisionReview, now: number): z.input<typeof reviewWire> {
  const { reviewId, borrowerId, decisionId, why, answer, answeredBy, reason } = it;
  return {
    reviewId,
    borrowerId,
    decisionId,
    why,
    answer,
    answeredBy,
    reason,
    askedAt: instantOf(it.askedAt),
    dueAt: instantOf(it.dueAt),
    isLate: (it.answeredAt ?? now) > it.dueAt,
  };
}

/** A decision whole, as it stands now with its offer and reviews; `undefined` where there is none. */
export async function decisionView(
  sql: Sql,
  { vault, now }: { readonly vault: Vault; readonly now: () => number },
  key: DecisionKey,
): Promise<z.input<typeof decisionWire> | undefined> {
  const stored = await loadDecision(sql, vault, key);
  if (stored === undefined) return undefined;
  const offer = await loadOffer(sql, key);
  const reviews = await loadReviewsOf(sql, key);
  return {
    ...decisionToWire(stored),
    offer: offer === undefined ? null : offerToWire(offer),
    reviews: reviews.map((it) => reviewToWire(it, now())),
  };
}

function decisionToWire(stored: StoredDecision) {
  const { input, outcome, ...head } = stored;
  const { score, shadow } = outcome;
  return {
    ...headToWire(head),
    packs: input.by.packs.map((it) => ({ ...it })),
    limitAskedMinor: input.asked.limitMinor,
    reasons: outcome.reasons.map((it) => ({ ...it })),
    rules: outcome.rules.map((it) => ({ ...it })),
    terms: score?.terms.map((it) => ({ ...it })) ?? [],
    basePoints: score?.basePoints ?? null,
    pointsMin: score?.pointsMin ?? null,
    notUsed: score?.notUsed.map((it) => ({ ...it })) ?? [],
    counterfactuals: outcome.counterfactuals.map((it) => ({ ...it, columns: { ...it.columns } })),
    shadow: shadow && { ...shadow },
  };
}

function offerToWire(it: CreditOfferOnRecord): z.input<typeof decisionWire>["offer"] {
  const { limitMinor, rate, accountId } = it;
  const cost = it.cost as NonNullable<z.input<typeof decisionWire>["offer"]>["cost"];
  return { limitMinor, rate, accountId, cost, expiresOn: formatDay(it.expiresOn) };
}

export function limitToWire(it: LimitReview): z.input<typeof limitReviewWire> {
  const { reviewId, borrowerId, accountId, cause, kind, fromMinor, toMinor, probability, status } =
    it;
  return {
    reviewId,
    borrowerId,
    accountId,
    cause,
    kind,
    fromMinor,
    toMinor,
    probability,
    status,
    reviewedOn: formatDay(it.reviewedOn),
    effectiveOn: it.effectiveOn === null ? null : formatDay(it.effectiveOn),
    reasons: it.reasons as z.input<typeof limitReviewWire>["reasons"],
  };
}
