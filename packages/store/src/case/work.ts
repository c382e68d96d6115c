import { randomUUID } from "node:crypto";
import type { EpochDay } from "@fairdue/kernel";
import type { CaseResultId, Claim } from "@fairdue/servicing";
import { dateOf, type Sql, type Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";
import { insertCaseEvents } from "./events.ts";
import type { CaseKey } from "./load.ts";
import { followSubjects } from "./subjects.ts";

/** Who does it, and on which business day it is booked. */
export type Doing = { readonly actor: string; readonly on: EpochDay };

/** Writes a claim that was decided on a locked case; `null` lets go of it. */
export async function saveClaim(tx: Transaction, key: CaseKey, claim: Claim | null): Promise<void> {
  await tx.named(
    "case-claim",
    `UPDATE cases SET claimed_by = $3, claimed_until = $4 WHERE borrower_id = $1 AND case_id = $2`,
    [
      key.borrowerId,
      key.caseId,
      claim?.by ?? null,
      claim === null ? null : new Date(claim.until).toISOString(),
    ],
  );
}

/** Where a case lies; a field that is left out stays as it is. */
export type Placing = {
  readonly ownerId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  readonly queueId?: string | null | undefined;
  readonly agencyId?: string | null | undefined;
};

/** Gives a case to somebody, with the reach that goes with it, and puts it on record. */
export async function placeCase(
  tx: Transaction,
  key: CaseKey,
  it: Placing & Doing & { readonly reason: string },
): Promise<void> {
  const fields = [
    ["owner_id", it.ownerId],
    ["team_id", it.teamId],
    ["queue_id", it.queueId],
    ["agency_id", it.agencyId],
  ] as const;
  const given = fields.filter(([, value]) => value !== undefined);
  const sets = given.map(([name], k) => `${name} = $${k + 3}`);
  // A case that changes hands is in nobody's hands.
  if (it.ownerId !== undefined) sets.push("claimed_by = NULL", "claimed_until = NULL");
  if (sets.length === 0) return;
  await tx.rows(`UPDATE cases SET ${sets.join(", ")} WHERE borrower_id = $1 AND case_id = $2`, [
    key.borrowerId,
    key.caseId,
    ...given.map(([, value]) => value ?? null),
  ]);
  const { ownerId, teamId, queueId, agencyId, reason, actor, on } = it;
  const body = { ownerId, teamId, queueId, agencyId, reason };
  await insertCaseEvents(tx, [{ ...key, bookedOn: on, kind: "placed", actor, body }]);
  await followSubjects(tx, [key.borrowerId]);
}

/** Writes a note; its text arrives sealed with the person's key. */
export async function insertNote(
  tx: Transaction,
  key: CaseKey,
  it: { readonly at: number; readonly by: string; readonly sealedText: Buffer },
): Promise<string> {
  const noteId = randomUUID();
  await tx.rows(
    `INSERT INTO case_notes (borrower_id, case_id, note_id, written_at, written_by, sealed_text)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [key.borrowerId, key.caseId, noteId, new Date(it.at).toISOString(), it.by, it.sealedText],
  );
  return noteId;
}

/** Puts what came of an attempt on record. */
export async function insertResult(
  tx: Transaction,
  key: CaseKey,
  it: Doing & {
    readonly result: CaseResultId;
    readonly channel: string;
    readonly isRightParty: boolean;
    readonly isContact: boolean;
    readonly permitId: string | null;
    readonly promiseId: string | null;
    readonly treatmentId: string | null;
  },
): Promise<void> {
  const { actor, on, ...body } = it;
  await insertCaseEvents(tx, [{ ...key, bookedOn: on, kind: "result", actor, body }]);
}

/**
 * The next case for somebody: their own first, then unowned ones of their team, in the order of the
 * day's plan (where there is none, oldest arrears first); none that is held, claimed by another or done with today. It is locked, and skipped by whoever
 * asks at the same moment, so that two people are never handed the same one.
 */
export async function nextCase(
  tx: Transaction,
  it: {
    readonly bookId: string;
    readonly actorId: string;
    readonly teamId: string | null;
    readonly queueId: string | null;
    /** The plan that counts today; null where there is none. */
    readonly planId: string | null;
    readonly at: number;
    readonly on: EpochDay;
  },
): Promise<CaseKey | undefined> {
  const [row] = await tx.rows(nextText, [
    it.bookId,
    it.actorId,
    it.teamId,
    it.queueId,
    new Date(it.at).toISOString(),
    dateOf(it.on),
    it.planId,
  ]);
  return row && { borrowerId: textIn(row, "borrower_id"), caseId: textIn(row, "case_id") };
}

const nextText = `
SELECT c.borrower_id, c.case_id FROM cases AS c
LEFT JOIN work_items AS w ON w.borrower_id = c.borrower_id AND w.case_id = c.case_id AND w.plan_id = $7
WHERE c.book_id = $1 AND c.closed_on IS NULL AND c.agency_id IS NULL
  AND (c.owner_id = $2 OR (c.owner_id IS NULL AND ($3::text IS NULL OR c.team_id = $3)))
  AND ($4::text IS NULL OR c.queue_id = $4)
  AND (c.claimed_by IS NULL OR c.claimed_by = $2 OR c.claimed_until <= $5)
  AND NOT EXISTS (SELECT FROM case_holds AS h WHERE h.borrower_id = c.borrower_id
    AND h.case_id = c.case_id AND h.ended_at IS NULL)
  AND NOT EXISTS (SELECT FROM case_events AS e WHERE e.borrower_id = c.borrower_id
    AND e.case_id = c.case_id AND e.kind = 'result' AND e.booked_on = $6)
  -- A plan says whom to leave alone as well.
  AND ($7::uuid IS NULL OR w.treatment_id IS NOT NULL) AND (w.not_before IS NULL OR w.not_before <= $5)
ORDER BY c.owner_id IS NULL, w.position, c.oldest_unpaid_on, c.case_id
LIMIT 1 FOR UPDATE OF c SKIP LOCKED`;

/** Case in which an account is, for those who know the account only. */
export async function caseOfBorrower(sql: Sql, borrowerId: string): Promise<string | undefined> {
  const [row] = await sql.named(
    "case-of-borrower",
    `SELECT case_id FROM cases WHERE borrower_id = $1 AND closed_on IS NULL
     ORDER BY opened_at DESC LIMIT 1`,
    [borrowerId],
  );
  return row && textIn(row, "case_id");
}
