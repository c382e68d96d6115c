import { assert } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import {
  type ContactAct,
  type ContactEvent,
  type ContactKnowledge,
  type GateOutcome,
  type StatedFact,
} from "@fairdue/servicing";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, integerIn, nullable, textIn } from "../sql/row.ts";

/** One question to the gate: whose knowledge, and under which key of the caller. */
export type KnowledgeWanted = { readonly borrowerId: string; readonly requestKey: string };

/** A decision that is already on record under the request's key. */
export type DecisionOnRecord = {
  readonly decisionId: string;
  readonly decidedAt: number;
  readonly outcome: GateOutcome;
  readonly act: ContactAct;
  readonly ruling: Plain;
  readonly permit: {
    readonly permitId: string;
    readonly expiresAt: number;
    readonly verifyCode: string;
  } | null;
};

export type Loaded = {
  /** Undefined where nothing is kept of such a person. */
  readonly known: ContactKnowledge | undefined;
  readonly earlier: DecisionOnRecord | undefined;
};

const loadText = `
SELECT given.n, r.packs, r.facts AS book_facts, s.borrower_id, s.book_id, s.version, s.last_at, gate_now() AS now,
  (SELECT json_agg(json_build_object('name', f.name, 'value', f.value, 'source', f.source,
     'knownAt', floor(extract(epoch FROM f.known_at) * 1000)::bigint) ORDER BY f.name)
   FROM contact_facts AS f WHERE f.borrower_id = s.borrower_id) AS facts,
  (SELECT json_agg(e.event ORDER BY e.at) FROM contact_events AS e
   WHERE e.borrower_id = s.borrower_id AND (e.kind = 'note' OR e.kind IN ('attempt', 'outcome')
     AND e.at > gate_statement_time() - interval '400 days')) AS events,
  -- What may still be used when this statement began, so that nothing falls between pending and past.
  (SELECT json_agg(d.act) FROM permits AS p
   JOIN gate_decisions AS d ON d.borrower_id = p.borrower_id AND d.decision_id = p.decision_id
   WHERE p.borrower_id = s.borrower_id AND p.stage <> 'settled'
     AND (p.stage <> 'issued' OR p.expires_at > gate_statement_time())) AS pending,
  e.decision_id, e.decided_at, e.outcome, e.act, e.ruling,
  p.permit_id, p.expires_at, p.verify_code
FROM UNNEST($1::text[], $2::text[]) WITH ORDINALITY AS given (borrower_id, request_key, n)
LEFT JOIN contact_state AS s ON s.borrower_id = given.borrower_id
LEFT JOIN contact_rules AS r ON r.book_id = s.book_id
LEFT JOIN gate_decisions AS e
  ON e.borrower_id = given.borrower_id AND e.request_key = given.request_key
LEFT JOIN permits AS p ON p.borrower_id = e.borrower_id AND p.decision_id = e.decision_id
ORDER BY given.n`;

/**
 * All that the gate knows of each person, read in one statement and so from one instant of the
 * database. No lock is taken: what is decided on it can be written only while its version stands.
 */
export async function loadKnowledge(
  sql: Sql,
  wanted: readonly KnowledgeWanted[],
): Promise<readonly Loaded[]> {
  const rows = await sql.named("gate-load", loadText, [
    wanted.map((it) => it.borrowerId),
    wanted.map((it) => it.requestKey),
  ]);
  assert(rows.length === wanted.length, "one row for each question");
  return rows.map((row) => ({ known: knowledgeOf(row), earlier: earlierOf(row) }));
}

function knowledgeOf(row: Row): ContactKnowledge | undefined {
  if (row["borrower_id"] === null) return undefined;
  // -infinity comes as a number: no decision was made yet.
  const last = row["last_at"];
  return {
    borrowerId: textIn(row, "borrower_id"),
    bookId: textIn(row, "book_id"),
    version: integerIn(row, "version"),
    now: instantIn(row, "now"),
    lastAt: last instanceof Date ? last.getTime() : null,
    packs: listIn<string>(row, "packs"),
    facts: [...bookFactsOf(row, "book_facts"), ...listIn<StatedFact>(row, "facts")],
    events: listIn<ContactEvent>(row, "events"),
    pending: listIn<ContactAct>(row, "pending").map(pendingOf),
  };
}

function pendingOf(act: ContactAct): ContactKnowledge["pending"][number] {
  return {
    direction: "out",
    channel: act.channel,
    purpose: act.purpose,
    role: act.recipient.role,
    contactPoint: act.recipient.contactPoint,
    accountIds: act.accountIds,
    agencyId: act.actor.agencyId,
  };
}

function earlierOf(row: Row): DecisionOnRecord | undefined {
  if (row["decision_id"] === null) return undefined;
  return {
    decisionId: textIn(row, "decision_id"),
    decidedAt: instantIn(row, "decided_at"),
    outcome: textIn(row, "outcome") as GateOutcome,
    act: row["act"] as ContactAct,
    ruling: row["ruling"] as Plain,
    permit:
      nullable(row, "permit_id", textIn) === null
        ? null
        : {
            permitId: textIn(row, "permit_id"),
            expiresAt: instantIn(row, "expires_at"),
            verifyCode: textIn(row, "verify_code"),
          },
  };
}

/** A JSON list that the store wrote itself. */
export function listIn<Item>(row: Row, column: string): readonly Item[] {
  const value = row[column];
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

/** Facts about the lender, as the book states them. */
export function bookFactsOf(row: Row, column: string): readonly StatedFact[] {
  const value = row[column];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([name, its]) => ({
    name,
    value: its,
    source: "book",
    knownAt: 0,
  }));
}
