import { setTimeout as wait } from "node:timers/promises";
import {
  type Database,
  learn,
  type Receipt,
  saveReply,
  takeReceipt,
  type Vault,
} from "@fairdue/store";
import { meaningOf } from "./sms/meaning.ts";

/**
 * Takes a receipt that a peer brings. It may come before the sending is on record: a moment of
 * patience, then `false`, upon which the peer brings it again.
 */
export async function acceptReceipt(database: Database, receipt: Receipt): Promise<boolean> {
  for (let attempt = 0; attempt < 6; attempt++) {
    if ((await takeReceipt(database, receipt)) !== "stranger") return true;
    await wait(50 * 2 ** attempt);
  }
  return false;
}

export type InboundReply = {
  readonly channel: "sms" | "email" | "message";
  readonly field: "phone" | "email";
  readonly from: string;
  readonly text: string;
  readonly peerRef: string;
  readonly at: number;
};

/**
 * Takes what a person wrote back. An opt-out is in force when this returns: unused permits die and
 * waiting messages stop. A number that several people gave stops for all of them. Answers with the
 * number of people whose reply it was; nothing is kept of a stranger's.
 */
export async function acceptReply(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  reply: InboundReply,
): Promise<number> {
  const meaning = reply.channel === "email" ? "text" : meaningOf(reply.text);
  const people = await vault.find(database, reply.field, reply.from);
  for (const borrowerId of people)
    await database.transaction(async (tx) => {
      const sealedText = await vault.seal(tx, borrowerId, reply.text, "reply");
      const { channel, peerRef, at } = reply;
      const isNew = await saveReply(tx, { borrowerId, channel, peerRef, at, meaning, sealedText });
      if (isNew) await learnFrom(tx, { borrowerId, channel, meaning });
    });
  return people.length;
}

/** Names of the facts that replies and the borrower's own settings state. */
export const optOutFact = (channel: string): string => `optOut.${channel}`;

async function learnFrom(
  tx: Parameters<typeof learn>[0],
  it: { readonly borrowerId: string; readonly channel: string; readonly meaning: string },
): Promise<void> {
  const { borrowerId, channel, meaning } = it;
  const source = `reply by ${channel}`;
  const name = optOutFact(channel);
  if (meaning === "opt-out")
    await learn(tx, { borrowerId, facts: [{ name, value: true, source }], revokes: "opt-out" });
  if (meaning === "opt-in")
    await learn(tx, { borrowerId, facts: [{ name, value: undefined, source }], revokes: null });
  if (meaning === "wrong-person")
    await learn(tx, {
      borrowerId,
      facts: [{ name: `wrongPerson.${channel}`, value: true, source }],
      revokes: "wrong-person",
    });
}
