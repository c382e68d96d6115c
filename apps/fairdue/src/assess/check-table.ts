import type { Encoding, Table } from "@fairdue/assess";
import { usageError } from "../cli/io.ts";

/** Refuses a file in which a column that a model reads is missing or of the wrong type. */
export function checkTable(
  table: Table,
  it: {
    readonly path: string;
    readonly needed: ReadonlySet<string>;
    readonly encodings: readonly Encoding[];
  },
): void {
  const wrong: string[] = [];
  for (const name of it.needed) {
    const column = table.columns.find((one) => one.name === name);
    const isText = it.encodings.some((one) => one.column === name);
    if (!column) wrong.push(`column ${name}: got nothing, expected it, since the model reads it`);
    else if (column.kind === "category" && !isText)
      wrong.push(
        `column ${name}: got text (${JSON.stringify(column.levels[0])}), expected numbers`,
      );
  }
  if (wrong.length > 0) usageError(`${it.path}: ${wrong.slice(0, 5).join("; ")}`);
}
