import { accepted, minor, type Outcome, refused } from "@fairdue/kernel";
import type { AccountEvent, AccountFact, ConversionSource, FactOf } from "../event/event.ts";
import type { PlanTerms } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";
import { availableMinor } from "../quote/quote.ts";
import { rateRefusal, planRefusal } from "./decide-plan.ts";
import type { Command, Refusal } from "./command.ts";
import type { AccountState } from "./state.ts";

/** The account as the book knows it: `null` before its opening. */
export type Known = {
  readonly state: AccountState | null;
  /** All events booked, for the few questions that only history answers (returns, ids). */
  readonly events: readonly AccountEvent[];
};

/**
 * May this happen? Answers with the fact to book, or with the first reason why not. `known.state`
 * is the account at `command.on` (`stateAt` for a backdated command, `advance` for one of today).
 */
export function decide(
  product: Product,
  known: Known,
  command: Command,
): Outcome<AccountFact, Refusal> {
  const { fact } = command;
  const { state } = known;
  if (command.on > command.bookedOn) {
    return no("value-after-booking", "on", command.on, { bookedOn: command.bookedOn });
  }
  const amount = amountRefusal(fact);
  if (amount) return refused(amount);
  if (fact.kind === "opened") return decideOpening(product, state, fact);
  const openedOn = known.events.find((event) => event.kind === "opened")?.valueOn;
  if (openedOn !== undefined && command.on < openedOn) {
    return no("before-opening", "on", command.on, { openedOn });
  }
  if (state === null) return no("account-not-open", "status", "none");
  const refusal = refusalOf(product, { state, events: known.events }, fact);
  if (refusal) return refused(refusal);
  const isLate = fact.kind === "repaid" && state.status === "charged-off";
  return accepted(
    isLate ? { kind: "recovered", amountMinor: fact.amountMinor, channel: fact.channel } : fact,
  );
}

type Existing = { readonly state: AccountState; readonly events: readonly AccountEvent[] };

function no(
  reason: Refusal["reason"],
  field: string,
  value: unknown,
  right: object = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ reason, field, value, ...right } as Refusal);
}

function decideOpening(
  product: Product,
  state: AccountState | null,
  fact: FactOf<"opened">,
): Outcome<AccountFact, Refusal> {
  const { declaration } = product;
  if (state !== null) return no("account-already-open", "status", state.status);
  if (fact.productId !== declaration.id || fact.productVersion !== declaration.version) {
    return no("not-offered", "productId", `${fact.productId}@${fact.productVersion}`, {
      offered: [`${declaration.id}@${declaration.version}`],
    });
  }
  const rate = rateRefusal(product, fact.rate);
  if (rate) return refused(rate);
  if (!declaration.cycle.dueDaysOffered.includes(fact.dueDay)) {
    return refused(dueDayRefusal(product, fact.dueDay));
  }
  if (fact.limitMinor > declaration.limitMinorMax) {
    return no("amount-above-maximum", "limitMinor", fact.limitMinor, {
      maxMinor: declaration.limitMinorMax,
    });
  }
  return accepted(fact);
}

function dueDayRefusal(product: Product, dueDay: number): Refusal {
  const offered = product.declaration.cycle.dueDaysOffered.map(String);
  return { reason: "not-offered", field: "dueDay", value: String(dueDay), offered };
}

/** Amounts are whole minor units above zero, whatever they are for. */
function amountRefusal(fact: AccountFact): Refusal | undefined {
  if ("amountMinor" in fact && !isAmount(fact.amountMinor)) {
    return { reason: "amount-not-positive", field: "amountMinor", value: fact.amountMinor };
  }
  return undefined;
}

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

function refusalOf(product: Product, it: Existing, fact: AccountFact): Refusal | undefined {
  const { state } = it;
  switch (fact.kind) {
    case "drawn":
    case "purchase-authorised":
    case "purchased":
      return useRefusal(product, it, fact);
    case "converted":
      return notOpen(state) ?? conversionRefusal(product, it, fact);
    case "refunded":
      return refundRefusal(state, fact);
    case "repaid":
      return state.status === "sold" ? status(state) : repaymentIdRefusal(it, fact.repaymentId);
    case "repayment-returned":
    case "return-reversed":
      return returnRefusal(it, fact);
    case "credit-paid-out":
      return fact.amountMinor > state.creditMinor ? above(fact, state.creditMinor) : undefined;
    case "recovered":
      return state.status === "charged-off"
        ? undefined
        : { reason: "not-charged-off", field: "status", value: state.status };
    case "closed":
      return closeRefusal(state);
    case "died":
    case "sold":
      return state.status === "sold" ? status(state) : undefined;
    default:
      return notOpen(state) ?? changeRefusal(product, state, fact);
  }
}

const status = (state: AccountState): Refusal => ({
  reason: "account-not-open",
  field: "status",
  value: state.status,
});

const notOpen = (state: AccountState): Refusal | undefined =>
  state.status === "open" ? undefined : status(state);

const above = (fact: { readonly amountMinor: number }, max: number): Refusal => ({
  reason: "amount-above-maximum",
  field: "amountMinor",
  value: fact.amountMinor,
  maxMinor: minor(max),
});

type Use = FactOf<"drawn"> | FactOf<"purchase-authorised"> | FactOf<"purchased">;

/** New lending: open, not frozen, alive, within the limit, on terms that are offered. */
function useRefusal(product: Product, it: Existing, fact: Use): Refusal | undefined {
  const { state } = it;
  const { declaration } = product;
  const isPurchase = fact.kind !== "drawn";
  if (isPurchase !== product.isPurchases) {
    const offered = [product.isPurchases ? "purchased" : "drawn"];
    return { reason: "not-offered", field: "kind", value: fact.kind, offered };
  }
  if (state.status !== "open") return status(state);
  if (state.diedOn !== null) return { reason: "borrower-died", field: "on", value: state.diedOn };
  if (state.freezes.length > 0) {
    return { reason: "account-frozen", field: "status", value: [...state.freezes] };
  }
  if (fact.amountMinor < declaration.offers.drawMinorMin) {
    const minMinor = declaration.offers.drawMinorMin;
    return {
      reason: "amount-below-minimum",
      field: "amountMinor",
      value: fact.amountMinor,
      minMinor,
    };
  }
  const held = isPurchase
    ? (state.holds.find((h) => h.id === fact.purchaseId)?.amountMinor ?? 0)
    : 0;
  const available = availableMinor(product, state) + held;
  if (fact.amountMinor > available) {
    const availableNow = minor(available);
    return {
      reason: "limit-exceeded",
      field: "amountMinor",
      value: fact.amountMinor,
      availableMinor: availableNow,
    };
  }
  return isPurchase ? purchaseRefusal(product, it, fact) : drawRefusal(product, it, fact);
}

function drawRefusal(product: Product, it: Existing, fact: FactOf<"drawn">): Refusal | undefined {
  const { state } = it;
  const isTaken = [...state.draws, ...state.settled].some((draw) => draw.id === fact.drawId);
  if (isTaken) return { reason: "id-taken", field: "drawId", value: fact.drawId };
  return rateRefusal(product, fact.rate) ?? planRefusal(product, state, fact);
}

function purchaseRefusal(
  product: Product,
  it: Existing,
  fact: FactOf<"purchase-authorised"> | FactOf<"purchased">,
): Refusal | undefined {
  const { state } = it;
  const isTaken =
    state.purchases.some((one) => one.id === fact.purchaseId) ||
    (fact.kind === "purchase-authorised" && state.holds.some((h) => h.id === fact.purchaseId));
  if (isTaken) return { reason: "id-taken", field: "purchaseId", value: fact.purchaseId };
  if (fact.kind === "purchase-authorised" || fact.plan === null) return undefined;
  if (!product.declaration.conversion?.atPurchase) return notOffered("plan", fact.plan.method, []);
  return planRefusal(product, state, { amountMinor: fact.amountMinor, plan: fact.plan });
}

const notOffered = (field: string, value: string, offered: readonly string[]): Refusal => ({
  reason: "not-offered",
  field,
  value,
  offered,
});

function conversionRefusal(
  product: Product,
  it: Existing,
  fact: { of: ConversionSource; amountMinor: number; plan: PlanTerms; drawId: string },
): Refusal | undefined {
  const { state } = it;
  const terms = product.declaration.conversion;
  if (!terms?.atStatement) return notOffered("of", fact.of.kind, []);
  if (fact.amountMinor < terms.amountMinorMin) {
    const minMinor = terms.amountMinorMin;
    return {
      reason: "amount-below-minimum",
      field: "amountMinor",
      value: fact.amountMinor,
      minMinor,
    };
  }
  let convertible = state.restMinor;
  if (fact.of.kind === "purchase") {
    const { purchaseId } = fact.of;
    const bought = state.purchases.findLast((one) => one.id === purchaseId);
    if (!bought) return { reason: "not-found", field: "purchaseId", value: purchaseId };
    convertible += state.unbilledMinor;
    const left = bought.amountMinor - bought.refundedMinor;
    if (fact.amountMinor > left) return above(fact, left);
  } else if (state.statements.at(-1)?.id !== fact.of.statementId) {
    return { reason: "not-found", field: "statementId", value: fact.of.statementId };
  }
  for (const due of state.dues) if (!due.isOverdue) convertible += due.principalMinor;
  if (fact.amountMinor > convertible) return above(fact, convertible);
  return planRefusal(product, state, fact);
}

function refundRefusal(state: AccountState, fact: FactOf<"refunded">): Refusal | undefined {
  const bought = state.purchases.findLast((one) => one.id === fact.purchaseId);
  if (!bought) return { reason: "not-found", field: "purchaseId", value: fact.purchaseId };
  const left = bought.amountMinor - bought.refundedMinor;
  return fact.amountMinor > left ? above(fact, left) : undefined;
}

function repaymentIdRefusal(it: Existing, repaymentId: string): Refusal | undefined {
  const isTaken = it.events.some((e) => e.kind === "repaid" && e.repaymentId === repaymentId);
  return isTaken ? { reason: "id-taken", field: "repaymentId", value: repaymentId } : undefined;
}

function returnRefusal(
  it: Existing,
  fact: FactOf<"repayment-returned"> | FactOf<"return-reversed">,
): Refusal | undefined {
  const { repaymentId } = fact;
  const field = "repaymentId";
  if (!it.events.some((e) => e.kind === "repaid" && e.repaymentId === repaymentId)) {
    return { reason: "not-found", field, value: repaymentId };
  }
  const words = it.events.filter(
    (e) =>
      (e.kind === "repayment-returned" || e.kind === "return-reversed") &&
      e.repaymentId === repaymentId,
  );
  const last = words.reduce((seq, e) => Math.max(seq, e.seq), 0);
  const isReturned = words.some((e) => e.seq === last && e.kind === "repayment-returned");
  if (fact.kind === "repayment-returned" && isReturned) {
    return { reason: "already-returned", field, value: repaymentId };
  }
  if (fact.kind === "return-reversed" && !isReturned) {
    return { reason: "not-returned", field, value: repaymentId };
  }
  return undefined;
}

function closeRefusal(state: AccountState): Refusal | undefined {
  if (state.status !== "open") return status(state);
  const owes = state.draws.length > 0 || state.dues.length > 0;
  const pools = state.unbilledMinor + state.restMinor + state.creditMinor;
  return owes || pools > 0
    ? { reason: "balance-not-zero", field: "status", value: minor(pools) }
    : undefined;
}

function changeRefusal(
  product: Product,
  state: AccountState,
  fact: AccountFact,
): Refusal | undefined {
  const { declaration } = product;
  switch (fact.kind) {
    case "limit-changed":
      return fact.limitMinor < 0 || fact.limitMinor > declaration.limitMinorMax
        ? { ...above({ amountMinor: fact.limitMinor }, declaration.limitMinorMax) }
        : undefined;
    case "rate-changed":
      return rateRefusal(product, fact.rate);
    case "restructured":
      return rateRefusal(product, fact.rate);
    case "due-day-changed":
      return declaration.cycle.dueDaysOffered.includes(fact.dueDay)
        ? undefined
        : dueDayRefusal(product, fact.dueDay);
    case "re-aged":
      return state.dues.some((due) => due.isOverdue)
        ? undefined
        : { reason: "nothing-overdue", field: "dpd", value: 0 };
    case "unfrozen":
      return state.freezes.includes(fact.reason)
        ? undefined
        : { reason: "not-found", field: "reason", value: fact.reason };
    case "purchase-released":
      return state.holds.some((hold) => hold.id === fact.purchaseId)
        ? undefined
        : { reason: "not-found", field: "purchaseId", value: fact.purchaseId };
    default:
      return undefined;
  }
}
