import {
  type BusinessCalendar,
  type EpochDay,
  minor,
  type Minor,
  rollDay,
  type RoundingMode,
} from "@fairdue/kernel";
import type { DayCount } from "../daycount/daycount.ts";
import { basisOf, type RateBasis, type RateUnit } from "../interest/interest.ts";
import { type DueDayTerms, dueDaysOf } from "./due-days.ts";
import type { PlanSpan } from "./instalment.ts";
import { levelFor, type PlanRow, planRows, type RepaymentMethod } from "./rows.ts";
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

export type ScheduleRow = {
  /** From 1; 0 is the down payment. */
  readonly number: number;
  readonly dueOn: EpochDay;
  /** False when the calendar does not know the day's year: the due day may yet move. */
  readonly isCertain: boolean;
  /** Calendar days since the row before. */
  readonly days: number;
  readonly principalMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly totalMinor: Minor;
  /** Principal left after the row. */
  readonly balanceMinor: Minor;
};

/** An amount by which a row differs from its like: where rounding put what it left. */
export type Residue = {
  readonly row: number;
  readonly of: "instalment" | "principal" | "fee";
  readonly amountMinor: Minor;
};

export type Schedule = {
  readonly rows: readonly ScheduleRow[];
  /** The level amount of `equal-instalment`; `null` for other methods. */
  readonly instalmentMinor: Minor | null;
  readonly residues: readonly Residue[];
  readonly totals: {
    readonly principalMinor: Minor;
    readonly interestMinor: Minor;
    readonly feeMinor: Minor;
    readonly totalMinor: Minor;
  };
};

/**
 * The schedule of a loan, exactly: each row's interest is its period's, rounded once where it falls
 * due; the principal of the rows sums to the principal lent.
 *
 * @example // 10 000 at 0.04 % a day in 12 equal instalments from 15 January 2026
 * planSchedule(terms).rows[0] // => 31 days, interest 124.00, principal 776.41, total 900.41
 */
export function planSchedule(terms: ScheduleTerms): Schedule {
  const basis = basisOf({ ...terms, unit: terms.rateUnit });
  const calendar = calendarOfTerms(terms.instalments);
  const due = fallingOn(terms, calendar);
  const span: PlanSpan = {
    startOn: terms.startOn,
    dueOn: due.map((it) => it.day),
    principalMinor: terms.principalMinor,
    rate: terms.rate,
  };
  const whole = terms.feePer === "instalment" ? terms.feePpm * span.dueOn.length : terms.feePpm;
  const shape = {
    method: terms.method,
    feePpm: whole,
    principalMinor: terms.customPrincipalMinor,
  };
  const planned = planRows(basis, terms.instalments, shape, span);
  const hasDown = planned.length > 0 && planned[0]?.dueOn === terms.startOn;
  const rows = numbered(planned, { terms, hasDown, isCertain: due.map((it) => it.certain) });
  const level = levelOf(basis, terms, {
    span,
    downMinor: hasDown ? planned[0]?.principalMinor : 0,
  });
  return {
    rows,
    instalmentMinor: level,
    residues: residuesOf(terms, rows, level),
    totals: totalsOf(rows),
  };
}

type Falling = { readonly day: EpochDay; readonly certain: boolean };

function fallingOn(terms: ScheduleTerms, calendar: BusinessCalendar): Falling[] {
  const { roll } = terms.instalments;
  const count =
    terms.method === "custom-principal" ? terms.customPrincipalMinor.length : terms.terms;
  const dueDays: DueDayTerms = { ...terms, every: terms.instalments.every, count };
  const days = dueDaysOf(dueDays).map((on) =>
    roll === "none" ? { day: on, certain: true } : rollDay(calendar, on, roll),
  );
  return terms.method === "bullet" ? days.slice(-1) : days;
}

type Numbering = {
  readonly terms: ScheduleTerms;
  readonly hasDown: boolean;
  readonly isCertain: readonly boolean[];
};

function numbered(planned: readonly PlanRow[], it: Numbering): ScheduleRow[] {
  let balance: number = it.terms.principalMinor;
  let from = it.terms.startOn;
  return planned.map((row, k) => {
    const number = it.hasDown ? k : k + 1;
    balance -= row.principalMinor;
    const days = row.dueOn - from;
    from = row.dueOn;
    return {
      number,
      dueOn: row.dueOn,
      isCertain: number === 0 || (it.isCertain[number - 1] ?? true),
      days,
      principalMinor: minor(row.principalMinor),
      interestMinor: minor(row.interestMinor),
      feeMinor: minor(row.feeMinor),
      totalMinor: minor(row.principalMinor + row.interestMinor + row.feeMinor),
      balanceMinor: minor(balance),
    };
  });
}

type LevelOf = { readonly span: PlanSpan; readonly downMinor: number | undefined };

function levelOf(basis: RateBasis, terms: ScheduleTerms, it: LevelOf): Minor | null {
  if (terms.method !== "equal-instalment") return null;
  const principalMinor = it.span.principalMinor - (it.downMinor ?? 0);
  return minor(levelFor(basis, terms.instalments, { ...it.span, principalMinor }));
}

/** Rows that are not like the rest of their kind, by how much. */
function residuesOf(
  terms: ScheduleTerms,
  rows: readonly ScheduleRow[],
  level: Minor | null,
): Residue[] {
  const plan = rows.filter((row) => row.number > 0);
  const out: Residue[] = [];
  const note = (of: Residue["of"], usual: number, amount: (row: ScheduleRow) => number): void => {
    for (const row of plan) {
      const excess = amount(row) - usual;
      if (excess !== 0) out.push({ row: row.number, of, amountMinor: minor(excess) });
    }
  };
  const isParted = terms.method === "equal-principal" || terms.method === "flat-fee";
  const usual = plan[terms.instalments.residue === "first" ? plan.length - 1 : 0];
  if (level !== null) {
    const smoothedLevel = terms.instalments.finalRow === "smoothed" ? plan[0]?.totalMinor : level;
    note("instalment", smoothedLevel ?? level, (row) => row.totalMinor);
  }
  if (isParted) note("principal", usual?.principalMinor ?? 0, (row) => row.principalMinor);
  if (terms.method === "flat-fee") {
    const fee = plan[terms.instalments.feeResidue === "first" ? plan.length - 1 : 0];
    note("fee", fee?.feeMinor ?? 0, (row) => row.feeMinor);
  }
  return out;
}

function totalsOf(rows: readonly ScheduleRow[]): Schedule["totals"] {
  let principal = 0;
  let interest = 0;
  let fee = 0;
  for (const row of rows) {
    principal += row.principalMinor;
    interest += row.interestMinor;
    fee += row.feeMinor;
  }
  return {
    principalMinor: minor(principal),
    interestMinor: minor(interest),
    feeMinor: minor(fee),
    totalMinor: minor(principal + interest + fee),
  };
}
