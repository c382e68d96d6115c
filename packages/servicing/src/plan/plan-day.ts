import {
  type AllocationRefusal,
  type FieldPlan,
  type NoPlan,
  planField,
  reportNoPlan,
  reportPlan,
} from "@fairdue/allocate";
import type { Strategy } from "../strategy/strategy.ts";
import type { Offer } from "./offer.ts";
import { type PlanProblem, problemOf } from "./problem.ts";
import { type PlanCertificate, type PlanSummary, summarise } from "./summary.ts";
import { type WorkItem, workItems } from "./work-item.ts";
import type { WordsFor } from "./words.ts";

export type DayPlan = {
  readonly kind: "planned";
  readonly items: readonly WorkItem[];
  readonly summary: PlanSummary;
  readonly certificate: PlanCertificate;
};

/** The budgets contradict each other: which ones, and by how much. */
export type NoDayPlan = { readonly kind: "infeasible"; readonly refusal: AllocationRefusal };

/** Plans a day in this thread. The shell may solve the problem elsewhere and call `finishPlan`. */
export function planDay(
  strategy: Strategy,
  offers: readonly Offer[],
  words: WordsFor,
): DayPlan | NoDayPlan {
  const planned = problemOf(strategy, offers);
  const plan = planField(planned.problem.field, planned.problem.limits);
  return finishPlan(strategy, offers, { planned, plan, words });
}

export function finishPlan(
  strategy: Strategy,
  offers: readonly Offer[],
  it: {
    readonly planned: PlanProblem;
    readonly plan: FieldPlan | NoPlan;
    readonly words: WordsFor;
  },
): DayPlan | NoDayPlan {
  const { plan, planned, words } = it;
  if (plan.kind === "no-plan")
    return { kind: "infeasible", refusal: reportNoPlan(planned.problem, plan) };
  const items = workItems(strategy, offers, { planned, plan, words });
  const { value, bound, gapPpm, isOptimal, statement, budgets } = reportPlan(planned.problem, plan);
  const certificate = { value, bound, gapPpm, isOptimal, statement, budgets };
  return { kind: "planned", items, summary: summarise(items), certificate };
}
