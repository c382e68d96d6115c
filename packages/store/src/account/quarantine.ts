import type { Transaction } from "../sql/database.ts";
import type { AccountKey } from "./rows.ts";

export type Quarantined = AccountKey & { readonly reason: string };

/** Sets accounts aside, each with its reason: closes and commands leave them alone until released. */
export async function quarantine(tx: Transaction, accounts: readonly Quarantined[]): Promise<void> {
  if (accounts.length === 0) return;
  await tx.named(
    "quarantine",
    `WITH asked AS (
       SELECT * FROM UNNEST($1::text[], $2::text[], $3::text[]) AS a (borrower_id, account_id, reason))
     , marked AS (
       UPDATE accounts SET is_quarantined = true FROM asked, books
       WHERE (accounts.borrower_id, accounts.account_id) = (asked.borrower_id, asked.account_id)
         AND books.book_id = accounts.book_id
       RETURNING asked.borrower_id, asked.account_id, asked.reason, books.closed_through + 1 AS day)
     INSERT INTO quarantine (borrower_id, account_id, quarantine_no, business_on, reason)
     SELECT borrower_id, account_id, 1 + (
       SELECT count(*) FROM quarantine AS q
       WHERE (q.borrower_id, q.account_id) = (marked.borrower_id, marked.account_id)), day, reason
     FROM marked`,
    [
      accounts.map((it) => it.borrowerId),
      accounts.map((it) => it.accountId),
      accounts.map((it) => it.reason.slice(0, 500) || "unknown"),
    ],
  );
}

/** Lets accounts go again, after the cause was mended; the next close brings them to the day. */
export async function releaseQuarantine(
  tx: Transaction,
  account: AccountKey,
  releasedBy: string,
): Promise<boolean> {
  const values = [account.borrowerId, account.accountId];
  const released = await tx.rows(
    `UPDATE accounts SET is_quarantined = false
     WHERE borrower_id = $1 AND account_id = $2 AND is_quarantined RETURNING 1 AS one`,
    values,
  );
  await tx.rows(
    `UPDATE quarantine SET released_at = clock_timestamp(), released_by = $3
     WHERE borrower_id = $1 AND account_id = $2 AND released_at IS NULL`,
    [...values, releasedBy],
  );
  return released.length > 0;
}
