import type { Outcome } from "@fairdue/kernel";
import { type EuOptions, type EuRate, euApr } from "./eu.ts";
import { type CashFlow, inOrder, irrPerPeriod, xirr } from "./irr.ts";
import { type RegZOptions, type RegZRate, regZApr } from "./reg-z.ts";
import type { RateFailure } from "./root.ts";
import { elapsed, nominalDay, unitPeriodOf, unitPeriodsPerYear } from "./unit-period.ts";

/** The internal rate of a regular series: every flow a whole number of equal periods after the first. */
export type PeriodRate = {
  readonly perPeriod: number;
  readonly periodsPerYear: number;
  /** 单利: rate per period × periods per year. */
  readonly nominal: number;
  /** 复利: (1 + rate per period)^periods − 1. */
  readonly effective: number;
};

/**
 * The annual rate as China requires it to be shown: all costs of the loan against the principal
 * really in use, by the internal rate of return, said to be simple or compound.
 * Source: 中国人民银行公告〔2021〕第3号.
 */
export type ChinaRate = { readonly simple: number; readonly compound: number };

export type AnnualRates = {
  readonly irr: Outcome<PeriodRate, RateFailure | { readonly reason: "irregular-periods" }>;
  readonly xirr: Outcome<number, RateFailure>;
  readonly china: Outcome<ChinaRate, RateFailure>;
  readonly regZ: Outcome<RegZRate, RateFailure>;
  readonly eu: Outcome<EuRate, RateFailure>;
};

export type RateOptions = { readonly regZ: RegZOptions; readonly eu: EuOptions };

export const ownPeriods: RateOptions = {
  regZ: { unitPeriod: null, startOn: null },
  eu: { interval: null },
};

/** Every annual rate of a series of flows; each stands or fails for itself. */
export function annualRates(
  flows: readonly CashFlow[],
  options: RateOptions = ownPeriods,
): AnnualRates {
  const irr = irrOf(flows);
  const daily = xirr(flows);
  return {
    irr,
    xirr: daily,
    china: chinaRate(irr, daily),
    regZ: regZApr(flows, options.regZ),
    eu: euApr(flows, options.eu),
  };
}

/** From the internal rate of its own periods where they are equal, of days where they are not. */
function chinaRate(
  irr: AnnualRates["irr"],
  daily: Outcome<number, RateFailure>,
): Outcome<ChinaRate, RateFailure> {
  if (irr.ok) {
    return { ok: true, value: { simple: irr.value.nominal, compound: irr.value.effective } };
  }
  if (!daily.ok) return daily;
  const perDay = (1 + daily.value) ** (1 / 365) - 1;
  return { ok: true, value: { simple: perDay * 365, compound: daily.value } };
}

/** The internal rate per period of flows that lie whole, equal periods apart. */
export function irrOf(flows: readonly CashFlow[]): AnnualRates["irr"] {
  const ordered = inOrder(flows);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last) return { ok: false, refusal: { reason: "no-flows" } };
  const rest = ordered.slice(1).map((it) => it.on);
  const unit = unitPeriodOf(first.on, [first.on], rest);
  const seriesDay = nominalDay(rest);
  const amounts: number[] = [];
  for (const it of ordered) {
    const { whole, fraction } = elapsed(unit, first.on, it.on, seriesDay);
    if (fraction !== 0) return { ok: false, refusal: { reason: "irregular-periods" } };
    while (amounts.length <= whole) amounts.push(0);
    amounts[whole] = (amounts[whole] ?? 0) + it.amountMinor;
  }
  const rate = irrPerPeriod(amounts);
  if (!rate.ok) return rate;
  const perYear = unitPeriodsPerYear(unit, { from: first.on, to: last.on });
  return {
    ok: true,
    value: {
      perPeriod: rate.value,
      periodsPerYear: perYear,
      nominal: rate.value * perYear,
      effective: (1 + rate.value) ** perYear - 1,
    },
  };
}
