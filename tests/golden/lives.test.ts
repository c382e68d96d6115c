import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AccountState, cashLine, formatLifeStep, instalmentLoan, payLater, type Product, readLife, walkLife } from "@fairdue/credit";
import { describe, expect, test } from "vitest";

/**
 * Whole account lives as aligned tables: after each event only what it changed, as an accountant
 * reads. `GOLDEN=write` rewrites them; the diff is then reviewed by eye.
 */
const home = join(import.meta.dirname, "lives");
const products: Readonly<Record<string, Product>> = {
  "cash-line": cashLine,
  "pay-later": payLater,
  "instalment-loan": instalmentLoan,
};

const names = readdirSync(home)
  .filter((name) => name.endsWith(".life"))
  .map((name) => name.slice(0, -".life".length));

describe("golden lives", () => {
  test("there are lives to compare", () => expect(names.length).toBeGreaterThanOrEqual(6));

  test.each(names)("%s", (name) => {
    const told = readFileSync(join(home, `${name}.life`), "utf8");
    const product = products[/^# product (\S+)/m.exec(told)?.[1] ?? ""];
    if (!product) throw new Error(`${name}.life names no product`);
    const found = tell(product, told);
    const golden = join(home, `${name}.txt`);
    if (process.env["GOLDEN"] === "write") writeFileSync(golden, found);
    expect(existsSync(golden), `${golden} is missing: write it with GOLDEN=write`).toBe(true);
    expect(found).toBe(readFileSync(golden, "utf8"));
  });
});

function tell(product: Product, told: string): string {
  const parts: string[] = told
    .split("\n")
    .filter((line) => line.startsWith("#"))
    .map((line) => line.trimEnd());
  let before: AccountState | null = null;
  for (const step of walkLife(product, readLife(product, told))) {
    parts.push("", ...formatLifeStep(product, before, step));
    before = step.folded.state;
  }
  return `${parts.join("\n")}\n`;
}
