import { refusal, type Refused } from "@fairdue/api";
import { accepted, addDays, type EpochDay, type Outcome, present, refused } from "@fairdue/kernel";
import { askLaw, decideCredit, decisionDigest } from "@fairdue/servicing";
import {
  answerReview,
  type DecisionKey,
  type DecisionReview,
  loadDecision,
  loadOffer,
  loadReviewsOf,
  lockReview,
  logLeaf,
  saveOffer,
  type Sql,
  type StoredDecision,
  type Transaction,
  type Vault,
} from "@fairdue/store";
import type { Shell } from "../http/compose/shell.ts";
import { unlawful } from "./accept.ts";
import { benchThen, packsChanged } from "./bench.ts";
import { disclosureOf } from "./disclosure.ts";

export type ReviewAnswer =
  | {
      readonly answer: "offer";
      readonly limitMinor: number;
      readonly rate: number;
      readonly reason: string;
    }
  | { readonly answer: "decline"; readonly reason: string };

/**
 * A person decides. Law binds a person as well, the price stays within the product, and whoever
 * decided before does not decide the appeal.
 */
export async function decideReview(
  shell: Shell,
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly reviewId: string;
    readonly by: string;
    readonly answer: ReviewAnswer;
    readonly onOf: (bookId: string) => Promise<EpochDay>;
  },
): Promise<Outcome<DecisionKey, Refused>> {
  const review = await lockReview(tx, it);
  if (review === undefined) return refused(refusal("review-not-found"));
  if (review.answer !== null) return refused(refusal("review-answered"));
  const before = await loadReviewsOf(tx, review);
  if (before.some((one) => one.answeredBy === it.by))
    return refused(refusal("reviewer-decided-before"));
  const decision = present(await loadDecision(tx, shell.vault, review), "the decision of a review");
  const on = await it.onOf(review.bookId);
  if (it.answer.answer === "offer") {
    const offered = await offerBy(shell, tx, { decision, answer: it.answer, on, by: it.by });
    if (!offered.ok) return offered;
  }
  await answerReview(tx, it, {
    at: shell.now(),
    by: it.by,
    answer: it.answer.answer,
    reason: it.answer.reason,
  });
  await logReview(shell, tx, { review, by: it.by, answer: it.answer.answer });
  return accepted({ borrowerId: review.borrowerId, decisionId: review.decisionId });
}

async function logReview(
  shell: Shell,
  tx: Transaction,
  it: { readonly review: DecisionReview; readonly by: string; readonly answer: string },
): Promise<void> {
  const { borrowerId, decisionId, reviewId } = it.review;
  await logLeaf(tx, {
    borrowerId,
    kind: "credit.reviewed",
    at: shell.now(),
    values: { review: { decisionId, reviewId, by: it.by, answer: it.answer } },
    outcome: it.answer,
  });
}

async function offerBy(
  shell: Shell,
  tx: Transaction,
  it: {
    readonly decision: StoredDecision;
    readonly answer: Extract<ReviewAnswer, { answer: "offer" }>;
    readonly on: EpochDay;
    readonly by: string;
  },
): Promise<Outcome<null, Refused>> {
  const { decision, answer, on } = it;
  if ((await loadOffer(tx, decision)) !== undefined) return refused(refusal("review-answered"));
  const bench = await benchThen(tx, decision);
  const second = decision.input.facts["act.hasSecondSource"]?.value;
  const law = askLaw(
    bench.packs,
    {
      kind: "credit-decision",
      fields: {
        decision: "approve",
        isAutomated: false,
        limitMinor: answer.limitMinor,
        ...(typeof second === "boolean" && { hasSecondSource: second }),
      },
    },
    { ...decision.input, at: shell.now() },
  );
  if (law.answer === "refused") return refused(unlawful(law));
  const product = await shell.products.of(decision.productId, decision.productVersion);
  const disclosure = disclosureOf(product, { ...answer, on });
  if (!disclosure.ok) return disclosure;
  await saveOffer(tx, {
    borrowerId: decision.borrowerId,
    decisionId: decision.decisionId,
    limitMinor: answer.limitMinor,
    rate: answer.rate,
    cost: disclosure.value.cost,
    madeAt: shell.now(),
    madeBy: it.by,
    expiresOn: addDays(on, bench.policy.offerDays),
  });
  return accepted(null);
}

export type Replayed = {
  digest: string;
  recordedDigest: string;
  isSame: boolean;
  answer: "offer" | "refer" | "decline";
  points: number | null;
  packsChanged: string[];
};

/** A decision made again from what it rested on; `columns` tries a change first. */
export async function replay(
  sql: Sql,
  vault: Vault,
  it: DecisionKey & { readonly columns: Readonly<Record<string, number>> | undefined },
): Promise<Replayed | undefined> {
  const stored = await loadDecision(sql, vault, it);
  if (stored === undefined) return undefined;
  const bench = await benchThen(sql, stored);
  const { columns } = it;
  const input =
    columns === undefined
      ? stored.input
      : { ...stored.input, row: { ...stored.input.row, ...columns } };
  const outcome = decideCredit(input, bench);
  const digest = decisionDigest(input, outcome);
  return {
    digest,
    recordedDigest: stored.digest,
    isSame: digest === stored.digest,
    answer: outcome.answer,
    points: outcome.score?.points ?? null,
    packsChanged: [...packsChanged(stored.input)],
  };
}
