import type { EpochDay } from "@fairdue/kernel";
import { inMultiples } from "./emi.ts";
import type { LoanEvent } from "./event.ts";
import { checkMet, type Instalment, openOf, updateMet } from "./instalment.ts";
import { openInterestOn } from "./last-open.ts";
import { equalShares, reAmortise, reAmortiseEqually, shareAt } from "./restructure.ts";
import { followPlan, newTransaction, type Run, type Transaction } from "./run.ts";
import { isInterestBearing } from "./terms.ts";

export type ReAmortiseEvent = LoanEvent & { readonly type: "re-amortisation" };

/** Past-due amounts are spread over the rows still to come. */
export function reAmortiseLoan(run: Run, event: ReAmortiseEvent): Transaction {
  const transaction = newTransaction(event, 0n, event.type);
  if (run.isChargedOff || run.isTerminated) return { ...transaction, isReversed: true };
  if (!isInterestBearing(run.terms)) spreadPrincipal(run, event.on, transaction);
  else spreadInPlan(run, event, transaction);
  transaction.amount = transaction.principal + transaction.interest;
  if (transaction.amount === 0n) transaction.isReversed = true;
  else run.hasRestructured = true;
  return transaction;
}

function spreadInPlan(run: Run, event: ReAmortiseEvent, transaction: Transaction): void {
  const past = run.instalments.filter((it) => it.due <= event.on);
  const last = past.at(-1);
  const hasLater = run.plan.rows.some((row) => row.due > event.on);
  if (last === undefined || !hasLater) return;
  transaction.principal = past.reduce((sum, it) => sum + openOf(it, "principal"), 0n);
  transaction.interest = openInterestOn(run.plan, last.due);
  if (transaction.principal === 0n && transaction.interest === 0n) return;
  if (event.interest === "default") {
    reAmortise(run.plan, event.on);
    followPlan(run, event.on);
    return;
  }
  const fees = past.reduce((sum, it) => sum + openOf(it, "fee"), 0n);
  for (const it of past) it.parts.fee.due = it.parts.fee.paid;
  reAmortiseEqually(run.plan, event.on);
  followPlan(run, event.on);
  const later = run.instalments.filter((it) => it.due > event.on && isRegular(it));
  const shares = equalShares(fees, Math.max(1, later.length));
  later.forEach((it, index) => {
    it.parts.fee.due += shareAt(shares, index, later.length);
  });
}

function isRegular(it: Instalment): boolean {
  return !it.isAdditional && !it.isDownPayment && !it.isReAged;
}

function spreadPrincipal(run: Run, on: EpochDay, transaction: Transaction): void {
  const later = run.instalments.filter((it) => it.due > on && isRegular(it));
  if (later.length === 0) return;
  for (const it of run.instalments) {
    if (it.due > on) continue;
    transaction.principal += it.parts.principal.due - it.parts.principal.paid;
    it.parts.principal.due = it.parts.principal.paid;
    updateMet(it, on);
  }
  if (transaction.principal === 0n) return;
  let left = transaction.principal;
  const each = inMultiples(run.plan, equalShares(left, later.length).each);
  later.forEach((it, index) => {
    const share = index === later.length - 1 ? left : each;
    it.parts.principal.due += share;
    left -= share;
    checkMet(it, on);
  });
}
