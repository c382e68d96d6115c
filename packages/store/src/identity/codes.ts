import { randomBytes, randomInt } from "node:crypto";
import type { Sql, Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";
import { secretHash } from "./sessions.ts";

export type IssuedCode = { readonly codeId: string; readonly code: string };

/** Makes a six-digit code for one person and device; earlier ones of that device die. */
export async function issueCode(
  tx: Transaction,
  borrowerId: string,
  device: string,
  minutes: number,
): Promise<IssuedCode> {
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const codeId = `otc_${randomBytes(9).toString("hex")}`;
  await tx.rows(
    `UPDATE sign_in_codes SET used_at = clock_timestamp()
     WHERE borrower_id = $1 AND device_hash = $2 AND used_at IS NULL`,
    [borrowerId, secretHash(device)],
  );
  await tx.rows(
    `INSERT INTO sign_in_codes (borrower_id, code_id, code_hash, device_hash, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(mins => $5))`,
    [borrowerId, codeId, secretHash(`${codeId} ${code}`), secretHash(device), minutes],
  );
  return { codeId, code };
}

/** Uses a code: it works once, on the device that asked for it, and dies after five wrong tries. */
export async function useCode(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly codeId: string;
    readonly code: string;
    readonly device: string;
  },
): Promise<boolean> {
  const [row] = await tx.rows(
    `UPDATE sign_in_codes SET
       tries = tries + 1,
       used_at = CASE WHEN code_hash = $3 THEN clock_timestamp() END
     WHERE borrower_id = $1 AND code_id = $2 AND device_hash = $4
       AND used_at IS NULL AND tries < 5 AND expires_at > clock_timestamp()
     RETURNING (used_at IS NOT NULL)::text AS is_right`,
    [it.borrowerId, it.codeId, secretHash(`${it.codeId} ${it.code}`), secretHash(it.device)],
  );
  return row !== undefined && textIn(row, "is_right") === "true";
}

/** The code that may still be used by one person on one device. */
export async function liveCodeId(
  sql: Sql,
  borrowerId: string,
  device: string,
): Promise<string | undefined> {
  const [row] = await sql.rows(
    `SELECT code_id FROM sign_in_codes WHERE borrower_id = $1 AND device_hash = $2
       AND used_at IS NULL AND tries < 5 AND expires_at > clock_timestamp()
     ORDER BY created_at DESC LIMIT 1`,
    [borrowerId, secretHash(device)],
  );
  return row && textIn(row, "code_id");
}

/**
 * Codes asked for by one person within a window: a phone is not flooded. A device that is bound to
 * the person is counted by itself, so that a stranger who asks again and again keeps nobody out.
 */
export async function countCodes(
  tx: Transaction,
  borrowerId: string,
  it: { readonly minutes: number; readonly device: string; readonly isBound: boolean },
): Promise<number> {
  // One question at a time for each person: a burst of them can't slip below the count.
  await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('sign-in ' || $1, 0))", [
    borrowerId,
  ]);
  const rows = await tx.rows(
    `SELECT c.code_id FROM sign_in_codes AS c
     WHERE c.borrower_id = $1 AND c.created_at > clock_timestamp() - make_interval(mins => $2)
       AND CASE WHEN $3 THEN c.device_hash = $4
         ELSE NOT EXISTS (SELECT 1 FROM borrower_devices AS d WHERE d.borrower_id = $1
           AND d.device_hash = c.device_hash AND d.removed_at IS NULL) END
     LIMIT 50`,
    [borrowerId, it.minutes, it.isBound, secretHash(it.device)],
  );
  return rows.length;
}
