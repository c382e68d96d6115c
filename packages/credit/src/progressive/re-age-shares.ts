import type { EpochDay } from "@fairdue/kernel";
import { step } from "./calendar-steps.ts";
import {
  components,
  type Instalment,
  newInstalment,
  openOf,
  openTotal,
  paidTotalOf,
  updateMet,
} from "./instalment.ts";
import { owedThrough } from "./last-open.ts";
import { equalShares, principalShares, type ReAge, shareAt } from "./restructure.ts";
import type { Run, Transaction } from "./run.ts";
import { isInterestBearing } from "./terms.ts";

/** A row that keeps what was paid into rows that are gone. */
export function keepPaid(it: Instalment, gone: readonly Instalment[]): void {
  for (const component of components) {
    const paid = gone.reduce((sum, row) => sum + row.parts[component].paid, 0n);
    it.parts[component].paid = paid;
    it.parts[component].due = paid;
  }
  it.paidInAdvance = gone.reduce((sum, row) => sum + row.paidInAdvance, 0n);
}

/** Without recalculation the instalments alone are reshaped. */
export function reAgeWithoutPlan(run: Run, it: ReAge, transaction: Transaction): void {
  const isEqual = it.interest !== "default";
  const maturity = run.instalments.filter((row) => isNormal(row)).at(-1)?.due ?? it.on;
  liftOpen(run, it, transaction);
  const total =
    transaction.principal + transaction.interest + transaction.fee + transaction.penalty;
  if (total === 0n) return;
  const count = it.instalments;
  const interest = equalShares(transaction.interest, count);
  const fee = equalShares(isEqual ? transaction.fee : 0n, count);
  const penalty = equalShares(isEqual ? transaction.penalty : 0n, count);
  const principal = principalShares(run.plan, transaction.principal, {
    total,
    others: interest.each + fee.each + penalty.each,
    count,
    inMultiples: true,
  });
  const gone = run.instalments.filter((row) => isNormal(row) && row.due >= it.on);
  const start = it.firstDueOn < it.on ? it.firstDueOn : it.on;
  const before = run.instalments.filter((row) => !row.isDownPayment && row.due < start);
  let from = before.at(-1)?.due ?? run.instalments.find((row) => !row.isDownPayment)!.from;
  const keptRows = run.instalments.filter(
    (row) => !gone.includes(row) && !(row.isAdditional && row.due <= lastDueOf(it)),
  );
  const additional = run.instalments.filter((row) => row.isAdditional && row.due <= lastDueOf(it));
  const fresh: Instalment[] = [];
  if (it.on <= maturity) {
    const stub = keptRows.at(-1);
    if (stub?.isReAged && stub.due === from && openTotal(stub) === 0n && paidTotalOf(stub) === 0n) {
      from = stub.from;
      keptRows.pop();
    }
    const early = newInstalment({ from, due: it.on, isReAged: true });
    keepPaid(early, gone);
    updateMet(early, it.on);
    fresh.push(early);
    from = it.on;
  }
  let due = it.firstDueOn;
  for (let index = 0; index < count; index++) {
    const row = newInstalment({
      from,
      due,
      isReAged: true,
      principal: shareAt(principal, index, count),
      interest: shareAt(interest, index, count),
    });
    row.parts.fee.due = shareAt(fee, index, count);
    row.parts.penalty.due = shareAt(penalty, index, count);
    fresh.push(row);
    from = due;
    due = step(due, it.every, it.unit);
  }
  run.instalments = [...keptRows, ...fresh];
  if (!isEqual) moveCharges(run, [...gone, ...additional], fresh);
  for (const row of fresh) updateMet(row, it.on);
}

function lastDueOf(it: ReAge): EpochDay {
  let due = it.firstDueOn;
  for (let index = 1; index < it.instalments; index++) due = step(due, it.every, it.unit);
  return due;
}

function isNormal(it: Instalment): boolean {
  return !it.isDownPayment && !it.isAdditional;
}

/** Takes what is open out of the instalments and into the transaction. */
function liftOpen(run: Run, it: ReAge, transaction: Transaction): void {
  const isEqual = it.interest !== "default";
  const isShared = isEqual && isInterestBearing(run.terms);
  for (const row of run.instalments) {
    if (isShared && row.isDownPayment) continue;
    lift(row, "principal", transaction);
    if (isShared) lift(row, "interest", transaction);
    if (isEqual) {
      lift(row, "fee", transaction);
      lift(row, "penalty", transaction);
    }
    updateMet(row, it.on);
  }
  if (isShared && it.interest === "equal-payable") {
    transaction.interest = owedThrough(run.plan, it.on).interest;
  }
}

function lift(
  row: Instalment,
  component: (typeof components)[number],
  transaction: Transaction,
): void {
  const open = openOf(row, component);
  if (open <= 0n) return;
  row.parts[component].due -= open;
  transaction[component] += open;
}

/** Charges of rows that are gone fall into the new row of their day. */
function moveCharges(run: Run, gone: readonly Instalment[], fresh: readonly Instalment[]): void {
  for (const kind of ["fee", "penalty"] as const) {
    for (const charge of run.charges) {
      const { due } = charge;
      if (charge.kind !== kind || due === null) continue;
      if (!gone.some((row) => due > row.from && due <= row.due)) continue;
      const home = fresh.find((row) => due > row.from && due <= row.due) ?? fresh.at(-1);
      if (home === undefined) continue;
      const paidEarly = home.due <= due ? 0n : charge.paid;
      home.parts[kind].due += charge.amount - charge.waived - (charge.paid - paidEarly);
      home.parts[kind].paid += paidEarly;
    }
  }
}
