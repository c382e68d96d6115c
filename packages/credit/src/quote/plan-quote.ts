import { type EpochDay, minor, type Minor } from "@fairdue/kernel";
import type { AccountState, Draw } from "../account/state.ts";
import { bears } from "../account/accrue.ts";
import { plannedInterest, weightOf } from "../interest/interest.ts";
import { capOn, type Product } from "../product/product.ts";

/** A row to come. */
export type PlannedRow = {
  readonly number: number;
  readonly dueOn: EpochDay;
  readonly principalMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly totalMinor: Minor;
};

/**
 * What will fall due on a draw if all goes to plan, from what has really accrued on it: to the unit
 * what the account will ask for on those days.
 */
export function planQuote(product: Product, state: AccountState, draw: Draw): PlannedRow[] {
  const cap = capOn(product, state.asOf);
  const capped = cap === undefined ? draw.rate : Math.min(draw.rate, cap);
  const rate = bears(product, state) ? capped : 0;
  let balance = draw.balanceMinor;
  let accrued = draw.interestAccrued;
  let from = state.asOf;
  return draw.rows.map((row, k) => {
    const start = from < draw.freeUntilOn ? draw.freeUntilOn : from;
    const parts = row.dueOn > start ? weightOf(product, start, row.dueOn) : 0;
    const interest = interestOf(product, { accrued, base: balance * rate, parts });
    const isLast = k === draw.rows.length - 1;
    const principal = isLast ? balance : row.principalMinor;
    balance -= principal;
    accrued = 0;
    from = row.dueOn;
    return {
      number: draw.nextRow + k,
      dueOn: row.dueOn,
      principalMinor: minor(principal),
      interestMinor: minor(interest),
      feeMinor: minor(row.feeMinor),
      totalMinor: minor(principal + interest + row.feeMinor),
    };
  });
}

type Accruing = { readonly accrued: number; readonly base: number; readonly parts: number };

/** What has accrued and what will, rounded once together. */
function interestOf(product: Product, it: Accruing): number {
  return plannedInterest(product, it.accrued + it.base * it.parts, 1);
}
