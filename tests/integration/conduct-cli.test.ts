import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cn } from "@fairdue/packs";

const root = join(import.meta.dirname, "..", "..");
const main = ["--conditions=source", join(root, "apps/fairdue/src/main.ts"), "conduct"];
const folder = mkdtempSync(join(tmpdir(), "fairdue-conduct-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Ran = { readonly code: number; readonly out: string; readonly err: string };

function conduct(words: readonly string[], input = ""): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 1 << 26, cwd: folder };
    const child = execFile(process.execPath, [...main, ...words], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
    child.stdin?.end(input);
  });
}

const scenario = {
  id: "night",
  at: "2026-11-25T23:30:00+08:00",
  zone: "Asia/Shanghai",
  act: { kind: "call", purpose: "collection", recipient: "borrower" },
  facts: { "lender.kind": "bank" },
};

/** A lender's own pack: nothing after six in the evening. */
const strict = {
  id: "own",
  version: "1",
  title: { en: "Own", zh: "自有" },
  zone: "Asia/Shanghai",
  rules: [
    {
      ...cn.rules.find((it) => it.id === "cn.contact-hours"),
      id: "own.early-evening",
      when: undefined,
      test: {
        window: { bands: [{ from: "08:00", to: "18:00" }], zone: "person", edges: "[)" },
      },
      parameters: {},
      examples: `
        zone Asia/Shanghai
        ## by day
        act 2026-11-25T15:00 call
        then permitted
        ## in the evening
        act 2026-11-25T19:00 call
        then refused
      `,
    },
  ],
};

test("check decides, names the rule, and gives the first lawful moment", async () => {
  const { code, out } = await conduct(["check", "--pack", "cn"], JSON.stringify(scenario));
  const it = JSON.parse(out);
  expect(code).toBe(0);
  expect(it).toMatchObject({ id: "night", allowed: false });
  const rules: readonly { rule: string; result: string }[] = it.trace.rules;
  expect(rules.find((one) => one.rule === "cn.contact-hours")?.result).toBe("failed");
});

test("bad input is one line that names the field, and exit code 2", async () => {
  const wrong = await conduct(
    ["check", "--pack", "cn"],
    JSON.stringify({ ...scenario, at: "noon" }),
  );
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err.trim().split("\n")).toHaveLength(1);
  expect(wrong.err).toContain("at");
  const unknown = await conduct(["check", "--pack", "mars"], JSON.stringify(scenario));
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("got mars");
});

test("lint and diff read a pack of the lender from a file of JSON or TypeScript", async () => {
  writeFileSync(join(folder, "own.json"), JSON.stringify(strict));
  writeFileSync(join(folder, "own.ts"), `export default ${JSON.stringify(strict)};\n`);
  const lint = await conduct(["lint", "./own.ts", "./own.json", "--json"]);
  expect(lint.err).toBe("");
  const levels = JSON.parse(lint.out).flatMap((it: { faults: readonly { level: string }[] }) =>
    it.faults.map((one) => one.level),
  );
  expect(levels).not.toContain("error");
  const evening = { ...scenario, at: "2026-11-25T19:00:00+08:00" };
  const history = [scenario, evening].map((it) => JSON.stringify(it)).join("\n");
  const diff = await conduct(["diff", "cn", "cn,./own.ts", "--history", "-"], history);
  const last = JSON.parse(diff.out.trim().split("\n").at(-1)!);
  expect(last.decisions).toBe(2);
});

test("a pack that fails lint does not load", async () => {
  const broken = { ...strict, rules: strict.rules.map((it) => ({ ...it, cite: [] })) };
  writeFileSync(join(folder, "broken.json"), JSON.stringify(broken));
  const linted = await conduct(["lint", "./broken.json"]);
  expect(linted).toMatchObject({ code: 1 });
  expect(linted.out).toContain("no-citation");
  const used = await conduct(["check", "--pack", "./broken.json"], JSON.stringify(scenario));
  expect(used.code).toBe(2);
  expect(used.err).toContain("fails lint");
});

test("a reader that has seen enough ends the command without a word", async () => {
  const child = spawn(process.execPath, [...main, "coverage"], { cwd: folder });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect([code, err]).toEqual([0, ""]);
});
