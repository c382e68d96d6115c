import type { Sql } from "../sql/database.ts";
import { integerIn } from "../sql/row.ts";
import { secretHash } from "./sessions.ts";

export type AttemptCounts = {
  /** Failures for this login from this origin within the window. */
  readonly pair: number;
  /** Failures from this origin for any login within the window. */
  readonly origin: number;
};

/** An origin is a network address or a device cookie; only hashes are kept. */
export async function countFailures(
  sql: Sql,
  login: string,
  origin: string,
  windowMinutes: number,
): Promise<AttemptCounts> {
  const [row] = await sql.named(
    "sign-in-failures",
    `SELECT count(*) FILTER (WHERE login_hash = $1) AS pair, count(*) AS origin
     FROM sign_in_failures
     WHERE origin_hash = $2 AND failed_at > clock_timestamp() - make_interval(mins => $3)`,
    [secretHash(login), secretHash(origin), windowMinutes],
  );
  return row
    ? { pair: integerIn(row, "pair"), origin: integerIn(row, "origin") }
    : { pair: 0, origin: 0 };
}

export async function recordFailure(sql: Sql, login: string, origin: string): Promise<void> {
  await sql.rows("INSERT INTO sign_in_failures (login_hash, origin_hash) VALUES ($1, $2)", [
    secretHash(login),
    secretHash(origin),
  ]);
}

export async function forgetFailures(sql: Sql, login: string, origin: string): Promise<void> {
  await sql.rows("DELETE FROM sign_in_failures WHERE login_hash = $1 AND origin_hash = $2", [
    secretHash(login),
    secretHash(origin),
  ]);
}
