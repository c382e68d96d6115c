import { type EpochDay, roundRatio } from "@fairdue/kernel";
import {
  type Decimal,
  fromMinor,
  kept,
  one,
  over,
  plus,
  times,
  toMinor,
  whole,
} from "./decimal.ts";
import {
  atLeastZero,
  balanceAfter,
  creditedTotal,
  drawnUntil,
  figuresOf,
  figuresOfRow,
  isPaidUp,
  max,
  paidTotal,
  refreshBalances,
} from "./figures.ts";
import { applyFactors, settleLastOpen } from "./last-open.ts";
import { changeBalance, copyPlan, copyUnpaid, type Plan, type Row, rowsFrom } from "./plan.ts";

/**
 * Finds the equal instalment of some rows on the balance that they have to bring back:
 * B × Π(1+fₖ) ÷ Fₙ with F₁ = 1, Fₖ = 1 + Fₖ₋₁ × (1+fₖ). A row already paid beyond it keeps its own.
 */
export function setInstalments(plan: Plan, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  if (plan.terms.interestMethod === "flat") setFlatInstalments(plan, rows);
  else setAnnuity(plan, rows);
}

function setAnnuity(plan: Plan, rows: readonly Row[]): void {
  const { digits } = plan.terms;
  const growth = rows.map((row) => growthOf(plan, row));
  const product = growth.reduce((all, it) => times(all, it), one);
  const sum = growth.slice(1).reduce((f, it) => kept(plus(one, times(f, it))), one);
  const balance = fromMinor(balanceToBringBack(plan, rows[0]!), digits);
  const annuity = toMinor(over(times(product, balance), sum), digits);
  const emi = inMultiples(plan, annuity + fixedInterestEach(plan, rows));
  for (const row of rows) {
    if (emi < paidTotal(row)) continue;
    row.emi = emi;
    row.emiOriginal = emi;
  }
}

/** 1 + the factors of a row's stretches; a row in interest grace does not grow the instalment. */
function growthOf(plan: Plan, row: Row): Decimal {
  if (plan.terms.graceOnInterest > 0 && row.isInterestGrace) return one;
  return row.stretches.reduce((sum, it) => plus(sum, it.growth), one);
}

function balanceToBringBack(plan: Plan, row: Row): bigint {
  const before = row.previous ? balanceAfter(plan, row.previous) : 0n;
  return row.stretches.reduce((sum, it) => sum + it.disbursed + it.capitalised, before);
}

function fixedInterestEach(plan: Plan, rows: readonly Row[]): bigint {
  const { digits } = plan.terms;
  const fixed = rows.reduce((sum, row) => sum + row.fixedInterest, 0n);
  return toMinor(over(fromMinor(fixed, digits), whole(rows.length)), digits);
}

/** Rounded to the multiple of the terms; unrounded where that would leave nothing. */
export function inMultiples(plan: Plan, amount: bigint): bigint {
  const { multiplesOf, digits } = plan.terms;
  if (multiplesOf === null) return amount;
  const unit = BigInt(multiplesOf) * 10n ** BigInt(digits);
  const rounded = roundRatio(amount, unit, "half-even") * unit;
  return rounded === 0n && amount > 0n ? amount : rounded;
}

/** Flat interest: each row earns on all that was lent, and the rows share the total equally. */
function setFlatInstalments(plan: Plan, rows: readonly Row[]): void {
  const first = rows[0]!;
  const last = rows[rows.length - 1]!;
  let interest = fixedInterestEach(plan, rows);
  for (const row of rows) {
    const own = figuresOfRow(plan, row).interest;
    interest += own;
    row.emi = own;
  }
  const previous = first.previous;
  const repaid = previous ? drawnUntil(previous, null) - balanceAfter(plan, previous) : 0n;
  const total = drawnUntil(first, first.stretches.at(-1) ?? null) + interest - repaid;
  const each = inMultiples(plan, divided(total, rows.length));
  let surplus = 0n;
  for (const row of rows) {
    const emi = row === last ? total - each * BigInt(rows.length - 1) : each;
    const room = emi + creditedTotal(row) + row.carried;
    const isPaidBeyond = room < paidTotal(row);
    if (isPaidBeyond) surplus += paidTotal(row) - room;
    row.emi = isPaidBeyond ? paidTotal(row) : emi;
    row.emiOriginal = row.emi;
    refreshBalances(plan);
  }
  takeFromTheEnd(plan, rows, surplus);
}

/** What some rows were paid beyond their share is taken off the last ones. */
function takeFromTheEnd(plan: Plan, rows: readonly Row[], surplus: bigint): void {
  let left = surplus;
  for (const row of rows.toReversed()) {
    if (left <= 0n || isPaidUp(row)) continue;
    const paid = paidTotal(row) - creditedTotal(row) - row.carried;
    const least = max(figuresOfRow(plan, row).interest, max(atLeastZero(row.emi - left), paid));
    left -= row.emi - least;
    row.emi = least;
    refreshBalances(plan);
  }
}

/** amount ÷ count, ties to even. */
export function divided(amount: bigint, count: number): bigint {
  return roundRatio(amount, BigInt(count), "half-even");
}

/** Rows at the start that pay interest only; the others share the principal. */
function applyPrincipalGrace(plan: Plan, rows: readonly Row[]): void {
  const grace = Math.min(plan.terms.graceOnPrincipal, rows.length);
  if (grace === 0) return;
  const figures = figuresOf(plan);
  for (const row of rows.slice(0, grace)) {
    row.emi = figures[plan.rows.indexOf(row)]?.dueInterest ?? 0n;
    row.emiOriginal = row.emi;
  }
  if (grace === rows.length) return;
  refreshBalances(plan);
  setInstalments(plan, rows.slice(grace));
}

function applyInterestGrace(plan: Plan): void {
  const { graceOnInterest } = plan.terms;
  if (graceOnInterest === 0) return;
  plan.rows.forEach((row, index) => {
    row.isInterestGrace = index < graceOnInterest;
  });
}

export type Replanning = {
  readonly fromDue: EpochDay;
  readonly cause: "draw" | "rate" | "extra-rows";
  readonly on: EpochDay;
};

/**
 * New instalments for the rows due from a day on. The first draw, a rate and extra rows work on the
 * plan itself; a later draw finds its instalment on the plan as if unpaid, and the rows take it over.
 */
export function replan(plan: Plan, it: Replanning): void {
  const rows = rowsFrom(plan, it.fromDue);
  applyInterestGrace(plan);
  if (plan.terms.interestMethod === "flat") {
    applyFactors(plan, rows);
    if (rows.length === 0) return;
    setFlatInstalments(plan, rows);
    applyPrincipalGrace(plan, rows);
    return;
  }
  const isFirst = plan.rows.every((row) => row.emi === 0n);
  const isOnPlan = isFirst || it.cause !== "draw" || plan.isTrial;
  applyFactors(plan, rows);
  refreshBalances(plan);
  if (isOnPlan) setInstalments(plan, rows);
  else if (rows.length > 0) takeOverFromTrial(plan, rows, it);
  applyPrincipalGrace(plan, rows);
  refreshBalances(plan);
  settleLastOpen(plan, it.fromDue);
  if (isOnPlan) smooth(plan, rows);
}

/** The instalment is found on the plan as if nothing had been paid. */
function takeOverFromTrial(plan: Plan, rows: readonly Row[], it: Replanning): void {
  const trial = copyUnpaid(plan);
  // Once for what was lent and once for what was capitalised, the two being separate decisions.
  for (let round = 0; round < 2; round++) {
    const row = changeBalance(trial, { on: it.on });
    if (row) replan(trial, { ...it, fromDue: firstDueConcerned(trial, row, it.on) });
  }
  const firstDue = rows[0]!.due;
  plan.rows.forEach((row, index) => {
    const found = trial.rows[index];
    if (row.due < firstDue || found === undefined) return;
    row.emi = found.emi;
    row.emiOriginal = found.emiOriginal;
  });
}

/** A change on a due day concerns the rows after it, unless that row is the last. */
export function firstDueConcerned(plan: Plan, row: Row, on: EpochDay): EpochDay {
  if (row.due !== on) return row.due;
  return plan.rows.find((it) => it.previous === row)?.due ?? row.due;
}

/**
 * Where the last instalment differs from the others by more than half a cent a row, tries an
 * instalment nearer to it, at most three times, as long as the difference shrinks.
 */
export function smooth(plan: Plan, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const first = rows[0]!;
  const isConcerned = (row: Row): boolean =>
    row.from >= first.from && row.due >= first.due && !row.holdsEarlyMoney;
  let trial: Plan | undefined;
  for (let round = 0; round < 3; round++) {
    const gap = gapOf(plan, rows);
    if (!gap.isWide) return;
    const emi = inMultiples(plan, gap.emi + divided(gap.difference, Math.max(1, gap.countable)));
    if (emi === gap.emi) return;
    trial ??= copyPlan(plan);
    for (const row of trial.rows) {
      if (!isConcerned(row) || emi < paidTotal(row)) continue;
      row.emi = emi;
      row.emiOriginal = emi;
    }
    refreshBalances(trial);
    settleLastOpen(trial, first.due);
    if (absolute(gapOf(trial, trial.rows).difference) >= absolute(gap.difference)) return;
    const found = trial.rows.filter(isConcerned);
    rows.forEach((row, index) => {
      const taken = found[index];
      if (taken === undefined) return;
      row.emi = taken.emi;
      row.emiOriginal = taken.emi;
    });
    refreshBalances(plan);
  }
}

type Gap = {
  readonly emi: bigint;
  readonly difference: bigint;
  readonly countable: number;
  readonly isWide: boolean;
};

function gapOf(plan: Plan, rows: readonly Row[]): Gap {
  const halfOfRows = BigInt(Math.floor(rows.length / 2));
  for (let index = rows.length - 1; index > 0; index--) {
    const last = rows[index]!;
    const before = rows[index - 1]!;
    if (isPaidUp(last) || isPaidUp(before)) continue;
    const difference = last.emi - before.emi;
    const paidBeyond = rows.filter((row) => before.emi < paidTotal(row)).length;
    const limit = halfOfRows * 10n ** BigInt(plan.terms.digits);
    return {
      emi: before.emi,
      difference,
      countable: rows.length - paidBeyond,
      isWide: halfOfRows > 0n && difference !== 0n && absolute(difference) * 100n > limit,
    };
  }
  return { emi: rows[0]!.emi, difference: 0n, countable: rows.length, isWide: false };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
