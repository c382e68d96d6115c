import type { EpochDay } from "@fairdue/kernel";
import { zero } from "./decimal.ts";
import { factorOf } from "./factor.ts";
import {
  atLeastZero,
  creditedTotal,
  figuresOf,
  isPaidUp,
  paidTotal,
  refreshBalances,
  roomOf,
  totalsOf,
} from "./figures.ts";
import { changeBalance, copyPlan, type Plan, type Row, rowOf, type Stretch } from "./plan.ts";

/**
 * Lets the last open row absorb: after whatever happened, the instalments together bring back
 * exactly what was lent and what it earns, and the difference sits in the last row still open.
 */
export function settleLastOpen(plan: Plan, through: EpochDay): void {
  settle(plan, through, plan.rows.length);
}

/** A row that cannot absorb all of it leaves the rest to the open row before it. */
function settle(plan: Plan, through: EpochDay, rowsLeft: number): void {
  dropExcessPrincipal(plan);
  const target = lastOpenRow(plan);
  if (target === undefined) return;
  target.carried = 0n;
  for (const row of plan.rows) row.earnsElsewhere = false;
  const totals = totalsOf(plan);
  const rooms = plan.rows.reduce((sum, row) => sum + roomOf(row), 0n);
  target.emi += totals.lent + totals.dueInterest - rooms;
  if (target.fixedInterest > 0n && target.emi < target.paidPrincipal + target.fixedInterest) {
    target.emi = target.paidPrincipal + target.fixedInterest;
  }
  const paid = paidTotal(target) - creditedTotal(target);
  if (target.emi < paid) {
    target.emi = paid;
    if (rowsLeft > 0) settle(plan, through, rowsLeft - 1);
  }
  carryLaterInterest(plan, target, through);
}

/** No row asks for more principal than the whole plan still owes. */
function dropExcessPrincipal(plan: Plan): void {
  const totals = totalsOf(plan);
  const owed = atLeastZero(totals.lent) - totals.paidPrincipal;
  let before = figuresOf(plan);
  plan.rows.forEach((row, index) => {
    const open = atLeastZero((before[index]?.duePrincipal ?? 0n) - row.paidPrincipal);
    if (open <= owed) return;
    row.emi -= open - owed;
    if (row.emi < paidTotal(row)) row.emi = paidTotal(row);
    before = figuresOf(plan);
  });
}

function lastOpenRow(plan: Plan): Row | undefined {
  const open = plan.rows.findLast((row) => !isPaidUp(row));
  if (open !== undefined || plan.rows.some((row) => row.paidPrincipal > 0n)) return open;
  const last = plan.rows.at(-1);
  return last && last.stretches.length > 0 && balanceAfterLast(plan) > 0n ? last : undefined;
}

function balanceAfterLast(plan: Plan): bigint {
  const row = plan.rows.at(-1)!;
  const last = row.stretches.at(-1)!;
  const moved = last.balance + last.correction + last.capitalised + last.disbursed;
  return atLeastZero(moved + row.paidPrincipal - (figuresOf(plan).at(-1)?.duePrincipal ?? 0n));
}

/** Interest that later, already paid rows earn until a day is carried by the last open row. */
export function carryLaterInterest(plan: Plan, target: Row, through: EpochDay): void {
  if (target === plan.rows.at(-1)) return;
  const copy = copyPlan(plan);
  const isBeyond = copy.overdueCorrections.some((it) => it.rowDue > target.due);
  const isOnTarget = copy.overdueCorrections.some((it) => it.rowDue === target.due);
  const isReset = !isBeyond && isOnTarget;
  if (isReset) takeBackOverdue(copy);
  stopEarningAfter(copy, through);
  if (isReset) refreshBalances(copy);
  const figures = figuresOf(copy);
  const index = copy.rows.findLastIndex(
    (row, at) => (figures[at]?.unplaced ?? 0n) > 0n && row.due > target.due,
  );
  if (index < 0) return;
  target.carried = figures[index]?.unplaced ?? 0n;
  for (const row of plan.rows) if (row.due > target.due) row.earnsElsewhere = true;
}

function takeBackOverdue(plan: Plan): void {
  for (const it of plan.overdueCorrections) {
    changeBalance(plan, { on: it.on, correction: -it.amount });
  }
  plan.overdueCorrections = [];
}

export function applyFactors(plan: Plan, rows: readonly Row[]): void {
  const start = plan.rows[0]?.from ?? plan.terms.startOn;
  for (const row of rows) for (const it of row.stretches) applyFactor(plan, row, { it, start });
}

function applyFactor(
  plan: Plan,
  row: Row,
  by: { readonly it: Stretch; readonly start: EpochDay },
): void {
  const { it, start } = by;
  const { from, due } = it;
  const { rates } = plan;
  const last = it.factored;
  const isSame =
    last !== null &&
    last.from === from &&
    last.due === due &&
    last.rowFrom === row.from &&
    last.rowDue === row.due &&
    last.start === start &&
    last.rates === rates;
  if (isSame) return;
  it.growth = factorOf(plan, row, { from, to: due, use: "growth" });
  it.factorToDue = factorOf(plan, row, { from, to: row.due, use: "interest" });
  it.factored = { from, due, rowFrom: row.from, rowDue: row.due, start, rates };
}

/** Interest runs through a day and not after it; the rows keep their days. */
export function stopEarningAfter(plan: Plan, through: EpochDay): void {
  const current = rowOf(plan, through);
  const stretch = current && stretchOf(current, through);
  if (stretch) stretch.due = through;
  const start = plan.rows[0]?.from ?? plan.terms.startOn;
  for (const row of plan.rows) {
    for (const it of row.stretches) {
      if (it.due <= through) applyFactor(plan, row, { it, start });
      else stopEarning(it);
    }
  }
}

function stopEarning(it: Stretch): void {
  it.growth = zero;
  it.factorToDue = zero;
  it.factored = null;
}

/** The last stretch of a row that holds a day. */
export function stretchOf(row: Row, on: EpochDay): Row["stretches"][number] | undefined {
  return row.stretches.findLast(
    (it, index) => (row.previous || index > 0 ? on > it.from : on >= it.from) && on <= it.due,
  );
}

export type Owed = { readonly principal: bigint; readonly interest: bigint };

/** What would settle the plan on a day. */
export function owedThrough(plan: Plan, through: EpochDay): Owed {
  const copy = copyPlan(plan);
  stopEarningAfter(copy, through);
  refreshBalances(copy);
  settleLastOpen(copy, through);
  const totals = totalsOf(copy);
  return {
    principal: atLeastZero(totals.lent - totals.paidPrincipal),
    interest: atLeastZero(totals.dueInterest - totals.paidInterest),
  };
}

/** The plan as it stands on a day: rows that start later earn nothing, the current one until then. */
export function planOn(plan: Plan, on: EpochDay): Plan {
  const copy = copyPlan(plan);
  const first = copy.rows[0]!;
  if (on < first.from) {
    for (const row of copy.rows) row.stretches = [];
    return copy;
  }
  if (on >= copy.rows.at(-1)!.due) return copy;
  const current = rowOf(copy, on)!;
  for (const row of copy.rows) if (row.due > on) cutRow(row, { current, on });
  applyFactors(copy, copy.rows);
  refreshBalances(copy);
  settleLastOpen(copy, on);
  return copy;
}

function cutRow(row: Row, it: { readonly current: Row; readonly on: EpochDay }): void {
  const head = row.stretches[0];
  if (row === it.current) {
    const stretch = stretchOf(row, it.on);
    if (stretch === undefined) return;
    const next = row.stretches[row.stretches.indexOf(stretch) + 1];
    stretch.due = it.on;
    // What is brought back on the very day sits in the stretch that starts then.
    stretch.creditedPrincipal += next?.creditedPrincipal ?? 0n;
    stretch.creditedInterest += next?.creditedInterest ?? 0n;
    row.stretches = row.stretches.slice(0, row.stretches.indexOf(stretch) + 1);
  } else if (row.previous === it.current && head && hasCredits(head)) {
    head.due = head.from;
    row.stretches = [head];
  } else {
    row.stretches = [];
  }
}

function hasCredits(stretch: Row["stretches"][number]): boolean {
  return stretch.creditedInterest > 0n || stretch.creditedPrincipal > 0n;
}

/** What is owed of interest on a day by the rows that began before it. */
export function openInterestOn(plan: Plan, on: EpochDay): bigint {
  const then = planOn(plan, on);
  const figures = figuresOf(then);
  return then.rows.reduce((sum, row, index) => {
    if (row.from >= on) return sum;
    return sum + atLeastZero((figures[index]?.dueInterest ?? 0n) - row.paidInterest);
  }, 0n);
}
