import { assert } from "@fairdue/kernel";
import type { Sql, Transaction } from "../sql/database.ts";
import { integerIn, nullable, textIn } from "../sql/row.ts";

/** What a key is bound to: the caller, the operation with its address, and the body. */
export type KeyedRequest = {
  readonly actor: string;
  readonly key: string;
  readonly route: string;
  /** SHA-256 of the body in its canonical form. */
  readonly bodyHash: Buffer;
};

export type StoredAnswer = { readonly status: number; readonly body: string };

export type Claim =
  /** Nobody has used the key: act, and store the answer in this same transaction. */
  | { readonly kind: "first" }
  | { readonly kind: "answered"; readonly answer: StoredAnswer }
  /** The key belongs to another request of the same caller. */
  | { readonly kind: "taken" };

/**
 * Takes the key for this transaction. A second request with the same key waits here until the first
 * has committed (then it finds the answer) or rolled back (then it is the first).
 */
export async function claimKey(tx: Transaction, it: KeyedRequest): Promise<Claim> {
  const fresh = await tx.named(
    "key-claim",
    `INSERT INTO idempotency_keys (actor, idempotency_key, route, body_hash)
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1 AS fresh`,
    [it.actor, it.key, it.route, it.bodyHash],
  );
  if (fresh.length > 0) return { kind: "first" };
  const [row] = await tx.named(
    "key-known",
    `SELECT route, body_hash, status, answer::text AS answer FROM idempotency_keys
     WHERE actor = $1 AND idempotency_key = $2`,
    [it.actor, it.key],
  );
  assert(row !== undefined, "a key that can't be inserted is there");
  const hash = row["body_hash"];
  const isSame =
    textIn(row, "route") === it.route && Buffer.isBuffer(hash) && hash.equals(it.bodyHash);
  if (!isSame) return { kind: "taken" };
  const body = nullable(row, "answer", textIn);
  assert(body !== null, "a committed key has its answer");
  return { kind: "answered", answer: { status: integerIn(row, "status"), body } };
}

export async function storeAnswer(
  tx: Transaction,
  it: KeyedRequest,
  answer: StoredAnswer,
): Promise<void> {
  await tx.named(
    "key-answer",
    `UPDATE idempotency_keys SET status = $3, answer = $4
     WHERE actor = $1 AND idempotency_key = $2`,
    [it.actor, it.key, answer.status, answer.body],
  );
}

/** Forgets keys older than `days`; a retry later than that acts anew. */
export async function forgetKeys(sql: Sql, days: number): Promise<number> {
  const rows = await sql.rows(
    `DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(days => $1)
     RETURNING 1 AS gone`,
    [days],
  );
  return rows.length;
}
