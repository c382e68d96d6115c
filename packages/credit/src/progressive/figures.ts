import {
  plus,
  toMinor,
  fromMinor,
  over,
  times,
  whole,
  zero,
  kept,
  type Decimal,
} from "./decimal.ts";
import type { Plan, Row, Stretch } from "./plan.ts";

/** What a row comes to at this moment. Amounts are minor units. */
export type Figures = {
  /** All interest that belongs to the row, whether its instalment has room for it or not. */
  readonly interest: bigint;
  readonly dueInterest: bigint;
  readonly duePrincipal: bigint;
  /** Interest for which the instalment has no room: the next row carries it. */
  readonly unplaced: bigint;
};

/**
 * The figures of every row, in one pass forward: each row takes over what the one before could not
 * place. Nothing is stored; a row's balances are, and are brought up to date by `refreshBalances`.
 */
export function figuresOf(plan: Plan): readonly Figures[] {
  const all: Figures[] = [];
  for (const row of plan.rows) all.push(rowFigures(plan, row, all.at(-1)));
  return all;
}

export function figuresOfRow(plan: Plan, row: Row): Figures {
  const all = figuresOf({ ...plan, rows: plan.rows.slice(0, plan.rows.indexOf(row) + 1) });
  return all[all.length - 1]!;
}

function rowFigures(plan: Plan, row: Row, before: Figures | undefined): Figures {
  const own = row.earnsElsewhere || row.isClosedByReAge ? 0n : earnedInterest(plan, row);
  const interest = atLeastZero(own + row.fixedInterest + row.carried + (before?.unplaced ?? 0n));
  const room = roomOf(row);
  const dueInterest = row.isInterestGrace ? row.paidInterest : placed(row, interest, room);
  return {
    interest,
    dueInterest,
    duePrincipal: max(atLeastZero(room - dueInterest), row.paidPrincipal),
    unplaced: atLeastZero(interest - dueInterest),
  };
}

/** Interest fits in the instalment or waits; what was paid stays, whatever is computed later. */
function placed(row: Row, interest: bigint, room: bigint): bigint {
  const isPaidBeyond = row.paidPrincipal > atLeastZero(room - interest);
  const fits = isPaidBeyond ? row.paidInterest : min(interest, room);
  return max(fits, row.paidInterest);
}

function earnedInterest(plan: Plan, row: Row): bigint {
  let sum: Decimal = zero;
  for (const stretch of row.stretches) sum = plus(sum, stretchInterest(plan, row, stretch));
  return toMinor(sum, plan.terms.digits);
}

function stretchInterest(plan: Plan, row: Row, stretch: Stretch): Decimal {
  const { digits } = plan.terms;
  const credited = fromMinor(stretch.creditedInterest, digits);
  if (stretch.isPaused || row.isReAged) return credited;
  const daysToDue = row.due - stretch.from;
  if (daysToDue === 0) return positive(credited);
  const base = plan.terms.interestMethod === "flat" ? drawnUntil(row, stretch) : stretch.balance;
  const earned = earnedOn(stretch, { base, digits, daysToDue });
  return stretch.creditedInterest === 0n ? earned : positive(kept(plus(credited, earned)));
}

function earnedOn(
  stretch: Stretch,
  it: { readonly base: bigint; readonly digits: number; readonly daysToDue: number },
): Decimal {
  const days = stretch.due - stretch.from;
  const last = stretch.earned;
  const isSame =
    last !== null &&
    last.base === it.base &&
    last.factor === stretch.factorToDue &&
    last.days === days &&
    last.daysToDue === it.daysToDue;
  if (isSame) return last.interest;
  const toDue = times(fromMinor(it.base, it.digits), stretch.factorToDue);
  const interest = positive(times(over(toDue, whole(it.daysToDue)), whole(days)));
  const { base, daysToDue } = it;
  stretch.earned = { base, factor: stretch.factorToDue, days, daysToDue, interest };
  return interest;
}

/** All that was lent before a stretch of a row: the base of flat interest. */
export function drawnUntil(row: Row, until: Stretch | null): bigint {
  let drawn = row.drawnBefore + row.capitalisedBefore;
  for (const stretch of row.stretches) {
    if (stretch === until) break;
    if (stretch.due !== row.from) drawn += stretch.disbursed + stretch.capitalised;
  }
  return drawn;
}

export function creditedPrincipal(row: Row): bigint {
  return atLeastZero(row.stretches.reduce((sum, it) => sum + it.creditedPrincipal, 0n));
}

export function creditedInterest(row: Row): bigint {
  return atLeastZero(row.stretches.reduce((sum, it) => sum + it.creditedInterest, 0n));
}

export function creditedTotal(row: Row): bigint {
  return creditedPrincipal(row) + creditedInterest(row) - row.creditsMoved;
}

/** What the row may ask for: its instalment, what was brought back to it, what it carries. */
export function roomOf(row: Row): bigint {
  return row.emi + creditedTotal(row) + row.carried;
}

export function paidTotal(row: Row): bigint {
  return row.paidPrincipal + row.paidInterest;
}

export function isPaidUp(row: Row): boolean {
  return roomOf(row) === paidTotal(row);
}

/** The balance after a row, its principal taken as repaid. */
export function balanceAfter(plan: Plan, row: Row): bigint {
  const last = row.stretches.at(-1);
  if (last === undefined) return 0n;
  return atLeastZero(
    last.balance +
      last.correction +
      last.capitalised +
      last.disbursed +
      row.paidPrincipal -
      figuresOfRow(plan, row).duePrincipal,
  );
}

/** Brings the balance of every stretch up to date, row after row. */
export function refreshBalances(plan: Plan): void {
  let before: Figures | undefined;
  for (const row of plan.rows) {
    refreshRow(row, before);
    before = rowFigures(plan, row, before);
  }
}

/** `before` are the figures of the row before, already up to date. */
function refreshRow(row: Row, before: Figures | undefined): void {
  row.stretches.forEach((stretch, index) => {
    const previous = index > 0 ? row.stretches[index - 1] : row.previous?.stretches.at(-1);
    if (previous === undefined) return;
    const moved =
      previous.balance + previous.disbursed + previous.capitalised + previous.correction;
    const repaid =
      index === 0 && row.previous ? (before?.duePrincipal ?? 0n) - row.previous.paidPrincipal : 0n;
    stretch.balance = atLeastZero(moved - repaid);
  });
}

export type Totals = {
  readonly dueInterest: bigint;
  readonly lent: bigint;
  readonly creditedPrincipal: bigint;
  readonly paidPrincipal: bigint;
  readonly paidInterest: bigint;
};

/** `lent` is all principal that the plan must bring back, with what chargebacks brought back to it. */
export function totalsOf(plan: Plan): Totals {
  const sum = (pick: (row: Row) => bigint): bigint =>
    plan.rows.reduce((total, row) => total + pick(row), 0n);
  return {
    dueInterest: figuresOf(plan).reduce((total, it) => total + it.dueInterest, 0n),
    lent: atLeastZero(sum((row) => row.stretches.reduce((total, it) => total + lentIn(it), 0n))),
    creditedPrincipal: sum(creditedPrincipal),
    paidPrincipal: sum((row) => row.paidPrincipal),
    paidInterest: sum((row) => row.paidInterest),
  };
}

function lentIn(stretch: Stretch): bigint {
  return stretch.disbursed + stretch.creditedPrincipal + stretch.capitalised;
}

export function atLeastZero(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function positive(value: Decimal): Decimal {
  return value.coefficient > 0n ? value : zero;
}
