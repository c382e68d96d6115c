import type { AccountId, EpochDay, EventId, Minor } from "@fairdue/kernel";
import type { EarlyStrategy, PlanTerms } from "../product/declaration.ts";

/**
 * What happened to an account. Events are never changed or removed; a mistake is undone by a new
 * one. `valueOn` is the day on which it counts, `bookedOn` the business day on which the book
 * learned of it (later for a backdated event), `seq` the order of booking, from 1, without gaps.
 *
 * Events of one day count in the order of `seq`, after the day's own steps (statement, instalment
 * falling due, ageing): a payment on the due day meets what falls due that day.
 */
export type AccountEvent = EventStamp & AccountFact;

export type EventStamp = {
  readonly id: EventId;
  readonly seq: number;
  readonly valueOn: EpochDay;
  readonly bookedOn: EpochDay;
};

export type EventKind = AccountFact["kind"];
export type FactOf<Kind extends EventKind> = Extract<AccountFact, { readonly kind: Kind }>;

export type AccountFact =
  | {
      readonly kind: "opened";
      readonly accountId: AccountId;
      readonly productId: string;
      readonly productVersion: number;
      readonly limitMinor: Minor;
      /** In the product's rate unit. */
      readonly rate: number;
      readonly dueDay: number;
    }
  | { readonly kind: "frozen"; readonly reason: FreezeReason }
  | { readonly kind: "unfrozen"; readonly reason: FreezeReason }
  | { readonly kind: "limit-changed"; readonly limitMinor: Minor }
  | {
      readonly kind: "drawn";
      readonly drawId: string;
      readonly amountMinor: Minor;
      readonly plan: PlanTerms;
      readonly rate: number;
      readonly channel: string;
    }
  | {
      readonly kind: "purchase-authorised";
      readonly purchaseId: string;
      readonly amountMinor: Minor;
      /** The hold ends by itself at the opening of this day. */
      readonly expiresOn: EpochDay;
    }
  | { readonly kind: "purchase-released"; readonly purchaseId: string }
  | {
      readonly kind: "purchased";
      readonly purchaseId: string;
      readonly amountMinor: Minor;
      /** Set when the borrower chose instalments at the purchase. */
      readonly plan: PlanTerms | null;
      readonly channel: string;
    }
  | {
      readonly kind: "converted";
      readonly drawId: string;
      readonly of: ConversionSource;
      readonly amountMinor: Minor;
      readonly plan: PlanTerms;
    }
  | {
      readonly kind: "refunded";
      readonly refundId: string;
      readonly purchaseId: string;
      readonly amountMinor: Minor;
      readonly channel: string;
    }
  | {
      readonly kind: "repaid";
      readonly repaymentId: string;
      readonly amountMinor: Minor;
      readonly channel: string;
      readonly purpose: RepaymentPurpose;
    }
  /** Undoes a repayment as of its value day: the account is what it would have been without it. */
  | { readonly kind: "repayment-returned"; readonly repaymentId: string; readonly reason: string }
  /** Undoes a return that was itself a mistake. */
  | { readonly kind: "return-reversed"; readonly repaymentId: string; readonly reason: string }
  | { readonly kind: "credit-paid-out"; readonly amountMinor: Minor; readonly channel: string }
  | {
      readonly kind: "fee-charged";
      readonly feeId: string;
      readonly fee: string;
      readonly amountMinor: Minor;
      readonly dueOn: EpochDay;
    }
  | { readonly kind: "waived"; readonly amounts: ComponentAmounts; readonly reason: string }
  | { readonly kind: "rate-changed"; readonly rate: number }
  | { readonly kind: "due-day-changed"; readonly dueDay: number }
  /** Overdue amounts are spread over `terms` new instalments; dpd starts anew, history stays. */
  | { readonly kind: "re-aged"; readonly terms: number; readonly reason: string }
  /** Everything owed becomes one personal plan. */
  | {
      readonly kind: "restructured";
      readonly drawId: string;
      readonly plan: PlanTerms;
      readonly rate: number;
      readonly reason: string;
    }
  /** Due days from now on move `months` later; interest runs on unless it is `waived`. */
  | {
      readonly kind: "holiday-granted";
      readonly months: number;
      readonly interest: "accrues" | "waived";
      readonly reason: string;
    }
  /** Until the day, nothing ages, no penalty accrues and nobody is asked to pay. */
  | { readonly kind: "moratorium-granted"; readonly untilOn: EpochDay; readonly reason: string }
  | { readonly kind: "charged-off"; readonly reason: string }
  | { readonly kind: "recovered"; readonly amountMinor: Minor; readonly channel: string }
  | { readonly kind: "sold"; readonly priceMinor: Minor; readonly buyer: string }
  | { readonly kind: "closed"; readonly reason: string }
  | { readonly kind: "died" };

export type FreezeReason = "overdue" | "risk" | "borrower" | "law" | "hardship";

export type ConversionSource =
  | { readonly kind: "purchase"; readonly purchaseId: string }
  | { readonly kind: "statement"; readonly statementId: string };

/** `due` pays what is due, the surplus follows the product; `early` goes on to what is not yet due. */
export type RepaymentPurpose =
  | { readonly kind: "due" }
  | {
      readonly kind: "early";
      readonly strategy: EarlyStrategy;
      /** The draw to repay early; all of them, oldest first, when `null`. */
      readonly drawId: string | null;
    };

export type ComponentAmounts = {
  readonly principalMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly penaltyMinor: Minor;
};
