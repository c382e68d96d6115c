import { assert } from "@fairdue/kernel";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, integerIn, nullable, textIn } from "../sql/row.ts";

/** One message on its way to one endpoint. */
export type WebhookDelivery = {
  readonly borrowerId: string;
  readonly messageId: string;
  readonly webhookId: string;
  readonly topic: string;
  readonly createdAt: number;
  /** This attempt counted. */
  readonly attempts: number;
};

export type ClaimedWebhook = WebhookDelivery & {
  readonly url: string;
  /** Sealed by the key ring (`openSecret`). */
  readonly sealedSecret: Buffer;
  readonly body: object;
};

/**
 * Gives each waiting message of the outbox to every endpoint that wants it, once. Any number of
 * processes may do so at once. Answers with the number of messages; fewer than `limit` is all.
 */
export async function spreadMessages(sql: Sql, limit: number): Promise<number> {
  const rows = await sql.named(
    "outbox-spread",
    `WITH due AS (
       SELECT borrower_id, message_id, book_id, topic, body, created_at FROM outbox
       WHERE delivered_at IS NULL ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     , spread AS (
       INSERT INTO webhook_deliveries
         (borrower_id, message_id, webhook_id, topic, body, created_at)
       SELECT due.borrower_id, due.message_id, hook.webhook_id, due.topic, due.body, due.created_at
       FROM due JOIN webhooks AS hook ON hook.book_id = due.book_id AND hook.disabled_at IS NULL
         AND hook.topics && ARRAY['*', due.topic, split_part(due.topic, '.', 1) || '.*']
       ON CONFLICT DO NOTHING)
     UPDATE outbox SET delivered_at = clock_timestamp() FROM due
     WHERE outbox.borrower_id = due.borrower_id AND outbox.message_id = due.message_id
     RETURNING 1 AS spread`,
    [limit],
  );
  return rows.length;
}

export type DeliveryClaim = {
  /** At most this many for one endpoint, so that a slow one keeps nobody waiting. */
  readonly each: number;
  /** A claimed delivery is due again after this time, in case its sender dies. */
  readonly leaseSeconds: number;
  /** Endpoints that have their hands full. */
  readonly except: readonly string[];
};

/** Takes what is due; each claim counts as an attempt. */
export async function claimDeliveries(sql: Sql, it: DeliveryClaim): Promise<ClaimedWebhook[]> {
  const rows = await sql.named(
    "deliveries-claim",
    `UPDATE webhook_deliveries AS d
     SET due_at = clock_timestamp() + make_interval(secs => $2), attempts = d.attempts + 1
     FROM (
       SELECT hook.url, hook.sealed_secret, mine.* FROM webhooks AS hook
       CROSS JOIN LATERAL (
         SELECT borrower_id, message_id, webhook_id FROM webhook_deliveries
         WHERE webhook_id = hook.webhook_id AND due_at <= clock_timestamp()
         ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED) AS mine
       WHERE hook.disabled_at IS NULL AND hook.webhook_id <> ALL ($3::text[])) AS due
     WHERE d.borrower_id = due.borrower_id AND d.message_id = due.message_id
       AND d.webhook_id = due.webhook_id
     RETURNING d.*, due.url, due.sealed_secret`,
    [it.each, it.leaseSeconds, it.except],
  );
  return rows.map((row) => {
    const { body, sealed_secret: sealedSecret } = row;
    assert(typeof body === "object" && body !== null && Buffer.isBuffer(sealedSecret), "sealed");
    return { ...deliveryOf(row), url: textIn(row, "url"), sealedSecret, body };
  });
}

export type Attempted = {
  readonly delivery: WebhookDelivery;
  readonly status: number | null;
  /** Empty when it was taken. */
  readonly error: string;
  /** Seconds until the next attempt; `null` when there will be none. */
  readonly retryInSeconds: number | null;
};

export async function recordDelivery(sql: Sql, it: Attempted): Promise<void> {
  await sql.named(
    "delivery-attempt",
    `UPDATE webhook_deliveries SET last_status = $4, last_error = nullif($5, ''),
       due_at = clock_timestamp() + make_interval(secs => $6),
       delivered_at = CASE WHEN $5 = '' THEN clock_timestamp() END
     WHERE borrower_id = $1 AND message_id = $2 AND webhook_id = $3 AND delivered_at IS NULL`,
    [
      it.delivery.borrowerId,
      it.delivery.messageId,
      it.delivery.webhookId,
      it.status,
      it.error,
      it.retryInSeconds,
    ],
  );
}

export type ListedWebhookDelivery = WebhookDelivery & {
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly dueAt: number | null;
  readonly deliveredAt: number | null;
};

/** Deliveries of an endpoint, newest first, behind the one named. */
export async function pageDeliveries(
  sql: Sql,
  page: {
    readonly webhookId: string;
    readonly before: { readonly createdAt: string; readonly messageId: string } | null;
    readonly count: number;
  },
): Promise<ListedWebhookDelivery[]> {
  const rows = await sql.rows(
    `SELECT * FROM webhook_deliveries
     WHERE webhook_id = $1 AND ($2::timestamptz IS NULL OR
       (date_trunc('milliseconds', created_at), message_id) < ($2::timestamptz, $3::uuid))
     ORDER BY date_trunc('milliseconds', created_at) DESC, message_id DESC LIMIT $4`,
    [page.webhookId, page.before?.createdAt ?? null, page.before?.messageId ?? null, page.count],
  );
  return rows.map((row) => ({
    ...deliveryOf(row),
    lastStatus: nullable(row, "last_status", integerIn),
    lastError: nullable(row, "last_error", textIn),
    dueAt: nullable(row, "due_at", instantIn),
    deliveredAt: nullable(row, "delivered_at", instantIn),
  }));
}

function deliveryOf(row: Row): WebhookDelivery {
  return {
    borrowerId: textIn(row, "borrower_id"),
    messageId: textIn(row, "message_id"),
    webhookId: textIn(row, "webhook_id"),
    topic: textIn(row, "topic"),
    createdAt: instantIn(row, "created_at"),
    attempts: integerIn(row, "attempts"),
  };
}
