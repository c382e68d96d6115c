import type { EpochDay } from "@fairdue/kernel";
import type { Span } from "./calendar-steps.ts";
import {
  atLeastZero,
  creditedTotal,
  figuresOf,
  isPaidUp,
  max,
  min,
  paidTotal,
  refreshBalances,
  roomOf,
  totalsOf,
} from "./figures.ts";
import {
  applyFactors,
  carryLaterInterest,
  owedThrough,
  planOn,
  settleLastOpen,
} from "./last-open.ts";
import {
  changeBalance,
  lastRow,
  maturityOf,
  type Plan,
  type Row,
  rowOf,
  rowOfSpan,
} from "./plan.ts";

/** The balance of the plan moves on a day by something other than lending. */
export function correctBalance(plan: Plan, on: EpochDay, amount: bigint): void {
  const row = changeBalance(plan, { on, correction: amount });
  if (row === undefined) return;
  applyFactors(plan, [row]);
  refreshBalances(plan);
  settleLastOpen(plan, on);
}

/** Money for the interest of a row. */
export function payInterest(plan: Plan, span: Span, on: EpochDay, amount: bigint): void {
  const row = rowOfSpan(plan, span);
  if (row !== undefined && row === lastOpenBefore(plan, on)) carryLaterInterest(plan, row, on);
  const totals = totalsOf(plan);
  const open = totals.dueInterest - totals.paidInterest;
  if (row) row.paidInterest += amount > open ? open : amount;
  refreshBalances(plan);
  settleLastOpen(plan, on);
}

/** The last open row, if it is not the last of all and its due day has come. */
function lastOpenBefore(plan: Plan, on: EpochDay): Row | undefined {
  const last = plan.rows.findLast((row) => !isPaidUp(row));
  return last === undefined || last === lastRow(plan) || on < last.due ? undefined : last;
}

/** Money for the principal of a row; early money lowers the balance from its day, late from due. */
export function payPrincipal(plan: Plan, span: Span, on: EpochDay, amount: bigint): void {
  if (amount === 0n) return;
  const row = rowOfSpan(plan, span);
  const totals = totalsOf(plan);
  const isBeyond = totals.paidPrincipal + amount > totals.lent + totals.creditedPrincipal;
  if (row) row.paidPrincipal += isBeyond ? totals.lent - totals.paidPrincipal : amount;
  const counts = span.due < on ? span.due : on;
  correctBalance(plan, counts, -amount);
  if (!plan.movesInstalments || row === undefined) return;
  if (plan.rows.filter((it) => !isPaidUp(it)).length > 1) closeEarly(row, on);
  settleLastOpen(plan, counts);
}

/** A row that was paid beyond its instalment, or in full before it began, keeps what was paid. */
function closeEarly(row: Row, on: EpochDay): void {
  const paid = paidTotal(row);
  const isInFull = on < row.from && paid === row.emiOriginal + creditedTotal(row);
  if (paid > roomOf(row) || isInFull) row.emi = paid - creditedTotal(row);
}

/** A chargeback or refund brings principal or interest back on a day. */
export function bringBack(
  plan: Plan,
  on: EpochDay,
  it: { readonly principal: bigint; readonly interest: bigint },
): void {
  const row = changeBalance(plan, { on, correction: it.principal });
  if (row === undefined) return;
  const home = plan.rows.find(
    (each) => on >= each.from && (each === lastRow(plan) ? on <= each.due : on < each.due),
  );
  const stretch = home?.stretches.findLast((each) => each.from === on);
  if (stretch) {
    stretch.creditedPrincipal += it.principal;
    stretch.creditedInterest += it.interest;
  }
  applyFactors(plan, [row]);
  refreshBalances(plan);
  settleLastOpen(plan, on);
}

export type Payable = { readonly principal: bigint; readonly interest: bigint };

/** The most that a row takes on a day before it is due. */
export function payableOn(plan: Plan, span: Span, on: EpochDay): Payable {
  const then = planOn(plan, on);
  const row = rowOfSpan(then, span)!;
  const index = then.rows.indexOf(row);
  const open = then.rows.filter((it) => !isPaidUp(it)).length;
  if (on <= row.from) widen(then, row, open);
  const figures = figuresOf(then)[index]!;
  if (plan.terms.across === "row-by-row") {
    return { principal: figures.duePrincipal, interest: figures.dueInterest };
  }
  const totals = totalsOf(then);
  const principal = open > 1 ? roomOf(row) : figures.duePrincipal;
  return {
    principal: min(principal, max(totals.lent - totals.paidPrincipal, row.paidPrincipal)),
    interest: min(
      figures.dueInterest,
      max(totals.dueInterest - totals.paidInterest, row.paidInterest),
    ),
  };
}

/** A row that has not begun may take its original instalment, but not more than is owed at all. */
function widen(then: Plan, row: Row, open: number): void {
  const totals = totalsOf(then);
  const index = then.rows.indexOf(row);
  if (open > 1) {
    row.emi = row.emiOriginal;
    const principal = atLeastZero((figuresOf(then)[index]?.duePrincipal ?? 0n) - row.paidPrincipal);
    row.emi -= atLeastZero(principal - atLeastZero(totals.lent - totals.paidPrincipal));
  } else if (open === 1 && isPaidUp(row)) {
    const dueInterest = figuresOf(then)[index]?.dueInterest ?? 0n;
    const owed = totals.lent - totals.paidPrincipal + row.paidPrincipal + dueInterest;
    row.emi = min(row.emiOriginal, owed);
  }
}

/**
 * Overdue principal goes on earning: each overdue row's open principal stays in the balance until
 * `through`, and is taken out there, so that it earns in the rows in which it really was owed.
 *
 * @returns whether anything moved
 */
export function earnOnOverdue(plan: Plan, through: EpochDay, isPrepaying: boolean): boolean {
  const end = min2(through, maturityOf(plan));
  const overdue = plan.rows.filter((row) => !row.holdsEarlyMoney && end > row.due);
  if (overdue.length === 0) return false;
  const last = lastRow(plan);
  const current = rowOf(plan, end) ?? last;
  let hasMoved = false;
  let open = 0n;
  let openTogether = 0n;
  for (const row of overdue) {
    if (open !== 0n) {
      hasMoved = moveOverdue(plan, row, { end, open, openTogether, isPrepaying }) || hasMoved;
    }
    open = openPrincipal(plan, row);
    openTogether += open;
  }
  if (current !== last || end <= last.due) {
    hasMoved = moveOverdue(plan, current, { end, open, openTogether, isPrepaying }) || hasMoved;
  }
  if (openTogether > 0n && (plan.overdueThrough === null || plan.overdueThrough < end)) {
    plan.overdueThrough = end;
  }
  return hasMoved;
}

function openPrincipal(plan: Plan, row: Row): bigint {
  const figures = figuresOf(plan)[plan.rows.indexOf(row)]!;
  return atLeastZero(figures.duePrincipal - row.paidPrincipal);
}

type Overdue = {
  readonly end: EpochDay;
  readonly open: bigint;
  readonly openTogether: bigint;
  readonly isPrepaying: boolean;
};

function moveOverdue(plan: Plan, row: Row, it: Overdue): boolean {
  if (it.end === plan.overdueThrough) return false;
  const { from, due } = row;
  const isNew = plan.overdueThrough === null || from > plan.overdueThrough;
  correctOverdue(plan, isNew ? from : plan.overdueThrough!, it.open);
  if (it.end > from && it.end <= due) {
    const stop = countsToRowEnd(plan, it.isPrepaying) ? due : it.end;
    correctOverdue(plan, stop, -it.openTogether);
    plan.overdueThrough = stop;
  }
  return true;
}

function correctOverdue(plan: Plan, on: EpochDay, amount: bigint): void {
  const row = changeBalance(plan, { on, correction: amount });
  if (row === undefined) return;
  plan.overdueCorrections.push({ on, amount, rowDue: row.due });
  applyFactors(plan, [row]);
  refreshBalances(plan);
  settleLastOpen(plan, on);
}

/** Does interest of a day count to the end of the row it falls in? */
export function countsToRowEnd(plan: Plan, isPrepaying: boolean): boolean {
  const { rest, preClose } = plan.terms.recalculation;
  return preClose === "till-rest-date" && (rest === "same-as-repayment-period" || isPrepaying);
}

/** Would an amount settle everything as it stands at the end of the row in which the day lies? */
export function settlesAll(plan: Plan, rowDue: EpochDay, amount: bigint): boolean {
  const owed = owedThrough(plan, rowDue);
  return amount >= owed.principal + owed.interest;
}

function min2(a: EpochDay, b: EpochDay): EpochDay {
  return a < b ? a : b;
}
