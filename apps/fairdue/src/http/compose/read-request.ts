import {
  type Endpoint,
  idempotencyKey,
  problemsOf,
  refusal,
  type Refused,
  shown,
} from "@fairdue/api";
import { accepted, type Outcome, type Problem, refused } from "@fairdue/kernel";
import type { Context } from "hono";

const bodyBytesMax = 1 << 20;

export type JsonBody = Outcome<unknown, Refused>;

/** The body as JSON; its size is looked at while it arrives, not after. */
export async function readBody(c: Context): Promise<JsonBody> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type))
    return refused(
      refusal("unsupported-media-type", {
        field: "header.content-type",
        value: shown(type),
        expected: "application/json",
      }),
    );
  const bytes = await readBytes(c.req.raw);
  if (bytes === undefined) return refused(refusal("body-too-large"));
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return accepted(JSON.parse(text));
  } catch {
    return refused(
      refusal("malformed-json", {
        field: "body",
        value: `${bytes.length} bytes`,
        expected: "JSON",
      }),
    );
  }
}

async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > bodyBytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export type ReadRequest = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
};

/** Reads path, query and body at once and names everything that is wrong in any of them. */
export function readRequest(
  c: Context,
  endpoint: Endpoint,
  body: unknown,
): Outcome<ReadRequest, Refused> {
  const errors: Problem[] = [];
  const query = queryOf(c, errors);
  const given = { path: c.req.param(), query, body };
  const read = (where: "path" | "query" | "body"): unknown => {
    const schema = { path: endpoint.params, query: endpoint.query, body: endpoint.body }[where];
    const outcome = schema?.safeParse(given[where]);
    if (outcome && !outcome.success) errors.push(...problemsOf(where, outcome.error, given[where]));
    return outcome?.data;
  };
  const it = { params: read("path"), query: read("query"), body: read("body") };
  return errors.length === 0
    ? accepted(it)
    : refused(refusal("invalid-request", ...errors.slice(0, 100)));
}

function queryOf(c: Context, errors: Problem[]): Record<string, string> {
  const all = Object.entries(c.req.queries());
  for (const [name, values] of all)
    if (values.length > 1)
      errors.push({ field: `query.${name}`, value: shown(values), expected: "one value" });
  return Object.fromEntries(all.map(([name, values]) => [name, values[0] ?? ""]));
}

/** The idempotency key of a write. */
export function readKey(c: Context): Outcome<string, Refused> {
  const given = c.req.header("idempotency-key");
  if (given === undefined) return refused(refusal("idempotency-key-missing"));
  const read = idempotencyKey.safeParse(given);
  return read.success
    ? accepted(read.data)
    : refused(
        refusal("invalid-request", {
          field: "header.idempotency-key",
          value: shown(given),
          expected: "1 to 255 visible ASCII characters",
        }),
      );
}
