import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Sql } from "../sql/database.ts";
import { dayIn, integerIn, textIn } from "../sql/row.ts";

/** A line of the book as a whole: accrual of the portfolio, funding, capital. */
export type BookLine = {
  readonly key: string;
  readonly line: number;
  readonly bookedOn: EpochDay;
  readonly debit: number;
  readonly credit: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
};

export type BookLinePage = {
  readonly bookId: string;
  readonly after: { readonly bookedOn: EpochDay; readonly key: string; readonly line: number };
  readonly count: number;
};

/** In the order of booking, behind the line named. */
export async function pageBookLines(sql: Sql, page: BookLinePage): Promise<BookLine[]> {
  const rows = await sql.rows(
    `SELECT posting_key, line, booked_on, debit, credit, amount_minor, currency, reason
     FROM book_journal
     WHERE book_id = $1 AND (booked_on, posting_key, line) > ($2::date, $3, $4)
     ORDER BY booked_on, posting_key, line LIMIT $5`,
    [page.bookId, dateOf(page.after.bookedOn), page.after.key, page.after.line, page.count],
  );
  return rows.map((row) => ({
    key: textIn(row, "posting_key"),
    line: integerIn(row, "line"),
    bookedOn: dayIn(row, "booked_on"),
    debit: integerIn(row, "debit"),
    credit: integerIn(row, "credit"),
    amountMinor: integerIn(row, "amount_minor"),
    currency: textIn(row, "currency"),
    reason: textIn(row, "reason"),
  }));
}
