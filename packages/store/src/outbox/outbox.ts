import { randomUUID } from "node:crypto";
import { columnReads, columnText } from "../sql/column.ts";
import type { Transaction } from "../sql/database.ts";

/** What the world must be told, written in the transaction of the fact that it tells of. */
export type OutboxMessage = {
  readonly borrowerId: string;
  readonly bookId: string;
  /** `account.repaid`, `statement.closed`. */
  readonly topic: string;
  /** Ids, days and amounts; no personal data. */
  readonly body: object;
};

export async function insertMessages(
  tx: Transaction,
  messages: readonly OutboxMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx.named(
    "outbox-insert",
    `INSERT INTO outbox (borrower_id, message_id, book_id, topic, body)
     SELECT * FROM UNNEST(${columnReads(["text", "uuid", "text", "text", "json"])})`,
    [
      columnText(messages.map((it) => it.borrowerId)),
      columnText(messages.map(() => randomUUID())),
      columnText(messages.map((it) => it.bookId)),
      columnText(messages.map((it) => it.topic)),
      columnText(messages.map((it) => JSON.stringify(it.body))),
    ],
  );
}
