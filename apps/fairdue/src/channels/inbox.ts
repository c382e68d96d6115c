import { type Database, showInInbox, type Vault } from "@fairdue/store";
import type { ChannelAdapter } from "./adapter.ts";

/** The person's inbox in the app: the text is there when this returns, once per message. */
export function inboxAdapter(database: Database, vault: Vault): ChannelAdapter {
  return {
    channel: "inbox",
    guardMs: 5_000,
    parcelsMax: 8,
    deliver: async ({ message, subject, text }) => {
      await database.transaction(async (tx) => {
        const words = JSON.stringify({ subject, text });
        const sealedText = await vault.seal(tx, message.borrowerId, words, "inbox");
        await showInInbox(tx, { message, sealedText });
      });
      return { kind: "accepted", refs: [`inbox:${message.messageId}`] };
    },
    close: async () => {},
  };
}
