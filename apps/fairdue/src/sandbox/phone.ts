import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import smpp, { type Pdu, type Session } from "smpp";

export type ReceivedText = {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly at: number;
};

/**
 * A telephone network in this process: an SMSC that speaks SMPP 3.4 to our own SMS adapter, sends
 * delivery receipts, and shows what arrived on a page. Nothing of it by-passes gate, permit or
 * queue: a text is here only because it went the whole way out.
 */
export type SandboxPhone = {
  /** For `FAIRDUE_SMPP_URL`. */
  readonly url: string;
  /** Texts that arrived, the newest first. */
  texts(): readonly ReceivedText[];
  /** Writes back from a number, as a person would. */
  reply(from: string, text: string): Promise<boolean>;
  stop(): Promise<void>;
};

type Heard = Pdu & {
  readonly system_id: string;
  readonly password: string;
  readonly destination_addr: string;
  readonly source_addr: string;
  readonly short_message: { readonly message: string | Buffer; readonly udh?: readonly Buffer[] };
};

const textsMax = 200;
const sender = "95000";

export async function openSandboxPhone(): Promise<SandboxPhone> {
  const password = randomBytes(4).toString("hex");
  const received: ReceivedText[] = [];
  const parts = new Map<string, Map<number, string>>();
  const sessions = new Set<Session>();
  let next = 1;
  const keep = (to: string, from: string, text: string): void => {
    received.unshift({ to: to.replace(/^86(?=1\d{10}$)/, ""), from, text, at: Date.now() });
    received.length = Math.min(received.length, textsMax);
  };
  const take = (pdu: Heard): void => {
    const { message, udh } = pdu.short_message;
    const text =
      typeof message === "string" ? message : Buffer.from(message).swap16().toString("utf16le");
    const header = udh?.[0];
    if (header === undefined) return keep(pdu.destination_addr, pdu.source_addr, text);
    // Concatenation header: reference, number of parts, this part (3GPP TS 23.040 §9.2.3.24.1).
    const [reference, of, part] = [...header.subarray(-3)];
    const name = `${pdu.destination_addr} ${reference}`;
    const known = parts.get(name) ?? new Map<number, string>();
    known.set(part ?? 1, text);
    parts.set(name, known);
    if (known.size < (of ?? 1)) return;
    parts.delete(name);
    const whole = [...known].sort(([a], [b]) => a - b).map(([, it]) => it);
    keep(pdu.destination_addr, pdu.source_addr, whole.join(""));
  };
  const server = smpp.createServer({}, (session) => {
    sessions.add(session);
    session.on("error", () => {});
    session.on("close", () => sessions.delete(session));
    session.on("bind_transceiver", (pdu: Heard) => {
      const isKnown = pdu.system_id === "sandbox" && pdu.password === password;
      session.send(pdu.response({ command_status: isKnown ? 0 : 0x0e }));
    });
    session.on("enquire_link", (pdu: Heard) => session.send(pdu.response()));
    session.on("unbind", (pdu: Heard) => {
      session.send(pdu.response());
      session.close();
    });
    session.on("submit_sm", (pdu: Heard) => {
      take(pdu);
      const id = `s${next}`;
      next += 1;
      session.send(pdu.response({ message_id: id }));
      const receipt = { esm_class: 0x04, source_addr: pdu.destination_addr };
      const words = `id:${id} sub:001 dlvrd:001 stat:DELIVRD err:000 text:`;
      setTimeout(() => {
        if (sessions.has(session))
          session.deliver_sm(
            { ...receipt, destination_addr: sender, short_message: words },
            () => {},
          );
      }, 400).unref();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve as () => void));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smpp://sandbox:${password}@127.0.0.1:${port}?sender=${sender}`,
    texts: () => received,
    reply: (from, text) =>
      new Promise((resolve) => {
        const [session] = sessions;
        if (session === undefined) return resolve(false);
        const fields = { esm_class: 0, source_addr: from, destination_addr: sender };
        const body = Buffer.from(text, "utf16le").swap16();
        session.deliver_sm({ ...fields, data_coding: 8, short_message: body }, () => resolve(true));
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const it of sessions) it.destroy();
        server.close(() => resolve());
      }),
  };
}
