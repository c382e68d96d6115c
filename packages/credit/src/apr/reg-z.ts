import { accepted, type EpochDay, type Outcome, refused } from "@fairdue/kernel";
import { type CashFlow, inOrder } from "./irr.ts";
import { type Equation, type RateFailure, rootOf, uniqueness } from "./root.ts";
import {
  type Elapsed,
  elapsed,
  nominalDay,
  type UnitPeriod,
  unitPeriodOf,
  unitPeriodsPerYear,
} from "./unit-period.ts";

export type RegZOptions = {
  /** Found from the periods of the transaction when `null`. */
  readonly unitPeriod: UnitPeriod | null;
  /** Day on which the finance charge begins to be earned; that of the first advance when `null`. */
  readonly startOn: EpochDay | null;
};

/** A flow as the general equation sees it: whole unit-periods t and a fraction f after the start. */
export type RegZTerm = Elapsed & { readonly on: EpochDay; readonly amountMinor: number };

export type RegZRate = {
  readonly unitPeriod: UnitPeriod;
  readonly unitPeriodsPerYear: number;
  readonly ratePerUnitPeriod: number;
  /** Nominal: rate per unit-period × unit-periods per year. */
  readonly apr: number;
  readonly terms: readonly RegZTerm[];
};

/**
 * The annual percentage rate by the actuarial method:
 * Σ A_j ÷ ((1 + f_j·i)(1 + i)^t_j) = Σ P_j ÷ ((1 + f_j·i)(1 + i)^t_j), APR = i × w.
 * Source: 12 CFR 1026.22(a)(1), Appendix J (b)(1), (b)(8).
 */
export function regZApr(
  flows: readonly CashFlow[],
  options: RegZOptions = { unitPeriod: null, startOn: null },
): Outcome<RegZRate, RateFailure> {
  const ordered = inOrder(flows);
  const failure = uniqueness(ordered.map((it) => it.amountMinor));
  const first = ordered[0];
  if (!first || failure) return refused(failure ?? { reason: "no-flows" });
  const startOn = options.startOn ?? first.on;
  const advances = ordered.filter((it) => it.amountMinor > 0).map((it) => it.on);
  const payments = ordered.filter((it) => it.amountMinor < 0).map((it) => it.on);
  const unit = options.unitPeriod ?? unitPeriodOf(startOn, advances, payments);
  const days = { advance: nominalDay(advances), payment: nominalDay(payments) };
  const terms = ordered.map((it) => ({
    ...elapsed(unit, startOn, it.on, it.amountMinor > 0 ? days.advance : days.payment),
    ...it,
  }));
  const root = rootOf(generalEquation(terms));
  if (!root.ok) return root;
  const perYear = unitPeriodsPerYear(unit, { from: startOn, to: ordered.at(-1)?.on ?? startOn });
  return accepted({
    unitPeriod: unit,
    unitPeriodsPerYear: perYear,
    ratePerUnitPeriod: root.value,
    apr: root.value * perYear,
    terms,
  });
}

function generalEquation(terms: readonly RegZTerm[]): Equation {
  return (rate) => {
    let value = 0;
    let slope = 0;
    for (const { amountMinor, whole, fraction } of terms) {
      const odd = 1 + fraction * rate;
      const worth = amountMinor / (odd * (1 + rate) ** whole);
      value += worth;
      slope -= worth * (fraction / odd + whole / (1 + rate));
    }
    return { value, slope };
  };
}

/** Is it a regular transaction (tolerance 1/8 of a percentage point) or an irregular one (1/4)? */
export function isIrregular(rate: RegZRate): boolean {
  const advances = rate.terms.filter((it) => it.amountMinor > 0);
  const payments = rate.terms.filter((it) => it.amountMinor < 0);
  const inner = payments.slice(1, -1);
  const isUneven = inner.some((it) => it.amountMinor !== inner[0]?.amountMinor);
  const steps = payments.slice(1).map((it, k) => {
    const before = payments[k];
    return before ? it.whole + it.fraction - before.whole - before.fraction : 1;
  });
  const isSpaced = steps.some((it) => Math.abs(it - 1) > 1e-9);
  return advances.length > 1 || isUneven || isSpaced;
}
