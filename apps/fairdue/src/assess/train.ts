import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import {
  columnsOf,
  formatModel,
  modelChecksum,
  openScorer,
  outcomeOf,
  parseRecipe,
  prepareTraining,
  readDirection,
  trainModel,
  withValidation,
  type Direction,
  type Model,
  type Table,
  type TrainingSet,
} from "@fairdue/assess";
import { messageOf, parseJson, printJson, readText, usageError } from "../cli/io.ts";
import { checkTable } from "./check-table.ts";
import { runTraining } from "./crew.ts";
import { progressBar } from "./progress.ts";
import {
  listProblems,
  readRecipe,
  readTable,
  shippedRecipes,
  type ReadTable,
} from "./read-file.ts";

export type TrainOptions = {
  readonly target: string;
  readonly out: string;
  readonly model: string;
  readonly validation?: string;
  readonly recipe?: string;
  readonly monotone?: string;
  readonly bad?: string;
  readonly id?: string;
  readonly exclude: readonly string[];
  readonly keep: readonly string[];
  readonly name?: string;
  readonly period: string;
  readonly licence: string;
  readonly seed: string;
  readonly bags: string;
  readonly pairs: string;
  readonly threads?: string;
  readonly quiet?: true;
};

export async function train(path: string, options: TrainOptions): Promise<void> {
  const { model: kind } = options;
  if (kind !== "ebm" && kind !== "scorecard")
    usageError(`--model: got ${kind}, expected scorecard or ebm`);
  const bags = wholeNumber("--bags", options.bags, [1, 200]);
  const pairsMax = wholeNumber("--pairs", options.pairs, [0, 500]);
  const threads = wholeNumber(
    "--threads",
    options.threads ?? String(Math.min(8, availableParallelism())),
    [1, 256],
  );
  const directions = await readMonotone(options.monotone);
  const file = await readTable(path, options.id === undefined ? {} : { id: options.id });
  const tell = (text: string): void => {
    if (options.quiet !== true) process.stderr.write(`${text}\n`);
  };
  const recipe = await chooseRecipe(options, file.table, tell);
  const read = prepareTraining({
    table: file.table,
    target: options.target,
    kind,
    directions,
    exclude: new Set(options.exclude),
    confirmed: new Set(options.keep),
    ...(options.bad !== undefined && { bad: options.bad }),
    ...(recipe !== undefined && { recipe }),
  });
  if (!read.ok) usageError(`${path}: ${listProblems(read.refusal)}`);
  const set = read.value;
  const validation = await readValidation(options, set);
  for (const it of set.leftOut) tell(`left out: ${it.column} (${it.why.en})`);
  tell(`${set.outcome.length} rows, ${set.features.length} features`);
  const started = performance.now();
  const trained = await runTraining(
    trainModel(set, planOf(options, file, { kind, bags, pairsMax })),
    threads,
    stageBars(options.quiet === true),
  );
  const model = validation === undefined ? trained : measured(trained, set, validation);
  try {
    writeFileSync(options.out, formatModel(model));
  } catch (error) {
    usageError(`cannot write ${options.out}: ${messageOf(error)}`);
  }
  printJson({
    model: options.out,
    checksum: modelChecksum(model),
    kind: model.kind,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    rows: set.outcome.length,
    features: model.features.length,
    terms: model.terms.length,
    measures: model.card.measures,
    leftOut: model.card.leftOut.map((it) => ({ column: it.column, why: it.why.en })),
    closestProxies: model.card.proxies.slice(0, 3),
  });
}

type Kind = { readonly kind: Model["kind"]; readonly bags: number; readonly pairsMax: number };

function planOf(options: TrainOptions, file: ReadTable, { kind, bags, pairsMax }: Kind) {
  const bar = progressBar("card", options.quiet === true || kind !== "scorecard");
  return {
    kind,
    name: options.name ?? file.name.replace(/\.csv(\.gz)?$/, ""),
    trainedOn: new Date().toISOString().slice(0, 10),
    seed: options.seed,
    data: {
      source: file.name,
      sha256: file.sha256,
      period: options.period,
      licence: options.licence,
    },
    ebm: { bags, pairsMax },
    watch: (done: number, of: number): void =>
      done === of ? bar.done() : bar.at(done / of, `fold ${done + 1} of ${of}`),
  };
}

function stageBars(isQuiet: boolean): Parameters<typeof runTraining>[2] {
  let current: { readonly stage: string; readonly bar: ReturnType<typeof progressBar> } | undefined;
  return (stage, { done, of, rounds }) => {
    if (current?.stage !== stage) current = { stage, bar: progressBar(stage, isQuiet) };
    if (done === of) current.bar.done(`${of} bags, ${rounds} rounds`);
    else
      current.bar.at(
        Math.max(done / of, Math.min(0.95, rounds / (of * 120))),
        `bag ${done + 1} of ${of}`,
      );
  };
}

/** The recipe asked for; without one, a shipped recipe whose columns are all in the file. */
async function chooseRecipe(
  options: TrainOptions,
  table: Table,
  tell: (text: string) => void,
): Promise<unknown> {
  if (options.recipe === "none") return undefined;
  if (options.recipe !== undefined) return readRecipe(options.recipe);
  const names = new Set(table.columns.map((it) => it.name));
  for (const name of shippedRecipes()) {
    const json = await readRecipe(name);
    const recipe = parseRecipe(json);
    if (!recipe.ok || ![...columnsOf(recipe.value)].every((it) => names.has(it))) continue;
    tell(`recipe: ${name} (shipped; its columns are all here; --recipe none to go without)`);
    return json;
  }
  return undefined;
}

async function readMonotone(path: string | undefined): Promise<ReadonlyMap<string, Direction>> {
  if (path === undefined) return new Map();
  const json = parseJson(await readText(path), path);
  if (typeof json !== "object" || json === null || Array.isArray(json))
    usageError(`${path}: expected an object such as {"utilisation": "increasing"}`);
  const wrong: string[] = [];
  const directions = Object.entries(json).map(([name, it]): [string, Direction] => [
    name,
    readDirection(it, name, (field, value, expected) =>
      wrong.push(`${field}: got ${JSON.stringify(value)}, expected ${expected}`),
    ),
  ]);
  if (wrong.length > 0) usageError(`${path}: ${wrong.join("; ")}`);
  return new Map(directions);
}

type Validation = { readonly table: Table; readonly outcome: Uint8Array };

/** Read and checked before the training, so that a wrong file costs no time. */
async function readValidation(
  options: TrainOptions,
  set: TrainingSet,
): Promise<Validation | undefined> {
  const path = options.validation;
  if (path === undefined) return undefined;
  const { table } = await readTable(path, options.id === undefined ? {} : { id: options.id });
  const needed = columnsOf(set.recipe, new Set(set.features.map((it) => it.name)));
  checkTable(table, { path, needed, encodings: set.encodings });
  const outcome = outcomeOf(table, { column: set.target.column, bad: set.target.bad });
  if (!outcome.ok) usageError(`${path}: ${listProblems(outcome.refusal)}`);
  const bad = outcome.value.column.reduce((sum, it) => sum + it, 0);
  if (bad === 0 || bad === table.rows)
    usageError(`${path}: target: ${bad} bad of ${table.rows} rows, expected some of each`);
  return { table, outcome: outcome.value.column };
}

function measured(model: Model, set: TrainingSet, validation: Validation): Model {
  const scorer = openScorer(model, set.recipe, { reasonsMax: 0 });
  return withValidation(model, { ...validation, scorer });
}

export function wholeNumber(option: string, text: string, [low, high]: [number, number]): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < low || value > high)
    usageError(`${option}: got ${text}, expected a whole number from ${low} to ${high}`);
  return value;
}
