import { assert } from "@fairdue/kernel";
import type { Sql } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";

export type ApiKey = {
  readonly keyId: string;
  /** In whose name the key acts. */
  readonly actor: string;
  readonly scopes: readonly string[];
  /** SHA-256 of the secret part. */
  readonly secretHash: Buffer;
};

export async function saveApiKey(sql: Sql, key: ApiKey): Promise<void> {
  await sql.rows(
    "INSERT INTO api_keys (key_id, actor, scopes, secret_hash) VALUES ($1, $2, $3, $4)",
    [key.keyId, key.actor, key.scopes, key.secretHash],
  );
}

/** A key that has not been revoked. */
export async function loadApiKey(sql: Sql, keyId: string): Promise<ApiKey | undefined> {
  const [row] = await sql.named(
    "api-key",
    "SELECT * FROM api_keys WHERE key_id = $1 AND revoked_at IS NULL",
    [keyId],
  );
  if (!row) return undefined;
  const hash = row["secret_hash"];
  const scopes = row["scopes"];
  assert(Buffer.isBuffer(hash) && Array.isArray(scopes), "an API key row");
  return {
    keyId,
    actor: textIn(row, "actor"),
    scopes: scopes.map(String),
    secretHash: hash,
  };
}

/** `false` when there is no such key, or it was revoked before. */
export async function revokeApiKey(sql: Sql, keyId: string): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE api_keys SET revoked_at = clock_timestamp()
     WHERE key_id = $1 AND revoked_at IS NULL RETURNING key_id`,
    [keyId],
  );
  return rows.length > 0;
}

export type ListedKey = {
  readonly keyId: string;
  readonly actor: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

export async function listApiKeys(sql: Sql): Promise<ListedKey[]> {
  const rows = await sql.rows("SELECT * FROM api_keys ORDER BY created_at, key_id");
  return rows.map((row) => {
    const scopes = row["scopes"];
    const revoked = row["revoked_at"];
    const created = row["created_at"];
    assert(Array.isArray(scopes) && created instanceof Date, "an API key row");
    return {
      keyId: textIn(row, "key_id"),
      actor: textIn(row, "actor"),
      scopes: scopes.map(String),
      createdAt: created.toISOString(),
      revokedAt: revoked instanceof Date ? revoked.toISOString() : null,
    };
  });
}
