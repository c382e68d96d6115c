import * as fc from "fast-check";
import { expect, test } from "vitest";
import { calibration, fairness, ranking, stabilityIndex } from "./index.ts";

test("a score that puts every bad row above every good one has an AUC and a KS of 1", () => {
  const { auc, ks, gini } = ranking(Float64Array.of(0.1, 0.2, 0.8, 0.9), Uint8Array.of(0, 0, 1, 1));
  expect([auc, ks, gini]).toEqual([1, 1, 1]);
});

test("ties count half", () => {
  expect(ranking(Float64Array.of(1, 1, 1, 1), Uint8Array.of(0, 1, 0, 1)).auc).toBe(0.5);
});

test("the AUC is the share of pairs in the right order", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), {
        minLength: 2,
        maxLength: 40,
      }),
      (rows) => {
        const bad = rows.filter(([, it]) => it);
        const good = rows.filter(([, it]) => !it);
        fc.pre(bad.length > 0 && good.length > 0);
        const won = bad.flatMap(([b]) =>
          good.map(([g]): number => (b > g ? 1 : b === g ? 0.5 : 0)),
        );
        const { auc } = ranking(
          Float64Array.from(rows, ([score]) => score),
          Uint8Array.from(rows, ([, it]) => Number(it)),
        );
        expect(auc).toBeCloseTo(won.reduce((a, b) => a + b, 0) / won.length, 12);
      },
    ),
  ));

test("probabilities that say what happens have no calibration error and a slope of 1", () => {
  const probability = Float64Array.from({ length: 1000 }, (_, i) => (i < 500 ? 0.2 : 0.6));
  const outcome = Uint8Array.from({ length: 1000 }, (_, i) =>
    Number(i < 500 ? i % 5 === 0 : i % 5 < 3),
  );
  const it = calibration(probability, outcome);
  expect(it.ece).toBeCloseTo(0, 12);
  expect(it.slope).toBeCloseTo(1, 6);
  expect(it.brier).toBeCloseTo(0.5 * 0.2 * 0.8 + 0.5 * 0.6 * 0.4, 12);
});

test("probabilities that are all a tenth too high have an error of a tenth", () => {
  const outcome = Uint8Array.from({ length: 100 }, (_, i) => Number(i % 5 === 0));
  expect(calibration(new Float64Array(100).fill(0.3), outcome).ece).toBeCloseTo(0.1, 12);
});

// Siddiqi (2006), ch. 9: each part contributes (actual − expected)·ln(actual ÷ expected).
test("the stability index of a population that moved by a tenth of its rows", () => {
  const expected = 0.1 * Math.log(0.6 / 0.5) - 0.1 * Math.log(0.4 / 0.5);
  expect(stabilityIndex([500, 500], [600, 400])).toBeCloseTo(expected, 12);
  expect(stabilityIndex([3, 4, 5], [30, 40, 50])).toBeCloseTo(0, 12);
});

test("a group refused twice as often has a ratio to the best-treated one", () => {
  const rows = 200;
  const groups = Array.from({ length: rows }, (_, i) => (i < 100 ? "a" : "b"));
  const probability = Float64Array.from({ length: rows }, (_, i) =>
    i % 100 < (i < 100 ? 20 : 60) ? 0.9 : 0.1,
  );
  const outcome = Uint8Array.from({ length: rows }, (_, i) => i % 2);
  const [a, b] = fairness({ probability, outcome, groups, threshold: 0.5 });
  expect(a?.acceptanceRatio).toBe(1);
  expect(b?.acceptanceRatio).toBeCloseTo(0.5, 12);
});
