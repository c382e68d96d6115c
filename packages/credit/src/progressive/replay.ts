import type { EpochDay } from "@fairdue/kernel";
import { allocate } from "./allocate.ts";
import { spansOf } from "./calendar-steps.ts";
import { addCharge, waiveCharge } from "./charges.ts";
import { chargeBack, refundBalance } from "./credits.ts";
import { endLoan, writeOff } from "./endings.ts";
import {
  type ChargeEvent,
  inOrder,
  isMoneyIn,
  type LoanEvent,
  type MoneyInEvent,
} from "./event.ts";
import { atLeastZero, figuresOf, min } from "./figures.ts";
import { newInstalment, openTotal } from "./instalment.ts";
import { planOn } from "./last-open.ts";
import { downPaymentOf, lend } from "./lending.ts";
import { allocationFor, notePrepayment, payCharge, takeIn } from "./money-in.ts";
import { newPlan, type Plan } from "./plan.ts";
import { reAgeLoan } from "./re-age.ts";
import { reAmortiseLoan } from "./re-amortise.ts";
import { refund } from "./refund.ts";
import { newTransaction, recalculateThrough, type Run, type Transaction } from "./run.ts";
import type { Terms } from "./terms.ts";
import { changeDueDay, changeRateOf, extend, pause } from "./variations.ts";

/** Plays all events in the order in which they count, and brings the loan to a day. */
export function replay(terms: Terms, events: readonly LoanEvent[], asOf: EpochDay | null): Run {
  const run = newRun(terms);
  for (const event of inOrder(events)) playEvent(run, event);
  if (asOf !== null) recalculateThrough(run, asOf);
  dropEmptyEnd(run);
  return run;
}

function newRun(terms: Terms): Run {
  const spans = spansOf(terms);
  return {
    terms,
    plan: newPlan(terms, spans),
    instalments: spans.map((span, index) => newInstalment({ ...span, number: index + 1 })),
    charges: [],
    transactions: [],
    draws: [],
    played: [],
    overpaid: 0n,
    isChargedOff: false,
    isTerminated: false,
    isPrepaying: false,
    refundedInterest: 0n,
    hasRestructured: false,
  };
}

function playEvent(run: Run, event: LoanEvent): void {
  const overpaid = run.overpaid;
  const transaction = apply(run, event);
  run.played.push(event);
  if (transaction) note(run, transaction);
  if (event.type === "disbursement") payDownPayment(run, event, overpaid);
}

function note(run: Run, transaction: Transaction): void {
  transaction.balance = run.instalments.reduce((sum, it) => {
    const { due, paid, writtenOff } = it.parts.principal;
    return sum + due - paid - writtenOff;
  }, 0n);
  // What was charged off or called in is no longer carried as a loan.
  if (transaction.type === "charge-off" || transaction.type === "contract-termination") {
    transaction.balance = 0n;
  }
  run.transactions.push(transaction);
}

/** An automatic down payment is taken on the day of its disbursement, after what was overpaid. */
function payDownPayment(
  run: Run,
  event: LoanEvent & { readonly amount: bigint },
  overpaid: bigint,
): void {
  const amount = atLeastZero(downPaymentOf(run, event.amount) - overpaid);
  if (!run.terms.downPayment?.isAutomatic || amount === 0n) return;
  playEvent(run, { ...event, id: `${event.id}-down`, type: "down-payment", amount });
}

function apply(run: Run, event: LoanEvent): Transaction | undefined {
  if (isMoneyIn(event)) return applyMoneyIn(run, event);
  switch (event.type) {
    case "charge":
      return applyCharge(run, event);
    case "interest-pause":
      return void pause(run, event.on, event.through);
    case "rate-change":
      return void changeRateOf(run, event);
    case "extra-instalments":
      return void extend(run, event);
    case "due-day-change":
      return void changeDueDay(run, event);
    case "charge-waiver":
      return applyWaiver(run, event);
    default:
      recalculateThrough(run, event.on);
      return applyDecision(run, event);
  }
}

type Decision = Exclude<
  LoanEvent,
  | MoneyInEvent
  | ChargeEvent
  | { readonly type: "interest-pause" | "rate-change" | "extra-instalments" | "due-day-change" }
>;

function applyDecision(run: Run, event: Decision): Transaction | undefined {
  switch (event.type) {
    case "disbursement":
    case "capitalised-income":
      return lend(run, { ...event, type: event.type, amount: event.amount });
    case "chargeback":
      return chargeBack(run, event);
    case "credit-balance-refund":
      return refundBalance(run, event);
    case "refund":
      return refund(run, event);
    case "charge-payment":
      return payCharge(run, event);
    case "charge-off":
    case "contract-termination":
      return endLoan(run, event);
    case "write-off":
      return writeOff(run, event);
    case "re-age":
      return reAgeLoan(run, { ...event, type: "re-age" });
    case "re-amortisation":
      return reAmortiseLoan(run, { ...event, type: "re-amortisation" });
    case "charge-waiver":
      return undefined;
  }
}

function applyMoneyIn(run: Run, event: MoneyInEvent): Transaction | undefined {
  const given = event.amount;
  notePrepayment(run, event, given ?? 0n);
  recalculateThrough(run, event.on);
  const amount = given ?? interestToRefund(run, event);
  if (amount === 0n) return undefined;
  if (event.type === "interest-refund") run.refundedInterest += amount;
  return takeIn(run, event, amount);
}

function applyCharge(run: Run, event: ChargeEvent): Transaction | undefined {
  if (event.timing === "disbursement") {
    const draw = run.draws.at(-1);
    const amount = event.amount ?? 0n;
    if (draw) draw.fees += amount;
    const transaction = newTransaction(event, amount, "repayment-at-disbursement");
    transaction[event.kind] = amount;
    return transaction;
  }
  addCharge(run, event);
  useEarlierSurplus(run);
  return undefined;
}

/** A later charge is paid by what earlier money had left over. */
function useEarlierSurplus(run: Run): void {
  for (const transaction of run.transactions) {
    const amount = min(run.overpaid, transaction.overpayment);
    if (amount <= 0n || transaction.type === "disbursement") continue;
    transaction.overpayment -= amount;
    run.overpaid -= amount;
    const rule = allocationFor(run, "default");
    const left = allocate(run, transaction, { amount, rule });
    transaction.overpayment += left;
    run.overpaid += left;
  }
}

function applyWaiver(
  run: Run,
  event: LoanEvent & { readonly of: string | null },
): Transaction | undefined {
  const charge = run.charges.find((it) => it.id === event.of);
  if (charge === undefined) return undefined;
  const amount = waiveCharge(run, charge, event.on);
  return newTransaction(event, amount, event.type);
}

/** An additional instalment that came to nothing does not stay. */
function dropEmptyEnd(run: Run): void {
  const last = run.instalments.at(-1);
  if (last?.isAdditional && openTotal(last) === 0n && isNothingDue(last.parts)) {
    run.instalments.pop();
  }
}

function isNothingDue(parts: Run["instalments"][number]["parts"]): boolean {
  return Object.values(parts).every((it) => it.due === 0n);
}

/**
 * The interest that would not have arisen had the refunded goods never been financed: the loan is
 * played once more with the refunds as repayments on the day of the draw.
 */
function interestToRefund(run: Run, event: MoneyInEvent): bigint {
  const before = interestOn(run.plan, event.on);
  const kinds: readonly string[] = run.terms.interestRefundFor;
  let refunded = 0n;
  for (const it of run.played) {
    if (kinds.includes(it.type) && isMoneyIn(it)) refunded += it.amount ?? 0n;
  }
  const others = run.played.filter(
    (it) => !kinds.includes(it.type) && it.type !== "interest-refund" && !it.id.endsWith("-down"),
  );
  const without: LoanEvent[] = [];
  for (const it of others) {
    without.push(it);
    if (it.type !== "disbursement" || refunded === 0n) continue;
    const amount = min(it.amount, refunded);
    refunded -= amount;
    without.push({ ...it, id: `${it.id}-refund`, type: "repayment", amount });
  }
  const after = replay(run.terms, without, event.on);
  return before - run.refundedInterest - interestOn(after.plan, event.on);
}

function interestOn(plan: Plan, on: EpochDay): bigint {
  return figuresOf(planOn(plan, on)).reduce((sum, it) => sum + it.dueInterest, 0n);
}
