import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import {
  accountIdIn,
  amountMinor,
  amountMinorIn,
  borrowerIdIn,
  dayText,
  instantText,
  referenceIn,
} from "../schema/primitives.ts";

const tag = "Payments";

export const payment = z
  .object({
    paymentId: z.string(),
    accountId: z.string(),
    kind: z.enum(["by-borrower", "debit"]),
    amountMinor,
    currency: z.string(),
    status: z.enum(["open", "paid", "failed", "returned", "unbooked"]).openapi({
      description:
        "`unbooked`: the money is there and waits for staff, as the account could not take it.",
    }),
    reason: z.string(),
    paidMinor: amountMinor.nullable(),
    paidOn: dayText.nullable(),
    createdAt: instantText,
    payPath: z.string().nullable().openapi({
      description: "Where an open payment is confirmed: it leads on to the gateway.",
    }),
  })
  .openapi("Payment");

const purposeIn = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("due") }),
    z.strictObject({
      kind: z.literal("early"),
      strategy: z.enum(["shorten-term", "lower-instalment"]).default("shorten-term"),
      drawId: referenceIn.nullable().default(null),
    }),
  ])
  .openapi("PaymentPurpose", {
    description: "`due` pays what is due first; `early` goes on to what is not yet due.",
  });

export const startMyPayment = write({
  operationId: "startMyPayment",
  path: "/v1/me/payments",
  tag,
  summary: "Begin to pay: the gateway confirms, and its notice books the repayment",
  scope: "self:write",
  body: z
    .strictObject({ accountId: accountIdIn, amountMinor: amountMinorIn, purpose: purposeIn })
    .openapi("StartPayment"),
  answer: payment,
  problems: ["account-not-found", "payments-not-open", "amount-above-maximum"],
});

export const listMyPayments = read({
  operationId: "listMyPayments",
  path: "/v1/me/payments",
  tag,
  summary: "Your payments, the newest first",
  scope: "self:read",
  answer: z
    .object({
      items: z.array(payment),
      autopay: z.array(z.string()).openapi({ description: "Accounts debited automatically." }),
    })
    .openapi("MyPayments"),
});

export const readMyPayment = read({
  operationId: "readMyPayment",
  path: "/v1/me/payments/{paymentId}",
  tag,
  summary: "One payment of yours",
  scope: "self:read",
  params: z.strictObject({ paymentId: z.string().max(64) }),
  answer: payment,
  problems: ["payment-not-found"],
});

export const setMyAutopay = write({
  operationId: "setMyAutopay",
  method: "put",
  path: "/v1/me/accounts/{accountId}/autopay",
  tag,
  summary: "Agree to automatic debit of what is due, or end it; at once",
  scope: "self:write",
  params: z.strictObject({ accountId: accountIdIn }),
  body: z.strictObject({ isOn: z.boolean() }).openapi("Autopay"),
  status: 200,
  answer: z.object({ accountId: z.string(), isOn: z.boolean() }).openapi("AutopayAnswer"),
  problems: ["account-not-found"],
});

export const listPayments = read({
  operationId: "listPayments",
  path: "/v1/borrowers/{borrowerId}/payments",
  tag,
  summary: "Payments of a borrower, the newest first",
  scope: "accounts:read",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  answer: z.object({ items: z.array(payment) }).openapi("Payments"),
});

export const paymentEndpoints = [
  startMyPayment,
  listMyPayments,
  readMyPayment,
  setMyAutopay,
  listPayments,
];
