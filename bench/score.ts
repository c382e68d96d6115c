import {
  openScorer,
  prepareTraining,
  tableSource,
  takeRows,
  trainModel,
  type Model,
} from "@fairdue/assess";
import { runTraining } from "../apps/fairdue/src/assess/crew.ts";
import { taiwanData, taiwanRecipe } from "./_assess-data.ts";
import { median, type BenchOptions, type BenchReport } from "./report.ts";

/** Probabilities with four reasons a second on one core, from the columns of the file on. */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const { train } = taiwanData();
  const set = prepareTraining({
    table: train,
    target: "default_next_month",
    kind: "ebm",
    recipe: taiwanRecipe(),
    directions: new Map(),
    exclude: new Set(),
    confirmed: new Set(),
  });
  if (!set.ok) throw new Error(JSON.stringify(set.refusal));
  progress("training a model of full size");
  const data = { source: "taiwan", sha256: "", period: "2005", licence: "CC BY 4.0" };
  const plan = {
    kind: "ebm" as const,
    name: "t",
    trainedOn: "",
    seed: "s",
    data,
    ebm: { bags: 4 },
  };
  const model: Model = await runTraining(trainModel(set.value, plan), 2, () => undefined);
  const rows = Math.max(100_000, Math.round(500_000 * scale));
  const many = takeRows(
    train,
    Int32Array.from({ length: rows }, (_, i) => i % train.rows),
  );
  const source = tableSource(many, model);
  const speed = (reasonsMax: number): number => {
    const scorer = openScorer(model, set.value.recipe, { reasonsMax });
    scorer.score(source, Math.min(rows, 50_000));
    return median(
      Array.from({ length: repeats }, () => {
        const start = performance.now();
        scorer.score(source, rows);
        return rows / ((performance.now() - start) / 1000);
      }),
    );
  };
  const plain = speed(0);
  const explained = speed(4);
  return {
    name: "score",
    baseline: "the same model without reasons",
    rows: [
      { label: "probabilities", perSecond: plain, unit: "rows", ratio: 1 },
      {
        label: `probabilities with reasons (${model.features.length} derived features, ${model.terms.length} terms)`,
        perSecond: explained,
        unit: "rows",
        ratio: explained / plain,
      },
    ],
    claims: [
      {
        claim: "probabilities with reasons a second, one core",
        target: "at least 500,000",
        measured: Math.round(explained),
        holds: explained >= 500_000,
      },
    ],
  };
}
