import { z } from "@hono/zod-openapi";
import { bilingual, dayText, instantText } from "../schema/primitives.ts";

/** A person's own words: several lines, kept sealed. */
export const wordsIn = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text), {
    message: "text without control characters",
  })
  .openapi({ description: "In your own words; sealed, and read only to answer you." });

export const request = z
  .object({
    requestId: z.string(),
    kind: z.enum(["hardship", "limit-review", "correction"]),
    accountIds: z.array(z.string()),
    askedAt: instantText,
    answerBy: dayText,
    status: z.enum(["open", "answered", "withdrawn"]),
    answer: z.unknown(),
    leafId: z.string(),
  })
  .openapi("MyRequest");

export const complaint = z
  .object({
    complaintId: z.string(),
    about: z.string(),
    accountIds: z.array(z.string()),
    permitId: z.string().nullable(),
    filedAt: instantText,
    answerBy: dayText,
    status: z.enum(["open", "answered", "withdrawn"]),
    leafId: z.string(),
  })
  .openapi("MyComplaint");

export const myContact = z
  .object({
    decisionId: z.string(),
    decidedAt: instantText,
    outcome: z.string(),
    channel: z.string(),
    purpose: z.string(),
    who: bilingual,
    rules: z.array(z.object({ id: z.string(), title: bilingual, article: z.string().nullable() })),
    says: bilingual,
    leafId: z.string(),
    permitId: z.string().nullable(),
    verifyCode: z.string().nullable(),
    ended: z.string().nullable(),
    status: z.string().nullable(),
    text: z.string().nullable().openapi({ description: "What was sent, word for word." }),
  })
  .openapi("MyContact");

export const myData = z
  .looseObject({
    borrowerId: z.string(),
    madeAt: instantText,
    personal: z.array(
      z.looseObject({ field: z.string(), title: bilingual, value: z.string(), basis: z.string() }),
    ),
  })
  .openapi("MyData", {
    description: "Personal data, accounts, events, payments, contacts, reads.",
  });
