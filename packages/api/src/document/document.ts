import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Endpoint } from "../endpoint/endpoint.ts";
import { endpoints } from "../endpoints.ts";
import { problemDetails } from "../problem/details.ts";
import {
  bodyProblems,
  generalProblems,
  type ProblemCode,
  problems,
  writeProblems,
} from "../problem/problems.ts";

const about =
  "Consumer credit with the law of fair treatment as code. Amounts are whole minor units of the " +
  "currency, days are ISO 8601 without time, names and texts are in English and Chinese.\n\n" +
  "Every write takes an `Idempotency-Key`: the same key and request is answered once, whoever asks " +
  "again. Refusals are problem details (RFC 9457); `code` is stable.";

/** The OpenAPI 3.1 document, from the very schemas that validate. */
export function openApiDocument(of: readonly Endpoint[] = endpoints): OpenApiDocument {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description: "A key made by `fairdue key create`.",
  });
  for (const it of of) app.openAPIRegistry.registerPath(pathOf(it));
  const document: unknown = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Fairdue",
      version: "1",
      description: about,
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/", description: "The server that shows this page" }],
    security: [{ apiKey: [] }],
    tags: [...new Set(of.map((it) => it.tag))].sort().map((name) => ({ name })),
  });
  return document as OpenApiDocument;
}

type Registered = Parameters<OpenAPIHono["openAPIRegistry"]["registerPath"]>[0];

function pathOf(it: Endpoint): Registered {
  const { params, query } = it;
  const headers = it.isWrite ? { headers: z.object({ "idempotency-key": idempotencyKey }) } : {};
  const body = it.body
    ? { body: { required: true, content: { "application/json": { schema: it.body } } } }
    : {};
  return {
    method: it.method,
    path: it.path,
    operationId: it.operationId,
    tags: [it.tag],
    summary: it.summary,
    ...(it.description === "" ? {} : { description: it.description }),
    ...(it.scope === "public" ? { security: [] } : { security: [{ apiKey: [] }] }),
    "x-scope": it.scope,
    request: {
      ...(hasFields(params) ? { params } : {}),
      ...(hasFields(query) ? { query } : {}),
      ...headers,
      ...body,
    },
    responses: {
      [it.status]: {
        description: "Done",
        content: { "application/json": { schema: it.answer } },
      },
      ...refusalsOf(it),
    },
  };
}

/** Bound to caller, route and body. Source: draft-ietf-httpapi-idempotency-key-header. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .openapi({
    description:
      "One value for each act, the same on every retry: 1 to 255 visible ASCII characters, such as a " +
      "UUID. The same key with another request is refused.",
    example: "3f2b1c1e-6f0a-4a8e-9a1b-6b1f0e6f9c11",
  });

function refusalsOf(it: Endpoint): Registered["responses"] {
  const codes = new Map<number, ProblemCode[]>();
  const all = [
    ...(it.scope === "public" ? ["internal-error" as const] : generalProblems),
    ...(it.body ? bodyProblems : []),
    ...(it.isWrite ? writeProblems : []),
    ...it.problems,
  ];
  for (const code of new Set(all)) {
    const { status } = problems[code];
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...codes].map(([status, names]) => [
      status,
      {
        description: names.map((name) => `\`${name}\` ${problems[name].title.en}`).join("; "),
        content: { "application/problem+json": { schema: problemDetails } },
      },
    ]),
  );
}

function hasFields(schema: z.ZodType): schema is z.ZodObject {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0;
}

/** What the rest of the house reads of the document. */
export type OpenApiDocument = {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
};

export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly "x-scope": string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: JsonSchema }>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { schema: JsonSchema }>>;
      }
    >
  >;
};

export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
};

export type JsonSchema = { readonly [keyword: string]: unknown };
