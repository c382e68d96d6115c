import {
  type AllocationRefusal,
  type AllocationReport,
  parseBudgets,
  parseProblem,
  planField,
  reportNoPlan,
  reportPlan,
} from "@fairdue/allocate";
import { accepted, type Outcome, present, type Problem, refused } from "@fairdue/kernel";
import type { LimitProposal } from "./review.ts";

/** A proposal with what it would do to the book. Amounts are minor units. */
export type LimitCandidate = {
  readonly accountId: string;
  readonly borrowerId: string;
  readonly limitMinor: number;
  readonly usedMinor: number;
  readonly probability: number;
  readonly lossGivenDefaultPpm: number;
  /** Margin that used credit earns in a year, ppm. */
  readonly marginPpm: number;
  /** Where concentration is measured (a product), and a group between which cuts must be fair. */
  readonly segment: string;
  readonly group: string;
  readonly proposal: LimitProposal;
};

export type LimitBudgets = {
  /** Expected loss that raises may add. */
  readonly expectedLossMinorMax: number;
  /** Undrawn promise that raises may add: leverage. */
  readonly exposureMinorMax: number;
  /** The same by segment. */
  readonly segmentMinorMax: Readonly<Record<string, number>>;
  /** People of a group whose limit may be cut, as a number of people. */
  readonly cutsMax: Readonly<Record<string, number>>;
};

export type LimitPlan = {
  /** Ids of accounts whose proposal is taken up. */
  readonly chosen: ReadonlySet<string>;
  readonly report: AllocationReport;
};

/**
 * Which raises and cuts to make, for the most expected value within the budgets, with a certified
 * bound. A cut is worth the loss that it prevents; a raise is worth its margin less its loss.
 */
export function chooseLimits(
  candidates: readonly LimitCandidate[],
  budgets: LimitBudgets,
): Outcome<LimitPlan, readonly Problem[] | AllocationRefusal> {
  const moving = candidates.filter((it) => it.proposal.kind !== "keep");
  const limits = parseBudgets({ objective: "value", budgets: limitsOf(budgets) });
  if (!limits.ok) return limits;
  const problem = parseProblem(
    moving.map((it) => ({ person: it.accountId, treatments: [treatmentOf(it)] })),
    limits.value,
  );
  if (!problem.ok) return problem;
  const plan = planField(problem.value.field, problem.value.limits);
  if (plan.kind === "no-plan") return refused(reportNoPlan(problem.value, plan));
  const chosen = moving.filter((_, k) => present(plan.choice[k], "a choice for each") > 0);
  return accepted({
    chosen: new Set(chosen.map((it) => it.accountId)),
    report: reportPlan(problem.value, plan),
  });
}

function treatmentOf(it: LimitCandidate) {
  const change = it.proposal.toMinor - it.limitMinor;
  const isRaise = change > 0;
  const usedShare = it.limitMinor === 0 ? 0 : Math.min(1, it.usedMinor / it.limitMinor);
  const loss = Math.ceil(Math.abs(change) * it.probability * (it.lossGivenDefaultPpm / 1e6));
  const margin = Math.floor(Math.abs(change) * usedShare * (it.marginPpm / 1e6));
  return {
    treatment: it.proposal.kind,
    value: isRaise ? margin - loss : loss - margin,
    expectedLossMinor: isRaise ? loss : 0,
    exposureMinor: isRaise ? change : 0,
    segment: it.segment,
    group: it.group,
  };
}

function limitsOf(budgets: LimitBudgets): unknown[] {
  return [
    { id: "expected-loss", resource: "expectedLossMinor", atMost: budgets.expectedLossMinorMax },
    { id: "leverage", resource: "exposureMinor", atMost: budgets.exposureMinorMax },
    ...Object.entries(budgets.segmentMinorMax).map(([segment, atMost]) => ({
      id: `concentration-${segment}`,
      resource: "exposureMinor",
      atMost,
      where: { segment },
    })),
    ...Object.entries(budgets.cutsMax).map(([group, atMost]) => ({
      id: `fairness-${group}`,
      resource: "count",
      atMost,
      where: { group, treatment: "cut" },
    })),
  ];
}
