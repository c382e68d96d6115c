import type { EpochDay } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import { logLeaf } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type SqlValue, type Transaction } from "../sql/database.ts";
import { instantIn, integerIn, nullable, textIn, truthIn } from "../sql/row.ts";
import { type Complaint, complaintOf } from "./intake.ts";

export type ComplaintKey = { readonly borrowerId: string; readonly complaintId: string };

/** A complaint as the desk works on it. */
export type ComplaintOnDesk = Complaint & {
  readonly bookId: string | null;
  readonly isComplex: boolean;
  readonly isExtended: boolean;
  readonly escalation: number;
  readonly rootCause: string | null;
  readonly verdict: "upheld" | "partly-upheld" | "not-upheld" | null;
  readonly ownerId: string | null;
  readonly redressMinor: number;
  readonly answeredAt: number | null;
  readonly sealedWords: Buffer;
};

export async function loadComplaint(
  sql: Sql,
  key: ComplaintKey,
): Promise<ComplaintOnDesk | undefined> {
  const [row] = await sql.rows(
    "SELECT * FROM complaints WHERE borrower_id = $1 AND complaint_id = $2",
    [key.borrowerId, key.complaintId],
  );
  return row && onDesk(row);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockComplaint(
  tx: Transaction,
  key: ComplaintKey,
): Promise<ComplaintOnDesk | undefined> {
  await tx.rows("SELECT FROM complaints WHERE borrower_id = $1 AND complaint_id = $2 FOR UPDATE", [
    key.borrowerId,
    key.complaintId,
  ]);
  return await loadComplaint(tx, key);
}

/** Of a book, the soonest due first. */
export async function listComplaints(
  sql: Sql,
  it: {
    readonly bookId: string;
    readonly status: "open" | "answered" | "withdrawn";
    readonly after: { readonly answerBy: EpochDay; readonly complaintId: string } | null;
    readonly count: number;
  },
): Promise<readonly ComplaintOnDesk[]> {
  const values: SqlValue[] = [it.bookId, it.status, it.count];
  if (it.after !== null) values.push(dateOf(it.after.answerBy), it.after.complaintId);
  const rows = await sql.rows(
    `SELECT c.* FROM complaints AS c
     WHERE coalesce(c.book_id, (SELECT book_id FROM accounts AS a
         WHERE a.borrower_id = c.borrower_id ORDER BY account_id LIMIT 1)) = $1
       AND c.status = $2 ${it.after === null ? "" : "AND (c.answer_by, c.complaint_id) > ($4::date, $5)"}
     ORDER BY c.answer_by, c.complaint_id LIMIT $3`,
    values,
  );
  return rows.map(onDesk);
}

export type ComplaintEvent = {
  readonly eventNo: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: string;
  readonly body: unknown;
  readonly sealedWords: Buffer | null;
  readonly leafId: string;
};

/** Appends to the record of a complaint, with its leaf of the log. The complaint must be locked. */
export async function insertComplaintEvent(
  tx: Transaction,
  key: ComplaintKey,
  it: {
    readonly at: number;
    readonly kind: string;
    readonly actor: string;
    readonly body: Readonly<Record<string, Plain>>;
    readonly sealedWords?: Buffer;
  },
): Promise<string> {
  const { complaintId, borrowerId } = key;
  const leafId = await logLeaf(tx, {
    borrowerId,
    kind: `complaint.${it.kind}`,
    at: it.at,
    values: { complaint: { complaintId, ...it.body } },
  });
  await tx.rows(
    `INSERT INTO complaint_events (borrower_id, complaint_id, event_no, at, kind, actor, body, sealed_words, leaf_id)
     SELECT $1, $2, coalesce(max(event_no), 0) + 1, $3, $4, $5, $6, $7, $8 FROM complaint_events
     WHERE borrower_id = $1 AND complaint_id = $2`,
    [
      borrowerId,
      complaintId,
      new Date(it.at).toISOString(),
      it.kind,
      it.actor,
      JSON.stringify(it.body),
      it.sealedWords ?? null,
      leafId,
    ],
  );
  return leafId;
}

export async function loadComplaintEvents(
  sql: Sql,
  key: ComplaintKey,
): Promise<readonly ComplaintEvent[]> {
  const rows = await sql.rows(
    `SELECT event_no, at, kind, actor, body, sealed_words, leaf_id FROM complaint_events
     WHERE borrower_id = $1 AND complaint_id = $2 ORDER BY event_no`,
    [key.borrowerId, key.complaintId],
  );
  return rows.map((row) => ({
    eventNo: integerIn(row, "event_no"),
    at: instantIn(row, "at"),
    kind: textIn(row, "kind"),
    actor: textIn(row, "actor"),
    body: row["body"],
    sealedWords: row["sealed_words"] as Buffer | null,
    leafId: textIn(row, "leaf_id"),
  }));
}

/** What the desk changes of a complaint; what is left out stays. */
export type ComplaintChange = Partial<
  Pick<
    ComplaintOnDesk,
    | "bookId"
    | "isComplex"
    | "isExtended"
    | "escalation"
    | "answerBy"
    | "ownerId"
    | "rootCause"
    | "verdict"
    | "status"
    | "redressMinor"
    | "answeredAt"
  >
>;

export async function saveComplaint(
  tx: Transaction,
  key: ComplaintKey,
  it: ComplaintChange,
): Promise<void> {
  await tx.rows(
    `UPDATE complaints SET book_id = coalesce($3, book_id), is_complex = coalesce($4, is_complex),
       is_extended = coalesce($5, is_extended), escalation = coalesce($6, escalation),
       answer_by = coalesce($7, answer_by), owner_id = coalesce($8, owner_id),
       root_cause = coalesce($9, root_cause), verdict = coalesce($10, verdict),
       status = coalesce($11, status), redress_minor = coalesce($12, redress_minor),
       answered_at = coalesce($13, answered_at)
     WHERE borrower_id = $1 AND complaint_id = $2`,
    [
      key.borrowerId,
      key.complaintId,
      it.bookId ?? null,
      it.isComplex ?? null,
      it.isExtended ?? null,
      it.escalation ?? null,
      it.answerBy === undefined ? null : dateOf(it.answerBy),
      it.ownerId ?? null,
      it.rootCause ?? null,
      it.verdict ?? null,
      it.status ?? null,
      it.redressMinor ?? null,
      it.answeredAt === undefined || it.answeredAt === null
        ? null
        : new Date(it.answeredAt).toISOString(),
    ],
  );
}

/** How often each cause and each subject came up between two instants. */
export async function complaintCauses(
  sql: Sql,
  it: { readonly bookId: string; readonly from: number; readonly until: number },
): Promise<
  readonly { readonly about: string; readonly rootCause: string | null; readonly count: number }[]
> {
  const rows = await sql.rows(
    `SELECT about, root_cause, count(*)::integer AS count FROM complaints
     WHERE book_id = $1 AND filed_at >= $2 AND filed_at < $3
     GROUP BY about, root_cause ORDER BY count DESC, about`,
    [it.bookId, new Date(it.from).toISOString(), new Date(it.until).toISOString()],
  );
  return rows.map((row) => ({
    about: textIn(row, "about"),
    rootCause: nullable(row, "root_cause", textIn),
    count: integerIn(row, "count"),
  }));
}

function onDesk(row: Row): ComplaintOnDesk {
  return {
    ...complaintOf(row),
    bookId: nullable(row, "book_id", textIn),
    isComplex: truthIn(row, "is_complex"),
    isExtended: truthIn(row, "is_extended"),
    escalation: integerIn(row, "escalation"),
    rootCause: nullable(row, "root_cause", textIn),
    verdict: nullable(row, "verdict", textIn) as ComplaintOnDesk["verdict"],
    ownerId: nullable(row, "owner_id", textIn),
    redressMinor: integerIn(row, "redress_minor"),
    answeredAt: nullable(row, "answered_at", instantIn),
    sealedWords: row["sealed_words"] as Buffer,
  };
}
