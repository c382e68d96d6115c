import type { Sql } from "../sql/database.ts";

/**
 * Shifts the gate's clock by so many milliseconds; `null` gives the real time back. For trials and
 * demonstrations: only the owner of the database may, the application has no right to.
 */
export async function shiftGateClock(owner: Sql, shiftMs: number | null): Promise<void> {
  if (shiftMs === null) return void (await owner.rows("DELETE FROM clock_shift"));
  await owner.rows(
    `INSERT INTO clock_shift (shift) VALUES (make_interval(secs => $1::float8 / 1000))
     ON CONFLICT (is_only) DO UPDATE SET shift = excluded.shift`,
    [shiftMs],
  );
}
