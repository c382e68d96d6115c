import type { AccountEvent, AccountState, Product } from "@fairdue/credit";
import type { History } from "@fairdue/servicing";
import type { Products } from "../book/books.ts";
import type { Row, Sql, Transaction } from "../sql/database.ts";
import { integerIn, textIn, truthIn } from "../sql/row.ts";
import { type AccountKey, accountIdOf, eventIn, inKeyOrder, stateIn } from "./rows.ts";

/** An account on record: its state as of the last step or event. */
export type StoredAccount = AccountKey & {
  readonly bookId: string;
  readonly product: Product;
  readonly state: AccountState;
  readonly isQuarantined: boolean;
};

export const storedColumns = `borrower_id, account_id, book_id, product_id, product_version, is_quarantined, state`;

/**
 * Locks the rows of some accounts in key order and reads them, all in one statement. Accounts that
 * are not there are left out. Keyed by `accountIdOf`.
 */
export async function lockAccounts(
  tx: Transaction,
  keys: readonly AccountKey[],
  products: Products,
): Promise<Map<string, StoredAccount>> {
  const ordered = inKeyOrder(keys);
  const rows = await tx.named(
    "accounts-lock",
    `SELECT ${storedColumns} FROM accounts
     WHERE (borrower_id, account_id) IN (SELECT * FROM UNNEST($1::text[], $2::text[]))
     ORDER BY borrower_id, account_id FOR NO KEY UPDATE`,
    [ordered.map((it) => it.borrowerId), ordered.map((it) => it.accountId)],
  );
  return await storedAccounts(rows, products);
}

/** One account as it stands on record, without a lock; `undefined` when there is none. */
export async function loadAccount(
  sql: Sql,
  products: Products,
  key: AccountKey,
): Promise<StoredAccount | undefined> {
  const rows = await sql.named(
    "account-load",
    `SELECT ${storedColumns} FROM accounts WHERE borrower_id = $1 AND account_id = $2`,
    [key.borrowerId, key.accountId],
  );
  return (await storedAccounts(rows, products)).get(accountIdOf(key));
}

/** All accounts of a borrower, oldest id first. */
export async function loadAccountsOf(
  sql: Sql,
  products: Products,
  borrowerId: string,
): Promise<StoredAccount[]> {
  const rows = await sql.named(
    "accounts-of-borrower",
    `SELECT ${storedColumns} FROM accounts WHERE borrower_id = $1 ORDER BY account_id`,
    [borrowerId],
  );
  return [...(await storedAccounts(rows, products)).values()];
}

export async function storedAccounts(
  rows: readonly Row[],
  products: Products,
): Promise<Map<string, StoredAccount>> {
  const out = new Map<string, StoredAccount>();
  for (const row of rows) {
    const id = textIn(row, "product_id");
    const version = integerIn(row, "product_version");
    const stored: StoredAccount = {
      borrowerId: textIn(row, "borrower_id"),
      accountId: textIn(row, "account_id"),
      bookId: textIn(row, "book_id"),
      product: await products.of(id, version),
      state: stateIn(row),
      isQuarantined: truthIn(row, "is_quarantined"),
    };
    out.set(accountIdOf(stored), stored);
  }
  return out;
}

export type HistoryWanted = AccountKey & { readonly history: History };

/** Events of several accounts in the order of booking, as far as each was asked for. */
export async function loadHistories(
  sql: Sql,
  wanted: readonly HistoryWanted[],
): Promise<Map<string, AccountEvent[]>> {
  const out = new Map<string, AccountEvent[]>();
  const asked = wanted.filter((it) => it.history !== "none");
  if (asked.length === 0) return out;
  const rows = await sql.named(
    "events-of-accounts",
    `SELECT e.borrower_id, e.account_id, e.seq, e.event_id, e.value_on, e.booked_on, e.fact
     FROM UNNEST($1::text[], $2::text[], $3::boolean[]) AS asked (borrower_id, account_id, is_all)
     JOIN account_events AS e
       ON e.borrower_id = asked.borrower_id AND e.account_id = asked.account_id
     WHERE asked.is_all OR e.kind = 'repaid'
     ORDER BY e.borrower_id, e.account_id, e.seq`,
    [
      asked.map((it) => it.borrowerId),
      asked.map((it) => it.accountId),
      asked.map((it) => it.history === "all"),
    ],
  );
  for (const row of rows) {
    const id = `${textIn(row, "borrower_id")} ${textIn(row, "account_id")}`;
    const known = out.get(id);
    if (known) known.push(eventIn(row));
    else out.set(id, [eventIn(row)]);
  }
  return out;
}

/** Every event of one account, in the order of booking. */
export async function loadEvents(sql: Sql, key: AccountKey): Promise<AccountEvent[]> {
  const all = await loadHistories(sql, [{ ...key, history: "all" }]);
  return all.get(accountIdOf(key)) ?? [];
}

/** Events that already have one of the ids, by `borrowerId eventId`, with their account. */
export async function loadKnownEvents(
  sql: Sql,
  ids: readonly { readonly borrowerId: string; readonly eventId: string }[],
): Promise<Map<string, { readonly accountId: string; readonly event: AccountEvent }>> {
  const rows = await sql.named(
    "events-known",
    `SELECT borrower_id, account_id, seq, event_id, value_on, booked_on, fact FROM account_events
     WHERE (borrower_id, event_id) IN (SELECT * FROM UNNEST($1::text[], $2::text[]))`,
    [ids.map((it) => it.borrowerId), ids.map((it) => it.eventId)],
  );
  return new Map(
    rows.map((row) => [
      `${textIn(row, "borrower_id")} ${textIn(row, "event_id")}`,
      { accountId: textIn(row, "account_id"), event: eventIn(row) },
    ]),
  );
}
