import {
  type Act,
  type ActKind,
  countedIn,
  decide,
  type Decision,
  evaluate,
  type Fact,
  type Finding,
  type Happening,
  leftOutOf,
  type Pack,
  type Question,
  type Value,
  valueOf,
} from "@fairdue/conduct";
import { parseZone, type Zone } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import type { ContactChannel, RecipientRole } from "./act.ts";
import type { ContactQuestion, ContactRules, GateOutcome, Ruling } from "./decide.ts";
import type { ContactOutcome, PastContact, StatedFact } from "./history.ts";
import { wishFacts } from "./wishes.ts";

/** Puts the question of the gate to the rule packs that the book has chosen. */
export function rulesOfPacks(known: Readonly<Record<string, Pack>>): ContactRules {
  const chosen = (it: ContactQuestion): readonly Pack[] | undefined => {
    const packs = it.packs.map((id) => (Object.hasOwn(known, id) ? known[id] : undefined));
    return packs.length > 0 && packs.every((one) => one !== undefined) ? packs : undefined;
  };
  const rules = (it: ContactQuestion): Ruling => {
    const packs = chosen(it);
    return packs === undefined ? noPack : rulingOf(evaluate(packs, questionOf(it), it.at), packs);
  };
  const outcomeOf = (it: ContactQuestion): GateOutcome => {
    const packs = chosen(it);
    return packs === undefined ? "deny" : decide(packs, questionOf(it), it.at);
  };
  return Object.assign(rules, { outcomeOf });
}

const noPack: Ruling = {
  outcome: "deny",
  earliestAt: null,
  rules: ["house/no-pack@1"],
  says: {
    en: "The book has chosen no rule pack that is loaded: nothing is permitted.",
    zh: "账簿未选择已加载的规则包，任何联系均不予许可。",
  },
  trace: [],
};

const kindOf: Readonly<Record<ContactChannel, ActKind>> = {
  call: "call",
  sms: "sms",
  email: "email",
  push: "app-push",
  inbox: "in-app-message",
  letter: "letter",
  visit: "visit",
  message: "social-message",
};

const roleWord: Readonly<Record<RecipientRole, string>> = {
  borrower: "borrower",
  "co-obligor": "co_obligor",
  representative: "representative",
  "third-party": "third_party",
};

// What is unknown is left out: then it counts as the most that it can have been.
const outcomeWord: Readonly<Record<ContactOutcome, string | undefined>> = {
  unknown: undefined,
  delivered: "delivered",
  "not-delivered": "out-of-service",
  unanswered: "ring-out",
  voicemail: "voicemail",
  conversation: "conversation",
  "wrong-person": "connected",
  refused: "conversation",
};

function questionOf(it: ContactQuestion): Question {
  const { facts, contacts, happenings } = it;
  const history = [
    ...happenings.map(({ at, kind, fields }): Happening => ({ at, kind, fields })),
    ...contacts.map(happeningOf),
  ];
  return {
    act: actOf(it),
    facts: factsOf(it),
    history: history.sort((a, b) => a.at - b.at),
    zones: zonesOf(facts),
  };
}

function actOf({ act }: ContactQuestion): Act {
  const { accountIds, channel, purpose, recipient, actor, place, content } = act;
  const fields: Record<string, Value> = {
    ...act.details,
    debts: accountIds,
    purpose,
    recipient: roleWord[recipient.role],
    contactPoint: recipient.contactPoint,
    actor: actor.agencyId === null ? "lender" : "agency",
    isAutomated: actor.isAutomated,
  };
  if (actor.agencyId !== null) fields["agency"] = actor.agencyId;
  if (actor.collectorId !== null) fields["collector"] = actor.collectorId;
  if (place !== null) fields["place"] = place;
  if (content.kind === "template") {
    // An approved template was inspected without objection, and its frame holds all of these.
    fields["categories"] = [];
    fields["elements"] = ["identity", "purpose", "complaint", "verify-code", "opt-out"];
  }
  return { kind: kindOf[channel], fields };
}

function happeningOf(it: PastContact): Happening {
  const outcome = outcomeWord[it.outcome];
  return {
    at: it.at,
    kind: kindOf[it.channel],
    fields: {
      direction: it.direction === "in" ? "inbound" : "outbound",
      debts: it.accountIds,
      purpose: it.purpose,
      recipient: roleWord[it.role],
      contactPoint: it.contactPoint,
      ...(it.agencyId !== null && { agency: it.agencyId }),
      ...(outcome !== undefined && { outcome }),
    },
  };
}

function factsOf({ act, facts, happenings }: ContactQuestion): Question["facts"] {
  const all: Record<string, Fact> = {};
  for (const { name, value, source, knownAt } of facts)
    if (isValue(value)) all[name] = { value, source, observedAt: knownAt };
  const dispute = happenings.find(({ kind, fields }) => {
    const debts = fields["debts"];
    const isAbout = !Array.isArray(debts) || act.accountIds.some((one) => debts.includes(one));
    return kind === "dispute" && fields["withdrawnAt"] === undefined && isAbout;
  });
  if (dispute !== undefined) all["debt.isDisputed"] = told(dispute.at);
  const representative = facts.find((it) => it.name === wishFacts.representative);
  if (representative !== undefined) all["person.isRepresented"] = told(representative.knownAt);
  return all;
}

function told(observedAt: number): Fact {
  return { value: true, source: "borrower", observedAt };
}

function isValue(value: Plain): value is Value & Plain {
  const isScalar = (it: unknown): boolean => ["string", "number", "boolean"].includes(typeof it);
  return isScalar(value) || (Array.isArray(value) && value.every(isScalar));
}

/** Every zone that the person may be in; undefined when nobody knows. */
function zonesOf(facts: readonly StatedFact[]): readonly Zone[] | undefined {
  const given = facts.find((it) => it.name === "person.zones")?.value;
  const one = facts.find((it) => it.name === wishFacts.zone)?.value;
  const names = Array.isArray(given) ? given : one === undefined ? [] : [one];
  const zones = names.map((it) => (typeof it === "string" ? parseZone(it) : undefined));
  const known = zones.filter((it) => it !== undefined);
  return known.length > 0 && known.length === zones.length ? known : undefined;
}

function rulingOf(decision: Decision, packs: readonly Pack[]): Ruling {
  const { outcome, earliestAt, because, findings, question } = decision;
  const deciding = outcome === "allow" ? findings.filter((it) => it.result === "passed") : because;
  return {
    outcome,
    earliestAt,
    rules: deciding.map(ruleName),
    says: outcome === "allow" ? permitted(packs) : reasons(because),
    trace: findings.filter(isTelling).map((it) => traceOf(it, question)),
  };
}

/** `cn/contact-hours@1`. */
function ruleName({ rule, pack }: Finding): string {
  const own = rule.id.startsWith(`${pack.id}.`) ? rule.id.slice(pack.id.length + 1) : rule.id;
  return `${pack.id}/${own}@${rule.version}`;
}

function permitted(packs: readonly Pack[]): Ruling["says"] {
  const names = packs.map((it) => `${it.id} ${it.version}`).join(", ");
  return { en: `Permitted by ${names}.`, zh: `依据 ${names} 许可。` };
}

function reasons(because: readonly Finding[]): Ruling["says"] {
  const join = (language: "en" | "zh"): string =>
    because.map(({ rule }) => `${rule.title[language]}: ${rule.remedy[language]}`).join(" ");
  return { en: join("en"), zh: join("zh") };
}

function isTelling(it: Finding): boolean {
  return it.result !== "not-applicable" && it.result !== "not-in-force";
}

/** What is kept of a finding: enough to see which facts and counts led to it. */
function traceOf(it: Finding, question: Question): Plain {
  const facts = it.factNames.flatMap((name) => {
    const value = valueOf(name, question);
    const inner = typeof value === "object" && "value" in value ? value.value : value;
    return inner === undefined ? [] : [[name, plain(inner)] as const];
  });
  const counts = it.tallies.map((tally) => ({
    counted: countedIn(tally).length,
    leftOut: leftOutOf(tally).length,
    ...(tally.max !== undefined && { max: plain(tally.max) }),
  }));
  return {
    rule: ruleName(it),
    result: it.result,
    effect: it.effect,
    ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    ...(counts.length > 0 && { counts }),
  };
}

function plain(value: unknown): Plain {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : String(value);
  return Array.isArray(value) ? value.map(plain) : String(value);
}
