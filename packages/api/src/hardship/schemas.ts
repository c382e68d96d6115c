import { z } from "@hono/zod-openapi";
import { bilingual, dayText, instantText } from "../schema/primitives.ts";

export const hardshipKindIn = z.enum([
  "illness",
  "lost-work",
  "lower-income",
  "family",
  "disaster",
  "fraud-victim",
  "other",
]);

export const evidenceIn = z.enum([
  "medical-note",
  "employer-note",
  "income-statement",
  "family-note",
  "police-note",
  "public-notice",
  "own-words",
]);

export const protectionIn = z.enum([
  "vulnerable",
  "minor",
  "incapacitated",
  "seriously-ill",
  "disaster-victim",
  "fraud-victim",
  "represented",
]);

export const hardshipWire = z
  .object({
    requestId: z.string(),
    borrowerId: z.string(),
    maskedName: z.string().nullable(),
    accountIds: z.array(z.string()),
    askedAt: instantText,
    answerBy: dayText,
    daysLeft: z.int(),
    status: z.enum(["open", "answered", "withdrawn"]),
    leafId: z.string(),
  })
  .openapi("HardshipRequest");

export const hardshipRuling = z
  .object({
    requestId: z.string(),
    outcome: z.enum(["granted", "declined"]),
    kind: z.string(),
    title: bilingual,
    decidedOn: dayText,
    decidedBy: z.string(),
    pauseUntil: dayText.nullable(),
    reviewOn: dayText.nullable(),
    hasEnded: z.boolean(),
    leafId: z.string(),
  })
  .openapi("HardshipDecision");
