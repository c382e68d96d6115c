import { insertStaff, saveAccessSubject } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "../../apps/fairdue/src/identity/password.ts";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
let cookie = "";

beforeAll(async () => {
  desk = await openDesk();
  await desk.post("/v1/borrowers", { borrowerId: "brw_1" });
  await desk.post("/v1/borrowers", { borrowerId: "brw_2" });
  await desk.post("/v1/people/brw_1/fields", {
    values: { name: "张三丰", phone: "13800138000", address: "杭州市西湖区文三路1号" },
    source: "borrower",
  });
  await desk.post("/v1/people/brw_2/fields", {
    values: { name: "张三丰", phone: "13900139000" },
    source: "borrower",
  });
  await insertStaff(desk.database, [
    {
      staffId: "act_li",
      login: "li.wei",
      displayName: "李薇",
      roles: ["collector"],
      teamId: "north",
      agencyId: null,
      language: "zh-CN",
      passwordHash: await hashPassword("a long and quiet river"),
    },
  ]);
  await desk.database.transaction((tx) =>
    saveAccessSubject(tx, "brw_1", { ownerId: "act_li", teamId: "north", agencyId: null }),
  );
  const signedIn = await desk.app.request("/auth/staff/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json", "x-fairdue-page": "1" },
    body: JSON.stringify({ login: "li.wei", password: "a long and quiet river" }),
  });
  cookie = signedIn.headers
    .getSetCookie()
    .map((it) => it.split(";")[0])
    .join("; ");
});
afterAll(() => desk.close());

const asCollector = (path: string, body?: unknown) =>
  desk.app.request(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { cookie, "x-fairdue-page": "1", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test("a person is found by name or phone, masked, and only within reach", async () => {
  const all: unknown = await (await desk.get("/v1/people?q=张三丰")).json();
  expect(all).toEqual({
    items: [
      { borrowerId: "brw_1", name: "张**", phone: "138****8000" },
      { borrowerId: "brw_2", name: "张**", phone: "139****9000" },
    ],
  });
  const mine: unknown = await (await asCollector("/v1/people?q=张三丰")).json();
  expect(mine).toEqual({ items: [{ borrowerId: "brw_1", name: "张**", phone: "138****8000" }] });
  const other: unknown = await (await asCollector("/v1/people?q=13900139000")).json();
  expect(other).toEqual({ items: [] });
});

test("a field opens for a purpose it is kept for, and the person can see that it was read", async () => {
  const refused = await asCollector("/v1/people/brw_1/reveals", {
    fields: ["address"],
    purpose: "credit-assessment",
    reason: "curious",
  });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "purpose-not-allowed" });
  const opened = await asCollector("/v1/people/brw_1/reveals", {
    fields: ["phone"],
    purpose: "servicing",
    reason: "asked to be called back",
  });
  expect(await opened.json()).toEqual({ borrowerId: "brw_1", values: { phone: "13800138000" } });
  const reads: unknown = await (await desk.get("/v1/people/brw_1/reads")).json();
  expect(reads).toMatchObject({
    items: [
      {
        actor: "act_li",
        purpose: "servicing",
        fields: ["phone"],
        reason: "asked to be called back",
      },
    ],
  });
  const beyond = await asCollector("/v1/people/brw_2/reveals", {
    fields: ["phone"],
    purpose: "servicing",
    reason: "asked to be called back",
  });
  expect(beyond.status).toBe(403);
});

test("what was sent to be sealed is kept nowhere else: not with the key, not with the answer", async () => {
  const rows = await desk.database.rows(
    "SELECT k::text AS line FROM idempotency_keys k UNION ALL SELECT o::text FROM outbox o",
  );
  const kept = rows.map((it) => String(it["line"])).join();
  expect(kept).not.toContain("13800138000");
  expect(kept).not.toContain("张三丰");
});
