import { addDays, assert, type EpochDay, formatDay, present, toSafeNumber } from "@fairdue/kernel";
import { type Entry, gl, type GlCode } from "@fairdue/ledger";
import {
  accrualEntries,
  accruedTargets,
  type AccrualPosition,
  type AccrualTotals,
} from "@fairdue/servicing";
import { type Book, loadBook, type Products } from "../book/books.ts";
import { addTotals } from "../journal/lines.ts";
import { foldTotals } from "../journal/totals.ts";
import { dateOf, type Database, type Sql, type Transaction } from "../sql/database.ts";
import { bigintIn, integerIn, textIn, truthIn } from "../sql/row.ts";
import { addChunk } from "./days.ts";

export type SealOutcome = "sealed" | "sealed-before" | "more-work";

/**
 * Strikes the accrual of the whole portfolio for a day whose chunks are all done, and closes the
 * day. For a moment the book is held alone, so that no posting of the day is under way.
 */
export async function sealDay(
  database: Database,
  products: Products,
  { bookId, on }: { readonly bookId: string; readonly on: EpochDay },
): Promise<SealOutcome> {
  const outcome = await database.transaction(async (tx): Promise<SealOutcome> => {
    await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('book ' || $1, 0))", [bookId]);
    const book = present(await loadBook(tx, bookId), `book ${bookId} is there`);
    if (book.closedThrough >= on) return "sealed-before";
    assert(book.closedThrough === addDays(on, -1), "days are sealed one after the other");
    if (await hasWork(tx, bookId, on)) {
      await addChunk(tx, bookId, on);
      return "more-work";
    }
    const accrued = await strikeAccrual(tx, products, { book, on });
    await tx.rows("UPDATE books SET closed_through = $2 WHERE book_id = $1", [bookId, dateOf(on)]);
    await tx.rows(
      `UPDATE close_days SET sealed_at = clock_timestamp(), accrual = $3
       WHERE book_id = $1 AND business_on = $2`,
      [bookId, dateOf(on), JSON.stringify(accrued)],
    );
    return "sealed";
  });
  if (outcome === "sealed") await foldDay(database, bookId, on);
  return outcome;
}

async function hasWork(sql: Sql, bookId: string, on: EpochDay): Promise<boolean> {
  const [row] = await sql.rows(
    `SELECT EXISTS (SELECT FROM accounts WHERE book_id = $1 AND next_event_on <= $2
         AND NOT is_quarantined)
       OR EXISTS (SELECT FROM close_chunks WHERE book_id = $1 AND business_on = $2
         AND done_at IS NULL) AS more`,
    [bookId, dateOf(on)],
  );
  return truthIn(present(row, "an answer"), "more");
}

/** Books the difference between what must stand as accrued at the end of the day and what does. */
async function strikeAccrual(
  tx: Transaction,
  products: Products,
  { book, on }: { readonly book: Book; readonly on: EpochDay },
): Promise<AccrualTotals> {
  const { bookId, currency } = book;
  const target = accruedTargets(await loadPositions(tx, products, { bookId, on }), on);
  const standing = await loadStanding(tx, bookId, on);
  const entries = accrualEntries(target, standing);
  await insertBookLines(tx, { book, on, key: `accrual/${formatDay(on)}` }, entries);
  await addTotals(tx, [{ bookId, bookedOn: on, currency, entries }]);
  return {
    interestMinor: target.interestMinor - standing.interestMinor,
    penaltyMinor: target.penaltyMinor - standing.penaltyMinor,
    memoInterestMinor: target.memoInterestMinor - standing.memoInterestMinor,
    memoPenaltyMinor: target.memoPenaltyMinor - standing.memoPenaltyMinor,
  };
}

/** Accrual lines of the book's products as they hold at the end of a day. */
export async function loadPositions(
  sql: Sql,
  products: Products,
  { bookId, on }: { readonly bookId: string; readonly on: EpochDay },
): Promise<AccrualPosition[]> {
  const rows = await sql.rows(
    `SELECT product_id, product_version, component, is_memo,
       sum(intercept) AS intercept, sum(slope) AS slope
     FROM accrual_totals WHERE book_id = $1 AND from_on <= $2
     GROUP BY product_id, product_version, component, is_memo ORDER BY 1, 2, 3, 4`,
    [bookId, dateOf(on)],
  );
  const out: AccrualPosition[] = [];
  for (const row of rows) {
    const productId = textIn(row, "product_id");
    const productVersion = integerIn(row, "product_version");
    const { denominator } = await products.of(productId, productVersion);
    out.push({
      productId,
      productVersion,
      component: textIn(row, "component") === "interest" ? "interest" : "penalty",
      isMemo: truthIn(row, "is_memo"),
      denominator,
      line: { intercept: bigintIn(row, "intercept"), slope: bigintIn(row, "slope") },
    });
  }
  return out;
}

/** What the ledger shows on the accrued accounts at the end of a day. */
export async function loadStanding(sql: Sql, bookId: string, on: EpochDay): Promise<AccrualTotals> {
  const rows = await sql.rows(
    `SELECT code, sum(amount) AS balance FROM (
       SELECT debit AS code, amount_minor AS amount FROM gl_totals
       WHERE book_id = $1 AND booked_on <= $2 AND debit = ANY ($3::int[])
       UNION ALL
       SELECT credit, -amount_minor FROM gl_totals
       WHERE book_id = $1 AND booked_on <= $2 AND credit = ANY ($3::int[])) AS sides
     GROUP BY code`,
    [bookId, dateOf(on), accruedCodes],
  );
  const balances = new Map(rows.map((row) => [integerIn(row, "code"), bigintIn(row, "balance")]));
  const of = (code: GlCode): number => toSafeNumber(balances.get(code) ?? 0n);
  return {
    interestMinor: of(gl.interestAccrued),
    penaltyMinor: of(gl.penaltyAccrued),
    memoInterestMinor: of(gl.memoInterestAccrued),
    memoPenaltyMinor: of(gl.memoPenaltyAccrued),
  };
}

const accruedCodes: readonly GlCode[] = [
  gl.interestAccrued,
  gl.penaltyAccrued,
  gl.memoInterestAccrued,
  gl.memoPenaltyAccrued,
];

export type BookPosting = { readonly book: Book; readonly on: EpochDay; readonly key: string };

/** Lines of the book as a whole, once per key. */
export async function insertBookLines(
  tx: Transaction,
  { book, on, key }: BookPosting,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.rows(
    `INSERT INTO book_journal (book_id, posting_key, line, booked_on, debit, credit, amount_minor,
       currency, reason)
     SELECT $1, $2, line, $3, debit, credit, amount, $4, reason
     FROM UNNEST($5::smallint[], $6::int[], $7::int[], $8::bigint[], $9::text[])
       AS lines (line, debit, credit, amount, reason)`,
    [
      book.bookId,
      key,
      dateOf(on),
      book.currency,
      entries.map((_, line) => line),
      entries.map((it) => it.debit),
      entries.map((it) => it.credit),
      entries.map((it) => it.amountMinor),
      entries.map((it) => it.reason),
    ],
  );
}

/** Folds the appended totals of closed days together. Changes no sum, so it may come late. */
export async function foldDay(database: Database, bookId: string, on: EpochDay): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('fold ' || $1, 0))", [bookId]);
    await foldTotals(tx, bookId, on);
    await tx.rows(
      `WITH gone AS (
         DELETE FROM accrual_totals WHERE book_id = $1 AND from_on <= $2 RETURNING *)
       INSERT INTO accrual_totals (book_id, product_id, product_version, component, is_memo, from_on,
         intercept, slope, is_folded)
       SELECT $1, product_id, product_version, component, is_memo, $2, sum(intercept), sum(slope), true
       FROM gone GROUP BY product_id, product_version, component, is_memo`,
      [bookId, dateOf(on)],
    );
  });
}
