import { type CaseFeatures, caseFeatures, type FeatureName, parseFeatureName } from "./features.ts";
import { isObject, type Tell } from "./tell.ts";

/** A rule over features, as data: what a segment is. A feature that is `null` meets no comparison. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | ({ readonly feature: FeatureName } & Comparison);

export type Comparison = {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly is?: string | boolean | number;
  readonly oneOf?: readonly (string | number)[];
};

export function holds(condition: Condition, features: CaseFeatures): boolean {
  if ("all" in condition) return condition.all.every((it) => holds(it, features));
  if ("any" in condition) return condition.any.some((it) => holds(it, features));
  if ("not" in condition) return !holds(condition.not, features);
  const value = features[condition.feature];
  if (value === null) return false;
  const { atLeast, atMost, is, oneOf } = condition;
  if (atLeast !== undefined && !(typeof value === "number" && value >= atLeast)) return false;
  if (atMost !== undefined && !(typeof value === "number" && value <= atMost)) return false;
  if (is !== undefined && value !== is) return false;
  return oneOf === undefined || (typeof value !== "boolean" && oneOf.includes(value));
}

/** Reads a condition; tells every problem with its path and answers with what could be read. */
export function readCondition(input: unknown, path: string, tell: Tell): Condition | undefined {
  const expected = '{"all": […]}, {"any": […]}, {"not": …} or {"feature": "dpd", "atLeast": 1}';
  if (!isObject(input)) return tell(path, input, expected);
  for (const joint of ["all", "any"] as const) {
    const parts = input[joint];
    if (parts === undefined) continue;
    if (!Array.isArray(parts)) return tell(`${path}.${joint}`, parts, "a list of conditions");
    const read = parts.map((it, k) => readCondition(it, `${path}.${joint}[${k}]`, tell));
    const known = read.filter((it) => it !== undefined);
    if (known.length < read.length) return undefined;
    return joint === "all" ? { all: known } : { any: known };
  }
  if (input["not"] !== undefined) {
    const inner = readCondition(input["not"], `${path}.not`, tell);
    return inner && { not: inner };
  }
  return readComparison(input, path, tell);
}

function readComparison(
  input: Record<string, unknown>,
  path: string,
  tell: Tell,
): Condition | undefined {
  const name = input["feature"];
  const feature = typeof name === "string" ? parseFeatureName(name) : undefined;
  if (feature === undefined)
    return tell(`${path}.feature`, name, `one of ${Object.keys(caseFeatures).join(", ")}`);
  const { kind } = caseFeatures[feature];
  const allowed = kind === "number" ? ["atLeast", "atMost", "is", "oneOf"] : ["is", "oneOf"];
  const given = Object.keys(input).filter((it) => it !== "feature");
  if (given.length === 0 || given.some((it) => !allowed.includes(it)))
    return tell(path, input, `a comparison of ${feature} by ${allowed.join(", ")}`);
  for (const key of given) {
    const value = input[key];
    if (!(key === "oneOf" ? isListOf(value, kind) : isOf(value, kind)))
      return tell(`${path}.${key}`, value, key === "oneOf" ? `a list of ${kind}s` : `a ${kind}`);
  }
  return { ...(input as Comparison), feature };
}

function isOf(value: unknown, kind: "number" | "truth" | "text"): boolean {
  if (kind === "number") return typeof value === "number" && Number.isFinite(value);
  return typeof value === (kind === "truth" ? "boolean" : "string");
}

function isListOf(value: unknown, kind: "number" | "truth" | "text"): boolean {
  return kind !== "truth" && Array.isArray(value) && value.every((it) => isOf(it, kind));
}

/** The condition in words, for reasons and screens. */
export function describe(it: Condition): { readonly zh: string; readonly en: string } {
  if ("all" in it) return joined(it.all, "且", "and");
  if ("any" in it) return joined(it.any, "或", "or");
  if ("not" in it) {
    const inner = describe(it.not);
    return { zh: `非（${inner.zh}）`, en: `not (${inner.en})` };
  }
  const { title } = caseFeatures[it.feature];
  const parts: string[] = [];
  if (it.atLeast !== undefined) parts.push(`≥ ${it.atLeast}`);
  if (it.atMost !== undefined) parts.push(`≤ ${it.atMost}`);
  if (it.is !== undefined) parts.push(`= ${String(it.is)}`);
  if (it.oneOf !== undefined) parts.push(`∈ ${it.oneOf.join(", ")}`);
  const tail = parts.join(" ");
  return { zh: `${title.zh} ${tail}`, en: `${title.en} ${tail}` };
}

function joined(parts: readonly Condition[], zh: string, en: string): { zh: string; en: string } {
  if (parts.length === 0) return { zh: "所有人", en: "everyone" };
  const words = parts.map(describe);
  return {
    zh: words.map((it) => it.zh).join(`${zh}`),
    en: words.map((it) => it.en).join(` ${en} `),
  };
}
