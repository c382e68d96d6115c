import type { EpochDay } from "@fairdue/kernel";
import type { LoanEvent } from "./event.ts";
import { creditedInterest, creditedPrincipal, figuresOf } from "./figures.ts";
import { type Instalment, setDue, updateMet } from "./instalment.ts";
import { earnOnOverdue } from "./payments.ts";
import type { Plan, Row } from "./plan.ts";
import { type Component, recalculates, type Terms } from "./terms.ts";

/** A charge as it stands. Amounts are minor units. */
export type Charge = {
  readonly id: string;
  readonly kind: "fee" | "penalty";
  readonly due: EpochDay | null;
  readonly isPerInstalment: boolean;
  amount: bigint;
  paid: bigint;
  waived: bigint;
};

/** What one event came to. Amounts are minor units. */
export type Transaction = {
  readonly id: string;
  readonly type: string;
  readonly on: EpochDay;
  amount: bigint;
  principal: bigint;
  interest: bigint;
  fee: bigint;
  penalty: bigint;
  overpayment: bigint;
  balance: bigint;
  isReversed: boolean;
};

/** What was lent, or capitalised, on a day; `fees` were paid out of it. */
export type Draw = {
  readonly kind: "disbursement" | "capitalised-income";
  readonly on: EpochDay;
  readonly amount: bigint;
  fees: bigint;
};

/** A loan while its events are played. */
export type Run = {
  readonly terms: Terms;
  plan: Plan;
  instalments: Instalment[];
  readonly charges: Charge[];
  readonly transactions: Transaction[];
  readonly draws: Draw[];
  /** Events already played, for what must be computed by playing them again. */
  readonly played: LoanEvent[];
  overpaid: bigint;
  isChargedOff: boolean;
  isTerminated: boolean;
  isPrepaying: boolean;
  refundedInterest: bigint;
  hasRestructured: boolean;
};

export function newTransaction(event: LoanEvent, amount: bigint, type: string): Transaction {
  return {
    id: event.id,
    type,
    on: event.on,
    amount,
    principal: 0n,
    interest: 0n,
    fee: 0n,
    penalty: 0n,
    overpayment: 0n,
    balance: 0n,
    isReversed: false,
  };
}

/** Does early, late and overdue money still move the interest? */
export function isRecalculating(run: Run): boolean {
  return recalculates(run.terms) && !run.isChargedOff && !run.isTerminated;
}

export function instalmentOfRow(run: Run, row: Row): Instalment | undefined {
  return run.instalments.find(
    (it) => !it.isDownPayment && it.from === row.from && it.due === row.due,
  );
}

/** Principal and interest of the instalments follow the plan. */
export function followPlan(run: Run, on?: EpochDay): void {
  const figures = figuresOf(run.plan);
  run.plan.rows.forEach((row, index) => {
    const it = instalmentOfRow(run, row);
    if (it === undefined) return;
    setDue(it, "principal", figures[index]?.duePrincipal ?? 0n);
    setDue(it, "interest", figures[index]?.dueInterest ?? 0n);
    if (on === undefined) return;
    it.parts.principal.credited = creditedPrincipal(row);
    it.parts.interest.credited = creditedInterest(row);
    updateMet(it, on);
  });
}

/** Overdue principal earns through a day, and the instalments show it. */
export function recalculateThrough(run: Run, on: EpochDay): void {
  if (!isRecalculating(run) || !run.terms.recalculation.interestOnPastDue) return;
  if (earnOnOverdue(run.plan, on, run.isPrepaying)) followPlan(run);
}

export function addPart(transaction: Transaction, component: Component, amount: bigint): void {
  transaction[component] += amount;
}

/** The instalment in which a day falls: after its start through its due day. */
export function instalmentAt(run: Run, on: EpochDay): Instalment | undefined {
  const first = run.instalments.find((it) => !it.isDownPayment);
  return run.instalments.find(
    (it) => (on > it.from && on <= it.due) || (it === first && on >= it.from && on <= it.due),
  );
}
