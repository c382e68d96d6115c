import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

type Case = {
  /** A decision, or `refuse` for any that does not permit. */
  readonly want: string;
  readonly scenario: { readonly id: string; readonly comment: string };
};
type Answer = { readonly decision: string; readonly allowed: boolean };

const cases = readFileSync(join(root, "tests/fixtures/conduct/world.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

/** One process decides them all, as an auditor would run it. */
function check(): readonly Answer[] {
  const run = spawnSync(
    process.execPath,
    [join(root, "apps/fairdue/bin/fairdue.mjs"), "conduct", "check", "--no-trace"],
    { encoding: "utf8", input: cases.map((it) => JSON.stringify(it.scenario)).join("\n") },
  );
  expect(run.stderr).toBe("");
  return run.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}

const answers = check();

cases.forEach(({ want, scenario }, k) => {
  test(`${scenario.id}: ${scenario.comment}`, () => {
    const answer = answers[k];
    if (want === "refuse") expect(answer?.allowed).toBe(false);
    else expect(answer?.decision).toBe(want);
  });
});
