import { assert } from "@fairdue/kernel";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";

/** An address to which messages of one book are sent. */
export type Webhook = {
  readonly webhookId: string;
  readonly bookId: string;
  readonly url: string;
  /** `account.repaid`, `account.*` or `*`. */
  readonly topics: readonly string[];
  readonly createdAt: number;
  readonly disabledAt: number | null;
  readonly disabledFor: string | null;
};

export type NewWebhook = Pick<Webhook, "webhookId" | "bookId" | "url" | "topics"> & {
  /** Sealed by the key ring (`sealSecret`): the database alone can't sign. */
  readonly sealedSecret: Buffer;
};

/** Where an endpoint's secret is sealed. */
export function webhookPlace(webhookId: string): string {
  return `webhook|${webhookId}|secret`;
}

/** `undefined` when the id is taken. */
export async function addWebhook(sql: Sql, it: NewWebhook): Promise<Webhook | undefined> {
  const [row] = await sql.rows(
    `INSERT INTO webhooks (webhook_id, book_id, url, topics, sealed_secret) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING *`,
    [it.webhookId, it.bookId, it.url, it.topics, it.sealedSecret],
  );
  return row && webhookOf(row);
}

export async function listWebhooks(sql: Sql): Promise<Webhook[]> {
  return (await sql.rows("SELECT * FROM webhooks ORDER BY created_at, webhook_id")).map(webhookOf);
}

export async function loadWebhook(sql: Sql, webhookId: string): Promise<Webhook | undefined> {
  const [row] = await sql.rows("SELECT * FROM webhooks WHERE webhook_id = $1", [webhookId]);
  return row && webhookOf(row);
}

/** Stops sending; what is still owed to it is given up. `undefined` when there is no such endpoint. */
export async function disableWebhook(
  sql: Sql,
  it: { readonly webhookId: string; readonly why: string },
): Promise<Webhook | undefined> {
  const [row] = await sql.rows(
    `UPDATE webhooks SET disabled_at = coalesce(disabled_at, clock_timestamp()),
       disabled_for = coalesce(disabled_for, $2)
     WHERE webhook_id = $1 RETURNING *`,
    [it.webhookId, it.why],
  );
  await sql.rows(
    "UPDATE webhook_deliveries SET due_at = NULL WHERE webhook_id = $1 AND due_at IS NOT NULL",
    [it.webhookId],
  );
  return row && webhookOf(row);
}

function webhookOf(row: Row): Webhook {
  const { topics } = row;
  assert(Array.isArray(topics), "the topics of an endpoint are a list");
  return {
    webhookId: textIn(row, "webhook_id"),
    bookId: textIn(row, "book_id"),
    url: textIn(row, "url"),
    topics: topics.map(String),
    createdAt: instantIn(row, "created_at"),
    disabledAt: nullable(row, "disabled_at", instantIn),
    disabledFor: nullable(row, "disabled_for", textIn),
  };
}
