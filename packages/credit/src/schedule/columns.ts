import { type EpochDay, present } from "@fairdue/kernel";
import { plannedInterest, type RateBasis, weightOf } from "../interest/interest.ts";
import type { PlanSpan } from "./instalment.ts";

/**
 * A plan column by column: the k-th row at index k, whole minor units, the first `count` only (an
 * early end makes the last rows needless).
 */
export type PlanColumns = {
  readonly dueOn: readonly EpochDay[];
  readonly count: number;
  readonly principalMinor: Float64Array;
  readonly interestMinor: Float64Array;
};

/** Room for the columns of a plan; may be used again once its last plan has been read. */
export type PlanRoom = {
  readonly principalMinor: Float64Array;
  readonly interestMinor: Float64Array;
};

export function roomFor(rows: number): PlanRoom {
  return { principalMinor: new Float64Array(rows), interestMinor: new Float64Array(rows) };
}

export type Level = { readonly instalment: number; readonly first: number };

/** Below this, sums and products of the fast path are exact machine integers. */
const exactMax = 2 ** 52;

/** Each row pays the instalment, interest first; the last pays what is left. */
export function columnsByInstalment(
  basis: RateBasis,
  span: PlanSpan,
  level: Level,
  room: PlanRoom = roomFor(span.dueOn.length),
): PlanColumns {
  return isQuick(basis, span)
    ? quickColumns(basis, span, level, room)
    : carefulColumns(basis, span, level, room);
}

/** Every numerator of the plan, and half a denominator more, is a safe machine integer. */
function isQuick(basis: RateBasis, span: PlanSpan): boolean {
  if (basis.rounding !== "half-up" || !basis.isLinear) return false;
  const days = present(span.dueOn.at(-1), "a plan has rows") - span.startOn;
  return span.principalMinor * span.rate * days + basis.denominator < exactMax;
}

/**
 * Interest by one multiplication and a remainder that corrects it: the estimate is off by at most
 * one, the remainder is exact, so the result is `fallDue`'s (proved by property). Only the estimate
 * lies on the way from one balance to the next, which is what the time goes into.
 */
function quickColumns(basis: RateBasis, span: PlanSpan, level: Level, room: PlanRoom): PlanColumns {
  const { rate, dueOn } = span;
  const { denominator } = basis;
  const { principalMinor, interestMinor } = room;
  const reciprocal = 1 / denominator;
  const half = denominator / 2;
  const last = dueOn.length - 1;
  let balance = span.principalMinor;
  let pay = level.first;
  let from: number = span.startOn;
  let k = 0;
  for (; k <= last && balance > 0; k += 1) {
    const to: number = dueOn[k]!;
    const factor = rate * (to - from);
    let due = Math.floor(balance * (factor * reciprocal) + 0.5);
    const remainder = balance * factor + half - due * denominator;
    if (remainder < 0) due -= 1;
    else if (remainder >= denominator) due += 1;
    const open = pay - due;
    let part = open;
    if (k === last || open > balance) part = balance;
    else if (open < 0) part = 0;
    principalMinor[k] = part;
    interestMinor[k] = due;
    balance -= part;
    pay = level.instalment;
    from = to;
  }
  return { dueOn, count: k, principalMinor, interestMinor };
}

/** The same for any rounding, day count and size. */
export function carefulColumns(
  basis: RateBasis,
  span: PlanSpan,
  level: Level,
  room: PlanRoom = roomFor(span.dueOn.length),
): PlanColumns {
  const { rate, dueOn } = span;
  const { principalMinor, interestMinor } = room;
  const last = dueOn.length - 1;
  let balance = span.principalMinor;
  let from = span.startOn;
  let k = 0;
  for (; k <= last && balance > 0; k += 1) {
    const to = dueOn[k]!;
    const due = plannedInterest(basis, balance * rate, weightOf(basis, from, to));
    const open = (k === 0 ? level.first : level.instalment) - due;
    const part = k === last || open > balance ? balance : Math.max(0, open);
    principalMinor[k] = part;
    interestMinor[k] = due;
    balance -= part;
    from = to;
  }
  return { dueOn, count: k, principalMinor, interestMinor };
}

/** Rows whose principal is given; each bears the interest of what was in use before it. */
export function columnsByPrincipal(
  basis: RateBasis,
  span: PlanSpan,
  principal: readonly number[],
): PlanColumns {
  const { rate, dueOn } = span;
  const { principalMinor, interestMinor } = roomFor(dueOn.length);
  let balance = span.principalMinor;
  let from = span.startOn;
  for (let k = 0; k < dueOn.length; k += 1) {
    const to = dueOn[k]!;
    principalMinor[k] = principal[k] ?? 0;
    if (rate !== 0) {
      interestMinor[k] = plannedInterest(basis, balance * rate, weightOf(basis, from, to));
    }
    balance -= principal[k] ?? 0;
    from = to;
  }
  return { dueOn, count: dueOn.length, principalMinor, interestMinor };
}
