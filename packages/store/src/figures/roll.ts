import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Sql } from "../sql/database.ts";
import { dayIn, integerIn } from "../sql/row.ts";

/** Movement of accounts from bucket to bucket over one month 迁徙率: a count and a balance for each pair. */
export type RollCell = {
  /** Last day before the month, and last day of it. */
  readonly fromOn: EpochDay;
  readonly toOn: EpochDay;
  readonly from: number;
  readonly to: number;
  readonly accounts: number;
  /** Principal when the bucket at the beginning was entered; null from bucket 0, which keeps no balance. */
  readonly principalMinor: number | null;
};

export type FiguresWanted = {
  readonly bookId: string;
  /** As the book knew it at the end of this day: asked again later, the answer is the same. */
  readonly asOf: EpochDay;
  readonly months: number;
};

/**
 * Roll rates of the last full months up to a day, from the recorded moves: an account that never
 * moved is in bucket 0. Only what was booked by each month's end is read, so a month's figures never
 * change afterwards.
 */
export async function rollRates(sql: Sql, it: FiguresWanted): Promise<readonly RollCell[]> {
  const rows = await sql.rows(rollText, [it.bookId, dateOf(it.asOf), it.months]);
  return rows.map((row) => ({
    fromOn: dayIn(row, "from_on"),
    toOn: dayIn(row, "to_on"),
    from: integerIn(row, "from_bucket"),
    to: integerIn(row, "to_bucket"),
    accounts: integerIn(row, "accounts"),
    principalMinor: row["principal"] === null ? null : integerIn(row, "principal"),
  }));
}

const rollText = `
WITH months AS (
  SELECT (date_trunc('month', $2::date + 1) - make_interval(months => k))::date - 1 AS to_on,
    (date_trunc('month', $2::date + 1) - make_interval(months => k + 1))::date - 1 AS from_on
  FROM generate_series(0, $3::int - 1) AS k)
, edges AS (SELECT from_on AS on_day FROM months UNION SELECT to_on FROM months)
, standing AS (
  SELECT DISTINCT ON (e.on_day, m.borrower_id, m.account_id) e.on_day, m.borrower_id, m.account_id,
    m.to_bucket AS bucket, m.principal_minor
  FROM edges AS e JOIN bucket_moves AS m ON m.book_id = $1 AND m.booked_on <= e.on_day
  ORDER BY e.on_day, m.borrower_id, m.account_id, m.booked_on DESC, m.move_no DESC)
, lives AS (
  SELECT a.borrower_id, a.account_id, a.opened_on, (SELECT min(e.booked_on) FROM account_events AS e
    WHERE e.borrower_id = a.borrower_id AND e.account_id = a.account_id
      AND e.kind IN ('closed', 'sold')) AS ended_on
  FROM accounts AS a WHERE a.book_id = $1)
, pairs AS (
  SELECT m.from_on, m.to_on, coalesce(s.bucket, 0) AS from_bucket, coalesce(t.bucket, 0) AS to_bucket,
    s.principal_minor
  FROM months AS m
  JOIN lives AS l ON l.opened_on <= m.from_on AND (l.ended_on IS NULL OR l.ended_on > m.to_on)
  LEFT JOIN standing AS s ON s.on_day = m.from_on AND s.borrower_id = l.borrower_id
    AND s.account_id = l.account_id
  LEFT JOIN standing AS t ON t.on_day = m.to_on AND t.borrower_id = l.borrower_id
    AND t.account_id = l.account_id)
SELECT from_on, to_on, from_bucket, to_bucket, count(*) AS accounts,
  CASE WHEN from_bucket > 0 THEN coalesce(sum(principal_minor), 0)::bigint END AS principal
FROM pairs GROUP BY 1, 2, 3, 4 ORDER BY 2, 3, 4`;
