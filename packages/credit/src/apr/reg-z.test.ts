import { addDays, addMonths, day, type EpochDay, minor } from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CashFlow, percentText } from "./irr.ts";
import { regZApr } from "./reg-z.ts";

const paid = (on: EpochDay, amount: number): CashFlow => ({
  on,
  amountMinor: minor(-Math.round(amount * 100)),
});
const lent = (on: string, amount: number): CashFlow => ({
  on: day(on),
  amountMinor: minor(Math.round(amount * 100)),
});
const monthly = (first: string, count: number, amount: number, every = 1): CashFlow[] =>
  Array.from({ length: count }, (_, k) => paid(addMonths(day(first), k * every), amount));
const daily = (first: string, count: number, amount: number, every: number): CashFlow[] =>
  Array.from({ length: count }, (_, k) => paid(addDays(day(first), k * every), amount));
/** The 1st and the 16th of each month, beginning with the 1st. */
const semimonthly = (first: string, count: number, amount: number): CashFlow[] =>
  Array.from({ length: count }, (_, k) =>
    paid(addDays(addMonths(day(first), k >> 1), k % 2 === 0 ? 0 : 15), amount),
  );

function apr(flows: readonly CashFlow[]): string {
  const rate = regZApr(flows);
  if (!rate.ok) return rate.refusal.reason;
  const { unitPeriod } = rate.value;
  return `${percentText(rate.value.apr, 2)} ${unitPeriod.count} ${unitPeriod.unit}`;
}

// 12 CFR 1026 Appendix J (c): the worked examples and their published rates.
test.each([
  [
    "(c)(1)(i) monthly, regular first period",
    "9.69 1 month",
    [lent("1978-01-10", 5000), ...monthly("1978-02-10", 24, 230)],
  ],
  [
    "(c)(1)(ii) monthly, long first period",
    "11.82 1 month",
    [lent("1978-02-10", 6000), ...monthly("1978-04-01", 36, 200)],
  ],
  [
    "(c)(1)(iii) semimonthly, short first period",
    "10.34 1 semimonth",
    [lent("1978-02-23", 5000), ...semimonthly("1978-03-01", 24, 219.17)],
  ],
  [
    "(c)(1)(iv) quarterly, long first period",
    "8.97 3 month",
    [lent("1978-05-23", 10_000), ...monthly("1978-10-01", 40, 385, 3)],
  ],
  [
    "(c)(1)(v) weekly, long first period",
    "14.96 1 week",
    [lent("1978-03-20", 500), ...daily("1978-04-21", 30, 17.6, 7)],
  ],
  [
    "(c)(2)(i) monthly, irregular first payment",
    "10.08 1 month",
    [lent("1978-01-10", 5000), paid(day("1978-02-10"), 250), ...monthly("1978-03-10", 23, 230)],
  ],
  [
    "(c)(2)(ii) every 4 weeks, long first period, irregular first payment",
    "28.50 4 week",
    [lent("1978-03-18", 400), paid(day("1978-04-20"), 39.5), ...daily("1978-05-18", 11, 38.31, 28)],
  ],
  [
    "(c)(3)(i) monthly, irregular final payment",
    "10.50 1 month",
    [lent("1978-01-10", 5000), ...monthly("1978-02-10", 23, 230), paid(day("1980-01-10"), 280)],
  ],
  [
    "(c)(3)(ii) every 2 weeks, short first period, irregular final payment",
    "12.22 2 week",
    [lent("1978-04-03", 200), ...daily("1978-04-11", 19, 9.5, 14), paid(day("1979-01-02"), 30)],
  ],
  [
    "(c)(4)(i) monthly, irregular first and final payment",
    "10.90 1 month",
    [
      lent("1978-01-10", 5000),
      paid(day("1978-02-10"), 250),
      ...monthly("1978-03-10", 22, 230),
      paid(day("1980-01-10"), 280),
    ],
  ],
  [
    "(c)(4)(ii) every 2 months, short first period, irregular first and final payment",
    "7.30 2 month",
    [
      lent("1978-01-10", 8000),
      paid(day("1978-03-01"), 449.36),
      ...monthly("1978-05-01", 18, 465, 2),
      paid(day("1981-05-01"), 200),
    ],
  ],
  [
    "(c)(5)(i) single payment, less than a year, in days",
    "11.45 1 term",
    [lent("1978-01-03", 1000), paid(day("1978-09-15"), 1080)],
  ],
  [
    "(c)(5)(ii) single payment, less than a year, in months",
    "8.80 1 term",
    [lent("1978-07-15", 1000), paid(day("1979-01-15"), 1044)],
  ],
  [
    "(c)(5)(iii) single payment, between one and two years",
    "8.76 1 year",
    [lent("1978-01-17", 1000), paid(day("1979-07-17"), 1135.19)],
  ],
  [
    "(c)(5)(iv) single payment, exactly two years",
    "11.36 1 year",
    [lent("1978-01-03", 1000), paid(day("1980-01-03"), 1240)],
  ],
] as const)("Appendix J %s", (_, expected, flows) => {
  expect(apr(flows)).toBe(expected);
});

test("months are measured back from the later day, February ends a series of the 30th", () => {
  const flows = [lent("2026-12-30", 1000), ...monthly("2027-01-30", 3, 340)];
  const rate = regZApr(flows);
  expect(rate.ok && rate.value.terms.map((it) => [it.whole, it.fraction])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
  ]);
});

test("two common periods equally often: the smaller is the unit-period", () => {
  const flows = [
    lent("2026-01-01", 1000),
    ...["2026-02-01", "2026-03-01", "2026-05-01", "2026-07-01"].map((on) => paid(day(on), 260)),
  ];
  expect(apr(flows)).toContain("1 month");
});

test("no common period: the average, to the nearest standard interval", () => {
  const flows = [
    lent("2026-01-01", 1000),
    ...["2026-01-30", "2026-03-03", "2026-04-02"].map((on) => paid(day(on), 340)),
  ];
  expect(apr(flows)).toMatch(/1 month$/);
});

test("several advances, as for a student", () => {
  const flows = [
    lent("2026-09-05", 1800),
    lent("2027-09-05", 1800),
    lent("2028-09-05", 1800),
    ...monthly("2030-03-05", 60, 125),
  ];
  const rate = regZApr(flows);
  if (!rate.ok) throw new Error(rate.refusal.reason);
  const { ratePerUnitPeriod: i, terms } = rate.value;
  const worth = terms.reduce(
    (sum, it) => sum + it.amountMinor / ((1 + it.fraction * i) * (1 + i) ** it.whole),
    0,
  );
  expect(Math.abs(worth)).toBeLessThan(1e-6);
});

test("a loan written at a monthly rate has twelve times that rate as its APR", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 360 }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 20_000 }),
      (count, tenthsPerMonth, offset) => {
        fc.pre(count > 1);
        const rate = tenthsPerMonth / 10_000;
        const amount = 1_000_000;
        const level = (amount * rate) / (1 - (1 + rate) ** -count);
        const start = addDays(day("1990-01-01"), offset);
        const flows = [
          { on: start, amountMinor: minor(amount * 1000) },
          ...Array.from({ length: count }, (_, k) => ({
            on: addMonths(start, k + 1),
            amountMinor: minor(-Math.round(level * 1000)),
          })),
        ];
        const found = regZApr(flows);
        expect(found.ok && found.value.apr).toBeCloseTo(rate * 12, 5);
      },
    ),
    { numRuns: 60 },
  );
});
