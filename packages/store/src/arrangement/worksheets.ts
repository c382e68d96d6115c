import { randomUUID } from "node:crypto";
import { logLeaf } from "../log/leaves.ts";
import type { Sql, Transaction } from "../sql/database.ts";
import { instantIn, textIn } from "../sql/row.ts";

export type WorksheetOnRecord = {
  readonly worksheetId: string;
  readonly takenBy: string;
  readonly takenAt: number;
  readonly sealedFigures: Buffer;
};

export async function insertWorksheet(
  tx: Transaction,
  it: Omit<WorksheetOnRecord, "worksheetId"> & { readonly borrowerId: string },
): Promise<string> {
  const worksheetId = `wks_${randomUUID()}`;
  const { borrowerId } = it;
  const leafId = await logLeaf(tx, {
    borrowerId,
    kind: "worksheet.taken",
    at: it.takenAt,
    values: { worksheet: { worksheetId } },
  });
  await tx.rows(
    `INSERT INTO worksheets (borrower_id, worksheet_id, taken_by, taken_at, sealed_figures, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      borrowerId,
      worksheetId,
      it.takenBy,
      new Date(it.takenAt).toISOString(),
      it.sealedFigures,
      leafId,
    ],
  );
  return worksheetId;
}

/** The worksheet with an id, or the newest one. */
export async function loadWorksheet(
  sql: Sql,
  it: { readonly borrowerId: string; readonly worksheetId: string | null },
): Promise<WorksheetOnRecord | undefined> {
  const [row] = await sql.rows(
    `SELECT worksheet_id, taken_by, taken_at, sealed_figures FROM worksheets
     WHERE borrower_id = $1 AND ($2::text IS NULL OR worksheet_id = $2)
     ORDER BY taken_at DESC LIMIT 1`,
    [it.borrowerId, it.worksheetId],
  );
  return (
    row && {
      worksheetId: textIn(row, "worksheet_id"),
      takenBy: textIn(row, "taken_by"),
      takenAt: instantIn(row, "taken_at"),
      sealedFigures: row["sealed_figures"] as Buffer,
    }
  );
}
