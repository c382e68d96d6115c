import type { EpochDay } from "@fairdue/kernel";
import type { Driver, HelpId } from "@fairdue/servicing";
import type { Products } from "../book/books.ts";
import {
  loadHistories,
  storedAccounts,
  storedColumns,
  type StoredAccount,
} from "../account/load.ts";
import { accountIdOf } from "../account/rows.ts";
import type { AccountEvent } from "@fairdue/credit";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, integerIn, textIn } from "../sql/row.ts";

export type WarningOnRecord = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly bookId: string;
  readonly warnedOn: EpochDay;
  readonly model: string;
  readonly points: number;
  readonly probability: number;
  readonly drivers: readonly Driver[];
  readonly help: readonly HelpId[];
};

/** Renews the warnings of many accounts in one statement. */
export async function saveWarnings(
  tx: Transaction,
  all: readonly WarningOnRecord[],
): Promise<void> {
  if (all.length === 0) return;
  await tx.named(
    "early-warnings-save",
    `INSERT INTO early_warnings (borrower_id, account_id, book_id, warned_on, model, points,
       probability, drivers, help)
     SELECT b, a, k, d, m, p, q, j, ARRAY(SELECT json_array_elements_text(h))
     FROM UNNEST($1::text[], $2::text[], $3::text[], $4::date[], $5::text[], $6::integer[],
       $7::double precision[], $8::json[], $9::json[]) AS t (b, a, k, d, m, p, q, j, h)
     ON CONFLICT (borrower_id, account_id) DO UPDATE SET warned_on = excluded.warned_on,
       model = excluded.model, points = excluded.points, probability = excluded.probability,
       drivers = excluded.drivers, help = excluded.help`,
    [
      all.map((it) => it.borrowerId),
      all.map((it) => it.accountId),
      all.map((it) => it.bookId),
      all.map((it) => dateOf(it.warnedOn)),
      all.map((it) => it.model),
      all.map((it) => it.points),
      all.map((it) => it.probability),
      all.map((it) => JSON.stringify(it.drivers)),
      all.map((it) => JSON.stringify(it.help)),
    ],
  );
}

/** The most likely to fall behind first. */
export async function listWarnings(
  sql: Sql,
  it: {
    readonly bookId: string;
    readonly after: { readonly probability: number; readonly accountId: string } | undefined;
    readonly count: number;
  },
): Promise<readonly WarningOnRecord[]> {
  const rows = await sql.rows(
    `SELECT * FROM early_warnings WHERE book_id = $1
       AND ($2::double precision IS NULL OR probability < $2 OR (probability = $2 AND account_id > $3))
     ORDER BY probability DESC, account_id LIMIT $4`,
    [it.bookId, it.after?.probability ?? null, it.after?.accountId ?? null, it.count],
  );
  return rows.map(warningOf);
}

/** Accounts that are no longer open, or already far behind, are warned of no more. */
export async function endWarnings(
  tx: Transaction,
  it: { readonly bookId: string; readonly before: EpochDay },
): Promise<void> {
  await tx.rows("DELETE FROM early_warnings WHERE book_id = $1 AND warned_on < $2", [
    it.bookId,
    dateOf(it.before),
  ]);
}

export type AccountHistory = {
  readonly account: StoredAccount;
  readonly events: readonly AccountEvent[];
};

/** Accounts of a book with all their events, in blocks: what features are made from. */
export async function* accountHistories(
  sql: Sql,
  products: Products,
  it: { readonly bookId: string; readonly blockSize: number },
): AsyncGenerator<readonly AccountHistory[]> {
  let after = ["", ""];
  for (;;) {
    const rows = await sql.rows(
      `SELECT ${storedColumns} FROM accounts
       WHERE book_id = $1 AND (borrower_id, account_id) > ($2, $3) AND NOT is_quarantined
       ORDER BY borrower_id, account_id LIMIT $4`,
      [it.bookId, after[0] ?? "", after[1] ?? "", it.blockSize],
    );
    const accounts = [...(await storedAccounts(rows, products)).values()];
    const last = accounts.at(-1);
    if (last === undefined) return;
    after = [last.borrowerId, last.accountId];
    yield await withEvents(sql, accounts);
  }
}

export async function withEvents(
  sql: Sql,
  accounts: readonly StoredAccount[],
): Promise<readonly AccountHistory[]> {
  const histories = await loadHistories(
    sql,
    accounts.map(({ borrowerId, accountId }) => ({ borrowerId, accountId, history: "all" })),
  );
  return accounts.map((account) => ({
    account,
    events: histories.get(accountIdOf(account)) ?? [],
  }));
}

function warningOf(row: Row): WarningOnRecord {
  const help = row["help"];
  return {
    borrowerId: textIn(row, "borrower_id"),
    accountId: textIn(row, "account_id"),
    bookId: textIn(row, "book_id"),
    warnedOn: dayIn(row, "warned_on"),
    model: textIn(row, "model"),
    points: integerIn(row, "points"),
    probability: Number(row["probability"]),
    drivers: row["drivers"] as readonly Driver[],
    help: (Array.isArray(help) ? help.map(String) : []) as HelpId[],
  };
}

/** People of a book for whom collection rests: hardship, an arrangement, a law. */
export async function loadHeldPeople(sql: Sql, bookId: string): Promise<ReadonlySet<string>> {
  const rows = await sql.rows(
    `SELECT DISTINCT h.borrower_id FROM case_holds AS h
     JOIN cases AS c ON c.borrower_id = h.borrower_id AND c.case_id = h.case_id
     WHERE c.book_id = $1 AND h.ended_at IS NULL
       AND h.kind IN ('hardship', 'arrangement', 'moratorium', 'bereavement', 'disaster')`,
    [bookId],
  );
  return new Set(rows.map((row) => textIn(row, "borrower_id")));
}
