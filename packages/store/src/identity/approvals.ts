import { randomUUID } from "node:crypto";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import type { FourEyesKind } from "@fairdue/servicing";
import type { Row, Sql, Transaction } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";

export type Approval = {
  readonly approvalId: string;
  readonly kind: string;
  readonly subject: string;
  readonly payload: unknown;
  readonly requestedBy: string;
  readonly requestedAt: number;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly decision: "approved" | "declined" | null;
  readonly reason: string;
};

export type ApprovalRefusal = { readonly code: "unknown" | "own-request" | "already-decided" };

const columns = `approval_id, kind, subject, payload, requested_by, requested_at, decided_by,
  decided_at, decision, reason`;

/** Asks for a second person's yes. */
export async function requestApproval(
  tx: Transaction,
  it: {
    readonly kind: FourEyesKind;
    readonly subject: string;
    readonly payload: unknown;
    readonly requestedBy: string;
  },
): Promise<string> {
  const approvalId = `apv_${randomUUID()}`;
  await tx.rows(
    `INSERT INTO approvals (approval_id, kind, subject, payload, requested_by)
     VALUES ($1, $2, $3, $4, $5)`,
    [approvalId, it.kind, it.subject, JSON.stringify(it.payload), it.requestedBy],
  );
  return approvalId;
}

/**
 * Decides a request once; what it approves is carried out by the caller in the same transaction.
 * The one who asked cannot decide (the table refuses it as well).
 */
export async function decideApproval(
  tx: Transaction,
  it: {
    readonly approvalId: string;
    readonly decidedBy: string;
    readonly decision: "approved" | "declined";
    readonly reason: string;
  },
): Promise<Outcome<Approval, ApprovalRefusal>> {
  const [row] = await tx.rows(
    `SELECT ${columns} FROM approvals WHERE approval_id = $1 FOR UPDATE`,
    [it.approvalId],
  );
  if (row === undefined) return refused({ code: "unknown" });
  const known = approvalOf(row);
  if (known.decision !== null) return refused({ code: "already-decided" });
  if (known.requestedBy === it.decidedBy) return refused({ code: "own-request" });
  const [done] = await tx.rows(
    `UPDATE approvals SET decided_by = $2, decided_at = clock_timestamp(), decision = $3, reason = $4
     WHERE approval_id = $1 RETURNING ${columns}`,
    [it.approvalId, it.decidedBy, it.decision, it.reason],
  );
  return done === undefined ? refused({ code: "unknown" }) : accepted(approvalOf(done));
}

export async function listApprovals(
  sql: Sql,
  filter: { readonly isOpen: boolean; readonly limit: number },
): Promise<readonly Approval[]> {
  const rows = await sql.rows(
    `SELECT ${columns} FROM approvals WHERE (decision IS NULL) = $1
     ORDER BY requested_at DESC LIMIT $2`,
    [filter.isOpen, filter.limit],
  );
  return rows.map(approvalOf);
}

function approvalOf(row: Row): Approval {
  const decision = nullable(row, "decision", textIn);
  return {
    approvalId: textIn(row, "approval_id"),
    kind: textIn(row, "kind"),
    subject: textIn(row, "subject"),
    payload: row["payload"],
    requestedBy: textIn(row, "requested_by"),
    requestedAt: instantIn(row, "requested_at"),
    decidedBy: nullable(row, "decided_by", textIn),
    decidedAt: nullable(row, "decided_at", instantIn),
    decision: decision === "approved" || decision === "declined" ? decision : null,
    reason: textIn(row, "reason"),
  };
}
