import { setTimeout as wait } from "node:timers/promises";
import { assert, present } from "@fairdue/kernel";
import {
  type ContactPurpose,
  frameText,
  renderText,
  type TextFrame,
  type TextValues,
} from "@fairdue/servicing";
import {
  claimMessages,
  type Database,
  type Delivery,
  expireMessages,
  loadTemplate,
  type PermittedMessage,
  settleAbandoned,
  settleMessage,
  sweepExpired,
  type Vault,
} from "@fairdue/store";
import type { ChannelAdapter, Parcel } from "./adapter.ts";

export type OutboxOptions = {
  readonly database: Database;
  readonly vault: Vault;
  readonly adapters: readonly ChannelAdapter[];
  readonly tell?: (line: string) => void;
};

export type OutboxStep = {
  readonly sent: number;
  readonly expired: number;
  readonly abandoned: number;
};

export type Outbox = {
  /** One round over all channels: what is due and may still be sent is sent, what is late ends. */
  step(): Promise<OutboxStep>;
  start(): void;
  stop(): Promise<void>;
};

/** What a sealed message holds: enough to make its text again, for ever. */
export type MessageContent =
  | {
      readonly kind: "template";
      readonly values: TextValues;
      readonly frame: TextFrame;
      readonly salt: string;
    }
  | {
      readonly kind: "text";
      readonly subject: string;
      readonly body: string;
      readonly purpose: ContactPurpose;
      readonly frame: TextFrame;
      readonly salt: string;
    };

/** Place under which a message's content is sealed, so that it opens nowhere else. */
export const contentPlace = "message-content";

/**
 * Carries messages to their peers. The claim is durable before anything leaves and the end is put on
 * record after it: a message leaves at most once, and every message comes to an end that can be
 * seen. Nothing leaves after its permit has ended.
 */
export function openOutbox(options: OutboxOptions): Outbox {
  const { database, adapters } = options;
  const tell = options.tell ?? ((): void => {});
  const guardMsMax = Math.max(...adapters.map((it) => it.guardMs), 0);
  const state = { isRunning: false, ended: Promise.resolve() };
  const step = async (): Promise<OutboxStep> => {
    const abandoned = await settleAbandoned(database, 3 * guardMsMax + 60_000);
    const expired = await expireLate(database, adapters);
    await database.transaction((tx) => sweepExpired(tx));
    const sent = await Promise.all(adapters.map((it) => sendDue(options, it)));
    return { sent: sent.reduce((sum, it) => sum + it, 0), expired, abandoned };
  };
  const run = async (): Promise<void> => {
    while (state.isRunning) {
      const did = await step().catch((error: Error) => {
        tell(`the outbox failed and goes on: ${error.message}`);
        return { sent: 0, expired: 0, abandoned: 0 };
      });
      if (did.sent === 0 && state.isRunning) await wait(250);
    }
  };
  return {
    step,
    start: () => {
      assert(!state.isRunning, "an outbox is started once");
      state.isRunning = true;
      state.ended = run();
    },
    stop: async () => {
      state.isRunning = false;
      await state.ended;
      await Promise.all(adapters.map((it) => it.close()));
    },
  };
}

/** Messages of a channel without an adapter end as well when their permits do. */
async function expireLate(
  database: Database,
  adapters: readonly ChannelAdapter[],
): Promise<number> {
  let expired = await expireMessages(database, { guardMs: 0, channels: null });
  for (const it of adapters)
    expired += await expireMessages(database, { guardMs: it.guardMs, channels: [it.channel] });
  return expired;
}

async function sendDue(options: OutboxOptions, adapter: ChannelAdapter): Promise<number> {
  const { database } = options;
  const messages = await claimMessages(database, {
    channel: adapter.channel,
    messagesMax: adapter.parcelsMax,
    guardMs: adapter.guardMs,
  });
  await Promise.all(
    messages.map(async (message) => {
      const delivery = await deliver(options, adapter, message);
      await settleMessage(database, message, delivery);
    }),
  );
  return messages.length;
}

async function deliver(
  options: OutboxOptions,
  adapter: ChannelAdapter,
  message: PermittedMessage,
): Promise<Delivery> {
  let parcel: Parcel;
  try {
    parcel = await openParcel(options, message);
  } catch (error) {
    // Nothing has left yet: the person was erased, or the address is not kept any more.
    return { kind: "refused", error: error instanceof Error ? error.message : String(error) };
  }
  try {
    return await adapter.deliver(parcel);
  } catch (error) {
    options.tell?.(`the ${adapter.channel} adapter failed: ${String(error)}`);
    return { kind: "unknown", error: "the adapter failed" };
  }
}

async function openParcel(
  { database, vault }: OutboxOptions,
  message: PermittedMessage,
): Promise<Parcel> {
  const { borrowerId, channel, contactPoint, language } = message;
  const sealed = await vault.unseal(database, borrowerId, message.sealedContent, contentPlace);
  const content: MessageContent = JSON.parse(sealed);
  const { subject, text } = await textOf(database, message, content);
  const field = addressFieldOf(channel, contactPoint);
  if (field === undefined) return { message, address: "", name: "", subject, text, language };
  const wanted = channel === "letter" ? ([field, "name"] as const) : ([field] as const);
  const opened = await database.transaction((tx) =>
    vault.reveal(tx, {
      borrowerId,
      fields: wanted,
      actor: "outbox",
      purpose: "contact-delivery",
      reason: `message ${message.messageId}`,
    }),
  );
  if (!opened.ok) throw new Error(`${opened.refusal.field} may not be read to deliver a message`);
  const address = opened.value[field];
  if (address === undefined) throw new Error(`no ${field} is kept of the person`);
  return { message, address, name: opened.value.name ?? "", subject, text, language };
}

type AddressField = "phone" | "email" | "address";

/** Which field of the vault a channel writes to; none for inbox and push. */
function addressFieldOf(channel: string, contactPoint: string): AddressField | undefined {
  if (channel === "inbox" || channel === "push") return undefined;
  const fields: readonly AddressField[] = ["phone", "email", "address"];
  return present(
    fields.find((it) => it === contactPoint),
    `a contact point of the vault for ${channel}`,
  );
}

/** Makes a message's text again from its template version and variables. */
export async function textOf(
  database: Database,
  message: Pick<PermittedMessage, "templateId" | "templateVersion" | "language" | "verifyCode">,
  content: MessageContent,
): Promise<{ readonly subject: string; readonly text: string }> {
  const language = message.language === "en" ? "en" : "zh-CN";
  const { verifyCode } = message;
  if (content.kind === "text") return frameText({ ...content, language, verifyCode });
  const { templateId, templateVersion } = message;
  assert(templateId !== null && templateVersion !== null, "a template text names its template");
  const known = present(
    await loadTemplate(database, templateId, templateVersion),
    `template ${templateId} version ${templateVersion} is on record`,
  );
  return renderText({
    template: known.template,
    language,
    values: content.values,
    frame: content.frame,
    verifyCode,
  });
}
