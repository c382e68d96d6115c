import { random } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { runBoostTask, type BagResult, type EbmStage } from "../boosting/index.ts";
import { assessOne, counterfactuals } from "../decision/index.ts";
import {
  formatModel,
  openScorer,
  parseModel,
  pointsBelow,
  probabilityOf,
  sha256,
  tableSource,
  utf8,
  type LoadedModel,
  type Model,
} from "../model/index.ts";
import type { Table } from "../table/index.ts";
import { measureDrift } from "../watch/index.ts";
import { prepareTraining, trainModel, type TrainingRequest } from "./index.ts";

/** Risk rises with use, falls with what is paid, and more than the sum where both are bad. */
function people(rows: number, seed = "people"): Table {
  const draw = random(seed);
  const use = new Float64Array(rows);
  const paid = new Float64Array(rows);
  const noise = new Float64Array(rows);
  const bad = new Float64Array(rows);
  const age = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    use[i] = draw.next();
    paid[i] = draw.next() < 0.1 ? Number.NaN : draw.next();
    noise[i] = draw.integer(50);
    age[i] = 20 + draw.integer(50);
    const p = Number.isNaN(paid[i]!) ? 0.5 : paid[i]!;
    const both = use[i]! > 0.7 && p < 0.3 ? 1.5 : 0;
    bad[i] = Number(draw.next() < 1 / (1 + Math.exp(2 - 2.5 * use[i]! + 2 * p - both)));
  }
  const column = (name: string, values: Float64Array) => ({
    kind: "number" as const,
    name,
    values,
  });
  return {
    rows,
    ids: undefined,
    columns: [
      column("use", use),
      column("paid", paid),
      column("noise", noise),
      column("age", age),
      column("bad", bad),
    ],
  };
}

const recipe = {
  name: "people",
  panels: { usage: ["use"] },
  features: [
    { name: "use", risk: "increasing", title: { en: "share in use", zh: "使用率" } },
    {
      name: "paid",
      risk: "decreasing",
      basis: "consent:payments",
      title: { en: "paid", zh: "还款" },
    },
    { name: "noise" },
  ],
  actions: [
    {
      name: "use-less",
      title: { en: "at most {level} in use", zh: "使用率不超过{level}" },
      levels: [0.8, 0.6, 0.4, 0.2, 0],
      levelForm: "percent",
      changes: { usage: { smaller: ["$usage", "$level"] } },
    },
  ],
};

function request(more: Partial<TrainingRequest> = {}): TrainingRequest {
  return {
    table: people(2500),
    target: "bad",
    kind: "ebm",
    recipe,
    directions: new Map(),
    exclude: new Set(),
    confirmed: new Set(),
    ...more,
  };
}

function runAll(
  work: Generator<EbmStage, Model, readonly BagResult[]>,
  order: "forward" | "backward",
): Model {
  let step = work.next();
  while (step.done !== true) {
    const results: BagResult[] = [];
    const turns = step.value.tasks.map((task, k) => ({ task, k }));
    if (order === "backward") turns.reverse();
    for (const { task, k } of turns) results[k] = runBoostTask(task);
    step = work.next(results);
  }
  return step.value;
}

function train(kind: "ebm" | "scorecard", order: "forward" | "backward" = "forward"): LoadedModel {
  const set = prepareTraining(request({ kind }));
  if (!set.ok) throw new Error(JSON.stringify(set.refusal));
  const data = { source: "people", sha256: "", period: "", licence: "" };
  const plan = {
    kind,
    name: "people",
    trainedOn: "2026-11-24",
    seed: "s",
    data,
    ebm: { bags: 4, folds: 4, pairsMax: 2 },
  };
  const loaded = parseModel(formatModel(runAll(trainModel(set.value, plan), order)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
}

const models = { ebm: train("ebm"), scorecard: train("scorecard") };
const fresh = people(3000, "others");

for (const kind of ["ebm", "scorecard"] as const) {
  const loaded = models[kind];
  const { model } = loaded;
  const scorer = openScorer(model, loaded.recipe, { reasonsMax: 3 });
  const source = tableSource(fresh, model);

  test(`${kind}: the base and the points of all terms are the score, exactly`, () => {
    const scored = scorer.score(source, fresh.rows);
    const parts = scorer.contributions(source, fresh.rows);
    for (let i = 0; i < fresh.rows; i++) {
      const sum = parts.reduce((all, it) => all + it[i]!, model.basePoints);
      expect(scored.points[i]).toBe(sum);
      expect(scored.probability[i]).toBe(probabilityOf(model.scale, sum));
    }
  });

  test(`${kind}: where a direction is stated, the risk keeps it, everything else the same`, () => {
    const steps = Array.from({ length: 101 }, (_, k) => k / 100);
    for (const paid of [0.05, 0.25, 0.5, 0.9]) {
      const points = steps.map((use) => assessOne(loaded, { use, paid, noise: 7 }).points);
      points.slice(1).forEach((it, k) => expect(it).toBeLessThanOrEqual(points[k]!));
      const other = steps.map((it) => assessOne(loaded, { use: paid, paid: it, noise: 7 }).points);
      other.slice(1).forEach((it, k) => expect(it).toBeGreaterThanOrEqual(other[k]!));
    }
  });

  test(`${kind}: it ranks people it has not seen, and its probabilities are about right`, () => {
    const outcome = Uint8Array.from(source("bad"));
    const scored = scorer.score(source, fresh.rows);
    const drift = measureDrift(model, {
      points: scored.points,
      probability: scored.probability,
      values: (name) => source(name),
      outcome,
    });
    expect(drift.verdict).toBe("stable");
    expect(drift.alarms).toEqual([]);
    expect(drift.calibration?.ece).toBeLessThan(0.05);
  });

  test(`${kind}: what it says would have changed the answer does, when replayed`, () => {
    const row = { use: 0.95, paid: 0.4, noise: 3 };
    const pointsMin = assessOne(loaded, row).points + 1;
    const [first] = counterfactuals(loaded, { row, pointsMin });
    const replayed = assessOne(loaded, { ...row, ...first!.columns });
    expect(replayed.points).toBe(first!.points);
    expect(replayed.points).toBeGreaterThanOrEqual(pointsMin);
    expect(first!.words.en).toMatch(/^With at most \d+% in use, the answer would have been yes\.$/);
    expect(counterfactuals(loaded, { row, pointsMin: 1_000_000 })).toEqual([]);
  });

  test(`${kind}: a withdrawn consent takes its features out, and the answer says so`, () => {
    const withdrawn = new Set(["payments"]);
    const one = assessOne(loaded, { use: 0.5, paid: 0.01, noise: 3 }, withdrawn);
    const other = assessOne(loaded, { use: 0.5, paid: 0.99, noise: 3 }, withdrawn);
    expect(one.points).toBe(other.points);
    expect(one.notUsed.map((it) => it.feature)).toEqual(["paid"]);
    expect(one.notUsed[0]?.words.zh).toContain("撤回同意");
  });

  test(`${kind}: a changed or foreign file is refused by the name of what is wrong`, () => {
    const text = formatModel(model);
    const refusal = (it: string): string | undefined => {
      const read = parseModel(it);
      return read.ok ? undefined : read.refusal[0]?.field;
    };
    expect(refusal(text.replace(/"basePoints": (-?\d)/, '"basePoints": 9$1'))).toBe("checksum");
    expect(refusal(text.slice(0, -20))).toBe("model file");
    expect(refusal(text.replace("fairdue-model/1", "fairdue-model/9"))).toBe("format");
  });
}

test("the same data and seed give the same model, in whatever order the tasks are done", () =>
  expect(train("ebm", "backward").checksum).toBe(models.ebm.checksum));

test("the pair that matters was found", () => {
  const { model } = models.ebm;
  const names = model.terms
    .filter((it) => it.features.length === 2)
    .map((it) =>
      it.features
        .map((f) => model.features[f]!.name)
        .sort()
        .join(),
    );
  expect(names).toContain("paid,use");
});

test("a score refused at a probability needs the points just below it", () => {
  const { scale } = models.ebm.model;
  const points = pointsBelow(scale, 0.2);
  expect(probabilityOf(scale, points)).toBeLessThan(0.2);
  expect(probabilityOf(scale, points - 1)).toBeGreaterThanOrEqual(0.2);
});

function problems(more: Partial<TrainingRequest>): string[] {
  const set = prepareTraining(request(more));
  return set.ok ? [] : set.refusal.map((it) => `${it.field}: ${it.value}`);
}

test("age is left out when nothing asks for it, and refused when a recipe reads it", () => {
  const plain = prepareTraining({ ...request(), recipe: undefined });
  expect(plain.ok && plain.value.leftOut.map((it) => it.column)).toContain("age");
  expect(plain.ok && plain.value.features.map((it) => it.name)).not.toContain("age");
  expect(problems({ recipe: { name: "x", features: [{ name: "use" }, { name: "age" }] } })).toEqual(
    ["feature age: reads age"],
  );
});

test("a feature that stands for age is refused by its measured strength", () => {
  const table = people(2500);
  const age = table.columns.find((it) => it.name === "age")!;
  const proxy = {
    kind: "number" as const,
    name: "years_licensed",
    values: age.kind === "number" ? age.values.map((x) => x - 18) : new Float64Array(),
  };
  const [problem] = problems({
    table: { ...table, columns: [...table.columns, proxy] },
    recipe: undefined,
  });
  expect(problem).toMatch(/^feature years_licensed: stands for age/);
});

test("a feature that knows the outcome is questioned, and kept when someone looked", () => {
  const table = people(2500);
  const bad = table.columns.find((it) => it.name === "bad")!;
  const leaked = { ...table, columns: [...table.columns, { ...bad, name: "sent_to_court" }] };
  const more = { table: leaked, recipe: undefined };
  expect(problems(more)[0]).toMatch(/^feature sent_to_court: alone reaches an AUC of/);
  expect(problems({ ...more, confirmed: new Set(["sent_to_court"]) })).toEqual([]);
  expect(problems({ ...more, exclude: new Set(["sent_to_court"]) })).toEqual([]);
});

test("mistakes are named before any work", () => {
  expect(problems({ target: "default" })).toEqual(["target: default"]);
  expect(problems({ target: "use" })[0]).toMatch(/^target: use holds/);
  expect(problems({ directions: new Map([["nothing", "increasing"]]) })).toEqual([
    "monotone: nothing: no such feature",
  ]);
  expect(problems({ exclude: new Set(["nothing"]) })).toEqual(["--exclude: nothing"]);
  const table = people(100);
  const good = table.columns.map((it) =>
    it.name === "bad" && it.kind === "number" ? { ...it, values: new Float64Array(100) } : it,
  );
  expect(problems({ table: { ...table, columns: good } })[0]).toMatch(/0 bad and 100 good rows/);
});

// FIPS 180-4, the example of NIST's "SHA-256" test vectors.
test("the digest of abc", () =>
  expect(sha256(utf8("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  ));
