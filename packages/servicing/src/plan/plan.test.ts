import { day } from "@fairdue/kernel";
import { expect, test } from "vitest";
import type { ContactRules, Ruling } from "../gate/decide.ts";
import type { ContactKnowledge } from "../gate/history.ts";
import { parseStrategy, standardStrategy, type Strategy } from "../strategy/index.ts";
import { upliftOf, noOutcomes, type Observed, offer, planDay } from "./index.ts";
import { personOnDay } from "./person-for-tests.ts";

const on = day("2026-03-10");
const words = { on, currency: "CNY", digits: 2 };
const hour = 3_600_000;
const from = 1_000 * 24 * hour + 9 * hour;
const gateOf = (rules: ContactRules) => ({ rules, from, to: from + 11 * hour });

const saying = (outcome: Ruling["outcome"], earliestAt: number | null = null): Ruling => ({
  outcome,
  earliestAt,
  rules: ["test/rule@1"],
  says: { en: "because", zh: "因为" },
  trace: [],
});
const anything: ContactRules = () => saying("allow");
const known = { facts: [], events: [], pending: [], packs: [] } as unknown as ContactKnowledge;

function strategyWith(budgets: readonly object[]): Strategy {
  const parsed = parseStrategy({
    ...standardStrategy,
    budgets,
    holdOut: { sharePpm: 0, dpdMax: 0 },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

const people = (count: number) =>
  Array.from({ length: count }, (_, k) =>
    personOnDay({
      borrowerId: `brw_${k}`,
      dpd: 32 + (k % 20),
      overdueMinor: 50_000 + 1_000 * k,
      region: k % 2 === 0 ? "east" : "west",
    }),
  );

function plan(strategy: Strategy, count: number, rules = anything) {
  const offers = people(count).map((person) =>
    offer(strategy, noOutcomes, { person, known, gate: gateOf(rules) }),
  );
  return planDay(strategy, offers, words);
}

test("everybody has a line; the budgets are kept; the certificate says how good it is at worst", () => {
  const strategy = strategyWith([
    { id: "minutes", resource: "minutes", atMost: 80 },
    { id: "harm-east", resource: "harm", atMost: 30, where: { region: "east" } },
  ]);
  const it = plan(strategy, 60);
  if (it.kind !== "planned") throw new Error("it is feasible");
  expect(it.items).toHaveLength(60);
  expect(it.summary.treated.minutes).toBeLessThanOrEqual(80);
  const east = it.certificate.budgets.find((one) => one.id === "harm-east");
  expect(east?.used).toBeLessThanOrEqual(30);
  expect(it.certificate.gapPpm).toBeLessThan(20_000);
  expect(it.certificate.budgets.find((one) => one.id === "minutes")?.quote?.brings).toBeGreaterThan(
    0,
  );
  for (const one of it.items)
    expect(one.reason.zh.length * one.reason.en.length).toBeGreaterThan(0);
});

test("a list is ranked by what a minute brings, and each line has one step and its words", () => {
  const it = plan(
    strategyWith([{ id: "calls", resource: "count", atMost: 5, where: { channel: "call" } }]),
    40,
  );
  if (it.kind !== "planned") throw new Error("it is feasible");
  const calls = it.items.filter((one) => one.channel === "call");
  expect(calls).toHaveLength(5);
  expect(calls[0]?.words?.zh).toMatch(/[\d,]+\.\d\d 元/);
  const places = it.items.flatMap((one) => one.position ?? []).sort((a, b) => a - b);
  expect(places).toEqual(places.map((_, k) => k + 1));
});

test("what the gate would refuse is not planned, and what it defers is planned for later", () => {
  const strategy = strategyWith([]);
  const never = plan(strategy, 3, () => saying("deny"));
  expect(never.kind === "planned" && never.items.map((one) => one.because)).toEqual([
    "not-lawful",
    "not-lawful",
    "not-lawful",
  ]);
  const later = plan(strategy, 3, ({ at }) =>
    at < from + 2 * hour ? saying("defer-until", from + 2 * hour) : saying("allow"),
  );
  expect(
    later.kind === "planned" && later.items.every((one) => one.notBefore === from + 2 * hour),
  ).toBe(true);
});

test("budgets that contradict each other are explained: which one, and by how much", () => {
  const it = plan(
    strategyWith([
      { id: "minutes", resource: "minutes", atMost: 80 },
      { id: "calls", resource: "count", atLeast: 30, where: { channel: "call" } },
    ]),
    60,
  );
  if (it.kind !== "infeasible") throw new Error("thirty calls of eight minutes need 240");
  expect(it.refusal.status).toBe("infeasible");
  expect(it.refusal.shortfalls.map((one) => one.id)).toContain("calls");
  expect(it.refusal.shortfalls[0]?.by).toBeGreaterThan(0);
});

test("a floor of fairness is a share of the people who could be helped", () => {
  const floor = {
    id: "east",
    resource: "count",
    atLeastPpmOfPeople: 900_000,
    where: { region: "east" },
  };
  const it = plan(strategyWith([floor, { id: "few", resource: "count", atMost: 30 }]), 60);
  if (it.kind !== "planned") throw new Error("27 of 30 is feasible");
  expect(it.certificate.budgets.find((one) => one.id === "east")?.used).toBeGreaterThanOrEqual(27);
});

test("an effect begins as a prior and becomes what the hold-out shows", () => {
  const prior = { liftPpm: 100_000, spreadPpm: 50_000 };
  const of = { segmentId: "early", treatmentId: "sms" };
  expect(upliftOf(noOutcomes, of, prior)).toMatchObject({ liftPpm: 100_000, isDataThin: true });
  const seen = (people: number, mean: number): Observed => ({ people, mean, variance: 0.2 });
  const outcomes = (people: number) => ({
    heldOut: new Map([["early", seen(people, 0.3)]]),
    treated: new Map([["early/sms", seen(people, 0.32)]]),
  });
  const few = upliftOf(outcomes(20), of, prior);
  const many = upliftOf(outcomes(100_000), of, prior);
  expect(few.isDataThin).toBe(true);
  expect(few.liftPpm).toBeGreaterThan(80_000);
  expect(many.isDataThin).toBe(false);
  expect(Math.abs(many.liftPpm - 20_000)).toBeLessThan(500);
  expect(many.spreadPpm).toBeLessThan(few.spreadPpm);
});
