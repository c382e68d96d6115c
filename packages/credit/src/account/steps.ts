import { addDays, type EpochDay } from "@fairdue/kernel";
import { age, noteDpdMax, observedUntil, overdueOn, thresholdAfter } from "../ageing/ageing.ts";
import { capOn, never, type Product, weightChangesOn, weightOf } from "../product/product.ts";
import { nextClosing, wakeCycle } from "../statement/cycle.ts";
import { closeStatement, overdueRates } from "../statement/statement.ts";
import { payDues } from "../waterfall/waterfall.ts";
import {
  accrueTo,
  bears,
  drawSlope,
  interestSlope,
  penaltySlope,
  underCap,
  useHeadroom,
} from "./accrue.ts";
import { fallDue } from "../interest/interest.ts";
import { assertInvariants } from "./invariants.ts";
import { monthlyDueDays } from "../schedule/due-days.ts";
import type { AccountState, Draw, Due } from "./state.ts";
import { bill, move, principalTotal, revolvingOf, sweep, type Working } from "./working.ts";

/**
 * Brings an account to the opening of a day: from event to event, accruing in between. Close of
 * day, the online path and the fold all go through here; many short steps equal one long one.
 */
export function stepTo(it: Working, to: EpochDay): void {
  const { product, state } = it;
  for (let on = state.nextEventOn; on <= to; on = state.nextEventOn) {
    if (on > state.asOf) accrueTo(product, state, on);
    runDay(it);
  }
  if (to > state.asOf) accrueTo(product, state, to);
  noteDpdMax(state);
}

/** All that the opening of `asOf` brings, in the order of the day; harmless when repeated. */
export function runDay(it: Working): void {
  const { product, state } = it;
  const on = state.asOf;
  if (state.holds.length > 0) state.holds = state.holds.filter((hold) => hold.expiresOn > on);
  if (state.moratorium && state.moratorium.untilOn <= on) endMoratorium(state);
  wakeCycle(product, state);
  if (nextClosing(product, state) <= on) closeStatement(it);
  if (state.status === "open") {
    if (!product.isPurchases) for (const draw of state.draws) fallDueDraw(it, draw);
    fallDueFees(it);
  }
  useCredit(it);
  for (const due of state.dues) {
    if (!due.isOverdue && overdueOn(product, state, due) <= on) becomeOverdue(it, due);
  }
  if (state.restMinor > 0) revolve(it);
  sweep(it);
  age(it);
  state.nextEventOn = nextEventOn(product, state);
  assertInvariants(it);
}

/** First day after `asOf` on which anything other than linear accrual happens. */
export function nextEventOn(product: Product, state: AccountState): EpochDay {
  const on = state.asOf;
  let next = nextClosing(product, state);
  const consider = (day: EpochDay): void => {
    if (day > on && day < next) next = day;
  };
  if (next <= on) next = addDays(on, 1);
  for (const hold of state.holds) consider(hold.expiresOn);
  if (state.moratorium) consider(state.moratorium.untilOn);
  if (state.status !== "open") return next;
  for (const fee of state.fees) consider(fee.dueOn);
  for (const draw of state.draws) {
    consider(draw.freeUntilOn);
    if (product.isPurchases) continue;
    consider(draw.openDueOn);
    const row = draw.rows[0];
    if (row) consider(row.dueOn);
  }
  for (const due of state.dues) if (!due.isOverdue) consider(overdueOn(product, state, due));
  if (state.restMinor > 0) consider(restEndsOn(product, state));
  consider(thresholdAfter(product, state));
  if (principalTotal(state) > 0 || state.dues.length > 0) considerTables(product, state, consider);
  return next;
}

/** Days on which a dated parameter, the year's length or an observation changes the arithmetic. */
function considerTables(product: Product, state: AccountState, consider: (on: EpochDay) => void) {
  for (const day of product.changesOn) {
    if (day > state.asOf) {
      consider(day);
      break;
    }
  }
  consider(observedUntil(product, state));
  if (bears(product, state)) consider(weightChangesOn(product, state.asOf));
}

/** Rows whose due day has come, and the monthly interest of an open draw. */
function fallDueDraw(it: Working, draw: Draw): void {
  const { product, state } = it;
  for (let row = draw.rows[0]; row && row.dueOn <= state.asOf; row = draw.rows[0]) {
    draw.rows.shift();
    const principal = draw.rows.length === 0 ? draw.balanceMinor : row.principalMinor;
    const fee = underCap(product, state, row.feeMinor);
    useHeadroom(product, state, fee);
    owe(it, draw, { dueOn: row.dueOn, principal, fee });
  }
  if (draw.openDueOn <= state.asOf) {
    const dueOn = draw.openDueOn;
    draw.openDueOn = monthlyDueDays(addDays(dueOn, 1), state.dueDay, 1)[0] ?? never;
    owe(it, draw, { dueOn, principal: 0, fee: 0 });
  }
}

type Owing = { readonly dueOn: EpochDay; readonly principal: number; readonly fee: number };

function owe(it: Working, draw: Draw, owing: Owing): void {
  const interest = fallDue(it.product, draw.interestAccrued);
  draw.interestAccrued = 0;
  draw.balanceMinor -= owing.principal;
  const id = `${draw.id}#${draw.nextRow}`;
  draw.nextRow += 1;
  bill(it, "interest", interest);
  bill(it, "fee", owing.fee);
  draw.feeBilledMinor += owing.fee;
  if (owing.principal + interest + owing.fee === 0) return;
  it.state.dues.push({
    ...newDue(id, owing.dueOn),
    ...overdueRates(it, draw.rate),
    drawId: draw.id,
    principalMinor: owing.principal,
    interestMinor: interest,
    feeMinor: owing.fee,
  });
}

export function newDue(id: string, dueOn: EpochDay): Due {
  return {
    id,
    drawId: "",
    dueOn,
    ageFromOn: dueOn,
    principalMinor: 0,
    interestMinor: 0,
    feeMinor: 0,
    penaltyMinor: 0,
    isOverdue: false,
    rate: 0,
    penaltyRate: 0,
    interestAccrued: 0,
    penaltyAccrued: 0,
  };
}

function fallDueFees(it: Working): void {
  const { state } = it;
  if (!state.fees.some((fee) => fee.dueOn <= state.asOf)) return;
  for (const fee of state.fees) {
    if (fee.dueOn > state.asOf) continue;
    bill(it, "fee", fee.amountMinor);
    state.dues.push({ ...newDue(fee.id, fee.dueOn), feeMinor: fee.amountMinor });
  }
  state.fees = state.fees.filter((fee) => fee.dueOn > state.asOf);
}

/** Money kept from an overpayment meets what is due today. */
export function useCredit(it: Working): void {
  const { state } = it;
  if (state.creditMinor === 0) return;
  const before = state.creditMinor;
  let left = payDues(it, before, { kind: "settled", channel: "" });
  if (it.product.isPurchases && left > 0) {
    const part = Math.min(left, state.restMinor);
    state.restMinor -= part;
    left -= part;
    state.totals.paid.principal += part;
    move(it, { kind: "settled", component: "principal", amountMinor: part });
  }
  state.creditMinor = left;
  state.cycle.paymentsMinor += before - left;
}

/**
 * The tolerance of a due item has run out: its principal is overdue from its due day on, and bears
 * what the contract says for all the days since. A shortfall within 容差 keeps its good standing
 * and moves on to the next due day.
 */
function becomeOverdue(it: Working, due: Due): void {
  const { product, state } = it;
  const { amountMinor } = product.declaration.tolerance;
  const total =
    due.principalMinor + due.interestMinor + due.feeMinor + due.penaltyMinor + state.restMinor;
  if (total <= amountMinor) {
    due.ageFromOn = monthlyDueDays(addDays(due.ageFromOn, 1), state.dueDay, 1)[0] ?? never;
    return;
  }
  due.isOverdue = true;
  move(it, { kind: "aged", component: "principal-overdue", amountMinor: due.principalMinor });
  if (!bears(product, state)) return;
  const days = weightOf(product, due.ageFromOn, state.asOf);
  const cap = capOn(product, state.asOf);
  const interest = interestSlope(due, cap) * days;
  const penalty = penaltySlope(product, due, cap) * days;
  due.interestAccrued += interest;
  due.penaltyAccrued += penalty;
  if (cap !== undefined) state.headroom -= interest + penalty;
}

/** The interest-free rest of a statement begins to revolve once its due day's tolerance is over. */
function revolve(it: Working): void {
  const { product, state } = it;
  if (restEndsOn(product, state) > state.asOf) return;
  const statement = state.statements.at(-1);
  if (!statement || state.restMinor <= product.declaration.tolerance.amountMinor) return;
  const from = restFromOn(state);
  const balance = state.restMinor;
  state.restMinor = 0;
  let draw = revolvingOf(state);
  if (!draw) {
    draw = revolvingDraw(state, from);
    state.draws.push(draw);
  }
  draw.balanceMinor += balance;
  if (!bears(product, state)) return;
  const cap = capOn(product, state.asOf);
  const slope = drawSlope({ ...draw, balanceMinor: balance }, state.asOf, cap);
  const retro = slope * weightOf(product, from, state.asOf);
  draw.interestAccrued += retro;
  if (cap !== undefined) state.headroom -= retro;
}

export function revolvingDraw(state: AccountState, on: EpochDay): Draw {
  return {
    id: "revolving",
    origin: "revolving",
    on,
    method: "open",
    rate: state.rate,
    purchaseId: "",
    originalMinor: 0,
    balanceMinor: 0,
    rows: [],
    openDueOn: never,
    interestAccrued: 0,
    freeUntilOn: on,
    feeBilledMinor: 0,
    nextRow: 1,
  };
}

function restFromOn(state: AccountState): EpochDay {
  const dueOn = state.statements.at(-1)?.dueOn ?? never;
  const { moratorium } = state;
  return moratorium && dueOn >= moratorium.fromOn && dueOn < moratorium.untilOn
    ? moratorium.untilOn
    : dueOn;
}

function restEndsOn(product: Product, state: AccountState): EpochDay {
  return addDays(restFromOn(state), product.declaration.tolerance.days + 1);
}

function endMoratorium(state: AccountState): void {
  const { moratorium } = state;
  if (!moratorium) return;
  for (const due of state.dues) {
    const paused = moratorium.untilOn - Math.max(moratorium.fromOn, due.ageFromOn);
    if (paused > 0) due.ageFromOn = addDays(due.ageFromOn, paused);
  }
  state.moratorium = null;
}
