import {
  addDays,
  addMonths,
  civilOf,
  dayInMonth,
  type EpochDay,
  everyDayCalendar,
} from "@fairdue/kernel";
import { forbear } from "../ageing/ageing.ts";
import type { FactOf } from "../event/event.ts";
import type { PlanTerms } from "../product/declaration.ts";
import { never, type Product } from "../product/product.ts";
import { closingAfter, statementDueDays } from "../statement/cycle.ts";
import { overdueRates } from "../statement/statement.ts";
import { billAccrued } from "../waterfall/waterfall.ts";
import { addDraw, planDueDays } from "./apply-lending.ts";
import { wholeUnits } from "../interest/interest.ts";
import { monthlyDueDays, monthlyFrom, movedByMonths, type Rolling } from "../schedule/due-days.ts";
import { replan } from "./plan.ts";
import type { Due } from "./state.ts";
import { newDue } from "./steps.ts";
import { bill, dueTotal, move, revolvingOf, type Working } from "./working.ts";

/** From today, for every draw: what is planned is planned anew with the same number of rows. */
export function changeRate(it: Working, rate: number): void {
  const { product, state } = it;
  state.rate = rate;
  for (const draw of state.draws) {
    if (draw.method === "flat-fee") continue;
    draw.rate = rate;
    draw.rows = replan(product, draw, { on: state.asOf, strategy: "lower-instalment" });
  }
  for (const due of state.dues) if (due.drawId !== "") Object.assign(due, overdueRates(it, rate));
}

/**
 * Due days from now on. A running row moves to the new day of its own month, or of the next when
 * that has passed; what is already due stays.
 */
export function changeDueDay(it: Working, dueDay: number): void {
  const { product, state } = it;
  state.dueDay = dueDay;
  if (product.isPurchases) {
    const lastDue = state.statements.at(-1)?.dueOn ?? state.asOf;
    let closing = closingAfter(product, dueDay, state.asOf);
    while (addDays(closing, product.declaration.cycle.statementDaysBefore) <= lastDue) {
      closing = closingAfter(product, dueDay, closing);
    }
    state.statementOn = closing;
  }
  for (const draw of state.draws) {
    if (draw.openDueOn !== never) draw.openDueOn = firstAfter(state.asOf, dueDay);
    const first = draw.rows[0];
    const { every } = product.declaration.instalments;
    if (!first || every.unit !== "month") continue;
    const days = product.isPurchases
      ? statementDueDays(product, state, draw.rows.length)
      : monthlyFrom(
          { ...rollingOf(product), every: every.count },
          later(first.dueOn, state.asOf, dueDay),
          { dueDay, count: draw.rows.length },
        );
    draw.rows = draw.rows.map((row, k) => ({ ...row, dueOn: days[k] ?? row.dueOn }));
  }
}

function later(planned: EpochDay, on: EpochDay, dueDay: number): EpochDay {
  const civil = civilOf(planned);
  const moved = dayInMonth(civil.year, civil.month, dueDay);
  return moved > on ? moved : dayInMonth(civil.year, civil.month + 1, dueDay);
}

const firstAfter = (on: EpochDay, dueDay: number): EpochDay =>
  monthlyDueDays(addDays(on, 1), dueDay, 1)[0] ?? never;

/** Overdue principal is spread over new instalments; overdue charges wait for the first of them. */
export function reAge(it: Working, fact: FactOf<"re-aged">): void {
  const { state } = it;
  const late = state.dues.filter((due) => due.isOverdue);
  if (late.length === 0) return;
  const plan = personalPlan("equal-principal", fact.terms);
  const id = `re-age_${state.draws.length + state.settled.length + 1}`;
  const firstOn = planDueDays(it, plan)[0] ?? never;
  const principal = carry(it, late, { id, dueOn: firstOn });
  const onBill = it.product.isPurchases ? principal : 0;
  state.cycle.convertedMinor += onBill;
  if (principal > 0) {
    addDraw(it, {
      id,
      origin: "re-age",
      plan,
      rate: state.rate,
      amountMinor: principal,
      purchaseId: "",
    });
  }
  forbear(it);
}

/**
 * Everything owed becomes one personal plan: all principal on its rows, all charges, without
 * interest on them, with its first row.
 */
export function restructure(it: Working, fact: FactOf<"restructured">): void {
  const { product, state } = it;
  const firstOn = planDueDays(it, fact.plan)[0] ?? firstAfter(state.asOf, state.dueDay);
  const revolving = revolvingOf(state)?.balanceMinor ?? 0;
  let principal = carry(it, state.dues, { id: fact.drawId, dueOn: firstOn });
  if (product.isPurchases) {
    state.cycle.convertedMinor += principal + state.restMinor + state.unbilledMinor + revolving;
  }
  principal += state.restMinor + state.unbilledMinor;
  state.restMinor = 0;
  state.unbilledMinor = 0;
  let interest = 0;
  for (const draw of state.draws) {
    interest += wholeUnits(product, draw.interestAccrued);
    principal += draw.balanceMinor;
    draw.balanceMinor = 0;
    draw.interestAccrued = 0;
    draw.rows = [];
    draw.openDueOn = never;
  }
  bill(it, "interest", interest);
  addCarried(it, { ...newDue(`${fact.drawId}#carried`, firstOn), interestMinor: interest });
  state.rate = fact.rate;
  if (principal > 0) {
    addDraw(it, {
      id: fact.drawId,
      origin: "restructure",
      plan: fact.plan,
      rate: fact.rate,
      amountMinor: principal,
      purchaseId: "",
    });
  }
  forbear(it);
}

type Carried = { readonly id: string; readonly dueOn: EpochDay };

/** Takes the principal out of due items; their charges move, unaged, to the first new due day. */
function carry(it: Working, late: readonly Due[], to: Carried): number {
  const { state } = it;
  const carried = newDue(`${to.id}#carried`, to.dueOn);
  let principal = 0;
  for (const due of late) {
    billAccrued(it, due, false);
    if (due.isOverdue) {
      move(it, { kind: "aged", component: "principal-overdue", amountMinor: -due.principalMinor });
    }
    principal += due.principalMinor;
    carried.interestMinor += due.interestMinor;
    carried.feeMinor += due.feeMinor;
    carried.penaltyMinor += due.penaltyMinor;
  }
  state.dues = state.dues.filter((due) => !late.includes(due));
  addCarried(it, carried);
  return principal;
}

function addCarried(it: Working, carried: Due): void {
  const { state } = it;
  if (dueTotal(carried) === 0) return;
  const same = state.dues.find((due) => due.id === carried.id);
  if (!same) state.dues.push(carried);
  else {
    same.interestMinor += carried.interestMinor;
    same.feeMinor += carried.feeMinor;
    same.penaltyMinor += carried.penaltyMinor;
  }
}

function personalPlan(method: PlanTerms["method"], terms: number): PlanTerms {
  return { method, terms, feePpm: 0, principalMinor: [], firstDueOn: null };
}

/** Due days to come move by whole months; interest runs on, or rests, as granted. */
export function grantHoliday(it: Working, fact: FactOf<"holiday-granted">): void {
  const { product, state } = it;
  const untilOn = addMonths(state.asOf, fact.months);
  const rolling = rollingOf(product);
  const wanted = { dueDay: state.dueDay, months: fact.months };
  for (const draw of state.draws) {
    const first = draw.rows[0];
    if (fact.interest === "waived") draw.freeUntilOn = untilOn;
    if (draw.openDueOn !== never) {
      draw.openDueOn = movedByMonths(plainDays, draw.openDueOn, wanted);
    }
    if (!first) continue;
    const isMonthly = product.declaration.instalments.every.unit === "month";
    const days = addMonths(first.dueOn, fact.months) - first.dueOn;
    draw.rows = draw.rows.map((row) => ({
      ...row,
      dueOn: isMonthly ? movedByMonths(rolling, row.dueOn, wanted) : addDays(row.dueOn, days),
    }));
  }
}

/** Statements and open interest keep to the calendar day, whatever business days are. */
const plainDays: Rolling = { calendar: everyDayCalendar, roll: "none" };

const rollingOf = (product: Product): Rolling => ({
  calendar: product.calendar,
  roll: product.declaration.instalments.roll,
});

export function grantMoratorium(it: Working, fact: FactOf<"moratorium-granted">): void {
  const { state } = it;
  const fromOn = state.moratorium?.fromOn ?? state.asOf;
  const running = state.moratorium?.untilOn ?? fact.untilOn;
  state.moratorium = { fromOn, untilOn: fact.untilOn > running ? fact.untilOn : running };
}
