import { assert } from "@fairdue/kernel";

/** What leaves and commitments are made of: JSON without fractions, which have two spellings. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/**
 * The one spelling of a value: no spaces, keys in order of UTF-16 code units.
 * Source: RFC 8785 (JCS), for strings, safe integers, booleans, null, lists and objects.
 * @example canonicalJson({ b: 1, a: "有度" })
 * // => '{"a":"有度","b":1}'
 */
export function canonicalJson(value: Plain): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    assert(Number.isSafeInteger(value), "numbers in a leaf are safe integers");
    return String(value === 0 ? 0 : value);
  }
  if (typeof value === "string") {
    assert(value.isWellFormed(), "texts in a leaf are well-formed Unicode");
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key]!)}`);
  return `{${members.join(",")}}`;
}

function isList(
  value: readonly Plain[] | { readonly [key: string]: Plain },
): value is readonly Plain[] {
  return Array.isArray(value);
}

/** Is this JSON value one that has a canonical spelling? */
export function isPlain(value: unknown): value is Plain {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value === "object" && Object.values(value).every(isPlain);
}
