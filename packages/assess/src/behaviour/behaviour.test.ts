import * as fc from "fast-check";
import { day } from "@fairdue/kernel";
import { expect, test } from "vitest";
import {
  behaviourCatalogue,
  behaviourFeatures,
  behaviourKinds,
  behaviourLog,
  type BehaviourEvent,
  type BehaviourKind,
} from "./index.ts";

type Line = readonly [on: string, kind: BehaviourKind, amountMinor: number, knownOn?: string];

/** The features of one account, as of a day. */
function features(asOf: string, lines: readonly Line[]): Record<string, number> {
  const events = lines.map(([on, kind, amountMinor, knownOn]) => ({
    account: 0,
    kind,
    on: day(on),
    knownOn: day(knownOn ?? on),
    amountMinor,
  }));
  const columns = behaviourFeatures(behaviourLog(events, 1), day(asOf));
  return Object.fromEntries(behaviourCatalogue.map(({ name }, f) => [name, columns[f]![0]!]));
}

const life: readonly Line[] = [
  ["2026-01-01", "limit", 10_000],
  ["2026-01-01", "draw", 4_000],
  ["2026-01-21", "purchase", 1_000],
  ["2026-02-01", "due", 2_000],
  ["2026-02-06", "repayment", 2_000],
  ["2026-03-01", "due", 2_000],
  ["2026-02-27", "repayment", 2_000],
];

test("what a life of two months says", () => {
  const it = features("2026-03-10", life);
  expect(it["utilisation_now"]).toBeCloseTo(0.1, 12);
  expect(it["payment_ratio_180"]).toBe(1);
  expect(it["late_count_365"]).toBe(1);
  expect(it["days_late_mean_365"]).toBe(2.5);
  expect(it["days_late_max_365"]).toBe(5);
  expect(it["days_early_mean_365"]).toBe(1);
  expect(it["cash_share_365"]).toBe(0.8);
  expect(it["days_since_use"]).toBe(48);
  expect(it["overdue_days"]).toBe(0);
});

test("the share of the limit in use counts every day once", () => {
  // 20 days at 4,000, then 10 days at 5,000 of 10,000: (20·0.4 + 10·0.5) / 30.
  const it = features("2026-01-30", life);
  expect(it["utilisation_90"]).toBeCloseTo((20 * 0.4 + 10 * 0.5) / 30, 12);
  expect(it["utilisation_max_180"]).toBe(0.5);
});

test("an unmet due is overdue from the day after", () => {
  expect(features("2026-02-01", life)["overdue_days"]).toBe(0);
  const it = features("2026-02-04", life);
  expect(it["overdue_days"]).toBe(3);
  expect(it["overdue_share"]).toBe(0.2);
});

test("a returned repayment was never one", () => {
  const lines: Line[] = [...life, ["2026-03-05", "returned", 2_000]];
  const it = features("2026-03-10", lines);
  expect(it["overdue_days"]).toBe(9);
  expect(it["returned_count_365"]).toBe(1);
  expect(it["payment_ratio_180"]).toBe(0.5);
});

test("an event counts from the day on which it was known", () => {
  const late: Line[] = [...life, ["2026-02-10", "draw", 3_000, "2026-03-20"]];
  expect(features("2026-03-19", late)).toEqual(features("2026-03-19", life));
  expect(features("2026-03-20", late)["utilisation_now"]).toBeCloseTo(0.4, 12);
});

const anyEvents: fc.Arbitrary<BehaviourEvent[]> = fc.array(
  fc
    .record({
      account: fc.integer({ min: 0, max: 2 }),
      kind: fc.constantFrom(...behaviourKinds),
      on: fc.integer({ min: 20_000, max: 20_500 }),
      lag: fc.integer({ min: 0, max: 40 }),
      amountMinor: fc.integer({ min: 0, max: 100_000 }),
    })
    .map(({ lag, ...it }) => ({ ...it, knownOn: it.on + lag })),
  { maxLength: 60 },
);

test("no feature sees past its date: what is not yet known changes nothing", () =>
  fc.assert(
    fc.property(anyEvents, fc.integer({ min: 20_000, max: 20_540 }), (events, asOf) => {
      const known = events.filter((it) => Math.max(it.on, it.knownOn) <= asOf);
      const all = behaviourFeatures(behaviourLog(events, 3), asOf);
      const past = behaviourFeatures(behaviourLog(known, 3), asOf);
      expect(all).toEqual(past);
    }),
  ));

test("an account's features do not depend on its neighbours", () =>
  fc.assert(
    fc.property(anyEvents, (events) => {
      const own = events.filter((it) => it.account === 1).map((it) => ({ ...it, account: 0 }));
      const together = behaviourFeatures(behaviourLog(events, 3), 20_400);
      const alone = behaviourFeatures(behaviourLog(own, 1), 20_400);
      expect(together.map((it) => it[1])).toEqual(alone.map((it) => it[0]));
    }),
  ));

test("each feature names what it is for and on which ground", () => {
  for (const it of behaviourCatalogue) {
    expect(it.purpose).not.toBe("");
    expect(it.basis).toMatch(/^(contract|consent:[a-z-]+)$/);
    expect(it.title.zh).not.toBe(it.title.en);
  }
});
