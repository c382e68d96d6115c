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

/** Codes asked for by one person within a window: a phone is not flooded. */
export async function countCodes(sql: Sql, borrowerId: string, minutes: number): Promise<number> {
  const rows = await sql.rows(
    `SELECT code_id FROM sign_in_codes
     WHERE borrower_id = $1 AND created_at > clock_timestamp() - make_interval(mins => $2) LIMIT 50`,
    [borrowerId, minutes],
  );
  return rows.length;
}
