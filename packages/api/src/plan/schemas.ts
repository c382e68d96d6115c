import { z } from "@hono/zod-openapi";
import { amountMinor, bilingual, dayText, instantText } from "../schema/primitives.ts";

export const planTotals = z
  .object({
    people: z.int(),
    expectedMinor: amountMinor,
    costMinor: amountMinor,
    minutes: z.int(),
    harm: z.int(),
    complaintsPpm: z
      .int()
      .openapi({ description: "Complaints to be expected, in millionths of one." }),
  })
  .openapi("PlanTotals");

export const planSummary = z
  .object({
    people: z.int(),
    treated: planTotals,
    byTreatment: z.record(z.string(), planTotals),
    bySegment: z.record(z.string(), planTotals.extend({ inSegment: z.int() })),
    because: z.record(z.string(), z.int()).openapi({
      description:
        "How many people for each reason: chosen, budget, held, promise-running, self-cure, " +
        "hold-out, no-stage, no-segment, cooling, not-lawful.",
    }),
    dataThin: z.int().openapi({ description: "Treated on a prior, since data are thin." }),
  })
  .openapi("PlanSummary");

export const budgetLine = z
  .object({
    id: z.string(),
    resource: z.string(),
    sense: z.enum(["at-most", "at-least"]),
    bound: z.number(),
    used: z.number(),
    left: z.number(),
    shadowPrice: z
      .number()
      .openapi({ description: "What one more unit would bring, in minor units." }),
    quote: z.object({ name: z.string(), per: z.number(), brings: z.number() }).optional(),
  })
  .openapi("BudgetLine");

export const certificate = z
  .object({
    value: z.number(),
    bound: z.number().openapi({ description: "No plan within the budgets brings more." }),
    gapPpm: z.number(),
    isOptimal: z.boolean(),
    statement: bilingual,
    budgets: z.array(budgetLine),
  })
  .openapi("PlanCertificate");

export const shortfall = z
  .object({
    id: z.string(),
    resource: z.string(),
    sense: z.enum(["at-most", "at-least"]),
    bound: z.number(),
    nearest: z.number(),
    by: z.number(),
    against: z.array(z.string()),
    statement: bilingual,
  })
  .openapi("Shortfall", { description: "A budget that stands in the way, and by how much." });

export const strategyLine = z
  .object({
    strategyId: z.string(),
    version: z.int(),
    title: bilingual,
    state: z.enum(["proposed", "simulated", "requested", "active", "ended"]),
    proposedBy: z.string(),
    proposedAt: instantText,
    activeFrom: dayText.nullable(),
    activeUntil: dayText.nullable(),
  })
  .openapi("StrategyLine");

export const simulatedSide = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("planned"), summary: planSummary, certificate }),
    z.object({ kind: z.literal("infeasible"), shortfalls: z.array(shortfall) }),
  ])
  .openapi("SimulatedSide");

export const simulation = z
  .object({
    on: dayText,
    proposed: simulatedSide,
    inForce: simulatedSide.nullable(),
    changed: z.int().openapi({ description: "People who would be treated otherwise." }),
  })
  .openapi("Simulation", { description: "The same day under both strategies, side by side." });

export const strategyDetail = z
  .object({
    line: strategyLine,
    declaration: z.unknown(),
    segments: z.array(
      z.object({ id: z.string(), title: bilingual, rule: bilingual, queue: z.string() }),
    ),
    simulation: simulation.nullable(),
    approvalId: z.string().nullable(),
  })
  .openapi("StrategyDetail");

export const planWire = z
  .object({
    planId: z.string(),
    bookId: z.string(),
    on: dayText,
    strategyId: z.string(),
    version: z.int(),
    isCurrent: z.boolean(),
    plannedAt: instantText,
    plannedBy: z.string(),
    seconds: z.number(),
    summary: planSummary,
    certificate,
  })
  .openapi("DayPlan");

export const workLine = z
  .object({
    borrowerId: z.string(),
    caseId: z.string(),
    maskedName: z.string().nullable(),
    queueId: z.string(),
    position: z.int(),
    segmentId: z.string().nullable(),
    armId: z.string().nullable(),
    treatmentId: z.string(),
    channel: z.string(),
    step: bilingual,
    reason: bilingual,
    overdueMinor: amountMinor,
    expectedMinor: amountMinor,
    minutes: z.int(),
    notBefore: instantText.nullable(),
    status: z.enum(["open", "done", "gone"]),
  })
  .openapi("WorkLine");
