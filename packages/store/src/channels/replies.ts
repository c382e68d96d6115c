import { randomUUIDv7 } from "node:crypto";
import { logLeaf } from "../log/leaves.ts";
import type { Transaction } from "../sql/database.ts";
import { instant } from "../gate/reserve.ts";

export type ReplyToSave = {
  readonly borrowerId: string;
  readonly channel: string;
  /** The peer's name for it, so that one brought twice is one. */
  readonly peerRef: string;
  readonly at: number;
  readonly meaning: "opt-out" | "opt-in" | "wrong-person" | "text";
  readonly sealedText: Buffer;
};

/** Puts a reply on record; `false` if it was there already. */
export async function saveReply(tx: Transaction, it: ReplyToSave): Promise<boolean> {
  const replyId = randomUUIDv7();
  const known = await tx.rows(
    "SELECT 1 FROM replies WHERE borrower_id = $1 AND channel = $2 AND peer_ref = $3",
    [it.borrowerId, it.channel, it.peerRef],
  );
  if (known.length > 0) return false;
  const leafId = await logLeaf(tx, {
    borrowerId: it.borrowerId,
    kind: "contact.reply",
    at: it.at,
    values: { reply: { replyId, channel: it.channel, meaning: it.meaning } },
  });
  await tx.rows(
    `INSERT INTO replies (borrower_id, reply_id, channel, peer_ref, received_at, meaning,
       sealed_text, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      it.borrowerId,
      replyId,
      it.channel,
      it.peerRef,
      instant(it.at),
      it.meaning,
      it.sealedText,
      leafId,
    ],
  );
  return true;
}
