import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import { parseRecipe, type Recipe } from "../recipe/index.ts";
import type { Model } from "./model.ts";
import { sha256, utf8 } from "./sha256.ts";

export const modelFormat = "fairdue-model/1";

/**
 * The model file: one JSON document whose last member is the SHA-256 of the document without it, in
 * canonical form (members sorted, no spaces). Schema: docs/schemas/model.schema.json.
 */
export function formatModel(model: Model): string {
  const body = { format: modelFormat, ...model };
  return `${JSON.stringify({ ...body, checksum: checksumOf(body) }, null, 1)}\n`;
}

/** The checksum of a model, as it stands in its file: names exactly this model in a decision. */
export function modelChecksum(model: Model): string {
  return checksumOf({ format: modelFormat, ...model });
}

function checksumOf(body: unknown): string {
  return `sha256:${sha256(utf8(canonical(body)))}`;
}

/** JSON with members sorted by name and nothing in between: the same value is the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, it]) => it !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, it]) => `${JSON.stringify(name)}:${canonical(it)}`);
  return `{${members.join(",")}}`;
}

export type LoadedModel = {
  readonly model: Model;
  readonly recipe: Recipe;
  readonly checksum: string;
};

/** Reads a model file; refuses another format, a changed file, and tables that do not fit. */
export function parseModel(text: string): Outcome<LoadedModel, readonly Problem[]> {
  const json = readJson(text);
  const refuse = (field: string, value: string, expected: string) =>
    refused([{ field, value, expected }]);
  if (!isObject(json)) return refuse("model file", shown(text), "a JSON document");
  if (json["format"] !== modelFormat)
    return refuse("format", shown(json["format"]), JSON.stringify(modelFormat));
  const { checksum, ...body } = json;
  const actual = checksumOf(body);
  if (checksum !== actual)
    return refuse("checksum", shown(checksum), `${actual}: the file was changed after training`);
  const problems = problemsOf(body);
  if (problems.length > 0) return refused(problems);
  const recipe = parseRecipe(body["recipe"]);
  if (!recipe.ok) return recipe;
  const { format: _, ...model } = body;
  return accepted({ model: model as unknown as Model, recipe: recipe.value, checksum: actual });
}

/** What the checksum cannot say: a file made elsewhere may carry a right sum over wrong tables. */
function problemsOf(body: Readonly<Record<string, unknown>>): readonly Problem[] {
  const problems: Problem[] = [];
  const expectThat = (holds: boolean, field: string, value: unknown, expected: string): void => {
    if (!holds) problems.push({ field, value: shown(value), expected });
  };
  const features = body["features"];
  const terms = body["terms"];
  const scale = body["scale"];
  expectThat(
    body["kind"] === "ebm" || body["kind"] === "scorecard",
    "kind",
    body["kind"],
    '"ebm" or "scorecard"',
  );
  expectThat(
    Number.isSafeInteger(body["basePoints"]),
    "basePoints",
    body["basePoints"],
    "a whole number",
  );
  expectThat(
    Array.isArray(features) && features.every(isObject),
    "features",
    features,
    "a list of features",
  );
  expectThat(Array.isArray(terms) && terms.length > 0, "terms", terms, "a list of terms");
  expectThat(
    isObject(scale) &&
      ["pointsToDouble", "offset", "factor"].every((it) => Number.isFinite(scale[it])),
    "scale",
    scale,
    "pointsToDouble, offset and factor",
  );
  for (const name of ["target", "card"])
    expectThat(isObject(body[name]), name, body[name], "an object");
  expectThat(Array.isArray(body["encodings"]), "encodings", body["encodings"], "a list");
  if (problems.length > 0 || !Array.isArray(terms) || !Array.isArray(features)) return problems;
  terms.forEach((it: unknown, t) => {
    expectThat(
      isTerm(it, features.length),
      `terms[${t}]`,
      it,
      "one or two features, rising cuts, whole points for every bin",
    );
  });
  return problems;
}

function isTerm(it: unknown, featureCount: number): boolean {
  if (!isObject(it)) return false;
  const { features, cuts, points, rows } = it;
  if (
    !Array.isArray(features) ||
    !Array.isArray(cuts) ||
    !Array.isArray(points) ||
    !Array.isArray(rows)
  )
    return false;
  if (features.length !== cuts.length || features.length < 1 || features.length > 2) return false;
  const isIndex = (f: unknown): boolean =>
    Number.isInteger(f) && Number(f) >= 0 && Number(f) < featureCount;
  const isRising = (list: unknown): boolean =>
    Array.isArray(list) &&
    list.length <= 254 &&
    list.every((x, k) => Number.isFinite(x) && (k === 0 || x > list[k - 1]));
  if (!features.every(isIndex) || !cuts.every(isRising)) return false;
  const size = cuts.reduce((product: number, list: unknown[]) => product * (list.length + 2), 1);
  return (
    points.length === size && rows.length === size && points.every((p) => Number.isSafeInteger(p))
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller is told so by the check that follows.
    return undefined;
  }
}

function isObject(it: unknown): it is Readonly<Record<string, unknown>> {
  return typeof it === "object" && it !== null && !Array.isArray(it);
}

function shown(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing")).slice(0, 80);
}
