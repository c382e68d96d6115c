import { writeFileSync } from "node:fs";
import {
  columnNamed,
  evaluateRecipe,
  openScorer,
  outcomeOf,
  tableSource,
  type LoadedModel,
} from "@fairdue/assess";
import { messageOf, printJson, usageError } from "../cli/io.ts";
import { checkTable } from "./check-table.ts";
import { listProblems, readModel, readTable } from "./read-file.ts";
import type { Language } from "./report/blocks.ts";
import { composeReport, evaluate, type Evaluated } from "./report/compose.ts";
import { renderHtml } from "./report/html.ts";

export type ReportOptions = {
  readonly model: string;
  readonly out: readonly string[];
  readonly language: string;
  readonly id?: string;
  readonly json?: true;
};

export async function report(path: string | undefined, options: ReportOptions): Promise<void> {
  const language = readLanguage(options.language);
  for (const out of options.out)
    if (!/\.(html|pdf)$/i.test(out))
      usageError(`--out: got ${out}, expected a name that ends in .html or .pdf`);
  if (options.out.length === 0 && options.json !== true)
    usageError("--out: got nothing, expected report.html, report.pdf, or --json");
  const loaded = await readModel(options.model);
  const evaluated = path === undefined ? undefined : await evaluateFile(path, loaded, options.id);
  const evaluation = evaluated && evaluate(loaded.model, evaluated);
  const data = evaluated && evaluation && { evaluated, evaluation };
  const blocks = composeReport(loaded, language, data);
  for (const out of options.out) {
    const content = out.toLowerCase().endsWith(".pdf")
      ? await (await import("./report/pdf.ts")).renderPdf(blocks, language)
      : renderHtml(blocks, language);
    try {
      writeFileSync(out, content);
    } catch (error) {
      usageError(`cannot write ${out}: ${messageOf(error)}`);
    }
  }
  if (options.json === true)
    printJson({
      checksum: loaded.checksum,
      card: loaded.model.card,
      ...(evaluation && { evaluation }),
    });
}

function readLanguage(text: string): Language {
  if (text === "en" || text === "zh") return text;
  return usageError(`--language: got ${text}, expected en or zh`);
}

async function evaluateFile(path: string, loaded: LoadedModel, id?: string): Promise<Evaluated> {
  const { model, recipe } = loaded;
  const scorer = openScorer(model, recipe, { reasonsMax: 0 });
  const { table, name } = await readTable(path, id === undefined ? {} : { id });
  checkTable(table, { path, needed: scorer.columns, encodings: model.encodings });
  const source = tableSource(table, model);
  const outcome = columnNamed(table, model.target.column)
    ? outcomeOf(table, model.target)
    : undefined;
  if (outcome?.ok === false) usageError(`${path}: ${listProblems(outcome.refusal)}`);
  const bad = outcome?.value.column.reduce((sum, it) => sum + it, 0) ?? 0;
  if (outcome && (bad === 0 || bad === table.rows))
    usageError(`${path}: target: ${bad} bad of ${table.rows} rows, expected some of each`);
  const names = new Set(model.features.map((it) => it.name));
  const values = evaluateRecipe(recipe, source, table.rows, names);
  return {
    name,
    scored: scorer.score(source, table.rows),
    attributes: table.columns.filter((it) => it.name !== model.target.column),
    values: (feature) => values.get(feature),
    ...(outcome && { outcome: outcome.value.column }),
  };
}
