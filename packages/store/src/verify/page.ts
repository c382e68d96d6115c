import type { AccountEvent, AccountStatus, Grade, Product, Statement } from "@fairdue/credit";
import { assert, epochDay, minor, present } from "@fairdue/kernel";
import type { Difference, StoredBooks, StoredRow } from "@fairdue/servicing";
import type pg from "pg";
import type { Products } from "../book/books.ts";
import {
  columnsOf,
  type CopiedRows,
  copyOut,
  literal,
  noRows,
  type Section,
  sectionsOf,
} from "../sql/copy-out.ts";
import { type AccountLines, lineColumns, linesFor, readLines } from "./lines.ts";
import type { LineTotals } from "./totals.ts";

/** Borrowers after the first id, up to and with the second; `null`: all that follow. */
export type Range = { readonly after: string; readonly upTo: string | null };

/** All that is on record of one account, and the product to fold it with. */
export type VerifyItem = {
  readonly product: Product;
  readonly stored: Omit<StoredBooks, "journal">;
  readonly isQuarantined: boolean;
  /** Columns beside a document that do not repeat what it says. */
  readonly columns: readonly Difference[];
  readonly lines: AccountLines;
};

type RawRow = readonly (string | null)[];

const day = (name: string): string => `${name} - DATE '1970-01-01'`;

const accountColumns = `borrower_id, account_id, product_id, product_version, is_quarantined, state, status,
    ${day("as_of")}, seq, ${day("next_event_on")}, limit_minor, available_minor, principal_minor,
    principal_overdue_minor, interest_minor, fee_minor, penalty_minor, credit_minor, claim_minor,
    interest_numerator, interest_slope, penalty_numerator, penalty_slope,
    ${day("oldest_unpaid_on")}, bucket, grade, stage, is_non_accrual, provision_minor,
    ${day("due_on")}, due_minor, ${day("opened_on")}`;

const eventColumns = `borrower_id, account_id, seq, event_id, ${day("value_on")}, ${day("booked_on")},
    fact, kind`;

const statementColumns = `borrower_id, account_id, statement_id, statement, ${day("closed_on")},
    ${day("due_on")}, closing_minor, minimum_minor`;

/**
 * Settings of a session that reads pages: everything lies in the order of its keys, so that index
 * scans need no sort. Left to itself the planner reads all events of the book for every page.
 */
export const pageSettings = `SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off;
  SET LOCAL enable_sort = off; SET LOCAL max_parallel_workers_per_gather = 0;
  SET LOCAL DateStyle = 'ISO'`;

export type Page = { readonly bookId: string; readonly range: Range };

/** Reads everything on record about the accounts of some borrowers, in one round trip. */
export function copyPage(client: pg.PoolClient, { bookId, range }: Page): Promise<CopiedRows[]> {
  const upTo = range.upTo === null ? "" : ` AND borrower_id <= ${literal(range.upTo)}`;
  const within = `borrower_id > ${literal(range.after)}${upTo}`;
  const copied = (query: string): string => `COPY (${query}) TO STDOUT`;
  return copyOut(client, [
    copied(`SELECT ${accountColumns} FROM accounts WHERE ${within} AND book_id = ${literal(bookId)}
      ORDER BY borrower_id, account_id`),
    copied(`SELECT ${eventColumns} FROM account_events WHERE ${within}
      ORDER BY borrower_id, account_id, seq`),
    copied(`SELECT ${statementColumns} FROM statements WHERE ${within}
      ORDER BY borrower_id, account_id, statement_id`),
    copied(`SELECT ${lineColumns} FROM journal WHERE ${within}
      ORDER BY borrower_id, posting_key, line`),
  ]);
}

/** The accounts of one borrower, and what is wrong with the lines of the journal as such. */
export type ReadBorrower = {
  readonly items: readonly VerifyItem[];
  readonly differences: readonly Difference[];
};

/** What was copied, borrower by borrower; the journal's lines are added to the totals on the way. */
export function* readPage(
  copied: readonly CopiedRows[],
  products: Products,
  { bookId, totals }: { readonly bookId: string; readonly totals: LineTotals },
): Generator<ReadBorrower> {
  const [accounts, events, statements, journal] = copied.map((rows) => ({
    rows,
    sections: sectionsOf(rows),
  }));
  assert(
    accounts !== undefined &&
      events !== undefined &&
      statements !== undefined &&
      journal !== undefined,
    "a page has four tables",
  );
  for (const [borrowerId, section] of accounts.sections) {
    const rowsOf = (table: typeof events): RawRow[] =>
      rowsIn(table.rows, table.sections.get(borrowerId) ?? noRows);
    const [ownEvents, ownStatements] = [rowsOf(events), rowsOf(statements)];
    const items = rowsIn(accounts.rows, section).map((row) =>
      itemOf(row, {
        bookId,
        product: products.known(text(row, 2), number(row, 3)),
        events: ownEvents.filter((it) => it[1] === row[1]),
        statements: ownStatements.filter((it) => it[1] === row[1]),
      }),
    );
    const lines = journal.sections.get(borrowerId) ?? noRows;
    journal.sections.delete(borrowerId);
    const ofItems = { bookId, accounts: items.map((it) => it.lines), totals };
    yield { items, differences: readLines(journal.rows, lines, ofItems) };
  }
  // Borrowers without an account in this book: any line of it is one too many.
  for (const lines of journal.sections.values())
    yield {
      items: [],
      differences: readLines(journal.rows, lines, { bookId, accounts: [], totals }),
    };
}

type Beside = {
  readonly bookId: string;
  readonly product: Product;
  readonly events: readonly RawRow[];
  readonly statements: readonly RawRow[];
};

function itemOf(row: RawRow, { bookId, product, events, statements }: Beside): VerifyItem {
  const [borrowerId, accountId] = [text(row, 0), text(row, 1)];
  const subject = `${borrowerId} ${accountId}`;
  const accountEvents = eventsIn(events);
  return {
    product,
    isQuarantined: row[4] === "t",
    columns: [
      ...openingColumns(subject, row, accountEvents[0]),
      ...events.flatMap((it, k) => kindColumn(subject, it, accountEvents[k])),
      ...statements.flatMap((it) => billColumns(subject, it)),
    ],
    lines: linesFor({ borrowerId, accountId, bookId }, accountEvents),
    stored: {
      subject,
      asOf: epochDay(number(row, 7)),
      stateText: text(row, 5),
      row: rowIn(row),
      events: accountEvents,
      statements: new Map(statements.map((it) => [text(it, 2), text(it, 3)])),
    },
  };
}

function rowsIn(rows: CopiedRows, { from, to }: Section): RawRow[] {
  const out: RawRow[] = [];
  for (let index = from; index < to; index += 1) out.push(columnsOf(rows, index));
  return out;
}

const text = (row: RawRow, index: number): string => present(row[index], "a column with a value");
const number = (row: RawRow, index: number): number => Number(text(row, index));

/** All events of an account in one reading: cheaper than one by one. */
function eventsIn(rows: readonly RawRow[]): AccountEvent[] {
  const texts = rows.map((row) => {
    const head = `{"id":"${text(row, 3)}","seq":${row[2]},"valueOn":${row[4]},"bookedOn":${row[5]},`;
    return head + text(row, 6).slice(1);
  });
  return JSON.parse(`[${texts.join(",")}]`) as AccountEvent[];
}

function openingColumns(
  subject: string,
  row: RawRow,
  first: AccountEvent | undefined,
): Difference[] {
  if (first?.kind !== "opened")
    return [{ subject, field: "events", stored: "none", rebuilt: "an opening" }];
  const stored = `${row[1]} ${row[2]}@${row[3]} ${row[31]}`;
  const rebuilt = `${first.accountId} ${first.productId}@${first.productVersion} ${first.valueOn}`;
  return stored === rebuilt ? [] : [{ subject, field: "row.product and opening", stored, rebuilt }];
}

function kindColumn(subject: string, row: RawRow, event: AccountEvent | undefined): Difference[] {
  const rebuilt = event?.kind ?? "none";
  const stored = text(row, 7);
  return stored === rebuilt ? [] : [{ subject, field: `event ${row[3]} kind`, stored, rebuilt }];
}

function billColumns(subject: string, row: RawRow): Difference[] {
  const it = JSON.parse(text(row, 3)) as Statement;
  const stored = `${row[2]} ${row[4]} ${row[5]} ${row[6]} ${row[7]}`;
  const rebuilt = `${it.id} ${it.closedOn} ${it.dueOn} ${it.closingMinor} ${it.minimumMinor}`;
  return stored === rebuilt
    ? []
    : [{ subject, field: `statement ${row[2]} columns`, stored, rebuilt }];
}

function rowIn(row: RawRow): StoredRow {
  const days = (index: number) => (row[index] === null ? null : epochDay(number(row, index)));
  const amount = (index: number) => minor(number(row, index));
  return {
    status: text(row, 6) as AccountStatus,
    asOf: epochDay(number(row, 7)),
    seq: number(row, 8),
    nextEventOn: epochDay(number(row, 9)),
    limitMinor: amount(10),
    availableMinor: amount(11),
    principalMinor: amount(12),
    principalOverdueMinor: amount(13),
    interestMinor: amount(14),
    feeMinor: amount(15),
    penaltyMinor: amount(16),
    creditMinor: amount(17),
    claimMinor: amount(18),
    interestNumerator: number(row, 19),
    interestSlopePerDay: number(row, 20),
    penaltyNumerator: number(row, 21),
    penaltySlopePerDay: number(row, 22),
    oldestUnpaidOn: days(23),
    bucket: number(row, 24),
    grade: text(row, 25) as Grade,
    stage: number(row, 26) as 1 | 2 | 3,
    isNonAccrual: row[27] === "t",
    provisionMinor: amount(28),
    dueOn: days(29),
    dueMinor: amount(30),
  };
}
