import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { coveragePage, packPage } from "@fairdue/conduct";
import { packs, surveyPage } from "@fairdue/packs";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../docs/law");
const pages: readonly (readonly [string, string])[] = [
  ["coverage", coveragePage(Object.values(packs))],
  ["survey", surveyPage()],
  ...Object.values(packs).map((it) => [it.id, packPage(it)] as const),
];

for (const [name, page] of pages) {
  test(`docs/law/${name}.md says what the packs say`, () => {
    const path = join(folder, `${name}.md`);
    if (process.env["GOLDEN"] === "write") writeFileSync(path, page);
    expect(page === readFileSync(path, "utf8"), "run npm run golden and look at the diff").toBe(
      true,
    );
  });
}
