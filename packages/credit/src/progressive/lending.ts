import { type EpochDay, present, roundRatio } from "@fairdue/kernel";
import { allocate } from "./allocate.ts";
import { capitalise, draw } from "./changes.ts";
import { fromMinor, over, times, toMinor, whole } from "./decimal.ts";
import { divided, inMultiples } from "./emi.ts";
import type { LoanEvent } from "./event.ts";
import { figuresOf, min } from "./figures.ts";
import {
  checkMet,
  type Instalment,
  newInstalment,
  renumber,
  setDue,
  updateMet,
} from "./instalment.ts";
import { maturityOf } from "./plan.ts";
import { newTransaction, type Run, type Transaction } from "./run.ts";
import { isInterestBearing } from "./terms.ts";

type Lending = LoanEvent & {
  readonly type: "disbursement" | "capitalised-income";
  readonly amount: bigint;
};

/** Money lent, or income added to the principal: the rows after it take it up. */
export function lend(run: Run, event: Lending): Transaction {
  const transaction = newTransaction(event, event.amount, event.type);
  const isDraw = event.type === "disbursement";
  run.draws.push({ kind: event.type, on: event.on, amount: event.amount, fees: 0n });
  const down = isDraw ? addDownPayment(run, event) : 0n;
  const amount = event.amount - down;
  if (isInPlan(run, event.on)) lendInPlan(run, event, amount);
  else shareOut(run, event, amount);
  useOverpayment(run, transaction, event.amount);
  if (!isDraw) transaction.principal = event.amount;
  return transaction;
}

function isInPlan(run: Run, on: EpochDay): boolean {
  if (!isInterestBearing(run.terms) && run.hasRestructured) return false;
  return on <= maturityOf(run.plan);
}

/** The down payment of a disbursement: an instalment due on that day, outside the plan. */
function addDownPayment(run: Run, event: Lending): bigint {
  const { downPayment } = run.terms;
  if (downPayment === null) return 0n;
  const amount = downPaymentOf(run, event.amount);
  const row = newInstalment({ from: event.on, due: event.on, isDownPayment: true });
  setDue(row, "principal", amount);
  checkMet(row, event.on);
  run.instalments.push(row);
  renumber(run.instalments);
  return amount;
}

export function downPaymentOf(run: Run, amount: bigint): bigint {
  const { downPayment, digits, multiplesOf } = run.terms;
  if (downPayment === null) return 0n;
  const exact = times(fromMinor(amount, digits), over(downPayment.percent, whole(100)));
  if (multiplesOf === null) return toMinor(exact, digits);
  const unit = BigInt(multiplesOf);
  const scale = 10n ** BigInt(Math.max(0, exact.scale));
  const times10 = exact.scale < 0 ? 10n ** BigInt(-exact.scale) : 1n;
  return (
    roundRatio(exact.coefficient * times10, scale * unit, "half-even") *
    unit *
    10n ** BigInt(digits)
  );
}

function lendInPlan(run: Run, event: Lending, amount: bigint): void {
  if (event.type === "disbursement") draw(run.plan, event.on, amount);
  else capitalise(run.plan, event.on, amount);
  if (amount <= 0n) return;
  const figures = figuresOf(run.plan);
  const added: Instalment[] = [];
  run.plan.rows.forEach((row, index) => {
    if (row.due < event.on) return;
    const due = present(figures[index], "each row has its figures");
    const it = run.instalments.find(
      (each) => !each.isDownPayment && !each.isAdditional && each.due === row.due,
    );
    if (it) {
      setDue(it, "principal", due.duePrincipal);
      setDue(it, "interest", due.dueInterest);
      updateMet(it, event.on);
      return;
    }
    added.push(
      newInstalment({
        from: row.from,
        due: row.due,
        principal: due.duePrincipal,
        interest: due.dueInterest,
      }),
    );
  });
  if (added.length > 0) lengthen(run, added);
}

/** New rows of a full-term tranche push the additional instalment behind them. */
function lengthen(run: Run, added: readonly Instalment[]): void {
  const additional = run.instalments.find((it) => it.isAdditional);
  run.instalments.push(...added);
  if (additional) {
    const maturity = maturityOf(run.plan);
    for (const component of ["fee", "penalty"] as const) {
      for (const charge of run.charges) {
        if (charge.kind !== component || charge.due === null) continue;
        const home = added.find((it) => charge.due! > it.from && charge.due! <= it.due);
        if (home) moveCharge(additional, home, { component, ...charge });
      }
    }
    additional.from = maturity;
    if (additional.due <= maturity) {
      run.instalments = run.instalments.filter((it) => it !== additional);
    }
  }
  renumber(run.instalments);
}

function moveCharge(
  from: Instalment,
  to: Instalment,
  it: { readonly component: "fee" | "penalty"; readonly amount: bigint; readonly paid: bigint },
): void {
  from.parts[it.component].due -= it.amount;
  from.parts[it.component].paid -= it.paid;
  to.parts[it.component].due += it.amount;
  to.parts[it.component].paid += it.paid;
}

/** Without interest, or beyond the plan: shared equally over the rows still to come. */
function shareOut(run: Run, event: Lending, amount: bigint): void {
  if (amount <= 0n) return;
  let rows = run.instalments.filter(
    (it) => it.due > event.on && !it.isDownPayment && !it.isAdditional,
  );
  if (rows.length === 0 && event.type === "disbursement") rows = [additionalOn(run, event.on)];
  const last = rows.at(-1);
  if (last === undefined) return;
  const share = divided(amount, rows.length);
  let left = amount;
  for (const row of rows) {
    const before = row.parts.principal.due;
    const after = inMultiples(run.plan, before + share);
    setDue(row, "principal", after);
    left -= after - before;
    updateMet(row, event.on);
  }
  last.parts.principal.due += left;
  checkMet(last, event.on);
}

function additionalOn(run: Run, on: EpochDay): Instalment {
  const existing = run.instalments.find((it) => it.isAdditional);
  if (existing) {
    existing.due = on;
    return existing;
  }
  const added = newInstalment({ from: on, due: on, isAdditional: true });
  run.instalments.push(added);
  renumber(run.instalments);
  return added;
}

/** Money that was paid too much meets what is lent next. */
export function useOverpayment(run: Run, transaction: Transaction, amount: bigint): void {
  if (run.overpaid <= 0n) return;
  transaction.overpayment = min(amount, run.overpaid);
  const rule = present(run.terms.allocation.get("default"), "a default allocation rule");
  const parts = { ...transaction };
  run.overpaid = allocate(run, parts, { amount: run.overpaid, rule });
}
