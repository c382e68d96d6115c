import { randomUUID } from "node:crypto";
import type { ContactAct, ContactChannel, Template, TextFrame } from "@fairdue/servicing";
import {
  approveTemplate,
  keyringFrom,
  newKeyFile,
  openTestDatabase,
  openVault,
  saveTemplate,
  type TestDatabase,
  type Vault,
} from "@fairdue/store";
import type { ChannelAdapter } from "../../../apps/fairdue/src/channels/adapter.ts";
import {
  contentPlace,
  openOutbox,
  type Outbox,
} from "../../../apps/fairdue/src/channels/outbox.ts";
import { prepareContent } from "../../../apps/fairdue/src/gate/content.ts";
import { openGate, type Gate } from "../../../apps/fairdue/src/gate/gate.ts";
import { permitSigner } from "../../../apps/fairdue/src/gate/keys.ts";
import { admit, smsTo } from "../../integration/gate/people.ts";
import { rulesOf } from "../../integration/gate/rules-for-tests.ts";

export const frame: TextFrame = {
  lender: { "zh-CN": "有度消费金融", en: "Fairdue Finance" },
  agency: null,
  complaintLine: "95000",
  verifyPage: "verify.lender.example",
  currency: "CNY",
};

const reminder: Omit<Template, "version"> = {
  templateId: "due-reminder",
  channels: ["sms", "email", "inbox", "push", "letter"],
  purpose: "collection",
  recipients: ["borrower"],
  subject: { "zh-CN": "还款提醒", en: "Payment reminder" },
  body: {
    "zh-CN":
      "您的账单{{amount}}已于{{dueOn}}到期，请安排还款；如有困难，可在应用内申请协商，我们会为您保留已有的安排并说明各项费用。",
    en: "Your bill of {{amount}} fell due on {{dueOn}}. If paying is difficult, ask for help in the app.",
  },
  variables: { amount: "amount", dueOn: "day" },
};

/** Messages with permits, ready to be carried by one adapter to its real peer. */
export type ChannelDesk = {
  readonly database: TestDatabase;
  readonly vault: Vault;
  readonly gate: Gate;
  outboxWith(...adapters: ChannelAdapter[]): Outbox;
  /** Asks, redeems and queues one message to a new person; answers with its id. */
  queue(
    channel: ContactChannel,
    to: { readonly contactPoint: string; readonly value: string; readonly lifeMs?: number },
  ): Promise<{ borrowerId: string; messageId: string }>;
  statusOf(messageId: string): Promise<string>;
  untilStatus(messageId: string, status: string): Promise<void>;
  close(): Promise<void>;
};

export async function openChannelDesk(lifeMsMax = 120_000): Promise<ChannelDesk> {
  const database = await openTestDatabase({ connectionsMax: 12 });
  const vault = openVault(keyringFrom(newKeyFile()));
  const rules = rulesOf({ attemptsMax: 3, windowMs: 3_600_000 });
  const signer = permitSigner(Buffer.alloc(32, 5));
  const gate = openGate({ database, rules, signer, lifeMsMax });
  await database.transaction(async (tx) => {
    const it = {
      template: reminder,
      author: "author",
      inspection: [],
      isLawful: true,
      at: Date.now(),
    };
    await saveTemplate(tx, it);
    await approveTemplate(tx, {
      templateId: "due-reminder",
      version: 1,
      approver: "second",
      at: Date.now(),
    });
  });
  const statusOf = async (messageId: string): Promise<string> => {
    const rows = await database.rows("SELECT status FROM messages WHERE message_id = $1", [
      messageId,
    ]);
    return String(rows[0]?.["status"]);
  };
  return {
    database,
    vault,
    gate,
    outboxWith: (...adapters) => openOutbox({ database, vault, adapters }),
    statusOf,
    untilStatus: async (messageId, status) => {
      for (let k = 0; k < 200; k++) {
        if ((await statusOf(messageId)) === status) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`message is ${await statusOf(messageId)}, not ${status}`);
    },
    queue: async (channel, to) => {
      const borrowerId = `brw_${randomUUID()}`;
      await admit(database, [borrowerId]);
      const field = to.contactPoint as "phone";
      const values = { [field]: to.value, name: "张三" };
      await database.transaction((tx) => vault.write(tx, [{ borrowerId, values }], "test"));
      const its = openGate({ database, rules, signer, lifeMsMax: to.lifeMs ?? lifeMsMax });
      const messageId = await queueMessage(
        { database, vault, gate: its },
        smsTo(borrowerId, {
          channel,
          recipient: { role: "borrower", contactPoint: to.contactPoint },
        }),
      );
      return { borrowerId, messageId };
    },
    close: () => database.drop(),
  };
}

export async function queueMessage(
  { database, vault, gate }: Pick<ChannelDesk, "database" | "vault" | "gate">,
  wanted: ContactAct,
): Promise<string> {
  const prepared = await prepareContent(
    database,
    {
      templateId: "due-reminder",
      language: "zh-CN",
      values: { amount: 123_456, dueOn: "2026-03-31" },
    },
    { channel: wanted.channel, purpose: wanted.purpose, role: wanted.recipient.role, frame },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  const act = { ...wanted, content: prepared.value.content };
  const asked = await gate.request({ requestKey: randomUUID(), act });
  if (!asked.ok || asked.value.permit === null) throw new Error(JSON.stringify(asked));
  const content = JSON.stringify(prepared.value.message);
  const sealedContent = await database.transaction((tx) =>
    vault.seal(tx, act.borrowerId, content, contentPlace),
  );
  const redeemed = await gate.redeem({
    token: asked.value.permit.token,
    act,
    message: { language: "zh-CN", sealedContent },
  });
  if (!redeemed.ok) throw new Error(JSON.stringify(redeemed));
  return redeemed.value.messageId!;
}
