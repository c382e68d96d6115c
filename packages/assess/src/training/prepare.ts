import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import type { Encoding, LeftOut, ModelFeature, ProxyStrength, Target } from "../model/model.ts";
import { tableSource } from "../model/score.ts";
import {
  aloneAuc,
  aloneStrength,
  leakageAuc,
  prohibitedBy,
  proxyStrengthMax,
  questionsOf,
} from "../policy/index.ts";
import {
  columnsOf,
  evaluateRecipe,
  parseRecipe,
  type Direction,
  type FeatureDeclaration,
  type Recipe,
} from "../recipe/index.ts";
import { columnNamed, type Column, type Table } from "../table/table.ts";

export type TrainingRequest = {
  readonly table: Table;
  readonly target: string;
  /** The value that counts as bad, where the target is not 0 and 1. */
  readonly bad?: string;
  /** The recipe as JSON; without one, each usable column is a feature. */
  readonly recipe?: unknown;
  readonly kind: "scorecard" | "ebm";
  readonly directions: ReadonlyMap<string, Direction>;
  /** Columns or features not to use. */
  readonly exclude: ReadonlySet<string>;
  /** Features looked at and kept although they alone foretell the outcome. */
  readonly confirmed: ReadonlySet<string>;
};

/** Everything that training needs, with the decisions about what was left out and why. */
export type TrainingSet = {
  readonly target: Target;
  readonly outcome: Uint8Array;
  readonly recipeJson: unknown;
  readonly recipe: Recipe;
  readonly encodings: readonly Encoding[];
  readonly features: readonly ModelFeature[];
  readonly values: readonly Float64Array[];
  readonly leftOut: readonly LeftOut[];
  readonly proxies: readonly ProxyStrength[];
  /** Columns to measure fairness by. */
  readonly attributes: readonly Column[];
};

const rowsOfEachMin = 20;

/**
 * Checks a training file before any work: target, columns, prohibited attributes and what stands
 * for them, features that know the outcome. All problems at once.
 */
export function prepareTraining(
  request: TrainingRequest,
): Outcome<TrainingSet, readonly Problem[]> {
  const problems: Problem[] = [];
  const outcome = readTarget(request, problems);
  if (outcome === undefined) return refused(problems);
  const leftOut: LeftOut[] = [];
  const chosen = chooseRecipe(request, leftOut, problems);
  if (chosen === undefined || problems.length > 0) return refused(problems);
  const encodings = encode(request, chosen.recipe, outcome.column);
  const source = tableSource(request.table, { encodings });
  const values = evaluateRecipe(chosen.recipe, source, request.table.rows);
  const usable = chosen.recipe.features.filter((it) => {
    const why = uselessness(values.get(it.name)!);
    if (why) leftOut.push({ column: it.name, why });
    return !why;
  });
  if (usable.length === 0)
    problems.push({
      field: "features",
      value: "none",
      expected: "at least one column that varies",
    });
  checkFinite(usable, values, problems);
  checkLeakage(usable, values, { outcome: outcome.column, request, problems });
  const attributes = request.table.columns.filter(
    (it) => it.name !== request.target && prohibitedBy(it.name),
  );
  const proxies = measureProxies(usable, values, attributes);
  for (const it of proxies)
    if (it.strength >= proxyStrengthMax)
      problems.push({
        field: `feature ${it.feature}`,
        value: `stands for ${it.attribute} (strength ${it.strength.toFixed(2)})`,
        expected: `a strength below ${proxyStrengthMax}: leave it out with --exclude ${it.feature}`,
      });
  if (problems.length > 0) return refused(problems);
  return accepted({
    target: outcome.target,
    outcome: outcome.column,
    recipeJson: chosen.json,
    recipe: chosen.recipe,
    encodings,
    features: usable.map((it) => ({
      name: it.name,
      title: it.title,
      direction: request.directions.get(it.name) ?? it.direction,
      purpose: it.purpose,
      basis: it.basis,
    })),
    values: usable.map((it) => values.get(it.name)!),
    leftOut,
    proxies: proxies.slice(0, 12),
    attributes,
  });
}

/** The outcome of each row of a table by the target of a model; problems where it has none. */
export function outcomeOf(
  table: Table,
  target: { readonly column: string; readonly bad?: string },
): Outcome<{ readonly target: Target; readonly column: Uint8Array }, readonly Problem[]> {
  const column = columnNamed(table, target.column);
  if (!column)
    return refused([
      {
        field: "target",
        value: target.column,
        expected: `a column of the file: ${table.columns.map((it) => it.name).join(", ")}`,
      },
    ]);
  const texts = textsOf(column);
  const levels = [...new Set(texts)];
  const missing = texts.indexOf("");
  if (missing >= 0)
    return refused([
      { field: `row ${missing + 1}, ${target.column}`, value: "nothing", expected: "an outcome" },
    ]);
  const bad = target.bad ?? (levels.every((it) => it === "0" || it === "1") ? "1" : undefined);
  if (bad === undefined)
    return refused([
      {
        field: "target",
        value: `${target.column} holds ${levels.slice(0, 6).join(", ")}${levels.length > 6 ? ", …" : ""}`,
        expected: "0 and 1, or two values and --bad with the one that means default",
      },
    ]);
  if (levels.length > 2)
    return refused([
      {
        field: "target",
        value: `${target.column} holds ${levels.length} values`,
        expected: "two values",
      },
    ]);
  return accepted({
    target: { column: target.column, bad },
    column: Uint8Array.from(texts, (it) => (it === bad ? 1 : 0)),
  });
}

function textsOf(column: Column): readonly string[] {
  return column.kind === "category"
    ? Array.from(column.codes, (code) => column.levels[code] ?? "")
    : Array.from(column.values, (x) => (Number.isNaN(x) ? "" : String(x)));
}

function readTarget(
  request: TrainingRequest,
  problems: Problem[],
): { readonly target: Target; readonly column: Uint8Array } | undefined {
  const read = outcomeOf(request.table, {
    column: request.target,
    ...(request.bad !== undefined && { bad: request.bad }),
  });
  if (!read.ok) {
    problems.push(...read.refusal);
    return undefined;
  }
  const bad = read.value.column.reduce((sum, it) => sum + it, 0);
  const good = read.value.column.length - bad;
  if (bad < rowsOfEachMin || good < rowsOfEachMin) {
    problems.push({
      field: "target",
      value: `${request.target} has ${bad} bad and ${good} good rows`,
      expected: `at least ${rowsOfEachMin} of each`,
    });
    return undefined;
  }
  return read.value;
}

type Chosen = { readonly recipe: Recipe; readonly json: unknown };

function chooseRecipe(
  request: TrainingRequest,
  leftOut: LeftOut[],
  problems: Problem[],
): Chosen | undefined {
  const json = request.recipe ?? plainRecipe(request, leftOut);
  const read = parseRecipe(json);
  if (!read.ok) {
    problems.push(...read.refusal.map((it) => ({ ...it, field: `recipe: ${it.field}` })));
    return undefined;
  }
  const recipe = {
    ...read.value,
    features: read.value.features.filter(
      (it) => it.models.includes(request.kind) && !isExcluded(it.name, read.value, request),
    ),
  };
  for (const name of request.exclude)
    if (!columnNamed(request.table, name) && !read.value.features.some((it) => it.name === name))
      problems.push({
        field: "--exclude",
        value: name,
        expected: `a column or a feature: ${read.value.features.map((it) => it.name).join(", ")}`,
      });
  if (request.recipe !== undefined)
    leftOut.push(...recipe.leaveOut.filter((it) => columnNamed(request.table, it.column)));
  checkColumns(recipe, request, problems);
  for (const name of request.directions.keys())
    if (!recipe.features.some((it) => it.name === name))
      problems.push({
        field: `monotone: ${name}`,
        value: prohibitedBy(name)
          ? `stands for ${prohibitedBy(name)!.attribute}`
          : "no such feature",
        expected: `one of: ${recipe.features.map((it) => it.name).join(", ")}`,
      });
  return { recipe, json };
}

/** A feature goes when it is named, or when it reads a column that is. */
function isExcluded(name: string, recipe: Recipe, request: TrainingRequest): boolean {
  if (request.exclude.has(name)) return true;
  return [...columnsOf(recipe, new Set([name]))].some((it) => request.exclude.has(it));
}

/** Without a recipe every column is a feature as it stands, but for those that may not be used. */
function plainRecipe(request: TrainingRequest, leftOut: LeftOut[]): unknown {
  const features: { name: string; risk: string }[] = [];
  for (const column of request.table.columns) {
    if (column.name === request.target) continue;
    const prohibited = prohibitedBy(column.name);
    if (prohibited) leftOut.push({ column: column.name, why: prohibited.why });
    else if (request.exclude.has(column.name))
      leftOut.push({
        column: column.name,
        why: { en: "excluded by --exclude", zh: "按 --exclude 排除" },
      });
    else if (column.kind === "category" && column.levels.length > 100)
      leftOut.push({
        column: column.name,
        why: { en: "text with more than 100 values", zh: "取值超过100种的文本" },
      });
    else features.push({ name: column.name, risk: "auto" });
  }
  return {
    format: "fairdue-recipe/1",
    name: "columns",
    title: { en: "the columns as they are", zh: "原始列" },
    features,
  };
}

function checkColumns(recipe: Recipe, request: TrainingRequest, problems: Problem[]): void {
  for (const feature of recipe.features)
    for (const column of columnsOf(recipe, new Set([feature.name]))) {
      const prohibited = prohibitedBy(column);
      if (!columnNamed(request.table, column))
        problems.push({
          field: `feature ${feature.name}`,
          value: column,
          expected: `a column of the file: ${request.table.columns.map((it) => it.name).join(", ")}`,
        });
      else if (column === request.target)
        problems.push({
          field: `feature ${feature.name}`,
          value: column,
          expected: "no use of the target itself",
        });
      else if (prohibited)
        problems.push({
          field: `feature ${feature.name}`,
          value: `reads ${column}`,
          expected: `no use of ${prohibited.attribute}: ${prohibited.why.en}`,
        });
    }
}

/** Text levels in the order of their bad rate (smoothed), so that they can be binned as numbers. */
function encode(request: TrainingRequest, recipe: Recipe, outcome: Uint8Array): Encoding[] {
  const used = columnsOf(recipe);
  const rate = outcome.reduce((sum, it) => sum + it, 0) / outcome.length;
  return request.table.columns.flatMap((column) => {
    if (column.kind !== "category" || !used.has(column.name)) return [];
    const rows = new Float64Array(column.levels.length);
    const bad = new Float64Array(column.levels.length);
    column.codes.forEach((code, i) => {
      if (code < 0) return;
      rows[code] = rows[code]! + 1;
      bad[code] = bad[code]! + outcome[i]!;
    });
    const risk = (level: number): number => (bad[level]! + 20 * rate) / (rows[level]! + 20);
    const order = column.levels.map((_, level) => level).sort((a, b) => risk(a) - risk(b));
    return [{ column: column.name, levels: order.map((level) => column.levels[level]!) }];
  });
}

function uselessness(values: Float64Array): LeftOut["why"] | undefined {
  const first = values.find((x) => x === x);
  if (first === undefined) return { en: "no row has a value", zh: "全部缺失" };
  return values.every((x) => x === first)
    ? { en: "the same value in every row", zh: "所有行取值相同" }
    : undefined;
}

function checkFinite(
  features: readonly FeatureDeclaration[],
  values: ReadonlyMap<string, Float64Array>,
  problems: Problem[],
): void {
  for (const { name } of features) {
    const at = values.get(name)!.findIndex((x) => Math.abs(x) === Number.POSITIVE_INFINITY);
    if (at >= 0)
      problems.push({
        field: `feature ${name}, row ${at + 1}`,
        value: "infinite",
        expected: "a finite number",
      });
  }
}

function checkLeakage(
  features: readonly FeatureDeclaration[],
  values: ReadonlyMap<string, Float64Array>,
  it: { outcome: Uint8Array; request: TrainingRequest; problems: Problem[] },
): void {
  for (const { name } of features) {
    if (it.request.confirmed.has(name)) continue;
    const auc = aloneAuc(values.get(name)!, it.outcome);
    if (auc > leakageAuc)
      it.problems.push({
        field: `feature ${name}`,
        value: `alone reaches an AUC of ${auc.toFixed(3)}`,
        expected: `at most ${leakageAuc}: it may know the outcome. Leave it out with --exclude ${name}, or say that you looked with --keep ${name}`,
      });
  }
}

function measureProxies(
  features: readonly FeatureDeclaration[],
  values: ReadonlyMap<string, Float64Array>,
  attributes: readonly Column[],
): readonly ProxyStrength[] {
  return attributes
    .flatMap((attribute) => {
      const questions = questionsOf(attribute);
      return features.map(({ name }) => ({
        feature: name,
        attribute: attribute.name,
        strength: Math.max(0, ...questions.map((it) => aloneStrength(values.get(name)!, it))),
      }));
    })
    .sort((a, b) => b.strength - a.strength);
}
