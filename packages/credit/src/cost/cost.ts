import {
  addDays,
  assert,
  type EpochDay,
  minor,
  type Minor,
  parseId,
  present,
} from "@fairdue/kernel";
import type { CashFlow } from "../apr/irr.ts";
import { advance, apply, fold, type Folded } from "../account/fold.ts";
import type { AccountState } from "../account/state.ts";
import { clearance } from "../waterfall/waterfall.ts";
import type { AccountEvent, AccountFact } from "../event/event.ts";
import type { Movement } from "../movement/movement.ts";
import type { PlanTerms } from "../product/declaration.ts";
import { never, type Product } from "../product/product.ts";
import { payoffQuote } from "../quote/quote.ts";

export type CostRow = {
  readonly on: EpochDay;
  readonly principalMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly penaltyMinor: Minor;
  readonly totalMinor: Minor;
};

/** What credit costs in all: every payment by component, and their sums. */
export type CostTable = {
  /** Principal received: cash or goods. */
  readonly receivedMinor: Minor;
  readonly rows: readonly CostRow[];
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly penaltyMinor: Minor;
  /** All that is paid. */
  readonly paidMinor: Minor;
  /** All that is paid beyond what was received. */
  readonly costMinor: Minor;
  readonly flows: readonly CashFlow[];
};

export type CreditOffer = {
  readonly on: EpochDay;
  readonly amountMinor: Minor;
  readonly plan: PlanTerms;
  readonly rate: number;
  readonly dueDay: number;
};

/**
 * The cost of an offer if everything is paid on its due day, found by living it through the engine
 * itself: the same days, the same roundings, the same cent as the account will have.
 *
 * A draw without a plan is taken as repaid in one sum after a year.
 * Source: Directive 2008/48/EC, Annex I part II (assumptions for credit without a fixed term).
 */
export function offerCost(product: Product, offer: CreditOffer): CostTable {
  const opened = fold(product, [openingOf(product, offer)], offer.on).state;
  const used = apply(product, opened, eventOf(useOf(product, offer), 2, offer.on));
  const endOn = offer.plan.method === "open" ? addDays(offer.on, 365) : never;
  return costOf([...used.movements, ...liveOut(product, used.state, endOn)]);
}

/**
 * The rest of an account's life if all that is due is paid now, and all that falls due is paid on
 * its day; what has no plan is repaid in one sum on `endOn`.
 */
export function liveOut(
  product: Product,
  given: AccountState,
  endOn: EpochDay,
): readonly Movement[] {
  const movements: Movement[] = [];
  let state = given;
  const add = (step: Folded): void => {
    movements.push(...step.movements);
    state = step.state;
  };
  const first = given.seq + 1;
  add(payDue(product, state, first));
  for (let seq = first + 1; isOwing(state); seq += 1) {
    assert(seq < first + 3_000, "an account is paid back in the end");
    const next = state.nextEventOn;
    if (next >= endOn) {
      add(payOff(product, state, { on: endOn > state.asOf ? endOn : state.asOf, seq }));
      break;
    }
    add(advance(product, state, next));
    add(payDue(product, state, seq));
  }
  return movements;
}

/** What an account has cost so far, from its movements. */
export function costOf(movements: readonly Movement[]): CostTable {
  const days = new Map<EpochDay, Record<Part, number>>();
  const flows = new Map<EpochDay, number>();
  let received = 0;
  for (const it of movements) {
    const part = partOf(it);
    if (it.kind === "drawn" || it.kind === "purchased") received += it.amountMinor;
    const flow = flowOf(it);
    if (flow !== 0) flows.set(it.valueOn, (flows.get(it.valueOn) ?? 0) + flow);
    if (part === undefined || !meets.has(it.kind)) continue;
    const row = days.get(it.valueOn) ?? { principal: 0, interest: 0, fee: 0, penalty: 0 };
    row[part] += it.amountMinor;
    days.set(it.valueOn, row);
  }
  const rows = [...days].sort((a, b) => a[0] - b[0]).map(([on, row]) => rowOf(on, row));
  const sum = (pick: (row: CostRow) => number): Minor =>
    minor(rows.reduce((total, row) => total + pick(row), 0));
  const interestMinor = sum((row) => row.interestMinor);
  const feeMinor = sum((row) => row.feeMinor);
  const penaltyMinor = sum((row) => row.penaltyMinor);
  return {
    receivedMinor: minor(received),
    rows,
    interestMinor,
    feeMinor,
    penaltyMinor,
    paidMinor: sum((row) => row.totalMinor),
    costMinor: minor(interestMinor + feeMinor + penaltyMinor),
    flows: [...flows]
      .filter(([, amount]) => amount !== 0)
      .sort((a, b) => a[0] - b[0])
      .map(([on, amount]) => ({ on, amountMinor: minor(amount) })),
  };
}

type Part = "principal" | "interest" | "fee" | "penalty";

const meets: ReadonlySet<string> = new Set(["paid", "settled", "recovered"]);

function partOf(it: Movement): Part | undefined {
  switch (it.component) {
    case "principal":
    case "principal-overdue":
      return "principal";
    case "interest":
    case "fee":
    case "penalty":
      return it.component;
    default:
      return undefined;
  }
}

/** Cash as the borrower sees it; a surplus counts when it is paid, not when it is used. */
function flowOf(it: Movement): number {
  switch (it.kind) {
    case "drawn":
    case "purchased":
    case "paid-out":
      return it.amountMinor;
    case "paid":
    case "recovered":
    case "refunded":
      return -it.amountMinor;
    default:
      return 0;
  }
}

function rowOf(on: EpochDay, row: Readonly<Record<Part, number>>): CostRow {
  return {
    on,
    principalMinor: minor(row.principal),
    interestMinor: minor(row.interest),
    feeMinor: minor(row.fee),
    penaltyMinor: minor(row.penalty),
    totalMinor: minor(row.principal + row.interest + row.fee + row.penalty),
  };
}

function isOwing(state: AccountState): boolean {
  return (
    state.draws.length > 0 || state.dues.length > 0 || state.unbilledMinor + state.restMinor > 0
  );
}

/** On the due day itself: a statement is paid when it is due, not when it closes. */
function payDue(product: Product, given: AccountState, seq: number): Folded {
  const last = given.dues.reduce((on, due) => (due.dueOn > on ? due.dueOn : on), given.asOf);
  const step = last > given.asOf ? advance(product, given, last) : { state: given, movements: [] };
  let amount = step.state.restMinor;
  for (const due of step.state.dues) amount += clearance(product, due);
  if (amount === 0) return step;
  const paid = apply(product, step.state, eventOf(repaid(amount, "due"), seq, step.state.asOf));
  return { state: paid.state, movements: [...step.movements, ...paid.movements] };
}

function payOff(
  product: Product,
  state: AccountState,
  at: { readonly on: EpochDay; readonly seq: number },
): Folded {
  const amount = payoffQuote(product, state, at.on).totalMinor;
  return apply(product, state, eventOf(repaid(amount, "early"), at.seq, at.on));
}

function repaid(amount: number, purpose: "due" | "early"): AccountFact {
  return {
    kind: "repaid",
    repaymentId: "offer",
    amountMinor: minor(amount),
    channel: "",
    purpose:
      purpose === "due"
        ? { kind: "due" }
        : { kind: "early", strategy: "shorten-term", drawId: null },
  };
}

function openingOf(product: Product, offer: CreditOffer): AccountEvent {
  const fact: AccountFact = {
    kind: "opened",
    accountId: present(parseId("Account", "acc_offer"), "an id"),
    productId: product.declaration.id,
    productVersion: product.declaration.version,
    limitMinor: offer.amountMinor,
    rate: offer.rate,
    dueDay: offer.dueDay,
  };
  return eventOf(fact, 1, offer.on);
}

function useOf(product: Product, offer: CreditOffer): AccountFact {
  return product.isPurchases
    ? {
        kind: "purchased",
        purchaseId: "offer",
        amountMinor: offer.amountMinor,
        plan: offer.plan.method === "open" ? null : offer.plan,
        channel: "",
      }
    : {
        kind: "drawn",
        drawId: "offer",
        amountMinor: offer.amountMinor,
        plan: offer.plan,
        rate: offer.rate,
        channel: "",
      };
}

function eventOf(fact: AccountFact, seq: number, on: EpochDay): AccountEvent {
  const id = present(parseId("Event", `evt_${seq}`), "an id");
  return { id, seq, valueOn: on, bookedOn: on, ...fact };
}
