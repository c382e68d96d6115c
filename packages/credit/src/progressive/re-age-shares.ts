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
  const maturity = run.instalments.findLast(isNormal)?.due ?? it.on;
  liftOpen(run, it, transaction);
  const rows = sharedRows(run, it, transaction);
  if (rows.length === 0) return;
  const start = it.firstDueOn < it.on ? it.firstDueOn : it.on;
  const list = run.instalments;
  let at = list.findLastIndex((row) => !row.isDownPayment && row.due < start) + 1;
  if (at === 0) at = list.findIndex((row) => !row.isDownPayment);
  let from = list.slice(0, at).findLast((row) => !row.isDownPayment)?.due ?? list[at]!.from;
  const early = it.on <= maturity ? earlyRow(list, it) : undefined;
  if (early) {
    const stub = list[at - 1];
    if (stub?.isReAged && openTotal(stub) === 0n && paidTotalOf(stub) === 0n) {
      from = stub.from;
      list.splice(at - 1, 1);
      at -= 1;
    }
    early.from = from;
    if (it.interest === "default") moveCharges(run, early, list[at]);
    updateMet(early, it.on);
    list.splice(at, 0, early);
    at += 1;
    from = it.on;
  }
  for (const row of rows) {
    row.from = from;
    from = row.due;
    place(list, at, row);
    updateMet(list[at]!, it.on);
    at += 1;
  }
  run.instalments = list.filter(
    (row, index) => index < at || row.isAdditional || paidTotalOf(row) > 0n,
  );
}

/** The new rows, each with its share of what is open. */
function sharedRows(run: Run, it: ReAge, open: Transaction): Instalment[] {
  const total = open.principal + open.interest + open.fee + open.penalty;
  if (total === 0n) return [];
  const count = it.instalments;
  const interest = equalShares(open.interest, count);
  const fee = equalShares(open.fee, count);
  const penalty = equalShares(open.penalty, count);
  const principal = principalShares(run.plan, open.principal, {
    total,
    others: interest.each + fee.each + penalty.each,
    count,
    inMultiples: true,
  });
  const rows: Instalment[] = [];
  let due = it.firstDueOn;
  for (let index = 0; index < count; index++) {
    const row = newInstalment({
      from: due,
      due,
      isReAged: true,
      principal: shareAt(principal, index, count),
      interest: shareAt(interest, index, count),
    });
    row.parts.fee.due = shareAt(fee, index, count);
    row.parts.penalty.due = shareAt(penalty, index, count);
    rows.push(row);
    due = step(due, it.every, it.unit);
  }
  return rows;
}

/** What was paid into rows due on or after the day moves into a row that ends on it. */
function earlyRow(list: readonly Instalment[], it: ReAge): Instalment {
  const gone = list.filter((row) => isNormal(row) && row.due >= it.on);
  const early = newInstalment({ from: it.on, due: it.on, isReAged: true });
  keepPaid(early, gone);
  for (const row of gone) {
    for (const component of components) {
      row.parts[component].due -= row.parts[component].paid;
      row.parts[component].paid = 0n;
    }
    row.paidInAdvance = 0n;
  }
  return early;
}

/** Takes the place of the row that stood there; an additional row due later stays behind it. */
function place(list: Instalment[], at: number, row: Instalment): void {
  const target = list[at];
  if (target === undefined || (target.isAdditional && target.due > row.due)) {
    list.splice(at, 0, row);
    return;
  }
  for (const component of ["principal", "interest"] as const) {
    row.parts[component].due += target.parts[component].paid;
    row.parts[component].paid = target.parts[component].paid;
  }
  for (const component of ["fee", "penalty"] as const) {
    row.parts[component].due += target.parts[component].due;
    row.parts[component].paid = target.parts[component].paid;
    row.parts[component].waived = target.parts[component].waived;
  }
  for (const component of components) {
    row.parts[component].credited = target.parts[component].credited;
  }
  row.paidInAdvance = target.paidInAdvance;
  row.paidLate = target.paidLate;
  row.isMet = target.isMet;
  row.metOn = target.metOn;
  list[at] = row;
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

/** Open charges that fall into the early row leave the row that stood in its place. */
function moveCharges(run: Run, early: Instalment, source: Instalment | undefined): void {
  if (source === undefined) return;
  const isFirst = run.instalments.find((row) => !row.isDownPayment) === source;
  for (const charge of run.charges) {
    const { due, kind } = charge;
    if (due === null || charge.amount <= charge.paid + charge.waived) continue;
    if (due > early.due || (isFirst ? due < early.from : due <= early.from)) continue;
    source.parts[kind].due -= charge.amount;
    source.parts[kind].paid -= charge.paid;
    early.parts[kind].due += charge.amount;
    early.parts[kind].paid += charge.paid;
  }
}
