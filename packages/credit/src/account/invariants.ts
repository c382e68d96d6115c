import { assert } from "@fairdue/kernel";
import type { Component } from "../product/declaration.ts";
import { cycleNet } from "../statement/statement.ts";
import type { AccountState } from "./state.ts";
import { billBalance, dueTotal, principalTotal, type Working } from "./working.ts";

/**
 * What holds after every event and every day's steps, in production too:
 * - principal drawn = paid + refunded + waived + charged off + still owed;
 * - each charge billed = paid + refunded + waived + charged off + still owed;
 * - cash in = paid + kept as credit + paid out …; no component is negative;
 * - a statement's bill moves only by what its cycle names.
 */
export function assertInvariants(it: Working): void {
  const { state } = it;
  const { totals } = state;
  const { paid, refunded, waived, chargedOff, billed } = totals;
  const owed = outstanding(state);
  assert(
    totals.drawnMinor ===
      paid.principal +
        refunded.principal +
        waived.principal +
        chargedOff.principal +
        owed.principal,
    "principal adds up",
  );
  assert(
    billed.interest ===
      paid.interest + refunded.interest + waived.interest + chargedOff.interest + owed.interest,
    "interest adds up",
  );
  assert(
    billed.fee === paid.fee + refunded.fee + waived.fee + chargedOff.fee + owed.fee,
    "fees add up",
  );
  assert(
    billed.penalty ===
      paid.penalty + refunded.penalty + waived.penalty + chargedOff.penalty + owed.penalty,
    "penalty adds up",
  );
  const moneyIn = totals.cashInMinor + totals.refundsInMinor;
  const used = sum(paid) + sum(refunded) + totals.recoveredMinor;
  assert(moneyIn === used + state.creditMinor + totals.paidOutMinor, "money adds up");
  assert(state.creditMinor >= 0 && state.unbilledMinor >= 0, "no balance is negative");
  assert(state.restMinor >= 0, "no rest of a statement is negative");
  for (const due of state.dues) {
    assert(
      due.principalMinor >= 0 &&
        due.interestMinor >= 0 &&
        due.feeMinor >= 0 &&
        due.penaltyMinor >= 0,
      "no component of a due item is negative",
    );
    assert(dueTotal(due) > 0, "a due item that is paid is gone");
  }
  for (const draw of state.draws) {
    assert(draw.balanceMinor >= 0, "no draw is negative");
    if (draw.rows.length === 0) continue;
    let planned = 0;
    for (const row of draw.rows) planned += row.principalMinor;
    assert(planned === draw.balanceMinor, "a plan repays its balance");
  }
  if (it.product.isPurchases && state.status === "open") {
    const opening = state.statements.at(-1)?.closingMinor ?? 0;
    assert(billBalance(state) === opening + cycleNet(it), "the bill moves by what the cycle names");
  }
}

export type Outstanding = Record<Component, number>;

/** What is owed and booked, by component; accrual not yet due apart. */
export function outstanding(state: AccountState): Outstanding {
  const owed = { principal: principalTotal(state), interest: 0, fee: 0, penalty: 0 };
  for (const due of state.dues) {
    owed.interest += due.interestMinor;
    owed.fee += due.feeMinor;
    owed.penalty += due.penaltyMinor;
  }
  return owed;
}

function sum(amounts: Readonly<Record<Component, number>>): number {
  return amounts.principal + amounts.interest + amounts.fee + amounts.penalty;
}
