import type { AccountId, EpochDay } from "@fairdue/kernel";
import type { FreezeReason } from "../event/event.ts";
import type { Component } from "../product/declaration.ts";
import type { PlanRow, RepaymentMethod } from "../schedule/rows.ts";

/**
 * An account at the opening of the day `asOf`, after every event folded so far: a pure function of
 * product, events and day. Amounts are safe integers of minor units, plain numbers inside the fold
 * (`minor()` them at a border); `…Accrued` are exact numerators over `product.denominator`.
 *
 * The fold owns and mutates its state; `advance` and `apply` return a copy and leave theirs alone.
 */
export type AccountState = {
  accountId: AccountId;
  /** Steps of this day (statement, falling due, ageing) are done, accrual is complete to it. */
  asOf: EpochDay;
  /** `seq` of the last event booked; 0 before the opening. */
  seq: number;
  status: AccountStatus;
  /** Why drawing is barred; empty when it is not. */
  freezes: FreezeReason[];
  openedOn: EpochDay;
  limitMinor: number;
  /** Contract rate in the product's unit. */
  rate: number;
  dueDay: number;
  /** Next statement closing; `never` for products without statements. */
  statementOn: EpochDay;
  draws: Draw[];
  /** Draws that are paid: kept for refunds, statements and audit. */
  settled: SettledDraw[];
  purchases: Purchase[];
  holds: Hold[];
  /** The last statements, oldest first; only the last may still have a `restMinor`. */
  statements: Statement[];
  dues: Due[];
  fees: PendingFee[];
  /** Posted purchases not yet billed, interest-free. */
  unbilledMinor: number;
  /** Of the last statement, what is above the minimum: interest-free until its due day. */
  restMinor: number;
  /** Overpaid: a liability, used against what falls due next. */
  creditMinor: number;
  claim: Claim;
  moratorium: { fromOn: EpochDay; untilOn: EpochDay } | null;
  diedOn: EpochDay | null;
  forborneOn: EpochDay | null;
  /** While it is observed after that, the account is graded no better than this (index of a grade). */
  forborneFloor: number;
  ageing: Ageing;
  /** Interest and penalty of a purchases account since the last closing, for the statement. */
  cycle: CycleTotals;
  /** What the cap still allows, as a numerator; only meaningful under a cap. */
  headroom: number;
  totals: Totals;
  /** First future day on which anything other than linear accrual happens; `never` if none. */
  nextEventOn: EpochDay;
};

export type AccountStatus = "open" | "charged-off" | "sold" | "closed";

export type DrawOrigin = "draw" | "conversion" | "restructure" | "re-age" | "revolving";

/** Principal in use that is not yet due, with the plan by which it falls due. */
export type Draw = {
  id: string;
  origin: DrawOrigin;
  on: EpochDay;
  method: RepaymentMethod;
  rate: number;
  /** Purchase it converts; empty otherwise. */
  purchaseId: string;
  originalMinor: number;
  /** Not yet due. */
  balanceMinor: number;
  /** Rows still to fall due, first next. Interest in them is the plan's; what accrues is billed. */
  rows: PlanRow[];
  /** Next due day of interest on an `open` draw; `never` for others. */
  openDueOn: EpochDay;
  /** Interest on `balanceMinor` since it last fell due. */
  interestAccrued: number;
  /** No interest before this day (a holiday with interest waived). */
  freeUntilOn: EpochDay;
  /** Fees of the plan billed so far: what a full refund gives back. */
  feeBilledMinor: number;
  /** Number the next row carries: 1 for the first. */
  nextRow: number;
};

export type { PlanRow } from "../schedule/rows.ts";

export type SettledDraw = {
  readonly id: string;
  readonly origin: DrawOrigin;
  readonly on: EpochDay;
  readonly settledOn: EpochDay;
  readonly purchaseId: string;
  readonly originalMinor: number;
  readonly feeBilledMinor: number;
};

/** A posted purchase and how much of it has been given back. */
export type Purchase = { id: string; on: EpochDay; amountMinor: number; refundedMinor: number };

export type Hold = {
  readonly id: string;
  readonly amountMinor: number;
  readonly expiresOn: EpochDay;
};

/**
 * Something that has fallen due and is not fully paid. `ageFromOn` is its due day, moved by the days
 * a moratorium paused. `isOverdue` from the day its tolerance has run out.
 */
export type Due = {
  /** `drawId#row`, statement id, or fee id. */
  id: string;
  drawId: string;
  dueOn: EpochDay;
  ageFromOn: EpochDay;
  principalMinor: number;
  interestMinor: number;
  feeMinor: number;
  penaltyMinor: number;
  isOverdue: boolean;
  /** Contract interest that runs on while overdue, and penalty, in rate units of the principal. */
  rate: number;
  penaltyRate: number;
  interestAccrued: number;
  penaltyAccrued: number;
};

export type PendingFee = {
  readonly id: string;
  readonly dueOn: EpochDay;
  readonly amountMinor: number;
};

/** What a cycle closed with; see `statement/` for the identity that it satisfies. */
export type Statement = {
  readonly id: string;
  readonly closedOn: EpochDay;
  readonly dueOn: EpochDay;
  readonly openingMinor: number;
  readonly cycle: CycleTotals;
  readonly closingMinor: number;
  readonly minimumMinor: number;
  /** Of the closing balance, the overdue part carried from older statements. */
  readonly overdueMinor: number;
};

export type CycleTotals = {
  purchasesMinor: number;
  instalmentsMinor: number;
  interestMinor: number;
  feeMinor: number;
  penaltyMinor: number;
  paymentsMinor: number;
  refundsMinor: number;
  waivedMinor: number;
  /** Moved out of the bill into an instalment plan. */
  convertedMinor: number;
};

/** What a charged-off borrower still owes, by component; nothing accrues on it. */
export type Claim = {
  principalMinor: number;
  interestMinor: number;
  feeMinor: number;
  penaltyMinor: number;
};

export type Ageing = {
  /** `ageFromOn` of the oldest due item that is not tolerated; `never` when nothing is due. */
  oldestUnpaidOn: EpochDay;
  /** 0 is M0. */
  bucket: number;
  grade: Grade;
  stage: 1 | 2 | 3;
  isNonAccrual: boolean;
  /** Highest dpd ever reached; re-ageing does not lower it. */
  dpdMax: number;
  provisionMinor: number;
};

export type Grade = "normal" | "special-mention" | "substandard" | "doubtful" | "loss";

/** Sums over the life, for the identities of `assertInvariants`. */
export type Totals = {
  drawnMinor: number;
  paid: Record<Component, number>;
  refunded: Record<Component, number>;
  waived: Record<Component, number>;
  chargedOff: Record<Component, number>;
  /** Interest, fee and penalty that fell due or were charged. */
  billed: Record<Component, number>;
  cashInMinor: number;
  paidOutMinor: number;
  refundsInMinor: number;
  recoveredMinor: number;
};
