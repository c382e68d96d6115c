import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTables } from "../../packages/conduct/src/inspect/tables/make-tables.ts";

const path = join(
  import.meta.dirname,
  "../../packages/conduct/src/inspect/tables/tables.generated.ts",
);

test("the committed tables are those that the two libraries give", () => {
  const made = makeTables(everydayCharacters());
  if (process.env["GOLDEN"] === "write") writeFileSync(path, made);
  expect(readFileSync(path, "utf8")).toBe(made);
});

/** The characters of everyday simplified writing: level 1 and 2 of GB 2312. */
function everydayCharacters(): string[] {
  const decoder = new TextDecoder("gb18030");
  const all: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) all.push(character);
    }
  return all;
}
