/** One row of a list, flattened: `owed.principalMinor` is a column of its own. */
export type FlatRow = ReadonlyMap<string, string | number | boolean | null>;

export function flatRow(value: unknown): FlatRow {
  const cells = new Map<string, string | number | boolean | null>();
  flatten(value, "", cells);
  return cells;
}

function flatten(
  value: unknown,
  path: string,
  cells: Map<string, string | number | boolean | null>,
): void {
  if (Array.isArray(value)) {
    cells.set(path, value.every(isPlain) ? value.join("; ") : JSON.stringify(value));
    return;
  }
  if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value))
      flatten(one, path === "" ? key : `${path}.${key}`, cells);
    return;
  }
  cells.set(path, isPlain(value) ? value : null);
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/**
 * A field of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula is shown as
 * text (OWASP, CSV injection).
 */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
