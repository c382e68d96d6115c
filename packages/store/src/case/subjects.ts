import type { Transaction } from "../sql/database.ts";

/**
 * Brings whose matter a person is in line with where their open case lies: reach is measured by it.
 * Called by whoever opens, assigns, places, recalls or closes a case, in the same transaction.
 */
export async function followSubjects(tx: Transaction, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await tx.named(
    "subjects-follow",
    `WITH lies AS (
       SELECT DISTINCT ON (borrower_id) borrower_id, owner_id, team_id, agency_id FROM cases
       WHERE borrower_id = ANY ($1::text[]) AND closed_on IS NULL ORDER BY borrower_id, opened_at)
     , gone AS (
       DELETE FROM access_subjects AS s WHERE s.borrower_id = ANY ($1::text[])
         AND NOT EXISTS (SELECT FROM lies WHERE lies.borrower_id = s.borrower_id))
     INSERT INTO access_subjects (borrower_id, owner_id, team_id, agency_id)
     SELECT * FROM lies ORDER BY borrower_id
     ON CONFLICT (borrower_id) DO UPDATE SET owner_id = excluded.owner_id,
       team_id = excluded.team_id, agency_id = excluded.agency_id`,
    [[...new Set(people)]],
  );
}
