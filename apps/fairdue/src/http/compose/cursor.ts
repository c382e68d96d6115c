import { refusal, type Refused, shown } from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";

type Key = readonly (string | number)[];

/** The place behind which a page begins; `null` for the first. */
export function readCursor(
  text: string | undefined,
  shape: readonly ("string" | "number")[],
): Outcome<Key | null, Refused> {
  if (text === undefined) return accepted(null);
  const read = parse(text);
  const isKey =
    Array.isArray(read) &&
    read.length === shape.length &&
    read.every((it, index) => typeof it === shape[index] && isStorable(it));
  return isKey ? accepted(read as Key) : refused(badCursor(text));
}

/** A cursor that we did not make. */
export function badCursor(text: string): Refused {
  return refusal("invalid-request", {
    field: "query.cursor",
    value: shown(text),
    expected: "`nextCursor` of the page before, unchanged",
  });
}

/** What a column can be compared with: whole numbers of 32 bits, texts without a zero character. */
function isStorable(value: unknown): boolean {
  return typeof value === "number"
    ? Number.isInteger(value) && Math.abs(value) < 2 ** 31
    : String(value).isWellFormed() && !String(value).includes("\u0000");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A page from `limit + 1` rows: the one too many says that there is more. */
export function paged<Row, Wire>(
  rows: readonly Row[],
  limit: number,
  of: { readonly key: (row: Row) => Key; readonly toWire: (row: Row) => Wire },
): { items: Wire[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    rows.length > limit && last
      ? Buffer.from(JSON.stringify(of.key(last))).toString("base64url")
      : null;
  return { items: shown.map(of.toWire), nextCursor };
}
