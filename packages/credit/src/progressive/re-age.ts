import { type EpochDay, present } from "@fairdue/kernel";
import { step } from "./calendar-steps.ts";
import { extendTo } from "./charges.ts";
import type { LoanEvent } from "./event.ts";
import { atLeastZero, creditedPrincipal, type Figures, figuresOf, totalsOf } from "./figures.ts";
import { type Instalment, newInstalment, openOf, renumber, updateMet } from "./instalment.ts";
import { openInterestOn } from "./last-open.ts";
import { maturityOf, type Row } from "./plan.ts";
import { keepPaid, reAgeWithoutPlan } from "./re-age-shares.ts";
import {
  equalShares,
  owedForEqualReAge,
  reAge,
  type ReAge,
  reAgeEqually,
  shareAt,
} from "./restructure.ts";
import { newTransaction, type Run, type Transaction } from "./run.ts";
import { recalculates } from "./terms.ts";
import { pause, renumberFromDays } from "./variations.ts";

export type ReAgeEvent = LoanEvent & { readonly type: "re-age" };

/** The open rows are replaced by new ones from a day on. */
export function reAgeLoan(run: Run, event: ReAgeEvent): Transaction {
  const transaction = newTransaction(event, 0n, event.type);
  if (run.isChargedOff || run.isTerminated) return { ...transaction, isReversed: true };
  const { terms } = event;
  if (!recalculates(run.terms)) reAgeWithoutPlan(run, terms, transaction);
  else if (terms.interest === "default") reAgeByPlan(run, terms, transaction);
  else reAgeEquallyByPlan(run, terms, transaction);
  transaction.amount =
    transaction.principal + transaction.interest + transaction.fee + transaction.penalty;
  if (transaction.amount === 0n) transaction.isReversed = true;
  else run.hasRestructured = true;
  renumberFromDays(run);
  return transaction;
}

function reAgeByPlan(run: Run, it: ReAge, transaction: Transaction): void {
  const totals = totalsOf(run.plan);
  transaction.interest = openInterestOn(run.plan, it.on);
  transaction.principal = atLeastZero(totals.lent - totals.paidPrincipal);
  const lifted = liftFrom(run, it.on);
  reAge(run.plan, it);
  rebuild(run, it, lifted);
}

/** What later rows had taken and been charged, lifted off before they go. */
type Lifted = {
  readonly inAdvance: bigint;
  readonly late: bigint;
  readonly fee: readonly {
    readonly due: EpochDay;
    readonly amount: bigint;
    readonly paid: bigint;
  }[];
  readonly penalty: readonly {
    readonly due: EpochDay;
    readonly amount: bigint;
    readonly paid: bigint;
  }[];
};

function liftFrom(run: Run, on: EpochDay): Lifted {
  const gone = run.instalments.filter((it) => !it.isDownPayment && it.due >= on);
  const of = (kind: "fee" | "penalty"): Lifted["fee"] =>
    run.charges
      .filter((it) => it.kind === kind && it.due !== null)
      .filter((it) => gone.some((row) => it.due! > row.from && it.due! <= row.due))
      .map((it) => ({ due: it.due!, amount: it.amount, paid: it.paid }));
  const regular = gone.filter((it) => !it.isAdditional);
  return {
    inAdvance: regular.reduce((sum, it) => sum + it.paidInAdvance, 0n),
    late: regular.reduce((sum, it) => sum + it.paidLate, 0n),
    fee: of("fee"),
    penalty: of("penalty"),
  };
}

/** The instalments follow the rows of the re-aged plan, one after the other. */
function rebuild(run: Run, re: ReAge, lifted: Lifted): void {
  run.instalments = run.instalments.filter((it) => it.isDownPayment || it.due < re.on);
  const existing = run.instalments.filter((it) => !it.isDownPayment);
  const start =
    re.firstDueOn === run.terms.startOn ? re.firstDueOn : step(re.firstDueOn, -re.every, re.unit);
  const figures = figuresOf(run.plan);
  run.plan.rows.forEach((row, index) => {
    const due = present(figures[index], "each row has its figures");
    const it = existing[index];
    if (it) {
      if (!it.isMet || it.from >= start) adoptRow(it, row, { due, start, on: re.on });
      return;
    }
    const fresh = newInstalment({
      from: row.from,
      due: row.due,
      isReAged: true,
      principal: due.duePrincipal,
      interest: due.dueInterest,
    });
    fresh.parts.principal.credited = creditedPrincipal(row);
    if (row.holdsEarlyMoney) {
      fresh.parts.principal.paid = row.paidPrincipal;
      fresh.parts.interest.paid = row.paidInterest;
      fresh.paidInAdvance = lifted.inAdvance;
      fresh.paidLate = lifted.late;
    }
    updateMet(fresh, re.on);
    run.instalments.push(fresh);
  });
  renumber(run.instalments);
  for (const kind of ["fee", "penalty"] as const) {
    for (const charge of lifted[kind]) placeCharge(run, kind, charge);
  }
  pauseAgain(run, re);
}

function adoptRow(
  it: Instalment,
  row: Row,
  by: { readonly due: Figures; readonly start: EpochDay; readonly on: EpochDay },
): void {
  it.from = row.from;
  it.due = row.due;
  it.parts.principal.due = row.emi === 0n ? 0n : by.due.duePrincipal;
  it.parts.interest.due = row.emi === 0n ? 0n : by.due.dueInterest;
  it.parts.principal.credited = creditedPrincipal(row);
  it.isReAged ||= it.from >= by.start;
  it.isAdditional = false;
  updateMet(it, by.on);
}

function placeCharge(run: Run, kind: "fee" | "penalty", charge: Lifted["fee"][number]): void {
  const first = run.instalments.find((it) => !it.isDownPayment);
  const home =
    run.instalments.find(
      (it) =>
        !it.isDownPayment &&
        charge.due <= it.due &&
        (it === first ? charge.due >= it.from : charge.due > it.from),
    ) ?? extendTo(run, charge.due);
  if (home === undefined) return;
  home.parts[kind].due += charge.amount;
  home.parts[kind].paid += charge.paid;
  updateMet(home, charge.due);
}

function reAgeEquallyByPlan(run: Run, it: ReAge, transaction: Transaction): void {
  const owed = owedForEqualReAge(run.plan, it);
  transaction.principal = owed.principal;
  transaction.interest = owed.interest;
  const sum = (kind: "fee" | "penalty"): bigint =>
    run.instalments.reduce((total, row) => total + openOf(row, kind), 0n);
  transaction.fee = sum("fee");
  transaction.penalty = sum("penalty");
  const fee = equalShares(transaction.fee, it.instalments);
  const penalty = equalShares(transaction.penalty, it.instalments);
  for (const row of run.instalments) {
    row.parts.fee.due = row.parts.fee.paid;
    row.parts.penalty.due = row.parts.penalty.paid;
  }
  const gone = run.instalments.filter((row) => !row.isDownPayment && row.due >= it.on);
  reAgeEqually(run.plan, it, {
    total: transaction.fee + transaction.penalty,
    each: fee.each + penalty.each,
  });
  rebuildEqually(run, it, { gone, fee, penalty });
}

function rebuildEqually(
  run: Run,
  re: ReAge,
  by: {
    readonly gone: readonly Instalment[];
    readonly fee: ReturnType<typeof equalShares>;
    readonly penalty: ReturnType<typeof equalShares>;
  },
): void {
  for (const it of run.instalments) {
    if (it.isDownPayment || it.due >= re.on) continue;
    it.parts.interest.due = it.parts.interest.paid;
    it.parts.principal.due = it.parts.principal.paid;
    updateMet(it, re.on);
  }
  const maturity = maturityOf(run.plan);
  run.instalments = run.instalments.filter(
    (it) =>
      it.isDownPayment ||
      (it.isAdditional && it.due > maturity) ||
      (it.due < re.on && run.plan.rows.some((row) => row.from === it.from && row.due === it.due)),
  );
  const figures = figuresOf(run.plan);
  let position = 0;
  run.plan.rows.forEach((row, index) => {
    if (row.due < re.on) return;
    const due = present(figures[index], "each row has its figures");
    const it = newInstalment({
      from: row.from,
      due: row.due,
      isReAged: true,
      principal: due.duePrincipal,
      interest: due.dueInterest,
    });
    if (row.holdsEarlyMoney) keepPaid(it, by.gone);
    else {
      it.parts.fee.due = shareAt(by.fee, position, re.instalments);
      it.parts.penalty.due = shareAt(by.penalty, position, re.instalments);
      position += 1;
    }
    it.parts.principal.credited = creditedPrincipal(row);
    updateMet(it, re.on);
    run.instalments.push(it);
  });
}

/** Pauses that reach into the new rows count for them too. */
function pauseAgain(run: Run, re: ReAge): void {
  const fresh = run.instalments.filter((it) => it.isReAged);
  const end = fresh.at(-1)?.due;
  const start = fresh.find((it) => it.due > re.on)?.from;
  if (end === undefined || start === undefined) return;
  for (const event of run.played) {
    if (event.type !== "interest-pause") continue;
    const reaches = event.on <= start ? event.through >= start : event.on < end;
    if (reaches) pause(run, event.on, event.through);
  }
}
