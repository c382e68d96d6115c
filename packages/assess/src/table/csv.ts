import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import type { Column, Table } from "./table.ts";

export type CsvOptions = {
  /** The id column. Without it a column called `id` is taken; without that, rows number themselves. */
  readonly id?: string;
  /** Columns whose kind is known beforehand, as when a model is applied. */
  readonly kinds?: ReadonlyMap<string, "number" | "category">;
  /** Only these columns are kept (all when absent); a name that is missing is a problem. */
  readonly only?: ReadonlySet<string>;
};

/** Reads a table from CSV text in pieces of any size; all problems come together at the end. */
export type CsvReader = {
  read(piece: string): void;
  finish(): Outcome<Table, readonly Problem[]>;
};

const problemsMax = 20;
const levelsMax = 1000;

/**
 * A cell that says "no value"; anything else that is not a number is text. `Infinity` and numbers
 * beyond a double are refused: a model would silently treat them as very large.
 */
const missingWords = new Set(["", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "."]);

export function csvReader(options: CsvOptions = {}): CsvReader {
  const problems: Problem[] = [];
  const intake: Intake = { columns: [], seen: new Map(), ids: [], idAt: -1, rows: 0, line: 0 };
  let rest = "";
  let header = false;

  const tell = (problem: Problem): void => {
    if (problems.length < problemsMax) problems.push(problem);
  };

  function readRecord(record: string): void {
    intake.line += 1;
    const text = record.endsWith("\r") ? record.slice(0, -1) : record;
    if (text === "") return;
    const cells = text.includes('"') ? splitQuoted(text) : text.split(",");
    if (header) readRow(cells, intake, tell);
    else {
      header = true;
      startColumns(cells, intake, options, tell);
    }
  }

  return {
    read(piece) {
      const text = rest + piece;
      let from = 0;
      for (let end = endOfRecord(text, from); end >= 0; end = endOfRecord(text, from)) {
        readRecord(text.slice(from, end));
        from = end + 1;
      }
      rest = text.slice(from);
    },
    finish() {
      if (rest !== "") readRecord(rest);
      rest = "";
      if (!header) tell({ field: "line 1", value: "nothing", expected: "a header line" });
      else if (intake.rows === 0)
        tell({ field: "rows", value: "0", expected: "at least one row below the header" });
      if (problems.length > 0) return refused(problems);
      const columns = intake.columns
        .filter((it) => it.isKept)
        .map((it) => closeColumn(it, intake.rows, tell));
      if (problems.length > 0) return refused(problems);
      return accepted({
        rows: intake.rows,
        ids: intake.idAt >= 0 ? intake.ids : undefined,
        columns,
      });
    },
  };
}

type Intake = {
  columns: Growing[];
  readonly seen: Map<string, number>;
  readonly ids: string[];
  idAt: number;
  rows: number;
  line: number;
};

type Growing = {
  readonly name: string;
  readonly isKept: boolean;
  readonly kind: "number" | "category" | "open";
  values: Float64Array;
  /** Code of the text of each cell, −1 for a number or nothing; made at the first text cell. */
  codes: Int32Array | undefined;
  readonly levels: Map<string, number>;
  numbers: number;
  texts: number;
  firstText: { readonly line: number; readonly text: string } | undefined;
};

function startColumns(
  cells: readonly string[],
  intake: Intake,
  options: CsvOptions,
  tell: (problem: Problem) => void,
): void {
  const names = cells.map((it, i) => (i === 0 ? it.replace(/^\uFEFF/, "") : it).trim());
  names.forEach((name, i) => {
    if (name === "")
      tell({ field: `line 1, cell ${i + 1}`, value: '""', expected: "a column name" });
    else if (names.indexOf(name) < i)
      tell({ field: `line 1, cell ${i + 1}`, value: name, expected: "each column name once" });
  });
  if (options.id !== undefined && !names.includes(options.id))
    tell({ field: "id column", value: options.id, expected: `one of: ${names.join(", ")}` });
  intake.idAt = names.findIndex((it) =>
    options.id === undefined ? it.toLowerCase() === "id" : it === options.id,
  );
  for (const name of options.only ?? [])
    if (!names.includes(name))
      tell({ field: "columns", value: "missing", expected: `a column "${name}"` });
  intake.columns = names.map((name, i) => ({
    name,
    isKept: i !== intake.idAt && (options.only?.has(name) ?? true),
    kind: options.kinds?.get(name) ?? "open",
    values: new Float64Array(1024),
    codes: undefined,
    levels: new Map(),
    numbers: 0,
    texts: 0,
    firstText: undefined,
  }));
}

function readRow(cells: readonly string[], intake: Intake, tell: (it: Problem) => void): void {
  const { columns, line } = intake;
  if (cells.length !== columns.length) {
    return tell({
      field: `line ${line}`,
      value: `${cells.length} cells`,
      expected: `${columns.length} cells as in the header`,
    });
  }
  const row = intake.rows;
  intake.rows += 1;
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c]!;
    if (column.isKept) readCell(column, cells[c]!, { row, line, tell });
  }
  if (intake.idAt < 0) return;
  const id = cells[intake.idAt]!.trim();
  const before = intake.seen.get(id);
  if (id === "") tell({ field: `line ${line}, id`, value: '""', expected: "an id" });
  else if (before !== undefined)
    tell({ field: `line ${line}, id`, value: id, expected: `a new id: line ${before} has it` });
  intake.seen.set(id, line);
  intake.ids.push(id);
}

type Place = {
  readonly row: number;
  readonly line: number;
  readonly tell: (problem: Problem) => void;
};

function readCell(column: Growing, cell: string, { row, line, tell }: Place): void {
  if (row === column.values.length) {
    const wider = new Float64Array(row * 2);
    wider.set(column.values);
    column.values = wider;
  }
  const value = cell === "" ? Number.NaN : Number(cell);
  if (value - value === 0 && column.kind !== "category") {
    column.values[row] = value;
    column.numbers += 1;
    return;
  }
  column.values[row] = Number.NaN;
  const text = cell.trim();
  if (missingWords.has(text)) return;
  if (Math.abs(value) === Number.POSITIVE_INFINITY || /^[+-]?inf(inity)?$/i.test(text))
    return tell({
      field: `line ${line}, column ${column.name}`,
      value: text,
      expected: "a finite number, or nothing where the value is unknown",
    });
  if (column.kind === "number")
    return tell({
      field: `line ${line}, column ${column.name}`,
      value: JSON.stringify(text.slice(0, 40)),
      expected: "a number",
    });
  readText(column, text, { row, line });
}

function readText(column: Growing, text: string, at: { row: number; line: number }): void {
  column.texts += 1;
  column.firstText ??= { line: at.line, text };
  if (column.codes === undefined || column.codes.length < column.values.length) {
    const codes = new Int32Array(column.values.length).fill(-1);
    if (column.codes) codes.set(column.codes);
    column.codes = codes;
  }
  let code = column.levels.get(text);
  if (code === undefined && column.levels.size < levelsMax) {
    code = column.levels.size;
    column.levels.set(text, code);
  }
  column.codes[at.row] = code ?? -1;
}

/** Text among numbers is a mistake in the file; numbers among text are levels like any other. */
function closeColumn(column: Growing, rows: number, tell: (it: Problem) => void): Column {
  const { name, firstText } = column;
  if (firstText !== undefined && column.texts < column.numbers) {
    tell({
      field: `line ${firstText.line}, column ${name}`,
      value: JSON.stringify(firstText.text.slice(0, 40)),
      expected: `a number, as in ${column.numbers} other rows`,
    });
  }
  if (firstText === undefined && column.kind !== "category")
    return { kind: "number", name, values: column.values.slice(0, rows) };
  const codes = new Int32Array(rows).fill(-1);
  if (column.codes) codes.set(column.codes.subarray(0, rows));
  const levels = [...column.levels.keys()];
  for (let i = 0; i < rows; i++) {
    const value = column.values[i]!;
    if (codes[i] !== -1 || Number.isNaN(value)) continue;
    const text = String(value);
    const at = levels.indexOf(text);
    codes[i] = at >= 0 ? at : levels.push(text) - 1;
  }
  return { kind: "category", name, levels, codes };
}

/** Where the record that starts at `from` ends: a line break outside quotes; −1 when it is cut off. */
function endOfRecord(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  const firstQuote = text.indexOf('"', from);
  if (end < 0 || firstQuote < 0 || firstQuote > end) return end;
  let isQuoted = false;
  for (let i = firstQuote; i < text.length; i++) {
    const it = text.charCodeAt(i);
    if (it === 34) isQuoted = !isQuoted;
    else if (it === 10 && !isQuoted) return i;
  }
  return -1;
}

function splitQuoted(record: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/gy;
  for (let match = pattern.exec(record); match; match = pattern.exec(record)) {
    cells.push(match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'));
    if (match[3] === "") break;
  }
  return cells;
}
