import { parseActKind } from "../rule/act.ts";

/**
 * Other words that a scenario may use for the same thing. Every table is published in
 * docs/cli/conduct.md; a word that stands in none is taken as it is.
 */

/** Names of fields of a scenario, of an act or of an event. */
const fieldAliases: Readonly<Record<string, string>> = {
  debt: "debts",
  debtId: "debts",
  debtIds: "debts",
  account: "debts",
  accounts: "debts",
  accountId: "debts",
  result: "outcome",
  collectorId: "collector",
  agencyId: "agency",
  phoneNumber: "contactPoint",
  topic: "about",
  withdrawn: "withdrawnAt",
  revokedAt: "withdrawnAt",
  expiresAt: "until",
};

/** Names under which a scenario may tell the instant. */
export const instantNames: readonly string[] = ["at", "time", "date", "timestamp"];

/** Names under which an act or an event may tell its kind. */
export const kindNames: readonly string[] = ["kind", "type", "channel", "medium"];

const outcomes: Readonly<Record<string, string>> = {
  talked: "conversation",
  spoke: "conversation",
  "spoke-with-consumer": "conversation",
  "telephone-conversation": "conversation",
  "no-answer": "ring-out",
  "not-answered": "ring-out",
  unanswered: "ring-out",
  "rang-out": "ring-out",
  rang: "ring-out",
  "busy-signal": "busy",
  engaged: "busy",
  "not-in-service": "out-of-service",
  disconnected: "out-of-service",
  "number-not-in-service": "out-of-service",
  "voice-mail": "voicemail",
  "left-voicemail": "voicemail",
  "left-message": "voicemail",
  prerecorded: "recorded-message",
  "prerecorded-message": "recorded-message",
  dropped: "answered-dropped",
  "call-dropped": "answered-dropped",
  "hung-up": "answered-dropped",
  "answered-hung-up": "answered-dropped",
};

const recipients: Readonly<Record<string, string>> = {
  consumer: "borrower",
  customer: "borrower",
  debtor: "borrower",
  "joint-borrower": "co-borrower",
  "co-obligor": "co-borrower",
  partner: "spouse",
  attorney: "lawyer",
  "consumer-attorney": "lawyer",
  solicitor: "lawyer",
  cra: "credit-bureau",
  "consumer-reporting-agency": "credit-bureau",
  "successor-in-interest": "successor",
  administrator: "executor",
  "personal-representative": "executor",
  neighbour: "third-party",
  neighbor: "third-party",
  colleague: "third-party",
  "co-worker": "third-party",
  coworker: "third-party",
  roommate: "third-party",
  child: "relative",
  parents: "parent",
  family: "relative",
  "family-member": "relative",
};

const actors: Readonly<Record<string, string>> = {
  "collection-agency": "debt-collector",
  collector: "debt-collector",
  "third-party-collector": "debt-collector",
  "first-party": "creditor",
  "original-creditor": "creditor",
  bank: "creditor",
};

const directions: Readonly<Record<string, string>> = {
  incoming: "inbound",
  outgoing: "outbound",
  "from-consumer": "inbound",
  "from-borrower": "inbound",
  "to-consumer": "outbound",
};

const abouts: Readonly<Record<string, string>> = {
  "cease-communication": "cease",
  "cease-and-desist": "cease",
  "stop-contact": "cease",
  "no-contact": "cease",
  "refuses-to-pay": "refuse-to-pay",
  "refusal-to-pay": "refuse-to-pay",
  callback: "call-back",
  "calls-in-excess": "additional-calls",
  "extra-calls": "additional-calls",
  "more-calls": "additional-calls",
  unsubscribe: "opt-out",
  stop: "opt-out",
  validation: "validation-notice",
  "validation-information": "validation-notice",
  workplace: "work",
  employer: "work",
};

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: outcomes,
  recipient: recipients,
  actor: actors,
  direction: directions,
  about: abouts,
};

const records: Readonly<Record<string, string>> = {
  undeliverable: "returned",
  "returned-mail": "returned",
  bounced: "returned",
  "written-dispute": "dispute",
  revocation: "refusal",
  "hardship-notice": "hardship-request",
  cease: "request",
  "cease-request": "request",
  "cease-and-desist": "request",
  "opt-out": "request",
  "refusal-to-pay": "refusal",
  "validation-notice": "notice",
  "default-notice": "notice",
  "arrears-notice": "notice",
  "breathing-space": "notice",
  verification: "notice",
};

/** The house's word for what happened and is no act. */
export function recordKindOf(word: string): string {
  return Object.hasOwn(records, word) ? (records[word] ?? word) : word;
}

/** What a kind of act says beside its kind. */
const impliedFields: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  withdrawal: { purpose: "withdrawal", isWithdrawal: true },
  "late-fee": { charge: "late-fee" },
  "limit-increase": { direction: "up" },
  "limit-decrease": { direction: "down" },
  "adverse-action": { isAdverse: true },
  conversation: { outcome: "conversation" },
  cease: { about: "cease" },
  "cease-request": { about: "cease" },
  "cease-and-desist": { about: "cease" },
  "opt-out": { about: "opt-out" },
  "refusal-to-pay": { about: "refuse-to-pay" },
  "validation-notice": { about: "validation-notice" },
  "default-notice": { about: "default" },
  "arrears-notice": { about: "arrears" },
  "breathing-space": { about: "breathing-space" },
  verification: { about: "verification" },
};

/** Requests that name the medium in one word. */
const impliedRequests: Readonly<Record<string, string>> = {
  "stop-calling": "call",
  "no-calls": "call",
  "do-not-call": "call",
  "stop-texting": "sms",
  "no-texts": "sms",
  "stop-emailing": "email",
  "no-emails": "email",
  "no-visits": "visit",
};

/** Plain names of facts that scenarios often tell. */
const facts: Readonly<Record<string, string>> = {
  representedByAttorney: "person.isRepresented",
  attorneyRepresented: "person.isRepresented",
  hasAttorney: "person.isRepresented",
  isRepresented: "person.isRepresented",
  inBankruptcy: "person.isBankrupt",
  isBankrupt: "person.isBankrupt",
  isDeceased: "person.isDeceased",
  isMinor: "person.isMinor",
  isVulnerable: "person.isVulnerable",
  state: "person.state",
  onActiveDuty: "person.isOnActiveDuty",
  coveredBorrower: "person.isCoveredBorrower",
  timeBarred: "debt.isTimeBarred",
  isTimeBarred: "debt.isTimeBarred",
  disputed: "debt.isDisputed",
  isDisputed: "debt.isDisputed",
  isPaid: "debt.isPaid",
  employerProhibits: "employer.prohibitsContact",
  inconvenientHours: "person.inconvenientHours",
  convenientHours: "person.convenientHours",
};

/** Facts on the person may be told under other names of the same person. */
const persons = /^(consumer|borrower|debtor|customer)\./;

/** The house's name of a fact. */
export function factName(name: string): string {
  if (Object.hasOwn(facts, name)) return facts[name] ?? name;
  return name.replace(persons, "person.");
}

/** Fields that the word for the kind implies: `late-fee` is a fee with a name. */
export function fieldsOfKind(word: string): Readonly<Record<string, string | boolean>> {
  return Object.hasOwn(impliedFields, word) ? (impliedFields[word] ?? {}) : {};
}

/** `stop-calling` is an opt-out from calls; undefined for what is no such request. */
export function mediumOfRequest(about: string): string | undefined {
  return Object.hasOwn(impliedRequests, about) ? impliedRequests[about] : undefined;
}

/** The house's name of a field. */
export function fieldName(name: string): string {
  return Object.hasOwn(fieldAliases, name) ? (fieldAliases[name] ?? name) : name;
}

/** The house's word for the value of a field: `no_answer` and `no-answer` are `ring-out`. */
export function fieldWord(name: string, value: string): string {
  if (name === "channel") return parseActKind(dashed(value)) ?? dashed(value);
  const table = words[name];
  if (table === undefined) return value;
  const plain = dashed(value);
  if (Object.hasOwn(table, plain)) return table[plain] ?? plain;
  return plain;
}

/** `Text_Message` and `text message` are `text-message`. */
export function dashed(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
}

/** All other words that stand in the tables. */
export function aliasWords(): readonly string[] {
  const tables = [fieldAliases, ...Object.values(words), records, impliedRequests, facts];
  return tables.flatMap((it) => Object.keys(it));
}
