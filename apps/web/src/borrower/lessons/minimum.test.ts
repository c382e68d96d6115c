import { expect, test } from "vitest";
import { minimumLife } from "./minimum.ts";

const card = { ratePpmYear: 182_500, floorMinor: 5_000 };

test("10,000 yuan at 18.25 % by tenths takes years, and the whole at once takes a month", () => {
  const tenth = minimumLife({ ...card, balanceMinor: 1_000_000, sharePpm: 100_000 });
  expect(tenth).toEqual({ months: 45, interestMinor: 169_300, ends: true });
  const whole = minimumLife({ ...card, balanceMinor: 1_000_000, sharePpm: 1_000_000 });
  expect(whole).toEqual({ months: 1, interestMinor: 15_000, ends: true });
});

test("a share that is smaller than the interest never ends", () => {
  const never = minimumLife({ ...card, floorMinor: 0, balanceMinor: 1_000_000, sharePpm: 10_000 });
  expect(never.ends).toBe(false);
});
