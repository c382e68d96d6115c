import type { AccountEvent, AccountStatus, Grade, Product, Statement } from "@fairdue/credit";
import { epochDay, minor, present } from "@fairdue/kernel";
import {
  type Difference,
  type JournalSum,
  momentOrigin,
  type StoredBooks,
  type StoredRow,
} from "@fairdue/servicing";
import type pg from "pg";
import type { Products } from "../book/books.ts";
import { type RawRow, rawRows } from "../sql/raw.ts";

/** Borrowers after the first id, up to and with the second. */
export type Range = { readonly after: string; readonly upTo: string };

/** All that is on record of one account, and the product to fold it with. */
export type VerifyItem = {
  readonly product: Product;
  readonly stored: StoredBooks;
  readonly isQuarantined: boolean;
  /** Columns beside a document that do not repeat what it says. */
  readonly columns: readonly Difference[];
  /** Journal lines whose key, days or number fit no event and no step. */
  readonly strayLines: number;
};

const day = (name: string): string => `${name} - DATE '1970-01-01'`;

const accountsText = `SELECT account_id, product_id, product_version, is_quarantined, state, status,
    ${day("as_of")}, seq, ${day("next_event_on")}, limit_minor, available_minor, principal_minor,
    principal_overdue_minor, interest_minor, fee_minor, penalty_minor, credit_minor, claim_minor,
    interest_numerator, interest_slope, penalty_numerator, penalty_slope,
    ${day("oldest_unpaid_on")}, bucket, grade, stage, is_non_accrual, provision_minor,
    ${day("due_on")}, due_minor, borrower_id, ${day("opened_on")}
  FROM accounts WHERE borrower_id > $1 AND borrower_id <= $2 AND book_id = $3
  ORDER BY borrower_id, account_id`;

const eventsText = `SELECT account_id, seq, event_id, ${day("value_on")}, ${day("booked_on")}, fact,
    kind, borrower_id
  FROM account_events WHERE borrower_id > $1 AND borrower_id <= $2
  ORDER BY borrower_id, account_id, seq`;

const statementsText = `SELECT account_id, statement_id, statement, ${day("closed_on")}, ${day("due_on")}, closing_minor,
    minimum_minor, borrower_id
  FROM statements WHERE borrower_id > $1 AND borrower_id <= $2`;

/**
 * Sums of the journal by account, pair of sides and reason. On the way each line is held against
 * what its key names: an event of the account with the same days, or a step of the account on its
 * day.
 */
const journalText = `SELECT account_id, LEAST(debit, credit), GREATEST(debit, credit), reason, channel,
    sum(CASE WHEN debit < credit THEN amount_minor ELSE -amount_minor END),
    sum(CASE WHEN debit < credit THEN amount_minor ELSE -amount_minor END
      * (value_on - DATE '1970-01-01' - ${momentOrigin})),
    count(*) FILTER (WHERE is_stray), borrower_id
  FROM (
    SELECT j.borrower_id, j.account_id, j.debit, j.credit, j.reason, j.channel, j.amount_minor,
      j.value_on, j.book_id <> $3 OR CASE WHEN e.event_id IS NULL
        THEN j.posting_key <> j.account_id || '/' || j.value_on::text OR j.booked_on < j.value_on
        ELSE e.account_id <> j.account_id OR e.value_on <> j.value_on OR e.booked_on <> j.booked_on
      END AS is_stray
    FROM journal AS j LEFT JOIN account_events AS e
      ON e.borrower_id = j.borrower_id AND e.event_id = j.posting_key
        AND e.borrower_id > $1 AND e.borrower_id <= $2
    WHERE j.borrower_id > $1 AND j.borrower_id <= $2) AS lines
  GROUP BY borrower_id, account_id, LEAST(debit, credit), GREATEST(debit, credit), reason, channel`;

/**
 * Settings of a session that reads pages: both sides of the join above lie in the order of their
 * keys, so a merge of two index scans needs neither hash nor sort. Left to itself the planner reads
 * all events of the book for every page.
 */
export const pageSettings = `SET LOCAL enable_hashjoin = off; SET LOCAL enable_nestloop = off;
  SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off`;

/** Reads everything on record about the accounts of some borrowers in four statements. */
export async function readPage(
  client: pg.PoolClient,
  products: Products,
  { bookId, range }: { readonly bookId: string; readonly range: Range },
): Promise<VerifyItem[]> {
  const bounds = [range.after, range.upTo];
  const inBook = [...bounds, bookId];
  const accounts = await rawRows(client, {
    name: "verify-accounts",
    text: accountsText,
    values: inBook,
  });
  const events = await rawRows(client, { name: "verify-events", text: eventsText, values: bounds });
  const statements = await rawRows(client, {
    name: "verify-statements",
    text: statementsText,
    values: bounds,
  });
  const journal = await rawRows(client, {
    name: "verify-journal",
    text: journalText,
    values: inBook,
  });
  const eventsOf = grouped(events, 7);
  const statementsOf = grouped(statements, 7);
  const journalOf = grouped(journal, 8);
  return accounts.map((row) => {
    const id = idOf(row, 30);
    const lines = journalOf.get(id) ?? [];
    const bills = statementsOf.get(id) ?? [];
    const eventRows = eventsOf.get(id) ?? [];
    const accountEvents = eventRows.map(eventOf);
    return {
      columns: [
        ...openingColumns(id, row, accountEvents[0]),
        ...eventRows.flatMap((it, k) => kindColumn(id, it, accountEvents[k])),
        ...bills.flatMap((it) => statementColumns(id, it)),
      ],
      product: products.known(text(row, 1), number(row, 2)),
      isQuarantined: row[3] === "t",
      strayLines: lines.reduce((sum, it) => sum + number(it, 7), 0),
      stored: {
        subject: id,
        asOf: epochDay(number(row, 6)),
        stateText: text(row, 4),
        row: rowIn(row),
        events: accountEvents,
        statements: new Map(bills.map((it) => [text(it, 1), text(it, 2)])),
        journal: lines.map(sumOf),
      },
    };
  });
}

function grouped(rows: readonly RawRow[], borrowerAt: number): Map<string, RawRow[]> {
  const out = new Map<string, RawRow[]>();
  for (const row of rows) {
    const id = idOf(row, borrowerAt);
    const known = out.get(id);
    if (known) known.push(row);
    else out.set(id, [row]);
  }
  return out;
}

const idOf = (row: RawRow, borrowerAt: number): string => `${row[borrowerAt]} ${row[0]}`;
const text = (row: RawRow, index: number): string => present(row[index], "a column with a value");
const number = (row: RawRow, index: number): number => Number(text(row, index));

function eventOf(row: RawRow): AccountEvent {
  const head = `{"id":"${text(row, 2)}","seq":${row[1]},"valueOn":${row[3]},"bookedOn":${row[4]},`;
  return JSON.parse(head + text(row, 5).slice(1)) as AccountEvent;
}

function openingColumns(
  subject: string,
  row: RawRow,
  first: AccountEvent | undefined,
): Difference[] {
  if (first?.kind !== "opened")
    return [{ subject, field: "events", stored: "none", rebuilt: "an opening" }];
  const stored = `${row[0]} ${row[1]}@${row[2]} ${row[31]}`;
  const rebuilt = `${first.accountId} ${first.productId}@${first.productVersion} ${first.valueOn}`;
  return stored === rebuilt ? [] : [{ subject, field: "row.product and opening", stored, rebuilt }];
}

function kindColumn(subject: string, row: RawRow, event: AccountEvent | undefined): Difference[] {
  const rebuilt = event?.kind ?? "none";
  const stored = text(row, 6);
  return stored === rebuilt ? [] : [{ subject, field: `event ${row[2]} kind`, stored, rebuilt }];
}

function statementColumns(subject: string, row: RawRow): Difference[] {
  const it = JSON.parse(text(row, 2)) as Statement;
  const stored = `${row[1]} ${row[3]} ${row[4]} ${row[5]} ${row[6]}`;
  const rebuilt = `${it.id} ${it.closedOn} ${it.dueOn} ${it.closingMinor} ${it.minimumMinor}`;
  return stored === rebuilt
    ? []
    : [{ subject, field: `statement ${row[1]} columns`, stored, rebuilt }];
}

function sumOf(row: RawRow): JournalSum {
  return {
    low: number(row, 1),
    high: number(row, 2),
    reason: text(row, 3),
    channel: text(row, 4),
    amountMinor: number(row, 5),
    moment: number(row, 6),
  };
}

function rowIn(row: RawRow): StoredRow {
  const days = (index: number) => (row[index] === null ? null : epochDay(number(row, index)));
  const amount = (index: number) => minor(number(row, index));
  return {
    status: text(row, 5) as AccountStatus,
    asOf: epochDay(number(row, 6)),
    seq: number(row, 7),
    nextEventOn: epochDay(number(row, 8)),
    limitMinor: amount(9),
    availableMinor: amount(10),
    principalMinor: amount(11),
    principalOverdueMinor: amount(12),
    interestMinor: amount(13),
    feeMinor: amount(14),
    penaltyMinor: amount(15),
    creditMinor: amount(16),
    claimMinor: amount(17),
    interestNumerator: number(row, 18),
    interestSlopePerDay: number(row, 19),
    penaltyNumerator: number(row, 20),
    penaltySlopePerDay: number(row, 21),
    oldestUnpaidOn: days(22),
    bucket: number(row, 23),
    grade: text(row, 24) as Grade,
    stage: number(row, 25) as 1 | 2 | 3,
    isNonAccrual: row[26] === "t",
    provisionMinor: amount(27),
    dueOn: days(28),
    dueMinor: amount(29),
  };
}
