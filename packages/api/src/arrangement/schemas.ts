import { z } from "@hono/zod-openapi";
import {
  amountMinor,
  amountMinorIn,
  amountMinorOrZeroIn,
  bilingual,
  dayIn,
  dayText,
} from "../schema/primitives.ts";

const componentsIn = z.strictObject({
  principalMinor: amountMinorOrZeroIn.default(0 as never),
  interestMinor: amountMinorOrZeroIn.default(0 as never),
  feeMinor: amountMinorOrZeroIn.default(0 as never),
  penaltyMinor: amountMinorOrZeroIn.default(0 as never),
});

const monthsIn = z.int().min(1).max(120);
const rateIn = z
  .int()
  .min(0)
  .max(1_000_000)
  .openapi({ description: "In the product's rate unit." });

export const arrangementTermsIn = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("instalment-plan"), months: monthsIn, rate: rateIn }),
    z.strictObject({
      kind: z.literal("holiday"),
      months: z.int().min(1).max(12),
      interest: z.enum(["accrues", "waived"]),
    }),
    z.strictObject({ kind: z.literal("rate-relief"), rate: rateIn }),
    z.strictObject({ kind: z.literal("charge-relief"), waive: componentsIn }),
    z.strictObject({ kind: z.literal("due-day"), dueDay: z.int().min(1).max(31) }),
    z.strictObject({ kind: z.literal("re-age"), months: monthsIn }),
    z.strictObject({
      kind: z.literal("settlement"),
      payMinor: amountMinorIn,
      payBy: dayIn,
      waive: componentsIn,
    }),
  ])
  .openapi("ArrangementTerms");

export const arrangementTerms = z
  .looseObject({ kind: z.string() })
  .openapi("ArrangementTermsMade", { description: "As asked for; days as ISO texts." });

export const quotedRow = z
  .object({
    dueOn: dayText,
    principalMinor: amountMinor,
    interestMinor: amountMinor,
    feeMinor: amountMinor,
    penaltyMinor: amountMinor,
    totalMinor: amountMinor,
  })
  .openapi("QuotedRow");

export const arrangementQuote = z
  .object({
    on: dayText,
    owedMinor: amountMinor,
    rows: z.array(quotedRow),
    totalMinor: amountMinor,
    costMinor: amountMinor,
    instalmentMinor: amountMinor,
    withoutTotalMinor: amountMinor,
    withoutCostMinor: amountMinor,
    givenUpMinor: amountMinor,
  })
  .openapi("ArrangementQuote", {
    description: "Every payment under the terms, their sum and cost, and what it would be without.",
  });

export const arrangementWire = z
  .object({
    arrangementId: z.string(),
    borrowerId: z.string(),
    accountId: z.string(),
    title: bilingual,
    terms: arrangementTerms,
    quote: arrangementQuote,
    templateId: z.string().nullable(),
    likeness: z.string(),
    status: z.string(),
    needsSecondPerson: z.boolean(),
    approvalId: z.string().nullable(),
    givenUpMinor: amountMinor,
    graceDays: z.int(),
    offeredOn: dayText,
    offeredBy: z.string(),
    expiresOn: dayText,
    acceptedOn: dayText.nullable(),
    endedOn: dayText.nullable(),
    leafId: z.string(),
  })
  .openapi("Arrangement");

export const worksheetIn = z
  .strictObject({
    incomeMinor: amountMinorOrZeroIn,
    housingMinor: amountMinorOrZeroIn.default(0 as never),
    foodMinor: amountMinorOrZeroIn.default(0 as never),
    careMinor: amountMinorOrZeroIn.default(0 as never),
    transportMinor: amountMinorOrZeroIn.default(0 as never),
    otherNeedsMinor: amountMinorOrZeroIn.default(0 as never),
    otherDebtsMinor: amountMinorOrZeroIn.default(0 as never),
    people: z.int().min(1).max(20).default(1),
  })
  .openapi("Worksheet", { description: "A month's income and needs of the household, as stated." });

export const affordability = z
  .object({
    worksheetId: z.string(),
    incomeMinor: amountMinor,
    needsMinor: amountMinor,
    isByFloor: z.boolean(),
    otherDebtsMinor: amountMinor,
    leftMinor: amountMinor,
    payableMinor: amountMinor,
  })
  .openapi("Affordability");
