import { type InstantMs, localTimeAt, parseZone, type Zone } from "@fairdue/kernel";
import type { ContactAct } from "./act.ts";
import {
  type ContactQuestion,
  type ContactRules,
  type GateOutcome,
  type Ruling,
  stricter,
} from "./decide.ts";
import type { PastHappening, StatedFact } from "./history.ts";

/** Hours of the person's own day, in minutes from midnight: `[from, to)`. */
export type HourSpan = { readonly fromMinute: number; readonly toMinute: number };

/** Names of the facts in which a person's wishes are kept. */
export const wishFacts = {
  zone: "person.zone",
  channels: "wish.channels",
  hours: "wish.hours",
  quietHours: "wish.quietHours",
  places: "wish.placesRefused",
  cease: "wish.cease",
  representative: "person.representative",
  optOut: (channel: string): string => `optOut.${channel}`,
  wrongPerson: (channel: string): string => `wrongPerson.${channel}`,
} as const;

type Words = { readonly en: string; readonly zh: string };

/**
 * The rules of the book, and above them what the person asked for: a wish is kept even where the law
 * would let us pass over it. House policy, said as such; notices that the law demands still go out.
 */
export function withWishes(rules: ContactRules): ContactRules {
  const ruled = (question: ContactQuestion): Ruling =>
    broken(question).reduce(stricter, rules(question));
  const outcomeOf = (question: ContactQuestion): GateOutcome => {
    const [first] = broken(question);
    return first?.outcome ?? rules.outcomeOf?.(question) ?? rules(question).outcome;
  };
  return Object.assign(ruled, { outcomeOf });
}

function broken({ act, facts, happenings, at }: ContactQuestion): readonly Ruling[] {
  if (act.purpose === "notice") return [];
  const value = (name: string): StatedFact["value"] | undefined =>
    facts.find((it) => it.name === name)?.value;
  const rulings: Ruling[] = [];
  const tell = (outcome: Ruling["outcome"], name: string, says: Words): void =>
    void rulings.push(rulingOf(outcome, name, says));
  const pursues = act.purpose !== "servicing";
  if (pursues && value(wishFacts.cease) === true) tell("deny", "cease", words.cease);
  if (value(wishFacts.optOut(act.channel)) === true) tell("deny", "opt-out", words.optOut);
  if (value(wishFacts.wrongPerson(act.channel)) === true)
    tell("deny", "wrong-person", words.wrongPerson);
  const channels = value(wishFacts.channels);
  if (pursues && Array.isArray(channels) && !channels.includes(act.channel))
    tell("deny", "channels", words.channels);
  const places = value(wishFacts.places);
  if (act.place !== null && Array.isArray(places) && places.includes(act.place))
    tell("deny", "places", words.places);
  if (pursues && act.recipient.role === "borrower" && value(wishFacts.representative) !== undefined)
    tell("deny", "representative", words.representative);
  if (pursues && isDisputed(act, happenings)) tell("hold", "dispute", words.dispute);
  const inHours = hoursKept(value(wishFacts.hours), value(wishFacts.quietHours), {
    zone: value(wishFacts.zone),
    at,
  });
  if (pursues && inHours === "unknown") tell("deny", "hours", words.zone);
  if (pursues && inHours === "outside") tell("defer-until", "hours", words.hours);
  return rulings;
}

/** A dispute about one of the act's debts that is not settled. */
function isDisputed(act: ContactAct, happenings: readonly PastHappening[]): boolean {
  return happenings.some(({ kind, fields }) => {
    if (kind !== "dispute" || fields["withdrawnAt"] !== undefined) return false;
    const debts = fields["debts"];
    return !Array.isArray(debts) || act.accountIds.some((it) => debts.includes(it));
  });
}

function hoursKept(
  hours: unknown,
  quietHours: unknown,
  { zone, at }: { zone: unknown; at: number },
): "inside" | "outside" | "unknown" {
  const wanted = spansOf(hours);
  const quiet = spansOf(quietHours);
  if (wanted.length === 0 && quiet.length === 0) return "inside";
  const known: Zone | undefined = typeof zone === "string" ? parseZone(zone) : undefined;
  if (known === undefined) return "unknown";
  const minute = localTimeAt(known, at as InstantMs).msOfDay / 60_000;
  const holds = (it: HourSpan): boolean =>
    it.fromMinute <= it.toMinute
      ? minute >= it.fromMinute && minute < it.toMinute
      : minute >= it.fromMinute || minute < it.toMinute;
  const isInside = (wanted.length === 0 || wanted.some(holds)) && !quiet.some(holds);
  return isInside ? "inside" : "outside";
}

function spansOf(value: unknown): readonly HourSpan[] {
  return Array.isArray(value) ? (value as readonly HourSpan[]) : [];
}

function rulingOf(outcome: Ruling["outcome"], name: string, says: Words): Ruling {
  const rule = `house/wish-${name}@1`;
  return { outcome, earliestAt: null, rules: [rule], says, trace: [{ rule, outcome, says }] };
}

const words = {
  cease: {
    en: "The person asked us to stop contacting them about this debt.",
    zh: "借款人已要求停止就此债务联系。",
  },
  optOut: { en: "The person opted out of this channel.", zh: "借款人已退订此渠道。" },
  wrongPerson: {
    en: "This number or address belongs to someone else.",
    zh: "该号码或地址已确认不属于借款人。",
  },
  channels: { en: "The person chose other channels.", zh: "借款人选择了其他联系渠道。" },
  places: { en: "The person asked not to be contacted there.", zh: "借款人要求不在该地点联系。" },
  representative: {
    en: "The person has a representative: write to them.",
    zh: "借款人已委托代理人，请联系其代理人。",
  },
  dispute: {
    en: "The debt is disputed; collection rests until it is settled.",
    zh: "债务存在争议，处理完毕前暂停催收。",
  },
  hours: { en: "Outside the hours that the person chose.", zh: "不在借款人选择的时段内。" },
  zone: {
    en: "The person chose hours, and their zone is unknown (person.zone).",
    zh: "借款人选择了时段，但其时区未知（person.zone）。",
  },
} as const;
