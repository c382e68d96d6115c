import { expect, test } from "vitest";
import { effectOfNotice, type PaymentNotice, type PaymentStatus } from "./index.ts";

test.each([
  ["open", "paid", "book", "money that came is booked"],
  ["failed", "paid", "book", "money that came after all is booked, however late"],
  ["paid", "paid", "known", "the same news again moves nothing"],
  ["returned", "paid", "known", "old news after the return moves nothing"],
  ["open", "failed", "fail", "an attempt that failed is told as such"],
  ["paid", "failed", "ignored", "a failure told after the money came takes nothing back"],
  ["paid", "returned", "return", "money that went back is taken off as of its day"],
  ["returned", "returned", "known", "a return is booked once"],
  ["open", "returned", "ignored", "what never came can't go back"],
] as const)("%s, then %s: %s, as %s", (status, kind, effect) => {
  const payment = { status: status as PaymentStatus, currency: "CNY" };
  const notice = { kind: kind as PaymentNotice["kind"], currency: "CNY" };
  expect(effectOfNotice(payment, notice)).toBe(effect);
});

test("another currency is never booked", () => {
  const notice = { kind: "paid", currency: "USD" } as const;
  expect(effectOfNotice({ status: "open", currency: "CNY" }, notice)).toBe("wrong-currency");
});
