import type { EpochDay } from "@fairdue/kernel";
import type { Decimal } from "./decimal.ts";
import type { ReAge } from "./restructure.ts";
import type { MoneyInKind } from "./terms.ts";

type Base = {
  readonly id: string;
  /** The day for which it counts. */
  readonly on: EpochDay;
  /** The day on which it was booked; orders events of one day. */
  readonly bookedOn: EpochDay;
};

export type MoneyInEvent = Base & {
  readonly type: MoneyInKind;
  /** `null` for an interest refund whose amount the engine finds. */
  readonly amount: bigint | null;
};

export type ChargeEvent = Base & {
  readonly type: "charge";
  readonly kind: "fee" | "penalty";
  readonly timing: "due-date" | "instalment" | "disbursement";
  readonly due: EpochDay | null;
  readonly amount: bigint | null;
  readonly percent: Decimal | null;
  readonly of: "principal" | "interest" | "principal-and-interest";
};

type AmountEvent<Type extends string> = Base & { readonly type: Type; readonly amount: bigint };

export type ReferringEvent = Base & {
  readonly type: "chargeback" | "charge-waiver" | "charge-payment";
  readonly of: string | null;
  readonly amount: bigint;
};

export type LoanEvent =
  | AmountEvent<"disbursement" | "capitalised-income" | "credit-balance-refund" | "refund">
  | MoneyInEvent
  | ChargeEvent
  | ReferringEvent
  | (Base & { readonly type: "interest-pause"; readonly through: EpochDay })
  | (Base & { readonly type: "rate-change"; readonly percent: Decimal })
  | (Base & { readonly type: "due-day-change"; readonly to: EpochDay })
  | (Base & { readonly type: "extra-instalments"; readonly count: number })
  | (Base & { readonly type: "re-age"; readonly terms: ReAge })
  | (Base & { readonly type: "re-amortisation"; readonly interest: "default" | "equal" })
  | (Base & { readonly type: "charge-off" | "write-off" | "contract-termination" });

const moneyIn: ReadonlySet<string> = new Set<MoneyInKind>([
  "repayment",
  "down-payment",
  "merchant-refund",
  "payout-refund",
  "goodwill-credit",
  "charge-refund",
  "charge-adjustment",
  "interest-payment-waiver",
  "interest-refund",
  "capitalised-income-adjustment",
  "recovery-repayment",
  "interest-waiver",
]);

export function isMoneyIn(event: LoanEvent): event is MoneyInEvent {
  return moneyIn.has(event.type);
}

const variations: ReadonlySet<string> = new Set([
  "interest-pause",
  "rate-change",
  "due-day-change",
  "extra-instalments",
]);

/**
 * The order in which events count: by their day; of one day by booking day, changed terms first;
 * then as they are listed. A charge counts from its booking, one that was due earlier from its due day.
 */
export function inOrder(events: readonly LoanEvent[]): LoanEvent[] {
  const keyed = events.map((event, index) => ({ event, index, on: countsOn(event) }));
  keyed.sort((a, b) => {
    const byDay = a.on - b.on;
    if (byDay !== 0) return byDay;
    const byFee = perInstalmentLast(a.event, b.event);
    if (byFee !== 0) return byFee;
    return (
      bookedOn(a.event) - bookedOn(b.event) ||
      Number(isVariation(b.event)) - Number(isVariation(a.event)) ||
      a.index - b.index
    );
  });
  return keyed.map((it) => it.event);
}

function countsOn(event: LoanEvent): EpochDay {
  if (event.type !== "charge") return event.on;
  return event.due !== null && event.due < event.bookedOn ? event.due : event.bookedOn;
}

function bookedOn(event: LoanEvent): EpochDay {
  return isVariation(event) ? event.on : event.bookedOn;
}

function isVariation(event: LoanEvent): boolean {
  return variations.has(event.type);
}

function perInstalmentLast(a: LoanEvent, b: LoanEvent): number {
  const isFee = (it: LoanEvent): boolean => it.type === "charge" && it.timing === "instalment";
  if (a.type === "disbursement" && isFee(b)) return -1;
  return isFee(a) && b.type === "disbursement" ? 1 : 0;
}
