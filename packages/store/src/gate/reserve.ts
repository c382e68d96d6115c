import type { Plain } from "@fairdue/proof";
import {
  type ContactAct,
  type GateDecision,
  type Permit,
  plainAct,
  type Ruling,
} from "@fairdue/servicing";
import { type SealedLeaf, sealLeaf } from "../log/leaves.ts";
import type { Sql } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";

/** A decision ready to be written: it will be, if the state it was made on still stands. */
export type Reservation = {
  readonly decisionId: string;
  readonly requestKey: string;
  readonly act: ContactAct;
  readonly stateVersion: number;
  readonly decision: GateDecision;
  readonly permit: Permit | null;
};

/** What is kept and logged of a ruling. */
export function plainRuling(it: Ruling): Plain {
  return {
    outcome: it.outcome,
    earliestAt: it.earliestAt,
    rules: it.rules,
    says: { en: it.says.en, zh: it.says.zh },
    trace: it.trace,
  };
}

/** The decision's record: what its row must still say when the log is verified. */
export function decisionRecord(it: {
  readonly decisionId: string;
  readonly requestKey: string;
  readonly act: Plain;
  readonly ruling: Plain;
  readonly permit: Permit | null;
}): Readonly<Record<string, Plain>> {
  return {
    decision: { decisionId: it.decisionId, requestKey: it.requestKey, act: it.act },
    ruling: it.ruling,
    ...(it.permit !== null && { permit: { ...it.permit } }),
  };
}

function leafOf(it: Reservation): SealedLeaf {
  return sealLeaf({
    borrowerId: it.act.borrowerId,
    kind: "gate.decision",
    at: it.decision.decidedAt,
    values: decisionRecord({
      decisionId: it.decisionId,
      requestKey: it.requestKey,
      act: plainAct(it.act),
      ruling: plainRuling(it.decision.ruling),
      permit: it.permit,
    }),
    rules: it.decision.ruling.rules,
    outcome: it.decision.ruling.outcome,
  });
}

const reserveText = `SELECT gate_reserve($1, $2, $3, $4, $5::timestamptz[], $6, $7::json[],
  $8::json[], $9::uuid[], $10, $11::json[], $12::uuid[], $13, $14, $15, $16, $17::timestamptz[],
  $18) AS decision_id`;

/**
 * Writes decisions with their permits and leaves, each if its state of knowledge still stands, in
 * one transaction; answers with the ids of those written. What is missing must be asked anew.
 * At most one reservation for a person in a call.
 */
export async function reserve(
  sql: Sql,
  reservations: readonly Reservation[],
): Promise<ReadonlySet<string>> {
  if (reservations.length === 0) return new Set();
  const leaves = reservations.map(leafOf);
  const permits = reservations.map((it) => it.permit);
  const rows = await sql.named("gate-reserve", reserveText, [
    reservations.map((it) => it.act.borrowerId),
    reservations.map((it) => it.stateVersion),
    reservations.map((it) => it.decisionId),
    reservations.map((it) => it.requestKey),
    reservations.map((it) => instant(it.decision.decidedAt)),
    reservations.map((it) => it.decision.ruling.outcome),
    reservations.map((it) => JSON.stringify(plainAct(it.act))),
    reservations.map((it) => JSON.stringify(plainRuling(it.decision.ruling))),
    leaves.map((it) => it.leafId),
    leaves.map((it) => it.entry),
    leaves.map((it) => JSON.stringify(it.openings)),
    permits.map((it) => it?.permitId ?? null),
    permits.map((it) => it?.actDigest ?? null),
    reservations.map((it) => it.act.channel),
    reservations.map((it) => it.act.purpose),
    reservations.map((it) => it.act.actor.agencyId),
    permits.map((it) => (it === null ? null : instant(it.expiresAt))),
    permits.map((it) => it?.verifyCode ?? null),
  ]);
  return new Set(rows.map((row) => textIn(row, "decision_id")));
}

export function instant(at: number): string {
  return new Date(at).toISOString();
}
