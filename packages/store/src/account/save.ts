import type { AccountEvent, Product, Statement } from "@fairdue/credit";
import type { AccountPosting, LineChange } from "@fairdue/servicing";
import type { EpochDay } from "@fairdue/kernel";
import { addTotals, insertPostings, type JournalPosting } from "../journal/lines.ts";
import { columnReads, columnText } from "../sql/column.ts";
import { followAccounts } from "../case/follow.ts";
import { dateOf, type Transaction } from "../sql/database.ts";
import {
  type AccountWrite,
  factText,
  inKeyOrder,
  stateTexts,
  stateColumns,
  stateTypes,
} from "./rows.ts";

/** All that has happened to one account in a transaction: what `saveChanges` writes down. */
export type AccountChange = AccountWrite & {
  readonly isNew: boolean;
  /** Bucket in which it was on record; 0 for a new account. */
  readonly bucketBefore: number;
  /** Kind of the last event that changed it; `calendar` for steps of time. */
  readonly cause: string;
  readonly events: readonly AccountEvent[];
  readonly postings: readonly AccountPosting[];
  readonly lineChanges: readonly LineChange[];
  readonly statements: readonly Statement[];
  readonly statementsGone: readonly string[];
  /** Day on which statements that were already sent count as revised. */
  readonly bookedOn: EpochDay;
};

/**
 * Writes many accounts in a fixed number of flat statements: rows, events, journal, totals, accrual
 * and statements. The rows of accounts that are not new must be locked by this transaction.
 */
export async function saveChanges(
  tx: Transaction,
  changes: readonly AccountChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const ordered = inKeyOrder(changes);
  await insertAccounts(
    tx,
    ordered.filter((it) => it.isNew),
  );
  await updateAccounts(
    tx,
    ordered.filter((it) => !it.isNew),
  );
  await insertEvents(tx, ordered);
  const postings = ordered.flatMap(journalPostings);
  await insertPostings(tx, postings);
  await addTotals(tx, postings);
  await addAccruals(tx, ordered);
  await saveStatements(tx, ordered);
  await followAccounts(tx, ordered);
}

export function journalPostings(
  it: Pick<AccountChange, "borrowerId" | "accountId" | "bookId" | "product" | "postings">,
): JournalPosting[] {
  const { borrowerId, accountId, bookId, product } = it;
  const { currency } = product.declaration;
  return it.postings.map((posting) => ({ borrowerId, accountId, bookId, currency, ...posting }));
}

async function insertAccounts(tx: Transaction, writes: readonly AccountChange[]): Promise<void> {
  if (writes.length === 0) return;
  await tx.named(
    "borrowers-insert",
    `INSERT INTO borrowers (borrower_id) SELECT DISTINCT * FROM UNNEST($1::text[]) AS ids
     ORDER BY 1 ON CONFLICT DO NOTHING`,
    [writes.map((it) => it.borrowerId)],
  );
  const types = ["text", "text", "text", "text", "int", "date", ...stateTypes];
  await tx.named(
    "accounts-insert",
    `INSERT INTO accounts (borrower_id, account_id, book_id, product_id, product_version, opened_on,
       ${stateColumns.join(", ")})
     SELECT * FROM UNNEST(${columnReads(types)})`,
    [
      columnText(writes.map((it) => it.borrowerId)),
      columnText(writes.map((it) => it.accountId)),
      columnText(writes.map((it) => it.bookId)),
      columnText(writes.map((it) => it.product.declaration.id)),
      columnText(writes.map((it) => it.product.declaration.version)),
      columnText(writes.map((it) => dateOf(it.state.openedOn))),
      ...stateTexts(writes),
    ],
  );
}

const updateStatement = `UPDATE accounts AS a
  SET ${stateColumns.map((name) => `${name} = fresh.${name}`).join(", ")}
  FROM UNNEST(${columnReads(["text", "text", ...stateTypes])})
    AS fresh (borrower_id, account_id, ${stateColumns.join(", ")})
  WHERE a.borrower_id = fresh.borrower_id AND a.account_id = fresh.account_id`;

export async function updateAccounts(
  tx: Transaction,
  writes: readonly AccountWrite[],
): Promise<void> {
  if (writes.length === 0) return;
  await tx.named("accounts-update", updateStatement, [
    columnText(writes.map((it) => it.borrowerId)),
    columnText(writes.map((it) => it.accountId)),
    ...stateTexts(writes),
  ]);
}

async function insertEvents(tx: Transaction, changes: readonly AccountChange[]): Promise<void> {
  const all = changes.flatMap((it) => it.events.map((event) => ({ at: it, event })));
  if (all.length === 0) return;
  const types = ["text", "text", "int", "text", "text", "date", "date", "json"];
  await tx.named(
    "events-insert",
    `INSERT INTO account_events
       (borrower_id, account_id, seq, event_id, kind, value_on, booked_on, fact)
     SELECT * FROM UNNEST(${columnReads(types)})`,
    [
      columnText(all.map(({ at }) => at.borrowerId)),
      columnText(all.map(({ at }) => at.accountId)),
      columnText(all.map(({ event }) => event.seq)),
      columnText(all.map(({ event }) => event.id)),
      columnText(all.map(({ event }) => event.kind)),
      columnText(all.map(({ event }) => dateOf(event.valueOn))),
      columnText(all.map(({ event }) => dateOf(event.bookedOn))),
      columnText(all.map(({ event }) => factText(event))),
    ],
  );
}

type Accruing = {
  readonly bookId: string;
  readonly product: Product;
  readonly lineChanges: readonly LineChange[];
};

/** Appends the changes of the portfolio's accrual lines, summed per product, component and day. */
export async function addAccruals(tx: Transaction, changes: readonly Accruing[]): Promise<void> {
  const sums = new Map<string, Accruing & { line: LineChange; intercept: bigint; slope: bigint }>();
  for (const it of changes) {
    const { id, version } = it.product.declaration;
    for (const line of it.lineChanges) {
      const key = `${it.bookId} ${id} ${version} ${line.component} ${line.isMemo} ${line.fromOn}`;
      const known = sums.get(key);
      if (known) {
        known.intercept += line.change.intercept;
        known.slope += line.change.slope;
      } else sums.set(key, { ...it, line, ...line.change });
    }
  }
  const all = [...sums.values()].filter((it) => it.intercept !== 0n || it.slope !== 0n);
  if (all.length === 0) return;
  await tx.named(
    "accruals-insert",
    `INSERT INTO accrual_totals
       (book_id, product_id, product_version, component, is_memo, from_on, intercept, slope)
     SELECT * FROM UNNEST($1::text[], $2::text[], $3::int[], $4::text[], $5::boolean[], $6::date[],
       $7::numeric[], $8::numeric[])`,
    [
      all.map((it) => it.bookId),
      all.map((it) => it.product.declaration.id),
      all.map((it) => it.product.declaration.version),
      all.map((it) => it.line.component),
      all.map((it) => it.line.isMemo),
      all.map((it) => dateOf(it.line.fromOn)),
      all.map((it) => it.intercept),
      all.map((it) => it.slope),
    ],
  );
}

async function saveStatements(tx: Transaction, changes: readonly AccountChange[]): Promise<void> {
  await deleteStatements(tx, changes);
  const all = changes.flatMap((at) => at.statements.map((statement) => ({ at, statement })));
  if (all.length === 0) return;
  await tx.named("statements-save", saveStatement, [
    columnText(all.map(({ at }) => at.borrowerId)),
    columnText(all.map(({ at }) => at.accountId)),
    columnText(all.map(({ statement }) => statement.id)),
    columnText(all.map(({ statement }) => dateOf(statement.closedOn))),
    columnText(all.map(({ statement }) => dateOf(statement.dueOn))),
    columnText(all.map(({ statement }) => statement.closingMinor)),
    columnText(all.map(({ statement }) => statement.minimumMinor)),
    columnText(all.map(({ statement }) => JSON.stringify(statement))),
    columnText(all.map(({ at }) => dateOf(at.bookedOn))),
  ]);
}

const statementTypes = ["text", "text", "text", "date", "date", "bigint", "bigint", "json", "date"];
const statementColumns = `statement_id, closed_on, due_on, closing_minor, minimum_minor, statement`;

/** A statement that is on record already is revised; the account's lock keeps others away. */
const saveStatement = `WITH fresh AS (
    SELECT * FROM UNNEST(${columnReads(statementTypes)})
      AS fresh (borrower_id, account_id, ${statementColumns}, booked_on))
  , revised AS (
    UPDATE statements AS known SET closed_on = fresh.closed_on, due_on = fresh.due_on,
      closing_minor = fresh.closing_minor, minimum_minor = fresh.minimum_minor,
      statement = fresh.statement, revised_on = fresh.booked_on
    FROM fresh
    WHERE (known.borrower_id, known.account_id, known.statement_id)
      = (fresh.borrower_id, fresh.account_id, fresh.statement_id)
    RETURNING known.borrower_id, known.account_id, known.statement_id)
  INSERT INTO statements (borrower_id, account_id, ${statementColumns})
  SELECT borrower_id, account_id, ${statementColumns} FROM fresh
  WHERE NOT EXISTS (
    SELECT FROM revised WHERE (revised.borrower_id, revised.account_id, revised.statement_id)
      = (fresh.borrower_id, fresh.account_id, fresh.statement_id))`;

async function deleteStatements(tx: Transaction, changes: readonly AccountChange[]): Promise<void> {
  const gone = changes.flatMap((at) => at.statementsGone.map((id) => ({ at, id })));
  if (gone.length === 0) return;
  await tx.named(
    "statements-delete",
    `DELETE FROM statements WHERE (borrower_id, account_id, statement_id)
       IN (SELECT * FROM UNNEST($1::text[], $2::text[], $3::text[]))`,
    [
      gone.map(({ at }) => at.borrowerId),
      gone.map(({ at }) => at.accountId),
      gone.map(({ id }) => id),
    ],
  );
}
