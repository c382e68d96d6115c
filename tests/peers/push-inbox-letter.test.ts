import { createECDH, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadInbox } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import webPush from "web-push";
import { inboxAdapter } from "../../apps/fairdue/src/channels/inbox.ts";
import { letterAdapter, letterPdf } from "../../apps/fairdue/src/channels/letter/letter.ts";
import { pushAdapter } from "../../apps/fairdue/src/channels/push.ts";
import { openChannelDesk, type ChannelDesk } from "./channels/channel-desk.ts";
import { testCertificate } from "./channels/certificate.ts";

let desk: ChannelDesk;
beforeAll(async () => {
  desk = await openChannelDesk();
});
afterAll(() => desk.close());

const head = () => ({
  sender: "有度消费金融",
  senderAddress: "上海市浦东新区世纪大道1号",
  writtenOn: "2026年3月31日",
});

test("a message is in the person's inbox, sealed, once, however often its worker restarts", async () => {
  const { borrowerId, messageId } = await desk.queue("inbox", {
    contactPoint: "phone",
    value: "8613800138000",
  });
  await desk.outboxWith(inboxAdapter(desk.database, desk.vault)).step();
  expect(await desk.statusOf(messageId)).toBe("sent");
  const entries = await loadInbox(desk.database, borrowerId);
  expect(entries.map((it) => it.messageId)).toEqual([messageId]);
  const words = await desk.vault.unseal(desk.database, borrowerId, entries[0]!.sealedText, "inbox");
  expect(JSON.parse(words).text).toContain("您的账单1,234.56元已于2026年3月31日到期");
});

test("a letter is one print-ready PDF with its Chinese characters embedded", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairdue-letters-"));
  try {
    const { messageId } = await desk.queue("letter", {
      contactPoint: "address",
      value: "北京市海淀区学院路37号",
    });
    await desk.outboxWith(letterAdapter({ folder, head })).step();
    expect(await desk.statusOf(messageId)).toBe("sent");
    const pdf = readFileSync(join(folder, `${messageId}.pdf`)).toString("latin1");
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf).toContain("/FontFile2");
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+FairdueNotoSansSC-Regular/);
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a letter that does not fit one page goes on to the next", async () => {
  const text = "敬告借款人：请核对您的账单与还款安排，如有异议请致电。".repeat(160);
  const pdf = await letterPdf({
    ...head(),
    name: "张三",
    address: "北京",
    subject: "账单说明",
    text,
    verifyCode: "7K2QXM9D4R",
  });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
});

test("a push notice reaches the peer encrypted; one that the peer calls gone is forgotten", async () => {
  const seen: { path: string; encoding: string; length: number }[] = [];
  const server: Server = createServer(testCertificate(), (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      seen.push({
        path: request.url ?? "",
        encoding: String(request.headers["content-encoding"]),
        length: Buffer.concat(chunks).length,
      });
      response.statusCode = request.url === "/gone" ? 410 : request.url === "/busy" ? 429 : 201;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = (server.address() as AddressInfo).port;
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
  const device = createECDH("prime256v1");
  const keys = {
    p256dh: device.generateKeys().toString("base64url"),
    auth: randomBytes(16).toString("base64url"),
  };
  const forgotten: string[] = [];
  const vapid = webPush.generateVAPIDKeys();
  const at = (...paths: string[]) =>
    desk.outboxWith(
      pushAdapter({
        subject: "mailto:notice@lender.example",
        ...vapid,
        subscriptions: async () =>
          paths.map((path) => ({
            subscriptionId: path,
            endpoint: `https://127.0.0.1:${port}/${path}`,
            keys,
          })),
        forget: async (_, id) => void forgotten.push(id),
      }),
    );
  const to = { contactPoint: "phone", value: "8613800138000" };
  const both = await desk.queue("push", to);
  await at("phone", "gone").step();
  expect(await desk.statusOf(both.messageId)).toBe("sent");
  expect(forgotten).toEqual(["gone"]);
  expect(seen.every((it) => it.encoding === "aes128gcm" && it.length > 80)).toBe(true);
  const busy = await desk.queue("push", to);
  await at("busy").step();
  expect(await desk.statusOf(busy.messageId)).toBe("queued");
  await desk.database.rows("UPDATE messages SET next_try_at = now() WHERE status = 'queued'");
  await at("gone").step();
  expect(await desk.statusOf(busy.messageId)).toBe("failed");
  delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
