import { accepted, type Outcome, type Problem, refused } from "@fairdue/kernel";
import { parseActKind } from "../rule/act.ts";
import type { Pack } from "../rule/rule.ts";

const severities = ["block", "hold", "require", "defer", "warn", "record"];
const forces = ["prohibition", "presumption", "guidance", "safe-harbour", "policy"];
const conditionWords = new Set([
  "all",
  "any",
  "not",
  "is",
  "known",
  "equal",
  "atMost",
  "atLeast",
  "below",
  "above",
  "oneOf",
  "holdsAll",
  "holdsSome",
  "holdsNone",
  "window",
  "cap",
  "happened",
  "waited",
  "deadline",
]);

/**
 * Reads a pack from a file: the same form as in TypeScript, as JSON. `lintPack` then judges its
 * sense; this parser only makes sure that it has the form of one.
 */
export function parsePack(input: unknown): Outcome<Pack, readonly Problem[]> {
  const problems: Problem[] = [];
  const fail = (field: string, value: unknown, expected: string): void => {
    const shown = value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);
    problems.push({ field, value: shown, expected });
  };
  if (!isRecord(input)) {
    fail("pack", input, "an object");
    return refused(problems);
  }
  for (const name of ["id", "version", "zone"])
    if (typeof input[name] !== "string") fail(name, input[name], "a text");
  checkText(input["title"], "title", fail);
  if (!Array.isArray(input["rules"])) fail("rules", input["rules"], "a list of rules");
  else input["rules"].forEach((it: unknown, k) => checkRule(it, `rules[${k}]`, fail));
  if (input["facts"] !== undefined && !Array.isArray(input["facts"]))
    fail("facts", input["facts"], "a list of declarations");
  if (problems.length > 0) return refused(problems);
  const pack = { calendar: "weekdays", facts: [], ...input } as unknown as Pack;
  return accepted(pack);
}

type Fail = (field: string, value: unknown, expected: string) => void;

function checkRule(it: unknown, field: string, fail: Fail): void {
  if (!isRecord(it)) {
    fail(field, it, "a rule");
    return;
  }
  if (typeof it["id"] !== "string") fail(`${field}.id`, it["id"], "a text");
  if (typeof it["version"] !== "number") fail(`${field}.version`, it["version"], "a number");
  checkText(it["title"], `${field}.title`, fail);
  checkText(it["remedy"], `${field}.remedy`, fail);
  const governs = it["governs"];
  if (!Array.isArray(governs) || governs.some((kind) => parseActKind(String(kind)) === undefined))
    fail(`${field}.governs`, governs, "a list of kinds of act");
  if (!isRecord(it["inForce"]) || typeof it["inForce"]["from"] !== "string")
    fail(`${field}.inForce`, it["inForce"], '{"from": "YYYY-MM-DD"}');
  if (!severities.includes(String(it["severity"])))
    fail(`${field}.severity`, it["severity"], severities.join(", "));
  if (!forces.includes(String(it["force"]))) fail(`${field}.force`, it["force"], forces.join(", "));
  if (!Array.isArray(it["cite"])) fail(`${field}.cite`, it["cite"], "a list of citations");
  if (typeof it["examples"] !== "string")
    fail(`${field}.examples`, it["examples"], "scenario text");
  checkCondition(it["test"], `${field}.test`, fail);
  if (it["when"] !== undefined) checkCondition(it["when"], `${field}.when`, fail);
  checkParameters(it["parameters"], `${field}.parameters`, fail);
}

function checkParameters(it: unknown, field: string, fail: Fail): void {
  if (it === undefined) return;
  if (!isRecord(it)) {
    fail(field, it, "an object of dated values");
    return;
  }
  for (const [name, values] of Object.entries(it)) {
    const isDated =
      Array.isArray(values) &&
      values.every(
        (one) => isRecord(one) && typeof one["from"] === "string" && isRecord(one["cite"]),
      );
    if (!isDated) fail(`${field}.${name}`, values, "a list of {from, to?, value, cite}");
  }
}

function checkCondition(it: unknown, field: string, fail: Fail): void {
  const [word, inner] = isRecord(it) ? (Object.entries(it)[0] ?? []) : [];
  if (word === undefined || !conditionWords.has(word)) {
    fail(field, it, `a condition: ${[...conditionWords].join(", ")}`);
  } else if (word === "all" || word === "any") {
    if (!Array.isArray(inner)) fail(`${field}.${word}`, inner, "a list of conditions");
    else inner.forEach((one: unknown, k) => checkCondition(one, `${field}.${word}[${k}]`, fail));
  } else if (word === "not") checkCondition(inner, `${field}.not`, fail);
}

function checkText(it: unknown, field: string, fail: Fail): void {
  if (!isRecord(it) || typeof it["en"] !== "string" || typeof it["zh"] !== "string")
    fail(field, it, '{"en": …, "zh": …}');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
