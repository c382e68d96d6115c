import { day, formatDay, formatMinor, minor } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { fold } from "../account/fold.ts";
import { readLife } from "../life/life.ts";
import { cashLine, payLater } from "../product/catalogue/index.ts";
import type { PlanTerms } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";
import { type CostTable, costOf, offerCost } from "./cost.ts";

const plan = (method: PlanTerms["method"], terms: number, feePpm = 0): PlanTerms => ({
  method,
  terms,
  feePpm,
  principalMinor: [],
  firstDueOn: null,
});

function cost(product: Product, it: PlanTerms, on = "2026-01-15"): CostTable {
  const dueDay = product.declaration.cycle.dueDay;
  return offerCost(product, {
    on: day(on),
    amountMinor: minor(1_000_000),
    plan: it,
    rate: 400,
    dueDay,
  });
}

test("12 equal instalments of 10 000 at 0.04 % a day cost 804.93, the last is 900.42", () => {
  const table = cost(cashLine, plan("equal-instalment", 12));
  expect(table.rows.length).toBe(12);
  expect(formatMinor(table.interestMinor)).toBe("804.93");
  const last = table.rows.at(-1);
  expect(last && `${formatDay(last.on)} ${formatMinor(last.totalMinor)}`).toBe("2027-01-15 900.42");
  expect(table.flows.reduce((sum, flow) => sum + flow.amountMinor, 0)).toBe(-table.costMinor);
});

test("interest first costs 1 460.00, for the principal is in use all year", () => {
  expect(formatMinor(cost(cashLine, plan("interest-first", 12)).interestMinor)).toBe("1460.00");
});

test("an open draw is taken as used for a year", () => {
  const table = cost(cashLine, plan("open", 0));
  expect(formatMinor(table.costMinor)).toBe("1460.00");
  expect(table.rows.at(-1)?.on).toBe(day("2027-01-15"));
});

test("a converted purchase costs its fee, a purchase paid with its bill costs nothing", () => {
  const table = cost(payLater, plan("flat-fee", 12, 88_000));
  expect([table.rows.length, formatMinor(table.feeMinor)]).toEqual([12, "880.00"]);
  expect(cost(payLater, plan("open", 0)).costMinor).toBe(0);
});

test("what an account has cost is what it paid beyond what it received", () => {
  const life = readLife(
    cashLine,
    `2026-01-15  draw    10000.00 equal-instalment 12
     2026-02-25  repay     905.07
     2026-03-01  repay   20000.00 early`,
  ).flatMap((line) => line.event ?? []);
  const table = costOf(fold(cashLine, life, day("2026-03-01")).movements);
  expect(formatMinor(table.receivedMinor)).toBe("10000.00");
  expect(formatMinor(table.penaltyMinor)).toBe("4.66");
  expect(table.paidMinor - table.costMinor).toBe(table.receivedMinor);
});
