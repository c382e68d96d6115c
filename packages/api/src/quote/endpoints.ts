import { z } from "@hono/zod-openapi";
import { accountParams } from "../account/endpoints.ts";
import { planIn } from "../command/plan.ts";
import { ask, read } from "../endpoint/endpoint.ts";
import {
  amountMinor,
  amountMinorIn,
  dayIn,
  dayText,
  referenceIn,
  slugIn,
} from "../schema/primitives.ts";

const tag = "Quotes";
const scope = "quotes:read";
const at = "/v1/borrowers/{borrowerId}/accounts/{accountId}";

const costRow = z
  .object({
    on: dayText,
    principalMinor: amountMinor,
    interestMinor: amountMinor,
    feeMinor: amountMinor,
    penaltyMinor: amountMinor,
    totalMinor: amountMinor,
  })
  .openapi("CostRow");

const rates = z
  .object({
    chinaSimplePercent: z.string().nullable(),
    chinaCompoundPercent: z.string().nullable(),
    regulationZPercent: z.string().nullable(),
    euPercent: z.string().nullable(),
  })
  .openapi("AnnualRates", {
    description:
      "Percent a year, as text. 年化利率 by internal rate of return, simple and compound (PBoC notice " +
      "2021 no. 3); APR by 12 CFR 1026 Appendix J; APRC by Directive 2008/48/EC Annex I. Null where " +
      "the flows have no such rate.",
  });

/** Everything the credit costs, and what that is as a yearly rate by three laws. */
export const cost = z
  .object({
    receivedMinor: amountMinor.openapi({ description: "Principal received: cash or goods." }),
    rows: z.array(costRow),
    interestMinor: amountMinor,
    feeMinor: amountMinor,
    penaltyMinor: amountMinor,
    paidMinor: amountMinor.openapi({ description: "All that is paid." }),
    costMinor: amountMinor.openapi({ description: "All that is paid beyond what was received." }),
    rates,
  })
  .openapi("Cost", { description: "The total cost of credit. 综合融资成本." });

export const payoff = z
  .object({
    on: dayText,
    principalMinor: amountMinor,
    interestMinor: amountMinor,
    feeMinor: amountMinor,
    penaltyMinor: amountMinor,
    creditMinor: amountMinor,
    totalMinor: amountMinor,
  })
  .openapi("PayoffQuote", {
    description: "What clears the account on a day: paid early that day, it leaves exactly zero.",
  });

export const quotePayoff = read({
  operationId: "quotePayoff",
  path: `${at}/payoff-quote`,
  tag,
  summary: "What clears the account on a day",
  scope,
  params: accountParams,
  query: z.strictObject({
    on: dayIn.optional().openapi({ description: "The book's business day when left out." }),
  }),
  answer: payoff,
  problems: ["account-not-found", "as-of-out-of-range"],
});

export const quoteOffer = ask({
  operationId: "quoteOffer",
  path: "/v1/offer-quotes",
  tag,
  summary: "The full cost of an offer, before anyone has an account",
  description:
    "Found by living the credit through the engine itself, everything paid on its due day: the same " +
    "cent as the account will have.",
  scope,
  body: z
    .strictObject({
      productId: slugIn,
      productVersion: z.int().min(1).max(999_999),
      on: dayIn,
      amountMinor: amountMinorIn,
      plan: planIn,
      rate: z.int().min(0).max(10_000_000).optional(),
      dueDay: z.int().min(1).max(31).optional(),
    })
    .openapi("QuoteOffer"),
  answer: cost,
  problems: [
    "product-not-found",
    "not-offered",
    "cost-above-cap",
    "amount-above-maximum",
    "amount-below-minimum",
  ],
});

export const quoteDraw = ask({
  operationId: "quoteDraw",
  path: `${at}/draw-quotes`,
  tag,
  summary: "The full cost of a draw on this account",
  scope,
  params: accountParams,
  body: z
    .strictObject({
      amountMinor: amountMinorIn,
      plan: planIn,
      rate: z.int().min(0).max(10_000_000).optional(),
    })
    .openapi("QuoteDraw"),
  answer: cost,
  problems: [
    "account-not-found",
    "account-quarantined",
    "account-not-open",
    "account-frozen",
    "borrower-died",
    "limit-exceeded",
    "not-offered",
    "cost-above-cap",
    "amount-below-minimum",
  ],
});

const conversionOffer = z
  .object({
    terms: z.int(),
    feePpm: z.int(),
    feeMinor: amountMinor.openapi({ description: "Whole fee over all instalments." }),
    firstDueOn: dayText,
    rows: z.array(
      z.object({
        number: z.int(),
        dueOn: dayText,
        principalMinor: amountMinor,
        feeMinor: amountMinor,
        totalMinor: amountMinor,
      }),
    ),
    rates,
  })
  .openapi("ConversionOffer");

export const quoteConversion = ask({
  operationId: "quoteConversion",
  path: `${at}/conversion-quotes`,
  tag,
  summary: "Every way to pay an amount in instalments, with its cost",
  description:
    "Ways that the product offers and that stay within the cost cap; the rest is left out.",
  scope,
  params: accountParams,
  body: z
    .strictObject({
      amountMinor: amountMinorIn,
      of: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("purchase"), purchaseId: referenceIn }),
        z.strictObject({ kind: z.literal("statement"), statementId: referenceIn }),
      ]),
    })
    .openapi("QuoteConversion"),
  answer: z.object({ items: z.array(conversionOffer) }).openapi("ConversionOffers"),
  problems: [
    "account-not-found",
    "account-quarantined",
    "account-not-open",
    "not-found",
    "not-offered",
    "amount-below-minimum",
    "amount-above-maximum",
  ],
});

export const quoteEndpoints = [quotePayoff, quoteOffer, quoteDraw, quoteConversion];
