import type { Outcome, Problem } from "@fairdue/kernel";
import { accepted, refused } from "@fairdue/kernel";
import { decimalOf, type Decimal } from "./decimal.ts";

/**
 * What a plan may use, and what it must reach: the parsed budgets file.
 * The form is documented in docs/cli/allocate.md.
 */
export type Budgets = {
  /** Columns that make up the value of a treatment, each with its weight. */
  readonly objective: ReadonlyMap<string, number>;
  readonly limits: readonly Limit[];
  /** How shadow prices are quoted: `minutes` per 60 "collector-hour". */
  readonly quotes: ReadonlyMap<string, Quote>;
};

export type Limit = {
  readonly id: string;
  readonly resource: string;
  readonly sense: "at-most" | "at-least";
  readonly bound: Decimal;
  /** Only rows whose columns hold one of these values count; no entry means all rows. */
  readonly where: ReadonlyMap<string, readonly string[]>;
};

export type Quote = { readonly per: number; readonly name: string };

/** The resource that counts treatments: every row uses 1 unless there is a column of that name. */
export const countResource = "count";

export function parseBudgets(input: unknown): Outcome<Budgets, readonly Problem[]> {
  const problems: Problem[] = [];
  const tell = (field: string, value: unknown, expected: string): void => {
    problems.push({ field, value: shown(value), expected });
  };
  if (!isObject(input)) {
    tell("(file)", input, 'an object such as {"budgets": {"cost": 100000, "minutes": 480}}');
    return refused(problems);
  }
  for (const key of Object.keys(input))
    if (!["objective", "budgets", "quotes"].includes(key))
      tell(key, input[key], "one of the keys objective, budgets, quotes");
  const objective = parseObjective(input["objective"] ?? "recovery", tell);
  const limits = parseLimits(input["budgets"], tell);
  const quotes = parseQuotes(input["quotes"] ?? {}, tell);
  if (problems.length > 0) return refused(problems);
  return accepted({ objective, limits, quotes });
}

type Tell = (field: string, value: unknown, expected: string) => void;

function parseObjective(input: unknown, tell: Tell): Map<string, number> {
  if (typeof input === "string" && input !== "") return new Map([[input, 1]]);
  const weights = new Map<string, number>();
  if (!isObject(input) || Object.keys(input).length === 0) {
    tell("objective", input, 'a column name, or weights such as {"recovery": 1, "cost": -1}');
    return weights;
  }
  for (const [column, weight] of Object.entries(input)) {
    if (typeof weight === "number" && Number.isFinite(weight)) weights.set(column, weight);
    else tell(`objective.${column}`, weight, "a finite number");
  }
  return weights;
}

function parseLimits(input: unknown, tell: Tell): Limit[] {
  if (isObject(input)) {
    return Object.entries(input).flatMap(([resource, bound]) => {
      const parsed = decimalOf(bound);
      if (parsed === undefined) tell(`budgets.${resource}`, bound, boundExpected);
      return parsed === undefined
        ? []
        : [{ id: resource, resource, sense: "at-most", bound: parsed, where: new Map() }];
    });
  }
  if (!Array.isArray(input)) {
    tell("budgets", input, 'a list of limits, or amounts by column such as {"cost": 100000}');
    return [];
  }
  const ids = new Set<string>();
  return input.flatMap((it: unknown, k) => {
    const limits = parseLimit(it, `budgets[${k}]`, tell);
    for (const limit of limits) {
      if (ids.has(`${limit.id} ${limit.sense}`))
        tell(`budgets[${k}].id`, limit.id, "an id not used before");
      ids.add(`${limit.id} ${limit.sense}`);
    }
    return limits;
  });
}

const boundExpected = "a number with at most 6 decimals, below 9e15 in its smallest unit";

/** A row with both atMost and atLeast makes two limits. */
function parseLimit(it: unknown, path: string, tell: Tell): Limit[] {
  if (!isObject(it)) {
    tell(path, it, 'an object such as {"id": "visits", "resource": "visits", "atMost": 40}');
    return [];
  }
  for (const key of Object.keys(it))
    if (!["id", "resource", "atMost", "atLeast", "where"].includes(key))
      tell(`${path}.${key}`, it[key], "one of the keys id, resource, atMost, atLeast, where");
  const resource = it["resource"];
  if (typeof resource !== "string" || resource === "") {
    tell(`${path}.resource`, resource, `the name of a column, or "${countResource}"`);
    return [];
  }
  const id = it["id"] ?? resource;
  if (typeof id !== "string") tell(`${path}.id`, id, "a text");
  const where = parseWhere(it["where"] ?? {}, `${path}.where`, tell);
  if (it["atMost"] === undefined && it["atLeast"] === undefined)
    tell(path, it, "atMost, atLeast, or both");
  const sides = [
    ["at-most", it["atMost"], "atMost"],
    ["at-least", it["atLeast"], "atLeast"],
  ] as const;
  return sides.flatMap(([sense, given, key]) => {
    if (given === undefined) return [];
    const bound = decimalOf(given);
    if (bound === undefined) tell(`${path}.${key}`, given, boundExpected);
    return bound === undefined ? [] : [{ id: String(id), resource, sense, bound, where }];
  });
}

function parseWhere(input: unknown, path: string, tell: Tell): Map<string, readonly string[]> {
  const where = new Map<string, readonly string[]>();
  if (!isObject(input)) {
    tell(path, input, 'an object such as {"region": "north"} or {"region": ["north", "west"]}');
    return where;
  }
  for (const [column, given] of Object.entries(input)) {
    const values: unknown[] = Array.isArray(given) ? given : [given];
    if (values.length > 0 && values.every((it) => typeof it === "string" || typeof it === "number"))
      where.set(column, values.map(String));
    else tell(`${path}.${column}`, given, "a text, or a list of texts");
  }
  return where;
}

function parseQuotes(input: unknown, tell: Tell): Map<string, Quote> {
  const quotes = new Map<string, Quote>();
  if (!isObject(input)) {
    tell("quotes", input, 'an object such as {"minutes": {"per": 60, "name": "collector-hour"}}');
    return quotes;
  }
  for (const [resource, it] of Object.entries(input)) {
    const per = isObject(it) ? it["per"] : undefined;
    const name = isObject(it) ? it["name"] : undefined;
    if (typeof per === "number" && per > 0 && Number.isFinite(per) && typeof name === "string")
      quotes.set(resource, { per, name });
    else tell(`quotes.${resource}`, it, 'an object such as {"per": 60, "name": "collector-hour"}');
  }
  return quotes;
}

export function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === "object" && it !== null && !Array.isArray(it);
}

export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
