import type { EpochDay } from "@fairdue/kernel";
import type { Decimal } from "./decimal.ts";

export type TimeUnit = "days" | "weeks" | "months" | "years";
export type Component = "penalty" | "fee" | "interest" | "principal";
export type DueState = "past-due" | "due" | "in-advance";
export type Bucket = { readonly due: DueState; readonly component: Component };

/** Where money that is not due yet goes. */
export type FutureRule =
  | "next-instalment"
  | "last-instalment"
  | "next-last-instalment"
  | "re-amortisation";

export type AllocationRule = { readonly order: readonly Bucket[]; readonly future: FutureRule };

export type MoneyInKind =
  | "repayment"
  | "down-payment"
  | "merchant-refund"
  | "payout-refund"
  | "goodwill-credit"
  | "charge-refund"
  | "charge-adjustment"
  | "interest-payment-waiver"
  | "interest-refund"
  | "capitalised-income-adjustment"
  | "recovery-repayment"
  | "interest-waiver";

export type Recalculation = {
  readonly isOn: boolean;
  /** To which day early and overdue money counts: its own, or the end of the row it falls in. */
  readonly rest: "daily" | "same-as-repayment-period";
  readonly preClose: "till-pre-close-date" | "till-rest-date";
  readonly interestOnPastDue: boolean;
};

export type DownPayment = { readonly percent: Decimal; readonly isAutomatic: boolean };

/** The contract: what `product` says in a document, in the form in which the engine computes. */
export type Terms = {
  readonly currency: string;
  readonly digits: number;
  readonly startOn: EpochDay;
  readonly seedOn: EpochDay;
  readonly firstDueOn: EpochDay | null;
  readonly repayments: number;
  readonly every: number;
  readonly unit: TimeUnit;
  readonly fixedLength: number | null;
  readonly ratePercentYear: Decimal;
  readonly interestMethod: "declining-balance" | "flat";
  readonly interestPeriod: "daily" | "same-as-repayment-period";
  readonly partialPeriodInterest: boolean;
  readonly daysInYear: "actual" | 360 | 364 | 365;
  readonly daysInMonth: "actual" | 30;
  readonly leapYear: "full-leap-year" | "feb-29-period-only";
  /** True when the year turns on 1 January for the split of a period over two years. */
  readonly recognisesDrawDay: boolean;
  readonly multiplesOf: number | null;
  readonly graceOnPrincipal: number;
  readonly graceOnInterest: number;
  readonly fullTermTranches: boolean;
  readonly downPayment: DownPayment | null;
  readonly recalculation: Recalculation;
  readonly across: "row-by-row" | "component-by-component";
  readonly allocation: ReadonlyMap<MoneyInKind | "default", AllocationRule>;
  /** Components in which a chargeback brings money back; empty: principal only. */
  readonly chargebackOrder: readonly Component[];
  readonly chargeOff: "regular" | "zero-interest" | "accelerate-maturity";
  readonly interestRefundFor: readonly MoneyInKind[];
  /** A rate change above nothing is among the events. */
  readonly willBearInterest: boolean;
};

export function isInterestBearing(terms: Terms): boolean {
  return terms.ratePercentYear.coefficient > 0n || terms.willBearInterest;
}

export function recalculates(terms: Terms): boolean {
  return isInterestBearing(terms) && terms.recalculation.isOn;
}
