import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Row, type Sql, type SqlValue } from "../sql/database.ts";
import { dayIn, instantIn, nullable, textIn } from "../sql/row.ts";

/** One thing that happened, on the side of the money or on the side of the words. */
export type TimelineItem = {
  readonly on: EpochDay;
  readonly at: number;
  readonly side: "money" | "words";
  readonly source:
    | "account"
    | "bucket"
    | "statement"
    | "case"
    | "contact"
    | "decision"
    | "message"
    | "note"
    | "reply";
  readonly kind: string;
  readonly ref: string;
  readonly actor: string | null;
  /** Ids, days, amounts and codes. Sealed texts are named by `ref`, never carried here. */
  readonly body: unknown;
};

export type TimelineWanted = {
  readonly borrowerId: string;
  /** Zone in which the days of contacts are counted. */
  readonly zone: string;
  readonly after: { readonly on: EpochDay; readonly at: number; readonly ref: string } | null;
  readonly count: number;
};

const parts = [
  `SELECT e.booked_on AS on_day, e.recorded_at AS at, 'money' AS side, 'account' AS source, e.kind,
     e.account_id || '#' || e.seq AS ref, NULL AS actor,
     json_build_object('accountId', e.account_id, 'valueOn', e.value_on, 'fact', e.fact) AS body
   FROM account_events AS e WHERE e.borrower_id = $1`,
  `SELECT m.booked_on, m.booked_on::timestamptz, 'money', 'bucket', 'bucket-changed',
     m.account_id || '@' || m.move_no, NULL, json_build_object('accountId', m.account_id,
     'from', m.from_bucket, 'to', m.to_bucket, 'dpd', m.dpd, 'dueMinor', m.due_minor)
   FROM bucket_moves AS m WHERE m.borrower_id = $1`,
  `SELECT s.closed_on, s.closed_on::timestamptz, 'money', 'statement', 'statement',
     s.account_id || '/' || s.statement_id, NULL, json_build_object('accountId', s.account_id,
     'statementId', s.statement_id, 'dueOn', s.due_on, 'closingMinor', s.closing_minor,
     'minimumMinor', s.minimum_minor)
   FROM statements AS s WHERE s.borrower_id = $1`,
  `SELECT e.booked_on, e.at, 'words', 'case', e.kind, e.event_id::text, e.actor,
     json_build_object('caseId', e.case_id, 'of', e.body)
   FROM case_events AS e WHERE e.borrower_id = $1`,
  `SELECT (e.at AT TIME ZONE $2)::date, e.at, 'words', 'contact', e.kind, e.event_id::text, NULL,
     json_build_object('channel', e.channel, 'permitId', e.permit_id, 'event', e.event)
   FROM contact_events AS e WHERE e.borrower_id = $1 AND e.kind <> 'receipt'`,
  `SELECT (d.decided_at AT TIME ZONE $2)::date, d.decided_at, 'words', 'decision', d.outcome,
     d.decision_id::text, NULL, json_build_object('channel', d.act->>'channel',
     'purpose', d.act->>'purpose', 'rules', d.ruling->'rules', 'says', d.ruling->'says',
     'leafId', d.leaf_id)
   FROM gate_decisions AS d WHERE d.borrower_id = $1`,
  `SELECT (m.queued_at AT TIME ZONE $2)::date, m.queued_at, 'words', 'message', m.status,
     m.message_id::text, NULL, json_build_object('channel', m.channel, 'templateId', m.template_id,
     'templateVersion', m.template_version, 'permitId', m.permit_id)
   FROM messages AS m WHERE m.borrower_id = $1`,
  `SELECT (r.received_at AT TIME ZONE $2)::date, r.received_at, 'words', 'reply', r.meaning,
     r.reply_id::text, NULL, json_build_object('channel', r.channel)
   FROM replies AS r WHERE r.borrower_id = $1`,
  `SELECT (n.written_at AT TIME ZONE $2)::date, n.written_at, 'words', 'note', 'note',
     n.note_id::text, n.written_by, json_build_object('caseId', n.case_id)
   FROM case_notes AS n WHERE n.borrower_id = $1`,
];

/** Money and words of a person on one line, the newest first. */
export async function loadTimeline(sql: Sql, it: TimelineWanted): Promise<readonly TimelineItem[]> {
  const values: SqlValue[] = [it.borrowerId, it.zone, it.count];
  let edge = "";
  if (it.after !== null) {
    values.push(dateOf(it.after.on), new Date(it.after.at).toISOString(), it.after.ref);
    edge = "WHERE (on_day, at, ref) < ($4::date, $5::timestamptz, $6)";
  }
  const rows = await sql.rows(
    `SELECT * FROM (
       SELECT on_day, date_trunc('milliseconds', at) AS at, side, source, kind, ref, actor, body
       FROM (${parts.join("\nUNION ALL\n")}) AS parts) AS line
     ${edge} ORDER BY on_day DESC, at DESC, ref DESC LIMIT $3`,
    values,
  );
  return rows.map(itemOf);
}

function itemOf(row: Row): TimelineItem {
  return {
    on: dayIn(row, "on_day"),
    at: instantIn(row, "at"),
    side: textIn(row, "side") as TimelineItem["side"],
    source: textIn(row, "source") as TimelineItem["source"],
    kind: textIn(row, "kind"),
    ref: textIn(row, "ref"),
    actor: nullable(row, "actor", textIn),
    body: row["body"],
  };
}

export type NoteOnRecord = {
  readonly caseId: string;
  readonly noteId: string;
  readonly writtenAt: number;
  readonly writtenBy: string;
  readonly sealedText: Buffer;
};

export async function loadNotes(
  sql: Sql,
  key: { readonly borrowerId: string; readonly caseId: string },
): Promise<readonly NoteOnRecord[]> {
  const rows = await sql.named(
    "notes-of-case",
    `SELECT case_id, note_id, written_at, written_by, sealed_text FROM case_notes
     WHERE borrower_id = $1 AND case_id = $2 ORDER BY written_at DESC, note_id LIMIT 200`,
    [key.borrowerId, key.caseId],
  );
  return rows.map((row) => ({
    caseId: textIn(row, "case_id"),
    noteId: textIn(row, "note_id"),
    writtenAt: instantIn(row, "written_at"),
    writtenBy: textIn(row, "written_by"),
    sealedText: row["sealed_text"] as Buffer,
  }));
}
