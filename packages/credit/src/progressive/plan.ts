import type { EpochDay } from "@fairdue/kernel";
import type { Span } from "./calendar-steps.ts";
import { type Decimal, zero } from "./decimal.ts";
import type { Terms } from "./terms.ts";

/**
 * A part of a row over which the balance does not change. `disbursed`, `capitalised` and
 * `correction` happen at its end and so move the balance of the next stretch.
 */
export type Stretch = {
  from: EpochDay;
  due: EpochDay;
  growth: Decimal;
  /** Factor from the start of the stretch to the end of the row. */
  factorToDue: Decimal;
  balance: bigint;
  disbursed: bigint;
  capitalised: bigint;
  correction: bigint;
  creditedPrincipal: bigint;
  creditedInterest: bigint;
  isPaused: boolean;
  /** For what the factors were found; they are found again only when it changes. */
  factored: FactorBasis | null;
  /** The last interest of the stretch, and for what it was found. */
  earned: Earned | null;
};

export type FactorBasis = {
  readonly from: EpochDay;
  readonly due: EpochDay;
  readonly rowFrom: EpochDay;
  readonly rowDue: EpochDay;
  readonly start: EpochDay;
  readonly rates: Plan["rates"];
};

export type Earned = {
  readonly base: bigint;
  readonly factor: Decimal;
  readonly days: number;
  readonly daysToDue: number;
  readonly interest: Decimal;
};

/** One row of the interest plan. Amounts are minor units. */
export type Row = {
  previous: Row | null;
  from: EpochDay;
  due: EpochDay;
  stretches: Stretch[];
  /** The equal instalment, and what it was before early money changed it. */
  emi: bigint;
  emiOriginal: bigint;
  paidPrincipal: bigint;
  paidInterest: bigint;
  /** Interest of later, already paid rows that this row, the last open one, must carry. */
  carried: bigint;
  /** Interest put into the row by decision (re-age, re-amortise), beside what its balance earns. */
  fixedInterest: bigint;
  drawnBefore: bigint;
  capitalisedBefore: bigint;
  creditsMoved: bigint;
  earnsElsewhere: boolean;
  isClosedByReAge: boolean;
  isReAged: boolean;
  /** The row that a re-age cut short and that keeps what was paid early. */
  holdsEarlyMoney: boolean;
  isInterestGrace: boolean;
};

export type OverdueCorrection = {
  readonly on: EpochDay;
  readonly amount: bigint;
  readonly rowDue: EpochDay;
};

export type Plan = {
  readonly terms: Terms;
  rows: Row[];
  rates: readonly { readonly from: EpochDay; readonly percent: Decimal }[];
  overdueThrough: EpochDay | null;
  overdueCorrections: OverdueCorrection[];
  /** False once a charge-off or termination has fixed the instalments. */
  movesInstalments: boolean;
  /** A copy on which a new instalment is being tried out. */
  isTrial: boolean;
};

export function newStretch(from: EpochDay, due: EpochDay): Stretch {
  return {
    from,
    due,
    growth: zero,
    factorToDue: zero,
    balance: 0n,
    disbursed: 0n,
    capitalised: 0n,
    correction: 0n,
    creditedPrincipal: 0n,
    creditedInterest: 0n,
    isPaused: false,
    factored: null,
    earned: null,
  };
}

export function newRow(previous: Row | null, span: Span, emi = 0n): Row {
  return {
    previous,
    from: span.from,
    due: span.due,
    stretches: [newStretch(span.from, span.due)],
    emi,
    emiOriginal: emi,
    paidPrincipal: 0n,
    paidInterest: 0n,
    carried: 0n,
    fixedInterest: 0n,
    drawnBefore: 0n,
    capitalisedBefore: 0n,
    creditsMoved: 0n,
    earnsElsewhere: false,
    isClosedByReAge: false,
    isReAged: false,
    holdsEarlyMoney: false,
    isInterestGrace: false,
  };
}

export function newPlan(terms: Terms, spans: readonly Span[]): Plan {
  const rows: Row[] = [];
  for (const span of spans) rows.push(newRow(rows.at(-1) ?? null, span));
  return {
    terms,
    rows,
    rates: [],
    overdueThrough: null,
    overdueCorrections: [],
    movesInstalments: true,
    isTrial: false,
  };
}

/** A copy to compute on; the overdue mark stays with the original. */
export function copyPlan(plan: Plan): Plan {
  return {
    ...plan,
    rows: copyRows(plan.rows, (row) => ({
      ...row,
      stretches: row.stretches.map((it) => ({ ...it })),
    })),
    overdueThrough: null,
    overdueCorrections: [...plan.overdueCorrections],
    movesInstalments: true,
    isTrial: false,
  };
}

/** The plan as if nothing had ever been paid: what a new instalment is computed on. */
export function copyUnpaid(plan: Plan): Plan {
  const copy = copyPlan(plan);
  for (const row of copy.rows) {
    if (row.isClosedByReAge) row.fixedInterest = row.paidInterest;
    row.paidPrincipal = 0n;
    row.paidInterest = 0n;
    row.carried = 0n;
    for (const stretch of row.stretches) stretch.correction = 0n;
  }
  copy.overdueCorrections = [];
  copy.isTrial = true;
  return copy;
}

function copyRows(rows: readonly Row[], copy: (row: Row) => Row): Row[] {
  const copies: Row[] = [];
  for (const row of rows) copies.push({ ...copy(row), previous: copies.at(-1) ?? null });
  return copies;
}

/** Yearly rate in percent on a day; a rate counts from its first day. */
export function rateOn(plan: Plan, on: EpochDay): Decimal {
  let found = plan.terms.ratePercentYear;
  let since = Number.NEGATIVE_INFINITY;
  for (const rate of plan.rates) {
    if (rate.from > on || rate.from < since) continue;
    found = rate.percent;
    since = rate.from;
  }
  return found;
}

/** Enters a rate; the last that is entered for a day counts. */
export function enterRate(plan: Plan, from: EpochDay, percent: Decimal): void {
  plan.rates = [...plan.rates.filter((it) => it.from !== from), { from, percent }];
}

/** The row in which a day lies: after its start, through its due day; the first from its start. */
export function rowOf(plan: Plan, on: EpochDay): Row | undefined {
  return plan.rows.find((row) => (row.previous ? on > row.from : on >= row.from) && on <= row.due);
}

/** The row of just these days, or one that holds them. */
export function rowOfSpan(plan: Plan, span: Span): Row | undefined {
  return (
    plan.rows.find((row) => row.from === span.from && row.due === span.due) ??
    plan.rows.find((row) => row.from <= span.from && row.due >= span.due)
  );
}

export function lastRow(plan: Plan): Row {
  return plan.rows[plan.rows.length - 1]!;
}

export function maturityOf(plan: Plan): EpochDay {
  return lastRow(plan).due;
}

/** The rows due on or after a day. */
export function rowsFrom(plan: Plan, due: EpochDay): Row[] {
  return plan.rows.filter((row) => row.due >= due);
}

export type BalanceChange = {
  readonly on: EpochDay;
  readonly disbursed?: bigint;
  readonly correction?: bigint;
  readonly capitalised?: bigint;
};

/** Cuts the stretch in which the day lies and lets the change happen at the cut. */
export function changeBalance(plan: Plan, change: BalanceChange): Row | undefined {
  const row = rowOf(plan, change.on);
  if (row === undefined) return undefined;
  const stretch = stretchEndingOn(plan, row, change.on) ?? cutStretch(row, change.on);
  stretch.disbursed += change.disbursed ?? 0n;
  stretch.capitalised += change.capitalised ?? 0n;
  stretch.correction += change.correction ?? 0n;
  return row;
}

function stretchEndingOn(plan: Plan, row: Row, on: EpochDay): Stretch | undefined {
  if (row === lastRow(plan) && on === row.due) {
    const last = row.stretches.at(-1);
    return last && last.from === last.due ? last : undefined;
  }
  return row.stretches.find((it) => it.due === on);
}

/** Cuts at a day and returns the part before the cut. */
export function cutStretch(row: Row, on: EpochDay): Stretch {
  if (row.stretches.length === 0) row.stretches.push(newStretch(row.from, row.due));
  const before = row.stretches.findLast((it) => on > it.from && on <= it.due) ?? row.stretches[0]!;
  const end = before.due;
  const cut = on < before.from ? before.from : on > end ? end : on;
  before.due = cut;
  const after = newStretch(cut, end);
  after.isPaused = before.isPaused;
  row.stretches.splice(row.stretches.indexOf(before) + 1, 0, after);
  return before;
}
