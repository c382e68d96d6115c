import { assert } from "@fairdue/kernel";
import type { Row, Sql } from "../sql/database.ts";
import { integerIn, textIn } from "../sql/row.ts";

export type Passkey = {
  readonly credentialId: string;
  readonly staffId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
};

const columns = "credential_id, staff_id, public_key, counter, transports, name";

export async function savePasskey(sql: Sql, it: Passkey): Promise<void> {
  await sql.rows(
    `INSERT INTO passkeys (credential_id, staff_id, public_key, counter, transports, name)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [it.credentialId, it.staffId, it.publicKey, it.counter, [...it.transports], it.name],
  );
}

export async function loadPasskey(sql: Sql, credentialId: string): Promise<Passkey | undefined> {
  const [row] = await sql.rows(`SELECT ${columns} FROM passkeys WHERE credential_id = $1`, [
    credentialId,
  ]);
  return row && passkeyOf(row);
}

export async function listPasskeys(sql: Sql, staffId: string): Promise<readonly Passkey[]> {
  const rows = await sql.rows(
    `SELECT ${columns} FROM passkeys WHERE staff_id = $1 ORDER BY created_at`,
    [staffId],
  );
  return rows.map(passkeyOf);
}

/** Keeps the authenticator's counter, which only rises: a copy shows itself by one that does not. */
export async function usePasskey(
  sql: Sql,
  credentialId: string,
  counter: number,
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE passkeys SET counter = $2, used_at = clock_timestamp()
     WHERE credential_id = $1 AND (counter < $2 OR counter = 0 AND $2 = 0) RETURNING credential_id`,
    [credentialId, counter],
  );
  return rows.length === 1;
}

export async function removePasskey(
  sql: Sql,
  staffId: string,
  credentialId: string,
): Promise<boolean> {
  const rows = await sql.rows(
    "DELETE FROM passkeys WHERE staff_id = $1 AND credential_id = $2 RETURNING credential_id",
    [staffId, credentialId],
  );
  return rows.length === 1;
}

function passkeyOf(row: Row): Passkey {
  const publicKey: unknown = row["public_key"];
  const transports: unknown = row["transports"];
  assert(Buffer.isBuffer(publicKey), "column public_key is bytes");
  assert(Array.isArray(transports), "column transports is a list");
  return {
    credentialId: textIn(row, "credential_id"),
    staffId: textIn(row, "staff_id"),
    publicKey,
    counter: integerIn(row, "counter"),
    transports: transports.map(String),
    name: textIn(row, "name"),
  };
}
