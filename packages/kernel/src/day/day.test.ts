import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, civilOf, day, dayOf, epochDay, formatDay, parseDay, weekdayOf } from "./day.ts";

test("a day and its civil date are one", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 200_000 }), (value) => {
      const civil = civilOf(epochDay(value));
      expect(dayOf(civil.year, civil.month, civil.day)).toBe(value);
      expect(formatDay(epochDay(value)).slice(0, 10)).toBe(
        new Date(value * 86_400_000).toISOString().slice(0, 10),
      );
      expect(weekdayOf(epochDay(value))).toBe(new Date(value * 86_400_000).getUTCDay() || 7);
    }),
  );
});

test("months step from the seed: 31 January, 29 February, 31 March", () => {
  const seed = day("2024-01-31");
  expect([0, 1, 2, 13].map((it) => formatDay(addMonths(seed, it)))).toEqual([
    "2024-01-31",
    "2024-02-29",
    "2024-03-31",
    "2025-02-28",
  ]);
});

test("a text that is not a real day is refused", () => {
  expect(parseDay("2026-02-29")).toBeUndefined();
  expect(parseDay("2026-2-1")).toBeUndefined();
  expect(parseDay("2026-13-01")).toBeUndefined();
});
