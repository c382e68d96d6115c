import { addDays, day, formatProblem, type Problem } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { cashLineDeclaration, catalogue, instalmentLoanDeclaration } from "./catalogue/index.ts";
import { capOn, productOf, weightChangesOn, weightOf } from "./product.ts";

function problems(value: unknown): string[] {
  const outcome = productOf(value);
  return outcome.ok ? [] : outcome.refusal.map((it: Problem) => formatProblem(it));
}

test("what ships is right, and survives a trip through JSON", () => {
  for (const declaration of catalogue) {
    expect(problems(JSON.parse(JSON.stringify(declaration)))).toEqual([]);
  }
});

test("every problem is named by its path, not only the first", () => {
  const wrong = {
    ...cashLineDeclaration,
    version: 0,
    currency: "yuan",
    rate: { unit: "percent", standard: 1.5, min: 0, max: 650 },
    cycle: { ...cashLineDeclaration.cycle, dueDay: 32 },
    colour: "red",
  };
  expect(problems(wrong)).toEqual([
    "version: got 0, expected a whole number from 1 to 1000000",
    'currency: got "yuan", expected an ISO 4217 code such as CNY',
    'rate.unit: got "percent", expected one of ppm-day, ppm-month, bp-year, ppm-year',
    "rate.standard: got 1.5, expected a whole number from 0 to 10000000",
    "cycle.dueDay: got 32, expected a whole number from 1 to 31",
    'colour: got "red", expected no such field',
  ]);
});

test("a declaration that reads well may still contradict itself", () => {
  const [first, second] = cashLineDeclaration.waterfall;
  const wrong = {
    ...cashLineDeclaration,
    rate: { unit: "ppm-day", standard: 400, min: 500, max: 300 },
    waterfall: [second, { ...first, fromDpd: 200, order: ["fee", "fee", "interest", "principal"] }],
    limitMinorMax: 9_000_000_000_000,
    ageing: {
      ...cashLineDeclaration.ageing,
      stages: [{ from: "2018-01-01", value: [91, 31], source: "x" }],
    },
  };
  expect(problems(wrong).map((it) => it.split(":")[0])).toEqual([
    "rate.min",
    "rate.max",
    "limitMinorMax",
    "waterfall[0].fromDpd",
    "waterfall[1].order",
    "ageing.stages[0].value",
  ]);
});

test("nothing, a list and a text are not declarations", () => {
  for (const value of [null, [], "cash-line", 7]) expect(problems(value).length).toBe(1);
});

test("30e/360 gives a month 30 days, actual/actual weighs leap days", () => {
  const thirty = productOf({ ...instalmentLoanDeclaration, dayCount: "30e/360" });
  const actual = productOf({
    ...instalmentLoanDeclaration,
    dayCount: "actual/actual-isda",
    limitMinorMax: 100_000,
    offers: { ...instalmentLoanDeclaration.offers, drawMinorMin: 1 },
  });
  if (!thirty.ok || !actual.ok) throw new Error("both are declared well");
  expect(weightOf(thirty.value, day("2026-01-31"), day("2026-02-28"))).toBe(28);
  expect(weightOf(thirty.value, day("2026-01-15"), day("2027-01-15"))).toBe(360);
  expect(weightOf(actual.value, day("2027-01-01"), day("2028-01-01"))).toBe(365 * 366);
  expect(weightOf(actual.value, day("2028-01-01"), day("2029-01-01"))).toBe(366 * 365);
  expect(weightChangesOn(actual.value, day("2027-06-01"))).toBe(day("2028-01-01"));
});

test("the cap in force is the last that has begun, as a whole rate below it", () => {
  const outcome = productOf(cashLineDeclaration);
  if (!outcome.ok) throw new Error("the cash line is declared well");
  expect(capOn(outcome.value, day("2017-08-03"))).toBeUndefined();
  expect(capOn(outcome.value, day("2025-10-01"))).toBe(657);
  expect(capOn(outcome.value, addDays(day("2017-08-04"), 0))).toBe(657);
});
