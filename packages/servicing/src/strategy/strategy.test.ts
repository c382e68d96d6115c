import { expect, test } from "vitest";
import { personOnDay } from "../plan/person-for-tests.ts";
import { assign, describe, drawPpm, holds, parseStrategy, standardStrategy } from "./index.ts";

function standard() {
  const parsed = parseStrategy(standardStrategy);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

const where = (more: Parameters<typeof personOnDay>[0]) => {
  const it = assign(standard(), personOnDay({ ...more, borrowerId: more.borrowerId ?? "brw_1" }));
  return it.kind === "left-alone" ? it.because : it.kind === "staged" ? it.segment.id : it.kind;
};

test("who always pays two days late is left alone, and no longer when it gets later than ever", () => {
  const habit = { selfCures: 3, selfCureDpdMax: 2 };
  expect(where({ dpd: 2, ...habit })).toBe("self-cure");
  expect(where({ dpd: 3, ...habit })).toBe("self-cure");
  expect(where({ dpd: 4, ...habit })).toBe("early");
  expect(where({ dpd: 2, selfCures: 1, selfCureDpdMax: 2 })).toBe("early");
});

test("collection rests for whoever is held, and waits for a promise that runs", () => {
  expect(where({ dpd: 20, isHeld: true })).toBe("held");
  expect(where({ dpd: 20, hasOpenPromise: true })).toBe("promise-running");
  expect(where({ dpd: 20, daysSinceBrokenPromise: 2 })).toBe("promise-broken");
});

test("nobody is held out of help once the debt is older than the strategy allows", () => {
  const ids = Array.from({ length: 4000 }, (_, k) => `brw_${k}`);
  const out = (dpd: number) =>
    ids.filter((borrowerId) => where({ borrowerId, dpd }) === "hold-out").length;
  expect(out(20)).toBeGreaterThan(150);
  expect(out(20)).toBeLessThan(250);
  expect(out(31)).toBe(0);
});

test("the split is even, and the same for the same person whoever asks", () => {
  const draws = Array.from({ length: 20_000 }, (_, k) => drawPpm(`salt/early/brw_${k}`));
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
  expect(Math.abs(mean - 500_000)).toBeLessThan(8_000);
  const arms = Array.from({ length: 4000 }, (_, k) => {
    const it = assign(standard(), personOnDay({ borrowerId: `brw_${k}`, dpd: 16 }));
    return it.kind === "staged" ? it.arm.id : "";
  });
  const patient =
    arms.filter((it) => it === "patient").length / arms.filter((it) => it !== "").length;
  expect(patient).toBeGreaterThan(0.17);
  expect(patient).toBeLessThan(0.23);
});

test("a rule over features reads as a sentence, and what never happened meets no comparison", () => {
  const { features } = personOnDay({ borrowerId: "brw_1", dpd: 12 });
  const rule = {
    all: [{ feature: "dpd", atLeast: 10 }, { not: { feature: "daysSinceContact", atMost: 3 } }],
  } as const;
  expect(holds(rule, features)).toBe(true);
  expect(describe(rule).en).toBe("days past due ≥ 10 and not (days since the last contact ≤ 3)");
});

test("every problem of a document is told with its path", () => {
  const broken = structuredClone(standardStrategy) as unknown as {
    segments: { when: object; queue: string; arms: { sharePpm: number }[] }[];
    treatments: { channel: string }[];
  };
  broken.segments[0]!.when = { feature: "zodiac", is: "ram" };
  broken.segments[1]!.queue = "nowhere";
  broken.treatments[0]!.channel = "pigeon";
  const parsed = parseStrategy(broken);
  expect(parsed.ok ? [] : parsed.refusal.map((it) => it.field)).toEqual([
    "treatments[0].channel",
    "segments[0].when.feature",
  ]);
  broken.segments[0]!.when = { all: [] };
  broken.treatments[0]!.channel = "inbox";
  broken.segments[2]!.arms[0]!.sharePpm = 999_999;
  const again = parseStrategy(broken);
  expect(again.ok ? [] : again.refusal.map((it) => it.field)).toEqual([
    "segments[1].queue",
    "segments[2].arms",
  ]);
});
