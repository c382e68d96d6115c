import type { JsonSchema, OpenApiDocument } from "@fairdue/api";

export type Field = {
  /** With dots for what lies inside, `[]` for each of a list. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
};

const depthMax = 4;

/** Every field of a schema, one line each, the inner ones behind their outer one. */
export function fieldsOf(document: OpenApiDocument, schema: JsonSchema, within = ""): Field[] {
  const it = resolved(document, schema);
  const branches = it["oneOf"] ?? it["anyOf"];
  if (isList(branches)) return branches.flatMap((branch) => fieldsOf(document, branch, within));
  const { properties, required } = it;
  if (!isSchema(properties) || within.split(".").length > depthMax) return [];
  const needed = new Set(Array.isArray(required) ? required.map(String) : []);
  return Object.entries(properties).flatMap(([key, raw]) => {
    if (!isSchema(raw)) return [];
    const inner = resolved(document, raw);
    const items = isSchema(inner["items"]) ? inner["items"] : undefined;
    const name = `${within}${key}${items ? "[]" : ""}`;
    const field: Field = {
      name,
      type: typeName(document, raw),
      isRequired: needed.has(key),
      description: String(raw["description"] ?? inner["description"] ?? ""),
    };
    return [field, ...fieldsOf(document, items ?? inner, `${name}.`)];
  });
}

/** A body to begin with: required fields by their examples. */
export function exampleOf(document: OpenApiDocument, schema: JsonSchema): unknown {
  const it = resolved(document, schema);
  if (it["example"] !== undefined) return it["example"];
  if (it["default"] !== undefined) return it["default"];
  const branches = it["oneOf"] ?? it["anyOf"];
  if (isList(branches)) return branches[0] ? exampleOf(document, branches[0]) : null;
  if (Array.isArray(it["enum"])) return it["enum"][0];
  const { type, properties, required, items, minimum } = it;
  if (type === "array") return isSchema(items) ? [exampleOf(document, items)] : [];
  if (type === "integer" || type === "number") return minimum ?? 0;
  if (type === "boolean") return false;
  if (type === "string") return "text";
  const needed = new Set(Array.isArray(required) ? required.map(String) : []);
  return Object.fromEntries(
    Object.entries(isSchema(properties) ? properties : {})
      .filter(([key]) => needed.has(key))
      .map(([key, inner]) => [key, isSchema(inner) ? exampleOf(document, inner) : null]),
  );
}

function typeName(document: OpenApiDocument, schema: JsonSchema): string {
  const it = resolved(document, schema);
  const { enum: values, format, items, type } = it;
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(" | ");
  const branches = it["oneOf"] ?? it["anyOf"];
  if (isList(branches)) return branches.map((one) => typeName(document, one)).join(" | ");
  if (type === "array" && isSchema(items)) return `list of ${typeName(document, items)}`;
  const name = Array.isArray(type) ? type.join(" | ") : String(type ?? "object");
  return format === undefined ? name : `${name} (${String(format)})`;
}

function resolved(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  return document.components.schemas[$ref.split("/").at(-1) ?? ""] ?? {};
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is JsonSchema[] {
  return Array.isArray(value) && value.every(isSchema);
}
