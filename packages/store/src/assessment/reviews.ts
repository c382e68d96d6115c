import type { Row, Sql, Transaction } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";
import type { DecisionKey } from "./decisions.ts";

/** A person looks at what a machine decided, or did not decide. */
export type DecisionReview = DecisionKey & {
  readonly reviewId: string;
  readonly bookId: string;
  readonly why: "referred" | "asked" | "appeal";
  readonly askedAt: number;
  readonly dueAt: number;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly answer: "offer" | "decline" | null;
  readonly reason: string | null;
};

export type ReviewKey = { readonly borrowerId: string; readonly reviewId: string };

/** Puts a decision before a person. One that already waits stays: nobody waits in two queues. */
export async function askReview(
  tx: Transaction,
  it: Pick<
    DecisionReview,
    "borrowerId" | "decisionId" | "reviewId" | "bookId" | "why" | "askedAt" | "dueAt"
  >,
): Promise<DecisionReview> {
  await tx.rows(
    `INSERT INTO decision_reviews (borrower_id, review_id, decision_id, book_id, why, asked_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (borrower_id, decision_id) WHERE answer IS NULL DO NOTHING`,
    [
      it.borrowerId,
      it.reviewId,
      it.decisionId,
      it.bookId,
      it.why,
      new Date(it.askedAt).toISOString(),
      new Date(it.dueAt).toISOString(),
    ],
  );
  const rows = await tx.rows(
    `SELECT * FROM decision_reviews WHERE borrower_id = $1 AND decision_id = $2 AND answer IS NULL`,
    [it.borrowerId, it.decisionId],
  );
  return (
    rows.map(reviewOf)[0] ?? {
      ...it,
      answeredAt: null,
      answeredBy: null,
      answer: null,
      reason: null,
    }
  );
}

export async function lockReview(
  tx: Transaction,
  key: ReviewKey,
): Promise<DecisionReview | undefined> {
  const rows = await tx.rows(
    "SELECT * FROM decision_reviews WHERE borrower_id = $1 AND review_id = $2 FOR UPDATE",
    [key.borrowerId, key.reviewId],
  );
  return rows.map(reviewOf)[0];
}

export async function answerReview(
  tx: Transaction,
  key: ReviewKey,
  it: {
    readonly at: number;
    readonly by: string;
    readonly answer: "offer" | "decline";
    readonly reason: string;
  },
): Promise<void> {
  await tx.rows(
    `UPDATE decision_reviews SET answered_at = $3, answered_by = $4, answer = $5, reason = $6
     WHERE borrower_id = $1 AND review_id = $2 AND answer IS NULL`,
    [key.borrowerId, key.reviewId, new Date(it.at).toISOString(), it.by, it.answer, it.reason],
  );
}

/** What waits in a book (or was answered), the most urgent first. */
export async function listReviews(
  sql: Sql,
  it: { readonly bookId: string; readonly isOpen: boolean; readonly limit: number },
): Promise<readonly DecisionReview[]> {
  const rows = await sql.rows(
    `SELECT * FROM decision_reviews WHERE book_id = $1 AND (answer IS NULL) = $2
     ORDER BY CASE WHEN answer IS NULL THEN due_at END, answered_at DESC, review_id LIMIT $3`,
    [it.bookId, it.isOpen, it.limit],
  );
  return rows.map(reviewOf);
}

export async function loadReviewsOf(
  sql: Sql,
  key: DecisionKey,
): Promise<readonly DecisionReview[]> {
  const rows = await sql.rows(
    "SELECT * FROM decision_reviews WHERE borrower_id = $1 AND decision_id = $2 ORDER BY asked_at",
    [key.borrowerId, key.decisionId],
  );
  return rows.map(reviewOf);
}

function reviewOf(row: Row): DecisionReview {
  return {
    borrowerId: textIn(row, "borrower_id"),
    reviewId: textIn(row, "review_id"),
    decisionId: textIn(row, "decision_id"),
    bookId: textIn(row, "book_id"),
    why: textIn(row, "why") as DecisionReview["why"],
    askedAt: instantIn(row, "asked_at"),
    dueAt: instantIn(row, "due_at"),
    answeredAt: nullable(row, "answered_at", instantIn),
    answeredBy: nullable(row, "answered_by", textIn),
    answer: nullable(row, "answer", textIn) as DecisionReview["answer"],
    reason: nullable(row, "reason", textIn),
  };
}
