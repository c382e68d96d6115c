import type { Sql } from "../sql/database.ts";
import { integerIn, textIn } from "../sql/row.ts";

export type WatchFigures = {
  readonly books: readonly {
    readonly bookId: string;
    readonly closedLagDays: number;
    readonly quarantined: number;
  }[];
  /** Messages due and not delivered. */
  readonly outboxWaiting: number;
  /** Answers of the gate within the last hour, by outcome. */
  readonly gateAnswers: ReadonlyMap<string, number>;
};

/** What somebody who watches the system wants to know of its books and queues. */
export async function loadWatchFigures(sql: Sql): Promise<WatchFigures> {
  const books = await sql.named(
    "watch-books",
    `SELECT b.book_id, (current_date - b.closed_through)::int AS lag,
       (SELECT count(*)::int FROM accounts AS a
        WHERE a.book_id = b.book_id AND a.is_quarantined) AS quarantined
     FROM books AS b ORDER BY b.book_id`,
    [],
  );
  const [outbox] = await sql.named(
    "watch-outbox",
    `SELECT count(*)::int AS waiting FROM outbox WHERE delivered_at IS NULL AND due_at <= now()`,
    [],
  );
  const answers = await sql.named(
    "watch-gate",
    `SELECT outcome, count(*)::int AS answers FROM gate_decisions
     WHERE decided_at > now() - interval '1 hour' GROUP BY outcome`,
    [],
  );
  return {
    books: books.map((row) => ({
      bookId: textIn(row, "book_id"),
      closedLagDays: integerIn(row, "lag"),
      quarantined: integerIn(row, "quarantined"),
    })),
    outboxWaiting: outbox ? integerIn(outbox, "waiting") : 0,
    gateAnswers: new Map(answers.map((row) => [textIn(row, "outcome"), integerIn(row, "answers")])),
  };
}

/** The server's own clock and version, for the doctor. */
export async function loadServerFacts(
  sql: Sql,
): Promise<{ readonly version: string; readonly epochMs: number; readonly isDurable: boolean }> {
  const [row] = await sql.rows(
    `SELECT current_setting('server_version') AS version,
       (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at,
       (current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off')::text
         AS is_durable`,
  );
  return row
    ? {
        version: textIn(row, "version"),
        epochMs: integerIn(row, "at"),
        isDurable: textIn(row, "is_durable") === "true",
      }
    : { version: "unknown", epochMs: 0, isDurable: false };
}
