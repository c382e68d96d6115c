import { assert } from "@fairdue/kernel";

/**
 * A whole column of values as one text, for `unnestColumns`: much cheaper than an array literal,
 * whose every element is quoted and escaped. For numbers, days, truth values, ids and JSON, which
 * hold no line end; free text goes as an array.
 */
export function columnText(values: readonly (string | number | bigint | boolean | null)[]): string {
  assert(values.length > 0, "a column has values: an empty text would be none");
  return values.map((it) => (it === null ? nothing : it)).join("\n");
}

const nothing = "\\N";

/** `string_to_array($1, …)::date[], …`: reads columns written by `columnText`, from `first` on. */
export function columnReads(types: readonly string[], first = 1): string {
  return types
    .map((type, index) => `string_to_array($${index + first}, E'\\n', '${nothing}')::${type}[]`)
    .join(", ");
}
