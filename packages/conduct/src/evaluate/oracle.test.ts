import {
  type InstantMs,
  instantOf,
  localTimeAt,
  parseZone,
  day as dayOfText,
} from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Happening } from "../rule/act.ts";
import { any, cap, consented, coolOff, happened, param, within } from "../rule/condition.ts";
import type { Condition } from "../rule/condition.ts";
import type { Pack } from "../rule/rule.ts";
import { decide, evaluate, type Question } from "./evaluate.ts";

/**
 * A slow and obvious judge of the same law, minute by minute on the wall clock, against which the
 * compiled rules are held: hours, a daily cap, a rolling cap with day 1, a cool-off.
 */
const zones = [
  "America/New_York",
  "Asia/Shanghai",
  "Europe/London",
  "Australia/Lord_Howe",
] as const;

const cite = [
  { instrument: "a test", article: "1", status: "verified", checkedOn: "2026-01-01" },
] as const;

function pack(tests: readonly Condition[]): Pack {
  return {
    id: "test",
    version: "1",
    title: { en: "test", zh: "测试" },
    zone: "person",
    calendar: "weekdays",
    facts: [],
    rules: tests.map((it, k) => ({
      id: `test.rule-${k}`,
      version: 1,
      title: { en: "t", zh: "测" },
      governs: ["call"],
      inForce: { from: "2020-01-01" },
      test: it,
      parameters: { most: [{ from: "2020-01-01", value: 2, cite: cite[0] }] },
      severity: "defer",
      force: "prohibition",
      cite,
      remedy: { en: "wait", zh: "等" },
      examples: "",
    })),
  };
}

const law: Pack = pack([
  any(
    consented("hours"),
    within({ bands: [{ from: "08:00", to: "21:00" }], zone: "person", edges: "[)" }),
  ),
  cap({ of: { kinds: ["call"], per: ["person"] }, in: { span: "day" }, max: param("most") }),
  cap({
    of: { kinds: ["call"], per: ["debt"] },
    in: { span: "rolling-days", length: 7 },
    max: 4,
  }),
  coolOff({
    what: { kinds: ["call"], outcomes: ["conversation"], direction: "either" },
    in: { span: "rolling-days", length: 3 },
  }),
]);

type Life = {
  readonly zone: string;
  readonly other: string | null;
  readonly events: readonly Happening[];
};

/** Days apart by the wall clock of a zone, the obvious way: by the text of the date. */
function dateIn(zone: string, at: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return zoned.toPlainDate().toString();
}

function oracle(life: Life, debts: readonly string[], at: number): boolean {
  const places = life.other === null ? [life.zone] : [life.zone, life.other];
  const before = life.events.filter((it) => it.at <= at);
  const hasConsent = before.some(
    (it) => it.kind === "consent" && !(Number(it.fields["withdrawnAt"] ?? Infinity) <= at),
  );
  const inHours = places.every((zone) => {
    const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return hour >= 8 && hour < 21;
  });
  const apart = (it: Happening, zone: string): number =>
    Temporal.PlainDate.from(dateIn(zone, it.at)).until(dateIn(zone, at)).days;
  const calls = before.filter((it) => it.kind === "call");
  const out = calls.filter((it) => it.fields["direction"] !== "inbound");
  const today = out.filter((it) => places.some((zone) => apart(it, zone) === 0)).length;
  const fullest = Math.max(
    ...debts.map(
      (debt) =>
        out.filter(
          (it) =>
            places.some((zone) => apart(it, zone) < 7) &&
            (it.fields["debts"] as readonly string[]).includes(debt),
        ).length,
    ),
  );
  const spoke = calls.some(
    (it) =>
      (it.fields["outcome"] ?? "conversation") === "conversation" &&
      places.some((zone) => apart(it, zone) < 3),
  );
  return (hasConsent || inHours) && today < 2 && fullest < 4 && !spoke;
}

/** Three weeks around the two changes of the clock, and an ordinary week. */
const starts = ["2026-03-01", "2026-03-25", "2026-10-20", "2026-06-01"].map((it) => Date.parse(it));
const instant = fc
  .tuple(fc.constantFrom(...starts), fc.integer({ min: 0, max: 21 * 24 * 60 }))
  .map(([start, minute]) => start + minute * 60_000);

const event = (start: number): fc.Arbitrary<Happening> =>
  fc
    .record({
      minute: fc.integer({ min: 0, max: 21 * 24 * 60 }),
      kind: fc.constantFrom("call", "call", "call", "sms", "consent"),
      outcome: fc.constantFrom("conversation", "ring-out", "ring-out", "busy", undefined),
      direction: fc.constantFrom("outbound", "outbound", "inbound"),
      debts: fc.constantFrom(["D1"], ["D2"], ["D1", "D2"]),
      withdrawn: fc.option(fc.integer({ min: 1, max: 3000 })),
    })
    .map((it) => {
      const at = start + it.minute * 60_000;
      if (it.kind === "consent")
        return {
          at,
          kind: "consent",
          fields: {
            about: "hours",
            ...(it.withdrawn === null ? {} : { withdrawnAt: at + it.withdrawn * 60_000 }),
          },
        };
      const { direction, debts, outcome } = it;
      return {
        at,
        kind: it.kind,
        fields: { direction, debts, ...(outcome === undefined ? {} : { outcome }) },
      };
    });

const life = fc.constantFrom(...starts).chain((start) =>
  fc.record({
    zone: fc.constantFrom(...zones),
    other: fc.option(fc.constantFrom(...zones)),
    events: fc
      .array(event(start), { maxLength: 14 })
      .map((list) => list.sort((a, b) => a.at - b.at)),
  }),
);

const debts = fc.constantFrom(["D1"], ["D2"], ["D1", "D2"]);

function questionOf(it: Life, about: readonly string[]): Question {
  const list = it.other === null ? [it.zone] : [it.zone, it.other];
  return {
    act: { kind: "call", fields: { debts: about } },
    facts: {},
    history: it.events,
    zones: list.map((zone) => parseZone(zone)!),
  };
}

test("the compiled rules say what the obvious judge says", () => {
  fc.assert(
    fc.property(life, debts, instant, (it, about, at) => {
      const permitted = decide([law], questionOf(it, about), at) === "allow";
      expect(permitted).toBe(oracle(it, about, at));
    }),
    { numRuns: 1500 },
  );
});

test("with a trace and without, the outcome is the same", () => {
  fc.assert(
    fc.property(life, debts, instant, (it, about, at) => {
      const full = evaluate([law], questionOf(it, about), at).outcome;
      const bare = decide([law], questionOf(it, about), at);
      expect(full === bare || (full === "deny" && bare === "defer-until")).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("the earliest moment is lawful, and no minute before it is", () => {
  fc.assert(
    fc.property(life, debts, instant, (it, about, at) => {
      const decision = evaluate([law], questionOf(it, about), at);
      if (decision.outcome !== "defer-until") return;
      const earliest = decision.earliestAt!;
      expect(oracle(it, about, earliest)).toBe(true);
      expect(oracle(it, about, earliest - 1)).toBe(false);
      for (let minute = at; minute < earliest; minute += 7 * 60_000)
        expect(oracle(it, about, minute)).toBe(false);
    }),
    { numRuns: 250 },
  );
});

test("a caller who always asks first never exceeds a cap and never calls outside the hours", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 20, maxLength: 120 }),
      (zone, gaps) => {
        let at = Date.parse("2026-10-20");
        const events: Happening[] = [];
        for (const gap of gaps) {
          at += gap * 60_000;
          const it: Life = { zone, other: null, events };
          if (decide([law], questionOf(it, ["D1"]), at) !== "allow") continue;
          expect(oracle(it, ["D1"], at)).toBe(true);
          events.push({ at, kind: "call", fields: { debts: ["D1"], outcome: "ring-out" } });
        }
        const perDay = Map.groupBy(events, (it) => dateIn(zone, it.at));
        for (const list of perDay.values()) expect(list.length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 60 },
  );
});

test("an hour that daylight saving skips opens when the clock has jumped", () => {
  const early = pack([
    within({ bands: [{ from: "02:30", to: "21:00" }], zone: "person", edges: "[)" }),
  ]);
  const zone = parseZone("America/New_York")!;
  const at = instantOf(zone, dayOfText("2026-03-08"), 60 * 60_000);
  const it: Life = { zone: "America/New_York", other: null, events: [] };
  const { earliestAt } = evaluate([early], questionOf(it, ["D1"]), at);
  expect(localTimeAt(zone, earliestAt as InstantMs).msOfDay).toBe(3 * 3_600_000);
});

test("who may be anywhere is called nowhere: an unknown zone refuses", () => {
  const question = {
    ...questionOf({ zone: "UTC", other: null, events: [] }, ["D1"]),
    zones: undefined,
  };
  const decision = evaluate([law], question, Date.parse("2026-06-01T12:00:00Z"));
  expect(decision.outcome).toBe("deny");
  expect(decision.because[0]?.result).toBe("unknown");
});

test("a consent used up by a conversation permits nothing more", () => {
  const callback = pack([
    happened({
      what: { kinds: ["consent"], live: true },
      in: { span: "rolling-days", length: 7 },
      unlessFollowedBy: { kinds: ["call"], outcomes: ["conversation"], direction: "either" },
    }),
  ]);
  const start = Date.parse("2026-06-01T12:00:00Z");
  const consent: Happening = { at: start, kind: "consent", fields: { about: "call" } };
  const talk: Happening = {
    at: start + 3_600_000,
    kind: "call",
    fields: { outcome: "conversation", debts: ["D1"] },
  };
  const ask = (events: readonly Happening[]): string =>
    decide([callback], questionOf({ zone: "UTC", other: null, events }, ["D1"]), start + 7_200_000);
  expect(ask([consent])).toBe("allow");
  expect(ask([consent, talk])).toBe("defer-until");
});
