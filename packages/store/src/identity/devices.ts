import type { Sql } from "../sql/database.ts";
import { instantIn, textIn } from "../sql/row.ts";
import { secretHash } from "./sessions.ts";

/** Whether this device has signed the person in before, and was not taken off the list since. */
export async function isDeviceBound(
  sql: Sql,
  borrowerId: string,
  device: string,
): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT 1 FROM borrower_devices
     WHERE borrower_id = $1 AND device_hash = $2 AND removed_at IS NULL`,
    [borrowerId, secretHash(device)],
  );
  return rows.length > 0;
}

/** Binds a device to a person: it proved that it can read the person's texts. */
export async function bindDevice(
  sql: Sql,
  it: { readonly borrowerId: string; readonly device: string; readonly name: string },
): Promise<void> {
  await sql.rows(
    `INSERT INTO borrower_devices (borrower_id, device_hash, name) VALUES ($1, $2, $3)
     ON CONFLICT (borrower_id, device_hash) DO UPDATE SET name = excluded.name, removed_at = NULL,
       bound_at = CASE WHEN borrower_devices.removed_at IS NULL THEN borrower_devices.bound_at
         ELSE clock_timestamp() END`,
    [it.borrowerId, secretHash(it.device), it.name],
  );
}

export type BoundDevice = {
  readonly deviceId: string;
  readonly name: string;
  readonly boundAt: number;
};

export async function listDevices(sql: Sql, borrowerId: string): Promise<readonly BoundDevice[]> {
  const rows = await sql.rows(
    `SELECT encode(device_hash, 'hex') AS device_id, name, bound_at FROM borrower_devices
     WHERE borrower_id = $1 AND removed_at IS NULL ORDER BY bound_at DESC LIMIT 50`,
    [borrowerId],
  );
  return rows.map((row) => ({
    deviceId: textIn(row, "device_id"),
    name: textIn(row, "name"),
    boundAt: instantIn(row, "bound_at"),
  }));
}
