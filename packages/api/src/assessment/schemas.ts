import { z } from "@hono/zod-openapi";
import { cost } from "../quote/endpoints.ts";
import {
  amountMinor,
  amountMinorIn,
  amountMinorOrZeroIn,
  bilingual,
  dayText,
  instantText,
  reasonIn,
  slugIn,
} from "../schema/primitives.ts";

export const checksumIn = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .openapi({ description: "Checksum of a model file.", example: `sha256:${"0".repeat(64)}` });

export const scopeIn = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/)
  .openapi({ description: "What a consent is about.", example: "purchase-behaviour" });

export const decisionIdIn = z
  .string()
  .regex(/^dec_[0-9A-Za-z-]{1,48}$/)
  .openapi({ example: "dec_0197a2" });

export const reviewIdIn = z.string().regex(/^[0-9a-f-]{36}$/);

const said = z.enum(["clear", "suspect"]);

export const applicationIn = z
  .strictObject({
    bookId: slugIn,
    productId: slugIn,
    productVersion: z.int().min(1).max(999_999),
    limitMinor: amountMinorIn,
    age: z.int().min(0).max(130),
    isStudent: z.boolean().default(false),
    hasSecondSource: z.boolean().optional(),
    incomeMonthMinor: amountMinorOrZeroIn.nullable().default(null),
    otherCredit: z
      .strictObject({
        lenders: z.int().min(0).max(1000),
        grantedMinor: amountMinorOrZeroIn,
      })
      .nullable()
      .default(null)
      .openapi({ description: "Credit with other lenders; null where it is not known." }),
    checks: z
      .record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), said)
      .default({})
      .openapi({ description: "What identity and fraud checks of the lender found, by source." }),
    facts: z
      .record(
        z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/),
        z.union([z.string().max(200), z.number(), z.boolean()]),
      )
      .default({})
      .openapi({ description: "More that the law asks about, by the names of its facts." }),
    columns: z
      .record(z.string().min(1).max(64), z.union([z.number(), z.string().max(100), z.null()]))
      .default({})
      .openapi({ description: "More columns that the lender's own model reads." }),
    refusesAutomation: z.boolean().default(false).openapi({
      description: "The applicant wants a person to decide (个人信息保护法 Art. 24).",
    }),
    consents: z
      .array(
        z.strictObject({
          scope: scopeIn,
          purpose: reasonIn,
          textVersion: z.string().min(1).max(60),
        }),
      )
      .max(20)
      .default([])
      .openapi({ description: "Consents given with the application; each can be withdrawn." }),
  })
  .openapi("CreditApplication");

export const reasonWire = z
  .object({ code: z.string(), points: z.int().nullable(), words: bilingual })
  .openapi("DecisionReason");

export const offerWire = z
  .object({
    limitMinor: amountMinor,
    rate: z.int(),
    expiresOn: dayText,
    accountId: z.string().nullable(),
    cost,
  })
  .openapi("CreditOffer", {
    description: "The offer with its full cost, all of it drawn at once.",
  });

export const reviewWire = z
  .object({
    reviewId: z.string(),
    borrowerId: z.string(),
    decisionId: z.string(),
    why: z.enum(["referred", "asked", "appeal"]),
    askedAt: instantText,
    dueAt: instantText,
    isLate: z.boolean(),
    answer: z.enum(["offer", "decline"]).nullable(),
    answeredBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .openapi("DecisionReview");

const head = {
  decisionId: z.string(),
  borrowerId: z.string(),
  bookId: z.string(),
  decidedAt: instantText,
  answer: z.enum(["offer", "refer", "decline"]),
  productId: z.string(),
  productVersion: z.int(),
  model: z.string().nullable(),
  policyVersion: z.int(),
  points: z.int().nullable(),
  probability: z.number().nullable(),
  digest: z.string(),
  leafId: z.string(),
};

export const decisionHead = z.object(head).openapi("DecisionHead");

export const decisionWire = z
  .object({
    ...head,
    packs: z.array(z.object({ id: z.string(), version: z.string() })),
    limitAskedMinor: amountMinor,
    reasons: z.array(reasonWire),
    rules: z.array(z.object({ rule: z.string(), title: bilingual, article: z.string() })),
    terms: z.array(z.object({ term: z.string(), points: z.int() })),
    basePoints: z.int().nullable(),
    pointsMin: z.int().nullable(),
    notUsed: z.array(z.object({ feature: z.string(), basis: z.string(), words: bilingual })),
    counterfactuals: z.array(
      z.object({ columns: z.record(z.string(), z.number()), points: z.int(), words: bilingual }),
    ),
    shadow: z.object({ model: z.string(), points: z.int(), probability: z.number() }).nullable(),
    offer: offerWire.nullable(),
    reviews: z.array(reviewWire),
  })
  .openapi("CreditDecision");

export const modelUse = z.enum(["credit", "early-warning"]);

export const changeWire = z
  .object({
    use: modelUse,
    changeNo: z.int(),
    kind: z.enum(["activate", "challenge", "rollback"]),
    champion: z.string(),
    challenger: z.string().nullable(),
    splitPpm: z.int(),
    requestedBy: z.string(),
    approvedBy: z.string(),
    reason: z.string(),
    at: instantText,
  })
  .openapi("ModelChange");

export const askedChange = z
  .object({
    approvalId: z.string(),
    kind: z.string(),
    subject: z.string(),
    change: z.unknown(),
    requestedBy: z.string(),
    requestedAt: instantText,
  })
  .openapi("AskedChange");

export const warningWire = z
  .object({
    borrowerId: z.string(),
    accountId: z.string(),
    warnedOn: dayText,
    model: z.string(),
    points: z.int(),
    probability: z.number(),
    drivers: z.array(z.object({ term: z.string(), points: z.int(), words: bilingual })),
    help: z.array(z.object({ id: z.string(), words: bilingual })),
  })
  .openapi("EarlyWarning");

export const limitReviewWire = z
  .object({
    reviewId: z.string(),
    borrowerId: z.string(),
    accountId: z.string(),
    reviewedOn: dayText,
    cause: z.enum(["periodic", "event", "asked"]),
    kind: z.enum(["keep", "cut", "raise"]),
    fromMinor: amountMinor,
    toMinor: amountMinor,
    probability: z.number().nullable(),
    reasons: z.array(z.object({ code: z.string(), words: bilingual })),
    status: z.enum(["kept", "awaits-agreement", "notified", "done", "declined", "lapsed"]),
    effectiveOn: dayText.nullable(),
  })
  .openapi("LimitReview");

export const consentWire = z
  .object({
    consentId: z.string(),
    scope: z.string(),
    purpose: z.string(),
    textVersion: z.string(),
    givenAt: instantText,
    withdrawnAt: instantText.nullable(),
  })
  .openapi("DataConsent");
