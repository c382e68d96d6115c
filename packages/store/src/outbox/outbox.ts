import { randomUUID } from "node:crypto";
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
     SELECT * FROM UNNEST($1::text[], $2::uuid[], $3::text[], $4::text[], $5::json[])`,
    [
      messages.map((it) => it.borrowerId),
      messages.map(() => randomUUID()),
      messages.map((it) => it.bookId),
      messages.map((it) => it.topic),
      messages.map((it) => JSON.stringify(it.body)),
    ],
  );
}
