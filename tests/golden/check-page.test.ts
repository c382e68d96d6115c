import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkBundle, parseBundle, parseVerifierKey } from "@fairdue/proof";
import { expect, test } from "vitest";
import { buildCheckPage, checkPagePath } from "../../tools/check-page.ts";

const examples = join(import.meta.dirname, "../../docs/cli/examples");
const example = (name: string): string => readFileSync(join(examples, name), "utf8");

test("the page that checks a proof is built from the sources as they are", async () => {
  const page = await buildCheckPage();
  if (process.env["GOLDEN"] === "write") writeFileSync(checkPagePath, page);
  const kept = readFileSync(checkPagePath, "utf8");
  // Say what to do, rather than print two hundred kilobytes.
  expect(kept === page ? "up to date" : "stale: run GOLDEN=write vitest run tests/golden/check-page").toBe(
    "up to date",
  );
});

test("the page loads nothing from anywhere", () => {
  const page = readFileSync(checkPagePath, "utf8");
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/\s(?:src|href)\s*=/i);
  expect(page).not.toMatch(/\b(?:fetch|XMLHttpRequest|WebSocket|importScripts)\b/);
});

test("the proof file of the documentation is proved by the keys beside it", () => {
  const bundle = parseBundle(example("log-proof.json"));
  const log = parseVerifierKey(example("log-key.txt"));
  const witness = parseVerifierKey(example("log-witness-key.txt"));
  if (!bundle.ok || !log.ok || !witness.ok) throw new Error("the examples are well-formed");
  const trusted = { log: log.value, witnesses: [witness.value], witnessesMin: 1 };
  const check = checkBundle(bundle.value, trusted);
  expect(check.verdict).toBe("proved");
  expect(check.leaf?.kind).toBe("permit.redeemed");
});
