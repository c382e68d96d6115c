import type { Sql } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";

/** One permit and what became of it, for people who look at a person's contacts. */
export type ContactOnRecord = {
  readonly permitId: string;
  readonly channel: string;
  readonly purpose: string;
  readonly agencyId: string | null;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly ended: string | null;
  readonly reason: string | null;
  readonly messageId: string | null;
  readonly status: string | null;
  readonly verifyCode: string;
  readonly leafId: string;
};

/** The newest first. */
export async function loadContacts(
  sql: Sql,
  borrowerId: string,
  contactsMax = 200,
): Promise<readonly ContactOnRecord[]> {
  const rows = await sql.rows(
    `SELECT p.permit_id, p.channel, p.purpose, p.agency_id, p.issued_at, p.expires_at, e.ended,
       e.reason, m.message_id, m.status, p.verify_code, d.leaf_id
     FROM permits AS p
     JOIN gate_decisions AS d ON d.borrower_id = p.borrower_id AND d.decision_id = p.decision_id
     LEFT JOIN permit_ends AS e ON e.borrower_id = p.borrower_id AND e.permit_id = p.permit_id
     LEFT JOIN messages AS m ON m.borrower_id = p.borrower_id AND m.permit_id = p.permit_id
     WHERE p.borrower_id = $1 ORDER BY p.issued_at DESC LIMIT $2`,
    [borrowerId, contactsMax],
  );
  return rows.map((row) => ({
    permitId: textIn(row, "permit_id"),
    channel: textIn(row, "channel"),
    purpose: textIn(row, "purpose"),
    agencyId: nullable(row, "agency_id", textIn),
    issuedAt: instantIn(row, "issued_at"),
    expiresAt: instantIn(row, "expires_at"),
    ended: nullable(row, "ended", textIn),
    reason: nullable(row, "reason", textIn),
    messageId: nullable(row, "message_id", textIn),
    status: nullable(row, "status", textIn),
    verifyCode: textIn(row, "verify_code"),
    leafId: textIn(row, "leaf_id"),
  }));
}

/** The act of a permit that was redeemed: what an outcome is told of. */
export async function loadRedeemedChannel(
  sql: Sql,
  it: { readonly borrowerId: string; readonly permitId: string },
): Promise<string | undefined> {
  const [row] = await sql.rows(
    `SELECT p.channel FROM permits AS p
     JOIN permit_ends AS e ON e.borrower_id = p.borrower_id AND e.permit_id = p.permit_id
     WHERE p.borrower_id = $1 AND p.permit_id = $2 AND e.ended = 'redeemed'`,
    [it.borrowerId, it.permitId],
  );
  return row && textIn(row, "channel");
}

/** The book in which contact state of the person is kept; undefined where none is. */
export async function loadContactBook(sql: Sql, borrowerId: string): Promise<string | undefined> {
  const [row] = await sql.named(
    "contact-book",
    "SELECT book_id FROM contact_state WHERE borrower_id = $1",
    [borrowerId],
  );
  return row && textIn(row, "book_id");
}

/** Whether the end of a call or visit was told before. */
export async function hasOutcome(
  sql: Sql,
  it: { readonly borrowerId: string; readonly permitId: string },
): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT 1 FROM contact_events
     WHERE borrower_id = $1 AND permit_id = $2 AND kind = 'outcome' LIMIT 1`,
    [it.borrowerId, it.permitId],
  );
  return rows.length > 0;
}
