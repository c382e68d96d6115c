import { createClient } from "@fairdue/api";
import { day } from "@fairdue/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, type RunningServer } from "../../apps/fairdue/src/http/server.ts";
import { type Desk, openDesk } from "./api-desk.ts";

/** The same server as a browser or a program meets it: on a socket, with the typed client. */
let desk: Desk;
let server: RunningServer;
beforeAll(async () => {
  desk = await openDesk(day("2026-03-01"));
  server = await listen(desk.app, { port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await server.stop();
  await desk.close();
});

const base = (): string => `http://127.0.0.1:${server.port}`;

test("the typed client opens, draws and repays, and reads refusals by their code", async () => {
  const fairdue = createClient({ baseUrl: base(), key: desk.key, language: "zh" });
  const key = (name: string) => ({ header: { "idempotency-key": name } });
  await fairdue.POST("/v1/borrowers", { params: key("c1"), body: { borrowerId: "brw_client" } });
  const { data: opened } = await fairdue.POST("/v1/borrowers/{borrowerId}/accounts", {
    params: { path: { borrowerId: "brw_client" }, ...key("c2") },
    body: {
      accountId: "acc_client",
      bookId: "retail",
      productId: "cash-line",
      productVersion: 1,
      limitMinor: 500_000,
    },
  });
  expect(opened?.availableMinor).toBe(500_000);
  const path = { borrowerId: "brw_client", accountId: "acc_client" };
  const at = "/v1/borrowers/{borrowerId}/accounts/{accountId}" as const;
  const draw = (amountMinor: number, name: string) =>
    fairdue.POST(`${at}/draws`, {
      params: { path, ...key(name) },
      body: { amountMinor, channel: "wallet", plan: { method: "equal-instalment", terms: 3 } },
    });
  expect((await draw(400_000, "c3")).data?.event.kind).toBe("drawn");
  const { error } = await draw(200_000, "c4");
  expect(error).toMatchObject({ code: "limit-exceeded", title: "金额超过可用额度" });
});

test("the reference, its document and the problem pages load nothing from elsewhere", async () => {
  for (const path of ["/docs", "/problems", "/problems/limit-exceeded"]) {
    const answer = await fetch(`${base()}${path}`);
    const page = await answer.text();
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.match(/(src|href)="https?:/g), path).toBeNull();
  }
  const page = await (await fetch(`${base()}/docs`)).text();
  const document = (await (await fetch(`${base()}/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  expect(document.openapi).toBe("3.1.0");
  for (const item of Object.values(document.paths))
    for (const { operationId } of Object.values(item))
      expect(page).toContain(`id="${operationId}"`);
});

test("probes tell a live process from a ready one", async () => {
  expect((await fetch(`${base()}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${base()}/readyz`)).json()).toEqual({ status: "ready" });
});

test("metrics count by route pattern, for this machine only unless a token is set", async () => {
  await fetch(`${base()}/v1/borrowers/brw_somebody`);
  const metrics = await (await fetch(`${base()}/metrics`)).text();
  expect(metrics).toContain('route="/v1/borrowers/:borrowerId"');
  expect(metrics).toMatch(/fairdue_book_closed_lag_days\{book="/);
  expect(metrics).not.toContain("brw_somebody");
  const proxied = await fetch(`${base()}/metrics`, {
    headers: { "x-forwarded-for": "203.0.113.9" },
  });
  expect(proxied.status).toBe(403);
});

test("a stopping server ends what is under way and takes nothing new", async () => {
  const other = await listen(desk.app, { port: 0, host: "127.0.0.1" });
  const url = `http://127.0.0.1:${other.port}/v1/borrowers`;
  const headers = {
    authorization: `Bearer ${desk.key}`,
    "content-type": "application/json",
    "idempotency-key": "while-stopping",
  };
  const underWay = fetch(url, { method: "POST", headers, body: "{}" });
  await new Promise((done) => setTimeout(done, 5));
  const stopped = other.stop();
  expect((await underWay).status).toBe(201);
  await stopped;
  await expect(fetch(url, { headers })).rejects.toThrow();
});

test("a body that trickles in or breaks off does no harm", async () => {
  const half = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"borrowerId":'));
      controller.error(new Error("the line broke"));
    },
  });
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: half,
    duplex: "half",
    headers: {
      authorization: `Bearer ${desk.key}`,
      "content-type": "application/json",
      "idempotency-key": "broken-off",
    },
  };
  await expect(fetch(`${base()}/v1/borrowers`, init)).rejects.toThrow();
  expect((await fetch(`${base()}/healthz`)).status).toBe(200);
});
