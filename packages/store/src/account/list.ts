import type { Products } from "../book/books.ts";
import type { Sql, SqlValue } from "../sql/database.ts";
import { type StoredAccount, storedAccounts, storedColumns } from "./load.ts";
import type { AccountKey } from "./rows.ts";

export type AccountFilter = {
  readonly bookId: string;
  readonly status?: string | undefined;
  readonly productId?: string | undefined;
  readonly isOverdue?: boolean | undefined;
  readonly isQuarantined?: boolean | undefined;
  /** Behind this account, in the order of the ids. */
  readonly after: AccountKey;
  readonly count: number;
};

/** Accounts of a book that fit the filter, in the order of their ids. */
export async function pageAccounts(
  sql: Sql,
  products: Products,
  it: AccountFilter,
): Promise<StoredAccount[]> {
  const values: SqlValue[] = [it.bookId, it.after.borrowerId, it.after.accountId, it.count];
  const wanted = [
    "book_id = $1",
    "(borrower_id, account_id) > ($2, $3)",
    ...fits(values, "status", it.status),
    ...fits(values, "product_id", it.productId),
    ...fits(values, "(oldest_unpaid_on IS NOT NULL)", it.isOverdue),
    ...fits(values, "is_quarantined", it.isQuarantined),
  ];
  const rows = await sql.rows(
    `SELECT ${storedColumns} FROM accounts WHERE ${wanted.join(" AND ")}
     ORDER BY borrower_id, account_id LIMIT $4`,
    values,
  );
  return [...(await storedAccounts(rows, products)).values()];
}

function fits(values: SqlValue[], column: string, value: string | boolean | undefined): string[] {
  return value === undefined ? [] : [`${column} = $${values.push(value)}`];
}
