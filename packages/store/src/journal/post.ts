import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { enterBook } from "../book/books.ts";
import type { Database, Transaction } from "../sql/database.ts";
import { integerIn, textIn } from "../sql/row.ts";
import { groupCommit, type GroupCommit } from "./group-commit.ts";
import {
  addTotals,
  insertFirstLines,
  insertOtherLines,
  type JournalPosting,
  postingIdOf,
} from "./lines.ts";

/** `posted` now, or `known`: the same posting was booked before under this key. */
export type PostingResult = "posted" | "known";

/** The key was used before for something else: nothing is booked. */
export type KeyTaken = { readonly reason: "key-taken"; readonly key: string };

export type PostOutcome = Outcome<PostingResult, KeyTaken>;

/**
 * Books many postings in a few flat statements, each posting once per key; answers in the order of
 * the arguments. Each step is one INSERT from arrays: there is no join whose plan could flip, and no
 * row of the general ledger that two batches would fight for.
 */
export async function post(
  tx: Transaction,
  postings: readonly JournalPosting[],
): Promise<PostOutcome[]> {
  const distinct = new Map<string, JournalPosting>();
  for (const it of postings) if (!distinct.has(postingIdOf(it))) distinct.set(postingIdOf(it), it);
  const ordered = [...distinct.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it);
  for (const bookId of new Set(ordered.map((it) => it.bookId))) await enterBook(tx, bookId);
  const fresh = await insertFirstLines(tx, ordered);
  const accepted_ = ordered.filter((it) => fresh.has(postingIdOf(it)));
  await insertOtherLines(tx, accepted_);
  await addTotals(tx, accepted_);
  const earlier = await loadKnown(
    tx,
    ordered.filter((it) => !fresh.has(postingIdOf(it))),
  );
  const answered = new Set<string>();
  return postings.map((it) => {
    const id = postingIdOf(it);
    const first = distinct.get(id);
    const isFirst = first === it && !answered.has(id);
    answered.add(id);
    if (isFirst && fresh.has(id)) return accepted("posted");
    const booked = earlier.get(id) ?? (first === undefined ? "" : fingerprint(first));
    return booked === fingerprint(it)
      ? accepted("known")
      : refused({ reason: "key-taken", key: it.key });
  });
}

async function loadKnown(
  tx: Transaction,
  postings: readonly JournalPosting[],
): Promise<Map<string, string>> {
  const out = new Map<string, string>();
  if (postings.length === 0) return out;
  const rows = await tx.named(
    "journal-known",
    `SELECT borrower_id, posting_key, account_id, debit, credit, amount_minor, currency
     FROM journal WHERE (borrower_id, posting_key) IN (SELECT * FROM UNNEST($1::text[], $2::text[]))
     ORDER BY borrower_id, posting_key, line`,
    [postings.map((it) => it.borrowerId), postings.map((it) => it.key)],
  );
  for (const row of rows) {
    const id = `${textIn(row, "borrower_id")} ${textIn(row, "posting_key")}`;
    const line = `${integerIn(row, "debit")} ${integerIn(row, "credit")} ${integerIn(row, "amount_minor")}`;
    const head = `${textIn(row, "account_id")} ${textIn(row, "currency")}`;
    out.set(id, `${out.get(id) ?? head}|${line}`);
  }
  return out;
}

/** What makes two postings under one key the same: account, currency, sides and amounts. */
function fingerprint(it: JournalPosting): string {
  const lines = it.entries.map((line) => `${line.debit} ${line.credit} ${line.amountMinor}`);
  return [`${it.accountId} ${it.currency}`, ...lines].join("|");
}

/**
 * The way for single callers: whatever arrives while a batch is being written forms the next one.
 * Batching arises by itself under load, and a lone caller waits for nobody.
 */
export function journalQueue(
  database: Database,
  options: { readonly posters?: number; readonly batchMax?: number } = {},
): GroupCommit<JournalPosting, PostOutcome> {
  return groupCommit({
    lanes: options.posters ?? 2,
    batchMax: options.batchMax ?? 1000,
    write: (batch) => database.transaction((tx) => post(tx, batch)),
  });
}
