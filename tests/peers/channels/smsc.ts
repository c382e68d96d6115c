import type { AddressInfo } from "node:net";
import smpp, { type Pdu, type Session } from "smpp";

/** A PDU with the fields that are read here. */
type Heard = Pdu & {
  readonly system_id: string;
  readonly password: string;
  readonly destination_addr: string;
  readonly source_addr: string;
  readonly data_coding: number;
  readonly esm_class: number;
  readonly short_message: { readonly message: string | Buffer; readonly udh?: readonly Buffer[] };
};

export type Submitted = {
  readonly to: string;
  readonly from: string;
  readonly body: Buffer;
  readonly coding: number;
  readonly esmClass: number;
  /** Concatenation header without its length, null for a short text. */
  readonly header: Buffer | null;
  readonly id: string;
};

export type Smsc = {
  readonly port: number;
  /** Every part that was taken, in order. */
  readonly taken: Submitted[];
  /** What the next submissions are answered with: a status, silence, or a torn connection. */
  readonly answers: ("throttled" | "silent" | "drop" | "drop-after-taking" | "refused")[];
  receipt(id: string, state: "DELIVRD" | "UNDELIV", times?: number): Promise<void>;
  reply(from: string, text: string): Promise<void>;
  disconnectAll(): void;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Most submissions that were unanswered at once. */
  windowSeen(): number;
};

/** An SMSC that speaks SMPP 3.4, and can be slow, rude, forgetful or away. */
export async function openSmsc(answerMs = 2): Promise<Smsc> {
  const taken: Submitted[] = [];
  const answers: Smsc["answers"] = [];
  const sessions = new Set<Session>();
  let next = 1;
  let open = 0;
  let widest = 0;
  const serve = (session: Session): void => {
    sessions.add(session);
    session.on("error", () => {});
    session.on("close", () => sessions.delete(session));
    session.on("bind_transceiver", (pdu: Heard) => {
      const isKnown = pdu.system_id === "fairdue" && pdu.password === "secret";
      session.send(pdu.response({ command_status: isKnown ? 0 : 0x0e }));
    });
    session.on("enquire_link", (pdu: Heard) => session.send(pdu.response()));
    session.on("unbind", (pdu: Heard) => {
      session.send(pdu.response());
      session.close();
    });
    session.on("submit_sm", async (pdu: Heard) => {
      open += 1;
      widest = Math.max(widest, open);
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      open -= 1;
      const answer = answers.shift();
      if (answer === "throttled") return session.send(pdu.response({ command_status: 0x58 }));
      if (answer === "refused") return session.send(pdu.response({ command_status: 0x0b }));
      if (answer === "drop") return session.destroy();
      const id = `m${next++}`;
      const body = pdu.short_message.message;
      taken.push({
        to: pdu.destination_addr,
        from: pdu.source_addr,
        body: Buffer.isBuffer(body) ? body : Buffer.from(body, "utf16le").swap16(),
        coding: pdu.data_coding,
        esmClass: pdu.esm_class,
        header: pdu.short_message.udh?.[0] ?? null,
        id,
      });
      if (answer === "drop-after-taking") return session.destroy();
      if (answer === "silent") return;
      session.send(pdu.response({ message_id: id }));
    });
  };
  let server = smpp.createServer({}, serve);
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, "127.0.0.1", resolve as () => void));
  await listen(0);
  const port = (server.address() as AddressInfo).port;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      for (const it of sessions) it.destroy();
      server.close(() => resolve());
    });
  const bring = (fields: Record<string, unknown>): Promise<void> =>
    new Promise((resolve, reject) => {
      const [session] = sessions;
      if (session === undefined) return reject(new Error("nobody is bound"));
      session.deliver_sm(fields, () => resolve());
    });
  return {
    port,
    taken,
    answers,
    windowSeen: () => widest,
    disconnectAll: () => {
      for (const it of sessions) it.destroy();
    },
    stop,
    restart: async () => {
      server = smpp.createServer({}, serve);
      await listen(port);
    },
    receipt: async (id, state, times = 1) => {
      const text = `id:${id} sub:001 dlvrd:001 submit date:2611250900 done date:2611250901 stat:${state} err:000 text:`;
      for (let k = 0; k < times; k++)
        await bring({
          esm_class: 0x04,
          source_addr: "8613800138000",
          destination_addr: "95000",
          short_message: text,
        });
    },
    reply: (from, text) =>
      bring({
        esm_class: 0,
        source_addr: from,
        destination_addr: "95000",
        data_coding: 8,
        short_message: Buffer.from(text, "utf16le").swap16(),
      }),
  };
}
