import type { AccessSubject } from "@fairdue/servicing";
import type { Sql, Transaction } from "../sql/database.ts";
import { nullable, textIn } from "../sql/row.ts";

const nobodys: AccessSubject = { ownerId: null, teamId: null, agencyId: null };

/** Whose matter a borrower is; nobody's where there is no open case. */
export async function loadAccessSubject(sql: Sql, borrowerId: string): Promise<AccessSubject> {
  const [row] = await sql.named(
    "access-subject",
    "SELECT owner_id, team_id, agency_id FROM access_subjects WHERE borrower_id = $1",
    [borrowerId],
  );
  if (row === undefined) return nobodys;
  return {
    ownerId: nullable(row, "owner_id", textIn),
    teamId: nullable(row, "team_id", textIn),
    agencyId: nullable(row, "agency_id", textIn),
  };
}

/** Says whose matter a borrower is from now on; `null` when it is nobody's any more. */
export async function saveAccessSubject(
  tx: Transaction,
  borrowerId: string,
  subject: AccessSubject | null,
): Promise<void> {
  if (subject === null)
    await tx.named("access-subject-end", "DELETE FROM access_subjects WHERE borrower_id = $1", [
      borrowerId,
    ]);
  else
    await tx.named(
      "access-subject-save",
      `INSERT INTO access_subjects (borrower_id, owner_id, team_id, agency_id)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (borrower_id) DO UPDATE SET owner_id = excluded.owner_id,
         team_id = excluded.team_id, agency_id = excluded.agency_id`,
      [borrowerId, subject.ownerId, subject.teamId, subject.agencyId],
    );
}
