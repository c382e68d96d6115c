import { ZenEngine } from "@gorules/zen-engine";
import type { Condition, Rule, Term } from "@fairdue/conduct";
import { Engine, type RuleProperties, type TopLevelCondition } from "json-rules-engine";

/** A rule by its condition of violation: bound, and the test not met. */
export type Violation = { readonly id: string; readonly when: Condition; readonly rule: Rule };

/** The parameters' values, for the other engines know no dates. */
export type Values = Readonly<Record<string, unknown>>;

/** What the other engines are handed: flat facts; searches of the history already made for them. */
export type Flat = Readonly<Record<string, unknown>>;

/** Conditions over time, which neither engine has: each becomes a fact that is made beforehand. */
export function overTime(it: Condition, found: Condition[]): void {
  if ("all" in it) for (const one of it.all) overTime(one, found);
  else if ("any" in it) for (const one of it.any) overTime(one, found);
  else if ("not" in it) overTime(it.not, found);
  else if (isOverTime(it)) found.push(it);
}

export function isOverTime(it: Condition): boolean {
  if ("window" in it || "cap" in it || "happened" in it || "waited" in it || "deadline" in it)
    return true;
  return JSON.stringify(it).includes("Since");
}

export const flatName = (fact: string): string => fact.replaceAll(".", "_");

type Names = { readonly nameOf: (it: Condition) => string; readonly values: Values };

export function jsonRulesEngine(list: readonly (Violation & Names)[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const it of list) {
    const rule: RuleProperties = {
      conditions: { all: [nested(it.when, it)] } as TopLevelCondition,
      event: { type: it.id },
    };
    engine.addRule(rule);
  }
  return engine;
}

function nested(it: Condition, names: Names): unknown {
  if ("all" in it) return { all: it.all.map((one) => nested(one, names)) };
  if ("any" in it) return { any: it.any.map((one) => nested(one, names)) };
  if ("not" in it) return { not: nested(it.not, names) };
  if (isOverTime(it)) return { fact: names.nameOf(it), operator: "equal", value: true };
  if ("is" in it) return { fact: flatName(it.is), operator: "equal", value: true };
  if ("known" in it)
    return { not: { fact: flatName(it.known), operator: "equal", value: undefined } };
  const [word, left, right] = comparisonOf(it);
  const fact = flatName((left as { readonly fact: string }).fact);
  const value = valueOf(right, names.values);
  const list = Array.isArray(value) ? value : [value];
  if (word === "holdsAll")
    return { all: list.map((one: unknown) => ({ fact, operator: "contains", value: one })) };
  if (word === "holdsNone")
    return { all: list.map((one: unknown) => ({ fact, operator: "doesNotContain", value: one })) };
  return { fact, operator: operators[word], value };
}

const operators: Readonly<Record<string, string>> = {
  equal: "equal",
  atMost: "lessThanInclusive",
  atLeast: "greaterThanInclusive",
  oneOf: "in",
};

export function comparisonOf(it: Condition): readonly [string, Term, Term] {
  const [word = "", terms] = Object.entries(it)[0] ?? [];
  const [left, right] = terms as readonly [Term, Term];
  return [word, left, right];
}

function valueOf(term: Term, values: Values): unknown {
  if (typeof term !== "object" || Array.isArray(term)) return term;
  if ("param" in term) return values[term.param];
  return "fact" in term ? { fact: flatName(term.fact) } : undefined;
}

/** One expression per rule in one node: the shortest graph that says the same. */
export function zenDecision(
  list: readonly (Violation & Names)[],
): ReturnType<ZenEngine["createDecision"]> {
  const expressions = list.map((it, k) => ({
    id: `e${k}`,
    key: flatName(it.id).replaceAll("-", "_"),
    value: expression(it.when, it),
  }));
  const content = {
    nodes: [
      { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
      {
        id: "rules",
        name: "rules",
        type: "expressionNode",
        position: { x: 1, y: 0 },
        content: { expressions },
      },
      { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "b", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  };
  return new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
}

function expression(it: Condition, names: Names): string {
  if ("all" in it) return `(${it.all.map((one) => expression(one, names)).join(" and ")})`;
  if ("any" in it) return `(${it.any.map((one) => expression(one, names)).join(" or ")})`;
  if ("not" in it) return `not (${expression(it.not, names)})`;
  if (isOverTime(it)) return `(${names.nameOf(it)} == true)`;
  if ("is" in it) return `(${flatName(it.is)} == true)`;
  if ("known" in it) return `(${flatName(it.known)} != null)`;
  const [word, left, right] = comparisonOf(it);
  const a = flatName((left as { readonly fact: string }).fact);
  const value = valueOf(right, names.values);
  const b = isFactRef(value) ? value.fact : literal(value);
  if (word === "holdsAll") return `all(${b}, # in ${a})`;
  if (word === "holdsNone") return `none(${b}, # in ${a})`;
  return `(${a} ${{ equal: "==", atMost: "<=", atLeast: ">=", oneOf: "in" }[word]} ${b})`;
}

function isFactRef(value: unknown): value is { readonly fact: string } {
  return typeof value === "object" && value !== null && "fact" in value;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  return typeof value === "string" ? `'${value}'` : String(value);
}
