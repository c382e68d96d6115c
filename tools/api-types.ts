import type { JsonSchema, OpenApiDocument, Operation, Parameter } from "@fairdue/api";

/**
 * TypeScript types of an OpenAPI document, in the form that openapi-fetch reads: `paths` by address
 * and method, `components` by name. It knows the part of JSON Schema that our document uses, and
 * stops at anything else rather than guess.
 */
export function typesOf(document: OpenApiDocument): string {
  const schemas = Object.entries(document.components.schemas);
  return [
    "// Generated from docs/api/openapi.json by `npm run golden`. Do not edit.",
    "",
    "export type components = {",
    "  schemas: {",
    ...schemas.map(([name, schema]) => `    ${name}: ${typeOf(schema)};`),
    "  };",
    "};",
    "",
    "export type paths = {",
    ...Object.entries(document.paths).map(([path, item]) => `  ${quoted(path)}: ${itemOf(item)};`),
    "};",
    "",
  ].join("\n");
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

function itemOf(item: Readonly<Record<string, Operation>>): string {
  const lines = methods.map((method) => {
    const operation = item[method];
    return operation ? `${method}: ${operationOf(operation)};` : `${method}?: never;`;
  });
  return `{ parameters: { query?: never; header?: never; path?: never; cookie?: never }; ${lines.join(" ")} }`;
}

function operationOf(it: Operation): string {
  const body = it.requestBody
    ? `requestBody: { content: ${contentOf(it.requestBody.content)} };`
    : "requestBody?: never;";
  const responses = Object.entries(it.responses).map(
    ([status, response]) =>
      `${status}: { headers: { [name: string]: unknown }; content: ${contentOf(response.content ?? {})} };`,
  );
  return `{ parameters: ${parametersOf(it.parameters ?? [])}; ${body} responses: { ${responses.join(" ")} } }`;
}

function parametersOf(all: readonly Parameter[]): string {
  const kinds = (["query", "header", "path", "cookie"] as const).map((where) => {
    const mine = all.filter((it) => it.in === where);
    if (mine.length === 0) return `${where}?: never;`;
    const isRequired = mine.some((it) => it.required);
    const fields = mine.map(
      (it) => `${quoted(it.name)}${it.required ? "" : "?"}: ${typeOf(it.schema)};`,
    );
    return `${where}${isRequired ? "" : "?"}: { ${fields.join(" ")} };`;
  });
  return `{ ${kinds.join(" ")} }`;
}

function contentOf(content: Readonly<Record<string, { readonly schema: JsonSchema }>>): string {
  const entries = Object.entries(content).map(
    ([type, { schema }]) => `${quoted(type)}: ${typeOf(schema)};`,
  );
  return entries.length === 0 ? "{ [type: string]: never }" : `{ ${entries.join(" ")} }`;
}

function typeOf(schema: JsonSchema): string {
  const { $ref, enum: values, const: only, type } = schema;
  if (typeof $ref === "string")
    return `components["schemas"][${JSON.stringify($ref.split("/").at(-1))}]`;
  for (const word of ["oneOf", "anyOf"]) {
    const branches = schema[word];
    if (isSchemas(branches)) return branches.map(typeOf).join(" | ");
  }
  const all = schema["allOf"];
  if (isSchemas(all)) return all.map(typeOf).join(" & ");
  if (Array.isArray(values)) return values.map((it) => JSON.stringify(it)).join(" | ");
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(type))
    return type.map((it: unknown) => typeOf({ ...schema, type: it })).join(" | ");
  return basicOf(schema);
}

function basicOf(schema: JsonSchema): string {
  switch (schema["type"]) {
    case "string":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return `(${isSchema(schema["items"]) ? typeOf(schema["items"]) : "unknown"})[]`;
    case "object":
      return objectOf(schema);
    case undefined:
      return isSchema(schema["properties"]) ? objectOf(schema) : "unknown";
    default:
      throw new Error(`a schema of a type we do not know: ${JSON.stringify(schema)}`);
  }
}

function objectOf(schema: JsonSchema): string {
  const { properties, required, additionalProperties: more } = schema;
  const needed = new Set(Array.isArray(required) ? required.map(String) : []);
  const fields = Object.entries(isSchema(properties) ? properties : {}).map(
    ([name, it]) =>
      `${quoted(name)}${needed.has(name) ? "" : "?"}: ${isSchema(it) ? typeOf(it) : "unknown"};`,
  );
  const rest = isSchema(more)
    ? Object.keys(more).length === 0
      ? "unknown"
      : typeOf(more)
    : "unknown";
  const isOpen = isSchema(more) || (fields.length === 0 && more !== false);
  const indexed = isOpen ? [`[name: string]: ${fields.length > 0 ? "unknown" : rest};`] : [];
  return fields.length + indexed.length === 0
    ? "Record<string, never>"
    : `{ ${[...fields, ...indexed].join(" ")} }`;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSchemas(value: unknown): value is JsonSchema[] {
  return Array.isArray(value) && value.every(isSchema);
}

function quoted(text: string): string {
  return /^[a-zA-Z_]\w*$/.test(text) ? text : JSON.stringify(text);
}
