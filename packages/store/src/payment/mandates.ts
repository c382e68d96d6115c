import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Sql, type Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";

type AccountAddress = { readonly borrowerId: string; readonly accountId: string };

/** Puts the borrower's agreement to automatic debit on record, or ends it; at once. */
export async function saveMandate(
  sql: Sql,
  it: AccountAddress & { readonly mandateRef: string; readonly isOn: boolean },
): Promise<void> {
  await sql.named(
    "mandate-save",
    `INSERT INTO payment_mandates (borrower_id, account_id, mandate_ref, ended_at)
     VALUES ($1, $2, $3, CASE WHEN $4 THEN NULL ELSE clock_timestamp() END)
     ON CONFLICT (borrower_id, account_id) DO UPDATE SET mandate_ref = excluded.mandate_ref,
       ended_at = excluded.ended_at,
       agreed_at = CASE WHEN $4 THEN clock_timestamp() ELSE payment_mandates.agreed_at END`,
    [it.borrowerId, it.accountId, it.mandateRef, it.isOn],
  );
}

/** Accounts of the person whose due amounts are taken automatically. */
export async function loadMandates(sql: Sql, borrowerId: string): Promise<readonly string[]> {
  const rows = await sql.named(
    "mandates",
    "SELECT account_id FROM payment_mandates WHERE borrower_id = $1 AND ended_at IS NULL",
    [borrowerId],
  );
  return rows.map((row) => textIn(row, "account_id"));
}

export type DebitDue = AccountAddress & { readonly bookId: string; readonly mandateRef: string };

/**
 * Accounts with an agreement to debit of which something fell due within `retryDays` before a day:
 * whether anything is still due is the engine's to say.
 */
export async function loadDebitsDue(
  sql: Sql,
  it: { readonly on: EpochDay; readonly since: EpochDay; readonly accountsMax: number },
): Promise<readonly DebitDue[]> {
  const rows = await sql.named(
    "debits-due",
    `SELECT DISTINCT m.borrower_id, m.account_id, m.mandate_ref, o.book_id
     FROM outbox AS o JOIN payment_mandates AS m
       ON m.borrower_id = o.borrower_id AND m.account_id = o.body ->> 'accountId'
     WHERE o.topic = 'debit.requested' AND o.body ->> 'dueOn' BETWEEN $1 AND $2
       AND m.ended_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM payments AS p WHERE p.borrower_id = m.borrower_id
         AND p.account_id = m.account_id AND p.status = 'open' AND p.kind = 'debit')
     ORDER BY m.borrower_id, m.account_id LIMIT $3`,
    [dateOf(it.since), dateOf(it.on), it.accountsMax],
  );
  return rows.map((row) => ({
    borrowerId: textIn(row, "borrower_id"),
    accountId: textIn(row, "account_id"),
    bookId: textIn(row, "book_id"),
    mandateRef: textIn(row, "mandate_ref"),
  }));
}

/** Takes a round of a day for one account; false when somebody has it already. */
export async function takeDebitRound(
  tx: Transaction,
  it: AccountAddress & {
    readonly on: EpochDay;
    readonly roundMinute: number;
    readonly paymentId: string;
  },
): Promise<boolean> {
  const rows = await tx.named(
    "debit-round",
    `INSERT INTO debit_rounds (borrower_id, account_id, debit_on, round_minute, payment_id)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING payment_id`,
    [it.borrowerId, it.accountId, dateOf(it.on), it.roundMinute, it.paymentId],
  );
  return rows.length > 0;
}
