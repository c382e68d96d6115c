import { settleAbandoned, claimMessages } from "@fairdue/store";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { acceptReceipt, acceptReply } from "../../apps/fairdue/src/channels/inbound.ts";
import type { Outbox } from "../../apps/fairdue/src/channels/outbox.ts";
import { smsAdapter } from "../../apps/fairdue/src/channels/sms/adapter.ts";
import { openChannelDesk, queueMessage, type ChannelDesk } from "./channels/channel-desk.ts";
import { openSmsc, type Smsc } from "./channels/smsc.ts";
import { smsTo } from "../integration/gate/people.ts";

let desk: ChannelDesk;
let smsc: Smsc;
let adapter: ReturnType<typeof smsAdapter>;
let outbox: Outbox;

beforeAll(async () => {
  desk = await openChannelDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  smsc = await openSmsc();
  adapter = adapterTo(smsc.port);
  outbox = desk.outboxWith(adapter);
  await until(() => adapter.isUp());
});
afterEach(async () => {
  await adapter.close();
  await smsc.stop();
});

function adapterTo(port: number, password = "secret"): ReturnType<typeof smsAdapter> {
  const { database, vault } = desk;
  return smsAdapter({
    host: "127.0.0.1",
    port,
    systemId: "fairdue",
    password,
    sender: "95000",
    windowMax: 4,
    responseMs: 400,
    onReceipt: (it) => acceptReceipt(database, { ...it, at: Date.now() }),
    onReply: async ({ from, text, peerRef }) => {
      await acceptReply(
        { database, vault },
        { channel: "sms", field: "phone", from, text, peerRef, at: Date.now() },
      );
    },
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let k = 0; k < 200; k++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("it never came to that");
}

let phones = 13_800_000_000;
const phone = (): string => `86${(phones += 1)}`;

/** The text as the handset would show it: headers off, parts joined in their order. */
function shown(to: string): string {
  const parts = smsc.taken.filter((it) => it.to === to);
  return parts
    .map((it) => ({ n: it.header?.[4] ?? 1, body: it.body }))
    .sort((a, b) => a.n - b.n)
    .map(({ body }) => Buffer.from(body).swap16().toString("utf16le"))
    .join("");
}

test("a long Chinese text arrives whole, in parts with headers, and is delivered when all its parts are", async () => {
  const to = phone();
  const { messageId } = await desk.queue("sms", { contactPoint: "phone", value: to });
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("sent");
  expect(smsc.taken.length).toBeGreaterThan(1);
  for (const it of smsc.taken) {
    expect(it.coding).toBe(8);
    expect(it.body.length).toBeLessThanOrEqual(134);
    expect([...it.header!.subarray(0, 2)]).toEqual([0, 3]);
  }
  expect(shown(to)).toMatch(
    /^【有度消费金融】还款提醒。您的账单1,234\.56元已于2026年3月31日到期.*核验码[0-9A-Z]{5}-[0-9A-Z]{5}。投诉电话：95000。回复TD退订。$/,
  );
  const [first, ...rest] = smsc.taken.map((it) => it.id);
  await smsc.receipt(first!, "DELIVRD", 3);
  expect(await desk.statusOf(messageId)).toBe("sent");
  for (const id of rest) await smsc.receipt(id, "DELIVRD", 2);
  await desk.untilStatus(messageId, "delivered");
  const rows = await desk.database.rows(
    "SELECT count(*)::int AS n FROM message_receipts WHERE message_id = $1",
    [messageId],
  );
  expect(rows).toEqual([{ n: smsc.taken.length }]);
});

test("a throttling peer is offered the text again, and takes it once", async () => {
  smsc.answers.push("throttled", "throttled");
  const to = phone();
  const { messageId } = await desk.queue("sms", { contactPoint: "phone", value: to });
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("sent");
  expect(new Set(smsc.taken.map((it) => it.body.toString("hex"))).size).toBe(smsc.taken.length);
});

test("while the peer is away nothing is lost; when it is back everything arrives once, within the window", async () => {
  await smsc.stop();
  await until(() => !adapter.isUp());
  const people = await Promise.all(
    Array.from({ length: 12 }, () => desk.queue("sms", { contactPoint: "phone", value: phone() })),
  );
  await outbox.step();
  for (const it of people) expect(await desk.statusOf(it.messageId)).toBe("queued");
  await smsc.restart();
  await until(() => adapter.isUp());
  outbox.start();
  for (const it of people) await desk.untilStatus(it.messageId, "sent");
  await outbox.stop();
  const parts = smsc.taken.map((it) => `${it.to} ${it.body.toString("hex")}`);
  expect(new Set(parts).size).toBe(parts.length);
  expect(new Set(smsc.taken.map((it) => it.to)).size).toBe(12);
  expect(smsc.windowSeen()).toBeLessThanOrEqual(4);
});

test.each([["drop-after-taking" as const], ["silent" as const]])(
  "when the peer takes a text and then goes %s, it is never sent again; its receipt tells the end",
  async (rudeness) => {
    smsc.answers.push(rudeness);
    const { messageId } = await desk.queue("sms", { contactPoint: "phone", value: phone() });
    await outbox.step();
    expect(await desk.statusOf(messageId)).toBe("unknown");
    const before = smsc.taken.length;
    await outbox.step();
    await outbox.step();
    expect(smsc.taken.length).toBe(before);
    const events = await desk.database.rows(
      "SELECT count(*)::int AS n FROM contact_events AS e JOIN messages AS m USING (permit_id) WHERE m.message_id = $1 AND e.kind = 'attempt'",
      [messageId],
    );
    expect(events).toEqual([{ n: 1 }]);
  },
);

test("a number that the peer refuses fails for good and stays on record as an attempt", async () => {
  smsc.answers.push("refused");
  const { messageId } = await desk.queue("sms", { contactPoint: "phone", value: phone() });
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("failed");
  await outbox.step();
  expect(smsc.taken).toEqual([]);
});

test("a late queue sends nothing after its permit: the permit expires first", async () => {
  await smsc.stop();
  const { messageId } = await desk.queue("sms", {
    contactPoint: "phone",
    value: phone(),
    lifeMs: 5_500,
  });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await smsc.restart();
  await until(() => adapter.isUp());
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("expired");
  expect(smsc.taken).toEqual([]);
});

test("a worker that dies midway leaves a message that counts as sent and is never sent again", async () => {
  const { messageId } = await desk.queue("sms", { contactPoint: "phone", value: phone() });
  const claimed = await claimMessages(desk.database, {
    channel: "sms",
    messagesMax: 9,
    guardMs: 0,
  });
  expect(claimed.map((it) => it.messageId)).toContain(messageId);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("sending");
  expect(await settleAbandoned(desk.database, 0)).toBe(1);
  expect(await desk.statusOf(messageId)).toBe("unknown");
  await outbox.step();
  expect(smsc.taken).toEqual([]);
});

test.each(["退订", "TD", "ｓｔｏｐ", " 回复：T ", "Unsubscribe."])(
  "the reply %s stops what waits and is in force at once; brought twice it is one",
  async (words) => {
    const to = phone();
    const { borrowerId, messageId } = await desk.queue("sms", { contactPoint: "phone", value: to });
    const kept = await queueMessage(desk, smsTo(borrowerId, { accountIds: ["acc_2"] }));
    await smsc.reply(to, words);
    await smsc.reply(to, words);
    expect(await desk.statusOf(messageId)).toBe("revoked");
    expect(await desk.statusOf(kept)).toBe("revoked");
    const facts = await desk.database.rows(
      "SELECT name, value FROM contact_facts WHERE borrower_id = $1",
      [borrowerId],
    );
    expect(facts).toEqual([{ name: "optOut.sms", value: true }]);
    const replies = await desk.database.rows("SELECT meaning FROM replies WHERE borrower_id = $1", [
      borrowerId,
    ]);
    expect(replies).toEqual([{ meaning: "opt-out" }]);
    await outbox.step();
    expect(smsc.taken.filter((it) => it.to === to)).toEqual([]);
  },
);

test("a wrong password is told and tried again later, and nothing is sent meanwhile", async () => {
  const stranger = adapterTo(smsc.port, "wrong");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(stranger.isUp()).toBe(false);
  await stranger.close();
});
