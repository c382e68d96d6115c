import { present } from "@fairdue/kernel";
import type { Shortfall } from "../dual/infeasible.ts";
import type { FieldPlan, NoPlan } from "../plan.ts";
import { countResource } from "./budgets.ts";
import { decimalNumber } from "./decimal.ts";
import type { AllocationProblem } from "./intake.ts";

/** A plan in the words and units of the problem; JSON as documented in docs/cli/allocate.md. */
export type AllocationReport = {
  readonly status: "planned";
  readonly people: number;
  readonly treated: number;
  readonly value: number;
  /** No plan within the budgets brings more. */
  readonly bound: number;
  readonly gapPpm: number;
  readonly isOptimal: boolean;
  readonly statement: { readonly en: string; readonly zh: string };
  readonly budgets: readonly BudgetLine[];
};

export type BudgetLine = {
  readonly id: string;
  readonly resource: string;
  readonly sense: "at-most" | "at-least";
  readonly bound: number;
  readonly used: number;
  /** Bound less use for a budget; use less bound for a floor: never below 0. */
  readonly left: number;
  /** Value that one more unit of the budget would bring, or that one unit less of the floor would. */
  readonly shadowPrice: number;
  readonly quote?: { readonly name: string; readonly per: number; readonly brings: number };
};

export type AllocationRefusal = {
  readonly status: "infeasible" | "not-found";
  readonly shortfalls: readonly {
    readonly id: string;
    readonly resource: string;
    readonly sense: "at-most" | "at-least";
    readonly bound: number;
    readonly nearest: number;
    readonly by: number;
    readonly against: readonly string[];
    readonly statement: { readonly en: string; readonly zh: string };
  }[];
};

export function reportPlan(problem: AllocationProblem, plan: FieldPlan): AllocationReport {
  const gap = Math.max(0, plan.bound - plan.value);
  const share = gap === 0 ? 0 : gap / Math.max(Math.abs(plan.bound), Number.MIN_VALUE);
  return {
    status: "planned",
    people: problem.field.people,
    treated: plan.chosen,
    value: plan.value,
    bound: plan.bound,
    gapPpm: share * 1e6,
    isOptimal: plan.isOptimal,
    statement: plan.isOptimal
      ? { en: "the best possible plan (proved)", zh: "已证明为最优方案" }
      : {
          en: `at most ${percent(share)}% from the best possible`,
          zh: `与可能的最优方案相差至多 ${percent(share)}%`,
        },
    budgets: problem.budgets.limits.map((limit, m) => {
      const scale = present(problem.scales[m], "a scale per limit");
      const bound = decimalNumber(problem.limits[m]!.bound, scale);
      const used = decimalNumber(plan.used[m]!, scale);
      const shadowPrice = plan.prices[m]! * 10 ** scale;
      const quote = problem.budgets.quotes.get(limit.resource);
      const spare = problem.limits[m]!.bound - plan.used[m]!;
      return {
        id: limit.id,
        resource: limit.resource,
        sense: limit.sense,
        bound,
        used,
        left: decimalNumber(limit.sense === "at-most" ? spare : -spare, scale),
        shadowPrice,
        ...(quote && { quote: { ...quote, brings: shadowPrice * quote.per } }),
      };
    }),
  };
}

/** A share in percent, rounded up to two significant digits: never better than it is. */
function percent(share: number): string {
  const value = share * 100;
  if (value === 0) return "0";
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  const rounded = Math.ceil(value / step) * step;
  return rounded.toFixed(Math.max(0, -Math.floor(Math.log10(step))));
}

export function reportNoPlan(problem: AllocationProblem, it: NoPlan): AllocationRefusal {
  return {
    status: it.proved ? "infeasible" : "not-found",
    shortfalls: it.shortfalls.map((shortfall) => shortfallLine(problem, shortfall)),
  };
}

function shortfallLine(
  problem: AllocationProblem,
  it: Shortfall,
): AllocationRefusal["shortfalls"][number] {
  const limit = present(problem.budgets.limits[it.limit], "a shortfall names a limit");
  const scale = present(problem.scales[it.limit], "a scale per limit");
  const bound = decimalNumber(it.bound, scale);
  const nearest = decimalNumber(it.nearest, scale);
  const by = decimalNumber(it.by, scale);
  const against = it.against.map((m) => problem.budgets.limits[m]!.id);
  const [unit, unitZh] =
    limit.resource === countResource ? ["treatments", "人次"] : [limit.resource, limit.resource];
  const isFloor = limit.sense === "at-least";
  const given =
    against.length === 0
      ? ""
      : `, while ${against.join(", ")} hold${against.length === 1 ? "s" : ""}`;
  const giveZh = against.length === 0 ? "" : `（在遵守 ${against.join("、")} 的前提下）`;
  return {
    id: limit.id,
    resource: limit.resource,
    sense: limit.sense,
    bound,
    nearest,
    by,
    against,
    statement: isFloor
      ? {
          en: `"${limit.id}" asks for at least ${bound} ${unit}; at most ${nearest} can be reached${given}: lower it by ${by}`,
          zh: `“${limit.id}”要求至少 ${bound} ${unitZh}，最多只能达到 ${nearest}${giveZh}：请下调 ${by}`,
        }
      : {
          en: `"${limit.id}" allows at most ${bound} ${unit}; at least ${nearest} is needed${given}: raise it by ${by}`,
          zh: `“${limit.id}”只允许至多 ${bound} ${unitZh}，至少需要 ${nearest}${giveZh}：请上调 ${by}`,
        },
  };
}
