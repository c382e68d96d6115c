import type { EpochDay } from "@fairdue/kernel";
import { logLeaf } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, nullable, textIn } from "../sql/row.ts";

export type RequestKind = "hardship" | "limit-review" | "correction";

export type BorrowerRequest = {
  readonly borrowerId: string;
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly accountIds: readonly string[];
  readonly askedAt: number;
  readonly answerBy: EpochDay;
  readonly status: "open" | "answered" | "withdrawn";
  readonly answer: unknown;
  readonly answeredAt: number | null;
  readonly leafId: string;
};

export type NewRequest = Pick<
  BorrowerRequest,
  "borrowerId" | "requestId" | "kind" | "accountIds" | "askedAt" | "answerBy"
> & {
  /** The person's own words, sealed by the vault; null where none were needed. */
  readonly sealedWords: Buffer | null;
};

/** Takes a request and logs it; undefined when one of its kind is open already. */
export async function insertRequest(
  tx: Transaction,
  it: NewRequest,
): Promise<BorrowerRequest | undefined> {
  const { borrowerId, requestId, kind } = it;
  const leafId = await logLeaf(tx, {
    borrowerId,
    kind: `request.${kind}`,
    at: it.askedAt,
    values: { request: { requestId, kind, accountIds: [...it.accountIds] } },
  });
  const [row] = await tx.rows(
    `INSERT INTO borrower_requests (borrower_id, request_id, kind, account_ids, sealed_words,
       asked_at, answer_by, status, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8)
     ON CONFLICT (borrower_id, kind) WHERE status = 'open' DO NOTHING RETURNING *`,
    [
      borrowerId,
      requestId,
      kind,
      it.accountIds,
      it.sealedWords,
      new Date(it.askedAt).toISOString(),
      dateOf(it.answerBy),
      leafId,
    ],
  );
  return row && requestOf(row);
}

/** The newest first. */
export async function loadRequests(
  sql: Sql,
  borrowerId: string,
): Promise<readonly BorrowerRequest[]> {
  const rows = await sql.rows(
    "SELECT * FROM borrower_requests WHERE borrower_id = $1 ORDER BY asked_at DESC LIMIT 100",
    [borrowerId],
  );
  return rows.map(requestOf);
}

/** Closes an open request, by the person (`withdrawn`) or with an answer; false when none was open. */
export async function settleRequest(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly requestId: string;
    readonly by: string;
    /** What was decided and why; null when the person took the request back. */
    readonly answer: object | null;
  },
): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE borrower_requests SET status = CASE WHEN $4::json IS NULL THEN 'withdrawn' ELSE 'answered' END,
       answer = $4, answered_by = CASE WHEN $4::json IS NULL THEN NULL ELSE $3 END,
       answered_at = clock_timestamp()
     WHERE borrower_id = $1 AND request_id = $2 AND status = 'open' RETURNING request_id`,
    [it.borrowerId, it.requestId, it.by, it.answer === null ? null : JSON.stringify(it.answer)],
  );
  return rows.length > 0;
}

export function requestOf(row: Row): BorrowerRequest {
  return {
    borrowerId: textIn(row, "borrower_id"),
    requestId: textIn(row, "request_id"),
    kind: textIn(row, "kind") as RequestKind,
    accountIds: row["account_ids"] as readonly string[],
    askedAt: instantIn(row, "asked_at"),
    answerBy: dayIn(row, "answer_by"),
    status: textIn(row, "status") as BorrowerRequest["status"],
    answer: row["answer"],
    answeredAt: nullable(row, "answered_at", instantIn),
    leafId: textIn(row, "leaf_id"),
  };
}
