import { randomUUIDv7 } from "node:crypto";
import { bytesIn } from "../log/tiles.ts";
import type { Sql, Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";

export type SealedSubscription = { readonly subscriptionId: string; readonly sealed: Buffer };

/** Keeps where a person's device takes push messages; answers with its id. */
export async function savePushSubscription(
  tx: Transaction,
  it: { readonly borrowerId: string; readonly sealed: Buffer },
): Promise<string> {
  const subscriptionId = randomUUIDv7();
  await tx.rows(
    `INSERT INTO push_subscriptions (borrower_id, subscription_id, sealed_subscription, subscribed_at)
     VALUES ($1, $2, $3, clock_timestamp())`,
    [it.borrowerId, subscriptionId, it.sealed],
  );
  return subscriptionId;
}

export async function loadPushSubscriptions(
  sql: Sql,
  borrowerId: string,
): Promise<readonly SealedSubscription[]> {
  const rows = await sql.rows(
    `SELECT subscription_id, sealed_subscription FROM push_subscriptions
     WHERE borrower_id = $1 AND gone_at IS NULL ORDER BY subscribed_at DESC LIMIT 10`,
    [borrowerId],
  );
  return rows.map((row) => ({
    subscriptionId: textIn(row, "subscription_id"),
    sealed: bytesIn(row, "sealed_subscription"),
  }));
}

export async function forgetPushSubscription(
  sql: Sql,
  it: { readonly borrowerId: string; readonly subscriptionId: string },
): Promise<void> {
  await sql.rows(
    `UPDATE push_subscriptions SET gone_at = clock_timestamp()
     WHERE borrower_id = $1 AND subscription_id = $2 AND gone_at IS NULL`,
    [it.borrowerId, it.subscriptionId],
  );
}
