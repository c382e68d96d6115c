import { addDays, type EpochDay, present } from "@fairdue/kernel";
import type { DayReport, MovementSums } from "@fairdue/servicing";
import { mergeSums } from "@fairdue/servicing";
import { dateOf, type Database, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, integerIn, textIn } from "../sql/row.ts";

/** Slices of a book by borrower; see the column `slot` of `accounts`. */
const slots = 1024;

/** Accounts that one transaction of the close is meant to touch. */
const chunkTarget = 2_000;

export type Chunk = {
  readonly chunk: number;
  readonly slotFrom: number;
  readonly slotTo: number;
};

/**
 * Opens the close of a day for work: one row per chunk of the book, as many as the day has work for.
 * Several processes may call this; the first one's chunks stand.
 */
export async function beginDay(database: Database, bookId: string, on: EpochDay): Promise<void> {
  await database.transaction(async (tx) => {
    const fresh = await tx.rows(
      `INSERT INTO close_days (book_id, business_on) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1 AS one`,
      [bookId, dateOf(on)],
    );
    if (fresh.length === 0) return;
    const due = await countDue(tx, bookId, on);
    const count = Math.min(slots, Math.max(1, Math.ceil(due / chunkTarget)));
    const edges = Array.from({ length: count + 1 }, (_, k) => Math.floor((k * slots) / count));
    await tx.rows(
      `INSERT INTO close_chunks (book_id, business_on, chunk, slot_from, slot_to)
       SELECT $1, $2, * FROM UNNEST($3::int[], $4::smallint[], $5::smallint[])`,
      [
        bookId,
        dateOf(on),
        edges.slice(1).map((_, k) => k),
        edges.slice(0, -1),
        edges.slice(1).map((edge) => edge - 1),
      ],
    );
  });
}

async function countDue(sql: Sql, bookId: string, on: EpochDay): Promise<number> {
  const [row] = await sql.rows(
    `SELECT count(*) AS due FROM accounts
     WHERE book_id = $1 AND next_event_on <= $2 AND NOT is_quarantined`,
    [bookId, dateOf(on)],
  );
  return integerIn(present(row, "a count"), "due");
}

/** Takes a chunk that nobody works on, until the transaction ends; `undefined` when there is none. */
export async function claimChunk(
  tx: Transaction,
  bookId: string,
  on: EpochDay,
): Promise<Chunk | undefined> {
  const [row] = await tx.named(
    "close-claim",
    `SELECT chunk, slot_from, slot_to FROM close_chunks
     WHERE book_id = $1 AND business_on = $2 AND done_at IS NULL
     ORDER BY chunk FOR UPDATE SKIP LOCKED LIMIT 1`,
    [bookId, dateOf(on)],
  );
  return (
    row && {
      chunk: integerIn(row, "chunk"),
      slotFrom: integerIn(row, "slot_from"),
      slotTo: integerIn(row, "slot_to"),
    }
  );
}

export type ChunkDone = Chunk & {
  readonly touched: number;
  readonly quarantined: number;
  readonly movements: MovementSums;
};

export async function markDone(
  tx: Transaction,
  of: { readonly bookId: string; readonly on: EpochDay },
  it: ChunkDone,
): Promise<void> {
  await tx.named(
    "close-done",
    `UPDATE close_chunks
     SET done_at = clock_timestamp(), touched = $4, quarantined = $5, movements = $6
     WHERE book_id = $1 AND business_on = $2 AND chunk = $3`,
    [of.bookId, dateOf(of.on), it.chunk, it.touched, it.quarantined, JSON.stringify(it.movements)],
  );
}

export type DayProgress = {
  readonly on: EpochDay;
  readonly chunks: number;
  readonly chunksDone: number;
  readonly touched: number;
};

export async function loadProgress(sql: Sql, bookId: string, on: EpochDay): Promise<DayProgress> {
  const [row] = await sql.named(
    "close-progress",
    `SELECT count(*) AS chunks, count(done_at) AS done, COALESCE(sum(touched), 0)::bigint AS touched
     FROM close_chunks WHERE book_id = $1 AND business_on = $2`,
    [bookId, dateOf(on)],
  );
  const it = present(row, "a count");
  return {
    on,
    chunks: integerIn(it, "chunks"),
    chunksDone: integerIn(it, "done"),
    touched: integerIn(it, "touched"),
  };
}

/** Adds a chunk over the whole book, for accounts that came to have work after theirs was done. */
export async function addChunk(tx: Transaction, bookId: string, on: EpochDay): Promise<void> {
  await tx.rows(
    `INSERT INTO close_chunks (book_id, business_on, chunk, slot_from, slot_to)
     SELECT $1, $2, 1 + max(chunk), 0, ${slots - 1} FROM close_chunks
     WHERE book_id = $1 AND business_on = $2`,
    [bookId, dateOf(on)],
  );
}

/** Days after the last closed one up to `through`: what a close has to catch up. */
export function daysBetween(closedThrough: EpochDay, through: EpochDay): EpochDay[] {
  const count = Math.max(0, through - closedThrough);
  return Array.from({ length: count }, (_, k) => addDays(closedThrough, k + 1));
}

/** What the close of a sealed day did, from what it left on record. */
export async function loadDayReport(sql: Sql, bookId: string, on: EpochDay): Promise<DayReport> {
  const values = [bookId, dateOf(on)];
  const [day] = await sql.rows(
    `SELECT accrual, extract(epoch FROM sealed_at - started_at)::float8 AS seconds
     FROM close_days WHERE book_id = $1 AND business_on = $2`,
    values,
  );
  const chunks = await sql.rows(
    `SELECT touched, movements FROM close_chunks
     WHERE book_id = $1 AND business_on = $2 AND done_at IS NOT NULL`,
    values,
  );
  const aside = await sql.rows(
    `SELECT q.borrower_id, q.account_id, q.reason FROM quarantine AS q
     JOIN accounts AS a USING (borrower_id, account_id)
     WHERE a.book_id = $1 AND q.business_on = $2 ORDER BY q.borrower_id, q.account_id`,
    values,
  );
  const found = present(day, "the day was closed");
  return {
    businessOn: on,
    touched: chunks.reduce((sum, row) => sum + integerIn(row, "touched"), 0),
    quarantined: aside.map((row) => ({
      borrowerId: textIn(row, "borrower_id"),
      accountId: textIn(row, "account_id"),
      reason: textIn(row, "reason"),
    })),
    movements: mergeSums(chunks.map((row) => row["movements"] as MovementSums)),
    accrual: found["accrual"] as DayReport["accrual"],
    seconds: Math.round(1000 * Number(found["seconds"] ?? 0)) / 1000,
  };
}

export async function closedThrough(sql: Sql, bookId: string): Promise<EpochDay> {
  const [row] = await sql.named(
    "book-closed-through",
    "SELECT closed_through FROM books WHERE book_id = $1",
    [bookId],
  );
  return dayIn(present(row, `book ${bookId} is there`), "closed_through");
}
