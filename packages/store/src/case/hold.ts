import { randomUUID } from "node:crypto";
import { addDays, type EpochDay } from "@fairdue/kernel";
import { dateOf, type Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";
import { insertCaseEvents } from "./events.ts";
import type { CaseKey } from "./load.ts";

export type HoldKind =
  | "hardship"
  | "dispute"
  | "complaint"
  | "arrangement"
  | "moratorium"
  | "bereavement"
  | "disaster"
  | "court"
  | "other";

/** Lets collection rest: the plan of the day leaves the case alone while a hold is in force. */
export async function placeHold(
  tx: Transaction,
  key: CaseKey,
  it: {
    readonly kind: HoldKind;
    /** The debts that it is about; none for all in the case. */
    readonly accountIds: readonly string[];
    /** Id of the request, complaint or arrangement behind it. */
    readonly source: string;
    /** Last day of the hold; null until it is ended. */
    readonly untilOn: EpochDay | null;
    readonly on: EpochDay;
    readonly actor: string;
  },
): Promise<string> {
  const holdId = `hld_${randomUUID()}`;
  await tx.rows(
    `INSERT INTO case_holds (borrower_id, case_id, hold_id, kind, account_ids, source, until_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      key.borrowerId,
      key.caseId,
      holdId,
      it.kind,
      it.accountIds,
      it.source,
      it.untilOn === null ? null : dateOf(it.untilOn),
    ],
  );
  const { kind, source, actor, on } = it;
  await insertCaseEvents(tx, [
    { ...key, bookedOn: on, kind: "held", actor, body: { holdId, kind, source } },
  ]);
  return holdId;
}

/** Ends the holds that a source placed; answers with how many. */
export async function endHolds(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly source: string;
    readonly reason: string;
    readonly on: EpochDay;
    readonly actor: string;
  },
): Promise<number> {
  const rows = await tx.rows(
    `UPDATE case_holds SET ended_at = clock_timestamp(), ended_for = $3
     WHERE borrower_id = $1 AND source = $2 AND ended_at IS NULL RETURNING case_id, hold_id, kind`,
    [it.borrowerId, it.source, it.reason],
  );
  await insertCaseEvents(
    tx,
    rows.map((row) => ({
      borrowerId: it.borrowerId,
      caseId: textIn(row, "case_id"),
      bookedOn: it.on,
      kind: "hold-ended",
      actor: it.actor,
      body: { holdId: textIn(row, "hold_id"), kind: textIn(row, "kind"), reason: it.reason },
    })),
  );
  return rows.length;
}

/** Ends the holds whose last day is over on a day: the planner calls it each morning. */
export async function endDueHolds(tx: Transaction, on: EpochDay): Promise<number> {
  const rows = await tx.rows(
    `SELECT DISTINCT borrower_id, source FROM case_holds WHERE ended_at IS NULL AND until_on <= $1
     ORDER BY borrower_id, source`,
    [dateOf(addDays(on, -1))],
  );
  for (const row of rows)
    await endHolds(tx, {
      borrowerId: textIn(row, "borrower_id"),
      source: textIn(row, "source"),
      reason: "its day is over",
      on,
      actor: "calendar",
    });
  return rows.length;
}
