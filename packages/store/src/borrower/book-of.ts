import type { Sql } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";

/** The book of the person's first account; undefined for a person without any. */
export async function bookOfBorrower(sql: Sql, borrowerId: string): Promise<string | undefined> {
  const [row] = await sql.named(
    "borrower-book",
    "SELECT book_id FROM accounts WHERE borrower_id = $1 ORDER BY opened_on, account_id LIMIT 1",
    [borrowerId],
  );
  return row && textIn(row, "book_id");
}
