import { describe, expect, test } from "vitest";
import { planField } from "../plan.ts";
import { parseBudgets, type Budgets } from "./budgets.ts";
import { csvReader } from "./csv.ts";
import { boundUnits, decimalOf } from "./decimal.ts";
import { parseProblem } from "./json.ts";
import { encodeUtf8, makeNames } from "./names.ts";
import { reportNoPlan, reportPlan } from "./report.ts";

const csv = `person,region,treatment,recovery,cost,minutes,harm
p1,north,sms,120.50,0.05,0,1
p1,north,call,310.00,2.40,6,3
"p, 二",north,sms,45.00,0.05,0,1
"p, 二",north,"plan ""offer""",60.00,2.4,2.5,0
p3,west,sms,200,0.05,0,1
p3,west,call,650,2.40,6,3
`;

function budgetsOf(input: unknown): Budgets {
  const parsed = parseBudgets(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

function readInPieces(
  text: string,
  budgets: Budgets,
  size: number,
): ReturnType<typeof parseProblem> {
  const reader = csvReader(budgets);
  const bytes = encodeUtf8(text);
  for (let at = 0; at < bytes.length; at += size) reader.read(bytes.slice(at, at + size));
  return reader.finish();
}

const budgets = budgetsOf({
  budgets: [
    { id: "money", resource: "cost", atMost: 2.6 },
    { id: "time", resource: "minutes", where: { region: ["north", "west"] }, atMost: 8.5 },
    { id: "calls", resource: "count", where: { treatment: "call" }, atMost: 1 },
  ],
  quotes: { minutes: { per: 60, name: "collector-hour" } },
});

describe("a problem as CSV", () => {
  test.each([1, 7, 64, 10_000])("is read in pieces of %d bytes to the same numbers", (size) => {
    const read = readInPieces(csv, budgets, size);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    const { field } = read.value;
    expect([...field.first]).toEqual([0, 2, 4, 6]);
    expect([...field.value]).toEqual([120.5, 310, 45, 60, 200, 650]);
    // cost in hundredths, minutes in tenths: exact, whatever the order in which decimals appear
    expect([...field.use].filter((_, k) => k % 3 === 0)).toEqual([5, 240, 5, 240, 5, 240]);
    expect([...field.use].filter((_, k) => k % 3 === 1)).toEqual([0, 60, 0, 25, 0, 60]);
    expect(read.value.personName(1)).toBe("p, 二");
    expect(read.value.treatmentName(3)).toBe('plan "offer"');
    expect(read.value.limits.map((it) => it.bound)).toEqual([260, 85, 1]);
  });

  test.each([
    ["person,treatment\np1,sms\n", /line 1, recovery.*line 1, cost/s],
    [csv.replace("2.40,6,3", "2.40,six,3"), /line 3, minutes.*"six"/s],
    [csv.replace("0.05,0,1", "-0.05,0,1"), /line 2, cost.*-0.05.*from 0/s],
    [csv.replace("0.05,0,1", "0.1234567,0,1"), /line 2, cost.*at most 6 decimals/s],
    [`${csv}p1,north,visit,1,1,1,1\n`, /line 8, person.*"p1".*here before/s],
    [csv.replace('"p, 二",north,sms', '"p, 二,north,sms'), /line 4, \(row\).*quotes/s],
    [csv.replace("p3,west,sms", "p3,sms"), /line 6, \(row\).*7 cells/s],
    ["", /header/],
  ])("bad input is named with its line, column, value and remedy", (text, message) => {
    const read = readInPieces(text, budgets, 1 << 16);
    expect(read.ok).toBe(false);
    expect(read.ok ? "" : JSON.stringify(read.refusal).replaceAll('\\"', '"')).toMatch(message);
  });
});

test("JSON and CSV of the same problem give the same plan", () => {
  const json = {
    people: [
      {
        person: "p1",
        region: "north",
        treatments: [
          { treatment: "sms", recovery: 120.5, cost: 0.05, minutes: 0 },
          { treatment: "call", recovery: 310, cost: 2.4, minutes: 6 },
        ],
      },
      {
        person: "p, 二",
        region: "north",
        treatments: [
          { treatment: "sms", recovery: 45, cost: 0.05, minutes: 0 },
          { treatment: 'plan "offer"', recovery: 60, cost: 2.4, minutes: 2.5 },
        ],
      },
      {
        person: "p3",
        region: "west",
        treatments: [
          { treatment: "sms", recovery: 200, cost: 0.05, minutes: 0 },
          { treatment: "call", recovery: 650, cost: 2.4, minutes: 6 },
        ],
      },
    ],
  };
  const reports = [parseProblem(json, budgets), readInPieces(csv, budgets, 100)].map((read) => {
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    const plan = planField(read.value.field, read.value.limits);
    if (plan.kind === "no-plan") throw new Error("expected a plan");
    return reportPlan(read.value, plan);
  });
  expect(reports[0]).toEqual(reports[1]);
  // p3 is called (650), p1 and the second get an SMS: 0.05 + 0.05 + 2.40 = 2.50 of 2.60
  expect(reports[0]).toMatchObject({ treated: 3, value: 815.5, isOptimal: true });
  expect(reports[0]?.budgets[0]).toMatchObject({ used: 2.5, left: 0.1 });
  expect(reports[0]?.budgets[1]?.quote).toMatchObject({ per: 60, name: "collector-hour" });
});

test("a floor out of reach says what can be reached, and what stands in the way", () => {
  const floor = budgetsOf({
    budgets: [
      { id: "money", resource: "cost", atMost: 0.1 },
      { id: "everyone", resource: "count", atLeast: 3 },
    ],
  });
  const read = readInPieces(csv, floor, 100);
  if (!read.ok) throw new Error("expected a problem");
  const plan = planField(read.value.field, read.value.limits);
  if (plan.kind === "plan") throw new Error("expected a refusal");
  const refusal = reportNoPlan(read.value, plan);
  expect(refusal.status).toBe("infeasible");
  const [money, everyone] = refusal.shortfalls;
  expect(money).toMatchObject({ id: "money", nearest: 0.15, against: ["everyone"] });
  expect(money?.by).toBeCloseTo(0.05, 9);
  expect(everyone).toMatchObject({ id: "everyone", nearest: 2, by: 1, against: ["money"] });
  expect(everyone?.statement.en).toContain("lower it by 1");
});

test("the budgets file is refused with every problem it has", () => {
  const parsed = parseBudgets({
    objective: { recovery: "much" },
    budgets: [{ resource: "cost" }, { id: "x", atMost: 3 }, { resource: "cost", atMost: 1e-9 }],
    quota: 1,
  });
  const fields = parsed.ok ? [] : parsed.refusal.map((it) => it.field);
  expect(fields).toEqual([
    "quota",
    "objective.recovery",
    "budgets[0]",
    "budgets[1].resource",
    "budgets[2].atMost",
  ]);
});

test.each([
  [12, { units: 12, decimals: 0 }],
  [0.1, { units: 1, decimals: 1 }],
  ["2.500", { units: 25, decimals: 1 }],
  [-3.25, { units: -325, decimals: 2 }],
  [1e-7, undefined],
  ["1e3", undefined],
  [Number.NaN, undefined],
  [2 ** 53, undefined],
])("%s is read as an exact decimal", (given, expected) => {
  expect(decimalOf(given)).toEqual(expected);
});

test("a bound finer than the uses is rounded to the safe side", () => {
  expect(boundUnits({ units: 255, decimals: 2 }, 1, "at-most")).toBe(25);
  expect(boundUnits({ units: 255, decimals: 2 }, 1, "at-least")).toBe(26);
  expect(boundUnits({ units: 25, decimals: 1 }, 3, "at-most")).toBe(2500);
});

test("a hundred thousand names keep their numbers", () => {
  const names = makeNames();
  const intern = (text: string): number => {
    const bytes = encodeUtf8(text);
    return names.intern(bytes, 0, bytes.length);
  };
  for (let k = 0; k < 100_000; k++) expect(intern(`人-${k}`)).toBe(k);
  for (let k = 0; k < 100_000; k += 997) expect(intern(`人-${k}`)).toBe(k);
  expect(names.nameOf(54_321)).toBe("人-54321");
});
