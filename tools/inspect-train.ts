import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prohibitedCategories } from "../packages/conduct/src/inspect/catalogue/categories.ts";
import { prohibitedFrom } from "../packages/conduct/src/inspect/inspect.ts";
import { compose, readCorpus, type Row } from "./inspect/corpus.ts";
import { featureNames, fitModel, measure, type Fitted } from "./inspect/fit.ts";

/**
 * Trains the model of `inspect` and writes packages/conduct/src/inspect/weights.ts. Same corpus,
 * same bytes. With --report nothing is written: it trains on train.jsonl alone and measures the
 * other files, then cross-validates over all of them.
 */
const home = join(import.meta.dirname, "..", "packages", "conduct", "src", "inspect");
const { values } = parseArgs({
  options: { report: { type: "boolean" }, show: { type: "boolean" } },
});
const corpora = ["train", "held-out", "adversarial"] as const;
const rows = new Map(
  corpora.map((it) => [it, readCorpus(join(home, "corpus", `${it}.jsonl`))] as const),
);
const everything = [...rows.values()].flat();

if (values.report === true) report();
else write(fitModel(compose(everything)));

function report(): void {
  const fitted = fitModel(compose(rows.get("train")!));
  for (const name of ["held-out", "adversarial"] as const)
    print(`train → ${name}`, measure(fitted, rows.get(name)!));
  const folds = 5;
  const judged = Array.from({ length: folds }, (_, fold) => {
    const model = fitModel(compose(everything.filter((_, k) => k % folds !== fold)));
    return measure(
      model,
      everything.filter((_, k) => k % folds === fold),
    );
  }).flat();
  print(`${folds}-fold over all ${everything.length}`, judged);
}

type Judged = { readonly row: Row; readonly score: number; readonly category: string };

function print(title: string, judged: readonly Judged[]): void {
  const line = (name: string, part: readonly Judged[]): void => {
    const bad = part.filter((it) => it.row.label === "prohibited");
    const good = part.filter((it) => it.row.label === "lawful");
    const caught = bad.filter((it) => it.score >= prohibitedFrom).length;
    const blocked = good.filter((it) => it.score >= prohibitedFrom).length;
    const share = (n: number, of: number): string =>
      of === 0 ? "–" : `${((100 * n) / of).toFixed(1)}% of ${of}`;
    process.stdout.write(
      `  ${name.padEnd(26)} caught ${share(caught, bad.length).padEnd(16)} blocked ${share(blocked, good.length)}\n`,
    );
  };
  process.stdout.write(`${title}\n`);
  line("all", judged);
  for (const key of ["evasion", "recipient", "category"] as const)
    for (const value of new Set(judged.map((it) => it.row[key])))
      line(
        value,
        judged.filter((it) => it.row[key] === value),
      );
  if (values.show === true)
    for (const it of judged.filter(
      (one) => one.score >= prohibitedFrom !== (one.row.label === "prohibited"),
    ))
      process.stdout.write(
        `    ${it.score.toFixed(2)} ${it.row.category} → ${it.category} ${it.row.recipient} ${it.row.text}\n`,
      );
}

/** A byte a weight: printable characters from "!" on, 80 for zero, one step for each class. */
function write(fitted: Fitted): void {
  const { classes, weights, bias } = fitted.fit;
  const steps = Array.from({ length: classes }, (_, c) => {
    let highest = 0;
    for (let k = c; k < weights.length; k += classes)
      highest = Math.max(highest, Math.abs(weights[k]!));
    return Number((highest / 45).toPrecision(6));
  });
  let text = "";
  for (let k = 0; k < weights.length; k++)
    text += String.fromCharCode(80 + Math.round(weights[k]! / steps[k % classes]!));
  const content = [
    "// Made by tools/inspect-train.ts from corpus/*.jsonl. A byte a weight; see model.ts.",
    `export const scales: readonly number[] = ${JSON.stringify(steps)};`,
    `export const bias: readonly number[] = ${JSON.stringify([...bias].map((it) => Number(it.toFixed(4))))};`,
    `export const names: string =\n  ${JSON.stringify(featureNames(fitted).join("\n"))};`,
    `export const values: string =\n  ${JSON.stringify(text)};`,
    "",
  ].join("\n");
  writeFileSync(join(home, "weights.ts"), content);
  const own = measure(fitted, everything).filter(
    (it) => it.score >= prohibitedFrom !== (it.row.label === "prohibited"),
  );
  process.stderr.write(
    `${everything.length} rows, ${weights.length / classes} features, ${content.length} characters, ${prohibitedCategories.length} prohibited classes; ${own.length} of its own rows misjudged\n`,
  );
}
