import { bytesIn } from "../log/tiles.ts";
import type { Sql, Transaction } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";
import type { PermittedMessage } from "./messages.ts";

/** Puts a message into the person's inbox; again, it changes nothing. */
export async function showInInbox(
  tx: Transaction,
  it: { readonly message: PermittedMessage; readonly sealedText: Buffer },
): Promise<void> {
  await tx.rows(
    `INSERT INTO inbox (borrower_id, message_id, shown_at, sealed_text)
     VALUES ($1, $2, clock_timestamp(), $3) ON CONFLICT DO NOTHING`,
    [it.message.borrowerId, it.message.messageId, it.sealedText],
  );
}

export type InboxEntry = {
  readonly messageId: string;
  readonly shownAt: number;
  readonly readAt: number | null;
  readonly verifyCode: string;
  readonly sealedText: Buffer;
};

/** The newest first. */
export async function loadInbox(
  sql: Sql,
  borrowerId: string,
  entriesMax = 100,
): Promise<readonly InboxEntry[]> {
  const rows = await sql.rows(
    `SELECT i.message_id, i.shown_at, i.read_at, m.verify_code, i.sealed_text
     FROM inbox AS i JOIN messages AS m
       ON m.borrower_id = i.borrower_id AND m.message_id = i.message_id
     WHERE i.borrower_id = $1 ORDER BY i.shown_at DESC LIMIT $2`,
    [borrowerId, entriesMax],
  );
  return rows.map((row) => ({
    messageId: textIn(row, "message_id"),
    shownAt: instantIn(row, "shown_at"),
    readAt: nullable(row, "read_at", instantIn),
    verifyCode: textIn(row, "verify_code"),
    sealedText: bytesIn(row, "sealed_text"),
  }));
}

export async function markInboxRead(
  tx: Transaction,
  it: { readonly borrowerId: string; readonly messageId: string },
): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE inbox SET read_at = coalesce(read_at, clock_timestamp())
     WHERE borrower_id = $1 AND message_id = $2 RETURNING message_id`,
    [it.borrowerId, it.messageId],
  );
  return rows.length > 0;
}
