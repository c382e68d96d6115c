import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import type {
  Action,
  Condition,
  Direction,
  Expression,
  FeatureDeclaration,
  Panel,
  Recipe,
  Words,
} from "./recipe.ts";

type Json = Readonly<Record<string, unknown>>;
type Tell = (field: string, value: unknown, expected: string) => void;

/** Longest panel a recipe may sum over. */
const monthsMax = 120;

/** Reads a recipe from JSON; all problems at once. The form: docs/cli/assess.md. */
export function parseRecipe(json: unknown): Outcome<Recipe, readonly Problem[]> {
  const problems: Problem[] = [];
  const tell: Tell = (field, value, expected) =>
    void problems.push({ field, value: shown(value), expected });
  if (!isObject(json)) {
    tell("recipe", json, "an object");
    return refused(problems);
  }
  const panels = readPanels(json["panels"] ?? {}, tell);
  const reader = expressionReader(new Set(panels.keys()), tell);
  for (const [name, panel] of rawPanels(json["panels"]))
    if (!Array.isArray(panel)) {
      const expression = reader(panel, `panels.${name}`);
      if (expression) panels.set(name, { kind: "each", expression });
    }
  const features = readFeatures(json["features"], reader, tell);
  const recipe: Recipe = {
    name: readText(json["name"], "name", tell),
    version: typeof json["version"] === "number" ? json["version"] : 1,
    title: readWords(json["title"] ?? json["name"], "title", tell),
    panels,
    features,
    leaveOut: readLeaveOut(json["leaveOut"] ?? [], tell),
    actions: readActions(json["actions"] ?? [], { panels, reader, tell }),
  };
  return problems.length > 0 ? refused(problems) : accepted(recipe);
}

function rawPanels(json: unknown): readonly (readonly [string, unknown])[] {
  return isObject(json) ? Object.entries(json) : [];
}

function readPanels(json: unknown, tell: Tell): Map<string, Panel> {
  const panels = new Map<string, Panel>();
  if (!isObject(json)) tell("panels", json, "an object of panels by name");
  for (const [name, it] of rawPanels(json)) {
    if (Array.isArray(it) && it.every((column) => typeof column === "string") && it.length > 0)
      panels.set(name, { kind: "columns", columns: it });
    else if (isObject(it))
      panels.set(name, { kind: "each", expression: { kind: "number", value: Number.NaN } });
    else tell(`panels.${name}`, it, "a list of columns, newest first, or an expression for each");
  }
  return panels;
}

type Reader = (json: unknown, field: string) => Expression | undefined;

function readFeatures(json: unknown, reader: Reader, tell: Tell): FeatureDeclaration[] {
  if (!Array.isArray(json) || json.length === 0) {
    tell("features", json, "a list of at least one feature");
    return [];
  }
  const names = new Set<string>();
  return json.flatMap((it: unknown, i): FeatureDeclaration[] => {
    const field = `features[${i}]`;
    if (!isObject(it)) {
      tell(field, it, "an object with name and value");
      return [];
    }
    const name = readText(it["name"], `${field}.name`, tell);
    if (names.has(name)) tell(`${field}.name`, name, "a name that no other feature has");
    names.add(name);
    const expression = reader(it["value"] ?? name, `${field}.value`);
    if (!expression) return [];
    return [
      {
        name,
        title: readWords(it["title"] ?? name, `${field}.title`, tell),
        expression,
        direction: readDirection(it["risk"] ?? "free", `${field}.risk`, tell),
        purpose: typeof it["purpose"] === "string" ? it["purpose"] : "credit-assessment",
        basis: typeof it["basis"] === "string" ? it["basis"] : "contract",
        models: readModels(it["models"], `${field}.models`, tell),
      },
    ];
  });
}

function readModels(json: unknown, field: string, tell: Tell): ("scorecard" | "ebm")[] {
  if (json === undefined) return ["scorecard", "ebm"];
  const known = Array.isArray(json) ? json.filter((it) => it === "scorecard" || it === "ebm") : [];
  if (known.length === 0) tell(field, json, 'a list of "scorecard", "ebm"');
  return known;
}

/** `increasing`, `decreasing`, `free`, or 1, −1, 0: how the risk of default may move. */
export function readDirection(json: unknown, field: string, tell: Tell): Direction {
  if (json === "increasing" || json === 1) return "increasing";
  if (json === "decreasing" || json === -1) return "decreasing";
  if (json === "auto") return "auto";
  if (json !== "free" && json !== 0) tell(field, json, '"increasing", "decreasing" or "free"');
  return "free";
}

function readLeaveOut(json: unknown, tell: Tell): { column: string; why: Words }[] {
  if (!Array.isArray(json)) {
    tell("leaveOut", json, "a list of {column, why}");
    return [];
  }
  return json.map((it: unknown, i) => ({
    column: readText(isObject(it) ? it["column"] : it, `leaveOut[${i}].column`, tell),
    why: readWords(isObject(it) ? it["why"] : "", `leaveOut[${i}].why`, tell),
  }));
}

type ActionReading = {
  readonly panels: ReadonlyMap<string, Panel>;
  readonly reader: Reader;
  readonly tell: Tell;
};

function readActions(json: unknown, { panels, reader, tell }: ActionReading): Action[] {
  if (!Array.isArray(json)) {
    tell("actions", json, "a list of actions");
    return [];
  }
  return json.flatMap((it: unknown, i): Action[] => {
    const field = `actions[${i}]`;
    if (!isObject(it) || !isObject(it["changes"])) {
      tell(field, it, "an object with name, title, months and changes by panel");
      return [];
    }
    const changes = Object.entries(it["changes"]).flatMap(([panel, to]) => {
      if (panels.get(panel)?.kind !== "columns")
        tell(`${field}.changes.${panel}`, panel, "a panel of columns");
      const expression = reader(to, `${field}.changes.${panel}`);
      return expression ? [{ panel, to: expression }] : [];
    });
    const numbers = (name: string, fallback: readonly number[]): readonly number[] => {
      const list = it[name] ?? fallback;
      if (Array.isArray(list) && list.length > 0 && list.every((x) => typeof x === "number"))
        return list;
      tell(`${field}.${name}`, list, "a list of numbers");
      return fallback;
    };
    return [
      {
        name: readText(it["name"], `${field}.name`, tell),
        title: readWords(it["title"], `${field}.title`, tell),
        changes,
        levels: numbers("levels", [Number.NaN]),
        levelForm: it["levelForm"] === "percent" ? "percent" : "number",
        months: numbers("months", [1]),
      },
    ];
  });
}

function expressionReader(panels: ReadonlySet<string>, tell: Tell): Reader {
  const number = (json: unknown, field: string): number => {
    if (typeof json === "number" && Number.isFinite(json)) return json;
    tell(field, json, "a number");
    return 0;
  };
  const panel = (json: unknown, field: string): string => {
    if (typeof json === "string" && panels.has(json)) return json;
    tell(field, json, `the name of a panel: ${[...panels].join(", ") || "none is declared"}`);
    return "";
  };
  const months = (json: Json, field: string): number => {
    const value = json["months"] ?? monthsMax;
    if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= monthsMax)
      return value;
    tell(`${field}.months`, value, `a whole number from 1 to ${monthsMax}`);
    return 1;
  };
  const condition = (json: Json, field: string): Condition => {
    if (json["equals"] !== undefined) {
      const value = number(json["equals"], `${field}.equals`);
      return { atLeast: value, atMost: value };
    }
    if (json["atLeast"] === undefined && json["atMost"] === undefined)
      tell(field, json, "one of atLeast, atMost, equals");
    return {
      atLeast: number(json["atLeast"] ?? -Number.MAX_VALUE, `${field}.atLeast`),
      atMost: number(json["atMost"] ?? Number.MAX_VALUE, `${field}.atMost`),
    };
  };
  const member = (text: string, field: string): Expression => {
    const match = /^\$([^+]+)(?:\+(\d+))?$/.exec(text);
    return {
      kind: "member",
      panel: panel(match?.[1], field),
      back: Number(match?.[2] ?? 0),
    };
  };

  function read(json: unknown, field: string): Expression | undefined {
    if (typeof json === "number") return { kind: "number", value: number(json, field) };
    if (json === "$level") return { kind: "level" };
    if (typeof json === "string")
      return json.startsWith("$") ? member(json, field) : { kind: "column", name: json };
    if (isObject(json)) {
      for (const [word, build] of Object.entries(builders))
        if (word in json) return build(json, `${field}.${word}`);
    }
    tell(field, json, `a column, a number, or one of: ${Object.keys(builders).join(", ")}`);
    return undefined;
  }

  const missing: Expression = { kind: "number", value: Number.NaN };
  const part = (json: unknown, field: string): Expression => read(json, field) ?? missing;
  const list = (json: unknown, field: string): Expression[] => {
    if (Array.isArray(json) && json.length > 0)
      return json.map((it: unknown, i) => part(it, `${field}[${i}]`));
    tell(field, json, "a list of expressions");
    return [];
  };
  const two = (json: unknown, field: string): readonly [Expression, Expression] => {
    const parts = list(json, field);
    if (parts.length !== 2) tell(field, json, "two expressions");
    return [parts[0] ?? missing, parts[1] ?? missing];
  };
  const over = (kind: "min" | "max" | "mean" | "sum" | "spread" | "trend") => {
    return (json: Json, field: string): Expression => ({
      kind,
      panel: panel(json[kind], field),
      months: months(json, field),
    });
  };
  const builders: Readonly<Record<string, (json: Json, field: string) => Expression>> = {
    divide: (json, field) => {
      const [what, by] = two(json["divide"], field);
      const otherwise = json["otherwise"];
      return {
        kind: "divide",
        what,
        by,
        otherwise: otherwise === undefined ? Number.NaN : number(otherwise, `${field}.otherwise`),
      };
    },
    subtract: (json, field) => {
      const [from, what] = two(json["subtract"], field);
      return { kind: "subtract", from, what };
    },
    add: (json, field) => ({ kind: "add", parts: list(json["add"], field) }),
    multiply: (json, field) => ({ kind: "multiply", parts: list(json["multiply"], field) }),
    smaller: (json, field) => ({ kind: "smaller", parts: list(json["smaller"], field) }),
    larger: (json, field) => ({ kind: "larger", parts: list(json["larger"], field) }),
    clip: (json, field) => ({
      kind: "clip",
      what: part(json["clip"], field),
      low: number(json["low"] ?? -Number.MAX_VALUE, `${field}.low`),
      high: number(json["high"] ?? Number.MAX_VALUE, `${field}.high`),
    }),
    log: (json, field) => ({ kind: "log", what: part(json["log"], field) }),
    is: (json, field) => ({
      kind: "is",
      what: part(json["is"], field),
      when: condition(json, field),
    }),
    min: over("min"),
    max: over("max"),
    mean: over("mean"),
    sum: over("sum"),
    spread: over("spread"),
    trend: over("trend"),
    count: (json, field) => ({
      kind: "count",
      panel: panel(json["count"], field),
      months: months(json, field),
      when: condition(json, field),
    }),
    monthsSince: (json, field) => ({
      kind: "monthsSince",
      panel: panel(json["monthsSince"], field),
      months: months(json, field),
      when: condition(json, field),
      never: number(json["never"], `${field}.never`),
    }),
    streak: (json, field) => ({
      kind: "streak",
      panel: panel(json["streak"], field),
      months: months(json, field),
      when: condition(json, field),
    }),
  };
  return read;
}

export function readWords(json: unknown, field: string, tell: Tell): Words {
  if (typeof json === "string") return { en: json, zh: json };
  if (isObject(json) && typeof json["en"] === "string" && typeof json["zh"] === "string")
    return { en: json["en"], zh: json["zh"] };
  tell(field, json, 'a text, or {"en": text, "zh": text}');
  return { en: "", zh: "" };
}

function readText(json: unknown, field: string, tell: Tell): string {
  if (typeof json === "string" && json !== "") return json;
  tell(field, json, "a text");
  return "";
}

function isObject(json: unknown): json is Json {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}
