import type { EpochDay } from "@fairdue/kernel";
import type { RoleId } from "../access/roles.ts";
import type { LivingFloor } from "./worksheet.ts";

type Bilingual = { readonly zh: string; readonly en: string };

/** What a band offers, before the case fills in its amounts. */
export type OfferTemplate =
  /** The shortest of `months` that the person can pay; without a worksheet all of them. */
  | {
      readonly id: string;
      readonly kind: "instalment-plan";
      readonly months: readonly number[];
      /** Share of the contract's rate that is still charged. */
      readonly ratePpm: number;
    }
  | {
      readonly id: string;
      readonly kind: "holiday";
      readonly months: number;
      readonly interest: "accrues" | "waived";
    }
  | { readonly id: string; readonly kind: "rate-relief"; readonly ratePpm: number }
  | {
      readonly id: string;
      readonly kind: "charge-relief";
      readonly penaltyPpm: number;
      readonly feePpm: number;
    }
  | { readonly id: string; readonly kind: "due-day" }
  | { readonly id: string; readonly kind: "re-age"; readonly months: number }
  | {
      readonly id: string;
      readonly kind: "settlement";
      /** Shares given up: of penalty and fees, of interest, of principal. */
      readonly penaltyPpm: number;
      readonly interestPpm: number;
      readonly principalPpm: number;
      readonly payDays: number;
    };

export type OfferBand = {
  readonly id: string;
  readonly title: Bilingual;
  readonly dpdMin: number;
  readonly dpdMax: number;
  /** Only with hardship granted or open; or only without; or either. */
  readonly hardship: "with" | "without" | "either";
  readonly offers: readonly OfferTemplate[];
};

/** How much a role may give up by itself; above it a second person must agree. */
export type WaiverLimit = {
  readonly amountMinorMax: number;
  /** Share of everything owed. */
  readonly sharePpmMax: number;
  readonly includesPrincipal: boolean;
};

/** Who is offered what: declared, versioned, dated. The same for everybody in the same band. */
export type OfferPolicy = {
  readonly policyId: string;
  readonly version: number;
  readonly floor: LivingFloor;
  readonly bands: readonly OfferBand[];
  readonly waiverLimits: Readonly<Partial<Record<RoleId, WaiverLimit>>>;
  /** Above these nobody may go, not even two. */
  readonly waiverMost: WaiverLimit;
  /** Days for which an offer stands. */
  readonly offerDays: number;
  /** Days past due after which an arrangement that runs is broken. */
  readonly graceDays: number;
  /** Broken arrangements within a year after which nothing more is offered without a second person. */
  readonly brokenMax: number;
};

/** Faults of a declaration, each with its place; none when it may be used. */
export function policyFaults(it: OfferPolicy): readonly string[] {
  const faults: string[] = [];
  const ids = it.bands.map((band) => band.id);
  if (new Set(ids).size < ids.length) faults.push("bands: an id twice");
  for (const band of it.bands) {
    if (band.dpdMin > band.dpdMax) faults.push(`bands.${band.id}: dpdMin above dpdMax`);
    const own = band.offers.map((one) => one.id);
    if (new Set(own).size < own.length) faults.push(`bands.${band.id}.offers: an id twice`);
    for (const other of it.bands)
      if (other.id < band.id && overlap(band, other))
        faults.push(`bands.${other.id} and bands.${band.id}: a case would be in both`);
  }
  return faults;
}

function overlap(a: OfferBand, b: OfferBand): boolean {
  const meets = a.dpdMin <= b.dpdMax && b.dpdMin <= a.dpdMax;
  return meets && (a.hardship === b.hardship || a.hardship === "either" || b.hardship === "either");
}

/** The one band of a case; undefined where the policy foresees nothing. */
export function offerBandOf(
  policy: OfferPolicy,
  it: { readonly dpd: number; readonly hasHardship: boolean },
): OfferBand | undefined {
  const wanted = it.hasHardship ? "with" : "without";
  return policy.bands.find(
    (band) =>
      it.dpd >= band.dpdMin &&
      it.dpd <= band.dpdMax &&
      (band.hardship === "either" || band.hardship === wanted),
  );
}

export type WaiverAsked = {
  readonly givenUpMinor: number;
  readonly principalMinor: number;
  readonly owedMinor: number;
};

export type WaiverRuling =
  | { readonly kind: "alone" }
  | {
      readonly kind: "second-person";
      readonly because: "amount" | "share" | "principal" | "no-limit";
    }
  | { readonly kind: "never"; readonly because: "amount" | "share" | "principal" };

/** May somebody with these roles give this up alone, only with a second person, or not at all? */
export function decideWaiver(
  policy: Pick<OfferPolicy, "waiverLimits" | "waiverMost">,
  it: WaiverAsked,
  roles: readonly RoleId[],
): WaiverRuling {
  if (it.givenUpMinor === 0) return { kind: "alone" };
  const never = exceeds(it, policy.waiverMost);
  if (never !== undefined) return { kind: "never", because: never };
  const limits = roles.flatMap((role) => policy.waiverLimits[role] ?? []);
  const [first] = limits;
  if (first === undefined) return { kind: "second-person", because: "no-limit" };
  if (limits.some((limit) => exceeds(it, limit) === undefined)) return { kind: "alone" };
  return { kind: "second-person", because: exceeds(it, first) ?? "amount" };
}

function exceeds(
  it: WaiverAsked,
  limit: WaiverLimit,
): "amount" | "share" | "principal" | undefined {
  if (it.principalMinor > 0 && !limit.includesPrincipal) return "principal";
  if (it.givenUpMinor > limit.amountMinorMax) return "amount";
  return it.givenUpMinor * 1_000_000 > it.owedMinor * limit.sharePpmMax ? "share" : undefined;
}

const everyBand = { dpdMin: 0, dpdMax: 99_999 };

/** The house's own policy, in force until a book declares another. */
export const housePolicy: OfferPolicy = {
  policyId: "house",
  version: 1,
  floor: { firstPersonMinor: 180_000, furtherPersonMinor: 100_000, sharePpm: 800_000 },
  bands: [
    {
      id: "hardship",
      title: { zh: "困难帮扶", en: "Hardship" },
      ...everyBand,
      hardship: "with",
      offers: [
        {
          id: "long-plan",
          kind: "instalment-plan",
          months: [12, 24, 36, 48, 60],
          ratePpm: 500_000,
        },
        { id: "rest", kind: "holiday", months: 3, interest: "waived" },
        { id: "charges", kind: "charge-relief", penaltyPpm: 1_000_000, feePpm: 1_000_000 },
        { id: "day", kind: "due-day" },
      ],
    },
    {
      id: "early",
      title: { zh: "逾期30天内", en: "Up to 30 days past due" },
      dpdMin: 0,
      dpdMax: 30,
      hardship: "without",
      offers: [
        { id: "day", kind: "due-day" },
        { id: "rest", kind: "holiday", months: 1, interest: "accrues" },
        { id: "short-plan", kind: "instalment-plan", months: [6, 12], ratePpm: 1_000_000 },
      ],
    },
    {
      id: "middle",
      title: { zh: "逾期31至90天", en: "31 to 90 days past due" },
      dpdMin: 31,
      dpdMax: 90,
      hardship: "without",
      offers: [
        { id: "plan", kind: "instalment-plan", months: [6, 12, 24, 36], ratePpm: 1_000_000 },
        { id: "re-age", kind: "re-age", months: 6 },
        { id: "charges", kind: "charge-relief", penaltyPpm: 500_000, feePpm: 500_000 },
      ],
    },
    {
      id: "late",
      title: { zh: "逾期90天以上", en: "More than 90 days past due" },
      dpdMin: 91,
      dpdMax: 99_999,
      hardship: "without",
      offers: [
        { id: "plan", kind: "instalment-plan", months: [12, 24, 36, 48, 60], ratePpm: 800_000 },
        {
          id: "settle",
          kind: "settlement",
          penaltyPpm: 1_000_000,
          interestPpm: 500_000,
          principalPpm: 0,
          payDays: 30,
        },
      ],
    },
  ],
  waiverLimits: {
    collector: { amountMinorMax: 20_000, sharePpmMax: 50_000, includesPrincipal: false },
    "team-lead": { amountMinorMax: 100_000, sharePpmMax: 200_000, includesPrincipal: false },
    "complaints-officer": {
      amountMinorMax: 50_000,
      sharePpmMax: 200_000,
      includesPrincipal: false,
    },
    "finance-officer": { amountMinorMax: 500_000, sharePpmMax: 500_000, includesPrincipal: true },
  },
  waiverMost: { amountMinorMax: 50_000_000, sharePpmMax: 900_000, includesPrincipal: true },
  offerDays: 14,
  graceDays: 10,
  brokenMax: 2,
};

/** A policy with the day from which it is in force. */
export type DatedPolicy = { readonly from: EpochDay; readonly policy: OfferPolicy };
