import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  binColumn,
  binOf,
  coarsenBins,
  cutBins,
  optimalBins,
  type OptimalSettings,
} from "./index.ts";

const settings: OptimalSettings = { binsMax: 5, shareMin: 0.05, binPrice: 0.001 };

test("few values have a bin each, a missing value has its own", () => {
  const bins = cutBins(Float64Array.of(1, 2, 2, 3, Number.NaN), 10);
  expect([...binColumn(bins, Float64Array.of(1, 2, 3, Number.NaN, 99))]).toEqual([1, 2, 3, 0, 3]);
});

test("many values share their rows about equally, and a cut belongs to the bin above it", () => {
  const values = Float64Array.from({ length: 1000 }, (_, i) => i);
  const bins = cutBins(values, 10);
  expect(bins.cuts).toHaveLength(9);
  const counts = new Map<number, number>();
  for (const b of binColumn(bins, values)) counts.set(b, (counts.get(b) ?? 0) + 1);
  for (const rows of counts.values()) expect(rows).toBeGreaterThan(90);
  expect(binOf(bins.cuts, bins.cuts[0]!)).toBe(2);
});

test("coarse cuts are among the fine ones", () => {
  const values = Float64Array.from({ length: 500 }, (_, i) => i % 97);
  const fine = cutBins(values, 64);
  const coarse = coarsenBins(fine, binColumn(fine, values), 8);
  expect(coarse.cuts.length).toBeLessThanOrEqual(7);
  for (const cut of coarse.cuts) expect(fine.cuts).toContain(cut);
});

type Counts = { good: number[]; bad: number[] };
const anyCounts: fc.Arbitrary<Counts> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })), {
    minLength: 3,
    maxLength: 9,
  })
  .map((rows) => ({ good: rows.map(([g]) => g), bad: rows.map(([, b]) => b) }));

test("no other way of joining neighbours in order has a higher information value", () =>
  fc.assert(
    fc.property(
      anyCounts,
      fc.constantFrom(-1 as const, 0 as const, 1 as const),
      (counts, direction) => {
        const found = optimalBins(counts, direction, settings);
        const best = bruteForce(counts, direction);
        expect(found?.informationValue ?? Number.NaN).toBeCloseTo(best, 9);
      },
    ),
    { numRuns: 60 },
  ));

/** Tries every set of cuts. */
function bruteForce({ good, bad }: Counts, direction: -1 | 0 | 1): number {
  const goods = good.reduce((a, b) => a + b, 0);
  const bads = bad.reduce((a, b) => a + b, 0);
  let best = Number.NEGATIVE_INFINITY;
  let value = Number.NaN;
  for (let mask = 0; mask < 1 << (good.length - 1); mask++) {
    const parts: { g: number; b: number }[] = [{ g: 0, b: 0 }];
    good.forEach((g, k) => {
      if (k > 0 && (mask >> (k - 1)) % 2 === 1) parts.push({ g: 0, b: 0 });
      parts.at(-1)!.g += g;
      parts.at(-1)!.b += bad[k]!;
    });
    if (parts.length > settings.binsMax) continue;
    if (parts.some((it) => it.g + it.b < settings.shareMin * (goods + bads))) continue;
    const rates = parts.map((it) => it.b / (it.g + it.b));
    if (rates.some((rate, k) => k > 0 && (rate - rates[k - 1]!) * direction < 0)) continue;
    const information = parts.reduce((sum, it) => {
      const g = Math.max(it.g, 0.5) / goods;
      const b = Math.max(it.b, 0.5) / bads;
      return sum + (b - g) * Math.log(b / g);
    }, 0);
    if (information - settings.binPrice * parts.length > best + 1e-12) {
      best = information - settings.binPrice * parts.length;
      value = information;
    }
  }
  return value;
}
