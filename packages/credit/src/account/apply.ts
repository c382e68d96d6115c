import { unreachable } from "@fairdue/kernel";
import type { AccountEvent, FreezeReason } from "../event/event.ts";
import { stepTo, runDay } from "./steps.ts";
import { chargeOff, close, die, sell, setLimit } from "./apply-end.ts";
import { authorise, convert, draw, purchase, release } from "./apply-lending.ts";
import { payOut, receiveLate, repay, waive } from "./apply-money.ts";
import { refund } from "./apply-refund.ts";
import {
  changeDueDay,
  changeRate,
  grantHoliday,
  grantMoratorium,
  reAge,
  restructure,
} from "./apply-terms.ts";
import { underCap, useHeadroom } from "./accrue.ts";
import { wakeCycle } from "../statement/cycle.ts";
import type { Working } from "./working.ts";

/**
 * One event on an account that stands at or before its value day: the steps up to that day, the
 * event, and what it brings on the same day. Total: an event that a backdated one has overtaken
 * (a refund of what was never bought) does what it still can, and never throws.
 */
export function applyEvent(it: Working, event: AccountEvent): void {
  stepTo(it, event.valueOn);
  it.bookedOn = event.bookedOn;
  wakeCycle(it.product, it.state);
  applyFact(it, event);
  runDay(it);
  it.bookedOn = null;
}

function applyFact(it: Working, fact: AccountEvent): void {
  const { state } = it;
  switch (fact.kind) {
    case "opened":
      return setLimit(it, fact.limitMinor);
    case "frozen":
      return freeze(it, fact.reason);
    case "unfrozen":
      state.freezes = state.freezes.filter((reason) => reason !== fact.reason);
      return;
    case "limit-changed":
      return setLimit(it, fact.limitMinor);
    case "drawn":
      return draw(it, fact);
    case "purchase-authorised":
      return authorise(it, fact);
    case "purchase-released":
      return release(it, fact.purchaseId);
    case "purchased":
      return purchase(it, fact);
    case "converted":
      return convert(it, fact);
    case "refunded":
      return refund(it, fact);
    case "repaid":
      return repay(it, fact);
    case "repayment-returned":
    case "return-reversed":
      return; // The repayment itself was folded, or left out: see `fold`.
    case "credit-paid-out":
      return payOut(it, fact);
    default:
      return applyChange(it, fact);
  }
}

type Lending =
  | "opened"
  | "frozen"
  | "unfrozen"
  | "limit-changed"
  | "drawn"
  | "purchase-authorised"
  | "purchase-released"
  | "purchased"
  | "converted"
  | "refunded"
  | "repaid"
  | "repayment-returned"
  | "return-reversed"
  | "credit-paid-out";

function applyChange(it: Working, fact: Exclude<AccountEvent, { kind: Lending }>): void {
  const { state } = it;
  switch (fact.kind) {
    case "fee-charged":
      return charge(it, fact);
    case "waived":
      return waive(it, fact.amounts);
    case "rate-changed":
      return changeRate(it, fact.rate);
    case "due-day-changed":
      return changeDueDay(it, fact.dueDay);
    case "re-aged":
      return reAge(it, fact);
    case "restructured":
      return restructure(it, fact);
    case "holiday-granted":
      return grantHoliday(it, fact);
    case "moratorium-granted":
      return grantMoratorium(it, fact);
    case "charged-off":
      return state.status === "open" ? chargeOff(it) : undefined;
    case "recovered":
      state.totals.cashInMinor += fact.amountMinor;
      return receiveLate(it, fact.amountMinor, fact.channel);
    case "sold":
      return sell(it, fact);
    case "closed":
      return close(it);
    case "died":
      freeze(it, "law");
      return die(state);
    default:
      return unreachable(fact);
  }
}

function freeze(it: Working, reason: FreezeReason): void {
  const { state } = it;
  if (!state.freezes.includes(reason)) state.freezes.push(reason);
}

/** A fee, as far as the cap leaves room for it, due on its day. */
function charge(it: Working, fact: Extract<AccountEvent, { kind: "fee-charged" }>): void {
  const { product, state } = it;
  if (state.status !== "open") return;
  const amountMinor = underCap(product, state, fact.amountMinor);
  if (amountMinor === 0) return;
  useHeadroom(product, state, amountMinor);
  state.fees.push({ id: fact.feeId, dueOn: fact.dueOn, amountMinor });
}
