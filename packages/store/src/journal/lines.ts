import { assert, type Currency, type EpochDay } from "@fairdue/kernel";
import type { Entry, GlCode } from "@fairdue/ledger";
import { columnReads, columnText } from "../sql/column.ts";
import { dateOf, type SqlValue, type Transaction } from "../sql/database.ts";

/** A posting of one account, as the store writes it: all or nothing, once per key. */
export type JournalPosting = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly bookId: string;
  readonly key: string;
  readonly bookedOn: EpochDay;
  readonly valueOn: EpochDay;
  readonly currency: Currency;
  readonly entries: readonly Entry[];
};

/** Columns of lines, ready for UNNEST: one array per column. */
type LineColumns = {
  borrower: string[];
  key: string[];
  line: number[];
  account: string[];
  book: string[];
  bookedOn: string[];
  valueOn: string[];
  debit: number[];
  credit: number[];
  amount: number[];
  currency: string[];
  reason: string[];
  channel: string[];
};

/** Of every column but the channel, which is free text and goes as an array. */
const lineTypes: readonly string[] = [
  "text",
  "text",
  "smallint",
  "text",
  "text",
  "date",
  "date",
  "int",
  "int",
  "bigint",
  "text",
  "text",
];

const insertLines = `INSERT INTO journal (borrower_id, posting_key, line, account_id, book_id,
    booked_on, value_on, debit, credit, amount_minor, currency, reason, channel)
  SELECT * FROM UNNEST(${columnReads(lineTypes)}, $13::text[])`;

/** Writes lines that cannot have been written before: their account is locked and its step is new. */
export async function insertPostings(
  tx: Transaction,
  postings: readonly JournalPosting[],
): Promise<void> {
  const lines = columnsOf(postings, () => true);
  if (lines.key.length > 0) await tx.named("journal-insert", insertLines, valuesOf(lines));
}

/**
 * Writes the first line of each posting whose key is new, and answers with the keys that were: the
 * first line stands for the whole posting. Postings must come in the order of borrower and key, so
 * that two batches never wait for each other.
 */
export async function insertFirstLines(
  tx: Transaction,
  postings: readonly JournalPosting[],
): Promise<Set<string>> {
  if (postings.length === 0) return new Set();
  const lines = columnsOf(postings, (index) => index === 0);
  const rows = await tx.named(
    "journal-insert-first",
    `${insertLines} ON CONFLICT (borrower_id, posting_key, line) DO NOTHING
     RETURNING borrower_id || ' ' || posting_key AS id`,
    valuesOf(lines),
  );
  return new Set(rows.map((row) => String(row["id"])));
}

/** Writes all lines but the first. */
export async function insertOtherLines(
  tx: Transaction,
  postings: readonly JournalPosting[],
): Promise<void> {
  const lines = columnsOf(postings, (index) => index > 0);
  if (lines.key.length > 0) await tx.named("journal-insert", insertLines, valuesOf(lines));
}

export const postingIdOf = (it: JournalPosting): string => `${it.borrowerId} ${it.key}`;

function columnsOf(
  postings: readonly JournalPosting[],
  isWanted: (index: number) => boolean,
): LineColumns {
  const out: LineColumns = {
    borrower: [],
    key: [],
    line: [],
    account: [],
    book: [],
    bookedOn: [],
    valueOn: [],
    debit: [],
    credit: [],
    amount: [],
    currency: [],
    reason: [],
    channel: [],
  };
  const texts = new Map<EpochDay, string>();
  const textOf = (on: EpochDay): string => {
    const known = texts.get(on);
    if (known !== undefined) return known;
    const text = dateOf(on);
    texts.set(on, text);
    return text;
  };
  for (const it of postings) {
    assert(!it.key.includes("\n"), "a posting key is one line");
    it.entries.forEach((line, index) => {
      if (!isWanted(index)) return;
      out.borrower.push(it.borrowerId);
      out.key.push(it.key);
      out.line.push(index);
      out.account.push(it.accountId);
      out.book.push(it.bookId);
      out.bookedOn.push(textOf(it.bookedOn));
      out.valueOn.push(textOf(it.valueOn));
      out.debit.push(line.debit);
      out.credit.push(line.credit);
      out.amount.push(line.amountMinor);
      out.currency.push(it.currency);
      out.reason.push(line.reason);
      out.channel.push(line.channel);
    });
  }
  return out;
}

function valuesOf(it: LineColumns): readonly SqlValue[] {
  const { channel, ...plain } = it;
  return [...Object.values(plain).map(columnText), channel];
}

/** Sums of lines by day and pair of sides: what a batch appends to the totals of the ledger. */
export async function addTotals(
  tx: Transaction,
  postings: readonly Pick<JournalPosting, "bookId" | "bookedOn" | "currency" | "entries">[],
): Promise<void> {
  type Sum = {
    bookId: string;
    on: EpochDay;
    debit: GlCode;
    credit: GlCode;
    currency: string;
    amount: bigint;
    lines: number;
  };
  const sums = new Map<string, Sum>();
  for (const it of postings) {
    for (const { debit, credit, amountMinor } of it.entries) {
      const key = `${it.bookId} ${it.bookedOn} ${debit} ${credit} ${it.currency}`;
      const known = sums.get(key);
      if (known) {
        known.amount += BigInt(amountMinor);
        known.lines += 1;
      } else
        sums.set(key, {
          bookId: it.bookId,
          on: it.bookedOn,
          debit,
          credit,
          currency: it.currency,
          amount: BigInt(amountMinor),
          lines: 1,
        });
    }
  }
  if (sums.size === 0) return;
  const all = [...sums.values()];
  await tx.named(
    "totals-insert",
    `INSERT INTO gl_totals (book_id, booked_on, debit, credit, currency, amount_minor, lines)
     SELECT * FROM UNNEST($1::text[], $2::date[], $3::int[], $4::int[], $5::text[], $6::numeric[],
       $7::bigint[])`,
    [
      all.map((it) => it.bookId),
      all.map((it) => dateOf(it.on)),
      all.map((it) => it.debit),
      all.map((it) => it.credit),
      all.map((it) => it.currency),
      all.map((it) => it.amount),
      all.map((it) => it.lines),
    ],
  );
}
