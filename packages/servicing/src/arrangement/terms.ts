import type { AccountFact, PlanTerms } from "@fairdue/credit";
import { type EpochDay, minor } from "@fairdue/kernel";

/** Amounts by component, minor units. */
export type ComponentSum = {
  readonly principalMinor: number;
  readonly interestMinor: number;
  readonly feeMinor: number;
  readonly penaltyMinor: number;
};

/**
 * What may be arranged with a person 还款安排. Rates are in the unit of the product; months count
 * from the day of acceptance.
 */
export type ArrangementTerms =
  /** Everything owed becomes one plan of equal instalments 个性化分期. */
  | { readonly kind: "instalment-plan"; readonly months: number; readonly rate: number }
  /** Due days move `months` later; interest runs on or rests. */
  | {
      readonly kind: "holiday";
      readonly months: number;
      readonly interest: "accrues" | "waived";
    }
  | { readonly kind: "rate-relief"; readonly rate: number }
  | { readonly kind: "charge-relief"; readonly waive: ComponentSum }
  | { readonly kind: "due-day"; readonly dueDay: number }
  /** Overdue amounts are spread over new instalments; dpd starts anew, history stays. */
  | { readonly kind: "re-age"; readonly months: number }
  /** A part is paid by a day, and the rest is given up 减免结清. */
  | {
      readonly kind: "settlement";
      readonly payMinor: number;
      readonly payBy: EpochDay;
      readonly waive: ComponentSum;
    };

export type ArrangementKind = ArrangementTerms["kind"];

const none: ComponentSum = { principalMinor: 0, interestMinor: 0, feeMinor: 0, penaltyMinor: 0 };

/** What an arrangement gives up of the debt at its acceptance or fulfilment. */
export function givenUp(terms: ArrangementTerms): ComponentSum {
  return terms.kind === "charge-relief" || terms.kind === "settlement" ? terms.waive : none;
}

export function sumOfComponents(it: ComponentSum): number {
  return it.principalMinor + it.interestMinor + it.feeMinor + it.penaltyMinor;
}

/**
 * What the engine is asked to book when the person accepts: nothing for a settlement, which is booked
 * when its amount has come in.
 */
export function factsAtAcceptance(
  terms: ArrangementTerms,
  it: { readonly arrangementId: string; readonly reason: string },
): readonly AccountFact[] {
  const { reason } = it;
  switch (terms.kind) {
    case "instalment-plan":
      return [
        {
          kind: "restructured",
          drawId: it.arrangementId,
          plan: equalInstalments(terms.months),
          rate: terms.rate,
          reason,
        },
      ];
    case "holiday":
      return [{ kind: "holiday-granted", months: terms.months, interest: terms.interest, reason }];
    case "rate-relief":
      return [{ kind: "rate-changed", rate: terms.rate }];
    case "charge-relief":
      return [waived(terms.waive, reason)];
    case "due-day":
      return [{ kind: "due-day-changed", dueDay: terms.dueDay }];
    case "re-age":
      return [{ kind: "re-aged", terms: terms.months, reason }];
    case "settlement":
      return [];
  }
}

/** What is booked when a settlement's amount is there: the rest is given up. */
export function waived(amounts: ComponentSum, reason: string): AccountFact {
  return {
    kind: "waived",
    reason,
    amounts: {
      principalMinor: minor(amounts.principalMinor),
      interestMinor: minor(amounts.interestMinor),
      feeMinor: minor(amounts.feeMinor),
      penaltyMinor: minor(amounts.penaltyMinor),
    },
  };
}

function equalInstalments(terms: number): PlanTerms {
  return { method: "equal-instalment", terms, feePpm: 0, principalMinor: [], firstDueOn: null };
}
