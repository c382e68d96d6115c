import { type EpochDay, minor, type Minor } from "@fairdue/kernel";
import { payoffOf, sumOf } from "../account/apply-money.ts";
import { fallDue } from "../interest/interest.ts";
import { advance } from "../account/fold.ts";
import type { AccountState } from "../account/state.ts";
import { dueTotal, revolvingOf } from "../account/working.ts";
import { dpdOf } from "../ageing/ageing.ts";
import type { Product } from "../product/product.ts";
import { clearance } from "../waterfall/waterfall.ts";

/** What clears an account on a day, by component. Paid that day, early, it leaves exactly zero. */
export type PayoffQuote = {
  readonly on: EpochDay;
  readonly principalMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly penaltyMinor: Minor;
  /** Kept from overpayment, already taken off the total. */
  readonly creditMinor: Minor;
  readonly totalMinor: Minor;
};

/** Promises nothing beyond `on`: quote again for another day. `on` is not before the state's day. */
export function payoffQuote(product: Product, given: AccountState, on: EpochDay): PayoffQuote {
  const { state } = advance(product, given, on);
  const sum = payoffOf({ product, state });
  const total = sumOf(sum);
  const credit = Math.min(total, state.creditMinor);
  return {
    on,
    principalMinor: minor(sum.principal),
    interestMinor: minor(sum.interest),
    feeMinor: minor(sum.fee),
    penaltyMinor: minor(sum.penalty),
    creditMinor: minor(credit),
    totalMinor: minor(total - credit),
  };
}

/** What is to be paid now, and by when. */
export type DueQuote = {
  readonly on: EpochDay;
  /** Due today or before, accrual on it included: pays what keeps or brings the account current. */
  readonly dueMinor: Minor;
  /** Of it, what is overdue. */
  readonly overdueMinor: Minor;
  /** On a purchases account: the whole bill, so that nothing revolves. */
  readonly billMinor: Minor;
  /** Earliest due day of anything in `dueMinor`; `null` when nothing is due. */
  readonly dueOn: EpochDay | null;
  readonly dpd: number;
};

export function dueQuote(product: Product, given: AccountState, on: EpochDay): DueQuote {
  const { state } = advance(product, given, on);
  let due = 0;
  let overdue = 0;
  let dueOn: EpochDay | null = null;
  for (const it of state.dues) {
    const amount = clearance(product, it);
    due += amount;
    if (it.isOverdue) overdue += amount;
    if (dueOn === null || it.dueOn < dueOn) dueOn = it.dueOn;
  }
  const revolving = revolvingOf(state);
  const revolves = revolving
    ? revolving.balanceMinor + fallDue(product, revolving.interestAccrued)
    : 0;
  return {
    on,
    dueMinor: minor(due),
    overdueMinor: minor(overdue),
    billMinor: minor(due + state.restMinor + revolves),
    dueOn,
    dpd: dpdOf(state),
  };
}

/**
 * What automatic debit asks for on a day, and when: on a due day and on each day of retry after it;
 * `null` when the product has no automatic debit, nothing is due, or it is not allowed (frozen by
 * law, moratorium, death).
 */
export type DebitRequest = {
  readonly amountMinor: Minor;
  readonly roundsMinute: readonly number[];
};

export function debitOn(product: Product, given: AccountState, on: EpochDay): DebitRequest | null {
  const terms = product.declaration.autoDebit;
  const { state } = advance(product, given, on);
  const isBarred = state.status !== "open" || state.freezes.includes("law");
  if (!terms || isBarred || state.moratorium || state.diedOn !== null) return null;
  let amount = 0;
  for (const due of state.dues) {
    const isAsked = due.dueOn <= on && on <= due.dueOn + terms.retryDays && dueTotal(due) > 0;
    if (isAsked) amount += clearance(product, due);
  }
  return amount > 0 ? { amountMinor: minor(amount), roundsMinute: terms.roundsMinute } : null;
}

/** Limit less what is used and held; never negative, zero when drawing is barred. */
export function availableMinor(product: Product, state: AccountState): Minor {
  if (state.status !== "open" || state.freezes.length > 0 || state.diedOn !== null) return minor(0);
  let used = state.unbilledMinor + state.restMinor;
  for (const draw of state.draws) used += draw.balanceMinor;
  for (const due of state.dues) used += due.principalMinor;
  for (const hold of state.holds) used += hold.amountMinor;
  const isSpent = !product.declaration.offers.revolving && state.totals.drawnMinor > 0;
  return minor(isSpent ? 0 : Math.max(0, state.limitMinor - used));
}
