import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect, type Inspection, type Recipient } from "../packages/conduct/src/index.ts";
import { median, type BenchOptions, type BenchReport } from "./report.ts";

type Row = {
  readonly text: string;
  readonly label: "lawful" | "prohibited";
  readonly recipient: Recipient;
};

/** Words that occur on both sides of the line: what a list of forbidden words would look for. */
const keywords =
  /起诉|法院|征信|上门|公安|警察|坐牢|通讯录|家人|同事|单位|律师|犯罪|个人账户|微信|支付宝|威胁|骚扰|诈骗|曝光|冻结|黑名单|拘留|死|骗子|垃圾|还钱|担保|手续费|裸|卖肾|泼油漆|堵门/;

/** Messages a second on one core, and how well the visible examples are told apart. */
export function run({ repeats, scale, progress }: BenchOptions): BenchReport {
  const rows = readRows();
  progress("reading the examples once, so that tables and model are decoded");
  const judged = rows.map((row) => ({ row, found: inspect(row.text, row) }));
  const rounds = Math.max(1, Math.round(25 * scale));
  progress(`inspecting ${rows.length * rounds} messages, ${repeats} times`);
  const rates = Array.from({ length: repeats }, () => {
    const start = performance.now();
    for (let round = 0; round < rounds; round++) for (const row of rows) inspect(row.text, row);
    return ((rows.length * rounds) / (performance.now() - start)) * 1000;
  });
  const listRate = wordListRate(rows, rounds);
  const { precision, recall, blocked } = quality(judged);
  const naive = quality(
    rows.map((row) => ({
      row,
      found: { verdict: keywords.test(row.text) ? "prohibited" : "lawful" } as const,
    })),
  );
  return {
    name: "inspect",
    baseline: "a list of words, same messages, same run",
    rows: [
      {
        label: "a list of words",
        perSecond: listRate,
        unit: "messages",
        ratio: 1,
        note: shown(naive),
      },
      {
        label: "inspect: verdict, categories, spans, reasons",
        perSecond: median(rates),
        unit: "messages",
        ratio: median(rates) / listRate,
        note: shown({ precision, recall, blocked }),
      },
    ],
    claims: [
      {
        claim: "prohibited visible examples caught",
        target: ">= 95%",
        measured: percent(recall),
        holds: recall >= 0.95,
      },
      {
        claim: "lawful visible examples blocked",
        target: "<= 5%",
        measured: percent(blocked),
        holds: blocked <= 0.05,
      },
      {
        claim: "precision on the visible examples",
        target: ">= 95%",
        measured: percent(precision),
        holds: precision >= 0.95,
      },
    ],
  };
}

type Quality = { readonly precision: number; readonly recall: number; readonly blocked: number };

function quality(
  judged: readonly { readonly row: Row; readonly found: Pick<Inspection, "verdict"> }[],
): Quality {
  const count = (label: Row["label"], verdict: Inspection["verdict"]): number =>
    judged.filter(({ row, found }) => row.label === label && found.verdict === verdict).length;
  const caught = count("prohibited", "prohibited");
  const wrong = count("lawful", "prohibited");
  return {
    precision: caught / Math.max(1, caught + wrong),
    recall: caught / Math.max(1, caught + count("prohibited", "lawful")),
    blocked: wrong / Math.max(1, wrong + count("lawful", "lawful")),
  };
}

function wordListRate(rows: readonly Row[], rounds: number): number {
  const start = performance.now();
  let found = 0;
  for (let round = 0; round < 20 * rounds; round++)
    for (const row of rows) if (keywords.test(row.text)) found += 1;
  if (found === 0) throw new Error("the list finds something");
  return ((20 * rounds * rows.length) / (performance.now() - start)) * 1000;
}

function readRows(): Row[] {
  const path = "../packages/conduct/src/inspect/corpus/visible-examples.jsonl";
  return readFileSync(join(import.meta.dirname, path), "utf8")
    .trim()
    .split("\n")
    .map((it): Row => JSON.parse(it));
}

function shown(it: Quality): string {
  return `precision ${percent(it.precision)}, recall ${percent(it.recall)}, lawful blocked ${percent(it.blocked)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
