import {
  type AccountEvent,
  type AccountFact,
  type AccountState,
  advance,
  decide,
  fold,
  type Movement,
  type Product,
  record,
  type Refusal,
  stateAt,
  type Statement,
} from "@fairdue/credit";
import { accepted, assert, type EpochDay, type EventId, type Outcome } from "@fairdue/kernel";
import { type LineChange, lineChanges, linesOf, noLines } from "../close/accrual.ts";
import { type AccountPosting, goneStatements, newStatements, rollAccount } from "../close/roll.ts";
import { type Notice, noticesOf } from "../notice/notices.ts";
import { entriesOf } from "../posting/movement-entries.ts";

/** An account as the book holds it. `events` may be left out where `needsHistory` says so. */
export type Standing = {
  readonly state: AccountState | null;
  readonly events: readonly AccountEvent[];
};

/** One fact asked of one account. */
export type Order = {
  readonly eventId: EventId;
  /** Value day; before `bookedOn` for a backdated fact. */
  readonly on: EpochDay;
  /** Business day of the book on which it is booked: open, and not before any step already done. */
  readonly bookedOn: EpochDay;
  /** First day into which may still be booked: steps missed on closed days are booked then. */
  readonly openOn: EpochDay;
  readonly fact: AccountFact;
};

/** Everything that has to be written down, in one transaction, for an order to have happened. */
export type CarriedOut = {
  readonly event: AccountEvent;
  readonly state: AccountState;
  readonly movements: readonly Movement[];
  readonly postings: readonly AccountPosting[];
  readonly lineChanges: readonly LineChange[];
  /** New statements, and those that read otherwise now. */
  readonly statements: readonly Statement[];
  /** Ids of statements that are no more. */
  readonly statementsGone: readonly string[];
  /** What the calendar brought on the way. */
  readonly notices: readonly Notice[];
};

/** Which events of the account must be at hand to carry out an order. */
export function needsHistory(order: Pick<Order, "on" | "bookedOn" | "fact">): History {
  const { kind } = order.fact;
  if (kind === "repayment-returned" || kind === "return-reversed") return "all";
  if (order.on < order.bookedOn) return "all";
  return kind === "repaid" ? "repayments" : "none";
}

export type History = "all" | "repayments" | "none";

/**
 * Brings the account to the booking day, decides, and books the fact: the online path of every
 * command. A backdated fact leaves one posting with the difference to what was booked before.
 */
export function carryOut(
  product: Product,
  standing: Standing,
  order: Order,
): Outcome<CarriedOut, Refusal> {
  return carryOutAt(product, standing, { ...order, to: order.bookedOn });
}

/**
 * As `carryOut`, for a history that is told in order: the account is brought to the value day only,
 * whatever day it is booked on, so that each fact meets the account as it then was.
 */
export function carryOutInTime(
  product: Product,
  standing: Standing,
  order: Order,
): Outcome<CarriedOut, Refusal> {
  return carryOutAt(product, standing, { ...order, to: order.on });
}

/** `to`: the day to which the account is brought before and after. */
type Timed = Order & { readonly to: EpochDay };

function carryOutAt(
  product: Product,
  standing: Standing,
  order: Timed,
): Outcome<CarriedOut, Refusal> {
  return standing.state === null
    ? carryOutOpening(product, order)
    : carryOutOn(product, { state: standing.state, events: standing.events }, order);
}

function carryOutOpening(product: Product, order: Timed): Outcome<CarriedOut, Refusal> {
  const decided = decide(product, { state: null, events: [] }, order);
  if (!decided.ok) return decided;
  const event = stamp(decided.value, order, 1);
  const opened = fold(product, [event], order.on);
  const rolled = rollAccount(product, opened.state, { to: order.to, openOn: order.bookedOn });
  return accepted({
    event,
    state: rolled.state,
    movements: [...opened.movements, ...rolled.movements],
    postings: [...postingOf(event, opened.movements), ...rolled.postings],
    lineChanges: lineChanges(noLines, linesOf(product, rolled.state), order.bookedOn),
    statements: rolled.state.statements,
    statementsGone: [],
    notices: [],
  });
}

type Existing = Standing & { readonly state: AccountState };

function carryOutOn(
  product: Product,
  standing: Existing,
  order: Timed,
): Outcome<CarriedOut, Refusal> {
  const { on, bookedOn, openOn, to } = order;
  const before = rollAccount(product, standing.state, { to, openOn });
  const known = { state: stateOn(product, { ...standing, state: before.state }, on) };
  const decided = decide(product, { ...known, events: standing.events }, order);
  if (!decided.ok) return decided;
  const event = stamp(decided.value, order, standing.state.seq + 1);
  const booked = record(product, { events: standing.events, state: before.state, event });
  // What a backdated fact sets off between its day and today is news of today.
  const after = rollAccount(product, booked.state, { to, openOn: bookedOn });
  const changes = lineChanges(
    linesOf(product, before.state),
    linesOf(product, after.state),
    bookedOn,
  );
  return accepted({
    event,
    state: after.state,
    movements: [...before.movements, ...booked.movements, ...after.movements],
    postings: [...before.postings, ...postingOf(event, booked.movements), ...after.postings],
    lineChanges: [...before.lineChanges, ...changes],
    statements: newStatements(standing.state, after.state),
    statementsGone: goneStatements(standing.state, after.state),
    notices: noticesOf(product, standing.state, after.state),
  });
}

/** The account on the value day, as it was known: what `decide` looks at. */
function stateOn(product: Product, it: Existing, on: EpochDay): AccountState | null {
  if (on === it.state.asOf) return it.state;
  if (on > it.state.asOf) return advance(product, it.state, on).state;
  assert(it.events.length === it.state.seq, "a backdated fact needs the whole history");
  return stateAt(product, it.events, on);
}

function stamp(fact: AccountFact, order: Order, seq: number): AccountEvent {
  return { id: order.eventId, seq, valueOn: order.on, bookedOn: order.bookedOn, ...fact };
}

function postingOf(event: AccountEvent, movements: readonly Movement[]): AccountPosting[] {
  const entries = entriesOf(movements);
  if (entries.length === 0) return [];
  return [{ key: event.id, bookedOn: event.bookedOn, valueOn: event.valueOn, entries }];
}
