import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcp, type Server as TcpServer } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { day } from "@fairdue/kernel";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSender } from "../../apps/fairdue/src/webhooks/sender.ts";
import { type Desk, openDesk } from "../integration/api-desk.ts";

/** Real peers on real sockets: a good one, a slow one, one that breaks, one that never was there. */
let desk: Desk;
const servers: (Server | TcpServer)[] = [];
const silent = pino({ level: "silent" });
const world = () => ({
  database: desk.database,
  keyring: desk.shell.keyring,
  log: silent,
});

beforeAll(async () => {
  desk = await openDesk(day("2026-03-01"));
});
afterAll(async () => {
  for (const it of servers) {
    if ("closeAllConnections" in it) it.closeAllConnections();
    it.close();
  }
  await desk.close();
});

type Received = {
  readonly id: string;
  readonly body: string;
  readonly headers: Record<string, string>;
};

async function peer(
  answer: (received: Received, response: ServerResponse, count: number) => void | Promise<void>,
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const headers = request.headers as Record<string, string>;
    const it = { id: headers["webhook-id"] ?? "", body: await text(request), headers };
    received.push(it);
    await answer(it, response, received.length);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received };
}

async function subscribe(
  url: string,
  topics = ["account.*"],
): Promise<{ id: string; secret: string }> {
  const answer = await desk.post("/v1/webhooks", { bookId: "retail", url, topics });
  expect(answer.status).toBe(201);
  const { webhookId, secret } = (await answer.json()) as Record<string, string>;
  return { id: webhookId ?? "", secret: secret ?? "" };
}

let borrowers = 0;

/** One opening and one draw: two messages. */
async function twoMessages(): Promise<string> {
  const borrowerId = `brw_hook${(borrowers += 1)}`;
  await desk.post("/v1/borrowers", { borrowerId });
  await desk.post(`/v1/borrowers/${borrowerId}/accounts`, {
    accountId: "acc_a",
    bookId: "retail",
    productId: "cash-line",
    productVersion: 1,
    limitMinor: 1_000_000,
  });
  await desk.post(`/v1/borrowers/${borrowerId}/accounts/acc_a/draws`, {
    amountMinor: 100_000,
    plan: { method: "open" },
    channel: "wallet",
  });
  return borrowerId;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 25) {
    if (await isSo()) return;
    await wait(25);
  }
  throw new Error("it did not come to pass within fifteen seconds");
}

const ok = (_: Received, response: ServerResponse): void => void response.writeHead(204).end();

test("each message arrives once, signed so that the receiver can check it", async () => {
  const good = await peer(ok);
  const { id, secret } = await subscribe(good.url);
  const borrowerId = await twoMessages();
  const sender = startSender(world(), { pollMs: 20 });
  await until(() => good.received.length >= 2);
  await wait(150);
  await sender.stop();
  expect(good.received.length).toBe(2);
  for (const it of good.received) {
    const told = new Webhook(secret).verify(it.body, it.headers) as Record<string, unknown>;
    expect(told["data"]).toMatchObject({ borrowerId, accountId: "acc_a" });
    expect(() => new Webhook(secret).verify(`${it.body} `, it.headers)).toThrow();
  }
  const types = good.received.map((it) => (JSON.parse(it.body) as { type: string }).type).sort();
  expect(types).toEqual(["account.drawn", "account.opened"]);
  const page = (await (await desk.get(`/v1/webhooks/${id}/deliveries`)).json()) as {
    items: { deliveredAt: string | null; lastStatus: number }[];
  };
  expect(page.items.map((it) => it.lastStatus)).toEqual([204, 204]);
  await desk.post(`/v1/webhooks/${id}/disablements`, {});
});

test("a peer that breaks is asked again, and a slow or mute one keeps nobody waiting", async () => {
  const breaking = await peer((_, response, count) => {
    if (count <= 2) response.writeHead(500).end("x".repeat(100_000));
    else response.writeHead(200).end();
  });
  const slow = await peer(async (_, response) => {
    await wait(5_000);
    response.end();
  });
  const mute = createTcp((socket) => socket.on("error", () => {}));
  await new Promise<void>((done) => mute.listen(0, "127.0.0.1", done));
  servers.push(mute);
  const muteUrl = `http://127.0.0.1:${(mute.address() as AddressInfo).port}/`;
  const good = await peer(ok);
  const hooks = [];
  for (const url of [slow.url, muteUrl, breaking.url, good.url, "http://127.0.0.1:9/"])
    hooks.push(await subscribe(url));
  await twoMessages();
  const sender = startSender(world(), {
    pollMs: 20,
    timeoutMs: 300,
    retryAfterSeconds: [0.05, 0.05, 0.05],
  });
  await until(() => good.received.length === 2);
  await until(async () => {
    const [row] = await desk.database.rows(
      "SELECT count(*) AS owed FROM webhook_deliveries WHERE due_at IS NOT NULL",
    );
    return row?.["owed"] === 0;
  });
  await sender.stop();
  const byHook = await desk.database.rows(
    `SELECT webhook_id, bool_and(delivered_at IS NOT NULL) AS taken, max(attempts) AS attempts,
       min(last_error) AS error FROM webhook_deliveries GROUP BY webhook_id`,
  );
  const of = (index: number) => byHook.find((it) => it["webhook_id"] === hooks[index]?.id);
  expect(of(2)).toMatchObject({ taken: true });
  expect(of(3)).toMatchObject({ taken: true, attempts: 1 });
  for (const index of [0, 1])
    expect(of(index)).toMatchObject({ taken: false, attempts: 4, error: "no answer in time" });
  expect(of(4)).toMatchObject({ taken: false, attempts: 4 });
  for (const it of hooks) await desk.post(`/v1/webhooks/${it.id}/disablements`, {});
});

test("who answers that it is gone is asked no more", async () => {
  const gone = await peer((_, response) => void response.writeHead(410).end());
  const { id } = await subscribe(gone.url);
  await twoMessages();
  const sender = startSender(world(), { pollMs: 20 });
  await until(() => gone.received.length > 0);
  await until(async () => {
    const list = (await (await desk.get("/v1/webhooks")).json()) as {
      items: { webhookId: string; disabledAt: string | null }[];
    };
    return list.items.some((it) => it.webhookId === id && it.disabledAt !== null);
  });
  await sender.stop();
});

test("a sender that dies after claiming leaves the message owed, and another one sends it", async () => {
  const good = await peer(ok);
  const { id } = await subscribe(good.url);
  await twoMessages();
  await desk.database.rows("SELECT 1");
  const { claimDeliveries, spreadMessages } = await import("@fairdue/store");
  await spreadMessages(desk.database, 1000);
  const claimed = await claimDeliveries(desk.database, { each: 8, leaseSeconds: 0.4, except: [] });
  expect(claimed.filter((it) => it.webhookId === id).length).toBe(2);
  // Nothing was sent and nothing recorded: the process is gone.
  const [one, two] = [0, 1].map(() => startSender(world(), { pollMs: 20 }));
  await until(() => good.received.length >= 2);
  await wait(200);
  await Promise.all([one?.stop(), two?.stop()]);
  expect(new Set(good.received.map((it) => it.id)).size).toBe(2);
  expect(good.received.length).toBe(2);
});

test("addresses that could be used to reach where we must not are refused", async () => {
  for (const url of [
    "http://example.org/",
    "https://user:pass@example.org/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "not an address",
  ]) {
    const answer = await desk.post("/v1/webhooks", { bookId: "retail", url, topics: ["*"] });
    expect(answer.status, url).toBe(400);
  }
});
