import type { JsonSchema, OpenApiDocument, Operation } from "@fairdue/api";
import { day } from "@fairdue/kernel";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleOf } from "../../apps/fairdue/src/http/docs/schema.ts";
import { allowed, anything, isForbidden, isSchema, resolved } from "./api-arbitrary.ts";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
let document: OpenApiDocument;
let operations: { path: string; method: string; operation: Operation }[];

const seed = Number(process.env["FUZZ_SEED"] ?? 20_260_302);
const accounts = [
  ["brw_cash", "cash-line"],
  ["brw_later", "pay-later"],
  ["brw_loan", "instalment-loan"],
] as const;

beforeAll(async () => {
  desk = await openDesk(day("2026-01-05"));
  document = (await (await desk.get("/openapi.json")).json()) as OpenApiDocument;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => !["Identity", "Sign-in"].includes(operation.tags[0] ?? ""))
      .map(([method, operation]) => ({ path, method, operation })),
  );
  for (const [borrowerId, productId] of accounts) await livedIn(borrowerId, productId);
  desk.goTo(day("2026-05-20"));
}, 60_000);
afterAll(() => desk.close());

/** An account with a past: used, billed, and by now overdue. */
async function livedIn(borrowerId: string, productId: string): Promise<void> {
  desk.goTo(day("2026-01-05"));
  await desk.post("/v1/borrowers", { borrowerId });
  const at = `/v1/borrowers/${borrowerId}/accounts`;
  const opening = { accountId: "acc_a", bookId: "retail", productId, productVersion: 1 };
  await desk.post(at, { ...opening, limitMinor: 5_000_000 });
  const use =
    productId === "pay-later"
      ? ["purchases", { purchaseId: "p1", amountMinor: 300_000, channel: "shop" }]
      : [
          "draws",
          {
            drawId: "d1",
            amountMinor: 1_200_000,
            plan: { method: "equal-instalment", terms: 12 },
            channel: "wallet",
          },
        ];
  expect((await desk.post(`${at}/acc_a/${String(use[0])}`, use[1])).status).toBe(201);
  desk.goTo(day("2026-02-20"));
  const pay = { repaymentId: "r1", amountMinor: 50_000, channel: "wallet" };
  expect((await desk.post(`${at}/acc_a/repayments`, pay)).status).toBe(201);
}

type Request = {
  readonly path: Record<string, string>;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: unknown;
};

let asked = 0;

async function send(at: { path: string; method: string }, it: Request): Promise<Response> {
  const path = at.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(wellFormed(it.path[name] ?? "x")),
  );
  const query = new URLSearchParams(it.query).toString();
  return desk.app.request(`${path}${query ? `?${query}` : ""}`, {
    method: at.method.toUpperCase(),
    headers: {
      authorization: `Bearer ${desk.key}`,
      "content-type": "application/json",
      "idempotency-key": `fuzz-${(asked += 1)}`,
      ...it.headers,
    },
    ...(it.body === undefined ? {} : { body: JSON.stringify(it.body) }),
  });
}

const wellFormed = (text: string): string => text.toWellFormed();

function pathOf(borrower: number): Record<string, string> {
  return {
    borrowerId: accounts[borrower % accounts.length]?.[0] ?? "",
    accountId: "acc_a",
    bookId: "retail",
    productId: "cash-line",
    version: "1",
    statementId: "stm_2026-02-01",
    webhookId: "whe_none",
  };
}

function bodyOf(operation: Operation): JsonSchema | undefined {
  return operation.requestBody?.content["application/json"]?.schema;
}

/** Rows of every table that a request may write to, counted in one statement. */
async function rowCounts(): Promise<string> {
  counting ??= await countingStatement();
  const rows = await desk.database.rows(counting);
  return rows.map((row) => `${String(row["name"])} ${String(row["n"])}`).join("\n");
}

let counting: string | undefined;

async function countingStatement(): Promise<string> {
  const tables = await desk.database.rows(
    `SELECT relname FROM pg_stat_user_tables
     WHERE relname !~ '^(schema_migrations|access_|sign_|attempts|sessions)' ORDER BY 1`,
  );
  return tables
    .map(
      (it) =>
        `SELECT '${String(it["relname"])}' AS name, count(*) AS n FROM ${String(it["relname"])}`,
    )
    .join(" UNION ALL ");
}

test("every field of every body, tried wrong, is named; nothing breaks and nothing is written", async () => {
  const before = await rowCounts();
  for (const at of operations) {
    const schema = bodyOf(at.operation);
    if (!schema) continue;
    const fields = resolved(document, schema)["properties"];
    const base = exampleOf(document, schema);
    if (!isSchema(fields) || !isSchema(base)) continue;
    for (const [name, field] of Object.entries(fields)) {
      const tries = fc
        .sample(anything, { numRuns: 60, seed })
        .filter((it) => isSchema(field) && isForbidden(document, field, it));
      for (const value of tries.slice(0, 6)) {
        const body = { ...base, [name]: value };
        const answer = await send(at, { path: pathOf(0), query: {}, headers: {}, body });
        const text = await answer.text();
        const told = `${at.operation.operationId}.${name} = ${JSON.stringify(value)}: ${text}`;
        expect(answer.status, told).toBe(400);
        expect(text, told).toContain(`"field":"body.${name}`);
      }
    }
    const extra = await send(at, {
      path: pathOf(0),
      query: {},
      headers: {},
      body: { ...base, surplus: 1 },
    });
    expect(extra.status, `${at.operation.operationId} with a field too many`).toBe(400);
    const absent = await send(at, { path: pathOf(0), query: {}, headers: {}, body: undefined });
    expect(absent.status, `${at.operation.operationId} without a body`).toBe(400);
  }
  expect(await rowCounts()).toBe(before);
}, 120_000);

test("every path, query and header parameter, tried wrong, is refused without a word of 5xx", async () => {
  for (const at of operations) {
    const schema = bodyOf(at.operation);
    const body = schema ? exampleOf(document, schema) : undefined;
    for (const parameter of at.operation.parameters ?? []) {
      const wrong = fc
        .sample(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), { numRuns: 20, seed })
        .filter((it) => isForbidden(document, textSchema(parameter.schema), it));
      for (const value of wrong.slice(0, 6)) {
        const path = pathOf(0);
        const query: Record<string, string> = {};
        const headers: Record<string, string> = {};
        const text = wellFormed(value);
        if (parameter.in === "path") path[parameter.name] = text;
        if (parameter.in === "query") query[parameter.name] = text;
        if (parameter.in === "header")
          headers[parameter.name] = text.replace(/[^\x20-\x7e]/g, "") || " spaced key ";
        const answer = await send(at, { path, query, headers, body });
        const told = `${at.operation.operationId} ${parameter.in} ${parameter.name} = ${JSON.stringify(value)}`;
        if (parameter.in === "header") expect(answer.status, told).toBeLessThan(500);
        else expect([400, 404], `${told}: ${answer.status}`).toContain(answer.status);
      }
    }
  }
}, 120_000);

test("whatever the document allows is done or refused, never broken, and never half done", async () => {
  for (const at of operations) {
    const schema = bodyOf(at.operation);
    if (at.operation.operationId === "runClose") continue;
    const values = schema
      ? fc.sample(allowed(document, schema), { numRuns: 12, seed })
      : [undefined];
    for (const [k, body] of values.entries()) {
      const query: Record<string, string> = {};
      for (const it of at.operation.parameters ?? [])
        if (it.in === "query" && it.required) query[it.name] = "retail";
      const before = await rowCounts();
      const answer = await send(at, { path: pathOf(k), query, headers: {}, body });
      const told = `${at.operation.operationId} ${JSON.stringify(body)}: ${await answer.text()}`;
      expect(answer.status, told).toBeLessThan(500);
      // A sound account that a request sets aside shows a bug in the engine, not bad input.
      expect(told).not.toContain("account-quarantined");
      if (answer.status >= 400) expect(await rowCounts(), told).toBe(before);
    }
  }
}, 180_000);

/** A parameter's text is read as what its schema says: a number's text is a number. */
function textSchema(schema: JsonSchema): JsonSchema {
  const { type, pattern, format } = schema;
  if (type === "integer") return { type: "string", pattern: "^\\d+$" };
  if (format === "date") return { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" };
  return pattern === undefined ? schema : { type: "string", pattern };
}
