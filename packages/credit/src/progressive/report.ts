import { type EpochDay, formatDay } from "@fairdue/kernel";
import { formatMinor } from "./decimal.ts";
import {
  components,
  dueTotal,
  type Instalment,
  openOf,
  openTotal,
  paidTotalOf,
} from "./instalment.ts";
import { copyPlan } from "./plan.ts";
import { owedThrough } from "./last-open.ts";
import { earnOnOverdue } from "./payments.ts";
import {
  type Charge,
  type Draw,
  instalmentAt,
  isRecalculating,
  type Run,
  type Transaction,
} from "./run.ts";
import type { Component } from "./terms.ts";

export type ReportRow = {
  readonly number: number | null;
  readonly kind:
    | "disbursement"
    | "capitalised-income"
    | "down-payment"
    | "instalment"
    | "additional";
  readonly from: string | null;
  readonly due: string;
  readonly days: number | null;
  readonly paidOn: string | null;
  readonly principal: string;
  readonly interest: string;
  readonly fees: string;
  readonly penalties: string;
  readonly total: string;
  readonly paid: string;
  readonly paidInAdvance: string;
  readonly paidLate: string;
  readonly waived: string;
  readonly writtenOff: string;
  readonly outstanding: string;
  readonly balance: string;
  readonly isReAged: boolean;
};

export type Report = {
  readonly profile: "progressive";
  readonly id?: string;
  readonly currency: string;
  readonly asOf: string | null;
  readonly rows: readonly ReportRow[];
  readonly totals: Readonly<Record<string, string>>;
  readonly transactions: readonly Readonly<Record<string, string | boolean>>[];
  readonly charges: readonly Readonly<Record<string, string | null>>[];
  readonly payoff: Readonly<Record<string, string>>;
  readonly overpaid: string;
  readonly instalment: string;
  readonly maturityOn: string;
};

/** A loan as JSON: amounts are decimal texts of the main unit, days are ISO dates. */
export function reportRun(
  run: Run,
  it: { readonly id: string | null; readonly asOf: EpochDay | null; readonly payoffOn: EpochDay },
): Report {
  const { terms } = run;
  const money = (amount: bigint): string => formatMinor(amount, terms.digits);
  return {
    profile: "progressive",
    ...(it.id === null ? {} : { id: it.id }),
    currency: terms.currency,
    asOf: it.asOf === null ? null : formatDay(it.asOf),
    rows: rowsOf(run, money),
    totals: totalsOfRun(run, money),
    transactions: run.transactions.map((each) => reportTransaction(each, money)),
    charges: run.charges.map((each) => reportCharge(each, money)),
    payoff: payoffOf(run, it.payoffOn, money),
    overpaid: money(run.overpaid),
    instalment: money(run.plan.rows.find((row) => row.emiOriginal > 0n)?.emiOriginal ?? 0n),
    maturityOn: formatDay(run.instalments.at(-1)?.due ?? terms.startOn),
  };
}

type Format = (amount: bigint) => string;

function rowsOf(run: Run, money: Format): ReportRow[] {
  const rows: ReportRow[] = [];
  const draws = run.draws.toSorted((a, b) => a.on - b.on);
  let balance = 0n;
  const show = (until: EpochDay, isInclusive: boolean): void => {
    while (draws.length > 0 && (draws[0]!.on < until || (isInclusive && draws[0]!.on === until))) {
      const draw = draws.shift()!;
      balance += draw.amount;
      rows.push(drawRow(draw, money(balance), money));
    }
  };
  for (const it of run.instalments) {
    show(it.due, it.isDownPayment || it.from === it.due);
    const { principal } = it.parts;
    balance = balance - principal.due + principal.credited;
    rows.push(instalmentRow(it, money(balance > 0n ? balance : 0n), money));
  }
  show(Number.MAX_SAFE_INTEGER as EpochDay, true);
  return rows;
}

function drawRow(draw: Draw, balance: string, money: Format): ReportRow {
  return {
    number: null,
    kind: draw.kind,
    from: null,
    due: formatDay(draw.on),
    days: null,
    paidOn: null,
    principal: money(draw.amount),
    interest: money(0n),
    fees: money(draw.fees),
    penalties: money(0n),
    total: money(draw.fees),
    paid: money(draw.fees),
    paidInAdvance: money(0n),
    paidLate: money(0n),
    waived: money(0n),
    writtenOff: money(0n),
    outstanding: money(0n),
    balance,
    isReAged: false,
  };
}

function instalmentRow(it: Instalment, balance: string, money: Format): ReportRow {
  const sum = (pick: "waived" | "writtenOff"): bigint =>
    components.reduce((total, component) => total + it.parts[component][pick], 0n);
  return {
    number: it.number,
    kind: it.isDownPayment ? "down-payment" : it.isAdditional ? "additional" : "instalment",
    from: formatDay(it.from),
    due: formatDay(it.due),
    days: it.due - it.from,
    paidOn: it.isMet && it.metOn !== null ? formatDay(it.metOn) : null,
    principal: money(it.parts.principal.due),
    interest: money(it.parts.interest.due),
    fees: money(it.parts.fee.due),
    penalties: money(it.parts.penalty.due),
    total: money(dueTotal(it)),
    paid: money(paidTotalOf(it)),
    paidInAdvance: money(it.paidInAdvance),
    paidLate: money(it.paidLate),
    waived: money(sum("waived")),
    writtenOff: money(sum("writtenOff")),
    outstanding: money(openTotal(it)),
    balance,
    isReAged: it.isReAged,
  };
}

function totalsOfRun(run: Run, money: Format): Record<string, string> {
  const sum = (pick: (it: Instalment) => bigint): string =>
    money(run.instalments.reduce((total, it) => total + pick(it), 0n));
  const of = (component: Component): string => sum((it) => it.parts[component].due);
  return {
    disbursed: money(lentAs(run, "disbursement")),
    capitalised: money(lentAs(run, "capitalised-income")),
    principal: of("principal"),
    interest: of("interest"),
    fees: of("fee"),
    penalties: of("penalty"),
    total: sum(dueTotal),
    paid: sum(paidTotalOf),
    paidInAdvance: sum((it) => it.paidInAdvance),
    paidLate: sum((it) => it.paidLate),
    waived: sum((it) => components.reduce((total, each) => total + it.parts[each].waived, 0n)),
    writtenOff: sum((it) =>
      components.reduce((total, each) => total + it.parts[each].writtenOff, 0n),
    ),
    outstanding: sum(openTotal),
  };
}

function reportTransaction(it: Transaction, money: Format): Record<string, string | boolean> {
  return {
    id: it.id,
    type: it.type,
    on: formatDay(it.on),
    amount: money(it.amount),
    principal: money(it.principal),
    interest: money(it.interest),
    fees: money(it.fee),
    penalties: money(it.penalty),
    overpayment: money(it.overpayment),
    balance: money(it.balance),
    isReversed: it.isReversed,
  };
}

function reportCharge(it: Charge, money: Format): Record<string, string | null> {
  return {
    id: it.id,
    kind: it.kind,
    due: it.due === null ? null : formatDay(it.due),
    amount: money(it.amount),
    paid: money(it.paid),
    waived: money(it.waived),
    outstanding: money(it.amount - it.paid - it.waived),
  };
}

/** What settles the loan on a day. */
function payoffOf(run: Run, on: EpochDay, money: Format): Record<string, string> {
  const open = (component: Component): bigint =>
    run.instalments.reduce((sum, it) => sum + openOf(it, component), 0n);
  let principal = open("principal");
  let interest = open("interest");
  if (isRecalculating(run)) {
    const owed = owedOn(run, on);
    const outside = run.instalments.filter((it) => it.isDownPayment || it.isAdditional);
    principal = owed.principal + outside.reduce((sum, it) => sum + openOf(it, "principal"), 0n);
    const extra = run.instalments.filter((it) => it.isAdditional);
    interest = owed.interest + extra.reduce((sum, it) => sum + openOf(it, "interest"), 0n);
  }
  return {
    on: formatDay(on),
    principal: money(principal),
    interest: money(interest),
    fees: money(open("fee")),
    penalties: money(open("penalty")),
    total: money(principal + interest + open("fee") + open("penalty")),
  };
}

function owedOn(run: Run, on: EpochDay): { readonly principal: bigint; readonly interest: bigint } {
  const { preClose, interestOnPastDue } = run.terms.recalculation;
  const home = instalmentAt(run, on) ?? run.instalments[0];
  const through = preClose === "till-rest-date" && home ? home.due : on;
  const plan = copyPlan(run.plan);
  plan.overdueThrough = run.plan.overdueThrough;
  if (interestOnPastDue && (plan.overdueThrough ?? 0) < through)
    earnOnOverdue(plan, through, false);
  return owedThrough(plan, through);
}

function lentAs(run: Run, kind: Draw["kind"]): bigint {
  return run.draws.reduce((total, it) => (it.kind === kind ? total + it.amount : total), 0n);
}
