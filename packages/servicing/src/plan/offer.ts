import { intendedAct, type Lawful, lawfulWithin } from "../case/may.ts";
import type { ContactRules, Ruling } from "../gate/decide.ts";
import type { ContactKnowledge } from "../gate/history.ts";
import { type Assigned, assign } from "../strategy/assign.ts";
import type { CaseFeatures, LastByChannel } from "../strategy/features.ts";
import type { StageTreatment, Strategy, Treatment } from "../strategy/strategy.ts";
import { type Effect, upliftOf, type Outcomes } from "./effect.ts";

/** A person with an open case on the morning of a day. */
export type PersonOnDay = {
  readonly borrowerId: string;
  readonly caseId: string;
  readonly accountIds: readonly string[];
  readonly ownerId: string | null;
  readonly agencyId: string | null;
  readonly features: CaseFeatures;
  readonly lastByChannel: LastByChannel;
};

/** One treatment that would be lawful today, with what it is expected to bring. */
export type Option = {
  readonly treatment: Treatment;
  readonly effect: Effect;
  /** Expected extra recovery within the horizon, minor units; may be below zero. */
  readonly recoveryMinor: number;
  /** First lawful instant within the working hours. */
  readonly notBefore: number;
};

export type Offer = {
  readonly person: PersonOnDay;
  readonly assigned: Assigned;
  readonly options: readonly Option[];
  /** Where no option is left: too soon after the last attempt, or the rule that stands in the way. */
  readonly barred:
    | { readonly kind: "cooling" }
    | { readonly kind: "rule"; readonly ruling: Ruling }
    | null;
};

export type OfferRules = {
  readonly rules: ContactRules;
  /** Working hours of the day, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
};

/** The treatments to choose from for one person: those of the stage that the gate would permit. */
export function offer(
  strategy: Strategy,
  outcomes: Outcomes,
  it: {
    readonly person: PersonOnDay;
    readonly known: ContactKnowledge | undefined;
    readonly gate: OfferRules;
  },
): Offer {
  const { person, known, gate } = it;
  const assigned = assign(strategy, person);
  if (assigned.kind !== "staged") return { person, assigned, options: [], barred: null };
  const options: Option[] = [];
  let barred: Offer["barred"] = null;
  // Two treatments of one channel and purpose ask the gate the same question.
  const asked = new Map<string, Lawful>();
  for (const staged of assigned.stage.treatments) {
    const treatment = treatmentOf(strategy, staged);
    const since = person.lastByChannel[treatment.channel];
    if (since !== undefined && since < treatment.everyDays) {
      barred ??= { kind: "cooling" };
      continue;
    }
    const key = `${treatment.channel} ${treatment.purpose}`;
    const lawful = asked.get(key) ?? ask(person, known, { treatment, gate });
    asked.set(key, lawful);
    if (lawful.kind === "no") {
      barred = { kind: "rule", ruling: lawful.ruling };
      continue;
    }
    const of = { segmentId: assigned.segment.id, treatmentId: treatment.id };
    const effect = upliftOf(outcomes, of, staged.prior ?? treatment.prior);
    const recoveryMinor = Math.round((person.features.overdueMinor * effect.liftPpm) / 1e6);
    options.push({ treatment, effect, recoveryMinor, notBefore: lawful.notBefore });
  }
  return { person, assigned, options, barred: options.length > 0 ? null : barred };
}

function treatmentOf(strategy: Strategy, staged: StageTreatment): Treatment {
  return strategy.treatments.find((one) => one.id === staged.id)!;
}

const notKnown: Lawful = {
  kind: "no",
  ruling: {
    outcome: "deny",
    earliestAt: null,
    rules: ["house/contacts-not-open@1"],
    says: { en: "No contact state is kept of this person.", zh: "尚未为该借款人建立联系记录。" },
    trace: [],
  },
};

function ask(
  person: PersonOnDay,
  known: ContactKnowledge | undefined,
  { treatment, gate }: { readonly treatment: Treatment; readonly gate: OfferRules },
): Lawful {
  if (known === undefined) return notKnown;
  const act = intendedAct({
    borrowerId: person.borrowerId,
    accountIds: person.accountIds,
    channel: treatment.channel,
    purpose: treatment.purpose,
    agencyId: person.agencyId,
    collectorId: person.ownerId ?? "unassigned",
  });
  return lawfulWithin(known, act, gate);
}
