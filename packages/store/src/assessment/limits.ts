import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, integerIn, nullable, textIn } from "../sql/row.ts";

export type LimitReview = {
  readonly borrowerId: string;
  readonly reviewId: string;
  readonly accountId: string;
  readonly bookId: string;
  readonly reviewedOn: EpochDay;
  readonly cause: "periodic" | "event" | "asked";
  readonly kind: "keep" | "cut" | "raise";
  readonly fromMinor: number;
  readonly toMinor: number;
  readonly model: string | null;
  readonly probability: number | null;
  readonly reasons: unknown;
  readonly status: "kept" | "awaits-agreement" | "notified" | "done" | "declined" | "lapsed";
  readonly effectiveOn: EpochDay | null;
};

export async function insertLimitReview(tx: Transaction, it: LimitReview): Promise<void> {
  // A newer review of the account takes the place of one that still waits.
  await tx.rows(
    `UPDATE limit_reviews SET status = 'lapsed', settled_at = clock_timestamp()
     WHERE borrower_id = $1 AND account_id = $2 AND status IN ('awaits-agreement', 'notified')`,
    [it.borrowerId, it.accountId],
  );
  await tx.rows(
    `INSERT INTO limit_reviews (borrower_id, review_id, account_id, book_id, reviewed_on, cause, kind,
       from_minor, to_minor, model, probability, reasons, status, effective_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      it.borrowerId,
      it.reviewId,
      it.accountId,
      it.bookId,
      dateOf(it.reviewedOn),
      it.cause,
      it.kind,
      it.fromMinor,
      it.toMinor,
      it.model,
      it.probability,
      JSON.stringify(it.reasons),
      it.status,
      it.effectiveOn === null ? null : dateOf(it.effectiveOn),
    ],
  );
}

export async function lockLimitReview(
  tx: Transaction,
  key: { readonly borrowerId: string; readonly reviewId: string },
): Promise<LimitReview | undefined> {
  const rows = await tx.rows(
    "SELECT * FROM limit_reviews WHERE borrower_id = $1 AND review_id = $2 FOR UPDATE",
    [key.borrowerId, key.reviewId],
  );
  return rows.map(limitReviewOf)[0];
}

export async function settleLimitReview(
  tx: Transaction,
  key: { readonly borrowerId: string; readonly reviewId: string },
  status: "done" | "declined" | "lapsed",
): Promise<void> {
  await tx.rows(
    `UPDATE limit_reviews SET status = $3, settled_at = clock_timestamp()
     WHERE borrower_id = $1 AND review_id = $2`,
    [key.borrowerId, key.reviewId, status],
  );
}

/** Reviews of a book, the newest first; of one status, if asked. */
export async function listLimitReviews(
  sql: Sql,
  it: { readonly bookId: string; readonly status: string | undefined; readonly limit: number },
): Promise<readonly LimitReview[]> {
  const rows = await sql.rows(
    `SELECT * FROM limit_reviews WHERE book_id = $1 AND ($2::text IS NULL OR status = $2)
     ORDER BY reviewed_on DESC, review_id LIMIT $3`,
    [it.bookId, it.status ?? null, it.limit],
  );
  return rows.map(limitReviewOf);
}

/** Cuts whose notice has run out by a day. */
export async function dueCuts(
  sql: Sql,
  it: { readonly bookId: string; readonly on: EpochDay },
): Promise<readonly LimitReview[]> {
  const rows = await sql.rows(
    `SELECT * FROM limit_reviews WHERE book_id = $1 AND status = 'notified' AND effective_on <= $2
     ORDER BY borrower_id, review_id`,
    [it.bookId, dateOf(it.on)],
  );
  return rows.map(limitReviewOf);
}

/** Accounts that were reviewed on or after a day: a periodic review leaves them alone. */
export async function reviewedSince(
  sql: Sql,
  it: { readonly bookId: string; readonly since: EpochDay },
): Promise<ReadonlySet<string>> {
  const rows = await sql.rows(
    "SELECT DISTINCT account_id FROM limit_reviews WHERE book_id = $1 AND reviewed_on >= $2",
    [it.bookId, dateOf(it.since)],
  );
  return new Set(rows.map((row) => textIn(row, "account_id")));
}

function limitReviewOf(row: Row): LimitReview {
  const probability = row["probability"];
  return {
    borrowerId: textIn(row, "borrower_id"),
    reviewId: textIn(row, "review_id"),
    accountId: textIn(row, "account_id"),
    bookId: textIn(row, "book_id"),
    reviewedOn: dayIn(row, "reviewed_on"),
    cause: textIn(row, "cause") as LimitReview["cause"],
    kind: textIn(row, "kind") as LimitReview["kind"],
    fromMinor: integerIn(row, "from_minor"),
    toMinor: integerIn(row, "to_minor"),
    model: nullable(row, "model", textIn),
    probability: typeof probability === "number" ? probability : null,
    reasons: row["reasons"],
    status: textIn(row, "status") as LimitReview["status"],
    effectiveOn: nullable(row, "effective_on", dayIn),
  };
}
