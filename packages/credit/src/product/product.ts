import {
  accepted,
  civilOf,
  day,
  type EpochDay,
  epochDay,
  isLeapYear,
  type Outcome,
  type Problem,
  present,
  refused,
} from "@fairdue/kernel";
import type { AccrualDayCount, Dated, ProductDeclaration } from "./declaration.ts";
import { problemsOf } from "./parse.ts";

/** No day: an event that will not come. Sorts after every real day. */
export const never: EpochDay = epochDay(2_932_896);

/** A declaration that has been checked, with what the fold needs of it as plain numbers. */
export type Product = {
  readonly declaration: ProductDeclaration;
  readonly isPurchases: boolean;
  /**
   * Interest of one day on `principal` = principal × rate × weight ÷ denominator, exactly; the
   * weight is 1 (30e/360: 0 to 3; actual/actual: 366 in common years, 365 in leap years).
   */
  readonly denominator: number;
  readonly isLinear: boolean;
  readonly caps: readonly Step<number>[];
  readonly buckets: readonly Step<readonly number[]>[];
  readonly grades: readonly Step<readonly number[]>[];
  readonly stages: readonly Step<readonly number[]>[];
  readonly observation: readonly Step<number>[];
  readonly nonAccrual: readonly Step<number>[];
  readonly provision: readonly Step<readonly (readonly number[])[]>[];
  /** Every day on which a dated parameter changes, rising. */
  readonly changesOn: readonly EpochDay[];
};

export type Step<Value> = { readonly from: EpochDay; readonly value: Value };

/** Checks a declaration and makes it ready to fold with; all problems are named, not the first. */
export function productOf(value: unknown): Outcome<Product, readonly Problem[]> {
  const problems = problemsOf(value);
  return problems.length > 0 ? refused(problems) : accepted(compile(value as ProductDeclaration));
}

/** The value in force on a day; the first one before its own beginning. */
export function inForce<Value>(steps: readonly Step<Value>[], on: EpochDay): Value {
  let index = steps.length - 1;
  while (index > 0 && present(steps[index], "in range").from > on) index -= 1;
  return present(steps[index], "a dated parameter has a value").value;
}

/** Cap in rate units per day weight on that day; `undefined` when no cap has begun. */
export function capOn(product: Product, on: EpochDay): number | undefined {
  const { caps } = product;
  for (let index = caps.length - 1; index >= 0; index -= 1) {
    const cap = caps[index];
    if (cap && cap.from <= on) return cap.value;
  }
  return undefined;
}

/** Sum of the day weights in [from, to). Additive: a span is the sum of its parts. */
export function weightOf(product: Product, from: EpochDay, to: EpochDay): number {
  if (product.isLinear) return to - from;
  return product.declaration.dayCount === "30e/360"
    ? days30e(to) - days30e(from)
    : actualActual(to) - actualActual(from);
}

/** First day after `on` whose own weight differs from that of `on`. */
export function weightChangesOn(product: Product, on: EpochDay): EpochDay {
  if (product.isLinear) return never;
  const weight = weightOf(product, on, next(on));
  let at = next(on);
  while (weightOf(product, at, next(at)) === weight) at = next(at);
  return at;
}

const next = (on: EpochDay): EpochDay => epochDay(on + 1);

function compile(declaration: ProductDeclaration): Product {
  const { ageing, accounting, dayCount, rate } = declaration;
  const scale = rate.unit === "bp-year" ? 10_000 : 1_000_000;
  const provision = stepsOf(accounting.provision).map((it) => ({
    from: it.from,
    value: provisionTable(it.value),
  }));
  const all = [
    ageing.buckets,
    ageing.grades,
    ageing.stages,
    ageing.observationDays,
    accounting.nonAccrualDpd,
    accounting.provision,
    declaration.costCap,
  ];
  const changes = new Set(all.flatMap((list) => list.map((it) => day(it.from))));
  return {
    declaration,
    isPurchases: declaration.kind === "purchases",
    denominator: rate.unit === "ppm-day" ? scale : scale * yearDays[dayCount],
    isLinear: rate.unit === "ppm-day" || dayCount.startsWith("actual/36"),
    caps: declaration.costCap.map((it) => ({
      from: day(it.from),
      value: capUnits(declaration, it.ppmYear),
    })),
    buckets: stepsOf(ageing.buckets),
    grades: stepsOf(ageing.grades),
    stages: stepsOf(ageing.stages),
    observation: stepsOf(ageing.observationDays),
    nonAccrual: stepsOf(accounting.nonAccrualDpd),
    provision,
    changesOn: [...changes].sort((a, b) => a - b),
  };
}

const yearDays: Readonly<Record<AccrualDayCount, number>> = {
  "actual/365-fixed": 365,
  "actual/360": 360,
  "actual/actual-isda": 365 * 366,
  "30e/360": 360,
};

/** A yearly cap as the highest whole rate in the product's unit that stays below it. */
function capUnits(declaration: ProductDeclaration, ppmYear: number): number {
  const { unit } = declaration.rate;
  if (unit === "ppm-day") return Math.floor(ppmYear / 365);
  const yearly = declaration.dayCount === "actual/360" ? (ppmYear * 360) / 365 : ppmYear;
  return Math.floor(unit === "bp-year" ? yearly / 100 : yearly);
}

function stepsOf<Value>(dated: Dated<Value>): Step<Value>[] {
  return dated.map((it) => ({ from: day(it.from), value: it.value }));
}

/** Expected loss in ppm of exposure by stage (row) and bucket (column), pd × lgd rounded down. */
function provisionTable(
  rates: ProductDeclaration["accounting"]["provision"][number]["value"],
): number[][] {
  return [1, 2, 3].map((stage) =>
    Array.from({ length: 16 }, (_, bucket) => {
      const fitting = rates.filter((it) => it.stage === stage && it.fromBucket <= bucket);
      const best = fitting.reduce((a, b) => (b.fromBucket >= a.fromBucket ? b : a), {
        stage,
        fromBucket: -1,
        pdPpm: 0,
        lgdPpm: 0,
      });
      return Math.floor((best.pdPpm * best.lgdPpm) / 1_000_000);
    }),
  );
}

/** Source: 2006 ISDA Definitions §4.16(g): both 31sts count as the 30th. */
function days30e(on: EpochDay): number {
  const civil = civilOf(on);
  return civil.year * 360 + civil.month * 30 + Math.min(civil.day, 30);
}

/** Days weighted 366 in common and 365 in leap years, over 365 × 366. Source: ISDA §4.16(b). */
function actualActual(on: EpochDay): number {
  const { year } = civilOf(on);
  const start = day(`${String(year).padStart(4, "0")}-01-01`);
  const leapsBefore = leaps(year - 1);
  const daysBefore = 365 * year + leapsBefore;
  const leapDays = 366 * leapsBefore;
  const weight = (daysBefore - leapDays) * 366 + leapDays * 365;
  return weight + (on - start) * (isLeapYear(year) ? 365 : 366);
}

const leaps = (year: number): number =>
  Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
