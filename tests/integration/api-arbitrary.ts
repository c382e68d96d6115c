import type { JsonSchema, OpenApiDocument } from "@fairdue/api";
import fc from "fast-check";

/** What a schema of the document allows, and what it forbids, as things to try. */

export type Arbitrary = fc.Arbitrary<unknown>;

export function resolved(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  return document.components.schemas[$ref.split("/").at(-1) ?? ""] ?? {};
}

/** A value that the schema allows (as far as the document says). */
export function allowed(document: OpenApiDocument, schema: JsonSchema, depth = 0): Arbitrary {
  const it = resolved(document, schema);
  const branches = it["oneOf"] ?? it["anyOf"];
  if (isSchemas(branches)) return fc.oneof(...branches.map((one) => allowed(document, one, depth)));
  const { enum: values, type, items, minItems, maxItems } = it;
  if (Array.isArray(values)) return fc.constantFrom<unknown>(...(values as unknown[]));
  if (Array.isArray(type))
    return fc.oneof(...type.map((one: unknown) => allowed(document, { ...it, type: one }, depth)));
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "integer" || type === "number") return integerOf(it);
  if (type === "string") return textOf(it);
  if (type === "array" && isSchema(items))
    return fc.array(allowed(document, items, depth + 1), {
      minLength: Number(minItems ?? 0),
      maxLength: Math.min(Number(maxItems ?? 4), Number(minItems ?? 0) + 3),
    });
  return objectOf(document, it, depth);
}

function integerOf(it: JsonSchema): Arbitrary {
  const min = Number(it["minimum"] ?? 0);
  const max = Number(it["maximum"] ?? 1_000_000);
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 100) }),
    fc.integer({ min, max: Math.min(max, 2_000_000) }),
    fc.constantFrom(min, max),
  );
}

function textOf(it: JsonSchema): Arbitrary {
  const { pattern, format, example } = it;
  if (format === "date")
    return fc
      .integer({ min: 20_400, max: 20_700 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  if (typeof example === "string") return fc.constantFrom(example, `${example}x`);
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength: 1, maxLength: 20 });
}

function objectOf(document: OpenApiDocument, it: JsonSchema, depth: number): Arbitrary {
  const { properties, required } = it;
  if (depth > 5) return fc.constant({});
  const fields = isSchema(properties) ? Object.entries(properties) : [];
  const needed = Array.isArray(required) ? required.map(String) : [];
  return fc.record(
    Object.fromEntries(
      fields.map(([name, field]) => [
        name,
        isSchema(field) ? allowed(document, field, depth + 1) : fc.constant(null),
      ]),
    ),
    { requiredKeys: needed },
  );
}

const odd: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  2 ** 53 + 2,
  "",
  " ",
  "x".repeat(3000),
  "\u0000",
  "\ud800",
  "'; DROP TABLE accounts; --",
  "2026-02-30",
  "9999-99-99",
  "__proto__",
  [],
  [null],
  {},
  { $ref: "#" },
  { toString: 1 },
];

/** Things that the schema most likely forbids; `isForbidden` says which really are. */
export const anything: Arbitrary = fc.oneof(
  fc.constantFrom(...odd),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: "binary", maxLength: 30 }),
);

/** Is the value against the schema beyond doubt? Only what is certain counts. */
export function isForbidden(
  document: OpenApiDocument,
  schema: JsonSchema,
  value: unknown,
): boolean {
  const it = resolved(document, schema);
  const branches = it["oneOf"] ?? it["anyOf"];
  if (isSchemas(branches)) return branches.every((one) => isForbidden(document, one, value));
  const { type, enum: values, minimum, maximum, pattern } = it;
  const types = Array.isArray(type) ? type.map(String) : type === undefined ? [] : [String(type)];
  if (types.length > 0 && !types.some((one) => isOfType(value, one))) return true;
  if (Array.isArray(values) && !values.includes(value)) return true;
  if (typeof value === "number")
    return Number(minimum ?? -Infinity) > value || Number(maximum ?? Infinity) < value;
  if (typeof value === "string" && typeof pattern === "string")
    return !new RegExp(pattern, "u").test(value);
  return false;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "integer":
      return Number.isSafeInteger(value);
    case "array":
      return Array.isArray(value);
    case "null":
      return value === null;
    case "object":
      return isSchema(value);
    default:
      return typeof value === type;
  }
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isSchemas(value: unknown): value is JsonSchema[] {
  return Array.isArray(value) && value.every(isSchema);
}
