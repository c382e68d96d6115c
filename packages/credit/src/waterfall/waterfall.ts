import { present } from "@fairdue/kernel";
import { fallDue, wholeUnits } from "../interest/interest.ts";
import type { Due } from "../account/state.ts";
import { amountOf, bill, dueTotal, move, reduceDue, type Working } from "../account/working.ts";
import { dpdOf } from "../ageing/ageing.ts";
import type { Component, WaterfallRule } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";

/** Where money comes from: it decides the kind of the movements and the total that grows. */
export type Source = {
  readonly kind: "paid" | "settled" | "refunded";
  readonly channel: string;
};

/** The rule in force at a number of days past due. */
export function ruleAt(product: Product, dpd: number): WaterfallRule {
  const rules = product.declaration.waterfall;
  let index = rules.length - 1;
  while (index > 0 && present(rules[index], "in range").fromDpd > dpd) index -= 1;
  return present(rules[index], "a product has a waterfall");
}

/** What clears a due item today: its balance and what has accrued on it, rounded once. */
export function clearance(product: Product, due: Due): number {
  return (
    dueTotal(due) + fallDue(product, due.interestAccrued) + fallDue(product, due.penaltyAccrued)
  );
}

/**
 * Lets money meet what is due, in the order of the rule in force, and returns what is left over.
 *
 * An item that the money clears takes its accrual rounded; an item it does not clear takes whole
 * units only, the fraction goes on accruing.
 */
export function payDues(it: Working, amount: number, source: Source): number {
  const { product, state } = it;
  if (state.dues.length === 0 || amount === 0) return amount;
  const rule = ruleAt(product, dpdOf(state));
  if (state.dues.length > 1) state.dues.sort((a, b) => a.ageFromOn - b.ageFromOn);
  let left = amount;
  if (rule.across === "by-due") {
    for (const due of state.dues) {
      if (left === 0) break;
      billAccrued(it, due, left >= clearance(product, due));
      left = payDown(it, { dues: [due], order: rule.order, amount: left, source });
    }
    return left;
  }
  let needed = 0;
  for (const due of state.dues) needed += clearance(product, due);
  for (const due of state.dues) billAccrued(it, due, left >= needed);
  return payDown(it, { dues: state.dues, order: rule.order, amount: left, source });
}

type Payment = {
  readonly dues: readonly Due[];
  readonly order: readonly Component[];
  readonly amount: number;
  readonly source: Source;
};

function payDown(it: Working, payment: Payment): number {
  let left = payment.amount;
  for (const component of payment.order) {
    for (const due of payment.dues) {
      const part = Math.min(left, amountOf(due, component));
      if (part === 0) continue;
      reduceDue(due, component, part);
      left -= part;
      const isLate = component === "principal" && due.isOverdue;
      credit(it, { component, amount: part, isLate }, payment.source);
    }
  }
  return left;
}

export type Part = {
  readonly component: Component;
  readonly amount: number;
  /** Principal that was already overdue. */
  readonly isLate: boolean;
};

/** Notes that `amount` of a component has been met by money of this source. */
export function credit(it: Working, part: Part, source: Source): void {
  const { component, amount, isLate } = part;
  if (amount === 0) return;
  const totals = source.kind === "refunded" ? it.state.totals.refunded : it.state.totals.paid;
  totals[component] += amount;
  move(it, {
    kind: source.kind,
    component: isLate ? "principal-overdue" : component,
    amountMinor: amount,
    channel: source.channel,
  });
}

/** Turns what has accrued on a due item into interest and penalty that it owes. */
export function billAccrued(it: Working, due: Due, isCleared: boolean): void {
  const { product } = it;
  const toMoney = isCleared ? fallDue : wholeUnits;
  const interest = toMoney(product, due.interestAccrued);
  const penalty = toMoney(product, due.penaltyAccrued);
  due.interestAccrued = isCleared ? 0 : due.interestAccrued - interest * product.denominator;
  due.penaltyAccrued = isCleared ? 0 : due.penaltyAccrued - penalty * product.denominator;
  due.interestMinor += interest;
  due.penaltyMinor += penalty;
  bill(it, "interest", interest);
  bill(it, "penalty", penalty);
}
