import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMinor, kept, over, parseDecimal, scaled, times, toMinor, whole } from "./decimal.ts";

test("a quotient keeps nineteen significant digits, ties to even", () => {
  expect(over(whole(1), whole(3))).toEqual({ coefficient: 3333333333333333333n, scale: 19 });
  expect(over(whole(2), whole(3))).toEqual({ coefficient: 6666666666666666667n, scale: 19 });
  expect(over(whole(7), whole(100))).toEqual({ coefficient: 7000000000000000000n, scale: 20 });
});

test("a product beyond nineteen digits is rounded, not cut", () => {
  const wide = { coefficient: 12345678901234567895n, scale: 19 };
  expect(kept(wide)).toEqual({ coefficient: 1234567890123456790n, scale: 18 });
  expect(times(whole(10n ** 12n), whole(10n ** 12n))).toEqual({
    coefficient: 1_000_000_000_000_000_000n,
    scale: -6,
  });
});

test("half a cent goes to the even cent", () => {
  const cents = (text: string): bigint => toMinor(parseDecimal(text)!, 2);
  expect([cents("0.005"), cents("0.015"), cents("0.025"), cents("-0.015")]).toEqual([
    0n,
    2n,
    2n,
    -2n,
  ]);
  expect(scaled(parseDecimal("1.5")!, 3)).toEqual({ coefficient: 1500n, scale: 3 });
});

test("amounts read back as they were written", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(6), (minor, digits) => {
      const decimal = parseDecimal(formatMinor(minor, digits));
      expect(toMinor(decimal!, digits)).toBe(minor);
    }),
  );
});

test("what is not a plain decimal is refused", () => {
  for (const text of ["", "1.", ".5", "1e3", "1,5", "0x1", " 1"]) {
    expect(parseDecimal(text)).toBeUndefined();
  }
});
