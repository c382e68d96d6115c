import { assert, type EpochDay, present } from "@fairdue/kernel";
import type { AccountEvent } from "../event/event.ts";
import { differenceOf, type Movement } from "../movement/movement.ts";
import { never, type Product } from "../product/product.ts";
import { closingAfter } from "../statement/cycle.ts";
import { applyEvent } from "./apply.ts";
import { copyState } from "./copy.ts";
import type { AccountState, Totals } from "./state.ts";
import { stepTo } from "./steps.ts";
import { emptyCycle, type Working } from "./working.ts";

/** An account and the movements that brought it there. */
export type Folded = { readonly state: AccountState; readonly movements: readonly Movement[] };

/**
 * The account that a list of events makes, at the opening of `to` (or at its last event when that
 * is later). Events may come in any order: they count by value day, then by `seq`. A repayment
 * whose return stands is left out, so that the account is what it would have been without it.
 */
export function fold(product: Product, events: readonly AccountEvent[], to: EpochDay): Folded {
  const ordered = inValueOrder(events);
  const opened = present(ordered[0], "an account begins with an event");
  assert(opened.kind === "opened", "the first event of an account opens it");
  const it: Working = { product, state: newState(product, opened), movements: [], bookedOn: null };
  const returned = returnedIn(events);
  let seq = 0;
  for (const event of ordered) {
    if (event.seq > seq) seq = event.seq;
    if (event.kind === "repaid" && (returned.get(event.repaymentId) ?? 0) > event.seq) continue;
    applyEvent(it, event);
  }
  it.state.seq = seq;
  stepTo(it, to);
  return { state: it.state, movements: it.movements };
}

/**
 * The account at a day, from product, events and that day alone: later events do not count.
 * `null` before its opening.
 */
export function stateAt(
  product: Product,
  events: readonly AccountEvent[],
  on: EpochDay,
): AccountState | null {
  const known = events.filter((event) => event.valueOn <= on);
  return known.length === 0 ? null : fold(product, known, on).state;
}

/** Brings a state forward to the opening of a day; the state given is left alone. */
export function advance(product: Product, state: AccountState, to: EpochDay): Folded {
  const it: Working = { product, state: copyState(state), movements: [], bookedOn: null };
  stepTo(it, to);
  return { state: it.state, movements: it.movements };
}

/** One event that is not before the state's day; see `record` for those that are. */
export function apply(product: Product, state: AccountState, event: AccountEvent): Folded {
  assert(event.valueOn >= state.asOf, "an event is applied at or after the day of the state");
  const it: Working = { product, state: copyState(state), movements: [], bookedOn: null };
  applyEvent(it, event);
  it.state.seq = Math.max(it.state.seq, event.seq);
  return { state: it.state, movements: it.movements };
}

export type Recording = {
  /** Every event booked before this one, in any order. */
  readonly events: readonly AccountEvent[];
  /** The account that those events make. */
  readonly state: AccountState;
  readonly event: AccountEvent;
};

/**
 * Books one event, the online path. In value order it is applied to the state; backdated (or a
 * return) the account is folded anew with it, and the movements are the difference to what was
 * booked, dated `event.bookedOn`. Linear in the number of events either way.
 */
export function record(product: Product, recording: Recording): Folded {
  const { events, state, event } = recording;
  const changesThePast = event.kind === "repayment-returned" || event.kind === "return-reversed";
  if (event.valueOn >= state.asOf && !changesThePast) return apply(product, state, event);
  const to = event.valueOn > state.asOf ? event.valueOn : state.asOf;
  const before = fold(product, events, state.asOf);
  const after = fold(product, [...events, event], to);
  return {
    state: after.state,
    movements: differenceOf(before.movements, after.movements, event.bookedOn),
  };
}

export function inValueOrder(events: readonly AccountEvent[]): readonly AccountEvent[] {
  for (let k = 1; k < events.length; k += 1) {
    const a = present(events[k - 1], "in range");
    const b = present(events[k], "in range");
    if (a.valueOn > b.valueOn || (a.valueOn === b.valueOn && a.seq > b.seq)) {
      return [...events].sort((x, y) => x.valueOn - y.valueOn || x.seq - y.seq);
    }
  }
  return events;
}

/** Repayments whose last word is a return, with the `seq` of that return. */
export function returnedIn(events: readonly AccountEvent[]): ReadonlyMap<string, number> {
  const last = new Map<string, AccountEvent>();
  for (const event of events) {
    if (event.kind !== "repayment-returned" && event.kind !== "return-reversed") continue;
    if (event.seq > (last.get(event.repaymentId)?.seq ?? 0)) last.set(event.repaymentId, event);
  }
  const out = new Map<string, number>();
  for (const [id, event] of last) if (event.kind === "repayment-returned") out.set(id, event.seq);
  return out;
}

function newState(
  product: Product,
  opened: Extract<AccountEvent, { kind: "opened" }>,
): AccountState {
  const on = opened.valueOn;
  return {
    accountId: opened.accountId,
    asOf: on,
    seq: 0,
    status: "open",
    freezes: [],
    openedOn: on,
    limitMinor: 0,
    rate: opened.rate,
    dueDay: opened.dueDay,
    statementOn: product.isPurchases ? closingAfter(product, opened.dueDay, on) : never,
    draws: [],
    settled: [],
    purchases: [],
    holds: [],
    statements: [],
    dues: [],
    fees: [],
    unbilledMinor: 0,
    restMinor: 0,
    creditMinor: 0,
    claim: { principalMinor: 0, interestMinor: 0, feeMinor: 0, penaltyMinor: 0 },
    moratorium: null,
    diedOn: null,
    forborneOn: null,
    forborneFloor: 0,
    ageing: {
      oldestUnpaidOn: never,
      bucket: 0,
      grade: "normal",
      stage: 1,
      isNonAccrual: false,
      dpdMax: 0,
      provisionMinor: 0,
    },
    cycle: emptyCycle(),
    headroom: 0,
    totals: newTotals(),
    nextEventOn: never,
  };
}

function newTotals(): Totals {
  const none = () => ({ principal: 0, interest: 0, fee: 0, penalty: 0 });
  return {
    drawnMinor: 0,
    paid: none(),
    refunded: none(),
    waived: none(),
    chargedOff: none(),
    billed: none(),
    cashInMinor: 0,
    paidOutMinor: 0,
    refundsInMinor: 0,
    recoveredMinor: 0,
  };
}
