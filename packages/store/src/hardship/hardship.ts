import type { EpochDay } from "@fairdue/kernel";
import { type BorrowerRequest, requestOf } from "../borrower/requests.ts";
import { logLeaf } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, nullable, textIn } from "../sql/row.ts";

export type HardshipKey = { readonly borrowerId: string; readonly requestId: string };

export type HardshipEvidence = {
  readonly evidence: string;
  readonly askedAt: number;
  readonly ended: "seen" | "waived" | null;
  readonly endedAt: number | null;
};

export type HardshipRuling = HardshipKey & {
  readonly outcome: "granted" | "declined";
  readonly hardship: string;
  readonly decidedOn: EpochDay;
  readonly decidedBy: string;
  readonly pauseUntil: EpochDay | null;
  readonly reviewOn: EpochDay | null;
  readonly endedAt: number | null;
  readonly leafId: string;
};

export type HardshipRequest = BorrowerRequest & { readonly sealedWords: Buffer | null };

/** Requests of a book that wait for a decision, the soonest due first. */
export async function hardshipQueue(
  sql: Sql,
  it: { readonly bookId: string; readonly count: number },
): Promise<readonly HardshipRequest[]> {
  const rows = await sql.rows(
    `SELECT r.* FROM borrower_requests AS r
     WHERE r.kind = 'hardship' AND r.status = 'open' AND EXISTS (SELECT FROM accounts AS a
       WHERE a.borrower_id = r.borrower_id AND a.book_id = $1)
     ORDER BY r.answer_by, r.request_id LIMIT $2`,
    [it.bookId, it.count],
  );
  return rows.map(hardshipRequestOf);
}

export async function loadHardship(
  sql: Sql,
  key: HardshipKey,
): Promise<HardshipRequest | undefined> {
  const [row] = await sql.rows(
    "SELECT * FROM borrower_requests WHERE borrower_id = $1 AND request_id = $2 AND kind = 'hardship'",
    [key.borrowerId, key.requestId],
  );
  return row && hardshipRequestOf(row);
}

function hardshipRequestOf(row: Row): HardshipRequest {
  return { ...requestOf(row), sealedWords: row["sealed_words"] as Buffer | null };
}

export async function loadEvidence(
  sql: Sql,
  key: HardshipKey,
): Promise<readonly HardshipEvidence[]> {
  const rows = await sql.rows(
    `SELECT evidence, asked_at, ended, ended_at FROM hardship_evidence
     WHERE borrower_id = $1 AND request_id = $2 ORDER BY asked_at, evidence`,
    [key.borrowerId, key.requestId],
  );
  return rows.map((row) => ({
    evidence: textIn(row, "evidence"),
    askedAt: instantIn(row, "asked_at"),
    ended: nullable(row, "ended", textIn) as HardshipEvidence["ended"],
    endedAt: nullable(row, "ended_at", instantIn),
  }));
}

/** Asks for a paper, or notes that it was seen or done without. No copy is kept. */
export async function saveEvidence(
  tx: Transaction,
  key: HardshipKey,
  it: {
    readonly evidence: string;
    readonly ended: "seen" | "waived" | null;
    readonly by: string;
    readonly at: number;
  },
): Promise<void> {
  const at = new Date(it.at).toISOString();
  await tx.rows(
    `INSERT INTO hardship_evidence (borrower_id, request_id, evidence, asked_by, asked_at, ended, ended_by, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $6::text IS NULL THEN NULL ELSE $4 END,
       CASE WHEN $6::text IS NULL THEN NULL ELSE $5::timestamptz END)
     ON CONFLICT (borrower_id, request_id, evidence) DO UPDATE SET ended = excluded.ended,
       ended_by = excluded.ended_by, ended_at = excluded.ended_at`,
    [key.borrowerId, key.requestId, it.evidence, it.by, at, it.ended],
  );
}

export async function insertHardshipDecision(
  tx: Transaction,
  key: HardshipKey,
  it: Omit<HardshipRuling, "borrowerId" | "requestId" | "endedAt" | "leafId"> & {
    readonly at: number;
    readonly reason: string;
  },
): Promise<string> {
  const leafId = await logLeaf(tx, {
    borrowerId: key.borrowerId,
    kind: `hardship.${it.outcome}`,
    at: it.at,
    values: { decision: { requestId: key.requestId, hardship: it.hardship, reason: it.reason } },
  });
  await tx.rows(
    `INSERT INTO hardship_decisions (borrower_id, request_id, outcome, hardship, decided_on, decided_at,
       decided_by, pause_until, review_on, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      key.borrowerId,
      key.requestId,
      it.outcome,
      it.hardship,
      dateOf(it.decidedOn),
      new Date(it.at).toISOString(),
      it.decidedBy,
      it.pauseUntil === null ? null : dateOf(it.pauseUntil),
      it.reviewOn === null ? null : dateOf(it.reviewOn),
      leafId,
    ],
  );
  return leafId;
}

export async function loadHardshipRulings(
  sql: Sql,
  borrowerId: string,
): Promise<readonly HardshipRuling[]> {
  const rows = await sql.rows(
    "SELECT * FROM hardship_decisions WHERE borrower_id = $1 ORDER BY decided_at DESC",
    [borrowerId],
  );
  return rows.map(rulingOf);
}

/** Grants of a book whose pause is over before a day, or whose review has come by it. */
export async function hardshipToReview(
  sql: Sql,
  it: { readonly bookId: string; readonly on: EpochDay },
): Promise<readonly HardshipRuling[]> {
  const rows = await sql.rows(
    `SELECT d.* FROM hardship_decisions AS d WHERE d.outcome = 'granted' AND d.ended_at IS NULL
       AND d.review_on <= $2 AND EXISTS (SELECT FROM accounts AS a
         WHERE a.borrower_id = d.borrower_id AND a.book_id = $1)
     ORDER BY d.review_on, d.borrower_id LIMIT 5000`,
    [it.bookId, dateOf(it.on)],
  );
  return rows.map(rulingOf);
}

export async function endHardship(tx: Transaction, key: HardshipKey, at: number): Promise<void> {
  await tx.rows(
    `UPDATE hardship_decisions SET ended_at = $3 WHERE borrower_id = $1 AND request_id = $2`,
    [key.borrowerId, key.requestId, new Date(at).toISOString()],
  );
  const { borrowerId, requestId } = key;
  await logLeaf(tx, { borrowerId, kind: "hardship.ended", at, values: { end: { requestId } } });
}

/** Whether somebody has a hardship that is open or granted. */
export async function hasHardship(sql: Sql, borrowerId: string): Promise<boolean> {
  const [row] = await sql.rows(
    `SELECT EXISTS (SELECT FROM borrower_requests WHERE borrower_id = $1 AND kind = 'hardship' AND status = 'open')
       OR EXISTS (SELECT FROM hardship_decisions WHERE borrower_id = $1 AND outcome = 'granted'
         AND ended_at IS NULL) AS has`,
    [borrowerId],
  );
  return row?.["has"] === true;
}

function rulingOf(row: Row): HardshipRuling {
  return {
    borrowerId: textIn(row, "borrower_id"),
    requestId: textIn(row, "request_id"),
    outcome: textIn(row, "outcome") as HardshipRuling["outcome"],
    hardship: textIn(row, "hardship"),
    decidedOn: dayIn(row, "decided_on"),
    decidedBy: textIn(row, "decided_by"),
    pauseUntil: nullable(row, "pause_until", dayIn),
    reviewOn: nullable(row, "review_on", dayIn),
    endedAt: nullable(row, "ended_at", instantIn),
    leafId: textIn(row, "leaf_id"),
  };
}
