import { addDays, type EpochDay } from "@fairdue/kernel";
import { nextDue, type Span, spansOf, step } from "./calendar-steps.ts";
import type { Decimal } from "./decimal.ts";
import { firstDueConcerned, replan } from "./emi.ts";
import { figuresOf, refreshBalances } from "./figures.ts";
import { applyFactors, settleLastOpen } from "./last-open.ts";
import {
  changeBalance,
  cutStretch,
  enterRate,
  lastRow,
  maturityOf,
  newPlan,
  newRow,
  type Plan,
  type Row,
  rowOf,
  rowsFrom,
} from "./plan.ts";
import type { Terms, TimeUnit } from "./terms.ts";

/** Money lent on a day; `amount` is what the rows must bring back (the down payment is not in it). */
export function draw(plan: Plan, on: EpochDay, amount: bigint): void {
  const { terms } = plan;
  const isWholePeriod =
    terms.interestPeriod === "same-as-repayment-period" && !terms.partialPeriodInterest;
  const counts = isWholePeriod ? (plan.rows.find((row) => row.due > on)?.from ?? on) : on;
  for (const row of plan.rows) if (counts <= row.from) row.drawnBefore += amount;
  if (terms.fullTermTranches) {
    drawFullTerm(plan, counts, amount);
    return;
  }
  const row = changeBalance(plan, { on: counts, disbursed: amount });
  if (row === undefined) return;
  replan(plan, { fromDue: firstDueConcerned(plan, row, counts), cause: "draw", on: counts });
}

/** Income added to the principal. */
export function capitalise(plan: Plan, on: EpochDay, amount: bigint): void {
  for (const row of plan.rows) if (on <= row.from) row.capitalisedBefore += amount;
  const row = changeBalance(plan, { on, capitalised: amount });
  if (row === undefined) return;
  replan(plan, { fromDue: firstDueConcerned(plan, row, on), cause: "draw", on });
}

/** A tranche with a full term of its own: its instalments are added to those that run already. */
function drawFullTerm(plan: Plan, on: EpochDay, amount: bigint): void {
  const home = plan.rows.find((row) => on >= row.from && on < row.due);
  const start = home ? home.from : maturityOf(plan);
  const own = freshPlan(
    {
      ...plan.terms,
      startOn: start,
      seedOn: start,
      firstDueOn: null,
      fixedLength: null,
      fullTermTranches: false,
      multiplesOf: null,
      graceOnPrincipal: 0,
      graceOnInterest: 0,
      interestPeriod: "daily",
    },
    { on, amount },
  );
  changeBalance(plan, { on, disbursed: amount });
  const figures = figuresOf(own);
  own.rows.forEach((row, index) => {
    const it = figures[index]!;
    addToRow(plan, row, { emi: it.duePrincipal + it.dueInterest, isFirst: index === 0 });
  });
  refreshBalances(plan);
  settleLastOpen(plan, on);
}

function addToRow(
  plan: Plan,
  span: Span,
  it: { readonly emi: bigint; readonly isFirst: boolean },
): void {
  const existing = plan.rows.find((row) => row.from === span.from && row.due === span.due);
  if (existing) {
    existing.emi += it.emi;
    existing.emiOriginal = existing.emi;
    applyFactors(plan, [existing]);
    return;
  }
  const last = lastRow(plan);
  const row = newRow(last, { from: it.isFirst ? last.due : span.from, due: span.due }, it.emi);
  row.drawnBefore = last.drawnBefore;
  plan.rows.push(row);
  applyFactors(plan, [row]);
}

/** A plan of its own for an amount, as it would stand without anything else. */
export function freshPlan(
  terms: Terms,
  it: { readonly on: EpochDay; readonly amount: bigint },
): Plan {
  const plan = newPlan({ ...terms, fullTermTranches: false }, spansOf(terms));
  for (const row of plan.rows) if (it.on <= row.from) row.drawnBefore += it.amount;
  const row = changeBalance(plan, { on: it.on, disbursed: it.amount });
  if (row) {
    replan(plan, { fromDue: firstDueConcerned(plan, row, it.on), cause: "draw", on: it.on });
  }
  return plan;
}

/** A new yearly rate, counted from its day on. */
export function changeRate(plan: Plan, on: EpochDay, percent: Decimal): void {
  const before = addDays(on, -1);
  enterRate(plan, before, percent);
  const row = changeBalance(plan, { on: before });
  if (row === undefined) return;
  replan(plan, { fromDue: firstDueConcerned(plan, row, before), cause: "rate", on: before });
}

/** No interest from a day through another. */
export function pauseInterest(plan: Plan, from: EpochDay, through: EpochDay): void {
  const concerned = plan.rows.filter((row) => row.from < through && row.due >= from);
  const first = concerned[0];
  if (first === undefined) return;
  for (const row of concerned) pauseInRow(row, from, through);
  applyFactors(plan, rowsFrom(plan, first.from));
  refreshBalances(plan);
  settleLastOpen(plan, first.from);
}

function pauseInRow(row: Row, from: EpochDay, through: EpochDay): void {
  const before = addDays(from, -1);
  const start = before < row.from ? row.from : before;
  const end = through > row.due ? row.due : through;
  if (!row.stretches.some((it) => it.from === start)) cutStretch(row, start);
  if (!row.stretches.some((it) => it.due === end)) cutStretch(row, end);
  for (const it of row.stretches) if (it.from >= start && it.due <= end) it.isPaused = true;
}

/** Moves a due day; the later ones follow in the rhythm from the new day. */
export function moveDueDay(
  plan: Plan,
  from: EpochDay,
  it: { readonly to: EpochDay; readonly every: number; readonly unit: TimeUnit },
): void {
  const { terms } = plan;
  const { to } = it;
  const target = rowOf(plan, from);
  if (target === undefined) return;
  target.due = to;
  const lastStretch = target.stretches.at(-1);
  if (lastStretch) lastStretch.due = to;
  let due = to;
  for (const row of plan.rows.slice(plan.rows.indexOf(target) + 1)) {
    row.from = due;
    const isLast = row === lastRow(plan) && terms.fixedLength !== null;
    const next = isLast
      ? step(plan.rows[0]!.from, (terms.fixedLength ?? 0) + (to - from), terms.unit)
      : nextDue(due, { every: it.every, unit: it.unit, seedOn: to });
    row.due = next;
    if (row.stretches.length > 0) {
      row.stretches[0]!.from = due;
      row.stretches.at(-1)!.due = next;
    }
    due = next;
  }
  applyFactors(plan, rowsFrom(plan, from));
  refreshBalances(plan);
  settleLastOpen(plan, from);
}

/** More rows at the end, and a new instalment for all that are open. */
export function addRows(
  plan: Plan,
  on: EpochDay,
  it: {
    readonly count: number;
    readonly seedOn: EpochDay | null;
    readonly existing: number | null;
  },
): void {
  const { every, unit } = plan.terms;
  const seed = it.seedOn ?? plan.rows[0]!.from;
  const existing = it.existing ?? plan.rows.length;
  for (let index = existing; index < existing + it.count; index++) {
    const last = lastRow(plan);
    const row = newRow(last, {
      from: step(seed, index * every, unit),
      due: step(seed, (index + 1) * every, unit),
    });
    row.drawnBefore = last.drawnBefore;
    row.capitalisedBefore = last.capitalisedBefore;
    plan.rows.push(row);
  }
  const before = addDays(on, -1);
  const row = changeBalance(plan, { on: before });
  if (row === undefined) return;
  replan(plan, { fromDue: firstDueConcerned(plan, row, before), cause: "extra-rows", on: before });
}
