import { expect, test } from "vitest";
import { atMost, equal, is, not, param, ref } from "../rule/condition.ts";
import type { Pack, Rule } from "../rule/rule.ts";
import { constantOf, lintPack } from "./lint.ts";
import { coveragePage } from "./pages.ts";
import { parsePack } from "./parse-pack.ts";

const cite = {
  instrument: "a test law",
  article: "1",
  status: "verified",
  checkedOn: "2026-01-01",
} as const;

const sound: Rule = {
  id: "own.limit",
  version: 1,
  title: { en: "Small sums only", zh: "仅限小额" },
  governs: ["fee-charge"],
  inForce: { from: "2024-01-01" },
  test: atMost(ref("act.amountMinor"), param("most")),
  parameters: { most: [{ from: "2024-01-01", value: 500, cite }] },
  severity: "block",
  force: "policy",
  cite: [cite],
  remedy: { en: "Charge less.", zh: "请减少收费。" },
  examples: `
    ## small
    act 2026-11-25T15:00 fee-charge amountMinor=500
    then permitted
    ## large
    act 2026-11-25T15:00 fee-charge amountMinor=501
    then refused
  `,
};

function packOf(...rules: readonly Rule[]): Pack {
  return {
    id: "own",
    version: "1",
    title: { en: "Own", zh: "自有" },
    zone: "Asia/Shanghai",
    calendar: "weekdays",
    facts: [],
    rules,
    given: "zone Asia/Shanghai",
  };
}

/** What is wrong, without the notes on acts that nobody governs. */
function faultsOf(...rules: readonly Rule[]): readonly string[] {
  return lintPack(packOf(...rules))
    .filter((it) => it.code !== "act-uncovered")
    .map((it) => it.code);
}

const dated = (...spans: readonly (readonly [string, string?])[]): Rule["parameters"] => ({
  most: spans.map(([from, to]) => ({
    from,
    ...(to === undefined ? {} : { to }),
    value: 500,
    cite,
  })),
});

test("a sound rule has no fault", () => expect(faultsOf(sound)).toEqual([]));

test.each<[string, Partial<Rule>]>([
  ["no-citation", { cite: [] }],
  ["no-citation", { cite: [{ ...cite, article: "" }] }],
  ["text-missing", { title: { en: "Small sums only", zh: " " } }],
  ["identity", { id: "other.limit" }],
  ["date", { inForce: { from: "soon" } }],
  ["never-fires", { inForce: { from: "2024-01-01", to: "2023-01-01" } }],
  ["parameter-gap", { parameters: dated(["2024-02-01"])! }],
  ["parameter-gap", { parameters: dated(["2024-01-01", "2024-03-31"], ["2024-04-02"])! }],
  ["parameter-gap", { parameters: dated(["2024-01-01", "2024-03-31"])! }],
  ["parameter-overlap", { parameters: dated(["2024-01-01", "2024-03-31"], ["2024-03-31"])! }],
  ["parameter-unknown", { test: atMost(ref("act.amountMinor"), param("mots")) }],
  ["fact-undeclared", { test: is("person.shoeSize") }],
  ["never-fires", { when: { any: [] } }],
  ["never-fires", { test: { any: [is("debt.isPaid"), not(is("debt.isPaid"))] } }],
  ["contradiction", { test: { all: [is("debt.isPaid"), not(is("debt.isPaid"))] } }],
  [
    "no-example",
    { examples: "## small\nact 2026-11-25T15:00 fee-charge amountMinor=5\nthen permitted" },
  ],
  ["example-fails", { examples: sound.examples.replace("=501", "=499") }],
])("%s is found", (code, change) => {
  expect(faultsOf({ ...sound, ...change })).toContain(code);
});

test("two rules of one name, and two that ask the opposite", () => {
  expect(faultsOf(sound, sound)).toContain("duplicate-rule");
  const opposite = { ...sound, id: "own.opposite", test: not(sound.test) };
  expect(faultsOf(sound, opposite)).toContain("contradiction");
});

test("acts that nobody governs are noted, unless the law leaves them to others", () => {
  const uncovered = (pack: Pack): readonly string[] =>
    lintPack(pack)
      .filter((it) => it.code === "act-uncovered")
      .map((it) => it.says);
  expect(uncovered(packOf(sound))).toContain("no rule governs the act visit");
  const open = { ...packOf(sound), leavesOpen: { visit: "left to the other law" } };
  expect(uncovered(open)).not.toContain("no rule governs the act visit");
  expect(coveragePage([packOf(sound)])).toMatch(/`fee-charge` .* \| 1 \|/);
});

test("a condition that holds whatever the facts is seen as such", () => {
  expect(constantOf({ all: [] })).toBe(true);
  expect(constantOf(not({ all: [] }))).toBe(false);
  expect(constantOf({ oneOf: [ref("act.purpose"), []] })).toBe(false);
  expect(constantOf(equal("act.purpose", "collection"))).toBeUndefined();
});

test("a pack in a file has the same form; what is wrong is named with its place", () => {
  const json: unknown = JSON.parse(JSON.stringify(packOf(sound)));
  const read = parsePack(json);
  expect(read.ok && lintPack(read.value).filter((it) => it.level === "error")).toEqual([]);
  const wrong = {
    ...packOf({ ...sound, severity: "forbid" as never, test: { most: 3 } as never }),
  };
  const refused = parsePack({ ...wrong, title: "Own" });
  const problems = refused.ok ? [] : refused.refusal;
  expect(problems.map((it) => it.field)).toEqual(["title", "rules[0].severity", "rules[0].test"]);
  expect(parsePack([]).ok).toBe(false);
});
