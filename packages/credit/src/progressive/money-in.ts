import { present } from "@fairdue/kernel";
import { allocate } from "./allocate.ts";
import { openOfCharge } from "./charges.ts";
import type { MoneyInEvent, ReferringEvent } from "./event.ts";
import { min } from "./figures.ts";
import { type Instalment, openOf, pay } from "./instalment.ts";
import { owedThrough } from "./last-open.ts";
import { countsToRowEnd, settlesAll } from "./payments.ts";
import { type Charge, instalmentAt, newTransaction, type Run, type Transaction } from "./run.ts";
import { isPaidUp } from "./figures.ts";
import type { AllocationRule, MoneyInKind } from "./terms.ts";

/** Kinds of money that count when the engine asks whether a payment settles the loan. */
const likeRepayment: ReadonlySet<MoneyInKind> = new Set<MoneyInKind>([
  "repayment",
  "down-payment",
  "merchant-refund",
  "payout-refund",
  "goodwill-credit",
  "charge-refund",
  "charge-adjustment",
  "interest-payment-waiver",
  "interest-refund",
  "capitalised-income-adjustment",
]);

export function allocationFor(run: Run, kind: MoneyInKind | "default"): AllocationRule {
  const { allocation } = run.terms;
  return present(allocation.get(kind) ?? allocation.get("default"), "a default allocation rule");
}

/** Before a payment is placed: would it settle everything? That decides to which day it counts. */
export function notePrepayment(run: Run, event: MoneyInEvent, amount: bigint): void {
  if (!likeRepayment.has(event.type)) return;
  const home = instalmentAt(run, event.on);
  run.isPrepaying =
    home !== undefined && run.terms.recalculation.isOn && settlesAll(run.plan, home.due, amount);
}

/** Money comes in and is placed by the rule for its kind; the rest is owed to the borrower. */
export function takeIn(run: Run, event: MoneyInEvent, amount: bigint): Transaction {
  const transaction = newTransaction(event, amount, event.type);
  if (likeRepayment.has(event.type)) carryToRowEnd(run, event);
  const rule = allocationFor(run, event.type);
  keepSurplus(run, transaction, allocate(run, transaction, { amount, rule }));
  return transaction;
}

function keepSurplus(run: Run, transaction: Transaction, left: bigint): void {
  if (transaction.amount === 0n) return;
  if (left > 0n) {
    run.overpaid += left;
    transaction.overpayment = left;
  } else {
    run.overpaid = 0n;
  }
}

/** A settlement that counts to the end of the row carries the interest of a row paid up already. */
function carryToRowEnd(run: Run, event: MoneyInEvent): void {
  if (!run.isPrepaying || run.terms.recalculation.preClose !== "till-rest-date") return;
  if (!countsToRowEnd(run.plan, true)) return;
  const row = run.plan.rows.find((it) => event.on >= it.from && event.on < it.due);
  if (row === undefined || !isPaidUp(row)) return;
  const { interest } = owedThrough(run.plan, row.due);
  if (interest > 0n) row.carried = interest;
}

/** Money for one charge; what it does not need is placed like a repayment. */
export function payCharge(run: Run, event: ReferringEvent): Transaction {
  const transaction = newTransaction(event, event.amount, event.type);
  const charge = run.charges.find((it) => it.id === event.of);
  let left = event.amount;
  if (charge)
    left -= payChargeInto(run, transaction, { charge, amount: min(left, openOfCharge(charge)) });
  if (left > 0n) {
    const rule = allocationFor(run, "default");
    keepSurplus(run, transaction, allocate(run, transaction, { amount: left, rule }));
  }
  return transaction;
}

function payChargeInto(
  run: Run,
  transaction: Transaction,
  it: { readonly charge: Charge; readonly amount: bigint },
): bigint {
  const { charge } = it;
  const homes = run.instalments.filter((row) => !row.isDownPayment && isHome(run, row, charge));
  let left = it.amount;
  for (const home of homes) {
    if (openOf(home, charge.kind) <= 0n) continue;
    const paid = pay(home, charge.kind, { on: transaction.on, amount: left });
    charge.paid += paid;
    transaction[charge.kind] += paid;
    left -= paid;
  }
  return it.amount - left;
}

function isHome(run: Run, row: Instalment, charge: Charge): boolean {
  if (charge.isPerInstalment) return true;
  const first = run.instalments.find((it) => !it.isDownPayment);
  const due = charge.due ?? 0;
  return due <= row.due && (row === first ? due >= row.from : due > row.from);
}
