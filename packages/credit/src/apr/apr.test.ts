import { addDays, addMonths, day, formatMinor, minor } from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { costRates } from "../cost/rates.ts";
import { offerCost } from "../cost/cost.ts";
import { cashLine, payLater } from "../product/catalogue/index.ts";
import type { PlanTerms } from "../product/declaration.ts";
import { euApr, yearsBetween } from "./eu.ts";
import { type CashFlow, irrPerPeriod, percentText, xirr } from "./irr.ts";
import { annualRates } from "./rates.ts";

const flow = (on: string, amount: number): CashFlow => ({
  on: day(on),
  amountMinor: minor(Math.round(amount * 100)),
});

const eu = (flows: readonly CashFlow[], decimals = 1): string => {
  const rate = euApr(flows);
  return rate.ok ? percentText(rate.value.apr, decimals) : rate.refusal.reason;
};

// Directive 98/7/EC Annex II, calculations by equal months, carried into Directive 2008/48/EC.
test("the directive's examples: one payment, a fee held back, two payments, three", () => {
  expect(eu([flow("1994-01-01", 1000), flow("1995-07-01", -1200)], 2)).toBe("12.92");
  expect(eu([flow("1994-01-01", 950), flow("1995-07-01", -1200)], 2)).toBe("16.85");
  expect(
    eu([flow("1994-01-01", 1000), flow("1995-01-01", -600), flow("1996-01-01", -600)], 2),
  ).toBe("13.07");
  expect(
    eu(
      [
        flow("1994-01-01", 1000),
        flow("1994-04-01", -272),
        flow("1994-07-01", -272),
        flow("1995-01-01", -544),
      ],
      2,
    ),
  ).toBe("13.19");
  expect(eu([flow("1994-01-01", 1000), flow("1995-07-01", -1200)])).toBe("12.9");
});

test("intervals: equal periods counted back, the rest in days of the year that ends there", () => {
  // Commission guidelines on Directive 2008/48/EC, annex 1, 4.1.1.
  const years = (unit: "year" | "month" | "week", from: string, to: string): string =>
    yearsBetween(unit, day(from), day(to)).toFixed(8);
  expect(years("month", "2019-01-12", "2020-01-12")).toBe("1.00000000");
  expect(years("month", "2012-01-12", "2012-02-15")).toBe((1 / 12 + 3 / 365).toFixed(8));
  expect(years("month", "2013-01-12", "2013-02-15")).toBe((1 / 12 + 3 / 366).toFixed(8));
  expect(years("month", "2013-02-26", "2013-03-29")).toBe((1 / 12 + 2 / 366).toFixed(8));
  expect(years("month", "2012-02-26", "2012-03-29")).toBe((1 / 12 + 3 / 365).toFixed(8));
  expect(years("month", "2024-12-31", "2025-02-28")).toBe((2 / 12).toFixed(8));
  expect(years("month", "2024-02-29", "2025-03-31")).toBe((13 / 12).toFixed(8));
  expect(years("month", "2024-02-28", "2025-02-27")).toBe((11 / 12 + 28 / 366).toFixed(8));
  expect(years("year", "2012-01-12", "2012-02-15")).toBe((34 / 365).toFixed(8));
  expect(years("year", "2019-02-28", "2020-02-29")).toBe("1.00000000");
  expect(years("week", "2012-01-12", "2012-01-30")).toBe((2 / 52 + 4 / 365).toFixed(8));
  expect(years("week", "2012-01-12", "2013-01-12")).toBe((1 + 2 / 365).toFixed(8));
});

test("the rate rounds at the decimal shown, a half upwards", () => {
  expect(percentText(0.12345, 2)).toBe("12.35");
  expect(percentText(0.1295, 1)).toBe("13.0");
  expect(percentText(0.12949999, 1)).toBe("12.9");
  expect(percentText(-0.00001, 2)).toBe("0.00");
});

test("a known series: 1 % a month over a year", () => {
  const rate = irrPerPeriod([100_000_000, ...Array.from({ length: 12 }, () => -8_884_879)]);
  expect(rate.ok && rate.value).toBeCloseTo(0.01, 8);
});

test("twelve instalments of 10 000 at 0.04 % a day: XIRR 15.618 %", () => {
  const plan: PlanTerms = {
    method: "equal-instalment",
    terms: 12,
    feePpm: 0,
    principalMinor: [],
    firstDueOn: null,
  };
  const on = day("2026-01-15");
  const offer = { on, amountMinor: minor(1_000_000), plan, rate: 400, dueDay: 15 };
  const rates = costRates(offerCost(cashLine, offer));
  expect(rates.xirr.ok && percentText(rates.xirr.value, 3)).toBe("15.618");
  expect(rates.china.ok && percentText(rates.china.value.simple, 2)).toBe("14.54");
  expect(percentText(rates.principalInUse ?? 0, 2)).toBe("14.60");
  expect(rates.eu.ok && percentText(rates.eu.value.apr, 1)).toBe("15.5");
});

test.each([
  [3, 23_000, "13.75", "14.65"],
  [6, 45_000, "15.27", "16.38"],
  [9, 65_000, "15.34", "16.47"],
  [12, 88_000, "15.86", "17.07"],
])(
  "a fee of %i instalments at %i ppm costs %s %% nominal, %s %% effective",
  (terms, feePpm, nominal, effective) => {
    const principal = 1_000_000_000;
    const fee = Math.round((principal * feePpm) / 1_000_000);
    const flows = [
      { on: day("2026-01-15"), amountMinor: minor(principal) },
      ...Array.from({ length: terms }, (_, k) => ({
        on: addMonths(day("2026-01-15"), k + 1),
        amountMinor: minor(-Math.round((principal + fee) / terms)),
      })),
    ];
    const { irr, china } = annualRates(flows);
    expect(irr.ok && percentText(irr.value.nominal, 2)).toBe(nominal);
    expect(china.ok && percentText(china.value.compound, 2)).toBe(effective);
  },
);

test("an interest-free purchase costs nothing, and has a rate of zero", () => {
  const plan: PlanTerms = {
    method: "open",
    terms: 0,
    feePpm: 0,
    principalMinor: [],
    firstDueOn: null,
  };
  const on = day("2026-01-15");
  const table = offerCost(payLater, {
    on,
    amountMinor: minor(100_000),
    plan,
    rate: 500,
    dueDay: 9,
  });
  const rates = costRates(table);
  expect(formatMinor(table.costMinor)).toBe("0.00");
  expect(rates.xirr.ok && rates.xirr.value).toBe(0);
});

test("what has no rate says why", () => {
  const reason = (flows: readonly CashFlow[]): string => {
    const rate = xirr(flows);
    return rate.ok ? String(rate.value) : rate.refusal.reason;
  };
  expect(reason([])).toBe("no-flows");
  expect(reason([flow("2026-01-01", 100), flow("2026-01-01", -100)])).toBe("no-flows");
  expect(reason([flow("2026-01-01", 100), flow("2026-02-01", 100)])).toBe("no-sign-change");
  expect(
    reason([flow("2026-01-01", -100), flow("2026-07-01", 230), flow("2027-01-01", -132)]),
  ).toBe("several-sign-changes");
});

test("a line drawn and repaid again and again has one rate", () => {
  const rate = xirr([
    flow("2026-01-01", 1000),
    flow("2026-03-01", -600),
    flow("2026-04-01", 500),
    flow("2026-12-31", -1000),
  ]);
  expect(rate.ok && percentText(rate.value, 2)).toBe("11.49");
});

test("money given back at a loss has a negative rate", () => {
  const rate = xirr([flow("2026-01-01", 1000), flow("2027-01-01", -900)]);
  expect(rate.ok && rate.value).toBeCloseTo(-0.1, 10);
});

test("at the rate found the flows are worth nothing, whatever they are", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 1e8 })), {
        minLength: 1,
        maxLength: 60,
      }),
      (amount, payments) => {
        let on = 20_000;
        const flows: CashFlow[] = [{ on: day("2024-10-04"), amountMinor: minor(amount) }];
        for (const [wait, paid] of payments) {
          on += wait;
          flows.push({ on: offset(on - 20_000), amountMinor: minor(-paid) });
        }
        const rate = xirr(flows);
        if (!rate.ok) {
          expect(rate.refusal.reason).toBe("out-of-range");
          return;
        }
        const first = day("2024-10-04");
        let worth = 0;
        let size = 0;
        for (const it of flows) {
          const part = it.amountMinor * (1 + rate.value) ** (-(it.on - first) / 365);
          worth += part;
          size += Math.abs(part);
        }
        expect(Math.abs(worth) / size).toBeLessThan(1e-9);
      },
    ),
  );
});

function offset(days: number): CashFlow["on"] {
  return addDays(day("2024-10-04"), days);
}
