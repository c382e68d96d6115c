import { type EpochDay, parseCurrency, present } from "@fairdue/kernel";
import { glCode, type JournalLine } from "@fairdue/ledger";
import { dateOf, type Database, type Row, sqlOn } from "../sql/database.ts";
import { dayIn, integerIn, textIn } from "../sql/row.ts";

export type LinesWanted = {
  readonly bookId: string;
  /** Booking days, both included. */
  readonly from: EpochDay;
  readonly through: EpochDay;
};

const fetchSize = 5_000;

/**
 * Both journals of a book in the order of booking, as one snapshot and in portions, so that a book
 * of any size streams.
 */
export async function* journalLines(
  database: Database,
  { bookId, from, through }: LinesWanted,
): AsyncGenerator<readonly JournalLine[]> {
  const client = await database.connect();
  const sql = sqlOn(client);
  try {
    await sql.rows("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await sql.rows(
      `DECLARE lines NO SCROLL CURSOR FOR
       SELECT posting_key, line, booked_on, value_on, account_id, debit, credit, amount_minor,
         currency, reason, channel
       FROM journal WHERE book_id = $1 AND booked_on BETWEEN $2 AND $3
       UNION ALL
       SELECT posting_key, line, booked_on, booked_on, '', debit, credit, amount_minor, currency,
         reason, ''
       FROM book_journal WHERE book_id = $1 AND booked_on BETWEEN $2 AND $3
       ORDER BY booked_on, posting_key, line`,
      [bookId, dateOf(from), dateOf(through)],
    );
    for (;;) {
      const rows = await sql.rows(`FETCH ${fetchSize} FROM lines`);
      if (rows.length > 0) yield rows.map(lineOf);
      if (rows.length < fetchSize) break;
    }
    await sql.rows("COMMIT");
  } finally {
    // A reader that stops early leaves the cursor open: the connection is not used again.
    client.release(true);
  }
}

export function lineOf(row: Row): JournalLine {
  return {
    key: textIn(row, "posting_key"),
    line: integerIn(row, "line"),
    bookedOn: dayIn(row, "booked_on"),
    valueOn: dayIn(row, "value_on"),
    accountId: textIn(row, "account_id"),
    debit: glCode(integerIn(row, "debit")),
    credit: glCode(integerIn(row, "credit")),
    amountMinor: integerIn(row, "amount_minor"),
    currency: present(parseCurrency(textIn(row, "currency")), "a currency"),
    reason: textIn(row, "reason"),
    channel: textIn(row, "channel"),
  };
}
