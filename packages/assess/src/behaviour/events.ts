import { assert } from "@fairdue/kernel";

/**
 * What behaviour features read: a plain shape to which any book maps its own events. Amounts are
 * whole minor units, never negative; `on` is the day on which it counts, `knownOn` the day on which
 * the lender learned of it.
 */
export type BehaviourEvent = {
  readonly account: number;
  readonly kind: BehaviourKind;
  readonly on: number;
  readonly knownOn: number;
  readonly amountMinor: number;
};

/**
 * `limit` sets the limit; `draw` is cash, `purchase` goods, `refund` goods given back; `charge` is
 * interest or a fee; `due` an amount that falls due on that day; `repayment` money in, `returned` a
 * repayment undone.
 */
export type BehaviourKind = (typeof behaviourKinds)[number];
export const behaviourKinds = [
  "limit",
  "draw",
  "purchase",
  "refund",
  "charge",
  "due",
  "repayment",
  "returned",
] as const;

/** Events of many accounts in columns, account by account, each in the order of `on`. */
export type BehaviourLog = {
  readonly accounts: number;
  /** Events of account a stand at first[a] … first[a+1] − 1. */
  readonly first: Uint32Array;
  readonly kind: Uint8Array;
  readonly on: Int32Array;
  readonly knownOn: Int32Array;
  readonly amountMinor: Float64Array;
};

/** Lays events out in columns; events of one day keep the order in which they came. */
export function behaviourLog(events: readonly BehaviourEvent[], accounts: number): BehaviourLog {
  const order = events.map((_, k) => k);
  order.sort((a, b) => events[a]!.account - events[b]!.account || events[a]!.on - events[b]!.on);
  const log: BehaviourLog = {
    accounts,
    first: new Uint32Array(accounts + 1),
    kind: new Uint8Array(events.length),
    on: new Int32Array(events.length),
    knownOn: new Int32Array(events.length),
    amountMinor: new Float64Array(events.length),
  };
  order.forEach((from, to) => {
    const it = events[from]!;
    assert(it.account >= 0 && it.account < accounts, `account ${it.account} of ${accounts}`);
    assert(it.amountMinor >= 0, "an amount is not negative: its kind says the direction");
    log.kind[to] = behaviourKinds.indexOf(it.kind);
    log.on[to] = it.on;
    log.knownOn[to] = it.knownOn;
    log.amountMinor[to] = it.amountMinor;
    log.first[it.account + 1] = to + 1;
  });
  for (let a = 1; a <= accounts; a++) log.first[a] = Math.max(log.first[a]!, log.first[a - 1]!);
  return log;
}
