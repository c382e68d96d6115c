import type {
  ContactAct,
  ContactKnowledge,
  ContactEvent,
  GateOutcome,
  StatedFact,
} from "@fairdue/servicing";
import type { Sql } from "../sql/database.ts";
import { instantIn, textIn } from "../sql/row.ts";
import { bookFactsOf, listIn } from "./load.ts";

/** A decision of the gate with what is still known of the state in which it was made. */
export type PastDecision = {
  readonly decisionId: string;
  readonly decidedAt: number;
  readonly outcome: GateOutcome;
  readonly act: ContactAct;
  readonly known: ContactKnowledge;
};

const pastText = `
SELECT d.borrower_id, d.decision_id, d.decided_at, d.outcome, d.act, s.book_id, r.packs,
  r.facts AS book_facts,
  (SELECT json_agg(json_build_object('name', f.name, 'value', f.value, 'source', f.source,
     'knownAt', floor(extract(epoch FROM f.known_at) * 1000)::bigint) ORDER BY f.name)
   FROM contact_facts AS f
   WHERE f.borrower_id = d.borrower_id AND f.known_at <= d.decided_at) AS facts,
  (SELECT json_agg(e.event ORDER BY e.at) FROM contact_events AS e
   WHERE e.borrower_id = d.borrower_id AND e.at < d.decided_at) AS events
FROM gate_decisions AS d
JOIN contact_state AS s ON s.borrower_id = d.borrower_id
LEFT JOIN contact_rules AS r ON r.book_id = s.book_id
ORDER BY d.decided_at DESC, d.decision_id LIMIT $1`;

/** The newest decisions, so that other rules may be asked the same. */
export async function loadPastDecisions(sql: Sql, most: number): Promise<readonly PastDecision[]> {
  const rows = await sql.rows(pastText, [most]);
  return rows.map((row) => {
    const decidedAt = instantIn(row, "decided_at");
    return {
      decisionId: textIn(row, "decision_id"),
      decidedAt,
      outcome: textIn(row, "outcome") as GateOutcome,
      act: row["act"] as ContactAct,
      known: {
        borrowerId: textIn(row, "borrower_id"),
        bookId: textIn(row, "book_id"),
        version: 0,
        now: decidedAt,
        lastAt: null,
        packs: listIn<string>(row, "packs"),
        facts: [...bookFactsOf(row, "book_facts"), ...listIn<StatedFact>(row, "facts")],
        events: listIn<ContactEvent>(row, "events"),
        pending: [],
      },
    };
  });
}
