import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspect, type Recipient } from "./index.ts";

type Row = {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly category: string;
  readonly recipient: Recipient;
};

function corpus(name: string): Row[] {
  return readFileSync(join(import.meta.dirname, "corpus", `${name}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((it): Row => JSON.parse(it));
}

/** The examples of the acceptance set's form: never trained on. */
describe("the forty visible examples", () => {
  const rows = corpus("visible-examples");
  const judged = rows.map((row) => ({ row, found: inspect(row.text, row) }));
  test("every prohibited one is caught, no lawful one is blocked", () => {
    const wrong = judged.filter(({ row, found }) => row.label !== found.verdict);
    expect(wrong.map(({ row }) => row.id)).toEqual([]);
  });
  test("the category is named in at least nine of ten", () => {
    const named = judged.filter(({ row, found }) =>
      found.categories.includes(row.category as never),
    );
    expect(named.length / rows.length).toBeGreaterThanOrEqual(0.9);
  });
});

test("a span is a stretch of the original, whatever was undone to read it", () => {
  for (const row of [...corpus("train"), ...corpus("adversarial")])
    for (const { start, end, text } of inspect(row.text, row).spans) {
      expect(row.text.slice(start, end)).toBe(text);
      expect(text).not.toBe("");
    }
});

describe("the same words to another person", () => {
  const verdict = (text: string, recipient: Recipient): string =>
    inspect(text, { recipient }).verdict;
  test("a co-obligor may be told of the debt, a third party may not", () => {
    const text = "借款人张三的贷款已逾期30天，请您尽快处理。";
    expect(verdict(text, "third_party")).toBe("prohibited");
    expect(verdict(text, "co_obligor")).toBe("lawful");
  });
});

describe("facts of the case", () => {
  const said = (text: string, facts: object): string =>
    inspect(text, { recipient: "borrower", facts }).verdict;
  test("a lawsuit may be named when it is real", () => {
    const text = "我司已向法院起诉，您可依法答辩。";
    expect(said(text, { courtProceedings: "filed" })).toBe("lawful");
    expect(said(text, { courtProceedings: "none" })).toBe("prohibited");
  });
  test("a visit may be announced when it is registered and notified", () => {
    const text = "我司工作人员拟于周五上午上门送达账单，您可拒绝或改期。";
    expect(said(text, { visitNotified: true })).toBe("lawful");
    expect(said(text, { visitNotified: false })).toBe("prohibited");
  });
});

test("the empty text is lawful and shows nothing", () => {
  expect(inspect("", { recipient: "borrower" })).toMatchObject({ verdict: "lawful", spans: [] });
});
