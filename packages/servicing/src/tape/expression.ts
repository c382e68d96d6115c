import { fnv1a, formatDay, parseDay, type Problem } from "@fairdue/kernel";

/**
 * Where a value of a row comes from:
 *
 * - `{ "value": "2025-03-01" }` the same for every row;
 * - `{ "column": "term", "values": { "term_36": "36" } }` a column, translated where `values` says so
 *   (a translation may be an expression itself); `otherwise` stands in for an empty cell;
 * - `{ "spread": ["2025-01-01", "2025-12-31"] }` days or whole numbers, spread over the rows evenly
 *   and always the same way: for tapes that leave something out;
 * - `{ "row": "lc-" }` the number of the row behind a prefix.
 */
export type Expression =
  | { readonly value: string | number }
  | {
      readonly column: string;
      readonly values?: Readonly<Record<string, string | number | Expression>>;
      readonly otherwise?: string | number;
    }
  | { readonly spread: readonly [string | number, string | number] }
  | { readonly row: string };

export type Cells = {
  /** Line of the file, from 1; the head is line 1. */
  readonly line: number;
  /** Number of the row, from 1. */
  readonly row: number;
  readonly of: (column: string) => string | undefined;
};

/** The text that an expression gives for a row; empty where the tape says nothing. */
export function textOf(it: Expression, cells: Cells): string {
  if ("value" in it) return String(it.value);
  if ("row" in it) return `${it.row}${cells.row}`;
  if ("spread" in it) return spread(it.spread, cells.row);
  const cell = (cells.of(it.column) ?? "").trim();
  if (cell === "") return it.otherwise === undefined ? "" : String(it.otherwise);
  const translated = it.values?.[cell];
  if (translated === undefined) return cell;
  return typeof translated === "object" ? textOf(translated, cells) : String(translated);
}

function spread([from, to]: readonly [string | number, string | number], row: number): string {
  const hash = fnv1a(`spread ${from} ${to} ${row}`);
  const first = parseDay(String(from));
  const last = parseDay(String(to));
  if (first !== undefined && last !== undefined)
    return formatDay((first + (hash % (last - first + 1))) as typeof first);
  return String(Number(from) + (hash % (Number(to) - Number(from) + 1)));
}

/** What is wrong with an expression of a map, and which columns it asks for. */
export function expressionProblems(
  it: unknown,
  field: string,
  columns: ReadonlySet<string>,
): Problem[] {
  if (!isRecord(it)) return [problem(field, it, "an object with value, column, spread or row")];
  const extra = Object.keys(it).filter((key) => !known.has(key));
  if (extra.length > 0) return [problem(`${field}.${extra[0]}`, "a key", `one of ${[...known]}`)];
  const { value, column, values, spread: range, row } = it;
  if ([value, column, range, row].filter((one) => one !== undefined).length !== 1)
    return [problem(field, it, "exactly one of value, column, spread or row")];
  if (column !== undefined) {
    if (typeof column !== "string" || !columns.has(column))
      return [
        problem(`${field}.column`, column, `a column of the tape: ${[...columns].join(", ")}`),
      ];
    if (values !== undefined && !isRecord(values))
      return [problem(`${field}.values`, values, "an object from cell to value")];
    return Object.entries(values ?? {}).flatMap(([cell, one]) =>
      isRecord(one) ? expressionProblems(one, `${field}.values.${cell}`, columns) : [],
    );
  }
  if (range !== undefined && !isRange(range))
    return [
      problem(`${field}.spread`, range, "two days or two whole numbers, the first not later"),
    ];
  return [];
}

const known: ReadonlySet<string> = new Set([
  "value",
  "column",
  "values",
  "otherwise",
  "spread",
  "row",
]);

function isRange(it: unknown): boolean {
  if (!Array.isArray(it) || it.length !== 2) return false;
  const [from, to] = it.map((one) => parseDay(String(one)) ?? Number(one));
  return Number.isInteger(from) && Number.isInteger(to) && Number(from) <= Number(to);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function problem(field: string, value: unknown, expected: string): Problem {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return { field, value: text.slice(0, 60), expected };
}
