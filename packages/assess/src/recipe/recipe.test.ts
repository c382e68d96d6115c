import { expect, test } from "vitest";
import { columnsOf, evaluateRecipe, parseRecipe } from "./index.ts";

const none = Number.NaN;
/** One row: three months, newest first. */
const row: Record<string, number> = {
  s1: 2,
  s2: 0,
  s3: 1,
  bill1: 300,
  bill2: 200,
  bill3: 0,
  paid1: 50,
  paid2: 10,
  limit: 1000,
  gone: none,
};

function value(expression: unknown): number {
  const recipe = parseRecipe({
    name: "test",
    panels: {
      status: ["s1", "s2", "s3"],
      bill: ["bill1", "bill2", "bill3"],
      paid: ["paid1", "paid2"],
      use: { divide: ["$bill", "limit"] },
      cover: { clip: { divide: ["$paid", "$bill+1"], otherwise: 1 }, low: 0, high: 2 },
    },
    features: [{ name: "it", value: expression }],
  });
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.refusal));
  return evaluateRecipe(recipe.value, (name) => Float64Array.of(row[name]!), 1).get("it")![0]!;
}

test.each([
  ["a ratio", { divide: ["bill1", "limit"] }, 0.3],
  ["a ratio to nothing is missing", { divide: ["bill1", "bill3"] }, none],
  ["… unless the recipe says otherwise", { divide: ["bill1", "bill3"], otherwise: 1 }, 1],
  ["a clip", { clip: "bill1", low: 0, high: 250 }, 250],
  [
    "a logarithm that survives a credit balance",
    { log: { subtract: [0, "limit"] } },
    -Math.log1p(1000),
  ],
  ["a sum of parts", { add: ["bill1", "paid1", 5] }, 355],
  ["missing in, missing out", { add: ["bill1", "gone"] }, none],
  ["the worst of a panel", { max: "status" }, 2],
  ["… of its newest months", { max: "status", months: 1 }, 2],
  ["a mean over a panel made of others", { mean: "use" }, 0.5 / 3],
  ["the share of the bill before that was paid", { min: "cover" }, 0.25],
  ["where nothing was due, the whole", { max: "cover" }, 1],
  ["a count", { count: "status", atLeast: 1 }, 2],
  ["months since", { monthsSince: "status", equals: 1, never: 9 }, 2],
  ["months since what never was", { monthsSince: "status", atLeast: 5, never: 9 }, 9],
  ["a streak to now", { streak: "status", atLeast: 1 }, 1],
  ["a trend per month, positive when it grows", { trend: "bill" }, 150],
  ["a condition", { is: "s1", atMost: 1 }, 0],
])("%s", (_, expression, expected) => {
  const actual = value(expression);
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(actual).toBeCloseTo(expected, 12);
});

test("a recipe says which columns a feature reads, through panels made of panels", () => {
  const recipe = parseRecipe({
    name: "test",
    panels: { bill: ["b1", "b2"], use: { divide: ["$bill", "limit"] } },
    features: [{ name: "mean", value: { mean: "use" } }, { name: "age" }],
  });
  if (!recipe.ok) throw new Error("a good recipe");
  expect([...columnsOf(recipe.value, new Set(["mean"]))].sort()).toEqual(["b1", "b2", "limit"]);
});

test.each([
  [{ name: "x", features: [] }, "features"],
  [{ name: "x", features: [{ name: "a" }, { name: "a" }] }, "features[1].name"],
  [{ name: "x", features: [{ name: "a", value: { mean: "bill" } }] }, "features[0].value.mean"],
  [{ name: "x", features: [{ name: "a", value: { power: ["b", 2] } }] }, "features[0].value"],
  [{ name: "x", features: [{ name: "a", risk: "up" }] }, "features[0].risk"],
])("a mistake in a recipe is named: %j", (json, field) => {
  const read = parseRecipe(json);
  expect(read.ok ? [] : read.refusal.map((it) => it.field)).toContain(field);
});
