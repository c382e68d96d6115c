import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import {
  counterfactuals,
  idOf,
  openScorer,
  pointsBelow,
  reasonSentence,
  rowOf,
  tableSource,
  termName,
  type LoadedModel,
  type Scored,
  type Table,
} from "@fairdue/assess";
import { usageError } from "../cli/io.ts";
import { checkTable } from "./check-table.ts";
import { readModel, readTable } from "./read-file.ts";
import { wholeNumber } from "./train.ts";

export type ScoreOptions = {
  readonly model: string;
  readonly id?: string;
  readonly reasons: string;
  readonly words?: string;
  readonly withdraw: readonly string[];
  readonly threshold?: string;
  readonly out?: string;
};

type Language = "zh" | "en" | "both" | undefined;

export async function score(path: string, options: ScoreOptions): Promise<void> {
  const reasonsMax = wholeNumber("--reasons", options.reasons, [0, 200]);
  const language = readLanguage(options.words);
  const threshold = readThreshold(options.threshold);
  const loaded = await readModel(options.model);
  const { model, recipe } = loaded;
  const known = new Set(model.features.map((it) => it.name));
  for (const name of options.withdraw)
    if (!known.has(name))
      usageError(
        `--withdraw: got ${name}, expected a feature of the model: ${[...known].join(", ")}`,
      );
  const scorer = openScorer(model, recipe, {
    reasonsMax: Math.min(reasonsMax, model.terms.length),
    withdrawn: new Set(options.withdraw),
  });
  const { table } = await readTable(path, {
    ...(options.id !== undefined && { id: options.id }),
    only: scorer.columns,
    kinds: new Map(
      [...scorer.columns].map((name) => [
        name,
        model.encodings.some((it) => it.column === name) ? "category" : "number",
      ]),
    ),
  });
  checkTable(table, { path, needed: scorer.columns, encodings: model.encodings });
  const scored = scorer.score(tableSource(table, model), table.rows);
  const out = options.out === undefined ? process.stdout : createWriteStream(options.out);
  await writeScores(out, table, scored, {
    loaded,
    language,
    threshold,
    withdrawn: options.withdraw,
  });
  if (options.withdraw.length > 0)
    process.stderr.write(`not used, since consent is withdrawn: ${options.withdraw.join(", ")}\n`);
}

function readLanguage(text: string | undefined): Language {
  if (text === undefined || text === "zh" || text === "en" || text === "both") return text;
  return usageError(`--words: got ${text}, expected zh, en or both`);
}

function readThreshold(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  return usageError(`--threshold: got ${text}, expected a probability between 0 and 1`);
}

type Naming = {
  readonly loaded: LoadedModel;
  readonly language: Language;
  /** Refused from this probability; undefined when no changes are asked for. */
  readonly threshold: number | undefined;
  readonly withdrawn: readonly string[];
};

/**
 * One line per row. The reasons are a JSON list that starts with the base, names the terms that
 * cost most points, and ends with all other terms added up: its points always sum to the score.
 */
async function writeScores(
  out: Writable,
  table: Table,
  scored: Scored,
  naming: Naming,
): Promise<void> {
  const reasons = reasonWriter(scored, naming);
  const changes = changeWriter(table, scored, naming);
  let page = `id,probability,points,reasons${naming.threshold === undefined ? "" : ",changes"}\n`;
  for (let i = 0; i < scored.rows; i++) {
    page += `${csvCell(idOf(table, i))},${scored.probability[i]!.toFixed(6)},${scored.points[i]!},${reasons(i)}${changes(i)}\n`;
    if (page.length < 1 << 16) continue;
    if (!out.write(page)) await once(out, "drain");
    page = "";
  }
  out.write(page);
  if (out !== process.stdout) {
    out.end();
    await once(out, "finish");
  }
}

function reasonWriter(scored: Scored, naming: Naming): (row: number) => string {
  const { language } = naming;
  const { model } = naming.loaded;
  const names = model.terms.map((it) => termName(model, it));
  const withdrawn = naming.withdrawn.map((feature) => ({ feature, points: 0, withdrawn: true }));
  const words = (term: number, points: number): object => {
    if (language === undefined) return {};
    const said = reasonSentence(model, model.terms[term]!, points);
    return language === "both" ? { words: said } : { words: said[language] };
  };
  return (row) => {
    const list: object[] = [{ feature: "base", points: model.basePoints }];
    let left = scored.points[row]! - model.basePoints;
    for (let k = row * scored.reasonsMax; k < (row + 1) * scored.reasonsMax; k++) {
      const term = scored.reasonTerm[k]!;
      if (term < 0) break;
      const points = scored.reasonPoints[k]!;
      left -= points;
      list.push({ feature: names[term], points, ...words(term, points) });
    }
    list.push({ feature: "others", points: left }, ...withdrawn);
    return csvCell(JSON.stringify(list));
  };
}

/** What would have brought a refused row below the threshold; empty where nothing declared would. */
function changeWriter(table: Table, scored: Scored, naming: Naming): (row: number) => string {
  const { loaded, threshold, withdrawn, language } = naming;
  if (threshold === undefined) return () => "";
  const pointsMin = pointsBelow(loaded.model.scale, threshold);
  return (row) => {
    if (scored.probability[row]! < threshold) return ",";
    const found = counterfactuals(loaded, {
      row: rowOf(table, row),
      pointsMin,
      withdrawnFeatures: new Set(withdrawn),
    });
    const said = found.map(({ words, steps, points, columns }) => ({
      words: language === "zh" || language === "en" ? words[language] : words,
      steps,
      points,
      columns,
    }));
    return `,${csvCell(JSON.stringify(said))}`;
  };
}

function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
