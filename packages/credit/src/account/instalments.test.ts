import { day, formatDay, formatMinor, minor } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { readLife, replay, tidyLife } from "../life/life.ts";
import {
  cashLineDeclaration,
  declared,
  instalmentLoanDeclaration,
} from "../product/catalogue/index.ts";
import type { ProductDeclaration } from "../product/declaration.ts";
import { type Product, productOf } from "../product/product.ts";
import { type InstalmentTerms, plainInstalments } from "../schedule/terms.ts";
import { planSchedule } from "../schedule/schedule.ts";
import { fold, stateAt } from "./fold.ts";

/** Every figure of the table is what the engine finds. */
function check(product: Product, table: string): void {
  expect(replay(product, table)).toBe(tidyLife(product, table));
}

function loan(
  instalments: Partial<InstalmentTerms>,
  more: Partial<ProductDeclaration> = {},
): Product {
  return declared({
    ...instalmentLoanDeclaration,
    id: "declared",
    ...more,
    instalments: { ...plainInstalments, ...instalments },
  });
}

const dueDays = (product: Product, table: string): string[] => {
  const events = readLife(product, table).flatMap((line) => line.event ?? []);
  const last = events.at(-1)?.valueOn ?? day("2026-01-01");
  const state = stateAt(product, events, last);
  return state?.draws[0]?.rows.map((row) => formatDay(row.dueOn)) ?? [];
};

test("every two weeks, by declaration alone", () =>
  check(
    loan({ every: { unit: "week", count: 2 } }),
    `
  2026-01-15  draw    10000.00 equal-principal 4   next 2026-01-29
  2026-01-29  as of   due 2541.42  interest 41.42  next 2026-02-02
  2026-01-29  repay   2541.42  owed 7500.00        next 2026-02-12
`,
  ));

test("a down payment falls due on the day of the draw, the plan covers the rest", () =>
  check(
    loan({ downPaymentPpm: 200_000 }),
    `
  2026-01-15  draw    10000.00 equal-principal 4   due 2000.00  next 2026-01-19
  2026-01-15  repay    2000.00  owed 8000.00       next 2026-02-15
  2026-02-15  as of   due 2073.38  interest 73.38
`,
  ));

test("instalments in whole yuan; the last takes what that leaves", () => {
  const product = loan({ multipleMinor: 100 });
  const table = "2026-01-15  draw 12000.00 equal-instalment 12";
  const events = readLife(product, table).flatMap((line) => line.event ?? []);
  const { state } = fold(product, events, day("2026-01-15"));
  const totals = state.draws[0]?.rows.map((row) => row.principalMinor + row.interestMinor) ?? [];
  expect(totals.slice(0, 11).every((it) => it === 105_900)).toBe(true);
  expect(formatMinor(minor(totals[11] ?? 0))).toBe("1061.67");
});

test("due days roll over National Day, and a holiday of two months rolls anew", () => {
  const product = loan({ calendar: "cn", roll: "following" });
  const draw = "2026-08-20  open day 1\n2026-08-20  draw 9000.00 equal-principal 3";
  expect(dueDays(product, draw)).toEqual(["2026-09-01", "2026-10-08", "2026-11-02"]);
  expect(dueDays(product, `${draw}\n2026-08-21 holiday 1`)).toEqual([
    "2026-10-08",
    "2026-11-02",
    "2026-12-01",
  ]);
  expect(dueDays(product, `${draw}\n2026-08-21 day 3`)).toEqual([
    "2026-09-03",
    "2026-10-08",
    "2026-11-03",
  ]);
});

test("a weekly plan keeps its weekday through a holiday and a change of the due day", () => {
  const product = loan({ every: { unit: "week", count: 1 } });
  const draw = "2026-01-15  draw 9000.00 equal-principal 3";
  expect(dueDays(product, `${draw}\n2026-01-16 holiday 1`)).toEqual([
    "2026-02-22",
    "2026-03-01",
    "2026-03-08",
  ]);
  expect(dueDays(product, `${draw}\n2026-01-16 day 20`)).toEqual(dueDays(product, draw));
});

test("a monthly rate, and 30/360 US with due days up to the 30th", () => {
  const product = loan(
    {},
    {
      dayCount: "30/360-us",
      rate: { unit: "ppm-month", standard: 10_000, min: 0, max: 20_000 },
      cycle: { ...instalmentLoanDeclaration.cycle, dueDaysOffered: [15, 30] },
      limitMinorMax: minor(1_000_000),
    },
  );
  check(
    product,
    `
  2026-01-15  draw    10000.00 equal-principal 4 rate 10000
  2026-02-15  as of   due 2600.00  interest 100.00
  2026-02-15  repay   2600.00
  2026-03-15  as of   due 2575.00  interest 75.00
`,
  );
});

test("a declaration whose parts contradict each other is refused, field by field", () => {
  const wrong = {
    ...instalmentLoanDeclaration,
    dayCount: "30/360-us",
    instalments: {
      ...plainInstalments,
      every: { unit: "day", count: 7 },
      roll: "following",
      calendar: {
        name: "x",
        weekend: [6, 7],
        years: [2026],
        exceptions: [["2026-13-01", "off", ""]],
      },
      residue: "middle",
    },
  };
  const shape = productOf(wrong);
  expect(shape.ok ? [] : shape.refusal.map((it) => it.field)).toEqual([
    "instalments.residue",
    "instalments.calendar.exceptions[0]",
  ]);
  const meaning = productOf({
    ...wrong,
    instalments: { ...wrong.instalments, residue: "last", calendar: "cn" },
  });
  expect(meaning.ok ? [] : meaning.refusal.map((it) => it.field)).toEqual([
    "cycle.dueDaysOffered",
    "instalments.roll",
  ]);
});

test("the account and the pure schedule plan the same rows, to the cent", () => {
  const table = "2026-01-15  draw 10000.00 equal-instalment 12";
  const events = readLife(declared(cashLineDeclaration), table).flatMap((it) => it.event ?? []);
  const rows = fold(declared(cashLineDeclaration), events, day("2026-01-15")).state.draws[0]?.rows;
  const { rows: pure } = planSchedule({
    principalMinor: minor(1_000_000),
    startOn: day("2026-01-15"),
    rate: 400,
    rateUnit: "ppm-day",
    dayCount: "actual/365-fixed",
    rounding: "half-up",
    method: "equal-instalment",
    terms: 12,
    firstDueOn: null,
    dueDay: 15,
    firstDueDaysMin: 5,
    feePpm: 0,
    feePer: "plan",
    customPrincipalMinor: [],
    instalments: plainInstalments,
  });
  expect(rows?.map((it) => [it.dueOn, it.principalMinor, it.interestMinor])).toEqual(
    pure.map((it) => [it.dueOn, it.principalMinor, it.interestMinor]),
  );
});
