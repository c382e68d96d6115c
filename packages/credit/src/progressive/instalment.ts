import type { EpochDay } from "@fairdue/kernel";
import type { Component } from "./terms.ts";

export const components: readonly Component[] = ["principal", "interest", "fee", "penalty"];

/** Where one component of an instalment stands. Amounts are minor units. */
export type Standing = {
  due: bigint;
  paid: bigint;
  waived: bigint;
  writtenOff: bigint;
  credited: bigint;
};

/** One row of what the borrower is asked to pay. */
export type Instalment = {
  number: number;
  readonly isDownPayment: boolean;
  /** Beyond the maturity of the plan: late charges and amounts brought back. */
  isAdditional: boolean;
  isReAged: boolean;
  from: EpochDay;
  due: EpochDay;
  readonly parts: Record<Component, Standing>;
  paidInAdvance: bigint;
  paidLate: bigint;
  metOn: EpochDay | null;
  isMet: boolean;
};

export function newInstalment(it: {
  readonly from: EpochDay;
  readonly due: EpochDay;
  readonly number?: number;
  readonly isDownPayment?: boolean;
  readonly isAdditional?: boolean;
  readonly isReAged?: boolean;
  readonly principal?: bigint;
  readonly interest?: bigint;
}): Instalment {
  return {
    number: it.number ?? 0,
    isDownPayment: it.isDownPayment ?? false,
    isAdditional: it.isAdditional ?? false,
    isReAged: it.isReAged ?? false,
    from: it.from,
    due: it.due,
    parts: {
      principal: standing(it.principal ?? 0n),
      interest: standing(it.interest ?? 0n),
      fee: standing(0n),
      penalty: standing(0n),
    },
    paidInAdvance: 0n,
    paidLate: 0n,
    metOn: null,
    isMet: false,
  };
}

function standing(due: bigint): Standing {
  return { due, paid: 0n, waived: 0n, writtenOff: 0n, credited: 0n };
}

export function openOf(it: Instalment, component: Component): bigint {
  const part = it.parts[component];
  return part.due - part.paid - part.waived - part.writtenOff;
}

export function openTotal(it: Instalment): bigint {
  return components.reduce((sum, component) => sum + openOf(it, component), 0n);
}

export function dueTotal(it: Instalment): bigint {
  return components.reduce((sum, component) => sum + it.parts[component].due, 0n);
}

export function paidTotalOf(it: Instalment): bigint {
  return components.reduce((sum, component) => sum + it.parts[component].paid, 0n);
}

/** Looks afresh whether the instalment is met, and takes the day of what just happened for it. */
export function checkMet(it: Instalment, on: EpochDay): void {
  it.isMet = openTotal(it) === 0n;
  it.metOn = it.isMet ? on : null;
}

/** Changes the mark only where it changes; the day on which it was met first stays. */
export function updateMet(it: Instalment, on: EpochDay): void {
  const isMet = openTotal(it) === 0n;
  if (isMet === it.isMet) return;
  it.isMet = isMet;
  it.metOn = isMet ? on : null;
}

/** Takes money for one component, as much as is open. */
export function pay(
  it: Instalment,
  component: Component,
  by: { readonly on: EpochDay; readonly amount: bigint },
): bigint {
  if (by.amount === 0n) return 0n;
  const open = openOf(it, component);
  if (open < 0n) return 0n;
  const taken = by.amount >= open ? open : by.amount;
  it.parts[component].paid += taken;
  checkMet(it, by.on);
  if (by.on < it.due) it.paidInAdvance += taken;
  else if (by.on > it.due) it.paidLate += taken;
  return taken;
}

/** Gives money of one component back, as much as was paid. */
export function unpay(
  it: Instalment,
  component: Component,
  by: { readonly on: EpochDay; readonly amount: bigint },
): bigint {
  const part = it.parts[component];
  const given = by.amount >= part.paid ? part.paid : by.amount;
  part.paid -= given;
  checkMet(it, by.on);
  if (by.on < it.due) it.paidInAdvance = reduced(it.paidInAdvance, given);
  else if (by.on > it.due) it.paidLate = reduced(it.paidLate, given);
  return given;
}

function reduced(amount: bigint, by: bigint): bigint {
  return amount <= by ? 0n : amount - by;
}

export function bringBackTo(
  it: Instalment,
  component: Component,
  by: { readonly on: EpochDay; readonly amount: bigint },
): void {
  if (by.amount <= 0n) return;
  it.parts[component].credited += by.amount;
  it.parts[component].due += by.amount;
  checkMet(it, by.on);
}

export function setDue(it: Instalment, component: Component, amount: bigint): void {
  it.parts[component].due = amount;
}

/** Numbers in the order of the days; a down payment stands before the row in which it falls. */
export function renumber(list: Instalment[]): void {
  list.sort(inOrder);
  list.forEach((it, index) => {
    it.number = index + 1;
  });
}

function inOrder(a: Instalment, b: Instalment): number {
  if (a.isDownPayment !== b.isDownPayment) {
    return a.isDownPayment ? -Number(isBehind(b, a)) || 1 : Number(isBehind(a, b)) || -1;
  }
  return a.due - b.due || a.from - b.from || place(a) - place(b);
}

/** Does a row end after a down payment, or begin and end with it? */
function isBehind(row: Instalment, downPayment: Instalment): boolean {
  return row.due > downPayment.due || row.from === downPayment.due;
}

/** One that has no number yet comes after those of the same days. */
function place(it: Instalment): number {
  return it.number === 0 ? Number.MAX_SAFE_INTEGER : it.number;
}
