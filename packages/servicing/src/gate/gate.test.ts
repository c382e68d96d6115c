import { describe, expect, test } from "vitest";
import type { ContactAct } from "./act.ts";
import { type ContactControl, effectOf } from "./control.ts";
import { type ContactRules, decideContact, type Ruling } from "./decide.ts";
import type { ContactKnowledge, StatedFact } from "./history.ts";
import { withWishes } from "./wishes.ts";

const hour = 3_600_000;
const noon = Date.UTC(2026, 10, 25, 4, 0, 0); // 12:00 in Shanghai

const act: ContactAct = {
  borrowerId: "brw_1",
  accountIds: ["acc_1"],
  channel: "call",
  purpose: "collection",
  recipient: { role: "borrower", contactPoint: "phone" },
  content: { kind: "script", script: "opening" },
  actor: { agencyId: null, collectorId: "col_1", isAutomated: false },
  place: null,
};

const allow: Ruling = {
  outcome: "allow",
  earliestAt: null,
  rules: [],
  says: { en: "", zh: "" },
  trace: [],
};
const before =
  (end: number): ContactRules =>
  ({ at }) =>
    at < end ? allow : { ...allow, outcome: "defer-until" };

function knownAt(now: number, change: Partial<ContactKnowledge> = {}): ContactKnowledge {
  return {
    borrowerId: "brw_1",
    bookId: "retail",
    version: 1,
    now,
    lastAt: null,
    packs: [],
    facts: [],
    events: [],
    pending: [],
    ...change,
  };
}

describe("a permit", () => {
  const ask = (rules: ContactRules, known = knownAt(noon)) =>
    decideContact({ known, act, rules, lifeMsMax: 10 * 60_000 });

  test("lives as long as asked where the permission lasts", () =>
    expect(ask(before(noon + hour)).expiresAt).toBe(noon + 10 * 60_000));

  test("ends before the quiet hours begin, to the second", () => {
    const end = noon + 7 * 60_000;
    const { expiresAt } = ask(before(end));
    expect(expiresAt).toBeLessThanOrEqual(end);
    expect(expiresAt).toBeGreaterThan(end - 1001);
  });

  test("is not given for the last seconds: what holds after them holds already", () =>
    expect(ask(before(noon + 2000))).toMatchObject({
      expiresAt: null,
      ruling: { outcome: "defer-until" },
    }));

  test("after the clock has jumped back the act must be lawful at both times", () => {
    const rules: ContactRules = ({ at }) =>
      at > noon + hour ? { ...allow, outcome: "deny" } : allow;
    expect(ask(rules, knownAt(noon, { lastAt: noon + 2 * hour })).ruling.outcome).toBe("deny");
    expect(ask(rules, knownAt(noon, { lastAt: noon - hour })).ruling.outcome).toBe("allow");
  });
});

describe("what the person asked for", () => {
  const rules = withWishes(() => allow);
  const decide = (control: ContactControl, change: Partial<ContactAct> = {}, at = noon): string => {
    const effect = effectOf(control, { happeningId: "h1", at: noon - hour });
    const facts = effect.facts.flatMap((it): StatedFact[] =>
      it.value === undefined
        ? []
        : [{ name: it.name, value: it.value, source: "borrower", knownAt: 0 }],
    );
    const known = knownAt(at, { facts, events: effect.events });
    const it = { known, act: { ...act, ...change }, rules, lifeMsMax: 60_000 };
    return decideContact(it).ruling.outcome;
  };
  const preferences = {
    kind: "preferences",
    channels: ["sms", "inbox"],
    hours: [],
    quietHours: [],
    placesRefused: ["workplace"],
    zone: "Asia/Shanghai",
  } as const;
  const evenings = {
    ...preferences,
    channels: null,
    hours: [{ fromMinute: 18 * 60, toMinute: 21 * 60 }],
  };

  test.each([
    ["stop", { kind: "cease" }, {}, "deny"],
    ["stop, but servicing goes on", { kind: "cease" }, { purpose: "servicing" }, "allow"],
    ["stop, but a notice of the law goes out", { kind: "cease" }, { purpose: "notice" }, "allow"],
    ["my lawyer", { kind: "representative", role: "lawyer" }, {}, "deny"],
    [
      "my lawyer, and it is they who are written to",
      { kind: "representative", role: "lawyer" },
      { recipient: { role: "representative", contactPoint: "email" } },
      "allow",
    ],
    [
      "I dispute this debt",
      { kind: "dispute", accountIds: ["acc_1"], about: "amount" },
      {},
      "hold",
    ],
    [
      "I dispute another debt",
      { kind: "dispute", accountIds: ["acc_2"], about: "paid" },
      {},
      "allow",
    ],
    ["texts only, and this is a call", preferences, {}, "deny"],
    ["texts only, and this is one", preferences, { channel: "sms" }, "allow"],
    ["not at work", preferences, { channel: "sms", place: "workplace" }, "deny"],
    ["evenings, and it is noon", evenings, {}, "defer-until"],
    ["evenings, and nobody knows where they are", { ...evenings, zone: null }, {}, "deny"],
  ] as readonly [string, ContactControl, Partial<ContactAct>, string][])(
    "%s",
    (_, control, change, outcome) => expect(decide(control, change)).toBe(outcome),
  );

  test("evenings, and it is evening", () =>
    expect(decide(evenings, {}, noon + 7 * hour)).toBe("allow"));

  test("a dispute that was settled pauses nothing any more", () => {
    const dispute = effectOf(
      { kind: "dispute", accountIds: ["acc_1"], about: "amount" },
      { happeningId: "h1", at: noon - hour },
    );
    const settled = effectOf(
      { kind: "withdraw", happeningId: "h1" },
      { happeningId: "", at: noon },
    );
    const known = knownAt(noon, { events: [...dispute.events, ...settled.events] });
    expect(decideContact({ known, act, rules, lifeMsMax: 60_000 }).ruling.outcome).toBe("allow");
  });
});
