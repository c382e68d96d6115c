import { type EpochDay, type Minor, rollDay, type RoundingMode } from "@fairdue/kernel";
import type { DayCount } from "../daycount/daycount.ts";
import { basisOf, type RateUnit } from "../interest/interest.ts";
import { dueDaysOf } from "./due-days.ts";
import type { PlanRoom } from "./columns.ts";
import { type PlanParts, planParts, type RepaymentMethod } from "./rows.ts";
import { calendarOfTerms, type InstalmentTerms } from "./terms.ts";

/** A loan as its contract states it: enough to write its schedule, without an account. */
export type ScheduleTerms = {
  readonly principalMinor: Minor;
  readonly startOn: EpochDay;
  readonly rate: number;
  readonly rateUnit: RateUnit;
  readonly dayCount: DayCount;
  readonly rounding: RoundingMode;
  readonly method: Exclude<RepaymentMethod, "open">;
  /** Number of instalments, a down payment apart. */
  readonly terms: number;
  readonly firstDueOn: EpochDay | null;
  readonly dueDay: number | null;
  readonly firstDueDaysMin: number;
  /** `flat-fee`: the whole fee, or that of one instalment, as a share of the principal. */
  readonly feePpm: number;
  readonly feePer: "plan" | "instalment";
  readonly customPrincipalMinor: readonly Minor[];
  readonly instalments: InstalmentTerms;
};

/** One instalment; amounts are safe integers of minor units. */
export type ScheduleRow = {
  /** From 1; 0 is the down payment. */
  readonly number: number;
  readonly dueOn: EpochDay;
  /** False when the calendar does not know the day's year: the due day may yet move. */
  readonly isCertain: boolean;
  /** Calendar days since the row before. */
  readonly days: number;
  readonly principalMinor: number;
  readonly interestMinor: number;
  readonly feeMinor: number;
  readonly totalMinor: number;
  /** Principal left after the row. */
  readonly balanceMinor: number;
};

/** An amount by which a row differs from its like: where rounding put what it left. */
export type Residue = {
  readonly row: number;
  readonly of: "instalment" | "principal" | "fee";
  readonly amountMinor: number;
};

export type ScheduleTotals = {
  readonly principalMinor: number;
  readonly interestMinor: number;
  readonly feeMinor: number;
  readonly totalMinor: number;
};

export type Schedule = {
  readonly rows: readonly ScheduleRow[];
  /** The level amount of `equal-instalment`; `null` for other methods. */
  readonly instalmentMinor: number | null;
  readonly residues: readonly Residue[];
  readonly totals: ScheduleTotals;
};

/**
 * The schedule of a loan, exactly: each row's interest is its period's, rounded once where it falls
 * due; the principal of the rows sums to the principal lent.
 *
 * @example // 10 000 at 0.04 % a day in 12 equal instalments from 15 January 2026
 * planSchedule(terms).rows[0] // => 31 days, interest 124.00, principal 776.41, total 900.41
 */
export function planSchedule(terms: ScheduleTerms): Schedule {
  const { dueOn, isCertain } = dueDaysIn(terms);
  const parts = partsOf(terms, dueOn);
  const { rows, totals } = numbered(terms, parts, isCertain);
  return {
    rows,
    instalmentMinor: parts.level,
    residues: residuesOf(terms, rows, parts.level),
    totals,
  };
}

/**
 * The same plan as columns of numbers, for many loans at a time: `room` may be the same for all, the
 * columns hold until it is used again.
 */
export function planColumns(terms: ScheduleTerms, room?: PlanRoom): PlanParts {
  return partsOf(terms, dueDaysIn(terms).dueOn, room);
}

function partsOf(terms: ScheduleTerms, dueOn: readonly EpochDay[], room?: PlanRoom): PlanParts {
  const { instalments, startOn, method } = terms;
  const whole = terms.feePer === "instalment" ? terms.feePpm * dueOn.length : terms.feePpm;
  const shape = { method, feePpm: whole, principalMinor: terms.customPrincipalMinor };
  const span = { startOn, dueOn, principalMinor: terms.principalMinor, rate: terms.rate };
  const basis = basisOf({
    unit: terms.rateUnit,
    dayCount: terms.dayCount,
    rounding: terms.rounding,
  });
  return planParts(basis, instalments, shape, room ? { span, room } : { span });
}

type DueDays = {
  readonly dueOn: readonly EpochDay[];
  /** Day by day, whether its year's calendar is known; `null` when every day is. */
  readonly isCertain: readonly boolean[] | null;
};

function dueDaysIn(terms: ScheduleTerms): DueDays {
  const { instalments, method } = terms;
  const days = dueDaysOf({
    startOn: terms.startOn,
    every: instalments.every,
    count: method === "custom-principal" ? terms.customPrincipalMinor.length : terms.terms,
    dueDay: terms.dueDay,
    firstDueOn: terms.firstDueOn,
    firstDueDaysMin: terms.firstDueDaysMin,
  });
  const kept = method === "bullet" ? days.slice(-1) : days;
  const { roll } = instalments;
  if (roll === "none") return { dueOn: kept, isCertain: null };
  const calendar = calendarOfTerms(instalments);
  const rolled = kept.map((on) => rollDay(calendar, on, roll));
  return { dueOn: rolled.map((it) => it.day), isCertain: rolled.map((it) => it.certain) };
}

/** Rows with their number, days and balance, and the sums of all, in one pass. */
function numbered(
  terms: ScheduleTerms,
  parts: PlanParts,
  isCertain: readonly boolean[] | null,
): Pick<Schedule, "rows" | "totals"> {
  const { dueOn, count, principalMinor: principal, interestMinor: interest } = parts.columns;
  const { downMinor, feeMinor: fees } = parts;
  const rows: ScheduleRow[] = [];
  let balance = terms.principalMinor - downMinor;
  let interestSum = 0;
  let feeSum = 0;
  let from = terms.startOn;
  if (downMinor > 0) rows.push(downRow(from, downMinor, balance));
  for (let k = 0; k < count; k += 1) {
    const due = dueOn[k]!;
    const part = principal[k]!;
    const charged = interest[k]!;
    const fee = fees === null ? 0 : fees[k]!;
    balance -= part;
    interestSum += charged;
    feeSum += fee;
    rows.push({
      number: k + 1,
      dueOn: due,
      isCertain: isCertain === null || isCertain[k]!,
      days: due - from,
      principalMinor: part,
      interestMinor: charged,
      feeMinor: fee,
      totalMinor: part + charged + fee,
      balanceMinor: balance,
    });
    from = due;
  }
  const principalSum = terms.principalMinor - balance;
  const totals = {
    principalMinor: principalSum,
    interestMinor: interestSum,
    feeMinor: feeSum,
    totalMinor: principalSum + interestSum + feeSum,
  };
  return { rows, totals };
}

function downRow(on: EpochDay, downMinor: number, balanceMinor: number): ScheduleRow {
  return {
    number: 0,
    dueOn: on,
    isCertain: true,
    days: 0,
    principalMinor: downMinor,
    interestMinor: 0,
    feeMinor: 0,
    totalMinor: downMinor,
    balanceMinor,
  };
}

/** Rows that are not like the rest of their kind, by how much. */
function residuesOf(
  terms: ScheduleTerms,
  rows: readonly ScheduleRow[],
  level: number | null,
): Residue[] {
  const { residue, feeResidue } = terms.instalments;
  const out: Residue[] = [];
  if (level !== null) noteUnlike(out, rows, { of: "instalment", usual: level });
  if (terms.method === "equal-principal" || terms.method === "flat-fee") {
    const usual = usualRow(rows, residue)?.principalMinor ?? 0;
    noteUnlike(out, rows, { of: "principal", usual });
  }
  if (terms.method === "flat-fee") {
    noteUnlike(out, rows, { of: "fee", usual: usualRow(rows, feeResidue)?.feeMinor ?? 0 });
  }
  return out;
}

/** A row of the kind that takes no residue. */
function usualRow(
  rows: readonly ScheduleRow[],
  residue: "first" | "last",
): ScheduleRow | undefined {
  return residue === "first" ? rows.at(-1) : rows[rows[0]?.number === 0 ? 1 : 0];
}

function noteUnlike(
  out: Residue[],
  rows: readonly ScheduleRow[],
  { of, usual }: { readonly of: Residue["of"]; readonly usual: number },
): void {
  for (const row of rows) {
    if (row.number === 0) continue;
    const amount =
      of === "instalment" ? row.totalMinor : of === "fee" ? row.feeMinor : row.principalMinor;
    if (amount !== usual) out.push({ row: row.number, of, amountMinor: amount - usual });
  }
}
