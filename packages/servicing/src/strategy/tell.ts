/** Notes a problem of a document: where, what it held, what would be right. */
export type Tell = (field: string, value: unknown, expected: string) => undefined;

export function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === "object" && it !== null && !Array.isArray(it);
}

/** A value as it is shown in a problem, shortened. */
export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
