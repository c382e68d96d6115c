import type { EpochDay } from "@fairdue/kernel";
import { logLeaf } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, nullable, textIn } from "../sql/row.ts";

export type Complaint = {
  readonly borrowerId: string;
  readonly complaintId: string;
  readonly about: string;
  readonly accountIds: readonly string[];
  readonly permitId: string | null;
  readonly channel: string;
  readonly filedAt: number;
  /** The last day on which the law wants an answer. */
  readonly answerBy: EpochDay;
  readonly status: "open" | "answered" | "withdrawn";
  readonly leafId: string;
};

export type NewComplaint = Omit<Complaint, "status" | "leafId"> & { readonly sealedWords: Buffer };

/** Takes a complaint and logs that it was taken. */
export async function fileComplaint(tx: Transaction, it: NewComplaint): Promise<Complaint> {
  const { borrowerId, complaintId, about, permitId } = it;
  const leafId = await logLeaf(tx, {
    borrowerId,
    kind: "complaint.filed",
    at: it.filedAt,
    values: { complaint: { complaintId, about, permitId, accountIds: [...it.accountIds] } },
  });
  const [row] = await tx.rows(
    `INSERT INTO complaints (borrower_id, complaint_id, about, account_ids, permit_id, channel,
       sealed_words, filed_at, answer_by, status, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10) RETURNING *`,
    [
      borrowerId,
      complaintId,
      about,
      it.accountIds,
      permitId,
      it.channel,
      it.sealedWords,
      new Date(it.filedAt).toISOString(),
      dateOf(it.answerBy),
      leafId,
    ],
  );
  return complaintOf(row!);
}

/** Of one person, the newest first. */
export async function loadComplaints(sql: Sql, borrowerId: string): Promise<readonly Complaint[]> {
  const rows = await sql.rows(
    "SELECT * FROM complaints WHERE borrower_id = $1 ORDER BY filed_at DESC LIMIT 100",
    [borrowerId],
  );
  return rows.map(complaintOf);
}

export function complaintOf(row: Row): Complaint {
  return {
    borrowerId: textIn(row, "borrower_id"),
    complaintId: textIn(row, "complaint_id"),
    about: textIn(row, "about"),
    accountIds: row["account_ids"] as readonly string[],
    permitId: nullable(row, "permit_id", textIn),
    channel: textIn(row, "channel"),
    filedAt: instantIn(row, "filed_at"),
    answerBy: dayIn(row, "answer_by"),
    status: textIn(row, "status") as Complaint["status"],
    leafId: textIn(row, "leaf_id"),
  };
}
