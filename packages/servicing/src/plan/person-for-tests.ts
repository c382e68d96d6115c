import type { CaseFeatures } from "../strategy/features.ts";
import type { PersonOnDay } from "./offer.ts";

/** Somebody plain, with what a test is about changed: for tests and benchmarks. */
export function personOnDay(
  it: Partial<CaseFeatures> & { readonly borrowerId?: string },
): PersonOnDay {
  const { borrowerId = "brw_1", ...given } = it;
  const dpd = given.dpd ?? 12;
  return {
    borrowerId,
    caseId: borrowerId.replace("brw", "cas"),
    accountIds: [borrowerId.replace("brw", "acc")],
    ownerId: null,
    agencyId: null,
    lastByChannel: {},
    features: {
      dpd,
      overdueMinor: 120_000,
      owedMinor: 500_000,
      bucket: Math.min(7, Math.ceil(dpd / 30)),
      debts: 1,
      isChargedOff: false,
      isEarlyWarning: false,
      caseAgeDays: dpd,
      casesBefore: 0,
      curesBefore: 0,
      selfCures: 0,
      selfCureDpdMax: 0,
      promisesKept: 0,
      promisesBroken: 0,
      daysSinceBrokenPromise: null,
      hasOpenPromise: false,
      contacts7: 0,
      contacts30: 0,
      rightParty30: 0,
      daysSinceContact: null,
      isHeld: false,
      isHardship: false,
      isDisputed: false,
      monthsOnBook: 12,
      region: "unknown",
      ...given,
    },
  };
}
