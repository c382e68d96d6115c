import type { PayoffQuote, Refusal } from "@fairdue/credit";
import { addDays, type EpochDay, type Outcome } from "@fairdue/kernel";
import { offerBandOf, type OfferBand, type OfferPolicy, type OfferTemplate } from "./policy.ts";
import type { ArrangementQuote } from "./quote.ts";
import type { ArrangementTerms, ComponentSum } from "./terms.ts";

/** What a policy looks at. Nothing else may make an offer differ: like cases get like offers. */
export type OfferCase = {
  readonly on: EpochDay;
  readonly dpd: number;
  readonly hasHardship: boolean;
  readonly owed: PayoffQuote;
  /** The contract's rate, in its unit. */
  readonly rate: number;
  /** What the worksheet leaves to pay each month; null without one. */
  readonly payableMinor: number | null;
  readonly dueDay: number;
  readonly dueDaysOffered: readonly number[];
};

export type ArrangementOffer = {
  readonly templateId: string;
  readonly terms: ArrangementTerms;
  readonly quote: ArrangementQuote;
  /** Whether the largest payment is within what the worksheet leaves; null without a worksheet. */
  readonly isAffordable: boolean | null;
};

export type Offers = {
  readonly band: OfferBand | null;
  /** Policy, version, band and means: cases with the same words get the same offers. */
  readonly likeness: string;
  readonly offers: readonly ArrangementOffer[];
};

type QuoteOf = (terms: ArrangementTerms) => Outcome<ArrangementQuote, Refusal>;

/** The offers of a case by the policy, each with its full cost; what the engine refuses is left out. */
export function offersFor(policy: OfferPolicy, it: OfferCase, quoteOf: QuoteOf): Offers {
  const band = offerBandOf(policy, it);
  const likeness = likenessOf(policy, band, it);
  if (band === undefined) return { band: null, likeness, offers: [] };
  const offers = band.offers.flatMap((template) => {
    const made = termsOf(template, it).flatMap((terms) => {
      const quote = quoteOf(terms);
      if (!quote.ok) return [];
      const isAffordable =
        it.payableMinor === null ? null : quote.value.instalmentMinor <= it.payableMinor;
      return [{ templateId: template.id, terms, quote: quote.value, isAffordable }];
    });
    return template.kind === "instalment-plan" ? shortest(made) : made;
  });
  return { band, likeness, offers };
}

/** Of the plans the shortest that can be paid; all, where nothing is known or none can be. */
function shortest(plans: readonly ArrangementOffer[]): readonly ArrangementOffer[] {
  const payable = plans.find((plan) => plan.isAffordable === true);
  if (payable) return [payable];
  return plans.some((plan) => plan.isAffordable === null) ? plans : plans.slice(-1);
}

/** Means in steps of 500 major units: what the comparison of like cases groups by. */
const meansStepMinor = 50_000;

function likenessOf(policy: OfferPolicy, band: OfferBand | undefined, it: OfferCase): string {
  const means =
    it.payableMinor === null ? "unknown" : String(Math.floor(it.payableMinor / meansStepMinor));
  return `${policy.policyId}@${policy.version}/${band?.id ?? "none"}/means-${means}`;
}

function termsOf(template: OfferTemplate, it: OfferCase): readonly ArrangementTerms[] {
  switch (template.kind) {
    case "instalment-plan":
      return template.months.map((months) => ({
        kind: "instalment-plan",
        months,
        rate: shareOf(it.rate, template.ratePpm),
      }));
    case "holiday":
      return [{ kind: "holiday", months: template.months, interest: template.interest }];
    case "rate-relief":
      return [{ kind: "rate-relief", rate: shareOf(it.rate, template.ratePpm) }];
    case "charge-relief":
      return chargeRelief(it.owed, template);
    case "due-day":
      return it.dueDaysOffered
        .filter((day) => day !== it.dueDay)
        .map((dueDay) => ({ kind: "due-day", dueDay }));
    case "re-age":
      return [{ kind: "re-age", months: template.months }];
    case "settlement":
      return settlement(it, template);
  }
}

function chargeRelief(
  owed: PayoffQuote,
  template: Extract<OfferTemplate, { kind: "charge-relief" }>,
): readonly ArrangementTerms[] {
  const waive = {
    principalMinor: 0,
    interestMinor: 0,
    feeMinor: shareOf(owed.feeMinor, template.feePpm),
    penaltyMinor: shareOf(owed.penaltyMinor, template.penaltyPpm),
  };
  return waive.feeMinor + waive.penaltyMinor > 0 ? [{ kind: "charge-relief", waive }] : [];
}

function settlement(
  { owed, on }: OfferCase,
  template: Extract<OfferTemplate, { kind: "settlement" }>,
): readonly ArrangementTerms[] {
  const waive: ComponentSum = {
    principalMinor: shareOf(owed.principalMinor, template.principalPpm),
    interestMinor: shareOf(owed.interestMinor, template.interestPpm),
    feeMinor: shareOf(owed.feeMinor, template.penaltyPpm),
    penaltyMinor: shareOf(owed.penaltyMinor, template.penaltyPpm),
  };
  const sum = waive.principalMinor + waive.interestMinor + waive.feeMinor + waive.penaltyMinor;
  const payMinor = owed.totalMinor - sum;
  return sum > 0 && payMinor > 0
    ? [{ kind: "settlement", payMinor, payBy: addDays(on, template.payDays), waive }]
    : [];
}

const shareOf = (whole: number, ppm: number): number => Math.floor((whole * ppm) / 1_000_000);
