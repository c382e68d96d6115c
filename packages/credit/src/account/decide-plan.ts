import type { PlanTerms } from "../product/declaration.ts";
import { capOn, type Product, weightOf } from "../product/product.ts";
import { statementDueDays } from "../statement/cycle.ts";
import type { Refusal } from "./command.ts";
import { planRows } from "../schedule/rows.ts";
import type { AccountState } from "./state.ts";

export function rateRefusal(product: Product, rate: number): Refusal | undefined {
  const { min, max, unit } = product.declaration.rate;
  return Number.isInteger(rate) && rate >= min && rate <= max
    ? undefined
    : {
        reason: "not-offered",
        field: "rate",
        value: String(rate),
        offered: [`${min} to ${max} ${unit}`],
      };
}

export type Planned = { readonly amountMinor: number; readonly plan: PlanTerms };

/** Is this way of repayment on offer, and does it cost no more than the cap? */
export function planRefusal(
  product: Product,
  state: AccountState,
  it: Planned,
): Refusal | undefined {
  const { plan } = it;
  const { conversion, offers } = product.declaration;
  if (product.isPurchases) {
    const offered = conversion?.offers ?? [];
    const isOffered =
      plan.method === "flat-fee" &&
      offered.some((one) => one.terms === plan.terms && one.feePpm === plan.feePpm);
    if (!isOffered)
      return planNotOffered(
        plan,
        offered.map((o) => `flat-fee ${o.terms} ${o.feePpm}`),
      );
    return flatFeeRefusal(product, state, it);
  }
  if (!offers.methods.includes(plan.method)) return planNotOffered(plan, offers.methods);
  if (plan.method === "open") return undefined;
  if (plan.method === "custom-principal") {
    const sum = plan.principalMinor.reduce((a: number, b) => a + b, 0);
    return sum === it.amountMinor && plan.principalMinor.every((part) => part >= 0)
      ? undefined
      : planNotOffered(plan, [`principal of the instalments summing to ${it.amountMinor}`]);
  }
  const terms = offers.terms.map(String);
  return offers.terms.includes(plan.terms)
    ? undefined
    : { reason: "not-offered", field: "plan.terms", value: String(plan.terms), offered: terms };
}

function planNotOffered(plan: PlanTerms, offered: readonly string[]): Refusal {
  return { reason: "not-offered", field: "plan.method", value: plan.method, offered };
}

/**
 * A flat fee is below the cap when the present value of its rows at the capped rate, simple by the
 * day on what is owed, covers no more than was lent: fees so far ≤ interest at the cap so far.
 */
function flatFeeRefusal(product: Product, state: AccountState, it: Planned): Refusal | undefined {
  const cap = capOn(product, state.asOf);
  if (cap === undefined) return undefined;
  const dueOn = statementDueDays(product, state, it.plan.terms);
  const span = { startOn: state.asOf, dueOn, principalMinor: it.amountMinor, rate: 0 };
  let allowed = 0;
  let charged = 0;
  let balance = it.amountMinor;
  let from = state.asOf;
  for (const row of planRows(product, product.declaration.instalments, it.plan, span)) {
    allowed += balance * cap * weightOf(product, from, row.dueOn);
    charged += row.feeMinor;
    balance -= row.principalMinor;
    from = row.dueOn;
  }
  return charged * product.denominator <= allowed
    ? undefined
    : {
        reason: "cost-above-cap",
        field: "plan.feePpm",
        value: it.plan.feePpm,
        capPpmYear: yearlyCap(product, state),
      };
}

function yearlyCap(product: Product, state: AccountState): number {
  const day = state.asOf;
  const declared = product.declaration.costCap;
  const index = product.caps.findLastIndex((cap) => cap.from <= day);
  return declared[index]?.ppmYear ?? 0;
}
