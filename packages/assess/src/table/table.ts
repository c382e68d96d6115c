/** Rows in columns. A number column holds NaN where the cell is missing. */
export type Table = {
  readonly rows: number;
  /** `undefined` when the file had no id column: rows then number themselves from 1. */
  readonly ids: readonly string[] | undefined;
  readonly columns: readonly Column[];
};

export type Column = NumberColumn | CategoryColumn;

export type NumberColumn = {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
};

/** Text with few distinct values; `codes` index `levels`, −1 where the cell is missing. */
export type CategoryColumn = {
  readonly kind: "category";
  readonly name: string;
  readonly levels: readonly string[];
  readonly codes: Int32Array;
};

export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((it) => it.name === name);
}

export function idOf(table: Table, row: number): string {
  return table.ids?.[row] ?? String(row + 1);
}

/** The rows at `index`, in that order. */
export function takeRows(table: Table, index: Int32Array): Table {
  const columns = table.columns.map((it): Column => {
    if (it.kind === "number")
      return { ...it, values: Float64Array.from(index, (i) => it.values[i]!) };
    return { ...it, codes: Int32Array.from(index, (i) => it.codes[i]!) };
  });
  const ids = Array.from(index, (i) => idOf(table, i));
  return { rows: index.length, ids, columns };
}

/** One row as values by column: numbers, level texts, `null` where nothing is known. */
export function rowOf(table: Table, row: number): Readonly<Record<string, number | string | null>> {
  return Object.fromEntries(
    table.columns.map((it) => {
      if (it.kind === "category") return [it.name, it.levels[it.codes[row]!] ?? null];
      const value = it.values[row]!;
      return [it.name, Number.isNaN(value) ? null : value];
    }),
  );
}
