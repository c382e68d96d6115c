import {
  type AccountFact,
  type AccountState,
  advance,
  dueQuote,
  never,
  outstanding,
  type Refusal,
} from "@fairdue/credit";
import {
  accepted,
  type EpochDay,
  epochDay,
  type EventId,
  formatDay,
  minor,
  type Outcome,
  parseId,
  present,
  type Problem,
  refused,
} from "@fairdue/kernel";
import { rollAccount, type Rolled } from "../close/roll.ts";
import { type CarriedOut, carryOutInTime, type Standing } from "../command/carry-out.ts";
import { problem } from "./expression.ts";
import type { TapeMap } from "./map.ts";
import type { TapeLoan } from "./row.ts";

/** The life of one loan of a tape, ready to be written. */
export type LivedLoan = {
  readonly loan: TapeLoan;
  readonly done: readonly CarriedOut[];
  /** From the last event to the last day of the map. */
  readonly tail: Rolled;
};

/** Under which product a loan is lived, and how far. */
export type Horizon = Pick<TapeMap, "product" | "through">;

type Life = {
  readonly map: Horizon;
  readonly loan: TapeLoan;
  /** First day into which may be booked. */
  readonly openOn: EpochDay;
  readonly done: CarriedOut[];
  standing: Standing;
  /** The account on the day that is being looked at: at or after that of `standing`. */
  seen: AccountState | null;
};

type Refused = { readonly on: EpochDay; readonly fact: AccountFact; readonly refusal: Refusal };

/**
 * Lives a loan from its opening through the last day of the map: opening, draw, every payment on
 * its day, with all that the calendar brings in between. Facts of days that are closed are booked on
 * the first open day. A fact that the product does not allow refuses the row.
 */
export function liveLoan(
  map: Horizon,
  loan: TapeLoan,
  openOn: EpochDay,
): Outcome<LivedLoan, readonly Problem[]> {
  const standing = { state: null, events: [] };
  const life: Life = { map, loan, openOn, done: [], standing, seen: null };
  const failed =
    act(life, loan.openedOn, opening(map, loan)) ??
    act(life, loan.openedOn, draw(loan)) ??
    payAll(life);
  if (failed) return refused([asProblem(failed)]);
  const last = present(life.standing.state, "it was opened");
  const tail = rollAccount(map.product, last, { to: map.through, openOn });
  const owed = outstanding(tail.state).principal;
  if (loan.principalMinor !== null && loan.principalMinor !== owed)
    return refused([
      problem("principal", loan.principalMinor, `what the history comes to: ${owed} minor units`),
    ]);
  return accepted({ loan, done: life.done, tail });
}

function opening(map: Horizon, loan: TapeLoan): AccountFact {
  const { id, version } = map.product.declaration;
  return {
    kind: "opened",
    accountId: loan.accountId,
    productId: id,
    productVersion: version,
    limitMinor: loan.amountMinor,
    rate: loan.rate,
    dueDay: loan.dueDay,
  };
}

function draw(loan: TapeLoan): AccountFact {
  return {
    kind: "drawn",
    drawId: `drw_${loan.accountId.slice(4)}`,
    amountMinor: loan.amountMinor,
    plan: {
      method: loan.method,
      terms: loan.terms,
      feePpm: 0,
      principalMinor: [],
      firstDueOn: loan.firstDueOn,
    },
    rate: loan.rate,
    channel: "tape",
  };
}

/** Goes from day to day on which something falls due, was paid or was charged off. */
function payAll(life: Life): Refused | undefined {
  const { loan, map } = life;
  const payments = [...loan.payments];
  let chargedOffOn: number = loan.chargedOffOn ?? never;
  let instalments = 0;
  for (;;) {
    const seen = present(life.seen, "it was opened");
    const paidOn = payments[0]?.on ?? never;
    const on = Math.min(seen.nextEventOn, paidOn, chargedOffOn);
    if (on > map.through) return undefined;
    const today = epochDay(on);
    let failed: Refused | undefined;
    if (on === paidOn) {
      failed = act(life, today, repayment(life, present(payments.shift(), "first").amountMinor));
    } else if (on === chargedOffOn) {
      chargedOffOn = never;
      failed = act(life, today, { kind: "charged-off", reason: "as on the tape" });
    } else {
      const due = dueQuote(map.product, seen, today);
      const isPaid = due.dueOn === on && due.dueMinor > 0 && instalments < loan.instalmentsPaid;
      if (isPaid) {
        instalments += 1;
        failed = act(life, today, repayment(life, due.dueMinor));
      } else life.seen = advance(map.product, seen, today).state;
    }
    if (failed) return failed;
  }
}

function repayment(life: Life, amountMinor: number): AccountFact {
  return {
    kind: "repaid",
    repaymentId: `rpy_${life.loan.accountId.slice(4)}-${life.done.length}`,
    amountMinor: minor(amountMinor),
    channel: "tape",
    purpose: { kind: "due" },
  };
}

function act(life: Life, on: EpochDay, fact: AccountFact): Refused | undefined {
  const { loan, map, openOn, standing } = life;
  const id = `evt_${loan.accountId.slice(4)}-t${life.done.length + 1}`;
  const eventId: EventId = present(parseId("Event", id), "an account id makes an event id");
  const bookedOn = on < openOn ? openOn : on;
  const outcome = carryOutInTime(map.product, standing, { eventId, on, bookedOn, openOn, fact });
  if (!outcome.ok) return { on, fact, refusal: outcome.refusal };
  life.done.push(outcome.value);
  life.standing = {
    state: outcome.value.state,
    events: [...standing.events, outcome.value.event],
  };
  life.seen = outcome.value.state;
  return undefined;
}

/** What the product or the account refuses, as a problem of the row. */
function asProblem({ on, fact, refusal }: Refused): Problem {
  const { reason, field, value, ...right } = refusal;
  const allowed = Object.entries(right).map(([name, it]) => `${name} ${JSON.stringify(it)}`);
  return problem(`${fact.kind} ${formatDay(on)} ${field}`, value, [reason, ...allowed].join(", "));
}
