import { expect, test } from "vitest";
import { csvReader, type CsvOptions } from "./index.ts";

function read(text: string, options: CsvOptions = {}) {
  const reader = csvReader(options);
  for (let at = 0; at < text.length; at += 7) reader.read(text.slice(at, at + 7));
  return reader.finish();
}

function problems(text: string, options: CsvOptions = {}): string[] {
  const it = read(text, options);
  return it.ok ? [] : it.refusal.map((one) => `${one.field}: ${one.value}`);
}

test("numbers, levels, missing cells and quotes, in pieces of any size", () => {
  const it = read('id,x,home\n7,1.5,"rent, shared"\n8,,own\n9,NA,"say ""own"""\n');
  if (!it.ok) throw new Error(JSON.stringify(it.refusal));
  expect(it.value.ids).toEqual(["7", "8", "9"]);
  const [x, home] = it.value.columns;
  expect(x?.kind === "number" && [...x.values]).toEqual([1.5, Number.NaN, Number.NaN]);
  expect(home?.kind === "category" && home.levels).toEqual(["rent, shared", "own", 'say "own"']);
});

test("without an id column rows number themselves", () => {
  const it = read("x,y\n1,2\n");
  expect(it.ok && it.value.ids).toBeUndefined();
});

test.each([
  ["text among numbers", "x\n1\n2\nabc\n4\n", 'line 4, column x: "abc"'],
  ["an infinite value", "x\n1\n1e999\n", "line 3, column x: 1e999"],
  ["Infinity as a word", "x\n1\n-inf\n", "line 3, column x: -inf"],
  ["a doubled id", "id,x\n1,2\n1,3\n", "line 3, id: 1"],
  ["a short row", "x,y\n1\n", "line 2: 1 cells"],
  ["a doubled column", "x,x\n1,2\n", "line 1, cell 2: x"],
  ["no rows", "x,y\n", "rows: 0"],
  ["nothing", "", "line 1: nothing"],
])("%s is named with its place", (_, text, expected) => expect(problems(text)).toContain(expected));

test("a column that a model reads as numbers takes no text", () => {
  const kinds = new Map([["x", "number" as const]]);
  expect(problems("x\na\nb\n", { kinds })).toEqual([
    'line 2, column x: "a"',
    'line 3, column x: "b"',
  ]);
});

test("a column that is asked for and not there", () =>
  expect(problems("x\n1\n", { only: new Set(["y"]) })).toEqual(["columns: missing"]));
