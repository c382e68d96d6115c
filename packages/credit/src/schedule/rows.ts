import { type EpochDay, mulDivRound, present } from "@fairdue/kernel";
import { plannedInterest, type RateBasis, weightOf } from "../interest/interest.ts";
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
  dueOn: EpochDay;
  principalMinor: number;
  interestMinor: number;
  feeMinor: number;
};

/** What is planned: the method, and what belongs to it alone. */
export type PlanShape = {
  readonly method: RepaymentMethod;
  /** Whole fee of a `flat-fee` plan as a share of its principal; 0 otherwise. */
  readonly feePpm: number;
  /** Principal of each instalment of a `custom-principal` plan; empty otherwise. */
  readonly principalMinor: readonly number[];
};

/**
 * The rows by which a principal falls due. Interest in them is what will accrue if all goes to
 * plan: each period's, exact, rounded once on its due day.
 */
export function planRows(
  basis: RateBasis,
  terms: InstalmentTerms,
  shape: PlanShape,
  span: PlanSpan,
): PlanRow[] {
  if (shape.method === "open") return [];
  if (shape.method === "custom-principal")
    return rowsByPrincipal(basis, span, shape.principalMinor);
  const down = mulDivRound(span.principalMinor, terms.downPaymentPpm, 1_000_000, basis.rounding);
  if (down === 0) return rowsOf(basis, terms, shape, span);
  const rest = { ...span, principalMinor: span.principalMinor - down };
  return [
    { dueOn: span.startOn, principalMinor: down, interestMinor: 0, feeMinor: 0 },
    ...rowsOf(basis, terms, shape, rest),
  ];
}

function rowsOf(
  basis: RateBasis,
  terms: InstalmentTerms,
  shape: PlanShape,
  span: PlanSpan,
): PlanRow[] {
  const n = span.dueOn.length;
  switch (shape.method) {
    case "equal-instalment":
      return levelRows(basis, terms, span);
    case "flat-fee":
      return withFees(
        rowsByPrincipal(basis, { ...span, rate: 0 }, equalParts(terms, span)),
        mulDivRound(span.principalMinor, shape.feePpm, 1_000_000, "half-up"),
        terms,
      );
    case "equal-principal":
      return rowsByPrincipal(basis, span, equalParts(terms, span));
    default:
      return rowsByPrincipal(
        basis,
        span,
        span.dueOn.map((_, k) => (k === n - 1 ? span.principalMinor : 0)),
      );
  }
}

const equalParts = (terms: InstalmentTerms, span: PlanSpan): number[] =>
  evenly(span.principalMinor, span.dueOn.length, {
    multiple: terms.multipleMinor,
    residue: terms.residue,
  });

/** Equal instalments, and the row that takes what rounding left. */
function levelRows(basis: RateBasis, terms: InstalmentTerms, span: PlanSpan): PlanRow[] {
  const level = levelFor(basis, terms, span);
  const rows = rowsByInstalment(basis, span, level);
  if (terms.finalRow === "smoothed") return smoothed(basis, span, { level, rows });
  return terms.residue === "first" ? firstTakes(basis, span, { level, rows }) : rows;
}

/** A multiple that would round the instalment away is not kept: the instalment stays unrounded. */
export function levelFor(basis: RateBasis, terms: InstalmentTerms, span: PlanSpan): number {
  const level = levelInstalment(basis, span, terms.multipleMinor);
  return level === 0 && terms.multipleMinor > 1 ? levelInstalment(basis, span) : level;
}

/** Each row pays the instalment, interest first; the last pays what is left. */
export function rowsByInstalment(
  basis: RateBasis,
  span: PlanSpan,
  instalment: number,
  firstInstalment: number = instalment,
): PlanRow[] {
  const { rate, dueOn } = span;
  const { isLinear } = basis;
  const n = dueOn.length;
  const rows: PlanRow[] = [];
  let balance = span.principalMinor;
  let from = span.startOn;
  for (let k = 0; k < n && balance > 0; k += 1) {
    const to = dueOn[k] ?? from;
    const parts = isLinear ? to - from : weightOf(basis, from, to);
    const interestMinor = rate === 0 ? 0 : plannedInterest(basis, balance * rate, parts);
    let principalMinor = balance;
    if (k < n - 1) {
      const toPrincipal = (k === 0 ? firstInstalment : instalment) - interestMinor;
      principalMinor = toPrincipal < 0 ? 0 : toPrincipal < balance ? toPrincipal : balance;
    }
    rows.push({ dueOn: to, principalMinor, interestMinor, feeMinor: 0 });
    balance -= principalMinor;
    from = to;
  }
  return rows;
}

type Levelled = { readonly level: number; readonly rows: PlanRow[] };

/** What the last of `n` rows differs by; rows that an early end made needless count in full. */
const lastExcess = (it: Levelled, n: number): number => {
  const last = it.rows.at(-1);
  const missing = n - it.rows.length;
  return last ? last.principalMinor + last.interestMinor - it.level * (1 + missing) : 0;
};

/** Moves the level instalment while that brings the last one nearer to it; at most three times. */
function smoothed(basis: RateBasis, span: PlanSpan, it: Levelled): PlanRow[] {
  const n = span.dueOn.length;
  let best = it;
  for (let round = 0; round < 3; round += 1) {
    const excess = lastExcess(best, n);
    if (Math.abs(excess) <= Math.floor(n / 2)) break;
    const level = best.level + mulDivRound(excess, 1, n, basis.rounding);
    const tried = { level, rows: rowsByInstalment(basis, span, level) };
    if (Math.abs(lastExcess(tried, n)) >= Math.abs(excess)) break;
    best = tried;
  }
  return best.rows;
}

/**
 * Puts what rounding left into the first instalment, so that all others are level. Because each
 * row's interest is itself rounded, up to a few minor units may have to stay in the last row.
 */
function firstTakes(basis: RateBasis, span: PlanSpan, it: Levelled): PlanRow[] {
  let growth = 1;
  let from = span.dueOn[0] ?? span.startOn;
  for (const to of span.dueOn.slice(1)) {
    growth *= 1 + (span.rate * weightOf(basis, from, to)) / basis.denominator;
    from = to;
  }
  let best = it;
  let first = it.level;
  const n = span.dueOn.length;
  for (let round = 0; round < 4 && lastExcess(best, n) !== 0; round += 1) {
    first += Math.round(lastExcess(best, n) / growth);
    const tried = { level: it.level, rows: rowsByInstalment(basis, span, it.level, first) };
    if (Math.abs(lastExcess(tried, n)) >= Math.abs(lastExcess(best, n))) break;
    best = tried;
  }
  return best.rows;
}

/** Rows whose principal is given; each bears the interest of what was in use before it. */
export function rowsByPrincipal(
  basis: RateBasis,
  span: PlanSpan,
  principal: readonly number[],
): PlanRow[] {
  const { rate, dueOn } = span;
  const rows: PlanRow[] = [];
  let balance = span.principalMinor;
  let from = span.startOn;
  for (let k = 0; k < dueOn.length; k += 1) {
    const to = present(dueOn[k], "in range");
    const principalMinor = principal[k] ?? 0;
    const interestMinor =
      rate === 0 ? 0 : plannedInterest(basis, balance * rate, weightOf(basis, from, to));
    rows.push({ dueOn: to, principalMinor, interestMinor, feeMinor: 0 });
    balance -= principalMinor;
    from = to;
  }
  return rows;
}

/** A fee in equal parts over the rows. */
function withFees(rows: PlanRow[], total: number, terms: InstalmentTerms): PlanRow[] {
  const parts = evenly(total, rows.length, { multiple: 1, residue: terms.feeResidue });
  return rows.map((row, k) => ({ ...row, feeMinor: parts[k] ?? 0 }));
}
