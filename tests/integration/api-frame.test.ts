import { payLaterDeclaration } from "@fairdue/credit";
import { forgetKeys } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const bookBody = {
  bookId: "second",
  name: { en: "Second", zh: "第二" },
  currency: "CNY",
  zone: "Asia/Shanghai",
  firstDay: "2026-01-01",
};

test("a book is opened once, however often the request arrives", async () => {
  const key = { "idempotency-key": "open-second" };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => desk.post("/v1/books", bookBody, key)),
  );
  expect(answers.map((it) => it.status)).toEqual(Array.from({ length: 8 }, () => 201));
  const bodies = await Promise.all(answers.map((it) => it.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(answers.filter((it) => it.headers.get("idempotency-replayed") === "true").length).toBe(7);
});

test("the same key with another body is refused, not answered with the first result", async () => {
  const key = { "idempotency-key": "open-third" };
  const first = await desk.post("/v1/books", { ...bookBody, bookId: "third" }, key);
  expect(first.status).toBe(201);
  const other = await desk.post("/v1/books", { ...bookBody, bookId: "fourth" }, key);
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ code: "idempotency-key-reused" });
  expect((await desk.get("/v1/books/fourth")).status).toBe(404);
  const reordered = Object.fromEntries(Object.entries({ ...bookBody, bookId: "third" }).reverse());
  const again = await desk.post("/v1/books", reordered, key);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
});

test("another caller's key of the same name is another key", async () => {
  const other = await desk.keyWith(["borrowers:write"]);
  const key = { "idempotency-key": "shared-name" };
  const mine = await desk.post("/v1/borrowers", {}, key);
  const theirs = await desk.post("/v1/borrowers", {}, { ...key, authorization: `Bearer ${other}` });
  expect(await mine.json()).not.toEqual(await theirs.json());
});

test("a refusal frees its key for the corrected request", async () => {
  const key = { "idempotency-key": "corrected" };
  const taken = await desk.post("/v1/books", { ...bookBody, bookId: "retail" }, key);
  expect(taken.status).toBe(409);
  const corrected = await desk.post("/v1/books", { ...bookBody, bookId: "corrected" }, key);
  expect(corrected.status).toBe(201);
});

test("who is not known, and who may not, is told so", async () => {
  expect((await desk.app.request("/v1/books")).status).toBe(401);
  const wrong = `${desk.key.slice(0, -1)}${desk.key.endsWith("A") ? "B" : "A"}`;
  expect((await desk.get("/v1/books", { authorization: `Bearer ${wrong}` })).status).toBe(401);
  const narrow = await desk.keyWith(["products:read"]);
  const refused = await desk.get("/v1/books", { authorization: `Bearer ${narrow}` });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    code: "scope-missing",
    errors: [{ field: "header.authorization", value: "products:read", expected: "books:read" }],
  });
});

test("bad input names field, value and what would be right, all at once, in both languages", async () => {
  const answer = await desk.post(
    "/v1/books",
    { ...bookBody, bookId: "Upper", firstDay: "2026-02-30", extra: 1 },
    { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" },
  );
  expect(answer.status).toBe(400);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const problem = (await answer.json()) as { title: string; errors: { field: string }[] };
  expect(problem.title).toBe("请求内容有误");
  expect(problem.errors.map((it) => it.field).sort()).toEqual([
    "body.bookId",
    "body.extra",
    "body.firstDay",
  ]);
});

test("what is not JSON, too large or misaddressed is told apart", async () => {
  const send = (body: string, type = "application/json") =>
    desk.app.request("/v1/books", {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${desk.key}`, "content-type": type },
    });
  expect(await (await send("{")).json()).toMatchObject({ code: "malformed-json", status: 400 });
  expect((await send("{}", "text/plain")).status).toBe(415);
  expect((await send(JSON.stringify({ a: "x".repeat(1_100_000) }))).status).toBe(413);
  const nowhere = await desk.get("/v1/nowhere");
  expect(await nowhere.json()).toMatchObject({ code: "route-not-found" });
  const put = await desk.app.request("/v1/books", { method: "PUT" });
  expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, POST"]);
  const noKey = await desk.post("/v1/borrowers", {}, { "idempotency-key": "" });
  expect(noKey.status).toBe(400);
});

test("a product version is on record once; the same declaration again changes nothing", async () => {
  const next = { ...payLaterDeclaration, version: 2 };
  expect((await desk.post("/v1/products", next)).status).toBe(201);
  expect((await desk.post("/v1/products", next)).status).toBe(201);
  const other = await desk.post("/v1/products", { ...next, limitMinorMax: 5_000_000 });
  expect(await other.json()).toMatchObject({ code: "product-version-exists" });
  const wrong = await desk.post("/v1/products", { ...next, currency: "yuan" });
  expect(await wrong.json()).toMatchObject({
    errors: [{ field: "body.currency", expected: "an ISO 4217 code such as CNY" }],
  });
});

test("pages go on where the last one ended, and a cursor that was changed is refused", async () => {
  for (let k = 0; k < 7; k += 1) await desk.post("/v1/borrowers", { borrowerId: `brw_page${k}` });
  const seen: string[] = [];
  let cursor = "";
  for (let page = 0; page < 20; page += 1) {
    const answer = await desk.get(`/v1/borrowers?limit=3${cursor}`);
    const read = (await answer.json()) as { items: { borrowerId: string }[]; nextCursor: string };
    seen.push(...read.items.map((it) => it.borrowerId));
    if (read.nextCursor === null) break;
    cursor = `&cursor=${read.nextCursor}`;
  }
  expect(seen.filter((it) => it.startsWith("brw_page")).length).toBe(7);
  expect(seen).toEqual([...new Set(seen)].sort());
  expect((await desk.get("/v1/borrowers?cursor=abc")).status).toBe(400);
  expect((await desk.get("/v1/borrowers?limit=0")).status).toBe(400);
  expect((await desk.get("/v1/borrowers?limit=1&limit=2")).status).toBe(400);
});

test("keys are remembered for their days, and forgotten after", async () => {
  const key = { "idempotency-key": "old" };
  const first = await (await desk.post("/v1/borrowers", {}, key)).json();
  await forgetKeys(desk.database, 30);
  expect(await (await desk.post("/v1/borrowers", {}, key)).json()).toEqual(first);
  await desk.database.rows(
    "UPDATE idempotency_keys SET created_at = now() - interval '31 days' WHERE idempotency_key = 'old'",
  );
  expect(await forgetKeys(desk.database, 30)).toBe(1);
  expect(await (await desk.post("/v1/borrowers", {}, key)).json()).not.toEqual(first);
});
