import type { EpochDay } from "@fairdue/kernel";
import { mergeSums, type MovementSums } from "@fairdue/servicing";
import { dateOf, type Row, type Sql } from "../sql/database.ts";
import { dayIn, instantIn, integerIn, nullable } from "../sql/row.ts";

/** A day of a book that was closed, or is being closed. */
export type ClosedDay = {
  readonly businessOn: EpochDay;
  readonly startedAt: number;
  /** `null` while the close is under way. */
  readonly sealedAt: number | null;
  readonly touched: number;
  readonly quarantined: number;
  readonly movements: MovementSums;
};

/** Days of a book before the one named, newest first. */
export async function closedDays(
  sql: Sql,
  bookId: string,
  page: { readonly before: EpochDay; readonly count: number },
): Promise<ClosedDay[]> {
  const rows = await sql.rows(
    `SELECT day.business_on, day.started_at, day.sealed_at,
       coalesce(sum(chunk.touched), 0)::bigint AS touched,
       coalesce(sum(chunk.quarantined), 0)::bigint AS quarantined,
       coalesce(json_agg(chunk.movements) FILTER (WHERE chunk.movements IS NOT NULL), '[]') AS sums
     FROM close_days AS day LEFT JOIN close_chunks AS chunk USING (book_id, business_on)
     WHERE day.book_id = $1 AND day.business_on < $2
     GROUP BY day.book_id, day.business_on ORDER BY day.business_on DESC LIMIT $3`,
    [bookId, dateOf(page.before), page.count],
  );
  return rows.map(dayOf);
}

function dayOf(row: Row): ClosedDay {
  return {
    businessOn: dayIn(row, "business_on"),
    startedAt: instantIn(row, "started_at"),
    sealedAt: nullable(row, "sealed_at", instantIn),
    touched: integerIn(row, "touched"),
    quarantined: integerIn(row, "quarantined"),
    movements: mergeSums(row["sums"] as MovementSums[]),
  };
}
