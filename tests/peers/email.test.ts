import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { emailAdapter } from "../../apps/fairdue/src/channels/email.ts";
import { openChannelDesk, type ChannelDesk } from "./channels/channel-desk.ts";

/** A mail server that can be busy, forgetful or away. */
type Mood = "busy" | "no-such-box" | "hang-up-after";

let desk: ChannelDesk;
let server: SMTPServer;
let port: number;
const mails: string[] = [];
const moods: Mood[] = [];
const openSockets = new Set<Socket>();

function serve(): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: (_address, session, done) => {
      const [mood] = moods;
      if (mood === "busy")
        return moods.shift() && done(Object.assign(new Error("busy"), { responseCode: 451 }));
      if (mood === "no-such-box")
        return (
          moods.shift() && done(Object.assign(new Error("no such box"), { responseCode: 550 }))
        );
      done();
    },
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (chunk) => (text += chunk));
      stream.on("end", () => {
        mails.push(text);
        if (moods[0] === "hang-up-after") {
          moods.shift();
          for (const it of openSockets) it.destroy();
          return;
        }
        done();
      });
    },
  });
}

const listen = (on: number): Promise<void> =>
  new Promise((resolve) => {
    server = serve();
    server.on("error", () => {});
    server.server.on("connection", (it: Socket) => openSockets.add(it));
    server.listen(on, "127.0.0.1", resolve);
  });
const stop = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

beforeAll(async () => {
  desk = await openChannelDesk();
  await listen(0);
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await stop();
  await desk.close();
});
beforeEach(() => {
  mails.length = 0;
  moods.length = 0;
});

const outboxTo = () => {
  const adapter = emailAdapter({
    url: `smtp://127.0.0.1:${port}`,
    from: "有度 <notice@lender.example>",
    timeoutMs: 1500,
  });
  return { outbox: desk.outboxWith(adapter), adapter };
};
const someone = { contactPoint: "email", value: "zhang@example.org" };

test("an e-mail arrives with its words, its code and an id that names the message", async () => {
  const { outbox, adapter } = outboxTo();
  const { messageId } = await desk.queue("email", someone);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("sent");
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain(`Message-ID: <${messageId}@lender.example>`);
  expect(mails[0]).toMatch(/X-Fairdue-Verify: [0-9A-Z]{10}/);
  await adapter.close();
});

test("a busy server is asked again later, and gets the mail once", async () => {
  moods.push("busy");
  const { outbox, adapter } = outboxTo();
  const { messageId } = await desk.queue("email", someone);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("queued");
  await desk.database.rows("UPDATE messages SET next_try_at = now() WHERE message_id = $1", [
    messageId,
  ]);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("sent");
  expect(mails).toHaveLength(1);
  await adapter.close();
});

test("a box that does not exist fails for good", async () => {
  moods.push("no-such-box");
  const { outbox, adapter } = outboxTo();
  const { messageId } = await desk.queue("email", someone);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("failed");
  await adapter.close();
});

test("a server that takes the mail and hangs up before saying so is not sent it again", async () => {
  moods.push("hang-up-after");
  const { outbox, adapter } = outboxTo();
  const { messageId } = await desk.queue("email", someone);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("unknown");
  await outbox.step();
  expect(mails).toHaveLength(1);
  await adapter.close();
});

test("while the server is away the mail waits; it arrives once when it is back", async () => {
  await stop();
  const { outbox, adapter } = outboxTo();
  const { messageId } = await desk.queue("email", someone);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("queued");
  await listen(port);
  await desk.database.rows("UPDATE messages SET next_try_at = now() WHERE message_id = $1", [
    messageId,
  ]);
  await outbox.step();
  expect(await desk.statusOf(messageId)).toBe("sent");
  expect(mails).toHaveLength(1);
  await adapter.close();
});
