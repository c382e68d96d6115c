import { mulDivRound } from "@fairdue/kernel";
import type { FactOf } from "../event/event.ts";
import { credit, payDues, type Source } from "../waterfall/waterfall.ts";
import { inProportion } from "./plan.ts";
import type { Draw } from "./state.ts";
import { move, revolvingOf, type Working } from "./working.ts";

/**
 * Goods came back. The money meets, in this order: the plan of that purchase (its rows shrink in
 * proportion, fees with them), purchases not yet billed, the rest of the bill, what is due, what
 * revolves; what is left becomes credit balance.
 */
export function refund(it: Working, fact: FactOf<"refunded">): void {
  const { state } = it;
  const source: Source = { kind: "refunded", channel: fact.channel };
  state.totals.refundsInMinor += fact.amountMinor;
  const bought = state.purchases.findLast((one) => one.id === fact.purchaseId);
  if (bought) bought.refundedMinor += fact.amountMinor;
  let left: number = fact.amountMinor;
  const take = (available: number): number => {
    const part = Math.min(left, available);
    left -= part;
    credit(it, { component: "principal", amount: part, isLate: false }, source);
    return part;
  };
  const plan = state.draws.find((one) => one.purchaseId === fact.purchaseId);
  if (plan) shrink(plan, plan.balanceMinor - take(plan.balanceMinor));
  else left = refundBill(it, left, source);
  if (plan) left = refundBilled(it, left, source);
  state.creditMinor += left;
  move(it, { kind: "refunded", component: "credit", amountMinor: left, channel: fact.channel });
  if (bought) returnFees(it, fact, bought.amountMinor);
}

function refundBill(it: Working, amount: number, source: Source): number {
  const { state } = it;
  const part = Math.min(amount, state.unbilledMinor);
  state.unbilledMinor -= part;
  state.cycle.refundsMinor += part;
  credit(it, { component: "principal", amount: part, isLate: false }, source);
  return refundBilled(it, amount - part, source);
}

/** What is on the bill already: its interest-free rest, what is due, what revolves. */
function refundBilled(it: Working, amount: number, source: Source): number {
  const { state } = it;
  const fromRest = Math.min(amount, state.restMinor);
  state.restMinor -= fromRest;
  credit(it, { component: "principal", amount: fromRest, isLate: false }, source);
  let left = payDues(it, amount - fromRest, source);
  const revolving = revolvingOf(state);
  if (revolving) {
    const part = Math.min(left, revolving.balanceMinor);
    revolving.balanceMinor -= part;
    left -= part;
    credit(it, { component: "principal", amount: part, isLate: false }, source);
  }
  state.cycle.refundsMinor += amount - left;
  return left;
}

/** The rows of a plan in the same shares of a smaller balance; the fees not yet due with them. */
export function shrink(draw: Draw, balanceMinor: number): void {
  const before = draw.balanceMinor;
  const principal = inProportion(
    draw.rows.map((row) => row.principalMinor),
    balanceMinor,
  );
  draw.balanceMinor = balanceMinor;
  if (balanceMinor === 0) draw.interestAccrued = 0;
  draw.rows =
    balanceMinor === 0
      ? []
      : draw.rows.map((row, k) => ({
          ...row,
          principalMinor: principal[k] ?? 0,
          feeMinor: mulDivRound(row.feeMinor, balanceMinor, before, "down"),
        }));
}

/** Fees that a converted purchase has been billed go back in the share that was refunded. */
function returnFees(it: Working, fact: FactOf<"refunded">, boughtMinor: number): void {
  const { product, state } = it;
  if (product.declaration.refund.paidFees !== "returned") return;
  const plans = [...state.draws, ...state.settled];
  const plan = plans.find((one) => one.purchaseId === fact.purchaseId);
  if (!plan || plan.feeBilledMinor === 0) return;
  const share = Math.min(fact.amountMinor, boughtMinor);
  const fee = mulDivRound(plan.feeBilledMinor, share, boughtMinor, "half-up");
  state.totals.billed.fee -= fee;
  state.totals.paid.fee -= fee;
  state.creditMinor += fee;
  move(it, { kind: "charged", component: "fee", amountMinor: -fee });
  move(it, { kind: "paid", component: "fee", amountMinor: -fee });
  move(it, { kind: "paid", component: "credit", amountMinor: fee });
}
