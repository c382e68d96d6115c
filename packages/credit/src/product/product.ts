import {
  accepted,
  type BusinessCalendar,
  day,
  type EpochDay,
  epochDay,
  type Outcome,
  type Problem,
  present,
  refused,
} from "@fairdue/kernel";
import { basisOf, type RateBasis, weightOf } from "../interest/interest.ts";
import { calendarOfTerms } from "../schedule/terms.ts";
import type { Dated, ProductDeclaration } from "./declaration.ts";
import { problemsOf } from "./parse.ts";

/** No day: an event that will not come. Sorts after every real day. */
export const never: EpochDay = epochDay(2_932_896);

export { weightOf } from "../interest/interest.ts";

/**
 * A declaration that has been checked, with what the fold needs of it as plain numbers.
 *
 * Interest of one day on `principal` = principal × rate × weight ÷ denominator, exactly; the weight
 * is 1 (30e/360: 0 to 3; actual/actual: 366 in common years, 365 in leap years).
 */
export type Product = RateBasis & {
  readonly declaration: ProductDeclaration;
  readonly isPurchases: boolean;
  /** The business days of `declaration.instalments.calendar`. */
  readonly calendar: BusinessCalendar;
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
  const { ageing, accounting, rate, rounding } = declaration;
  // By the day, 30/360 US is 30E/360: the check has kept its due days off the 31st.
  const dayCount = declaration.dayCount === "30/360-us" ? "30e/360" : declaration.dayCount;
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
    ...basisOf({ unit: rate.unit, dayCount, rounding }),
    declaration,
    isPurchases: declaration.kind === "purchases",
    calendar: calendarOfTerms(declaration.instalments),
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

/** A yearly cap as the highest whole rate in the product's unit that stays below it. */
function capUnits(declaration: ProductDeclaration, ppmYear: number): number {
  const { unit } = declaration.rate;
  if (unit === "ppm-day") return Math.floor(ppmYear / 365);
  if (unit === "ppm-month") return Math.floor(ppmYear / 12);
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
