import type { Delivery } from "@fairdue/store";
import type { Pdu } from "smpp";
import type { ChannelAdapter, Parcel } from "../adapter.ts";
import { openSmscLink, type SmscOptions, type Submission } from "./link.ts";
import { type SmsPart, smsParts } from "./parts.ts";

export type SmsReceipt = {
  readonly providerRef: string;
  readonly state: "delivered" | "failed";
};

export type SmsReply = { readonly from: string; readonly text: string; readonly peerRef: string };

export type SmsOptions = Omit<SmscOptions, "onDeliver"> & {
  /** Our number or name as the person sees it. */
  readonly sender: string;
  /** Takes a receipt; `false` if the message is not on record yet: the peer brings it again. */
  readonly onReceipt: (receipt: SmsReceipt) => Promise<boolean>;
  readonly onReply: (reply: SmsReply) => Promise<void>;
};

/** SMS by SMPP 3.4: submissions in parts, receipts and replies over the same connection. */
export function smsAdapter(options: SmsOptions): ChannelAdapter & { isUp(): boolean } {
  const link = openSmscLink({ ...options, onDeliver: (pdu) => deliver(options, pdu) });
  let reference = 0;
  return {
    channel: "sms",
    guardMs: 2 * (options.responseMs ?? 10_000),
    parcelsMax: options.windowMax ?? 10,
    isUp: link.isUp,
    deliver: async (parcel: Parcel) => {
      if (!/^\+?\d{5,15}$/.test(parcel.address))
        return { kind: "refused", error: "not a telephone number" };
      reference = (reference + 1) & 255;
      const refs: string[] = [];
      for (const part of smsParts(parcel.text, reference)) {
        const result = await submitPart(link.submit, fieldsOf(options.sender, parcel, part));
        if (result.kind !== "accepted") return endOf(result, refs.length);
        refs.push(`sms:${result.messageId}`);
      }
      return { kind: "accepted", refs };
    },
    close: link.close,
  };
}

function fieldsOf(sender: string, { address }: Parcel, part: SmsPart): Record<string, unknown> {
  const body =
    part.coding === "gsm"
      ? Buffer.from(part.text, "latin1")
      : Buffer.from(part.text, "utf16le").swap16();
  return {
    source_addr: sender,
    destination_addr: address.replace(/^\+/, ""),
    dest_addr_ton: address.startsWith("+") ? 1 : 0,
    dest_addr_npi: 1,
    registered_delivery: 1,
    esm_class: part.header === null ? 0 : 0x40,
    data_coding: part.coding === "gsm" ? 0 : 8,
    short_message: part.header === null ? body : Buffer.concat([part.header, body]),
  };
}

/** One part; a throttled one is offered again a few times, as half a message helps nobody. */
async function submitPart(
  submit: (fields: Record<string, unknown>) => Promise<Submission>,
  fields: Record<string, unknown>,
): Promise<Submission> {
  for (let pauseMs = 200; ; pauseMs *= 2) {
    const result = await submit(fields);
    if (result.kind !== "throttled" || pauseMs > 1600) return result;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Before the first part was taken the whole may be tried again; after it, nothing is sent twice. */
function endOf(result: Exclude<Submission, { kind: "accepted" }>, partsTaken: number): Delivery {
  if (result.kind === "unknown") return { kind: "unknown", error: "the SMSC fell silent" };
  if (partsTaken > 0) return { kind: "unknown", error: `broken off after ${partsTaken} parts` };
  if (result.kind === "down") return { kind: "again", error: "no SMSC connection", afterMs: 1000 };
  if (result.kind === "throttled") return { kind: "again", error: "throttled", afterMs: 5000 };
  return { kind: "refused", error: `the SMSC refused it: status ${result.status}` };
}

async function deliver(options: SmsOptions, pdu: Pdu): Promise<boolean> {
  const text = textOf(pdu);
  const isReceipt = ((pdu.esm_class ?? 0) & 0x3c) === 0x04;
  if (!isReceipt) {
    // The same text from the same number within the peer's sequence is one reply, however often.
    const peerRef = `${pdu.source_addr}:${pdu.receipted_message_id ?? ""}:${text}`;
    await options.onReply({ from: pdu.source_addr ?? "", text, peerRef });
    return true;
  }
  const receipt = receiptOf(pdu, text);
  return receipt === undefined ? true : await options.onReceipt(receipt);
}

// message_state of SMPP 3.4 §5.2.28, and its words in the text of Appendix B.
const endStates: Readonly<Record<string, SmsReceipt["state"]>> = {
  2: "delivered",
  3: "failed",
  4: "failed",
  5: "failed",
  8: "failed",
  DELIVRD: "delivered",
  EXPIRED: "failed",
  DELETED: "failed",
  UNDELIV: "failed",
  REJECTD: "failed",
};

/** The receipt's message and end state; undefined for one on the way (`ENROUTE`, `ACCEPTD`). */
function receiptOf(pdu: Pdu, text: string): SmsReceipt | undefined {
  const id = pdu.receipted_message_id ?? /\bid:(\S+)/i.exec(text)?.[1];
  const word = pdu.message_state ?? /\bstat:(\w+)/i.exec(text)?.[1]?.toUpperCase();
  const state = word === undefined ? undefined : endStates[word];
  return id === undefined || state === undefined ? undefined : { providerRef: `sms:${id}`, state };
}

function textOf(pdu: Pdu): string {
  const body = (pdu.short_message?.message || pdu.message_payload?.message) ?? "";
  if (typeof body === "string") return body;
  return pdu.data_coding === 8
    ? Buffer.from(body.subarray(0, body.length & ~1))
        .swap16()
        .toString("utf16le")
    : body.toString("latin1");
}
