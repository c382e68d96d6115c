import type { z } from "@hono/zod-openapi";
import type { Problem } from "@fairdue/kernel";

/** Every issue that a schema found, as field, value and what would be right. */
export function problemsOf(
  where: "path" | "query" | "body" | "header",
  error: z.ZodError,
  given: unknown,
): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        field: fieldOf(where, [...issue.path, key]),
        value: shown(valueAt(given, [...issue.path, key])),
        expected: "no such field",
      }));
    if (issue.code === "invalid_union") {
      const best = closest(issue.errors);
      if (best)
        return best.map((it) => ({
          field: fieldOf(where, [...issue.path, ...it.path]),
          value: shown(valueAt(given, [...issue.path, ...it.path])),
          expected: expectedBy(it),
        }));
    }
    return [
      {
        field: fieldOf(where, issue.path),
        value: shown(valueAt(given, issue.path)),
        expected: expectedBy(issue),
      },
    ];
  });
}

type Issue = z.core.$ZodIssue;

/** Of the branches of a union, the one that failed deepest inside: what was probably meant. */
function closest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return [...branches].filter((it) => it.length > 0).sort((a, b) => a.length - b.length)[0];
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int" ? "a whole number" : withArticle(issue.expected);
    case "too_small":
      return `${sizeOf(issue.origin)} ${issue.inclusive ? "at least" : "above"} ${issue.minimum}`;
    case "too_big":
      return `${sizeOf(issue.origin)} ${issue.inclusive ? "at most" : "below"} ${issue.maximum}`;
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return issue.format === "regex" && issue.pattern
        ? `text that matches ${issue.pattern}`
        : `text in the form of ${issue.format}`;
    case "invalid_union":
      return "one of the forms in the document";
    default:
      return issue.message;
  }
}

function sizeOf(origin: string): string {
  if (origin === "string") return "text of length";
  if (origin === "array") return "a list of length";
  return "a number";
}

function withArticle(type: string): string {
  if (type === "string") return "a text";
  if (type === "array") return "a list";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function fieldOf(where: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}.${String(key)}`),
    where,
  );
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    given,
  );
}

const valueLengthMax = 80;

/** JSON of a value, cut to what a message can bear; `nothing` where the field was left out. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > valueLengthMax ? `${text.slice(0, valueLengthMax)}…` : text;
}
