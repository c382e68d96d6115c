import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Transaction } from "../sql/database.ts";

/** What happened to a case: ids, days, amounts and codes; no personal data. */
export type CaseEvent = {
  readonly borrowerId: string;
  readonly caseId: string;
  readonly bookedOn: EpochDay;
  readonly kind: string;
  readonly actor: string;
  readonly body: object;
};

/** Puts events on the case's own record, for its timeline. Other parts of overdue handling add theirs. */
export async function insertCaseEvents(
  tx: Transaction,
  events: readonly CaseEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.named(
    "case-events-insert",
    `INSERT INTO case_events (borrower_id, case_id, booked_on, kind, actor, body)
     SELECT * FROM UNNEST($1::text[], $2::text[], $3::date[], $4::text[], $5::text[], $6::json[])`,
    [
      events.map((it) => it.borrowerId),
      events.map((it) => it.caseId),
      events.map((it) => dateOf(it.bookedOn)),
      events.map((it) => it.kind),
      events.map((it) => it.actor),
      events.map((it) => JSON.stringify(it.body)),
    ],
  );
}
