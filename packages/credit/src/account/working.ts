import { type EpochDay, minor } from "@fairdue/kernel";
import type { Movement, MovementComponent, MovementKind } from "../movement/movement.ts";
import type { Component } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";
import type { AccountState, CycleTotals, Draw, Due } from "./state.ts";

/** One fold under way: it owns `state` and mutates it; the movements are its output. */
export type Working = {
  readonly product: Product;
  readonly state: AccountState;
  readonly movements: Movement[];
  /** Business day on which what happens now is booked; the value day when `null`. */
  bookedOn: EpochDay | null;
};

export type Line = {
  readonly kind: MovementKind;
  readonly component: MovementComponent;
  readonly amountMinor: number;
  readonly channel?: string;
};

/** Notes a movement of this day; nothing when the amount is zero. */
export function move(it: Working, line: Line): void {
  if (line.amountMinor === 0) return;
  const { state } = it;
  it.movements.push({
    kind: line.kind,
    component: line.component,
    amountMinor: minor(line.amountMinor),
    valueOn: state.asOf,
    bookedOn: it.bookedOn ?? state.asOf,
    channel: line.channel ?? "",
    isMemo: state.ageing.isNonAccrual && isCharge(line.component),
  });
}

function isCharge(component: MovementComponent): boolean {
  return component === "interest" || component === "penalty" || component === "fee";
}

export const dueTotal = (due: Due): number =>
  due.principalMinor + due.interestMinor + due.feeMinor + due.penaltyMinor;

export function duesTotal(state: AccountState): number {
  let total = 0;
  for (const due of state.dues) total += dueTotal(due);
  return total;
}

/** Principal in use, wherever it stands: plans, due items, purchases billed or not. */
export function principalTotal(state: AccountState): number {
  let total = state.unbilledMinor + state.restMinor;
  for (const draw of state.draws) total += draw.balanceMinor;
  for (const due of state.dues) total += due.principalMinor;
  return total;
}

/** What stands on or will come on the statement of a purchases account (plans not yet due apart). */
export function billBalance(state: AccountState): number {
  const revolving = revolvingOf(state)?.balanceMinor ?? 0;
  return duesTotal(state) + state.restMinor + state.unbilledMinor + revolving;
}

export function revolvingOf(state: AccountState): Draw | undefined {
  for (const draw of state.draws) if (draw.origin === "revolving") return draw;
  return undefined;
}

export const amountOf = (due: Due, component: Component): number =>
  component === "principal"
    ? due.principalMinor
    : component === "interest"
      ? due.interestMinor
      : component === "fee"
        ? due.feeMinor
        : due.penaltyMinor;

export function reduceDue(due: Due, component: Component, amount: number): void {
  if (component === "principal") due.principalMinor -= amount;
  else if (component === "interest") due.interestMinor -= amount;
  else if (component === "fee") due.feeMinor -= amount;
  else due.penaltyMinor -= amount;
}

/** Notes an interest, fee or penalty that is now billed. */
export function bill(
  it: Working,
  component: Exclude<Component, "principal">,
  amount: number,
): void {
  if (amount === 0) return;
  const { state } = it;
  state.totals.billed[component] += amount;
  if (component === "interest") state.cycle.interestMinor += amount;
  else if (component === "fee") state.cycle.feeMinor += amount;
  else state.cycle.penaltyMinor += amount;
  move(it, { kind: component === "fee" ? "charged" : "fell-due", component, amountMinor: amount });
}

/** Drops what is paid: due items without a balance, draws without rows or balance. */
export function sweep(it: Working): void {
  const { state } = it;
  if (state.dues.some((due) => dueTotal(due) === 0)) {
    state.dues = state.dues.filter((due) => dueTotal(due) !== 0);
  }
  const isDone = (draw: Draw): boolean =>
    draw.balanceMinor === 0 &&
    draw.interestAccrued === 0 &&
    draw.rows.length === 0 &&
    !state.dues.some((due) => due.drawId === draw.id);
  if (!state.draws.some(isDone)) return;
  for (const draw of state.draws) {
    if (!isDone(draw) || draw.origin === "revolving") continue;
    state.settled.push({
      id: draw.id,
      origin: draw.origin,
      on: draw.on,
      settledOn: state.asOf,
      purchaseId: draw.purchaseId,
      originalMinor: draw.originalMinor,
      feeBilledMinor: draw.feeBilledMinor,
    });
  }
  state.draws = state.draws.filter((draw) => !isDone(draw));
}

export const emptyCycle = (): CycleTotals => ({
  purchasesMinor: 0,
  instalmentsMinor: 0,
  interestMinor: 0,
  feeMinor: 0,
  penaltyMinor: 0,
  paymentsMinor: 0,
  refundsMinor: 0,
  waivedMinor: 0,
  convertedMinor: 0,
});
