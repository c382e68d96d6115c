import { behaviourKinds, type BehaviourLog } from "./events.ts";

/**
 * What one pass over an account's events leaves behind, as of a day. Windows end on that day:
 * `…90` is the last 90 days, `…Before` the 90 days before those. Days are counted, not months, so
 * that February does not count less.
 */
export type BehaviourSums = {
  asOf: number;
  /** First event's day; NaN before there is one. */
  openedOn: number;
  limitMinor: number;
  limitFirstMinor: number;
  balanceMinor: number;
  /** Sum over days of balance ÷ limit, and the days that had a limit. */
  usedDays90: number;
  days90: number;
  usedDaysBefore: number;
  daysBefore: number;
  usedMax180: number;
  cash90: number;
  cash365: number;
  purchases90: number;
  purchases365: number;
  purchasesBefore: number;
  purchaseCount90: number;
  purchaseCount365: number;
  purchaseMax365: number;
  refunds365: number;
  due180: number;
  paid180: number;
  due365: number;
  paid365: number;
  lastUseOn: number;
  lastPaidOn: number;
  returnedCount365: number;
  /** Of dues of the last 365 days that were met: how many, days late added up, worst, how many late. */
  metCount365: number;
  metDaysLate365: number;
  metDaysEarly365: number;
  lateCount365: number;
  lateMaxDays365: number;
  lastLateOn: number;
  /** Unmet now. */
  overdueMinor: number;
  overdueDays: number;
};

/** Reads accounts one after the other into the same sums: nothing is allocated per account. */
export type BehaviourFold = {
  readonly sums: BehaviourSums;
  read(log: BehaviourLog, account: number, asOf: number): void;
};

const code = Object.fromEntries(behaviourKinds.map((it, k) => [it, k]));
const limitCode = code["limit"]!;
const drawCode = code["draw"]!;
const purchaseCode = code["purchase"]!;
const refundCode = code["refund"]!;
const chargeCode = code["charge"]!;
const dueCode = code["due"]!;
const repaymentCode = code["repayment"]!;

export function openFold(): BehaviourFold {
  const sums = emptySums();
  const dues: Dues = {
    on: new Int32Array(64),
    upTo: new Float64Array(64),
    metOn: new Int32Array(64),
    count: 0,
    met: 0,
    dueAll: 0,
    paidAll: 0,
  };
  return {
    sums,
    read(log, account, asOf) {
      Object.assign(sums, blank, { asOf });
      dues.count = 0;
      dues.met = 0;
      dues.dueAll = 0;
      dues.paidAll = 0;
      readAccount(log, account, { sums, dues });
    },
  };
}

/** Dues in order with running totals: money meets the oldest first. */
type Dues = {
  on: Int32Array;
  upTo: Float64Array;
  metOn: Int32Array;
  count: number;
  met: number;
  dueAll: number;
  paidAll: number;
};

type Room = { readonly sums: BehaviourSums; readonly dues: Dues };

/** An event counts from the later of its day and the day on which it was known: never before. */
function readAccount(log: BehaviourLog, account: number, { sums, dues }: Room): void {
  const { asOf } = sums;
  const to = log.first[account + 1]!;
  let at = Number.NaN;
  for (let e = log.first[account]!; e < to; e++) {
    const on = log.on[e]!;
    if (on > asOf || log.knownOn[e]! > asOf) continue;
    if (at !== at) sums.openedOn = on;
    else if (on > at) passDays(sums, at, on);
    at = on;
    applyEvent({ sums, dues }, log.kind[e]!, log.amountMinor[e]!, on);
  }
  if (at === at) passDays(sums, at, asOf + 1);
  closeDues(sums, dues);
}

/** Adds the days [from, to) at the present balance to the windows that they touch. */
function passDays(sums: BehaviourSums, from: number, to: number): void {
  if (sums.limitMinor <= 0) return;
  const end = sums.asOf + 1;
  const used = sums.balanceMinor / sums.limitMinor;
  if (to > end - 180 && used > sums.usedMax180) sums.usedMax180 = used;
  const recent = Math.min(to, end) - Math.max(from, end - 90);
  if (recent > 0) {
    sums.usedDays90 += used * recent;
    sums.days90 += recent;
  }
  const before = Math.min(to, end - 90) - Math.max(from, end - 180);
  if (before > 0) {
    sums.usedDaysBefore += used * before;
    sums.daysBefore += before;
  }
}

function applyEvent({ sums, dues }: Room, kind: number, amount: number, on: number): void {
  const age = sums.asOf - on;
  switch (kind) {
    case limitCode:
      if (sums.limitFirstMinor === 0) sums.limitFirstMinor = amount;
      sums.limitMinor = amount;
      return;
    case drawCode:
      sums.balanceMinor += amount;
      sums.lastUseOn = on;
      if (age < 90) sums.cash90 += amount;
      if (age < 365) sums.cash365 += amount;
      return;
    case purchaseCode:
      return applyPurchase(sums, amount, on);
    case refundCode:
      sums.balanceMinor -= amount;
      if (age < 365) sums.refunds365 += amount;
      return;
    case chargeCode:
      sums.balanceMinor += amount;
      return;
    case dueCode:
      if (age < 180) sums.due180 += amount;
      if (age < 365) sums.due365 += amount;
      return addDue(dues, amount, on, sums.lastPaidOn);
    case repaymentCode:
      sums.balanceMinor -= amount;
      sums.lastPaidOn = on;
      if (age < 180) sums.paid180 += amount;
      if (age < 365) sums.paid365 += amount;
      return meetDues(dues, amount, on);
    default:
      return applyReturned({ sums, dues }, amount, age);
  }
}

function applyPurchase(sums: BehaviourSums, amount: number, on: number): void {
  const age = sums.asOf - on;
  sums.balanceMinor += amount;
  sums.lastUseOn = on;
  if (age < 90) {
    sums.purchases90 += amount;
    sums.purchaseCount90 += 1;
  } else if (age < 180) sums.purchasesBefore += amount;
  if (age >= 365) return;
  sums.purchases365 += amount;
  sums.purchaseCount365 += 1;
  if (amount > sums.purchaseMax365) sums.purchaseMax365 = amount;
}

function applyReturned({ sums, dues }: Room, amount: number, age: number): void {
  sums.balanceMinor += amount;
  if (age < 180) sums.paid180 -= amount;
  if (age < 365) {
    sums.paid365 -= amount;
    sums.returnedCount365 += 1;
  }
  dues.paidAll -= amount;
  while (dues.met > 0 && dues.upTo[dues.met - 1]! > dues.paidAll) dues.met -= 1;
}

function addDue(dues: Dues, amount: number, on: number, lastPaidOn: number): void {
  if (dues.count === dues.on.length) widen(dues);
  dues.dueAll += amount;
  dues.on[dues.count] = on;
  dues.upTo[dues.count] = dues.dueAll;
  dues.count += 1;
  // Paid before it fell due: met on the day of the last repayment, which was early.
  if (dues.met === dues.count - 1 && dues.dueAll <= dues.paidAll) {
    dues.metOn[dues.met] = lastPaidOn === lastPaidOn ? lastPaidOn : on;
    dues.met += 1;
  }
}

function meetDues(dues: Dues, amount: number, on: number): void {
  dues.paidAll += amount;
  while (dues.met < dues.count && dues.upTo[dues.met]! <= dues.paidAll) {
    dues.metOn[dues.met] = on;
    dues.met += 1;
  }
}

function widen(dues: Dues): void {
  const size = dues.on.length * 2;
  const wider = <Column extends Int32Array | Float64Array>(to: Column, from: Column): Column => {
    to.set(from);
    return to;
  };
  dues.on = wider(new Int32Array(size), dues.on);
  dues.upTo = wider(new Float64Array(size), dues.upTo);
  dues.metOn = wider(new Int32Array(size), dues.metOn);
}

function closeDues(sums: BehaviourSums, dues: Dues): void {
  for (let d = 0; d < dues.count; d++) {
    const on = dues.on[d]!;
    const isMet = d < dues.met;
    const late = (isMet ? dues.metOn[d]! : sums.asOf) - on;
    if (late > 0) {
      const until = isMet ? dues.metOn[d]! : sums.asOf;
      if (!(sums.lastLateOn >= until)) sums.lastLateOn = until;
    }
    if (!isMet && late > sums.overdueDays) sums.overdueDays = late;
    if (sums.asOf - on >= 365) continue;
    if (isMet) {
      sums.metCount365 += 1;
      if (late > 0) sums.metDaysLate365 += late;
      else sums.metDaysEarly365 -= late;
    }
    if (late <= 0) continue;
    sums.lateCount365 += 1;
    if (late > sums.lateMaxDays365) sums.lateMaxDays365 = late;
  }
  if (sums.overdueDays > 0) sums.overdueMinor = Math.max(0, overdueBy(sums.asOf, dues));
}

/** What had fallen due before today and is not covered. */
function overdueBy(asOf: number, dues: Dues): number {
  let fallen = 0;
  for (let d = 0; d < dues.count; d++) if (dues.on[d]! < asOf) fallen = dues.upTo[d]!;
  return fallen - dues.paidAll;
}

function emptySums(): BehaviourSums {
  return {
    asOf: 0,
    openedOn: Number.NaN,
    limitMinor: 0,
    limitFirstMinor: 0,
    balanceMinor: 0,
    usedDays90: 0,
    days90: 0,
    usedDaysBefore: 0,
    daysBefore: 0,
    usedMax180: 0,
    cash90: 0,
    cash365: 0,
    purchases90: 0,
    purchases365: 0,
    purchasesBefore: 0,
    purchaseCount90: 0,
    purchaseCount365: 0,
    purchaseMax365: 0,
    refunds365: 0,
    due180: 0,
    paid180: 0,
    due365: 0,
    paid365: 0,
    lastUseOn: Number.NaN,
    lastPaidOn: Number.NaN,
    returnedCount365: 0,
    metCount365: 0,
    metDaysLate365: 0,
    metDaysEarly365: 0,
    lateCount365: 0,
    lateMaxDays365: 0,
    lastLateOn: Number.NaN,
    overdueMinor: 0,
    overdueDays: 0,
  };
}

const blank: BehaviourSums = emptySums();
