import { type EpochDay, present } from "@fairdue/kernel";
import { extendTo } from "./charges.ts";
import type { LoanEvent, ReferringEvent } from "./event.ts";
import { atLeastZero, min } from "./figures.ts";
import { bringBackTo, components, type Instalment, pay } from "./instalment.ts";
import { useOverpayment } from "./lending.ts";
import { bringBack, payPrincipal } from "./payments.ts";
import { maturityOf } from "./plan.ts";
import { followPlan, newTransaction, type Run, type Transaction } from "./run.ts";
import type { Component } from "./terms.ts";

type Shares = Record<Component, bigint>;

/** A payment that was taken back by the payer's bank: what it paid is owed again. */
export function chargeBack(run: Run, event: ReferringEvent): Transaction {
  const transaction = newTransaction(event, event.amount, event.type);
  if (run.terms.recalculation.isOn) chargeBackInPlan(run, event, transaction);
  else if (run.terms.chargebackOrder.length === 0) returnPrincipal(run, transaction);
  else chargeBackByOrder(run, event, transaction);
  return transaction;
}

function chargeBackInPlan(run: Run, event: ReferringEvent, transaction: Transaction): void {
  transaction.overpayment = run.overpaid;
  const shares = sharesOf(run, event);
  for (const component of components) transaction[component] = shares[component];
  const { on } = event;
  if (on <= maturityOf(run.plan)) {
    if (shares.principal > 0n)
      bringBack(run.plan, on, { principal: shares.principal, interest: 0n });
    if (shares.interest > 0n) bringBack(run.plan, on, { principal: 0n, interest: shares.interest });
    followPlan(run, on);
    const home = run.instalments.find((it) =>
      on === maturityOf(run.plan) ? it.due === on : on >= it.from && on < it.due,
    );
    if (home) bringBackCharges(home, on, shares);
  } else {
    const home = run.instalments.find((it) => it.isAdditional) ?? extendTo(run, on);
    if (home) bringBackAll(home, on, shares);
    if (home && home.due < on) home.due = on;
  }
  useOverpayment(run, transaction, event.amount);
}

function chargeBackByOrder(run: Run, event: ReferringEvent, transaction: Transaction): void {
  const toDistribute = event.amount - run.overpaid;
  transaction.overpayment = atLeastZero(event.amount - toDistribute);
  const shares = sharesOf(run, event);
  for (const component of components) transaction[component] = shares[component];
  bringBackAll(homeForCredit(run, event.on), event.on, shares);
  useOverpayment(run, transaction, event.amount);
}

/** The first instalment still to come, the additional one, or a new one after the last. */
function homeForCredit(run: Run, on: EpochDay): Instalment {
  const rows = run.instalments.filter((it) => !it.isDownPayment);
  const found = rows.find((it) => it.isAdditional || it.due > on);
  if (found) {
    if (found.isAdditional && found.due < on) found.due = on;
    return found;
  }
  const last = present(rows.at(-1), "a loan has an instalment");
  return last.due === on ? last : present(extendTo(run, on), "the day lies beyond the last row");
}

/** Without an order: principal, after what the borrower had paid too much. */
function returnPrincipal(run: Run, transaction: Transaction): void {
  const { amount, on } = transaction;
  const principal = atLeastZero(amount - run.overpaid);
  const repaid = amount - principal;
  transaction.overpayment = repaid;
  transaction.principal = principal;
  run.overpaid -= repaid;
  if (principal === 0n) return;
  const home = homeForCredit(run, on);
  bringBackTo(home, "principal", { on, amount });
  pay(home, "principal", { on, amount: repaid });
}

/** Money that was paid too much goes back to the borrower; beyond it, it is lent. */
export function refundBalance(
  run: Run,
  event: LoanEvent & { readonly amount: bigint },
): Transaction {
  const transaction = newTransaction(event, event.amount, event.type);
  if (!run.terms.recalculation.isOn) {
    returnPrincipal(run, transaction);
    return transaction;
  }
  const { on, amount } = event;
  const principal = atLeastZero(amount - run.overpaid);
  const repaid = amount - principal;
  transaction.overpayment = repaid;
  transaction.principal = principal;
  run.overpaid -= repaid;
  if (principal === 0n) return transaction;
  const home = homeForCredit(run, on);
  if (home.isAdditional) {
    bringBackTo(home, "principal", { on, amount });
  } else {
    bringBack(run.plan, on, { principal: amount, interest: 0n });
    followPlan(run, on);
    if (repaid > 0n) {
      payPrincipal(run.plan, home, on, repaid);
      followPlan(run, on);
    }
  }
  pay(home, "principal", { on, amount: repaid });
  return transaction;
}

/** A chargeback takes back the components of its payment in the order of the terms. */
function sharesOf(run: Run, event: ReferringEvent): Shares {
  const order = run.terms.chargebackOrder;
  if (order.length === 0) return { principal: event.amount, interest: 0n, fee: 0n, penalty: 0n };
  const original = run.transactions.find((it) => it.id === event.of);
  let rest: Shares = original
    ? { ...original }
    : { principal: event.amount, interest: 0n, fee: 0n, penalty: 0n };
  for (const earlier of run.played) {
    if (earlier.type !== "chargeback" || earlier.of !== event.of || earlier.id === event.id)
      continue;
    const taken = inOrderOf(rest, order, earlier.amount);
    rest = {
      principal: rest.principal - taken.principal,
      interest: rest.interest - taken.interest,
      fee: rest.fee - taken.fee,
      penalty: rest.penalty - taken.penalty,
    };
  }
  return inOrderOf(rest, order, event.amount);
}

function inOrderOf(from: Shares, order: readonly Component[], amount: bigint): Shares {
  const shares: Shares = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n };
  let left = amount;
  for (const component of order) {
    const taken = min(atLeastZero(from[component]), left);
    shares[component] = taken;
    left -= taken;
  }
  return shares;
}

function bringBackCharges(it: Instalment, on: EpochDay, shares: Shares): void {
  bringBackTo(it, "fee", { on, amount: shares.fee });
  bringBackTo(it, "penalty", { on, amount: shares.penalty });
}

function bringBackAll(it: Instalment, on: EpochDay, shares: Shares): void {
  bringBackTo(it, "principal", { on, amount: shares.principal });
  bringBackTo(it, "interest", { on, amount: shares.interest });
  bringBackCharges(it, on, shares);
}
