import { z } from "@hono/zod-openapi";
import { amountMinor, dayText } from "../schema/primitives.ts";

const owed = z
  .object({
    principalMinor: amountMinor,
    interestMinor: amountMinor.openapi({ description: "Billed and unpaid." }),
    feeMinor: amountMinor,
    penaltyMinor: amountMinor,
    accruedMinor: amountMinor.openapi({ description: "Interest and penalty not yet billed." }),
    totalMinor: amountMinor,
  })
  .openapi("Owed");

/** An account as it stands on a day. */
export const account = z
  .object({
    borrowerId: z.string(),
    accountId: z.string(),
    bookId: z.string(),
    productId: z.string(),
    productVersion: z.int(),
    currency: z.string(),
    asOf: dayText.openapi({ description: "The opening of this day, after its own steps." }),
    seq: z.int().openapi({ description: "Number of events counted in." }),
    status: z.enum(["open", "charged-off", "sold", "closed"]),
    freezes: z.array(z.string()),
    openedOn: dayText,
    rate: z.int(),
    rateUnit: z.enum(["ppm-day", "ppm-month", "bp-year", "ppm-year"]),
    dueDay: z.int(),
    limitMinor: amountMinor,
    availableMinor: amountMinor,
    owed,
    dueMinor: amountMinor.openapi({ description: "What keeps or brings the account current." }),
    overdueMinor: amountMinor,
    billMinor: amountMinor.openapi({ description: "The whole bill, so that nothing revolves." }),
    dueOn: dayText.nullable().openapi({ description: "Earliest due day of what is due." }),
    creditMinor: amountMinor.openapi({ description: "Overpaid, kept for the borrower." }),
    claimMinor: amountMinor.openapi({ description: "Charged off and still owed." }),
    dpd: z.int().openapi({ description: "Days past due." }),
    dpdMax: z.int(),
    bucket: z.int().openapi({ description: "0 is M0, 7 is M7 and above." }),
    grade: z.enum(["normal", "special-mention", "substandard", "doubtful", "loss"]),
    stage: z.int().min(1).max(3),
    isNonAccrual: z.boolean(),
    isQuarantined: z.boolean(),
    provisionMinor: amountMinor,
    nextEventOn: dayText.nullable().openapi({
      description: "Next day on which anything but linear accrual happens by itself.",
    }),
  })
  .openapi("Account");

const row = z
  .object({
    number: z.int(),
    dueOn: dayText,
    principalMinor: amountMinor,
    interestMinor: amountMinor,
    feeMinor: amountMinor,
    totalMinor: amountMinor,
  })
  .openapi("InstalmentRow");

const due = z
  .object({
    id: z.string(),
    drawId: z.string().nullable(),
    dueOn: dayText,
    principalMinor: amountMinor,
    interestMinor: amountMinor,
    feeMinor: amountMinor,
    penaltyMinor: amountMinor,
    isOverdue: z.boolean(),
  })
  .openapi("DueItem", { description: "Something fallen due and not fully paid." });

const draw = z
  .object({
    drawId: z.string(),
    origin: z.enum(["draw", "conversion", "restructure", "re-age", "revolving"]),
    on: dayText,
    method: z.string(),
    rate: z.int(),
    purchaseId: z.string().nullable(),
    originalMinor: amountMinor,
    balanceMinor: amountMinor.openapi({ description: "Not yet due." }),
    rows: z.array(row),
  })
  .openapi("DrawSchedule");

export const schedule = z
  .object({
    accountId: z.string(),
    asOf: dayText,
    due: z.array(due),
    draws: z.array(draw),
    settled: z.array(
      z.object({
        drawId: z.string(),
        origin: z.string(),
        on: dayText,
        settledOn: dayText,
        originalMinor: amountMinor,
      }),
    ),
    unbilledMinor: amountMinor.openapi({ description: "Purchases not yet on a statement." }),
    purchases: z.array(
      z.object({
        purchaseId: z.string(),
        on: dayText,
        amountMinor,
        refundedMinor: amountMinor,
      }),
    ),
    holds: z.array(z.object({ purchaseId: z.string(), amountMinor, expiresOn: dayText })),
    totals: z.object({
      principalMinor: amountMinor,
      interestMinor: amountMinor,
      feeMinor: amountMinor,
      penaltyMinor: amountMinor,
    }),
  })
  .openapi("Schedule", {
    description: "What is due and what will fall due, if all goes to plan. 还款计划.",
  });

export const statement = z
  .object({
    statementId: z.string(),
    closedOn: dayText,
    dueOn: dayText,
    openingMinor: amountMinor,
    purchasesMinor: amountMinor,
    instalmentsMinor: amountMinor,
    interestMinor: amountMinor,
    feeMinor: amountMinor,
    penaltyMinor: amountMinor,
    paymentsMinor: amountMinor,
    refundsMinor: amountMinor,
    waivedMinor: amountMinor,
    convertedMinor: amountMinor,
    closingMinor: amountMinor,
    minimumMinor: amountMinor,
    overdueMinor: amountMinor,
    revisedOn: dayText.nullable().openapi({
      description: "Last changed by a backdated event; null when it stands as it was sent.",
    }),
  })
  .openapi("Statement", { description: "What a cycle closed with. 账单." });

export const accountEvent = z
  .object({
    eventId: z.string(),
    seq: z.int(),
    kind: z.string(),
    valueOn: dayText.openapi({ description: "The day on which it counts." }),
    bookedOn: dayText.openapi({ description: "The business day on which the book learned of it." }),
    fact: z.record(z.string(), z.unknown()).openapi({
      type: "object",
      description: "What happened: the fields of its kind, days as ISO texts.",
    }),
  })
  .openapi("AccountEvent");

export const journalLine = z
  .object({
    postingKey: z.string(),
    line: z.int(),
    bookedOn: dayText,
    valueOn: dayText,
    debit: z.int(),
    credit: z.int(),
    amountMinor,
    currency: z.string(),
    reason: z.string(),
    channel: z.string(),
  })
  .openapi("JournalLine", {
    description: "One line of the double-entry journal: an amount from one account to another.",
  });
