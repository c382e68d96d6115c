import type { PlanIn } from "@fairdue/api";
import type { PlanTerms } from "@fairdue/credit";

/** The plan of a request as the engine reads it. */
export function planTerms(plan: PlanIn): PlanTerms {
  const none = { terms: 0, feePpm: 0, principalMinor: [], firstDueOn: null };
  switch (plan.method) {
    case "open":
      return { ...none, method: plan.method };
    case "flat-fee":
      return { ...none, ...plan };
    case "custom-principal":
      return { ...none, ...plan, terms: plan.principalMinor.length };
    default:
      return { ...none, ...plan };
  }
}
