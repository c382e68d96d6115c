import fc from "fast-check";
import { expect, test } from "vitest";
import { divRound, mulDivRound, roundRatio, type RoundingMode } from "./exact.ts";

const modes: readonly RoundingMode[] = [
  "half-up",
  "half-even",
  "half-down",
  "up",
  "down",
  "ceiling",
  "floor",
];

test("ties, both signs", () => {
  const of = (mode: RoundingMode): number[] =>
    [-15, -5, 5, 15, 25].map((it) => divRound(it, 10, mode));
  expect(of("half-up")).toEqual([-2, -1, 1, 2, 3]);
  expect(of("half-even")).toEqual([-2, 0, 0, 2, 2]);
  expect(of("half-down")).toEqual([-1, 0, 0, 1, 2]);
  expect(of("up")).toEqual([-2, -1, 1, 2, 3]);
  expect(of("down")).toEqual([-1, 0, 0, 1, 2]);
  expect(of("ceiling")).toEqual([-1, 0, 1, 2, 3]);
  expect(of("floor")).toEqual([-2, -1, 0, 1, 2]);
});

test("the machine-integer path and the arbitrary one agree", () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.constantFrom(...modes),
      (n, d, mode) => {
        expect(BigInt(divRound(n, d, mode))).toBe(roundRatio(BigInt(n), BigInt(d), mode));
      },
    ),
  );
});

test("a product beyond 2^53 is still exact", () => {
  expect(mulDivRound(9_007_199_254_740_991, 3, 3, "half-up")).toBe(9_007_199_254_740_991);
});
