import { createTransport } from "nodemailer";
import type { ChannelAdapter, Parcel } from "./adapter.ts";
import type { Delivery } from "@fairdue/store";

export type EmailOptions = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  readonly from: string;
  readonly timeoutMs?: number;
};

/** E-mail by SMTP. The message's id is its Message-ID, so that a peer can tell a repetition. */
export function emailAdapter(options: EmailOptions): ChannelAdapter {
  const timeoutMs = options.timeoutMs ?? 20_000;
  const transport = createTransport({
    url: options.url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    tls: { rejectUnauthorized: !/[?&]insecure=1/.test(options.url) },
  });
  return {
    channel: "email",
    guardMs: 2 * timeoutMs,
    parcelsMax: 8,
    deliver: async (parcel: Parcel) => {
      const messageId = messageIdOf(parcel, options.from);
      try {
        await transport.sendMail({
          from: options.from,
          to: parcel.address,
          subject: parcel.subject,
          text: parcel.text,
          messageId,
          headers: {
            "Auto-Submitted": "auto-generated",
            "X-Fairdue-Verify": parcel.message.verifyCode,
          },
        });
        return { kind: "accepted", refs: [messageId] };
      } catch (error) {
        return deliveryOf(error);
      }
    },
    close: async () => transport.close(),
  };
}

function messageIdOf({ message }: Parcel, from: string): string {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
  return `<${message.messageId}@${domain}>`;
}

/**
 * 4xx and peers that can't be reached: again. 5xx: never. Any other break may have come after the
 * server had the whole mail (the library does not tell these apart), so it is unknown.
 */
function deliveryOf(error: unknown): Delivery {
  const failure: Failure = error instanceof Error ? error : new Error(String(error));
  const text = failure.message.replace(/\S+@\S+/g, "…").slice(0, 200);
  const { responseCode, syscall, code } = failure;
  if (responseCode !== undefined && responseCode >= 500) return { kind: "refused", error: text };
  if (responseCode !== undefined && responseCode >= 400)
    return { kind: "again", error: text, afterMs: 60_000 };
  const isUnreached =
    syscall === "connect" ||
    ["EDNS", "EAUTH", "ETLS"].includes(code ?? "") ||
    /greeting/i.test(text);
  return isUnreached
    ? { kind: "again", error: text, afterMs: 15_000 }
    : { kind: "unknown", error: text };
}

/** What the mail library adds to its errors. */
type Failure = Error & {
  readonly responseCode?: number;
  readonly syscall?: string;
  readonly code?: string;
};
