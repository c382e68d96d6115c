import type { EpochDay, Minor } from "@fairdue/kernel";
import type { AccountFact, FreezeReason } from "../event/event.ts";

/**
 * What somebody asks of an account. A command carries the fact it would become: `decide` answers
 * with that fact, made complete, or with a refusal. `on` is the value day, `bookedOn` the business
 * day of the book; `on` before `bookedOn` is a backdated command.
 */
export type Command = {
  readonly on: EpochDay;
  readonly bookedOn: EpochDay;
  readonly fact: AccountFact;
};

/** Why not: the field at fault, what it held, and what would have been right, as facts. */
export type Refusal =
  | { readonly reason: "account-not-open"; readonly field: "status"; readonly value: string }
  | { readonly reason: "account-already-open"; readonly field: "status"; readonly value: string }
  | {
      readonly reason: "account-frozen";
      readonly field: "status";
      readonly value: readonly FreezeReason[];
    }
  | { readonly reason: "borrower-died"; readonly field: "on"; readonly value: EpochDay }
  | {
      readonly reason: "amount-not-positive";
      readonly field: "amountMinor";
      readonly value: number;
    }
  | {
      readonly reason: "amount-below-minimum";
      readonly field: "amountMinor";
      readonly value: number;
      readonly minMinor: Minor;
    }
  | {
      readonly reason: "amount-above-maximum";
      readonly field: "amountMinor";
      readonly value: number;
      readonly maxMinor: Minor;
    }
  | {
      readonly reason: "limit-exceeded";
      readonly field: "amountMinor";
      readonly value: number;
      readonly availableMinor: Minor;
    }
  | {
      readonly reason: "before-opening";
      readonly field: "on";
      readonly value: EpochDay;
      readonly openedOn: EpochDay;
    }
  | {
      readonly reason: "value-after-booking";
      readonly field: "on";
      readonly value: EpochDay;
      readonly bookedOn: EpochDay;
    }
  | {
      readonly reason: "not-offered";
      readonly field: string;
      readonly value: string;
      readonly offered: readonly string[];
    }
  | {
      readonly reason: "not-found";
      readonly field: "purchaseId" | "repaymentId" | "drawId" | "statementId" | "reason";
      readonly value: string;
    }
  | { readonly reason: "id-taken"; readonly field: string; readonly value: string }
  | { readonly reason: "already-returned"; readonly field: "repaymentId"; readonly value: string }
  | { readonly reason: "not-returned"; readonly field: "repaymentId"; readonly value: string }
  | {
      readonly reason: "cost-above-cap";
      readonly field: string;
      readonly value: number;
      readonly capPpmYear: number;
    }
  | { readonly reason: "not-charged-off"; readonly field: "status"; readonly value: string }
  | { readonly reason: "balance-not-zero"; readonly field: "status"; readonly value: Minor }
  | { readonly reason: "nothing-overdue"; readonly field: "dpd"; readonly value: number };

export type RefusalReason = Refusal["reason"];
