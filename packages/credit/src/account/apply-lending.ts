import { addDays, type EpochDay } from "@fairdue/kernel";
import type { FactOf } from "../event/event.ts";
import type { PlanTerms } from "../product/declaration.ts";
import { never } from "../product/product.ts";
import { statementDueDays } from "../statement/cycle.ts";
import { dueDaysOf, monthlyDueDays, rolled } from "../schedule/due-days.ts";
import { planRows } from "../schedule/rows.ts";
import type { Draw, DrawOrigin } from "./state.ts";
import { move, type Working } from "./working.ts";

export function draw(it: Working, fact: FactOf<"drawn">): void {
  const { state } = it;
  addDraw(it, {
    id: fact.drawId,
    origin: "draw",
    plan: fact.plan,
    rate: fact.rate,
    amountMinor: fact.amountMinor,
    purchaseId: "",
  });
  state.totals.drawnMinor += fact.amountMinor;
  move(it, {
    kind: "drawn",
    component: "principal",
    amountMinor: fact.amountMinor,
    channel: fact.channel,
  });
}

export type NewDraw = {
  readonly id: string;
  readonly origin: DrawOrigin;
  readonly plan: PlanTerms;
  readonly rate: number;
  readonly amountMinor: number;
  readonly purchaseId: string;
};

/** Puts principal that is already in the sums on a plan of its own. */
export function addDraw(it: Working, made: NewDraw): Draw {
  const { product, state } = it;
  const rate = made.plan.method === "flat-fee" ? 0 : made.rate;
  const dueOn = planDueDays(it, made.plan);
  const added: Draw = {
    id: made.id,
    origin: made.origin,
    on: state.asOf,
    method: made.plan.method,
    rate,
    purchaseId: made.purchaseId,
    originalMinor: made.amountMinor,
    balanceMinor: made.amountMinor,
    rows: planRows(product, product.declaration.instalments, made.plan, {
      startOn: state.asOf,
      dueOn,
      principalMinor: made.amountMinor,
      rate,
    }),
    openDueOn: made.plan.method === "open" && !product.isPurchases ? nextDueDay(it) : never,
    interestAccrued: 0,
    freeUntilOn: state.asOf,
    feeBilledMinor: 0,
    nextRow: 1,
  };
  state.draws.push(added);
  return added;
}

/** Days on which a plan made today falls due. */
export function planDueDays(it: Working, plan: PlanTerms): EpochDay[] {
  const { product, state } = it;
  if (plan.method === "open") return [];
  if (product.isPurchases) return statementDueDays(product, state, Math.max(1, plan.terms));
  const { cycle, instalments } = product.declaration;
  const days = dueDaysOf({
    startOn: state.asOf,
    every: instalments.every,
    count: plan.method === "custom-principal" ? plan.principalMinor.length : plan.terms,
    dueDay: state.dueDay,
    firstDueOn: plan.firstDueOn,
    firstDueDaysMin: cycle.firstDueDaysMin,
  }).map((on) => rolled({ calendar: product.calendar, roll: instalments.roll }, on));
  return plan.method === "bullet" ? days.slice(-1) : days;
}

function nextDueDay(it: Working): EpochDay {
  const { state } = it;
  return monthlyDueDays(addDays(state.asOf, 1), state.dueDay, 1)[0] ?? never;
}

export function authorise(it: Working, fact: FactOf<"purchase-authorised">): void {
  it.state.holds.push({
    id: fact.purchaseId,
    amountMinor: fact.amountMinor,
    expiresOn: fact.expiresOn,
  });
}

export function release(it: Working, purchaseId: string): void {
  it.state.holds = it.state.holds.filter((hold) => hold.id !== purchaseId);
}

export function purchase(it: Working, fact: FactOf<"purchased">): void {
  const { product, state } = it;
  release(it, fact.purchaseId);
  state.purchases.push({
    id: fact.purchaseId,
    on: state.asOf,
    amountMinor: fact.amountMinor,
    refundedMinor: 0,
  });
  state.totals.drawnMinor += fact.amountMinor;
  if (fact.plan && product.isPurchases) {
    addDraw(it, {
      id: `plan_${fact.purchaseId}`,
      origin: "conversion",
      plan: fact.plan,
      rate: state.rate,
      amountMinor: fact.amountMinor,
      purchaseId: fact.purchaseId,
    });
  } else {
    state.unbilledMinor += fact.amountMinor;
    state.cycle.purchasesMinor += fact.amountMinor;
  }
  move(it, {
    kind: "purchased",
    component: "principal",
    amountMinor: fact.amountMinor,
    channel: fact.channel,
  });
}

/** Moves a purchase or part of a bill into an instalment plan; no more than is still unpaid. */
export function convert(it: Working, fact: FactOf<"converted">): void {
  const { state } = it;
  let wanted: number = fact.amountMinor;
  const take = (available: number): number => {
    const part = Math.min(wanted, available);
    wanted -= part;
    return part;
  };
  if (fact.of.kind === "purchase") state.unbilledMinor -= take(state.unbilledMinor);
  state.restMinor -= take(state.restMinor);
  for (const due of state.dues) if (!due.isOverdue) due.principalMinor -= take(due.principalMinor);
  const amountMinor = fact.amountMinor - wanted;
  if (amountMinor === 0) return;
  state.cycle.convertedMinor += amountMinor;
  addDraw(it, {
    id: fact.drawId,
    origin: "conversion",
    plan: fact.plan,
    rate: state.rate,
    amountMinor,
    purchaseId: fact.of.kind === "purchase" ? fact.of.purchaseId : "",
  });
}
