import type { EpochDay } from "@fairdue/kernel";
import { fromMinor, over, times, toMinor, whole } from "./decimal.ts";
import type { LoanEvent } from "./event.ts";
import { atLeastZero, creditedInterest, figuresOf, paidTotal } from "./figures.ts";
import {
  checkMet,
  components,
  type Instalment,
  newInstalment,
  openOf,
  openTotal,
  renumber,
  updateMet,
} from "./instalment.ts";
import { applyFactors, planOn } from "./last-open.ts";
import { rowOfSpan } from "./plan.ts";
import {
  followPlan,
  instalmentAt,
  isRecalculating,
  newTransaction,
  type Run,
  type Transaction,
} from "./run.ts";
import { recalculates } from "./terms.ts";

/** Charge-off and termination: what is open is claimed at once, by the behaviour of the terms. */
export function endLoan(run: Run, event: LoanEvent): Transaction {
  const transaction = newTransaction(event, 0n, event.type);
  const isTermination = event.type === "contract-termination";
  if (run.instalments.some((it) => !it.isMet)) {
    if (isTermination || run.terms.chargeOff === "accelerate-maturity") accelerate(run, event.on);
    else if (run.terms.chargeOff === "zero-interest") dropLaterInterest(run, event.on);
    for (const it of run.instalments) {
      for (const component of components) transaction[component] += openOf(it, component);
    }
  }
  transaction.amount = components.reduce((sum, it) => sum + transaction[it], 0n);
  if (transaction.amount === 0n) transaction.isReversed = true;
  else if (isTermination) run.isTerminated = true;
  else run.isChargedOff = true;
  return transaction;
}

/** Everything open is given up. */
export function writeOff(run: Run, event: LoanEvent): Transaction {
  const transaction = newTransaction(event, 0n, event.type);
  followPlan(run);
  run.isChargedOff = true;
  for (const it of run.instalments) {
    if (it.isMet) continue;
    for (const component of components) {
      const open = openOf(it, component);
      it.parts[component].writtenOff += open;
      transaction[component] += open;
      checkMet(it, event.on);
    }
  }
  transaction.amount = components.reduce((sum, it) => sum + transaction[it], 0n);
  return transaction;
}

/** Interest of one instalment until a day, as the plan has it. */
function planInterestOn(run: Run, it: Instalment, on: EpochDay): bigint {
  const then = planOn(run.plan, on);
  const row = rowOfSpan(then, it);
  if (row === undefined) return 0n;
  return figuresOf(then)[then.rows.indexOf(row)]?.interest ?? 0n;
}

/** Without recalculation the interest of a row counts by its days. */
function shareOfDays(run: Run, it: Instalment, on: EpochDay): bigint {
  const { digits } = run.terms;
  const daily = over(fromMinor(openOf(it, "interest"), digits), whole(it.due - it.from));
  return toMinor(times(daily, whole(on - it.from)), digits);
}

/** The current row ends on the day and claims the principal of all later ones. */
function accelerate(run: Run, on: EpochDay): void {
  const current = instalmentAt(run, on);
  const maturity = run.instalments.findLast((it) => !it.isDownPayment && !it.isAdditional)?.due;
  if (current === undefined || maturity === undefined || on >= maturity) return;
  if (!current.isMet || current.isReAged) setInterestUntil(run, current, on);
  current.due = on;
  const later = run.instalments.filter((it) => it.due > on);
  const sum = (pick: (it: Instalment) => bigint): bigint =>
    later.reduce((total, it) => total + pick(it), 0n);
  const fee = sum((it) => it.parts.fee.due);
  const penalty = sum((it) => it.parts.penalty.due);
  current.parts.principal.due += sum((it) => it.parts.principal.due);
  for (const component of ["principal", "interest"] as const) {
    current.parts[component].paid += sum((it) => it.parts[component].paid);
  }
  current.paidInAdvance += sum((it) => it.paidInAdvance);
  const latest = run.charges
    .filter((it) => it.due !== null && it.amount > it.paid + it.waived)
    .reduce<EpochDay | null>((last, it) => (last === null || it.due! > last ? it.due : last), null);
  run.instalments = run.instalments.filter((it) => it.due <= on);
  if ((fee > 0n || penalty > 0n) && latest !== null) {
    const extra = newInstalment({ from: on, due: latest, isAdditional: true });
    extra.parts.fee.due = fee;
    extra.parts.penalty.due = penalty;
    run.instalments.push(extra);
  }
  if (run.terms.recalculation.isOn) cutPlan(run, on);
  for (const it of run.instalments) updateMet(it, on);
  renumber(run.instalments);
}

function setInterestUntil(run: Run, it: Instalment, on: EpochDay): void {
  if (!isRecalculating(run)) {
    if (openOf(it, "interest") > 0n) it.parts.interest.due = shareOfDays(run, it, on);
    return;
  }
  const interest = planInterestOn(run, it, on) + laterFixedInterest(run, on);
  if (openOf(it, "interest") > 0n || interest > 0n) it.parts.interest.due = interest;
}

function laterFixedInterest(run: Run, on: EpochDay): bigint {
  return run.plan.rows
    .filter((row) => row.from >= on && row.isReAged)
    .reduce((sum, row) => sum + row.fixedInterest, 0n);
}

function cutPlan(run: Run, on: EpochDay): void {
  const kept = run.plan.rows.filter((row) => row.from < on);
  const last = kept.at(-1);
  if (last === undefined) return;
  const gone = run.plan.rows.filter((row) => row.from >= on);
  const figures = figuresOf(run.plan);
  const principal = gone.reduce(
    (sum, row) => sum + (figures[run.plan.rows.indexOf(row)]?.duePrincipal ?? 0n),
    0n,
  );
  const fixed = laterFixedInterest(run, on);
  const credited = creditedInterest(last);
  last.due = on;
  last.stretches = last.stretches.filter((it) => it.from < on);
  const end = last.stretches.at(-1);
  if (end && end.due > on) end.due = on;
  run.plan.rows = kept;
  const interest = planInterestOn(run, newInstalment({ from: last.from, due: on }), on) - credited;
  last.fixedInterest += fixed;
  const duePrincipal = figuresOf(run.plan).at(-1)?.duePrincipal ?? 0n;
  last.emi = duePrincipal + principal + interest + fixed;
  last.paidPrincipal += gone.reduce((sum, row) => sum + row.paidPrincipal, 0n);
  last.paidInterest += gone.reduce((sum, row) => sum + row.paidInterest, 0n);
  if (last.emi < paidTotal(last)) last.emi = paidTotal(last);
  applyFactors(run.plan, [last]);
  run.plan.movesInstalments = false;
}

/** Rows still to come keep their amount but lose their interest: it becomes principal. */
function dropLaterInterest(run: Run, on: EpochDay): void {
  for (const it of run.instalments) {
    if (it.from > on || it.due <= on) continue;
    const open = openOf(it, "interest");
    const interest = recalculates(run.terms)
      ? planInterestOn(run, it, on)
      : shareOfDays(run, it, on);
    if (open <= 0n && interest <= 0n) continue;
    const removed = recalculates(run.terms) ? it.parts.interest.due - interest : open - interest;
    it.parts.principal.due += removed;
    it.parts.interest.due = interest;
  }
  run.isChargedOff = true;
  const sharesEqually = run.played.some(
    (event) => event.type === "re-age" && event.terms.interest !== "default",
  );
  for (const it of run.instalments) {
    if (it.from <= on || it.isMet || (it.isReAged && sharesEqually)) continue;
    const open = openOf(it, "interest");
    if (open <= 0n) continue;
    it.parts.principal.due += open;
    it.parts.interest.due -= open;
  }
  settlePrincipal(run, on);
}

/** The last open rows absorb what the moved interest made too much or too little. */
function settlePrincipal(run: Run, on: EpochDay): void {
  const normal = run.instalments.filter((it) => !it.isAdditional);
  const lent = run.draws.reduce((sum, it) => sum + it.amount, 0n);
  const credited = normal.reduce((sum, it) => sum + it.parts.principal.credited, 0n);
  let rest = lent + credited - normal.reduce((sum, it) => sum + it.parts.principal.due, 0n);
  for (const it of run.instalments.slice(1).toReversed()) {
    if (rest === 0n) return;
    if (it.isAdditional || it.isMet) continue;
    const before = it.parts.principal.due;
    it.parts.principal.due = atLeastZero(before + rest);
    if (openTotal(it) === 0n) checkMet(it, on);
    const size = rest < 0n ? -rest : rest;
    rest = size <= before ? 0n : rest < 0n ? rest + before : rest - before;
  }
}
