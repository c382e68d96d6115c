import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const sample = join(root, "docs/cli/examples/taiwan-card-clients-sample.csv.gz");
const folder = mkdtempSync(join(tmpdir(), "fairdue-assess-"));
const at = (name: string): string => join(folder, name);
const run = promisify(execFile);

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function assess(...words: string[]): Promise<Ran> {
  const args = ["--conditions=source", join(root, "apps/fairdue/src/main.ts"), "assess", ...words];
  try {
    const { stdout, stderr } = await run(process.execPath, args, { maxBuffer: 1 << 26 });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const it = error as { code?: number; stdout?: string; stderr?: string };
    return { code: it.code ?? -1, out: it.stdout ?? "", err: it.stderr ?? "" };
  }
}

const train = (...more: string[]): Promise<Ran> =>
  assess("train", sample, "--target", "default_next_month", "--quiet", ...more);

beforeAll(async () => {
  const trained = await train("--bags", "4", "--pairs", "6", "--out", at("model.json"));
  expect(trained.err).toBe("");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the card of the model says what was measured and what was left out", async () => {
  const { out } = await assess("inspect", at("model.json"), "--json");
  const it = JSON.parse(out);
  expect(it.card.measures[0]).toMatchObject({ part: "out-of-bag", rows: 1500 });
  expect(it.card.measures[0].auc).toBeGreaterThan(0.72);
  expect(it.card.leftOut.map((one: { column: string }) => one.column)).toEqual(
    expect.arrayContaining(["sex", "education", "marriage", "age"]),
  );
});

test("threads do not change the model", async () => {
  const again = await train(
    "--bags",
    "4",
    "--pairs",
    "6",
    "--threads",
    "1",
    "--out",
    at("again.json"),
  );
  const checksum = (path: string): string => JSON.parse(readFileSync(at(path), "utf8")).checksum;
  expect(again.code).toBe(0);
  expect(checksum("again.json")).toBe(checksum("model.json"));
});

test("rows without ids number themselves, and the reasons of each add up to its points", async () => {
  const { out } = await assess(
    "score",
    "--model",
    at("model.json"),
    sample,
    "--reasons",
    "3",
    "--words",
    "both",
  );
  const [header, ...rows] = out.trimEnd().split("\n");
  expect(header).toBe("id,probability,points,reasons");
  expect(rows).toHaveLength(1500);
  rows.forEach((row, i) => {
    const [, id, probability, points, reasons] = /^([^,]*),([^,]*),([^,]*),"(.*)"$/.exec(row)!;
    expect(id).toBe(String(i + 1));
    expect(Number(probability)).toBeGreaterThan(0);
    const list: { points: number }[] = JSON.parse(reasons!.replaceAll('""', '"'));
    expect(list.reduce((sum, it) => sum + it.points, 0)).toBe(Number(points));
  });
});

test("a scorecard from the same file, scored on standard input", async () => {
  const trained = await train("--model", "scorecard", "--out", at("card.json"));
  expect(trained.code).toBe(0);
  const { out } = await assess("score", "--model", at("card.json"), sample);
  expect(out.split("\n")).toHaveLength(1502);
});

test("a report in both languages, as a page and in print", async () => {
  const { code, err } = await assess(
    "report",
    sample,
    "--model",
    at("model.json"),
    "--language",
    "zh",
    "--out",
    at("report.html"),
    "--out",
    at("report.pdf"),
  );
  expect([code, err]).toEqual([0, ""]);
  const page = readFileSync(at("report.html"), "utf8");
  expect(page).toContain("对每个群体是否一致");
  expect(page.match(/<svg/g)?.length).toBeGreaterThan(10);
  expect(readFileSync(at("report.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
});

test.each([
  ["no such target", ["--target", "nothing"], "target: got nothing"],
  ["an unknown model", ["--model", "forest"], "--model: got forest"],
  ["a target of many values", ["--target", "limit_bal"], "target: got limit_bal holds"],
  ["a direction for a column that is left out", ["--monotone", "age"], "monotone: age"],
])("%s is refused in one line", async (_, more, message) => {
  writeFileSync(at("monotone.json"), '{"age": "increasing"}');
  const words = more.map((it) => (it === "age" ? at("monotone.json") : it));
  const { code, err } = await train(...words, "--out", at("never.json"));
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("a broken file is refused by line and column", async () => {
  const text = gunzipSync(readFileSync(sample)).toString().split("\n");
  text[3] = text[3]!.replace(/^\d+/, "many");
  writeFileSync(at("broken.csv"), text.join("\n"));
  const { code, err } = await assess("score", "--model", at("model.json"), at("broken.csv"));
  expect(code).toBe(2);
  expect(err).toContain('line 4, column limit_bal: got "many"');
});

test("a model file that was changed is refused", async () => {
  const text = readFileSync(at("model.json"), "utf8");
  writeFileSync(at("changed.json"), text.replace(/"basePoints": (\d+)/, '"basePoints": 1$1'));
  const { code, err } = await assess("score", "--model", at("changed.json"), sample);
  expect(code).toBe(2);
  expect(err).toContain("checksum");
});
