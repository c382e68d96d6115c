import { addDays, type EpochDay, formatDay, formatMinor, minor } from "@fairdue/kernel";
import { accrualLine } from "../account/accrue.ts";
import { outstanding } from "../account/invariants.ts";
import { type AccountState, type Due } from "../account/state.ts";
import { dpdOf } from "../ageing/ageing.ts";
import { percentText } from "../apr/irr.ts";
import { costOf, type CostTable, liveOut } from "../cost/cost.ts";
import { type CostRates, costRates } from "../cost/rates.ts";
import { fallDue } from "../interest/interest.ts";
import type { Movement } from "../movement/movement.ts";
import { never, type Product } from "../product/product.ts";
import { planQuote } from "../quote/plan-quote.ts";
import { availableMinor, dueQuote, payoffQuote } from "../quote/quote.ts";
import type { Schedule } from "../schedule/schedule.ts";
import type { BilledRow, Effect, History } from "./history.ts";

type Money = (amount: number) => string;
type Json = Readonly<Record<string, unknown>>;

/** The pure schedule of a loan by its terms. */
export function reportPlan(schedule: Schedule, money: Money, rates: CostRates): Json {
  return {
    instalment: schedule.instalmentMinor === null ? null : money(schedule.instalmentMinor),
    rows: schedule.rows.map((row) => ({
      number: row.number,
      due: formatDay(row.dueOn),
      isCertain: row.isCertain,
      days: row.days,
      principal: money(row.principalMinor),
      interest: money(row.interestMinor),
      fee: money(row.feeMinor),
      total: money(row.totalMinor),
      balance: money(row.balanceMinor),
    })),
    residues: schedule.residues.map((it) => ({
      row: it.row,
      of: it.of,
      amount: money(it.amountMinor),
    })),
    totals: {
      principal: money(schedule.totals.principalMinor),
      interest: money(schedule.totals.interestMinor),
      fee: money(schedule.totals.feeMinor),
      total: money(schedule.totals.totalMinor),
    },
    rates: reportRates(rates),
  };
}

/** The rates that a cost is shown at, as percentages; `null` where there is none. */
export function reportRates(rates: CostRates): Json {
  return {
    irrNominal: rates.irr.ok ? percentText(rates.irr.value.nominal, 2) : null,
    irrEffective: rates.irr.ok ? percentText(rates.irr.value.effective, 2) : null,
    xirr: rates.xirr.ok ? percentText(rates.xirr.value, 2) : null,
    chinaSimple: rates.china.ok ? percentText(rates.china.value.simple, 2) : null,
    chinaCompound: rates.china.ok ? percentText(rates.china.value.compound, 2) : null,
    regZ: rates.regZ.ok ? percentText(rates.regZ.value.apr, 2) : null,
    eu: rates.eu.ok ? percentText(rates.eu.value.apr, 1) : null,
    onPrincipalInUse: rates.principalInUse === null ? null : percentText(rates.principalInUse, 2),
  };
}

export type Asked = {
  readonly money: Money;
  readonly payoffOn: EpochDay;
  readonly refused: readonly Json[];
};

/** An account as JSON: amounts are decimal texts of the main unit, days are ISO dates. */
export function reportAccount(product: Product, history: History, asked: Asked): Json {
  const { state } = history;
  const { money } = asked;
  return {
    asOf: formatDay(state.asOf),
    status: state.status,
    rows: rowsOf(product, history, money),
    balances: balancesOf(product, state, money),
    ageing: {
      dpd: dpdOf(state),
      dpdMax: state.ageing.dpdMax,
      bucket: `M${state.ageing.bucket}`,
      grade: state.ageing.grade,
      stage: state.ageing.stage,
      isNonAccrual: state.ageing.isNonAccrual,
      provision: money(state.ageing.provisionMinor),
    },
    nextEventOn: state.nextEventOn === never ? null : formatDay(state.nextEventOn),
    statements: statementsOf(state, money),
    events: history.effects.map((it) => effectOf(it, money)),
    refused: asked.refused,
    totals: totalsOf(state, money),
    payoff: payoffOf(product, state, asked),
    cost: costOfLife(product, history, money),
  };
}

/** What fell due, with what of it is still owed, then what is planned; by due day. */
function rowsOf(product: Product, history: History, money: Money): Json[] {
  const { state } = history;
  const open = new Map(state.dues.map((due) => [due.id, due]));
  const billed = history.billed.map((row) => ({
    on: row.dueOn,
    row: billedRow(product, row, {
      due: open.get(row.id),
      given: history.given.get(row.id),
      money,
    }),
  }));
  const planned = state.draws.flatMap((draw) =>
    planQuote(product, state, draw).map((row) => ({
      on: row.dueOn,
      row: {
        id: `${draw.id}#${row.number}`,
        draw: draw.id,
        due: formatDay(row.dueOn),
        state: "planned",
        principal: money(row.principalMinor),
        interest: money(row.interestMinor),
        fee: money(row.feeMinor),
        total: money(row.totalMinor),
        outstanding: money(row.totalMinor),
        penalty: money(0),
      },
    })),
  );
  return [...billed, ...planned].sort((a, b) => a.on - b.on).map((it) => it.row);
}

type Open = {
  readonly due: Due | undefined;
  readonly given: "charged-off" | "sold" | undefined;
  readonly money: Money;
};

function billedRow(product: Product, row: BilledRow, { due, given, money }: Open): Json {
  const penalty = due ? due.penaltyMinor + fallDue(product, due.penaltyAccrued) : 0;
  const left = due
    ? due.principalMinor +
      due.interestMinor +
      fallDue(product, due.interestAccrued) +
      due.feeMinor +
      penalty
    : 0;
  return {
    id: row.id,
    draw: row.drawId === "" ? null : row.drawId,
    due: formatDay(row.dueOn),
    state: given ?? (due === undefined ? "settled" : due.isOverdue ? "overdue" : "due"),
    principal: money(row.principalMinor),
    interest: money(row.interestMinor),
    fee: money(row.feeMinor),
    total: money(row.principalMinor + row.interestMinor + row.feeMinor),
    outstanding: money(left),
    penalty: money(penalty),
  };
}

function balancesOf(product: Product, state: AccountState, money: Money): Json {
  const owed = outstanding(state);
  const line = accrualLine(product, state);
  const accrued = fallDue(product, line.interestNumerator + line.penaltyNumerator);
  const due = dueQuote(product, state, state.asOf);
  const { claim } = state;
  const claimed = claim.principalMinor + claim.interestMinor + claim.feeMinor + claim.penaltyMinor;
  return {
    principal: money(owed.principal),
    interest: money(owed.interest),
    fee: money(owed.fee),
    penalty: money(owed.penalty),
    accrued: money(accrued),
    accruedExact: `${line.interestNumerator + line.penaltyNumerator}/${line.denominator}`,
    owed: money(owed.principal + owed.interest + owed.fee + owed.penalty + accrued),
    due: money(due.dueMinor),
    overdue: money(due.overdueMinor),
    bill: money(due.billMinor),
    dueOn: due.dueOn === null ? null : formatDay(due.dueOn),
    credit: money(state.creditMinor),
    claim: money(claimed),
    limit: money(state.limitMinor),
    available: money(availableMinor(product, state)),
  };
}

function statementsOf(state: AccountState, money: Money): Json[] {
  return state.statements.map((it) => ({
    id: it.id,
    closedOn: formatDay(it.closedOn),
    due: formatDay(it.dueOn),
    opening: money(it.openingMinor),
    purchases: money(it.cycle.purchasesMinor),
    instalments: money(it.cycle.instalmentsMinor),
    interest: money(it.cycle.interestMinor),
    fee: money(it.cycle.feeMinor),
    penalty: money(it.cycle.penaltyMinor),
    payments: money(it.cycle.paymentsMinor),
    refunds: money(it.cycle.refundsMinor),
    waived: money(it.cycle.waivedMinor),
    converted: money(it.cycle.convertedMinor),
    closing: money(it.closingMinor),
    minimum: money(it.minimumMinor),
  }));
}

const moves: ReadonlySet<string> = new Set([
  "drawn",
  "purchased",
  "paid",
  "settled",
  "refunded",
  "waived",
  "paid-out",
  "charged-off",
  "recovered",
  "sold",
]);

/** What an event met, by component. */
function effectOf({ event, movements }: Effect, money: Money): Json {
  const met = new Map<string, number>();
  const add = (it: Movement): void => {
    if (!moves.has(it.kind)) return;
    const component = it.component === "principal-overdue" ? "principal" : it.component;
    met.set(component, (met.get(component) ?? 0) + it.amountMinor);
  };
  movements.forEach(add);
  return {
    seq: event.seq,
    on: formatDay(event.valueOn),
    bookedOn: formatDay(event.bookedOn),
    kind: event.kind,
    ...Object.fromEntries([...met].map(([name, amount]) => [name, money(amount)])),
  };
}

function totalsOf(state: AccountState, money: Money): Json {
  const { totals } = state;
  const parts = (it: Readonly<Record<string, number>>): Json =>
    Object.fromEntries(Object.entries(it).map(([name, amount]) => [name, money(amount)]));
  return {
    drawn: money(totals.drawnMinor),
    billed: parts(totals.billed),
    paid: parts(totals.paid),
    refunded: parts(totals.refunded),
    waived: parts(totals.waived),
    chargedOff: parts(totals.chargedOff),
    cashIn: money(totals.cashInMinor),
    paidOut: money(totals.paidOutMinor),
    recovered: money(totals.recoveredMinor),
  };
}

function payoffOf(product: Product, state: AccountState, asked: Asked): Json {
  const quote = payoffQuote(product, state, asked.payoffOn);
  const { money } = asked;
  return {
    on: formatDay(quote.on),
    principal: money(quote.principalMinor),
    interest: money(quote.interestMinor),
    fee: money(quote.feeMinor),
    penalty: money(quote.penaltyMinor),
    credit: money(quote.creditMinor),
    total: money(quote.totalMinor),
  };
}

/** What has been paid so far, and what it will come to if all goes to plan from here. */
function costOfLife(product: Product, history: History, money: Money): Json {
  const { state, movements } = history;
  const soFar = costOf(movements);
  const endOn = addDays(state.asOf, 365);
  const isOpenEnded = state.draws.some((draw) => draw.method === "open");
  const rest = liveOut(product, state, isOpenEnded ? endOn : never);
  const whole = costOf([...movements, ...rest]);
  return {
    soFar: sums(soFar, money),
    ifAllGoesToPlan: { ...sums(whole, money), rates: reportRates(costRates(whole)) },
  };
}

function sums(table: CostTable, money: Money): Json {
  return {
    received: money(table.receivedMinor),
    interest: money(table.interestMinor),
    fee: money(table.feeMinor),
    penalty: money(table.penaltyMinor),
    paid: money(table.paidMinor),
    cost: money(table.costMinor),
  };
}

export const moneyIn =
  (digits: number): Money =>
  (amount) =>
    formatMinor(minor(amount), digits);
