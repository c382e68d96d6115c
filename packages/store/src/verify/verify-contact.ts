import { randomUUIDv7 } from "node:crypto";
import type { TextFrame } from "@fairdue/servicing";
import { logLeaf, nobody } from "../log/leaves.ts";
import type { Sql, Transaction } from "../sql/database.ts";
import { instantIn, integerIn, nullable, textIn } from "../sql/row.ts";

/** What a genuine code tells to anyone who holds it; whom it was for is not part of it. */
export type GenuineContact = {
  readonly bookId: string;
  readonly agencyId: string | null;
  readonly channel: string;
  readonly purpose: string;
  readonly redeemedAt: number;
  /** For our own use only (what may be done today), never part of an answer. */
  readonly borrowerId: string;
};

export type CodeLookup =
  | { readonly kind: "genuine"; readonly contact: GenuineContact }
  /** Drawn by us, but no contact was made with it: whoever shows it should not have it. */
  | { readonly kind: "unused" }
  | { readonly kind: "unknown" };

/** The alphabet of codes leaves out I, L, O and U: what was meant by them is known. */
export function normalCode(given: string): string {
  return given
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
}

export async function lookUpCode(sql: Sql, code: string): Promise<CodeLookup> {
  const [known] = await sql.rows(
    "SELECT borrower_id, permit_id FROM verify_codes WHERE code = $1",
    [code],
  );
  if (known === undefined) return { kind: "unknown" };
  const [row] = await sql.rows(
    `SELECT p.borrower_id, s.book_id, p.agency_id, p.channel, p.purpose, e.ended, e.ended_at
     FROM permits AS p JOIN contact_state AS s ON s.borrower_id = p.borrower_id
     LEFT JOIN permit_ends AS e ON e.borrower_id = p.borrower_id AND e.permit_id = p.permit_id
     WHERE p.borrower_id = $1 AND p.permit_id = $2`,
    [textIn(known, "borrower_id"), textIn(known, "permit_id")],
  );
  if (row === undefined || nullable(row, "ended", textIn) !== "redeemed") return { kind: "unused" };
  return {
    kind: "genuine",
    contact: {
      bookId: textIn(row, "book_id"),
      agencyId: nullable(row, "agency_id", textIn),
      channel: textIn(row, "channel"),
      purpose: textIn(row, "purpose"),
      redeemedAt: instantIn(row, "ended_at"),
      borrowerId: textIn(row, "borrower_id"),
    },
  };
}

/** Counts a question of this caller; answers how many it has asked within the hour. */
export async function countAsking(sql: Sql, caller: Buffer): Promise<number> {
  const [row] = await sql.rows(
    `INSERT INTO verify_rates AS r (caller, hour)
     VALUES ($1, date_trunc('hour', clock_timestamp()))
     ON CONFLICT (caller, hour) DO UPDATE SET asked = r.asked + 1 RETURNING asked`,
    [caller],
  );
  return row === undefined ? 1 : integerIn(row, "asked");
}

export type ContactReport = {
  readonly kind: "unknown-code" | "unused-code" | "reported";
  readonly code: string;
  readonly words: string;
  readonly cameFrom: string;
  readonly at: number;
};

/** Puts a report on record; answers with its id. */
export async function saveContactReport(tx: Transaction, it: ContactReport): Promise<string> {
  const reportId = randomUUIDv7();
  const { kind, code, words, cameFrom, at } = it;
  const leafId = await logLeaf(tx, {
    borrowerId: nobody,
    kind: "contact.reported",
    at,
    values: { report: { reportId, kind, code, words, cameFrom } },
  });
  await tx.rows(
    `INSERT INTO contact_reports (report_id, kind, code, reported_at, words, came_from, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [reportId, kind, code.slice(0, 20), new Date(at).toISOString(), words, cameFrom, leafId],
  );
  return reportId;
}

export async function loadContactReports(
  sql: Sql,
  reportsMax = 100,
): Promise<readonly (ContactReport & { readonly reportId: string })[]> {
  const rows = await sql.rows(
    "SELECT * FROM contact_reports WHERE handled_at IS NULL ORDER BY reported_at DESC, report_id DESC LIMIT $1",
    [reportsMax],
  );
  return rows.map((row) => ({
    reportId: textIn(row, "report_id"),
    kind: textIn(row, "kind") as ContactReport["kind"],
    code: textIn(row, "code"),
    words: textIn(row, "words"),
    cameFrom: textIn(row, "came_from"),
    at: instantIn(row, "reported_at"),
  }));
}

export async function saveFrame(
  tx: Transaction,
  it: {
    readonly bookId: string;
    readonly agencyId: string | null;
    readonly frame: TextFrame;
    readonly by: string;
  },
): Promise<void> {
  await tx.rows(
    `INSERT INTO text_frames (book_id, agency_id, frame, stated_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (book_id, agency_id) DO UPDATE SET frame = excluded.frame,
       stated_by = excluded.stated_by, stated_at = clock_timestamp()`,
    [it.bookId, it.agencyId ?? nobody, JSON.stringify(it.frame), it.by],
  );
}

export async function loadFrame(
  sql: Sql,
  bookId: string,
  agencyId: string | null,
): Promise<TextFrame | undefined> {
  const [row] = await sql.rows(
    "SELECT frame FROM text_frames WHERE book_id = $1 AND agency_id = $2",
    [bookId, agencyId ?? nobody],
  );
  return row && (row["frame"] as TextFrame);
}
