import { type EpochDay, mulDivRound } from "@fairdue/kernel";
import { type RateBasis, weightOf } from "../interest/interest.ts";
import {
  columnsByInstalment,
  columnsByPrincipal,
  type PlanColumns,
  type PlanRoom,
} from "./columns.ts";
import { evenly, levelInstalment, type PlanSpan } from "./instalment.ts";
import type { InstalmentTerms } from "./terms.ts";

/** How a draw is paid back. `open` bears interest by the day and has no schedule. */
export type RepaymentMethod =
  | "equal-instalment"
  | "equal-principal"
  | "interest-first"
  | "bullet"
  | "custom-principal"
  | "flat-fee"
  | "open";

export type PlanRow = {
  readonly dueOn: EpochDay;
  readonly principalMinor: number;
  readonly interestMinor: number;
  readonly feeMinor: number;
};

/** What is planned: the method, and what belongs to it alone. */
export type PlanShape = {
  readonly method: RepaymentMethod;
  /** Whole fee of a `flat-fee` plan as a share of its principal; 0 otherwise. */
  readonly feePpm: number;
  /** Principal of each instalment of a `custom-principal` plan; empty otherwise. */
  readonly principalMinor: readonly number[];
};

/** A plan in its parts: the down payment, the rows after it, the level instalment if there is one. */
export type PlanParts = {
  readonly downMinor: number;
  readonly columns: PlanColumns;
  readonly feeMinor: readonly number[] | null;
  readonly level: number | null;
};

/**
 * How a principal falls due. Interest in the rows is what will accrue if all goes to plan: each
 * period's, exact, rounded once on its due day.
 */
export function planParts(
  basis: RateBasis,
  terms: InstalmentTerms,
  shape: PlanShape,
  it: { readonly span: PlanSpan; readonly room?: PlanRoom },
): PlanParts {
  const { span, room } = it;
  const isOwnPlan = shape.method === "custom-principal";
  const downMinor = isOwnPlan
    ? 0
    : mulDivRound(span.principalMinor, terms.downPaymentPpm, 1_000_000, basis.rounding);
  const rest =
    downMinor === 0 ? span : { ...span, principalMinor: span.principalMinor - downMinor };
  switch (shape.method) {
    case "equal-instalment":
      return { downMinor, feeMinor: null, ...levelColumns(basis, terms, rest, room) };
    case "flat-fee": {
      const columns = columnsByPrincipal(basis, { ...rest, rate: 0 }, equalParts(terms, rest));
      const total = mulDivRound(rest.principalMinor, shape.feePpm, 1_000_000, "half-up");
      const residue = terms.feeResidue;
      const feeMinor = evenly(total, rest.dueOn.length, { multiple: 1, residue });
      return { downMinor, columns, feeMinor, level: null };
    }
    default: {
      const columns = columnsByPrincipal(basis, rest, principalOf(terms, shape, rest));
      return { downMinor, columns, feeMinor: null, level: null };
    }
  }
}

function principalOf(terms: InstalmentTerms, shape: PlanShape, span: PlanSpan): readonly number[] {
  if (shape.method === "custom-principal") return shape.principalMinor;
  if (shape.method === "equal-principal") return equalParts(terms, span);
  const last = span.dueOn.length - 1;
  return span.dueOn.map((_, k) => (k === last ? span.principalMinor : 0));
}

/** The rows by which a new draw falls due. */
export function planRows(
  basis: RateBasis,
  terms: InstalmentTerms,
  shape: PlanShape,
  span: PlanSpan,
): PlanRow[] {
  if (shape.method === "open") return [];
  const { downMinor, columns, feeMinor } = planParts(basis, terms, shape, { span });
  const rows = rowsOf(columns, feeMinor);
  if (downMinor === 0) return rows;
  const down = { dueOn: span.startOn, principalMinor: downMinor, interestMinor: 0, feeMinor: 0 };
  return [down, ...rows];
}

/** Columns as rows. */
export function rowsOf(columns: PlanColumns, feeMinor: readonly number[] | null): PlanRow[] {
  const { dueOn, count, principalMinor, interestMinor } = columns;
  const rows: PlanRow[] = [];
  for (let k = 0; k < count; k += 1) {
    rows.push({
      dueOn: dueOn[k]!,
      principalMinor: principalMinor[k]!,
      interestMinor: interestMinor[k]!,
      feeMinor: feeMinor === null ? 0 : feeMinor[k]!,
    });
  }
  return rows;
}

const equalParts = (terms: InstalmentTerms, span: PlanSpan): number[] =>
  evenly(span.principalMinor, span.dueOn.length, {
    multiple: terms.multipleMinor,
    residue: terms.residue,
  });

type Levelled = { readonly level: number; readonly columns: PlanColumns };

/** Equal instalments, and the row that takes what rounding left. */
function levelColumns(
  basis: RateBasis,
  terms: InstalmentTerms,
  span: PlanSpan,
  room?: PlanRoom,
): Levelled {
  const level = levelFor(basis, terms, span);
  const both = { instalment: level, first: level };
  const it = { level, columns: columnsByInstalment(basis, span, both, room) };
  if (terms.finalRow === "smoothed") return smoothed(basis, span, it);
  return terms.residue === "first" ? firstTakes(basis, span, it) : it;
}

/** A multiple that would round the instalment away is not kept: the instalment stays unrounded. */
export function levelFor(basis: RateBasis, terms: InstalmentTerms, span: PlanSpan): number {
  const level = levelInstalment(basis, span, terms.multipleMinor);
  return level === 0 && terms.multipleMinor > 1 ? levelInstalment(basis, span) : level;
}

/** What the last of `n` rows differs by; rows that an early end made needless count in full. */
function lastExcess({ level, columns }: Levelled, n: number): number {
  const { count, principalMinor, interestMinor } = columns;
  const missing = n - count;
  const last = (principalMinor[count - 1] ?? 0) + (interestMinor[count - 1] ?? 0);
  return last - level * (1 + missing);
}

/** Moves the level instalment while that brings the last one nearer to it; at most three times. */
function smoothed(basis: RateBasis, span: PlanSpan, it: Levelled): Levelled {
  const n = span.dueOn.length;
  let best = it;
  for (let round = 0; round < 3; round += 1) {
    const excess = lastExcess(best, n);
    if (Math.abs(excess) <= Math.floor(n / 2)) break;
    const level = best.level + mulDivRound(excess, 1, n, basis.rounding);
    const both = { instalment: level, first: level };
    const tried = { level, columns: columnsByInstalment(basis, span, both) };
    if (Math.abs(lastExcess(tried, n)) >= Math.abs(excess)) break;
    best = tried;
  }
  return best;
}

/**
 * Puts what rounding left into the first instalment, so that all others are level. Because each
 * row's interest is itself rounded, up to a few minor units may have to stay in the last row.
 */
function firstTakes(basis: RateBasis, span: PlanSpan, it: Levelled): Levelled {
  const n = span.dueOn.length;
  let growth = 1;
  let from = span.dueOn[0] ?? span.startOn;
  for (const to of span.dueOn.slice(1)) {
    growth *= 1 + (span.rate * weightOf(basis, from, to)) / basis.denominator;
    from = to;
  }
  const { level } = it;
  let best = it;
  let first = level;
  for (let round = 0; round < 4 && lastExcess(best, n) !== 0; round += 1) {
    first += Math.round(lastExcess(best, n) / growth);
    const tried = {
      level,
      columns: columnsByInstalment(basis, span, { instalment: level, first }),
    };
    if (Math.abs(lastExcess(tried, n)) >= Math.abs(lastExcess(best, n))) break;
    best = tried;
  }
  return best;
}
