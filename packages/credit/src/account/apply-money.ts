import { mulDivRound } from "@fairdue/kernel";
import type { ComponentAmounts, FactOf } from "../event/event.ts";
import type { Component, EarlyStrategy } from "../product/declaration.ts";
import { billAccrued, credit, payDues, ruleAt, type Source } from "../waterfall/waterfall.ts";
import { capOn, weightOf } from "../product/product.ts";
import { drawSlope, underCap, useHeadroom } from "./accrue.ts";
import { shrink } from "./apply-refund.ts";
import { fallDue, wholeUnits } from "../interest/interest.ts";
import { replan } from "./plan.ts";
import type { AccountState, Draw } from "./state.ts";
import { amountOf, bill, move, reduceDue, revolvingOf, type Working } from "./working.ts";

/**
 * Money in. It meets what is due; then, on a purchases account, the rest of the bill and what
 * revolves; then, when it was meant early or the product says so, what is not yet due; the surplus
 * stays as credit balance.
 */
export function repay(it: Working, fact: FactOf<"repaid">): void {
  const { state } = it;
  const source: Source = { kind: "paid", channel: fact.channel };
  state.totals.cashInMinor += fact.amountMinor;
  if (state.status !== "open") {
    receiveLate(it, fact.amountMinor, fact.channel);
    return;
  }
  const isWhole = fact.purpose.kind === "early" && fact.purpose.drawId === null;
  if (isWhole && state.creditMinor > 0) {
    const total = payoffOf(it);
    if (fact.amountMinor + state.creditMinor >= sumOf(total)) {
      payOffWithCredit(it, fact.amountMinor, fact.channel);
      return;
    }
  }
  let left = payDues(it, fact.amountMinor, source);
  left = payBill(it, left, source);
  state.cycle.paymentsMinor += fact.amountMinor - left;
  if (left > 0) left = paySurplus(it, left, { fact, source });
  state.creditMinor += left;
  move(it, { kind: "paid", component: "credit", amountMinor: left, channel: fact.channel });
}

type Surplus = { readonly fact: FactOf<"repaid">; readonly source: Source };

/** What is left after all that is due: to the draws when meant early, else as the product says. */
function paySurplus(it: Working, amount: number, { fact, source }: Surplus): number {
  if (fact.purpose.kind === "early") {
    const { strategy, drawId } = fact.purpose;
    return payEarly(it, amount, { source, strategy, only: drawId });
  }
  if (it.product.declaration.surplus === "credit") return amount;
  let left = amount;
  for (const draw of it.state.draws) {
    if (draw.method === "open" && left > 0) left = payDraw(it, draw, { left, source });
  }
  return left;
}

/** Everything that is owed, with the kept credit and the new money together. */
function payOffWithCredit(it: Working, amount: number, channel: string): void {
  const { state } = it;
  move(it, { kind: "paid", component: "credit", amountMinor: amount, channel });
  const source: Source = { kind: "settled", channel: "" };
  const all = state.creditMinor + amount;
  let left = payBill(it, payDues(it, all, source), source);
  state.cycle.paymentsMinor += all - left;
  left = payEarly(it, left, { source, strategy: "shorten-term", only: null });
  state.creditMinor = left;
}

/** What clears the whole account today, by component: each part as the repayment will find it. */
export function payoffOf(it: Pick<Working, "product" | "state">): Record<Component, number> {
  const { product, state } = it;
  const sum = { principal: state.unbilledMinor + state.restMinor, interest: 0, fee: 0, penalty: 0 };
  for (const due of state.dues) {
    sum.principal += due.principalMinor;
    sum.interest += due.interestMinor + fallDue(product, due.interestAccrued);
    sum.fee += due.feeMinor;
    sum.penalty += due.penaltyMinor + fallDue(product, due.penaltyAccrued);
  }
  // Fees of one draw take room under the cap from the next, in the order in which they are paid.
  const paying = { product, state: { ...state } };
  const revolving = revolvingOf(state);
  const draws = state.draws.filter((draw) => draw !== revolving);
  for (const draw of revolving ? [revolving, ...draws] : draws) {
    const cleared = drawClearance(paying, draw);
    sum.principal += draw.balanceMinor;
    sum.interest += cleared.interest;
    sum.fee += cleared.fee;
    paying.state.headroom -= cleared.fee * product.denominator;
  }
  sum.principal += state.claim.principalMinor;
  sum.interest += state.claim.interestMinor;
  sum.fee += state.claim.feeMinor;
  sum.penalty += state.claim.penaltyMinor;
  return sum;
}

export const sumOf = (parts: Readonly<Record<Component, number>>): number =>
  parts.principal + parts.interest + parts.fee + parts.penalty;

/** After the interest-free rest, the revolving balance with the interest to today. */
function payBill(it: Working, amount: number, source: Source): number {
  const { state } = it;
  let left = amount;
  const rest = Math.min(left, state.restMinor);
  state.restMinor -= rest;
  left -= rest;
  credit(it, { component: "principal", amount: rest, isLate: false }, source);
  const revolving = revolvingOf(state);
  return revolving && left > 0 ? payDraw(it, revolving, { left, source }) : left;
}

type Early = {
  readonly source: Source;
  readonly strategy: EarlyStrategy;
  readonly only: string | null;
};

function payEarly(it: Working, amount: number, early: Early): number {
  const { product, state } = it;
  let left = amount;
  for (const draw of state.draws) {
    if (left === 0) break;
    if (early.only !== null && draw.id !== early.only) continue;
    if (draw.origin === "revolving") continue;
    const before = draw.balanceMinor;
    left = payDraw(it, draw, { left, source: early.source });
    if (draw.balanceMinor === 0) draw.rows = [];
    else if (draw.balanceMinor < before) {
      draw.rows = replan(product, draw, { on: state.asOf, strategy: early.strategy });
    }
  }
  if (early.only === null && product.isPurchases) {
    const part = Math.min(left, state.unbilledMinor);
    state.unbilledMinor -= part;
    left -= part;
    state.cycle.paymentsMinor += part;
    credit(it, { component: "principal", amount: part, isLate: false }, early.source);
  }
  return left;
}

/** What clears a draw today: balance, interest to the day, early fee, plan fees still owed. */
export function drawClearance(it: Pick<Working, "product" | "state">, draw: Draw): DrawClearance {
  const { product, state } = it;
  const interest = fallDue(product, interestToday(it, draw));
  const early = draw.origin === "revolving" ? 0 : product.declaration.early.feePpm;
  const wanted =
    mulDivRound(draw.balanceMinor, early, 1_000_000, "down") + feesOnSettlement(it, draw);
  const fee = underCap(product, state, wanted);
  return { interest, fee, total: draw.balanceMinor + interest + fee };
}

export type DrawClearance = {
  readonly interest: number;
  readonly fee: number;
  readonly total: number;
};

function feesOnSettlement(it: Pick<Working, "product">, draw: Draw): number {
  if (it.product.declaration.conversion?.earlySettlement !== "remaining-fee-owed") return 0;
  return draw.rows.reduce((sum, row) => sum + row.feeMinor, 0);
}

/** Accrued interest, raised to the contract's least number of days for a draw paid at once. */
function interestToday(it: Pick<Working, "product" | "state">, draw: Draw): number {
  const { product, state } = it;
  const daysMin = product.declaration.early.interestDaysMin;
  const lastOn = draw.on + daysMin;
  if (state.asOf >= lastOn || draw.origin !== "draw" || draw.nextRow > 1)
    return draw.interestAccrued;
  const missing = daysMin - weightOf(product, draw.on, state.asOf);
  const cap = capOn(product, state.asOf);
  return draw.interestAccrued + drawSlope(draw, state.asOf, cap) * Math.max(0, missing);
}

type DrawPayment = { readonly left: number; readonly source: Source };

/** Interest to the day first, then principal (and the fee on it); returns what is left over. */
function payDraw(it: Working, draw: Draw, payment: DrawPayment): number {
  const { product, state } = it;
  const { source } = payment;
  const all = drawClearance(it, draw);
  const clears = payment.left >= all.total;
  const isRevolving = draw.origin === "revolving";
  const available = clears ? all.interest : wholeUnits(product, draw.interestAccrued);
  const interest = Math.min(payment.left, available);
  draw.interestAccrued = clears ? 0 : draw.interestAccrued - interest * product.denominator;
  let left = payment.left - interest;
  const early = isRevolving ? 0 : product.declaration.early.feePpm;
  const share = Math.ceil((left * 1_000_000) / (1_000_000 + early));
  const wanted = clears ? all.fee : left - Math.min(left, share);
  const fee = clears ? all.fee : underCap(product, state, wanted);
  const principal = clears ? draw.balanceMinor : Math.min(left - fee, draw.balanceMinor);
  useHeadroom(product, state, fee);
  bill(it, "interest", interest);
  bill(it, "fee", fee);
  if (!isRevolving) state.cycle.paymentsMinor += interest + fee;
  draw.balanceMinor -= principal;
  left -= fee + principal;
  credit(it, { component: "interest", amount: interest, isLate: false }, source);
  credit(it, { component: "fee", amount: fee, isLate: false }, source);
  credit(it, { component: "principal", amount: principal, isLate: false }, source);
  return left;
}

/** Money for a debt that has left the book's balances: the claim shrinks, a surplus is credit. */
export function receiveLate(it: Working, amount: number, channel: string): void {
  const { product, state } = it;
  let left = amount;
  for (const component of ruleAt(product, Number.MAX_SAFE_INTEGER).order) {
    const part = Math.min(left, claimOf(state, component));
    reduceClaim(state, component, part);
    left -= part;
    state.totals.recoveredMinor += part;
    const line = { kind: "recovered", component, amountMinor: part, channel } as const;
    move(it, line);
  }
  state.creditMinor += left;
  move(it, { kind: "paid", component: "credit", amountMinor: left, channel });
}

export function claimOf(state: AccountState, component: Component): number {
  const { claim } = state;
  return component === "principal"
    ? claim.principalMinor
    : component === "interest"
      ? claim.interestMinor
      : component === "fee"
        ? claim.feeMinor
        : claim.penaltyMinor;
}

export function reduceClaim(state: AccountState, component: Component, amount: number): void {
  const { claim } = state;
  if (component === "principal") claim.principalMinor -= amount;
  else if (component === "interest") claim.interestMinor -= amount;
  else if (component === "fee") claim.feeMinor -= amount;
  else claim.penaltyMinor -= amount;
}

export function payOut(it: Working, fact: FactOf<"credit-paid-out">): void {
  const { state } = it;
  const part = Math.min(fact.amountMinor, state.creditMinor);
  state.creditMinor -= part;
  state.totals.paidOutMinor += part;
  move(it, { kind: "paid-out", component: "credit", amountMinor: part, channel: fact.channel });
}

/** Gives up part of what is owed, at most what there is: due items oldest first, then the claim. */
export function waive(it: Working, amounts: ComponentAmounts): void {
  const { state } = it;
  for (const due of state.dues) billAccrued(it, due, false);
  for (const [component, wanted] of [
    ["penalty", amounts.penaltyMinor],
    ["fee", amounts.feeMinor],
    ["interest", amounts.interestMinor],
    ["principal", amounts.principalMinor],
  ] as const) {
    let left: number = wanted;
    for (const due of state.dues) {
      const part = Math.min(left, amountOf(due, component));
      reduceDue(due, component, part);
      left -= part;
      const isLate = component === "principal" && due.isOverdue;
      noteWaived(it, { component, amount: part, isLate });
    }
    const ofClaim = Math.min(left, claimOf(state, component));
    reduceClaim(state, component, ofClaim);
    left -= ofClaim;
    if (component === "interest") waiveAccrued(it, left);
    if (component === "principal") waiveNotDue(it, left);
  }
}

/** Interest of running draws, to the day, whole units. */
function waiveAccrued(it: Working, amount: number): void {
  let left = amount;
  for (const draw of it.state.draws) {
    const part = Math.min(left, wholeUnits(it.product, draw.interestAccrued));
    draw.interestAccrued -= part * it.product.denominator;
    left -= part;
    bill(it, "interest", part);
    noteWaived(it, { component: "interest", amount: part, isLate: false });
  }
}

/** Principal that is not yet due: the rest of a bill, then draws, oldest first. */
function waiveNotDue(it: Working, amount: number): void {
  const { state } = it;
  let left = amount;
  const rest = Math.min(left, state.restMinor);
  state.restMinor -= rest;
  left -= rest;
  noteWaived(it, { component: "principal", amount: rest, isLate: false });
  for (const draw of state.draws) {
    const part = Math.min(left, draw.balanceMinor);
    if (part === 0) continue;
    shrink(draw, draw.balanceMinor - part);
    left -= part;
    const isOnBill = draw.origin === "revolving";
    if (!isOnBill) state.cycle.waivedMinor -= part;
    noteWaived(it, { component: "principal", amount: part, isLate: false });
  }
}

function noteWaived(
  it: Working,
  part: { readonly component: Component; readonly amount: number; readonly isLate: boolean },
): void {
  const { state } = it;
  state.totals.waived[part.component] += part.amount;
  state.cycle.waivedMinor += part.amount;
  if (part.component !== "principal") useHeadroom(it.product, state, -part.amount);
  move(it, {
    kind: "waived",
    component: part.isLate ? "principal-overdue" : part.component,
    amountMinor: part.amount,
  });
}
