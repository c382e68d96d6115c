import { z } from "@hono/zod-openapi";
import { ask, read, write } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import {
  accountIdIn,
  amountMinorIn,
  amountMinorOrZeroIn,
  borrowerIdIn,
  reasonIn,
  slugIn,
} from "../schema/primitives.ts";
import {
  applicationIn,
  consentWire,
  decisionHead,
  decisionIdIn,
  decisionWire,
  limitReviewWire,
  reviewIdIn,
  reviewWire,
  scopeIn,
  warningWire,
} from "./schemas.ts";

const tag = "Assessment";
const ofBook = z.strictObject({ bookId: slugIn });
const ofPerson = z.strictObject({ borrowerId: borrowerIdIn });
const ofDecision = z.strictObject({ borrowerId: borrowerIdIn, decisionId: decisionIdIn });
const ofReview = z.strictObject({ borrowerId: borrowerIdIn, reviewId: reviewIdIn });
const atDecision = "/v1/borrowers/{borrowerId}/decisions/{decisionId}";

export const applyForCredit = write({
  operationId: "applyForCredit",
  path: "/v1/borrowers/{borrowerId}/applications",
  tag,
  summary: "Apply for credit: rules, checks, score, limit and price, in one answer",
  description:
    "The decision with its reasons, what would have changed it, and the offer with its full cost. " +
    "Where a check is down, a file is thin or the applicant wants it, a person decides.",
  scope: "decisions:write",
  params: ofPerson,
  body: applicationIn,
  answer: decisionWire,
  problems: [
    "borrower-not-found",
    "book-not-found",
    "product-not-found",
    "policy-not-declared",
    "not-offered",
    "cost-above-cap",
  ],
});

export const listPersonDecisions = read({
  operationId: "listPersonDecisions",
  path: "/v1/borrowers/{borrowerId}/decisions",
  tag,
  summary: "Decisions about a person, the newest first",
  scope: "decisions:read",
  params: ofPerson,
  answer: z.object({ items: z.array(decisionHead) }).openapi("Decisions"),
  problems: ["borrower-not-found"],
});

export const readDecision = read({
  operationId: "readDecision",
  path: atDecision,
  tag,
  summary: "One decision with reasons, rules, counterfactuals, offer and reviews",
  scope: "decisions:read",
  params: ofDecision,
  answer: decisionWire,
  problems: ["decision-not-found"],
});

export const replayDecision = ask({
  operationId: "replayDecision",
  path: `${atDecision}/replay`,
  tag,
  summary: "Make a decision again from what it rested on, and compare bit for bit",
  scope: "decisions:read",
  params: ofDecision,
  body: z
    .strictObject({
      columns: z.record(z.string(), z.number()).optional().openapi({
        description: "Change these columns first: this is how a counterfactual is tried.",
      }),
    })
    .openapi("ReplayDecision"),
  answer: z
    .object({
      digest: z.string(),
      recordedDigest: z.string(),
      isSame: z.boolean(),
      answer: z.enum(["offer", "refer", "decline"]),
      points: z.int().nullable(),
      packsChanged: z.array(z.string()).openapi({
        description: "Packs of which this server holds another version than the one that decided.",
      }),
    })
    .openapi("Replay"),
  problems: ["decision-not-found"],
});

export const acceptCreditOffer = write({
  operationId: "acceptCreditOffer",
  path: `${atDecision}/acceptance`,
  tag,
  summary: "Accept an offer: consents are recorded and the account is opened, all or nothing",
  scope: "decisions:answer",
  params: ofDecision,
  body: z
    .strictObject({
      costStatementVersion: z.string().min(1).max(60).openapi({
        description: "Version of the cost statement that was shown and confirmed.",
      }),
      readSeconds: z.int().min(0).max(86_400),
      contractVersion: z.string().min(1).max(60),
      dueDay: z.int().min(1).max(31).optional(),
      accountId: accountIdIn.optional(),
    })
    .openapi("AcceptOffer"),
  answer: z
    .object({ accountId: z.string(), limitMinor: z.int(), rate: z.int() })
    .openapi("OfferAccepted"),
  problems: [
    "decision-not-found",
    "no-offer",
    "offer-expired",
    "contract-unlawful",
    "account-exists",
    "not-offered",
    "amount-above-maximum",
    "account-already-open",
  ],
});

export const askForPerson = write({
  operationId: "askForPerson",
  path: `${atDecision}/reviews`,
  tag,
  summary: "Ask that a person look at a decision: a review, or an appeal",
  scope: "decisions:answer",
  params: ofDecision,
  body: z.strictObject({ why: z.enum(["asked", "appeal"]) }).openapi("AskReview"),
  answer: reviewWire,
  problems: ["decision-not-found"],
});

export const listReviews = read({
  operationId: "listReviews",
  path: "/v1/books/{bookId}/reviews",
  tag,
  summary: "What waits for a person, the most urgent first",
  scope: "decisions:review",
  params: ofBook,
  query: z.strictObject({ state: z.enum(["open", "answered"]).default("open") }),
  answer: z.object({ items: z.array(reviewWire) }).openapi("Reviews"),
  problems: ["book-not-found"],
});

export const answerReview = write({
  operationId: "answerReview",
  path: "/v1/borrowers/{borrowerId}/reviews/{reviewId}",
  tag,
  summary: "Decide as a person, with reasons",
  description:
    "The law still holds: what it refuses, no person can grant. An appeal is not answered by whoever " +
    "answered before.",
  scope: "decisions:review",
  params: ofReview,
  body: z
    .discriminatedUnion("answer", [
      z.strictObject({
        answer: z.literal("offer"),
        limitMinor: amountMinorIn,
        rate: z.int().min(0).max(10_000_000),
        reason: reasonIn,
      }),
      z.strictObject({ answer: z.literal("decline"), reason: reasonIn }),
    ])
    .openapi("AnswerReview"),
  answer: decisionWire,
  problems: [
    "review-not-found",
    "review-answered",
    "reviewer-decided-before",
    "contract-unlawful",
    "not-offered",
    "cost-above-cap",
    "amount-above-maximum",
    "amount-below-minimum",
  ],
});

export const listConsents = read({
  operationId: "listConsents",
  path: "/v1/borrowers/{borrowerId}/consents",
  tag,
  summary: "What a person has agreed to, and withdrawn",
  scope: "decisions:read",
  params: ofPerson,
  answer: z.object({ items: z.array(consentWire) }).openapi("Consents"),
  problems: ["borrower-not-found"],
});

export const giveDataConsent = write({
  operationId: "giveDataConsent",
  path: "/v1/borrowers/{borrowerId}/consents",
  tag,
  summary: "Record a consent: its purpose and the version of its words",
  scope: "decisions:answer",
  params: ofPerson,
  body: z
    .strictObject({ scope: scopeIn, purpose: reasonIn, textVersion: z.string().min(1).max(60) })
    .openapi("GiveConsent"),
  answer: consentWire,
  problems: ["borrower-not-found"],
});

export const withdrawDataConsent = write({
  operationId: "withdrawDataConsent",
  path: "/v1/borrowers/{borrowerId}/consents/{scope}/withdrawal",
  tag,
  summary: "Withdraw a consent: the next decision does without, and says so",
  scope: "decisions:answer",
  params: z.strictObject({ borrowerId: borrowerIdIn, scope: scopeIn }),
  body: z.strictObject({}).openapi("WithdrawConsent"),
  answer: z.object({ scope: z.string(), wasGiven: z.boolean() }).openapi("ConsentWithdrawn"),
  problems: ["borrower-not-found"],
});

export const listEarlyWarnings = read({
  operationId: "listEarlyWarnings",
  path: "/v1/books/{bookId}/early-warnings",
  tag,
  summary: "Accounts by how likely they are 30 days past due within 60, with what drives it",
  scope: "decisions:read",
  params: ofBook,
  query: z.strictObject(pageQuery),
  answer: pageOf("EarlyWarning", warningWire),
  problems: ["book-not-found"],
});

export const listLimitReviews = read({
  operationId: "listLimitReviews",
  path: "/v1/books/{bookId}/limit-reviews",
  tag,
  summary: "Reviews of limits, the newest first",
  scope: "decisions:read",
  params: ofBook,
  query: z.strictObject({
    status: z
      .enum(["kept", "awaits-agreement", "notified", "done", "declined", "lapsed"])
      .optional(),
  }),
  answer: z.object({ items: z.array(limitReviewWire) }).openapi("LimitReviews"),
  problems: ["book-not-found"],
});

export const askForLimit = write({
  operationId: "askForLimit",
  path: "/v1/borrowers/{borrowerId}/accounts/{accountId}/limit-requests",
  tag,
  summary: "Ask for another limit: a raise is decided at once, a lower one is set",
  scope: "decisions:write",
  params: z.strictObject({ borrowerId: borrowerIdIn, accountId: accountIdIn }),
  body: z
    .strictObject({
      limitMinor: amountMinorIn,
      incomeMonthMinor: amountMinorOrZeroIn.nullable().default(null),
      otherCreditMinor: amountMinorOrZeroIn.optional(),
    })
    .openapi("AskForLimit"),
  answer: limitReviewWire,
  problems: ["account-not-found", "policy-not-declared", "model-not-active"],
});

export const answerLimitOffer = write({
  operationId: "answerLimitOffer",
  path: "/v1/borrowers/{borrowerId}/limit-reviews/{reviewId}",
  tag,
  summary: "Agree to a raise that was offered, or not",
  scope: "decisions:answer",
  params: ofReview,
  body: z.strictObject({ isAgreed: z.boolean() }).openapi("AnswerLimitOffer"),
  answer: limitReviewWire,
  problems: ["review-not-found", "review-answered"],
});

export const assessmentEndpoints = [
  applyForCredit,
  listPersonDecisions,
  readDecision,
  replayDecision,
  acceptCreditOffer,
  askForPerson,
  listReviews,
  answerReview,
  listConsents,
  giveDataConsent,
  withdrawDataConsent,
  listEarlyWarnings,
  listLimitReviews,
  askForLimit,
  answerLimitOffer,
];
