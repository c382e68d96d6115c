import type { Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";

/** Removes some fields of a person for good; answers with those that were there. */
export async function forgetFields(
  tx: Transaction,
  borrowerId: string,
  fields: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.rows(
    "DELETE FROM personal_fields WHERE borrower_id = $1 AND field = ANY ($2) RETURNING field",
    [borrowerId, fields],
  );
  return rows.map((row) => textIn(row, "field"));
}
