import {
  type AccountEvent,
  accrualLine,
  advance,
  cashLine,
  fold,
  instalmentLoan,
  type Product,
} from "@fairdue/credit";
import { addDays, day, minor, parseId, present } from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accruedAtEnd, linesOf } from "./accrual.ts";

const start = day("2026-01-10");
const stamp = (seq: number) => ({
  id: present(parseId("Event", `evt_${seq}`), "an id"),
  seq,
  valueOn: addDays(start, seq - 1),
  bookedOn: addDays(start, seq - 1),
});

function borrowed(product: Product, amount: number): AccountEvent[] {
  const { id, version, rate, cycle, offers } = product.declaration;
  return [
    {
      ...stamp(1),
      kind: "opened",
      accountId: present(parseId("Account", "acc_1"), "an id"),
      productId: id,
      productVersion: version,
      limitMinor: minor(amount),
      rate: rate.standard,
      dueDay: cycle.dueDay,
    },
    {
      ...stamp(2),
      kind: "drawn",
      drawId: "drw_1",
      amountMinor: minor(amount),
      plan: {
        method: offers.methods[0] ?? "equal-instalment",
        terms: 12,
        feePpm: 0,
        principalMinor: [],
        firstDueOn: null,
      },
      rate: rate.standard,
      channel: "bank",
    },
  ];
}

const accounts = fc.record({
  product: fc.constantFrom(cashLine, instalmentLoan),
  amount: fc.integer({ min: 100_000, max: 20_000_000 }),
  lived: fc.integer({ min: 2, max: 300 }),
  ahead: fc.integer({ min: 0, max: 40 }),
});

test("the straight line of an account is what the engine accrues, on every day up to its next event", () => {
  fc.assert(
    fc.property(accounts, ({ product, amount, lived, ahead }) => {
      const { state } = fold(product, borrowed(product, amount), addDays(start, lived));
      const on = addDays(state.asOf, Math.min(ahead, state.nextEventOn - 1 - state.asOf));
      const { interest, penalty } = linesOf(product, state);
      const engine = accrualLine(product, advance(product, state, on).state);
      expect(interest.intercept + interest.slope * BigInt(on)).toBe(
        BigInt(engine.interestNumerator),
      );
      expect(penalty.intercept + penalty.slope * BigInt(on)).toBe(BigInt(engine.penaltyNumerator));
    }),
    { numRuns: 200 },
  );
});

test("lines of one product add up: the book's accrual is that of its accounts, rounded once", () => {
  fc.assert(
    fc.property(fc.array(accounts, { minLength: 1, maxLength: 20 }), (all) => {
      const states = all.map(
        (it) => fold(cashLine, borrowed(cashLine, it.amount), addDays(start, 3)).state,
      );
      const lines = states.map((it) => linesOf(cashLine, it).interest);
      const line = {
        intercept: lines.reduce((sum, it) => sum + it.intercept, 0n),
        slope: lines.reduce((sum, it) => sum + it.slope, 0n),
      };
      const on = addDays(start, 8);
      const position = {
        productId: "cash-line",
        productVersion: 1,
        component: "interest",
        isMemo: false,
        denominator: cashLine.denominator,
        line,
      } as const;
      const exact = states
        .map((it) => accrualLine(cashLine, advance(cashLine, it, addDays(on, 1)).state))
        .reduce((sum, it) => sum + it.interestNumerator, 0);
      expect(accruedAtEnd(position, on)).toBe(Math.round(exact / cashLine.denominator));
    }),
    { numRuns: 50 },
  );
});
