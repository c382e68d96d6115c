import {
  accepted,
  formatDay,
  formatMinor,
  minor,
  type Outcome,
  type Problem,
} from "@fairdue/kernel";
import type { EuRate } from "./eu.ts";
import { inOrder, percentText } from "./irr.ts";
import { type AprQuestion, parseAprQuestion } from "./parse.ts";
import { type AnnualRates, annualRates } from "./rates.ts";
import { isIrregular, type RegZRate } from "./reg-z.ts";
import type { UnitPeriod } from "./unit-period.ts";

/** A rate as a number, and as the percentage that is shown. */
export type ShownRate = { readonly rate: number; readonly percent: string };

export type AprReport = {
  readonly currency: string;
  readonly received: string;
  readonly paid: string;
  /** All that is paid beyond what was received. */
  readonly cost: string;
  readonly irr: {
    readonly perPeriod: number;
    readonly periodsPerYear: number;
    readonly nominal: ShownRate;
    readonly effective: ShownRate;
  } | null;
  readonly xirr: ShownRate | null;
  readonly china: { readonly simple: ShownRate; readonly compound: ShownRate } | null;
  readonly regZ:
    | (ShownRate & {
        readonly unitPeriod: UnitPeriod;
        readonly unitPeriodsPerYear: number;
        readonly ratePerUnitPeriod: number;
        readonly isIrregular: boolean;
        readonly tolerancePercent: string;
      })
    | null;
  readonly eu: (ShownRate & { readonly interval: string }) | null;
  /** Why a rate above is `null`. */
  readonly failures: Readonly<Record<string, object>>;
  readonly table: readonly AprRow[];
};

export type AprRow = {
  readonly on: string;
  readonly days: number;
  readonly amount: string;
  /** Whole unit-periods and the fraction of one since the start (Regulation Z). */
  readonly unitPeriods: number | null;
  readonly unitFraction: number | null;
  /** Years since the first drawdown (EU). */
  readonly years: number | null;
  /** The flow's worth at the start at the EU rate: these sum to nothing. */
  readonly presentValue: string | null;
};

/**
 * One document of dated flows (or just their list) → every annual rate it has, and the table they
 * come from.
 *
 * @returns all that is wrong with the document, or the rates as JSON; a rate that does not exist is
 *   `null` and its reason stands in `failures`
 */
export function aprReport(document: unknown): Outcome<AprReport, readonly Problem[]> {
  const question = parseAprQuestion(Array.isArray(document) ? { flows: document } : document);
  return question.ok ? accepted(reportRates(question.value)) : question;
}

function reportRates(question: AprQuestion): AprReport {
  const rates = annualRates(question.flows, question.options);
  const money = (amount: number): string => formatMinor(minor(amount), question.digits);
  const sum = (sign: 1 | -1): number =>
    question.flows.reduce((all, it) => all + Math.max(0, sign * it.amountMinor), 0);
  return {
    currency: question.currency,
    received: money(sum(1)),
    paid: money(sum(-1)),
    cost: money(sum(-1) - sum(1)),
    irr: rates.irr.ok
      ? {
          perPeriod: rates.irr.value.perPeriod,
          periodsPerYear: rates.irr.value.periodsPerYear,
          nominal: shown(rates.irr.value.nominal, 2),
          effective: shown(rates.irr.value.effective, 2),
        }
      : null,
    xirr: rates.xirr.ok ? shown(rates.xirr.value, 2) : null,
    china: rates.china.ok
      ? {
          simple: shown(rates.china.value.simple, 2),
          compound: shown(rates.china.value.compound, 2),
        }
      : null,
    regZ: rates.regZ.ok ? shownRegZ(rates.regZ.value) : null,
    eu: rates.eu.ok ? { ...shown(rates.eu.value.apr, 1), interval: rates.eu.value.interval } : null,
    failures: failuresOf(rates),
    table: tableOf(question, rates),
  };
}

const shown = (rate: number, decimals: number): ShownRate => ({
  rate,
  percent: percentText(rate, decimals),
});

function shownRegZ(rate: RegZRate): NonNullable<AprReport["regZ"]> {
  const isOdd = isIrregular(rate);
  return {
    ...shown(rate.apr, 2),
    unitPeriod: rate.unitPeriod,
    unitPeriodsPerYear: rate.unitPeriodsPerYear,
    ratePerUnitPeriod: rate.ratePerUnitPeriod,
    isIrregular: isOdd,
    // 12 CFR 1026.22(a)(2), (a)(3).
    tolerancePercent: isOdd ? "0.25" : "0.125",
  };
}

function failuresOf(rates: AnnualRates): Readonly<Record<string, object>> {
  const failures: Record<string, object> = {};
  for (const name of ["irr", "xirr", "china", "regZ", "eu"] as const) {
    const outcome = rates[name];
    if (!outcome.ok) failures[name] = outcome.refusal;
  }
  return failures;
}

function tableOf(question: AprQuestion, rates: AnnualRates): AprRow[] {
  const flows = inOrder(question.flows);
  const first = flows[0]?.on ?? 0;
  const regZ = rates.regZ.ok ? rates.regZ.value.terms : [];
  const eu: EuRate | null = rates.eu.ok ? rates.eu.value : null;
  return flows.map((flow, k) => {
    const term = regZ[k];
    const years = eu?.terms[k]?.years ?? null;
    const worth = eu === null || years === null ? null : flow.amountMinor * (1 + eu.apr) ** -years;
    return {
      on: formatDay(flow.on),
      days: flow.on - first,
      amount: formatMinor(minor(flow.amountMinor), question.digits),
      unitPeriods: term?.whole ?? null,
      unitFraction: term?.fraction ?? null,
      years,
      presentValue: worth === null ? null : formatMinor(minor(Math.round(worth)), question.digits),
    };
  });
}
