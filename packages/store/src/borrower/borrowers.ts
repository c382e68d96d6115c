import { type BorrowerId, parseId, present } from "@fairdue/kernel";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, textIn } from "../sql/row.ts";

export type Borrower = {
  readonly borrowerId: BorrowerId;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly createdAt: number;
};

/** `undefined` when the id is taken. */
export async function addBorrower(sql: Sql, borrowerId: BorrowerId): Promise<Borrower | undefined> {
  const [row] = await sql.named(
    "borrower-add",
    "INSERT INTO borrowers (borrower_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING *",
    [borrowerId],
  );
  return row && borrowerOf(row);
}

export async function loadBorrower(
  sql: Sql,
  borrowerId: BorrowerId,
): Promise<Borrower | undefined> {
  const [row] = await sql.named("borrower", "SELECT * FROM borrowers WHERE borrower_id = $1", [
    borrowerId,
  ]);
  return row && borrowerOf(row);
}

/** At most `limit` borrowers behind the one named, in the order of their ids. */
export async function pageBorrowers(
  sql: Sql,
  page: { readonly after: string; readonly limit: number },
): Promise<Borrower[]> {
  const rows = await sql.rows(
    "SELECT * FROM borrowers WHERE borrower_id > $1 ORDER BY borrower_id LIMIT $2",
    [page.after, page.limit],
  );
  return rows.map(borrowerOf);
}

function borrowerOf(row: Row): Borrower {
  return {
    borrowerId: present(parseId("Borrower", textIn(row, "borrower_id")), "a borrower id"),
    createdAt: instantIn(row, "created_at"),
  };
}
