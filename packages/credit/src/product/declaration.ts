import type { Currency, EpochDay, Minor, RoundingMode } from "@fairdue/kernel";
import type { DayCount } from "../daycount/daycount.ts";
import type { RateUnit } from "../interest/interest.ts";
import type { RepaymentMethod } from "../schedule/rows.ts";
import type { InstalmentTerms } from "../schedule/terms.ts";

export type { RepaymentMethod } from "../schedule/rows.ts";
export type { RateUnit } from "../interest/interest.ts";

/**
 * A product is a declaration: JSON-able data with a version and a day from which it is offered.
 * No product is code; a new one is a new declaration. Days are ISO texts here (`2026-01-01`),
 * amounts are minor units, and every rate has its unit beside it.
 */
export type ProductDeclaration = {
  /** Stable name of the product over all its versions: `cash-line`. */
  readonly id: string;
  readonly version: number;
  /** First day on which an account may be opened under this version. */
  readonly from: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly kind: ProductKind;
  readonly currency: Currency;
  /** ISO 3166 code of the law that governs the contract. */
  readonly jurisdiction: string;
  readonly limitMinorMax: Minor;
  /**
   * How days become interest. An account accrues by the day, which 30/360 US does not define: such
   * a product has due days up to the 30th and accrues as 30E/360, equal to it on every such period.
   */
  readonly dayCount: DayCount;
  readonly rate: RateTerms;
  /** How an amount becomes whole minor units on the day it falls due. */
  readonly rounding: RoundingMode;
  readonly offers: OfferTerms;
  readonly cycle: CycleTerms;
  readonly instalments: InstalmentTerms;
  readonly minimum: MinimumTerms | null;
  readonly conversion: ConversionTerms | null;
  readonly overdue: OverdueTerms;
  readonly tolerance: ToleranceTerms;
  readonly waterfall: readonly WaterfallRule[];
  /** Money above what is due, not meant early: kept as credit, or first to draws without a plan. */
  readonly surplus: "credit" | "open-draws";
  readonly early: EarlyTerms;
  readonly refund: RefundTerms;
  readonly autoDebit: AutoDebitTerms | null;
  readonly costCap: readonly CostCap[];
  readonly ageing: AgeingTerms;
  readonly accounting: AccountingTerms;
  readonly death: DeathTerms;
};

/** `draws`: cash on a limit. `purchases`: goods, billed by statement. `loan`: one draw, no re-use. */
export type ProductKind = "draws" | "purchases" | "loan";

export type RateTerms = {
  readonly unit: RateUnit;
  /** The rate of the account unless its opening or a draw names another. */
  readonly standard: number;
  readonly min: number;
  readonly max: number;
};

export type OfferTerms = {
  readonly methods: readonly RepaymentMethod[];
  /** Numbers of instalments on offer. */
  readonly terms: readonly number[];
  readonly drawMinorMin: Minor;
  /** May the account draw again what it repaid? */
  readonly revolving: boolean;
};

export type CycleTerms = {
  /** Due day of the month, clamped to the month's end; an account may have its own. */
  readonly dueDay: number;
  /** Days of month a borrower may choose. */
  readonly dueDaysOffered: readonly number[];
  /** Purchases: the statement closes at the opening of the day this many days before the due day. */
  readonly statementDaysBefore: number;
  /** The first due day lies at least this many days after the draw. */
  readonly firstDueDaysMin: number;
};

/** Minimum of a statement = what is due in full + this share of the rest, at least the floor. */
export type MinimumTerms = { readonly sharePpm: number; readonly floorMinor: Minor };

export type ConversionTerms = {
  readonly offers: readonly ConversionOffer[];
  readonly amountMinorMin: Minor;
  readonly atPurchase: boolean;
  readonly atStatement: boolean;
  /** What early settlement of a converted plan does to the fees not yet due. */
  readonly earlySettlement: "remaining-fee-owed" | "remaining-fee-waived";
};

/** `feePpm`: whole fee as a share of the principal, spread evenly over the instalments. */
export type ConversionOffer = { readonly terms: number; readonly feePpm: number };

export type OverdueTerms = {
  /** Penalty rate = contract rate × this ÷ 10 000, rounded down to a whole unit. 15 000 is 1.5×. */
  readonly multiplierBp: number;
  /** `replaces`: overdue principal bears the penalty rate instead of the contract rate. `adds`: both. */
  readonly contractInterest: "replaced" | "continues";
  /** `true` only where contract and law allow interest on overdue interest. */
  readonly onInterest: boolean;
  readonly source: string;
};

/** 容时容差: paid within `days` or short by at most `amountMinor` counts as paid on time. */
export type ToleranceTerms = {
  readonly days: number;
  readonly amountMinor: Minor;
  readonly source: string;
};

export type Component = "penalty" | "fee" | "interest" | "principal";

export type WaterfallRule = {
  /** The rule holds from this number of days past due until the next rule's. The first is 0. */
  readonly fromDpd: number;
  readonly order: readonly Component[];
  /** `by-due`: oldest due item in full, then the next. `by-component`: one component over all items. */
  readonly across: "by-due" | "by-component";
  readonly source: string;
};

export type EarlyTerms = {
  readonly strategies: readonly EarlyStrategy[];
  /** Fee on principal repaid before it is due. */
  readonly feePpm: number;
  /** A draw repaid on its own day owes interest for at least this many days. */
  readonly interestDaysMin: number;
  readonly source: string;
};

export type EarlyStrategy = "shorten-term" | "lower-instalment";

export type RefundTerms = {
  /** What a refund does to the fees of a converted purchase that have been paid. */
  readonly paidFees: "kept" | "returned";
};

export type AutoDebitTerms = {
  /** Times of day (minutes after midnight in the book's zone) at which the debit is tried. */
  readonly roundsMinute: readonly number[];
  /** Days past due during which it is tried again each day. */
  readonly retryDays: number;
};

/**
 * Cap on the all-in yearly cost (interest + fees + penalty on principal in use), by date of the
 * draw or statement. The engine never accrues or charges past it.
 */
export type CostCap = { readonly from: string; readonly ppmYear: number; readonly source: string };

export type AgeingTerms = {
  /** First dpd of M1, M2 …; below the first is M0. */
  readonly buckets: Dated<readonly number[]>;
  /** First dpd of special mention, substandard, doubtful, loss. */
  readonly grades: Dated<readonly [number, number, number, number]>;
  /** First dpd of stage 2 and of stage 3. */
  readonly stages: Dated<readonly [number, number]>;
  /** Days for which a restructured account is observed: no better than its floor, nor than stage 2. */
  readonly observationDays: Dated<number>;
};

export type AccountingTerms = {
  /** First dpd at which interest is no longer income. */
  readonly nonAccrualDpd: Dated<number>;
  /** `cleared`: accrual resumes when nothing is overdue. */
  readonly cure: "cleared" | "cleared-and-observed";
  readonly provision: Dated<readonly ProvisionRate[]>;
};

/** Expected loss of exposure = pdPpm × lgdPpm, by stage and bucket (a bucket covers those above). */
export type ProvisionRate = {
  readonly stage: 1 | 2 | 3;
  readonly fromBucket: number;
  readonly pdPpm: number;
  readonly lgdPpm: number;
};

export type DeathTerms = { readonly interest: "stops" | "continues"; readonly source: string };

/** A value of law or policy: each replaces the one before from its day. First entry first. */
export type Dated<Value> = readonly DatedValue<Value>[];
export type DatedValue<Value> = {
  readonly from: string;
  readonly value: Value;
  readonly source: string;
};

/** How one draw or plan is to be paid back. */
export type PlanTerms = {
  readonly method: RepaymentMethod;
  /** Number of instalments; 0 for `open`. */
  readonly terms: number;
  /** Whole fee of a `flat-fee` plan as a share of its principal; 0 otherwise. */
  readonly feePpm: number;
  /** Principal of each instalment of a `custom-principal` plan; empty otherwise. */
  readonly principalMinor: readonly Minor[];
  /** First due day, when the contract names it. */
  readonly firstDueOn: EpochDay | null;
};
