import type { FactOf } from "../event/event.ts";
import type { Component } from "../product/declaration.ts";
import { clearance } from "../waterfall/waterfall.ts";
import { fallDue } from "../interest/interest.ts";
import { outstanding } from "./invariants.ts";
import type { AccountState } from "./state.ts";
import { bill, move, type Working } from "./working.ts";

/** The loss is booked and the debt lives on as a claim, to the cent of that day. */
export function chargeOff(it: Working): void {
  const { state } = it;
  const owed = clearBook(it, "charged-off");
  state.status = "charged-off";
  state.claim.principalMinor += owed.principal;
  state.claim.interestMinor += owed.interest;
  state.claim.feeMinor += owed.fee;
  state.claim.penaltyMinor += owed.penalty;
}

/** The claim passes to a buyer; from here on somebody else is owed. */
export function sell(it: Working, fact: FactOf<"sold">): void {
  const { state } = it;
  clearBook(it, "sold");
  state.claim = { principalMinor: 0, interestMinor: 0, feeMinor: 0, penaltyMinor: 0 };
  state.status = "sold";
  move(it, {
    kind: "sale-price",
    component: "principal",
    amountMinor: fact.priceMinor,
    channel: fact.buyer,
  });
}

/** Takes every balance off the book, accrual rounded to the day; what it came to. */
function clearBook(it: Working, kind: "charged-off" | "sold"): Record<Component, number> {
  const { product, state } = it;
  let late = 0;
  for (const due of state.dues) {
    if (due.isOverdue) late += due.principalMinor;
    const interest = fallDue(product, due.interestAccrued);
    const penalty = fallDue(product, due.penaltyAccrued);
    due.interestMinor += interest;
    due.penaltyMinor += penalty;
    bill(it, "interest", interest);
    bill(it, "penalty", penalty);
  }
  let accrued = 0;
  for (const draw of state.draws) accrued += fallDue(product, draw.interestAccrued);
  bill(it, "interest", accrued);
  const owed = outstanding(state);
  owed.interest += accrued;
  move(it, { kind, component: "principal", amountMinor: owed.principal - late });
  move(it, { kind, component: "principal-overdue", amountMinor: late });
  for (const component of ["interest", "fee", "penalty"] as const) {
    move(it, { kind, component, amountMinor: owed[component] });
  }
  for (const component of ["principal", "interest", "fee", "penalty"] as const) {
    state.totals.chargedOff[component] += owed[component];
  }
  empty(it);
  return owed;
}

function empty(it: Working): void {
  const { state } = it;
  for (const draw of state.draws) {
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
  state.draws = [];
  state.dues = [];
  state.fees = [];
  state.holds = [];
  state.unbilledMinor = 0;
  state.restMinor = 0;
}

/** Takes effect only when nothing is owed either way: a backdated event may have changed that. */
export function close(it: Working): void {
  const { product, state } = it;
  const owed = outstanding(state);
  let accrued = 0;
  for (const due of state.dues) accrued += clearance(product, due);
  for (const draw of state.draws) accrued += fallDue(product, draw.interestAccrued);
  const isEven = owed.principal + accrued + state.creditMinor === 0;
  if (isEven && state.status === "open") {
    state.status = "closed";
    setLimit(it, 0);
  }
}

/** The promise to lend, as a memo: it grows and shrinks with the limit. */
export function setLimit(it: Working, limitMinor: number): void {
  const { state } = it;
  move(it, {
    kind: "limit-granted",
    component: "commitment",
    amountMinor: limitMinor - state.limitMinor,
  });
  state.limitMinor = limitMinor;
}

export function die(state: AccountState): void {
  state.diedOn ??= state.asOf;
}
