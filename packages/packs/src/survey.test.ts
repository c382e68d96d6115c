import { expect, test } from "vitest";
import { packs } from "./index.ts";
import { survey } from "./survey.ts";

const rules = new Set(Object.values(packs).flatMap((pack) => pack.rules.map((it) => it.id)));

test("each number of the survey leads to rules that exist", () => {
  const named = Object.values(survey).flatMap((it) => (typeof it === "string" ? [] : it));
  expect(named.filter((id) => !rules.has(id))).toEqual([]);
});
