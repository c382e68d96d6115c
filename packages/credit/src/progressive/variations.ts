import type { EpochDay } from "@fairdue/kernel";
import { step } from "./calendar-steps.ts";
import { addRows, changeRate, moveDueDay, pauseInterest } from "./changes.ts";
import type { LoanEvent } from "./event.ts";
import { figuresOf, max } from "./figures.ts";
import { type Instalment, newInstalment, renumber } from "./instalment.ts";
import { maturityOf, rowOfSpan } from "./plan.ts";
import type { Run } from "./run.ts";
import { recalculates, type TimeUnit } from "./terms.ts";

/** Interest-bearing rows that are open and due on or after a day follow the changed plan. */
function followOpen(run: Run, on: EpochDay): void {
  const figures = figuresOf(run.plan);
  for (const it of run.instalments) {
    if (it.isMet || it.isDownPayment || on > it.due) continue;
    const row = rowOfSpan(run.plan, it);
    const found = row && figures[run.plan.rows.indexOf(row)];
    if (!found || it.due > maturityOf(run.plan)) continue;
    it.parts.interest.due = max(found.dueInterest, it.parts.interest.paid);
    it.parts.principal.due = max(found.duePrincipal, it.parts.principal.paid);
  }
}

export function pause(run: Run, from: EpochDay, through: EpochDay): void {
  pauseInterest(run.plan, from, through);
  followOpen(run, from);
}

export function changeRateOf(run: Run, event: LoanEvent & { readonly type: "rate-change" }): void {
  changeRate(run.plan, event.on, event.percent);
  followOpen(run, event.on);
}

export function extend(run: Run, event: LoanEvent & { readonly type: "extra-instalments" }): void {
  const reAged = run.played.findLast((it) => it.type === "re-age");
  addRows(run.plan, event.on, {
    count: event.count,
    seedOn: reAged?.type === "re-age" ? reAged.terms.firstDueOn : null,
    existing: reAged?.type === "re-age" ? reAged.terms.instalments - 1 : null,
  });
  for (const row of run.plan.rows) {
    if (run.instalments.some((it) => it.from === row.from && it.due === row.due)) continue;
    run.instalments.push(newInstalment({ from: row.from, due: row.due }));
  }
  followOpen(run, event.on);
  renumberFromDays(run);
}

export function changeDueDay(
  run: Run,
  event: LoanEvent & { readonly type: "due-day-change" },
): void {
  const index = run.instalments.findIndex((it) => !it.isDownPayment && it.due === event.on);
  if (index < 0) return;
  const canUsePlan = !run.hasRestructured || recalculates(run.terms);
  const isInPlan = run.plan.rows.some((row) => row.due === event.on);
  const spans = run.instalments.slice(index).filter((it) => !it.isDownPayment && !it.isAdditional);
  if (canUsePlan && isInPlan) {
    const rowIndex = run.plan.rows.findIndex((row) => row.due === event.on);
    moveDueDay(run.plan, event.on, { to: event.to, ...rhythmOf(run) });
    const figures = figuresOf(run.plan);
    spans.forEach((it, offset) => {
      const row = run.plan.rows[rowIndex + offset];
      const due = figures[rowIndex + offset];
      if (!row || !due || it.isMet) return;
      it.from = row.from;
      it.due = row.due;
      it.parts.principal.due = due.duePrincipal;
      it.parts.interest.due = due.dueInterest;
    });
  } else {
    shiftDays(run, spans, event.to);
  }
  mergeAdditional(run);
  renumber(run.instalments);
}

/** The rhythm of the terms, or of the last re-age. */
function rhythmOf(run: Run): { readonly every: number; readonly unit: TimeUnit } {
  const reAged = run.played.findLast((it) => it.type === "re-age");
  return reAged?.type === "re-age" ? reAged.terms : run.terms;
}

function shiftDays(run: Run, spans: readonly Instalment[], to: EpochDay): void {
  const { every, unit } = rhythmOf(run);
  spans.forEach((it, offset) => {
    if (it.isMet) return;
    if (offset > 0) it.from = step(to, (offset - 1) * every, unit);
    it.due = step(to, offset * every, unit);
  });
}

/** An additional instalment that a later maturity has overtaken joins the last regular one. */
function mergeAdditional(run: Run): void {
  const maturity = maturityOf(run.plan);
  const last = run.instalments.findLast((it) => !it.isDownPayment && !it.isAdditional);
  const overtaken = run.instalments.filter((it) => it.isAdditional && it.due < maturity);
  if (last === undefined) return;
  for (const it of overtaken) {
    last.parts.fee.due += it.parts.fee.due;
    last.parts.penalty.due += it.parts.penalty.due;
  }
  run.instalments = run.instalments.filter((it) => !overtaken.includes(it));
}

/** In the order of their days, each row starting where the one before it ended. */
export function renumberFromDays(run: Run): void {
  renumber(run.instalments);
  let before: EpochDay | null = null;
  for (const it of run.instalments) {
    if (before !== null && !it.isDownPayment && it.from !== before) it.from = before;
    before = it.due;
  }
}
