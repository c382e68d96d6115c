import {
  type AccountFact,
  type AccountState,
  advance,
  availableMinor,
  dpdOn,
  dueQuote,
  payoffQuote,
  type Product,
} from "@fairdue/credit";
import {
  type AccountId,
  addDays,
  addMonths,
  civilOf,
  dayInMonth,
  type EpochDay,
  minor,
  type Random,
} from "@fairdue/kernel";
import type { Scenario } from "../parameters/parameters.ts";
import { daysLate } from "../person/payment.ts";
import type { Person } from "../person/person.ts";
import { habits } from "./habits.ts";
import { drawToTake, limitOf, purchaseToMake } from "./use.ts";

/**
 * One borrower's dealings with one account: what the borrower (and the lender's plain policy) does
 * on a day, given the account as it stands. It keeps what has been decided and not yet done, and
 * draws all chance from its own stream, so that one seed is one life.
 */
export type Life = {
  readonly person: Person;
  readonly scenario: Scenario;
  readonly product: Product;
  readonly accountId: AccountId;
  readonly random: Random;
  readonly openOn: EpochDay;
  /** First day on which there is anything to do; nobody needs to ask before. */
  wakeOn: EpochDay;
  useOn: EpochDay;
  dueOn: EpochDay;
  /** Set between a missed due day and the payment; `null` when nothing is owed from before. */
  pay: { readonly on: EpochDay; readonly isLate: boolean } | null;
  /** Will not pay any more. */
  isGone: boolean;
  lastLateOn: EpochDay | null;
  refunds: { readonly on: EpochDay; readonly purchaseId: string; readonly amountMinor: number }[];
  returned: { readonly on: EpochDay; readonly repaymentId: string } | null;
  acts: number;
};

export type NewLife = {
  readonly person: Person;
  readonly scenario: Scenario;
  readonly product: Product;
  readonly accountId: AccountId;
  readonly random: Random;
  readonly openOn: EpochDay;
};

export function beginLife(it: NewLife): Life {
  return {
    ...it,
    wakeOn: it.openOn,
    useOn: addDays(it.openOn, it.random.integer(10)),
    dueOn: nextDueDay(it.product, it.person, addDays(it.openOn, 1)),
    pay: null,
    isGone: false,
    lastLateOn: null,
    refunds: [],
    returned: null,
    acts: 0,
  };
}

/** What is asked of the account on this day, in order. `state` is `null` before the opening. */
export function liveDay(life: Life, state: AccountState | null, on: EpochDay): LifeAct[] {
  if (state === null) return [opening(life, on)];
  // Until its next step an account only accrues, which nobody's decision here depends on.
  const now = state.nextEventOn > on ? state : advance(life.product, state, on).state;
  const acts = actsOn(life, now, on);
  life.wakeOn = nextWake(life, now, on);
  return acts;
}

/** A fact, and the value day when it is booked late. */
export type LifeAct = { readonly on: EpochDay; readonly fact: AccountFact };

function opening(life: Life, on: EpochDay): LifeAct {
  const { declaration } = life.product;
  life.wakeOn = life.useOn > on ? life.useOn : addDays(on, 1);
  return {
    on,
    fact: {
      kind: "opened",
      accountId: life.accountId,
      productId: declaration.id,
      productVersion: declaration.version,
      limitMinor: limitOf(life.product, life.person),
      rate: declaration.rate.standard,
      dueDay: dueDayOf(life.product, life.person),
    },
  };
}

function actsOn(life: Life, state: AccountState, on: EpochDay): LifeAct[] {
  const acts: LifeAct[] = [];
  const add = (fact: AccountFact, valueOn = on): void => {
    life.acts += 1;
    acts.push({ on: valueOn, fact });
  };
  if (state.status === "charged-off") return recovery(life, on);
  if (state.status !== "open") return acts;
  policy(life, state, on).forEach((fact) => add(fact));
  if (acts.some((it) => it.fact.kind === "charged-off")) return acts;
  returnedPayment(life, on).forEach((fact) => add(fact));
  if (on >= life.dueOn) decideDue(life, state, on);
  payment(life, state, on).forEach((it) => add(it.fact, it.on));
  refundsDue(life, on).forEach((fact) => add(fact));
  if (on >= life.useOn) use(life, state, on).forEach((fact) => add(fact));
  return acts;
}

/** The lender's side: freeze what is overdue, lift it when it is paid, write off in the end. */
function policy(life: Life, state: AccountState, on: EpochDay): AccountFact[] {
  const dpd = dpdOn(state, on);
  const isFrozen = state.freezes.includes("overdue");
  if (dpd > life.scenario.writeOffAfterDpd)
    return [{ kind: "charged-off", reason: "overdue beyond the policy" }];
  if (dpd >= habits.freezeFromDpd && !isFrozen) return [{ kind: "frozen", reason: "overdue" }];
  if (dpd === 0 && isFrozen) return [{ kind: "unfrozen", reason: "overdue" }];
  return [];
}

/** On a due day the borrower, if current, decides once how this cycle will go. */
function decideDue(life: Life, state: AccountState, on: EpochDay): void {
  life.dueOn = nextDueDay(life.product, life.person, addDays(on, 1));
  const quote = dueQuote(life.product, state, on);
  if (life.isGone || life.pay?.isLate || quote.billMinor === 0) return;
  const late = daysLate(life.scenario, life.random, {
    person: life.person,
    habit: {
      ageMonths: life.person.ageMonths + Math.floor((on - life.openOn) / 30),
      wasLateInLast6Cycles: life.lastLateOn !== null && addMonths(life.lastLateOn, 6) >= on,
      month: civilOf(on).month,
    },
  });
  if (late === null) life.isGone = true;
  else life.pay = { on: addDays(on, late), isLate: late > 0 };
  if (late !== 0) life.lastLateOn = on;
}

function payment(life: Life, state: AccountState, on: EpochDay): LifeAct[] {
  if (!life.pay || on < life.pay.on) return [];
  const { isLate } = life.pay;
  life.pay = null;
  const { random, product } = life;
  const isSettling = !isLate && random.next() < habits.settlesEarlyPerCycle;
  const quote = dueQuote(product, state, on);
  const amount = isSettling
    ? payoffQuote(product, state, on).totalMinor
    : !isLate && random.next() >= habits.paysMinimumOnly
      ? quote.billMinor
      : quote.dueMinor;
  if (amount <= 0) return [];
  const repaymentId = `${life.accountId.slice(4)}-r${life.acts}`;
  if (random.next() < habits.returnedByBank) life.returned = { on: addDays(on, 2), repaymentId };
  const isBookedLate = on > addDays(life.openOn, 40) && random.next() < habits.bookedLate;
  if (isBookedLate) life.pay = null;
  return [
    {
      on: isBookedLate ? addDays(on, -1 - random.integer(2)) : on,
      fact: {
        kind: "repaid",
        repaymentId,
        amountMinor: minor(amount),
        channel: random.next() < 0.7 ? "wallet" : "bank",
        purpose: isSettling
          ? { kind: "early", strategy: "shorten-term", drawId: null }
          : { kind: "due" },
      },
    },
  ];
}

/** A payment that the bank sends back is made again three days later. */
function returnedPayment(life: Life, on: EpochDay): AccountFact[] {
  if (!life.returned || on < life.returned.on) return [];
  const { repaymentId } = life.returned;
  life.returned = null;
  life.pay = { on: addDays(on, 3), isLate: true };
  life.lastLateOn = on;
  return [{ kind: "repayment-returned", repaymentId, reason: "insufficient funds" }];
}

function refundsDue(life: Life, on: EpochDay): AccountFact[] {
  const due = life.refunds.filter((it) => it.on <= on);
  life.refunds = life.refunds.filter((it) => it.on > on);
  return due.map((it) => ({
    kind: "refunded",
    refundId: `${it.purchaseId}-back`,
    purchaseId: it.purchaseId,
    amountMinor: minor(it.amountMinor),
    channel: "shop",
  }));
}

function use(life: Life, state: AccountState, on: EpochDay): AccountFact[] {
  const { product, random } = life;
  const gap = product.isPurchases ? habits.daysBetweenPurchases : habits.daysBetweenDraws;
  life.useOn = addDays(on, 1 + Math.floor(-Math.log(1 - random.next()) * gap));
  if (life.isGone || life.pay?.isLate) return [];
  const available = availableMinor(product, state);
  const id = `${life.accountId.slice(4)}-${life.acts}`;
  const fact = product.isPurchases
    ? purchaseToMake(life, { id, available })
    : drawToTake(life, { id, available, rate: state.rate });
  if (!fact) return [];
  if (fact.kind === "purchased" && random.next() < habits.refundedShare) {
    const share = random.next() < 0.6 ? 1 : 0.2 + 0.6 * random.next();
    const amountMinor = Math.max(1, Math.floor(fact.amountMinor * share));
    const day = addDays(on, 2 + random.integer(8));
    life.refunds.push({ on: day, purchaseId: fact.purchaseId, amountMinor });
  }
  return [fact];
}

/** After a write-off some pay a little, most pay nothing. */
function recovery(life: Life, on: EpochDay): LifeAct[] {
  if (life.random.next() >= habits.recoversPerWake) return [];
  const amountMinor = minor(5_000 + life.random.integer(30_000));
  return [{ on, fact: { kind: "recovered", amountMinor, channel: "bank" } }];
}

function nextWake(life: Life, state: AccountState, on: EpochDay): EpochDay {
  const soonest = [life.dueOn];
  if (state.status !== "open") return addDays(on, 30);
  if (!life.isGone) soonest.push(life.useOn);
  if (life.pay) soonest.push(life.pay.on);
  if (life.returned) soonest.push(life.returned.on);
  for (const it of life.refunds) soonest.push(it.on);
  const oldest = state.ageing.oldestUnpaidOn;
  const freezeOn = addDays(oldest, habits.freezeFromDpd);
  if (state.freezes.length === 0) soonest.push(freezeOn);
  soonest.push(addDays(oldest, life.scenario.writeOffAfterDpd + 1));
  const first = soonest.reduce((a, b) => (b > on && b < a ? b : a), addDays(on, 60));
  return first > on ? first : addDays(on, 1);
}

/** The person's due day, or the nearest later one that the product offers. */
export function dueDayOf(product: Product, person: Person): number {
  const offered = product.declaration.cycle.dueDaysOffered;
  return offered.find((it) => it >= person.dueDay) ?? product.declaration.cycle.dueDay;
}

function nextDueDay(product: Product, person: Person, notBefore: EpochDay): EpochDay {
  const { year, month } = civilOf(notBefore);
  const dueDay = dueDayOf(product, person);
  const here = dayInMonth(year, month, dueDay);
  return here >= notBefore ? here : dayInMonth(year, month + 1, dueDay);
}
