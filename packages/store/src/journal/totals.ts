import { assert, type EpochDay, parseCurrency, present } from "@fairdue/kernel";
import { glCode, type PairTotal, type TrialBalance, trialBalance } from "@fairdue/ledger";
import type { Book } from "../book/books.ts";
import { loadChart } from "../book/books.ts";
import { dateOf, type Sql } from "../sql/database.ts";
import { bigintIn, integerIn, textIn } from "../sql/row.ts";

/** 试算平衡表 at the end of a day, from the totals: the journals themselves are not read. */
export async function loadTrialBalance(sql: Sql, book: Book, on: EpochDay): Promise<TrialBalance> {
  const chart = await loadChart(sql, book.bookId);
  return trialBalance(chart, await loadPairTotals(sql, book.bookId, on), {
    on,
    currency: book.currency,
  });
}

export async function loadPairTotals(sql: Sql, bookId: string, on: EpochDay): Promise<PairTotal[]> {
  const rows = await sql.rows(
    `SELECT debit, credit, currency, sum(amount_minor) AS amount FROM gl_totals
     WHERE book_id = $1 AND booked_on <= $2 GROUP BY debit, credit, currency`,
    [bookId, dateOf(on)],
  );
  return rows.map((row) => ({
    debit: glCode(integerIn(row, "debit")),
    credit: glCode(integerIn(row, "credit")),
    currency: present(parseCurrency(textIn(row, "currency")), "a currency"),
    amountMinor: bigintIn(row, "amount"),
  }));
}

/** Folds the totals of closed days into one row per day and pair. Changes no sum. */
export async function foldTotals(sql: Sql, bookId: string, through: EpochDay): Promise<void> {
  const [row] = await sql.rows(
    `WITH gone AS (
       DELETE FROM gl_totals WHERE book_id = $1 AND booked_on <= $2 AND NOT is_folded
       RETURNING booked_on, debit, credit, currency, amount_minor, lines)
     , added AS (
       INSERT INTO gl_totals AS known
         (book_id, booked_on, debit, credit, currency, amount_minor, lines, is_folded)
       SELECT $1, booked_on, debit, credit, currency, sum(amount_minor), sum(lines), true
       FROM gone GROUP BY booked_on, debit, credit, currency
       ON CONFLICT (book_id, booked_on, debit, credit, currency) WHERE is_folded
       DO UPDATE SET amount_minor = known.amount_minor + excluded.amount_minor,
         lines = known.lines + excluded.lines
       RETURNING 1)
     SELECT count(*) AS added FROM added`,
    [bookId, dateOf(through)],
  );
  assert(row !== undefined, "folding answers with one row");
}
