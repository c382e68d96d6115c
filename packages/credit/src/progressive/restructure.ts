import type { EpochDay } from "@fairdue/kernel";
import { step } from "./calendar-steps.ts";
import { freshPlan } from "./changes.ts";
import { zero } from "./decimal.ts";
import { divided, inMultiples, setInstalments, smooth } from "./emi.ts";
import {
  atLeastZero,
  creditedInterest,
  creditedPrincipal,
  figuresOf,
  isPaidUp,
  min,
  paidTotal,
  refreshBalances,
  totalsOf,
} from "./figures.ts";
import { applyFactors, type Owed, owedThrough, settleLastOpen } from "./last-open.ts";
import { bringBack } from "./payments.ts";
import { enterRate, lastRow, maturityOf, newRow, type Plan, type Row, rowOf } from "./plan.ts";
import type { TimeUnit } from "./terms.ts";

export type ReAge = {
  readonly on: EpochDay;
  /** First new due day. */
  readonly firstDueOn: EpochDay;
  readonly instalments: number;
  readonly every: number;
  readonly unit: TimeUnit;
  readonly interest: "default" | "equal-payable" | "equal-full";
};

/** Amounts paid into rows that are due on or after a day. */
function paidFrom(plan: Plan, on: EpochDay): Owed {
  const rows = plan.rows.filter((row) => row.due >= on);
  return {
    principal: rows.reduce((sum, row) => sum + row.paidPrincipal, 0n),
    interest: rows.reduce((sum, row) => sum + row.paidInterest, 0n),
  };
}

function creditedAfter(plan: Plan, on: EpochDay): bigint {
  return plan.rows
    .filter((row) => row.from >= on && row.due > on)
    .reduce((sum, row) => sum + creditedPrincipal(row), 0n);
}

/** New rows on what is owed, at the contract's rate; past-due interest joins the first of them. */
export function reAge(plan: Plan, it: ReAge): void {
  const credited = creditedAfter(plan, it.on);
  const paid = paidFrom(plan, it.on);
  const owed = atLeastZero(totalsOf(plan).lent - totalsOf(plan).paidPrincipal);
  endOn(plan, it.on);
  bringBack(plan, it.on, { principal: credited, interest: 0n });
  closeRowsBegun(plan, it.on);
  mergeEmptyHolders(plan);
  const start =
    it.firstDueOn === plan.terms.startOn ? it.firstDueOn : step(it.firstDueOn, -it.every, it.unit);
  const own = freshPlan(
    {
      ...plan.terms,
      startOn: start,
      seedOn: it.firstDueOn,
      firstDueOn: null,
      repayments: it.instalments,
      every: it.every,
      unit: it.unit,
      fixedLength: null,
      multiplesOf: null,
      graceOnPrincipal: 0,
      graceOnInterest: 0,
      interestPeriod: "daily",
    },
    { on: start, amount: owed },
  );
  attachRows(plan, own, { it, paid });
}

function attachRows(plan: Plan, own: Plan, by: { readonly it: ReAge; readonly paid: Owed }): void {
  const drawn = plan.rows[0]!.drawnBefore;
  if (by.paid.interest !== 0n || by.paid.principal !== 0n) keepEarlyMoney(plan, by.paid, false);
  const figures = figuresOf(own);
  own.rows.forEach((fresh, index) => {
    const due = figures[index]!;
    const emi = due.duePrincipal + due.dueInterest;
    const first = plan.rows[0]!;
    if (index === 0 && by.it.firstDueOn === first.from) {
      first.due = fresh.due;
      first.stretches.at(-1)!.due = fresh.due;
      first.emi = emi;
      applyFactors(plan, [first]);
      return;
    }
    const last = lastRow(plan);
    const row = newRow(last, { from: index === 0 ? last.due : fresh.from, due: fresh.due }, emi);
    row.drawnBefore = drawn;
    plan.rows.push(row);
    applyFactors(plan, [row]);
  });
  const concerned = plan.rows.filter(
    (row) =>
      (row.from === by.it.on && row.due === by.it.firstDueOn) || row.from >= by.it.firstDueOn,
  );
  refreshBalances(plan);
  settleLastOpen(plan, by.it.on);
  smooth(plan, concerned);
}

/** The plan ends on a day: the row of that day is cut there, later ones go. */
function endOn(plan: Plan, on: EpochDay): void {
  const row = rowOf(plan, on);
  if (row === undefined) return;
  row.holdsEarlyMoney = true;
  if (row.due !== on) {
    row.due = on;
    row.stretches.at(-1)!.due = on;
    applyFactors(plan, [row]);
  }
  if (row !== lastRow(plan)) plan.rows = plan.rows.filter((it) => it.due <= on);
}

/**
 * Open rows that have begun ask for no more than was paid into them. The balance loses the open
 * principal that each asked for before the first of them was closed.
 */
function closeRowsBegun(plan: Plan, on: EpochDay): void {
  const before = figuresOf(plan);
  plan.rows.forEach((row, index) => {
    if (row.from > on || isPaidUp(row)) return;
    const isCut = row.stretches.some((it) => it.due === on && it.correction !== 0n);
    for (const stretch of row.stretches) if (stretch.due === on) stretch.correction = 0n;
    const last = row.stretches.at(-1)!;
    if (last.correction !== 0n) {
      const figures = (isCut ? figuresOf(plan) : before)[index]!;
      last.correction -= atLeastZero(figures.duePrincipal - row.paidPrincipal);
    }
    row.emi = paidTotal(row);
    row.creditsMoved = creditedPrincipal(row) + creditedInterest(row);
  });
}

function mergeEmptyHolders(plan: Plan): void {
  const isEmpty = (row: Row | undefined): boolean => {
    if (!row?.holdsEarlyMoney || row.emi !== 0n) return false;
    const figures = figuresOf(plan)[plan.rows.indexOf(row)]!;
    return figures.duePrincipal === 0n && figures.dueInterest === 0n;
  };
  for (let index = 0; index < plan.rows.length; index++) {
    const row = plan.rows[index]!;
    if (!isEmpty(row)) continue;
    while (isEmpty(plan.rows[index + 1])) {
      const gone = plan.rows[index + 1]!;
      plan.rows.splice(index + 1, 1);
      row.due = gone.due;
      row.stretches.at(-1)!.due = gone.due;
      const next = plan.rows[index + 1];
      if (next) next.previous = row;
      applyFactors(plan, [row]);
    }
  }
}

/** Money paid early into rows that no longer exist stays in the row that was cut short. */
function keepEarlyMoney(plan: Plan, paid: Owed, isReAged: boolean): void {
  const row = lastRow(plan);
  row.paidInterest = paid.interest;
  row.paidPrincipal = paid.principal;
  row.emi = paidTotal(row);
  row.isReAged ||= isReAged;
  row.holdsEarlyMoney = true;
  applyFactors(plan, [row]);
}

/** What an equal re-age shares out: interest to the day, or all that the plan would have earned. */
export function owedForEqualReAge(plan: Plan, it: ReAge): Owed {
  return owedThrough(plan, it.interest === "equal-payable" ? it.on : maturityOf(plan));
}

export type EqualShares = { readonly total: bigint; readonly each: bigint; readonly rest: bigint };

export function equalShares(total: bigint, count: number): EqualShares {
  if (total <= 0n) return { total, each: 0n, rest: 0n };
  const each = divided(total, count);
  return { total, each, rest: total - each * BigInt(count) };
}

/** Principal takes what the equal row leaves after the other components. */
export function principalShares(
  plan: Plan,
  principal: bigint,
  it: {
    readonly total: bigint;
    readonly others: bigint;
    readonly count: number;
    readonly inMultiples: boolean;
  },
): EqualShares {
  const share = it.total > 0n ? divided(it.total, it.count) : 0n;
  const row = it.inMultiples ? inMultiples(plan, share) : share;
  const each = row - it.others;
  return { total: principal, each, rest: principal - each * BigInt(it.count) };
}

/** The share of the row at an index; the last takes the rest, none goes below nothing. */
export function shareAt(shares: EqualShares, index: number, count: number): bigint {
  if (shares.each + shares.rest < 0n) {
    return shares.total - shares.each * BigInt(index + 1) < 0n ? 0n : shares.each;
  }
  return index === count - 1 ? shares.each + shares.rest : shares.each;
}

/** New rows that share principal and interest equally and earn nothing more. */
export function reAgeEqually(
  plan: Plan,
  it: ReAge,
  charges: { readonly total: bigint; readonly each: bigint },
): void {
  const maturity = maturityOf(plan);
  const owed = owedForEqualReAge(plan, it);
  const paid = paidFrom(plan, it.on);
  const credited = creditedAfter(plan, it.on);
  endOn(plan, it.on);
  bringBack(plan, it.on, { principal: credited, interest: 0n });
  for (const row of plan.rows) closeRow(plan, row);
  if (maturity >= it.on) keepEarlyMoney(plan, paid, true);
  mergeEmptyHolders(plan);
  const fresh = appendReAged(plan, it);
  const interest = equalShares(owed.interest, fresh.length);
  const principal = principalShares(plan, owed.principal, {
    total: owed.principal + owed.interest + charges.total,
    others: interest.each + charges.each,
    count: fresh.length,
    inMultiples: false,
  });
  const sum: EqualShares = {
    total: principal.total + interest.total,
    each: principal.each + interest.each,
    rest: principal.rest + interest.rest,
  };
  fresh.forEach((row, index) => {
    row.fixedInterest = shareAt(interest, index, fresh.length);
    row.emi = shareAt(sum, index, fresh.length);
    row.emiOriginal = row.emi;
  });
  refreshBalances(plan);
  enterRate(plan, it.on < maturity ? it.on : maturity, zero);
  settleLastOpen(plan, it.on);
}

function closeRow(plan: Plan, row: Row): void {
  const figures = figuresOf(plan)[plan.rows.indexOf(row)]!;
  const open = atLeastZero(figures.dueInterest - row.paidInterest);
  const last = row.stretches.at(-1);
  if (last) last.creditedInterest -= min(open, creditedInterest(row));
  row.emi = paidTotal(row);
  row.creditsMoved = creditedPrincipal(row) + creditedInterest(row);
  row.isClosedByReAge = true;
}

function appendReAged(plan: Plan, it: ReAge): Row[] {
  const fresh: Row[] = [];
  let due = it.firstDueOn;
  for (let index = 0; index < it.instalments; index++) {
    const last = lastRow(plan);
    const row = newRow(last, { from: last.due, due });
    row.drawnBefore = last.drawnBefore;
    row.capitalisedBefore = last.capitalisedBefore;
    row.isReAged = true;
    plan.rows.push(row);
    fresh.push(row);
    due = step(due, it.every, it.unit);
  }
  return fresh;
}

/** Past-due amounts go into the rows still to come; the end stays where it is. */
export function reAmortise(plan: Plan, on: EpochDay): void {
  closeRowsBegun(plan, on);
  const later = plan.rows.filter((row) => row.due > on);
  setInstalments(plan, later);
  refreshBalances(plan);
  settleLastOpen(plan, on);
  smooth(plan, later);
}

/** As `reAmortise`, the past-due interest shared equally and earning nothing. */
export function reAmortiseEqually(plan: Plan, on: EpochDay): void {
  const past = plan.rows.filter((row) => row.due <= on && !isPaidUp(row));
  const figures = figuresOf(plan);
  const interest = past.reduce((sum, row) => {
    return sum + (figures[plan.rows.indexOf(row)]?.dueInterest ?? 0n) - row.paidInterest;
  }, 0n);
  const later = plan.rows.filter((row) => row.due > on);
  const each = later.length > 0 && interest > 0n ? divided(interest, later.length) : 0n;
  for (const stretch of plan.rows.flatMap((row) => row.stretches)) stretch.correction = 0n;
  plan.rows.forEach((row, index) => {
    if (!isPaidUp(row) || row.due > on) return;
    const next = plan.rows[index + 1];
    const paid = row.paidPrincipal - (next ? creditedPrincipal(next) : 0n);
    if (paid > 0n) row.stretches.at(-1)!.correction -= paid;
  });
  for (const row of past) {
    for (const stretch of row.stretches) if (stretch.due === on) stretch.correction = 0n;
    row.stretches.at(-1)!.correction -= row.paidPrincipal;
    row.emi = paidTotal(row);
    row.creditsMoved = creditedPrincipal(row) + creditedInterest(row);
    row.isClosedByReAge = true;
  }
  applyFactors(plan, later);
  for (const row of later) row.fixedInterest += each;
  setInstalments(plan, later);
  refreshBalances(plan);
  settleLastOpen(plan, on);
  smooth(plan, later);
}
