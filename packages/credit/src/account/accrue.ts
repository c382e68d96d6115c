import { addDays, assert, type EpochDay, minor, type Minor } from "@fairdue/kernel";
import { capOn, type Product, weightOf } from "../product/product.ts";
import type { AccountState, Draw, Due } from "./state.ts";
import { principalTotal } from "./working.ts";

/** Beyond this the room under the cap is as good as endless; keeps it a machine integer. */
const headroomMax = 4e15;

/**
 * Brings every numerator from `asOf` to `to`, linearly: [asOf, to) counts, `to` does not
 * (算头不算尾). Nothing else may happen in between; the caller steps from event to event.
 */
export function accrueTo(product: Product, state: AccountState, to: EpochDay): void {
  const weight = weightOf(product, state.asOf, to);
  const isPenaltyPaused = state.moratorium !== null;
  if (weight > 0 && bears(product, state)) {
    const cap = capOn(product, state.asOf);
    let charged = 0;
    for (const draw of state.draws) {
      const slope = drawSlope(draw, state.asOf, cap);
      draw.interestAccrued = exact(draw.interestAccrued + slope * weight);
      charged += slope;
    }
    for (const due of state.dues) {
      if (!due.isOverdue) continue;
      const interest = interestSlope(due, cap);
      const penalty = isPenaltyPaused ? 0 : penaltySlope(product, due, cap);
      due.interestAccrued = exact(due.interestAccrued + interest * weight);
      due.penaltyAccrued = exact(due.penaltyAccrued + penalty * weight);
      charged += interest + penalty;
    }
    if (cap !== undefined) {
      const room = (principalTotal(state) * cap - charged) * weight;
      state.headroom = Math.min(headroomMax, state.headroom + room);
    }
  }
  state.asOf = to;
}

/** Nothing accrues after charge-off, sale or closure, nor after death where the contract says so. */
export function bears(product: Product, state: AccountState): boolean {
  if (state.status !== "open") return false;
  return state.diedOn === null || product.declaration.death.interest === "continues";
}

const below = (rate: number, cap: number | undefined): number =>
  cap === undefined || rate < cap ? rate : cap;

export function drawSlope(draw: Draw, on: EpochDay, cap: number | undefined): number {
  return on < draw.freeUntilOn ? 0 : draw.balanceMinor * below(draw.rate, cap);
}

export function interestSlope(due: Due, cap: number | undefined): number {
  return due.principalMinor * below(due.rate, cap);
}

export function penaltySlope(product: Product, due: Due, cap: number | undefined): number {
  const room = cap === undefined ? due.penaltyRate : cap - below(due.rate, cap);
  const base = product.declaration.overdue.onInterest
    ? due.principalMinor + due.interestMinor
    : due.principalMinor;
  return base * Math.min(due.penaltyRate, room);
}

/**
 * The closed form of an account's accrual: for every day d with `accruedTo` ≤ d < the state's
 * `nextEventOn` (equality included: the steps of that day come after),
 *
 *     accrued(d) = numerator + slopePerDay × (d − accruedTo)      over `denominator`, exactly.
 *
 * A book's accrual is therefore Σ(numerator − slope × accruedTo) + d × Σ slope, one aggregate.
 */
export type AccrualLine = {
  readonly accruedTo: EpochDay;
  readonly interestNumerator: number;
  readonly interestSlopePerDay: number;
  readonly penaltyNumerator: number;
  readonly penaltySlopePerDay: number;
  readonly denominator: number;
};

export function accrualLine(product: Product, state: AccountState): AccrualLine {
  const isBearing = bears(product, state);
  const cap = capOn(product, state.asOf);
  const weight = isBearing ? weightOf(product, state.asOf, nextDay(state.asOf)) : 0;
  const line = { interest: 0, interestSlope: 0, penalty: 0, penaltySlope: 0 };
  for (const draw of state.draws) {
    line.interest += draw.interestAccrued;
    line.interestSlope += drawSlope(draw, state.asOf, cap) * weight;
  }
  for (const due of state.dues) {
    line.interest += due.interestAccrued;
    line.penalty += due.penaltyAccrued;
    if (!due.isOverdue) continue;
    line.interestSlope += interestSlope(due, cap) * weight;
    if (!state.moratorium) line.penaltySlope += penaltySlope(product, due, cap) * weight;
  }
  return {
    accruedTo: state.asOf,
    interestNumerator: exact(line.interest),
    interestSlopePerDay: exact(line.interestSlope),
    penaltyNumerator: exact(line.penalty),
    penaltySlopePerDay: exact(line.penaltySlope),
    denominator: product.denominator,
  };
}

/** What a fee may still take under the cap, in whole minor units; the fee itself when uncapped. */
export function underCap(product: Product, state: AccountState, fee: number): Minor {
  if (capOn(product, state.asOf) === undefined) return minor(fee);
  const room = Math.max(0, Math.floor(state.headroom / product.denominator));
  return minor(Math.min(fee, room));
}

/** Takes a charge out of the room under the cap. */
export function useHeadroom(product: Product, state: AccountState, charge: number): void {
  if (capOn(product, state.asOf) === undefined) return;
  state.headroom = exact(state.headroom - charge * product.denominator);
}

function nextDay(on: EpochDay): EpochDay {
  return addDays(on, 1);
}

function exact(numerator: number): number {
  assert(Number.isSafeInteger(numerator), "an accrual numerator is a safe integer");
  return numerator;
}
