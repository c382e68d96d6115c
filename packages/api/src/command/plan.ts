import { z } from "@hono/zod-openapi";
import { amountMinor, amountMinorOrZeroIn, dayIn, dayText } from "../schema/primitives.ts";

const terms = z.int().min(1).max(600).openapi({ description: "Number of instalments." });
const firstDueOn = dayIn
  .nullable()
  .default(null)
  .openapi({ description: "First due day, when the contract names it; else by the product." });

const scheduled = z
  .strictObject({
    method: z.enum(["equal-instalment", "equal-principal", "interest-first", "bullet"]),
    terms,
    firstDueOn,
  })
  .openapi("ScheduledPlan", {
    description: "等额本息, 等额本金, 先息后本, 到期一次还本: instalments by the product's rate.",
  });

const custom = z
  .strictObject({
    method: z.literal("custom-principal"),
    principalMinor: z.array(amountMinorOrZeroIn).min(1).max(600),
    firstDueOn,
  })
  .openapi("CustomPlan", {
    description: "The principal of each instalment, summing to the amount.",
  });

const flatFee = z
  .strictObject({
    method: z.literal("flat-fee"),
    terms,
    feePpm: z.int().min(0).max(1_000_000).openapi({
      description: "Whole fee in parts per million of the amount, spread over the instalments.",
    }),
  })
  .openapi("FlatFeePlan", { description: "分期手续费: a fee per instalment, no interest." });

const open = z
  .strictObject({ method: z.literal("open") })
  .openapi("OpenPlan", { description: "随借随还: interest by the day, no schedule." });

/** How one draw is to be paid back. */
export const planIn = z
  .discriminatedUnion("method", [scheduled, custom, flatFee, open])
  .openapi("PlanTerms");
export type PlanIn = z.output<typeof planIn>;

/** A conversion of purchases into instalments at a flat fee. */
export const conversionPlanIn = flatFee;

/** A personal plan for everything owed: its principal is what is owed, so it can't be listed. */
export const personalPlanIn = scheduled;

export const plan = z
  .object({
    method: z.string(),
    terms: z.int(),
    feePpm: z.int(),
    principalMinor: z.array(amountMinor),
    firstDueOn: dayText.nullable(),
  })
  .openapi("Plan");
