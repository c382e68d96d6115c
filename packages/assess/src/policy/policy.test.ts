import { expect, test } from "vitest";
import { aloneAuc, aloneStrength, prohibitedBy } from "./index.ts";

test.each([
  ["sex", "sex"],
  ["age", "age"],
  ["ApplicantAge", "age"],
  ["personal_status_sex", "sex"],
  ["Marital", "marriage"],
  ["education_level", "education"],
  ["foreign_worker", "origin"],
  ["婚姻状况", "marriage"],
  ["民族", "origin"],
])("%s may not be used: it is %s", (column, attribute) =>
  expect(prohibitedBy(column)?.attribute).toBe(attribute),
);

test.each([
  "limit_bal",
  "pay_0",
  "average_bill",
  "account_age_months",
  "usage",
  "percentage",
  "embrace",
])("%s is an ordinary column", (column) => expect(prohibitedBy(column)).toBeUndefined());

test("a feature that is the outcome in disguise is seen, whatever its form", () => {
  const outcome = Uint8Array.from({ length: 400 }, (_, i) => Number(i % 4 === 0));
  const valley = Float64Array.from(outcome, (y, i) => (y === 1 ? 5 : i % 2 === 0 ? 1 : 9));
  expect(aloneAuc(valley, outcome)).toBeGreaterThan(0.99);
});

test("a feature that knows nothing has no strength, even in a small file", () => {
  const outcome = Uint8Array.from({ length: 400 }, (_, i) => Number(i % 4 === 0));
  const noise = Float64Array.from({ length: 400 }, (_, i) => (i * 7919) % 397);
  expect(aloneStrength(noise, outcome)).toBeLessThan(0.2);
});
