import { z } from "@hono/zod-openapi";
import { account, accountEvent } from "../account/schemas.ts";
import { accountParams } from "../account/endpoints.ts";
import { write } from "../endpoint/endpoint.ts";
import type { ProblemCode } from "../problem/problems.ts";
import {
  amountMinorIn,
  amountMinorOrZeroIn,
  channelIn,
  dayIn,
  reasonIn,
  referenceIn,
} from "../schema/primitives.ts";
import { conversionPlanIn, personalPlanIn, planIn } from "./plan.ts";

/**
 * Commands: what may be asked of an account. Each becomes one event or is refused, and the answer
 * shows both the event and the account as it is afterwards.
 */
export const commandAnswer = z
  .object({ event: accountEvent, account })
  .openapi("Booked", { description: "The event that was booked, and the account after it." });

const on = dayIn.optional().openapi({
  description:
    "Value day: the book's business day when left out; an earlier day backdates, and the account is " +
    "then exactly what it would have been.",
});
const rate = z.int().min(0).max(10_000_000).openapi({ description: "In the product's rate unit." });
const reference = referenceIn.optional();
const freezeReason = z.enum(["overdue", "risk", "borrower", "law", "hardship"]);

type Told<Name extends string> = {
  readonly operationId: Name;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly problems?: readonly ProblemCode[];
};

function command<Name extends string, Fields extends z.ZodRawShape>(
  it: Told<Name>,
  fields: Fields,
) {
  const name = it.operationId.charAt(0).toUpperCase() + it.operationId.slice(1);
  return write({
    ...it,
    path: `/v1/borrowers/{borrowerId}/accounts/{accountId}/${it.path}`,
    tag: "Commands",
    scope: "accounts:write",
    params: accountParams,
    body: z.strictObject({ on, ...fields }).openapi(name),
    answer: commandAnswer,
    problems: [
      "account-not-found",
      "account-quarantined",
      "before-opening",
      "value-after-booking",
      "account-not-open",
      ...(it.problems ?? []),
    ],
  });
}

const lending: readonly ProblemCode[] = [
  "account-frozen",
  "borrower-died",
  "amount-not-positive",
  "amount-below-minimum",
  "limit-exceeded",
  "not-offered",
  "cost-above-cap",
  "id-taken",
];

export const draw = command(
  { operationId: "draw", path: "draws", summary: "Draw cash on the line", problems: lending },
  {
    drawId: reference,
    amountMinor: amountMinorIn,
    plan: planIn,
    rate: rate.optional(),
    channel: channelIn,
  },
);

export const authorisePurchase = command(
  {
    operationId: "authorisePurchase",
    path: "purchase-authorisations",
    summary: "Hold part of the limit for a purchase",
    description: "The hold ends by itself at the opening of `expiresOn`.",
    problems: lending,
  },
  { purchaseId: reference, amountMinor: amountMinorIn, expiresOn: dayIn },
);

export const releasePurchase = command(
  {
    operationId: "releasePurchase",
    path: "purchase-releases",
    summary: "Release a hold",
    problems: ["not-found"],
  },
  { purchaseId: referenceIn },
);

export const purchase = command(
  {
    operationId: "purchase",
    path: "purchases",
    summary: "Post a purchase",
    description: "With a plan, it is converted into instalments at once.",
    problems: lending,
  },
  {
    purchaseId: reference,
    amountMinor: amountMinorIn,
    plan: conversionPlanIn.nullable().default(null),
    channel: channelIn,
  },
);

export const convert = command(
  {
    operationId: "convert",
    path: "conversions",
    summary: "Convert a purchase or a bill into instalments",
    problems: ["not-found", "not-offered", "amount-below-minimum", "amount-above-maximum"],
  },
  {
    drawId: reference,
    of: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("purchase"), purchaseId: referenceIn }),
      z.strictObject({ kind: z.literal("statement"), statementId: referenceIn }),
    ]),
    amountMinor: amountMinorIn,
    plan: conversionPlanIn,
  },
);

export const refund = command(
  {
    operationId: "refund",
    path: "refunds",
    summary: "Refund a purchase, in whole or in part",
    problems: ["not-found", "amount-above-maximum"],
  },
  {
    refundId: reference,
    purchaseId: referenceIn,
    amountMinor: amountMinorIn,
    channel: channelIn,
  },
);

export const repay = command(
  {
    operationId: "repay",
    path: "repayments",
    summary: "Take a repayment",
    description:
      "`due` pays what is due, and a surplus follows the product. `early` goes on to what is not yet " +
      "due. On an account that is charged off it is booked as a recovery.",
    problems: ["id-taken"],
  },
  {
    repaymentId: reference,
    amountMinor: amountMinorIn,
    channel: channelIn,
    purpose: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("due") }),
        z.strictObject({
          kind: z.literal("early"),
          strategy: z.enum(["shorten-term", "lower-instalment"]).default("shorten-term"),
          drawId: referenceIn.nullable().default(null),
        }),
      ])
      .default({ kind: "due" }),
  },
);

export const returnRepayment = command(
  {
    operationId: "returnRepayment",
    path: "returned-payments",
    summary: "Take back a repayment that the bank returned",
    description: "The account is then what it would have been without it.",
    problems: ["not-found", "already-returned"],
  },
  { repaymentId: referenceIn, reason: reasonIn },
);

export const reverseReturn = command(
  {
    operationId: "reverseReturn",
    path: "return-reversals",
    summary: "Undo a return that was itself a mistake",
    problems: ["not-found", "not-returned"],
  },
  { repaymentId: referenceIn, reason: reasonIn },
);

export const payOutCredit = command(
  {
    operationId: "payOutCredit",
    path: "credit-payouts",
    summary: "Pay an overpaid balance back",
    problems: ["amount-above-maximum"],
  },
  { amountMinor: amountMinorIn, channel: channelIn },
);

export const chargeFee = command(
  { operationId: "chargeFee", path: "fees", summary: "Charge a fee", problems: ["cost-above-cap"] },
  {
    feeId: reference,
    fee: referenceIn.openapi({ description: "Which fee, by its name.", example: "card-copy" }),
    amountMinor: amountMinorIn,
    dueOn: dayIn,
  },
);

export const waive = command(
  {
    operationId: "waive",
    path: "waivers",
    summary: "Give up part of what is owed",
    description: "Of each component, at most what is owed is waived.",
  },
  {
    principalMinor: amountMinorOrZeroIn.default(0 as never),
    interestMinor: amountMinorOrZeroIn.default(0 as never),
    feeMinor: amountMinorOrZeroIn.default(0 as never),
    penaltyMinor: amountMinorOrZeroIn.default(0 as never),
    reason: reasonIn,
  },
);

export const changeRate = command(
  {
    operationId: "changeRate",
    path: "rate-changes",
    summary: "Change the rate",
    problems: ["not-offered"],
  },
  { rate },
);

export const changeLimit = command(
  {
    operationId: "changeLimit",
    path: "limit-changes",
    summary: "Change the limit",
    problems: ["amount-above-maximum"],
  },
  { limitMinor: amountMinorOrZeroIn },
);

export const freeze = command(
  { operationId: "freeze", path: "freezes", summary: "Bar new lending" },
  { reason: freezeReason },
);

export const unfreeze = command(
  {
    operationId: "unfreeze",
    path: "unfreezes",
    summary: "Lift a freeze",
    problems: ["not-found"],
  },
  { reason: freezeReason },
);

export const changeDueDay = command(
  {
    operationId: "changeDueDay",
    path: "due-day-changes",
    summary: "Change the due day",
    problems: ["not-offered"],
  },
  { dueDay: z.int().min(1).max(31) },
);

export const reAge = command(
  {
    operationId: "reAge",
    path: "re-ages",
    summary: "Spread what is overdue over new instalments",
    problems: ["nothing-overdue"],
  },
  { terms: z.int().min(1).max(120), reason: reasonIn },
);

export const restructure = command(
  {
    operationId: "restructure",
    path: "restructures",
    summary: "Make everything owed one personal plan",
    problems: ["not-offered"],
  },
  { drawId: reference, plan: personalPlanIn, rate, reason: reasonIn },
);

export const grantHoliday = command(
  {
    operationId: "grantHoliday",
    path: "holidays",
    summary: "Move the due days from now on",
  },
  {
    months: z.int().min(1).max(24),
    interest: z.enum(["accrues", "waived"]),
    reason: reasonIn,
  },
);

export const grantMoratorium = command(
  {
    operationId: "grantMoratorium",
    path: "moratoria",
    summary: "Until a day, nothing ages and nobody is asked to pay",
  },
  { untilOn: dayIn, reason: reasonIn },
);

export const chargeOff = command(
  {
    operationId: "chargeOff",
    path: "charge-offs",
    summary: "Book the loss; the debt lives on",
  },
  { reason: reasonIn },
);

export const recover = command(
  {
    operationId: "recover",
    path: "recoveries",
    summary: "Take money on an account that is charged off",
    problems: ["not-charged-off"],
  },
  { amountMinor: amountMinorIn, channel: channelIn },
);

export const sell = command(
  { operationId: "sell", path: "sales", summary: "Sell the debt" },
  { priceMinor: amountMinorOrZeroIn, buyer: referenceIn },
);

export const close = command(
  {
    operationId: "close",
    path: "closures",
    summary: "Close the account",
    problems: ["balance-not-zero"],
  },
  { reason: reasonIn },
);

export const recordDeath = command(
  { operationId: "recordDeath", path: "deaths", summary: "Record the borrower's death" },
  {},
);

export const commandEndpoints = [
  draw,
  authorisePurchase,
  releasePurchase,
  purchase,
  convert,
  refund,
  repay,
  returnRepayment,
  reverseReturn,
  payOutCredit,
  chargeFee,
  waive,
  changeRate,
  changeLimit,
  freeze,
  unfreeze,
  changeDueDay,
  reAge,
  restructure,
  grantHoliday,
  grantMoratorium,
  chargeOff,
  recover,
  sell,
  close,
  recordDeath,
];
