import type { EpochDay } from "@fairdue/kernel";
import { payCharges } from "./charges.ts";
import { divided } from "./emi.ts";
import { type Instalment, dueTotal, openOf, pay } from "./instalment.ts";
import { countsToRowEnd, payableOn, payInterest, payPrincipal } from "./payments.ts";
import { maturityOf } from "./plan.ts";
import { addPart, followPlan, isRecalculating, type Run, type Transaction } from "./run.ts";
import type { AllocationRule, Bucket, FutureRule } from "./terms.ts";

/** Money on its way into the instalments. */
type Flow = {
  readonly run: Run;
  readonly transaction: Transaction;
  readonly future: FutureRule;
  /** Rows that were tried in advance and had nothing to take. */
  readonly skipped: Set<Instalment>;
  left: bigint;
};

/** Lets money flow by a rule; answers what found no place. */
export function allocate(
  run: Run,
  transaction: Transaction,
  it: { readonly amount: bigint; readonly rule: AllocationRule },
): bigint {
  const flow: Flow = {
    run,
    transaction,
    future: it.rule.future,
    skipped: new Set(),
    left: it.amount,
  };
  if (run.terms.across === "row-by-row") {
    for (const group of groupsOf(it.rule.order)) flowRowByRow(flow, group);
  } else {
    for (const bucket of it.rule.order) flowByComponent(flow, bucket);
  }
  return flow.left;
}

/** Buckets of one due state belong together, in the order in which the states are first named. */
function groupsOf(order: readonly Bucket[]): Bucket[][] {
  const groups = new Map<string, Bucket[]>();
  for (const bucket of order) {
    const group = groups.get(bucket.due) ?? [];
    group.push(bucket);
    groups.set(bucket.due, group);
  }
  return [...groups.values()];
}

function flowRowByRow(flow: Flow, group: readonly Bucket[]): void {
  if (flow.left === 0n) return;
  flow.skipped.clear();
  const due = group[0]!.due;
  let isStuck = false;
  for (let pass = passesMax(flow); pass > 0 && !isStuck && flow.left > 0n; pass--) {
    const before = flow.left;
    const skippedBefore = flow.skipped.size;
    const rows = rowsFor(flow, due, (it) => !it.isMet);
    if (rows.length === 0) return;
    for (const bucket of group) payRows(flow, rows, bucket);
    if (!flow.run.instalments.some((it) => !it.isMet)) return;
    isStuck = flow.left === before && flow.skipped.size === skippedBefore;
  }
}

/** More than any loan needs: each pass meets or skips a row. */
function passesMax(flow: Flow): number {
  return flow.run.instalments.length * 20;
}

function flowByComponent(flow: Flow, bucket: Bucket): void {
  flow.skipped.clear();
  const isRecalculated = isRecalculating(flow.run);
  const isCandidate = (it: Instalment): boolean =>
    openOf(it, bucket.component) > 0n &&
    !(bucket.due === "in-advance" && isRecalculated && flow.skipped.has(it));
  let hasPaid = true;
  for (let pass = passesMax(flow); pass > 0 && hasPaid && flow.left > 0n; pass--) {
    const rows = rowsFor(flow, bucket.due, isCandidate);
    if (rows.length === 0) return;
    const before = flow.left;
    if (isRecalculated) for (const row of rows) payRow(flow, row, { bucket, amount: flow.left });
    else payRows(flow, rows, bucket);
    hasPaid = flow.left < before;
  }
}

/** Money is shared equally over the rows; the last takes the odd unit. */
function payRows(flow: Flow, rows: readonly Instalment[], bucket: Bucket): void {
  let share = divided(flow.left, rows.length);
  let rest = flow.left - share * BigInt(rows.length);
  if (share + rest < 0n) {
    share = flow.left / BigInt(rows.length);
    rest = flow.left - share * BigInt(rows.length);
  }
  rows.forEach((row, index) => {
    payRow(flow, row, { bucket, amount: index === rows.length - 1 ? share + rest : share });
  });
}

function payRow(
  flow: Flow,
  row: Instalment,
  it: { readonly bucket: Bucket; readonly amount: bigint },
): void {
  const paid = isRecalculating(flow.run)
    ? payWithPlan(flow, row, it)
    : payInto(flow, row, { component: it.bucket.component, amount: it.amount });
  flow.left -= paid;
}

function payInto(
  flow: Flow,
  row: Instalment,
  it: { readonly component: Bucket["component"]; readonly amount: bigint },
): bigint {
  const { transaction } = flow;
  const paid = pay(row, it.component, { on: transaction.on, amount: it.amount });
  addPart(transaction, it.component, paid);
  if (it.component === "fee" || it.component === "penalty") {
    payCharges(flow.run, row, { kind: it.component, amount: paid });
  }
  return paid;
}

/** The plan is asked what the row may take, and learns what it took. */
function payWithPlan(
  flow: Flow,
  row: Instalment,
  it: { readonly bucket: Bucket; readonly amount: bigint },
): bigint {
  const { run, transaction } = flow;
  const { component } = it.bucket;
  if (row.isDownPayment || row.due > maturityOf(run.plan)) {
    flow.skipped.add(row);
    return payInto(flow, row, { component, amount: it.amount });
  }
  let on = transaction.on;
  if (it.bucket.due === "in-advance") {
    on = dayThatCounts(run, row, on);
    askPayable(flow, row, { component, on });
  }
  const paid = payInto(flow, row, { component, amount: it.amount });
  if (component === "principal") payPrincipal(run.plan, row, on, paid);
  else if (component === "interest") payInterest(run.plan, row, on, paid);
  else return paid;
  followPlan(run, transaction.on);
  return paid;
}

function dayThatCounts(run: Run, row: Instalment, on: EpochDay): EpochDay {
  if (!countsToRowEnd(run.plan, run.isPrepaying)) return on;
  return on > row.from && on <= row.due ? row.due : on;
}

function askPayable(
  flow: Flow,
  row: Instalment,
  it: { readonly component: Bucket["component"]; readonly on: EpochDay },
): void {
  const payable = payableOn(flow.run.plan, row, it.on);
  if (payable.principal === 0n && payable.interest === 0n) flow.skipped.add(row);
  if (it.component === "interest") row.parts.interest.due = payable.interest;
  if (it.component === "principal") row.parts.principal.due = payable.principal;
}

/** The rows that a due state means on the day of the money. */
function rowsFor(
  flow: Flow,
  due: Bucket["due"],
  isCandidate: (it: Instalment) => boolean,
): Instalment[] {
  const { run } = flow;
  const { on } = flow.transaction;
  if (due === "in-advance") return futureRows(flow, isCandidate);
  const found = run.instalments.find(
    (it) => isCandidate(it) && (due === "past-due" ? it.due < on : it.due === on),
  );
  return found ? [found] : [];
}

function futureRows(flow: Flow, isCandidate: (it: Instalment) => boolean): Instalment[] {
  const { run } = flow;
  const { on } = flow.transaction;
  const isRowByRow = run.terms.across === "row-by-row";
  const later = run.instalments.filter((it) => it.due > on && isCandidate(it));
  const last = (): Instalment[] => {
    const isEmptyYet = (it: Instalment): boolean =>
      isRowByRow && isRecalculating(run) && dueTotal(it) === 0n && !flow.skipped.has(it);
    const found = run.instalments.findLast(
      (it) => it.due > on && (isCandidate(it) || isEmptyYet(it)),
    );
    return found ? [found] : [];
  };
  switch (flow.future) {
    case "re-amortisation":
      return later;
    case "next-instalment":
      return later.slice(0, 1);
    case "last-instalment":
      return last();
    case "next-last-instalment": {
      const current = later.filter((it) => on >= it.from);
      return current.length > 0 ? current : last();
    }
  }
}
