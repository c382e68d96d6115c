import { type AccountState, accrualLine, type Product } from "@fairdue/credit";
import { addDays, type EpochDay, roundRatio, toSafeNumber } from "@fairdue/kernel";
import { entry, type Entry, gl } from "@fairdue/ledger";

export type AccruedComponent = "interest" | "penalty";

/**
 * Accrual of one account or of many as a straight line over days: accrued(d) = intercept + slope × d,
 * with d in epoch days, over the product's denominator. Lines of one product add up, which is what
 * lets the book accrue each night without reading the accounts that have nothing to do.
 */
export type Line = { readonly intercept: bigint; readonly slope: bigint };

/** The change that one step makes to the line of its product, from the opening of a day on. */
export type LineChange = {
  readonly component: AccruedComponent;
  /** Off income: the account is in non-accrual. */
  readonly isMemo: boolean;
  readonly fromOn: EpochDay;
  readonly change: Line;
};

export type AccountLines = {
  readonly isMemo: boolean;
  readonly interest: Line;
  readonly penalty: Line;
};

const nothing: Line = { intercept: 0n, slope: 0n };
export const noLines: AccountLines = { isMemo: false, interest: nothing, penalty: nothing };

export function linesOf(product: Product, state: AccountState): AccountLines {
  const it = accrualLine(product, state);
  return {
    isMemo: state.ageing.isNonAccrual,
    interest: lineThrough(it.accruedTo, it.interestNumerator, it.interestSlopePerDay),
    penalty: lineThrough(it.accruedTo, it.penaltyNumerator, it.penaltySlopePerDay),
  };
}

function lineThrough(on: EpochDay, numerator: number, slope: number): Line {
  if (numerator === 0 && slope === 0) return nothing;
  const across = slope * on;
  const intercept = Number.isSafeInteger(across)
    ? BigInt(numerator) - BigInt(across)
    : BigInt(numerator) - BigInt(slope) * BigInt(on);
  return { intercept, slope: BigInt(slope) };
}

/** What turns `before` into `after`; nothing where nothing changed. */
export function lineChanges(
  before: AccountLines,
  after: AccountLines,
  fromOn: EpochDay,
): LineChange[] {
  const out: LineChange[] = [];
  for (const component of ["interest", "penalty"] as const) {
    const was = before[component];
    const is = after[component];
    if (before.isMemo === after.isMemo) {
      note(out, { component, isMemo: after.isMemo, fromOn, change: less(is, was) });
    } else {
      note(out, { component, isMemo: before.isMemo, fromOn, change: less(nothing, was) });
      note(out, { component, isMemo: after.isMemo, fromOn, change: is });
    }
  }
  return out;
}

function note(out: LineChange[], it: LineChange): void {
  if (it.change.intercept !== 0n || it.change.slope !== 0n) out.push(it);
}

function less(a: Line, b: Line): Line {
  return { intercept: a.intercept - b.intercept, slope: a.slope - b.slope };
}

/** The line of one product in a book, and what the ledger already shows for it. */
export type AccrualPosition = {
  readonly productId: string;
  readonly productVersion: number;
  readonly component: AccruedComponent;
  readonly isMemo: boolean;
  readonly denominator: number;
  readonly line: Line;
};

/**
 * What the ledger must show as accrued at the end of a day: the line at the opening of the next,
 * rounded once per product and component. The whole book is never further than half a minor unit per
 * product from the exact sum.
 */
export function accruedAtEnd(position: AccrualPosition, on: EpochDay): number {
  const { intercept, slope } = position.line;
  const numerator = intercept + slope * BigInt(addDays(on, 1));
  return toSafeNumber(roundRatio(numerator, BigInt(position.denominator), "half-up"));
}

export type AccrualTotals = {
  readonly interestMinor: number;
  readonly penaltyMinor: number;
  readonly memoInterestMinor: number;
  readonly memoPenaltyMinor: number;
};

/** Sum of what the positions come to, per account of the ledger. */
export function accruedTargets(positions: readonly AccrualPosition[], on: EpochDay): AccrualTotals {
  const totals = { interestMinor: 0, penaltyMinor: 0, memoInterestMinor: 0, memoPenaltyMinor: 0 };
  for (const it of positions) {
    const amount = accruedAtEnd(it, on);
    if (it.component === "interest")
      totals[it.isMemo ? "memoInterestMinor" : "interestMinor"] += amount;
    else totals[it.isMemo ? "memoPenaltyMinor" : "penaltyMinor"] += amount;
  }
  return totals;
}

/**
 * The day's accrual as journal lines of the book: the difference between what must stand on the
 * accrued accounts and what does. Falling due has credited them; accrual fills them up again, and
 * that difference is the income of the day.
 */
export function accrualEntries(target: AccrualTotals, standing: AccrualTotals): Entry[] {
  const out: Entry[] = [];
  const book = (debit: keyof typeof gl, credit: keyof typeof gl, amount: number): void => {
    if (amount === 0) return;
    const component =
      debit === "interestAccrued" || debit === "memoInterestAccrued" ? "interest" : "penalty";
    out.push(
      entry({ debit: gl[debit], credit: gl[credit] }, amount, { reason: `accrued ${component}` }),
    );
  };
  book("interestAccrued", "interestIncome", target.interestMinor - standing.interestMinor);
  book("penaltyAccrued", "penaltyIncome", target.penaltyMinor - standing.penaltyMinor);
  book("memoInterestAccrued", "memoContra", target.memoInterestMinor - standing.memoInterestMinor);
  book("memoPenaltyAccrued", "memoContra", target.memoPenaltyMinor - standing.memoPenaltyMinor);
  return out;
}
