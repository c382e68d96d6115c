import { expect, test } from "vitest";
import { nearPrime, prime } from "../parameters/parameters.ts";
import { runPortfolio } from "./portfolio.ts";

test.for([prime, nearPrime])(
  "the $name book comes out as published, within its tolerance",
  (scenario) => {
    const found = runPortfolio({
      scenario,
      accounts: 150_000,
      seed: "2026",
      startMonth: 1,
      settleMonths: 30,
      measureMonths: 18,
    });
    const { reproduced, toleranceRelative } = scenario;
    const pairs = [
      ["d1+", found.d1PlusPercent, reproduced.d1PlusPercent],
      ["d30+", found.d30PlusPercent, reproduced.d30PlusPercent],
      ["missed per cycle", found.missedPerCyclePercent, reproduced.missedPerCyclePercent],
      ["written off", found.writtenOffPerMonthPercent, reproduced.writtenOffPerMonthPercent],
      ...reproduced.bucketSharePercent.map(
        (share, index) => [`M${index + 1}`, found.bucketSharePercent[index] ?? 0, share] as const,
      ),
    ] as const;
    for (const [name, value, wanted] of pairs)
      expect(Math.abs(value / wanted - 1), `${name}: ${value} against ${wanted}`).toBeLessThan(
        toleranceRelative,
      );
  },
);

test("one seed, one book", () => {
  const run = {
    scenario: prime,
    accounts: 2_000,
    seed: "again",
    startMonth: 1,
    settleMonths: 2,
    measureMonths: 6,
  };
  expect(runPortfolio(run)).toEqual(runPortfolio(run));
  expect(runPortfolio({ ...run, seed: "other" })).not.toEqual(runPortfolio(run));
});
