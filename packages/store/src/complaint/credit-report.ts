import { randomUUID } from "node:crypto";
import type { EpochDay } from "@fairdue/kernel";
import { logLeaf } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, nullable, textIn } from "../sql/row.ts";

/** A notice before something negative is reported to the credit bureau, and what came of it. */
export type ReportNotice = {
  readonly borrowerId: string;
  readonly noticeId: string;
  readonly accountId: string;
  readonly noticedOn: EpochDay;
  readonly reportFrom: EpochDay;
  readonly reportedOn: EpochDay | null;
  readonly correctedOn: EpochDay | null;
  readonly correction: string | null;
  readonly leafId: string;
};

export async function insertReportNotice(
  tx: Transaction,
  it: Pick<ReportNotice, "borrowerId" | "accountId" | "noticedOn" | "reportFrom"> & {
    readonly by: string;
    readonly at: number;
  },
): Promise<ReportNotice> {
  const noticeId = `ntc_${randomUUID()}`;
  const { borrowerId, accountId } = it;
  const leafId = await logLeaf(tx, {
    borrowerId,
    kind: "credit-report.noticed",
    at: it.at,
    values: { notice: { noticeId, accountId, reportFrom: dateOf(it.reportFrom) } },
  });
  const [row] = await tx.rows(
    `INSERT INTO credit_report_notices (borrower_id, notice_id, account_id, noticed_on, noticed_by, report_from, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *`,
    [borrowerId, noticeId, accountId, dateOf(it.noticedOn), it.by, dateOf(it.reportFrom), leafId],
  );
  return noticeOf(row!);
}

/** The newest first. */
export async function loadReportNotices(
  sql: Sql,
  borrowerId: string,
): Promise<readonly ReportNotice[]> {
  const rows = await sql.rows(
    "SELECT * FROM credit_report_notices WHERE borrower_id = $1 ORDER BY noticed_on DESC, notice_id",
    [borrowerId],
  );
  return rows.map(noticeOf);
}

/** Marks a notice as reported or corrected, with a leaf; undefined where there is no such notice. */
export async function saveReport(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly noticeId: string;
    readonly on: EpochDay;
    readonly at: number;
    /** What was wrong, as a code or plain words; null for the report itself. */
    readonly correction: string | null;
  },
): Promise<ReportNotice | undefined> {
  const isReport = it.correction === null;
  const [row] = await tx.rows(
    `UPDATE credit_report_notices SET reported_on = CASE WHEN $4::text IS NULL THEN $3 ELSE reported_on END,
       corrected_on = CASE WHEN $4::text IS NULL THEN corrected_on ELSE $3 END,
       correction = coalesce($4, correction)
     WHERE borrower_id = $1 AND notice_id = $2
       AND CASE WHEN $4::text IS NULL THEN reported_on IS NULL AND report_from <= $3 ELSE corrected_on IS NULL END
     RETURNING *`,
    [it.borrowerId, it.noticeId, dateOf(it.on), it.correction],
  );
  if (row === undefined) return undefined;
  const { borrowerId, noticeId } = it;
  await logLeaf(tx, {
    borrowerId,
    kind: isReport ? "credit-report.reported" : "credit-report.corrected",
    at: it.at,
    values: { report: { noticeId, on: dateOf(it.on) } },
  });
  return noticeOf(row);
}

function noticeOf(row: Row): ReportNotice {
  return {
    borrowerId: textIn(row, "borrower_id"),
    noticeId: textIn(row, "notice_id"),
    accountId: textIn(row, "account_id"),
    noticedOn: dayIn(row, "noticed_on"),
    reportFrom: dayIn(row, "report_from"),
    reportedOn: nullable(row, "reported_on", dayIn),
    correctedOn: nullable(row, "corrected_on", dayIn),
    correction: nullable(row, "correction", textIn),
    leafId: textIn(row, "leaf_id"),
  };
}
