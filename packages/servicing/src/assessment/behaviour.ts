import {
  behaviourLog,
  behaviourTable,
  type BehaviourEvent,
  type BehaviourKind,
  type Table,
} from "@fairdue/assess";
import {
  type AccountEvent,
  type AccountState,
  advance,
  apply,
  dpdOn,
  fold,
  type Movement,
  type Product,
} from "@fairdue/credit";
import { type EpochDay, present } from "@fairdue/kernel";

/** An account as its events tell it. */
export type LivedAccount = {
  readonly accountId: string;
  readonly product: Product;
  /** In any order; those that the book did not know on the day asked about are left out. */
  readonly events: readonly AccountEvent[];
};

/**
 * What an account did up to a day, as the book knew it on that day: an event booked later, or dated
 * later, is not there, and neither is anything that follows from it. What falls due is taken from
 * the engine itself, step by step.
 */
export function behaviourOf(
  { product, events }: LivedAccount,
  account: number,
  asOf: EpochDay,
): readonly BehaviourEvent[] {
  const out: BehaviourEvent[] = [];
  const seen = new Set<string>();
  const add = (kind: BehaviourKind, on: number, it: { knownOn: number; amountMinor: number }) => {
    if (it.amountMinor > 0) out.push({ account, kind, on, ...it });
  };
  const step = (state: AccountState, movements: readonly Movement[], knownOn: EpochDay): void => {
    for (const it of movements)
      if (isCharge(it)) add("charge", it.valueOn, { knownOn, amountMinor: it.amountMinor });
    for (const due of state.dues) {
      if (seen.has(due.id)) continue;
      seen.add(due.id);
      const amountMinor = due.principalMinor + due.interestMinor + due.feeMinor + due.penaltyMinor;
      add("due", due.dueOn, { knownOn, amountMinor });
    }
  };
  const known = knownBy(events, asOf);
  walk(product, known, { to: asOf, step });
  for (const it of known) {
    const told = behaviourIn(it, known);
    if (told) add(told.kind, it.valueOn, { knownOn: it.bookedOn, amountMinor: told.amountMinor });
  }
  return out;
}

/**
 * Behaviour features of many accounts as of a day: the one definition, for serving (today) and for
 * training (a day long past).
 */
export function behaviourAsOf(accounts: readonly LivedAccount[], asOf: EpochDay): Table {
  const events = accounts.flatMap((it, k) => behaviourOf(it, k, asOf));
  return behaviourTable(
    behaviourLog(events, accounts.length),
    asOf,
    accounts.map((it) => it.accountId),
  );
}

/** The account at the opening of a day as the book knew it then; `null` before its opening. */
export function stateKnownOn(it: LivedAccount, asOf: EpochDay): AccountState | null {
  const known = knownBy(it.events, asOf);
  return known.length === 0 ? null : fold(it.product, known, asOf).state;
}

/** Whether the account was `dpd` days past due on any day after `after`, up to `through`. */
export function reachedDpd(
  { product, events }: LivedAccount,
  it: { readonly after: EpochDay; readonly through: EpochDay; readonly dpd: number },
): boolean {
  let reached = false;
  const look = (state: AccountState, on: EpochDay): void => {
    if (on > it.after && dpdOn(state, on) >= it.dpd) reached = true;
  };
  const known = knownBy(events, it.through);
  if (known.length === 0) return false;
  // Days past due fall only by an event: looking before each, and at the end, sees every day.
  const last = walk(product, known, { to: it.through, before: look });
  look(last, it.through);
  return reached || (last.status === "charged-off" && wasOpen(events, it.after));
}

function wasOpen(events: readonly AccountEvent[], on: EpochDay): boolean {
  return !events.some((it) => it.kind === "charged-off" && it.valueOn <= on);
}

type Watch = {
  readonly to: EpochDay;
  readonly step?: (state: AccountState, movements: readonly Movement[], on: EpochDay) => void;
  readonly before?: (state: AccountState, on: EpochDay) => void;
};

/** Lives an account step by step and shows each step. A returned repayment is left out, as in the book. */
function walk(product: Product, known: readonly AccountEvent[], watch: Watch): AccountState {
  const opening = known[0];
  if (opening === undefined) return fold(product, known, watch.to).state;
  let state = fold(product, [opening], opening.valueOn).state;
  const goTo = (on: EpochDay): void => {
    while (state.nextEventOn <= on) {
      const next = advance(product, state, state.nextEventOn);
      state = next.state;
      watch.step?.(state, next.movements, state.asOf);
    }
    if (state.asOf < on) state = advance(product, state, on).state;
  };
  for (const event of known.slice(1)) {
    goTo(event.valueOn);
    watch.before?.(state, event.valueOn);
    if (event.kind === "repaid" && isReturned(event.repaymentId, known)) continue;
    const next = apply(product, state, event);
    state = next.state;
    watch.step?.(state, next.movements, event.bookedOn);
  }
  goTo(watch.to);
  return state;
}

function knownBy(events: readonly AccountEvent[], asOf: EpochDay): readonly AccountEvent[] {
  return events
    .filter((it) => it.bookedOn <= asOf && it.valueOn <= asOf)
    .sort((a, b) => a.valueOn - b.valueOn || a.seq - b.seq);
}

function isReturned(repaymentId: string, known: readonly AccountEvent[]): boolean {
  let returns = 0;
  for (const it of known) {
    if (it.kind === "repayment-returned" && it.repaymentId === repaymentId) returns += 1;
    if (it.kind === "return-reversed" && it.repaymentId === repaymentId) returns -= 1;
  }
  return returns > 0;
}

/** Interest, fees and penalties that fell due or were charged: they are owed from then on. */
function isCharge({ kind, component }: Movement): boolean {
  return (kind === "fell-due" || kind === "charged") && component !== "principal";
}

type Told = { readonly kind: BehaviourKind; readonly amountMinor: number };

/** What an event says about behaviour; most say nothing. */
function behaviourIn(it: AccountEvent, known: readonly AccountEvent[]): Told | undefined {
  switch (it.kind) {
    case "opened":
    case "limit-changed":
      return { kind: "limit", amountMinor: it.limitMinor };
    case "drawn":
      return { kind: "draw", amountMinor: it.amountMinor };
    case "purchased":
      return { kind: "purchase", amountMinor: it.amountMinor };
    case "refunded":
      return { kind: "refund", amountMinor: it.amountMinor };
    case "repaid":
      return { kind: "repayment", amountMinor: it.amountMinor };
    case "repayment-returned": {
      const paid = known.find((one) => one.kind === "repaid" && one.repaymentId === it.repaymentId);
      return { kind: "returned", amountMinor: paid?.kind === "repaid" ? paid.amountMinor : 0 };
    }
    default:
      return undefined;
  }
}

/** One row of a table as an applicant's columns; a missing value is `null`. */
export function rowOf(table: Table, row: number): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    table.columns.map((it) => {
      const value =
        it.kind === "number" ? present(it.values[row], "a row of the table") : Number.NaN;
      return [it.name, Number.isNaN(value) ? null : value];
    }),
  );
}
