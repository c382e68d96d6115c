import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AprReport, aprReport } from "@fairdue/credit";
import { expect, test } from "vitest";

const examples = join(import.meta.dirname, "../../docs/cli/examples");

function answer(text: string): AprReport {
  const report = aprReport(JSON.parse(text));
  if (!report.ok) throw new Error(JSON.stringify(report.refusal));
  return report.value;
}

test("the page of fairdue apr: the Regulation Z example", () => {
  const report = answer(readFileSync(join(examples, "apr-consumer.json"), "utf8"));
  expect(report.regZ?.percent).toBe("9.69");
});

test("the page of fairdue apr: the lines", () => {
  const lines = readFileSync(join(examples, "apr-lines.jsonl"), "utf8").trim().split("\n");
  const reports = lines.map(answer);
  expect(reports.map((it) => it.eu?.percent ?? null)).toEqual(["12.9", "16.9", null]);
  expect(reports[2]?.failures["eu"]).toEqual({ reason: "several-sign-changes", changes: 2 });
});

test("every field of the answer stands in its schema", () => {
  const schema: { properties: object } = JSON.parse(
    readFileSync(join(examples, "../schemas/apr-output.schema.json"), "utf8"),
  );
  const report = answer(readFileSync(join(examples, "apr-consumer.json"), "utf8"));
  expect(Object.keys(report).sort()).toEqual(Object.keys(schema.properties).sort());
});
