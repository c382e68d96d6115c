import { assert } from "@fairdue/kernel";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, textIn } from "../sql/row.ts";

export type PersonalRead = {
  readonly readAt: number;
  readonly actor: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly reason: string;
};

/** Every read of a person's data, newest first. */
export async function listPersonalReads(
  sql: Sql,
  borrowerId: string,
  limit: number,
): Promise<readonly PersonalRead[]> {
  const rows = await sql.rows(
    `SELECT read_at, actor, purpose, fields, reason FROM personal_reads
     WHERE borrower_id = $1 ORDER BY read_at DESC LIMIT $2`,
    [borrowerId, limit],
  );
  return rows.map((row) => ({
    readAt: instantIn(row, "read_at"),
    actor: textIn(row, "actor"),
    purpose: textIn(row, "purpose"),
    fields: textsIn(row, "fields"),
    reason: textIn(row, "reason"),
  }));
}

export type FieldOnFile = {
  readonly field: string;
  readonly basis: string;
  readonly source: string;
  readonly updatedAt: number;
};

/** What is on file of a person, without the values. */
export async function listFieldsOnFile(
  sql: Sql,
  borrowerId: string,
): Promise<readonly FieldOnFile[]> {
  const rows = await sql.rows(
    `SELECT field, basis, source, updated_at FROM personal_fields
     WHERE borrower_id = $1 ORDER BY field`,
    [borrowerId],
  );
  return rows.map((row) => ({
    field: textIn(row, "field"),
    basis: textIn(row, "basis"),
    source: textIn(row, "source"),
    updatedAt: instantIn(row, "updated_at"),
  }));
}

/** Of some borrowers, those whose rows this database lets the asker see; in the order given. */
export async function visibleBorrowers(
  sql: Sql,
  borrowerIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await sql.rows("SELECT borrower_id FROM borrowers WHERE borrower_id = ANY($1)", [
    [...borrowerIds],
  ]);
  const seen = new Set(rows.map((row) => textIn(row, "borrower_id")));
  return borrowerIds.filter((it) => seen.has(it));
}

/** Borrowers by their own id or by that of an account. */
export async function borrowersById(sql: Sql, id: string): Promise<readonly string[]> {
  const rows = await sql.rows(
    `SELECT borrower_id FROM borrowers WHERE borrower_id = $1
     UNION SELECT borrower_id FROM accounts WHERE account_id = $1 LIMIT 20`,
    [id],
  );
  return rows.map((row) => textIn(row, "borrower_id"));
}

function textsIn(row: Row, column: string): readonly string[] {
  const value: unknown = row[column];
  assert(Array.isArray(value), `column ${column} is a list`);
  return value.map(String);
}
