import { randomUUID } from "node:crypto";
import type { EpochDay } from "@fairdue/kernel";
import type { ArrangementQuote, ArrangementTerms } from "@fairdue/servicing";
import { logLeaf } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, integerIn, nullable, textIn } from "../sql/row.ts";

export type ArrangementStatus =
  | "awaiting-approval"
  | "offered"
  | "declined"
  | "withdrawn"
  | "expired"
  | "running"
  | "met"
  | "broken";

export type ArrangementKey = { readonly borrowerId: string; readonly arrangementId: string };

/** An offer as it was made, and what became of it. */
export type ArrangementOnRecord = ArrangementKey & {
  readonly accountId: string;
  readonly bookId: string;
  readonly caseId: string | null;
  readonly terms: ArrangementTerms;
  readonly quote: ArrangementQuote;
  readonly templateId: string | null;
  readonly likeness: string;
  readonly worksheetId: string | null;
  readonly rateBefore: number;
  readonly graceDays: number;
  readonly givenUpMinor: number;
  readonly approvalId: string | null;
  readonly status: ArrangementStatus;
  readonly offeredOn: EpochDay;
  readonly offeredBy: string;
  readonly expiresOn: EpochDay;
  readonly acceptedOn: EpochDay | null;
  readonly acceptedBy: string | null;
  readonly endedOn: EpochDay | null;
  readonly leafId: string;
};

export type NewArrangement = Omit<
  ArrangementOnRecord,
  "arrangementId" | "acceptedOn" | "acceptedBy" | "endedOn" | "leafId" | "status"
> & { readonly status: "awaiting-approval" | "offered" };

export async function insertArrangement(
  tx: Transaction,
  it: NewArrangement & { readonly at: number },
): Promise<ArrangementOnRecord> {
  const arrangementId = `arr_${randomUUID()}`;
  const { borrowerId, accountId } = it;
  const leafId = await logLeaf(tx, {
    borrowerId,
    kind: "arrangement.offered",
    at: it.at,
    values: {
      offer: { arrangementId, accountId, likeness: it.likeness, kind: it.terms.kind },
      terms: { ...it.terms },
      cost: { totalMinor: it.quote.totalMinor, costMinor: it.quote.costMinor },
    },
  });
  const [row] = await tx.rows(
    `INSERT INTO arrangements (borrower_id, arrangement_id, account_id, book_id, case_id, kind, terms, quote,
       template_id, likeness, worksheet_id, rate_before, grace_days, given_up_minor, approval_id, status,
       offered_on, offered_by, expires_on, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     RETURNING *`,
    [
      borrowerId,
      arrangementId,
      accountId,
      it.bookId,
      it.caseId,
      it.terms.kind,
      JSON.stringify(it.terms),
      JSON.stringify(it.quote),
      it.templateId,
      it.likeness,
      it.worksheetId,
      it.rateBefore,
      it.graceDays,
      it.givenUpMinor,
      it.approvalId,
      it.status,
      dateOf(it.offeredOn),
      it.offeredBy,
      dateOf(it.expiresOn),
      leafId,
    ],
  );
  return arrangementOf(row!);
}

/** The newest first. */
export async function loadArrangements(
  sql: Sql,
  borrowerId: string,
): Promise<readonly ArrangementOnRecord[]> {
  const rows = await sql.rows(
    "SELECT * FROM arrangements WHERE borrower_id = $1 ORDER BY offered_on DESC, arrangement_id LIMIT 100",
    [borrowerId],
  );
  return rows.map(arrangementOf);
}

export async function loadArrangement(
  sql: Sql,
  key: ArrangementKey,
): Promise<ArrangementOnRecord | undefined> {
  const [row] = await sql.rows(
    "SELECT * FROM arrangements WHERE borrower_id = $1 AND arrangement_id = $2",
    [key.borrowerId, key.arrangementId],
  );
  return row && arrangementOf(row);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockArrangement(
  tx: Transaction,
  key: ArrangementKey,
): Promise<ArrangementOnRecord | undefined> {
  await tx.rows(
    "SELECT FROM arrangements WHERE borrower_id = $1 AND arrangement_id = $2 FOR UPDATE",
    [key.borrowerId, key.arrangementId],
  );
  return await loadArrangement(tx, key);
}

/** Moves an arrangement on, with its leaf. */
export async function saveArrangementStatus(
  tx: Transaction,
  key: ArrangementKey,
  it: {
    readonly status: ArrangementStatus;
    readonly on: EpochDay;
    readonly at: number;
    readonly actor: string;
  },
): Promise<void> {
  const isAcceptance = it.status === "running";
  await tx.rows(
    `UPDATE arrangements SET status = $3,
       accepted_on = CASE WHEN $4 THEN $5::date ELSE accepted_on END,
       accepted_by = CASE WHEN $4 THEN $6 ELSE accepted_by END,
       ended_on = CASE WHEN $7 THEN $5::date ELSE ended_on END
     WHERE borrower_id = $1 AND arrangement_id = $2`,
    [
      key.borrowerId,
      key.arrangementId,
      it.status,
      isAcceptance,
      dateOf(it.on),
      it.actor,
      !isAcceptance && it.status !== "offered",
    ],
  );
  await logLeaf(tx, {
    borrowerId: key.borrowerId,
    kind: `arrangement.${it.status}`,
    at: it.at,
    values: { arrangement: { arrangementId: key.arrangementId, actor: it.actor } },
  });
}

/** The offer that waits for an approval. */
export async function arrangementOfApproval(
  sql: Sql,
  approvalId: string,
): Promise<ArrangementOnRecord | undefined> {
  const [row] = await sql.rows(
    "SELECT * FROM arrangements WHERE approval_id = $1 AND status = 'awaiting-approval'",
    [approvalId],
  );
  return row && arrangementOf(row);
}

/** Offers out of time and arrangements that run, of one book, a page at a time. */
export async function arrangementsToJudge(
  sql: Sql,
  it: { readonly bookId: string; readonly after: string; readonly count: number },
): Promise<readonly ArrangementOnRecord[]> {
  const rows = await sql.rows(
    `SELECT * FROM arrangements WHERE book_id = $1 AND status IN ('offered', 'running')
       AND arrangement_id > $2 ORDER BY arrangement_id LIMIT $3`,
    [it.bookId, it.after, it.count],
  );
  return rows.map(arrangementOf);
}

/** Money that came in on an account from a day on; what went back does not count. */
export async function paidSince(
  sql: Sql,
  it: { readonly borrowerId: string; readonly accountId: string; readonly from: EpochDay },
): Promise<number> {
  const [row] = await sql.rows(
    `SELECT coalesce(sum((e.fact->>'amountMinor')::bigint), 0)::bigint AS paid FROM account_events AS e
     WHERE e.borrower_id = $1 AND e.account_id = $2 AND e.kind IN ('repaid', 'recovered') AND e.value_on >= $3
       AND NOT EXISTS (SELECT FROM account_events AS r WHERE r.borrower_id = e.borrower_id
         AND r.account_id = e.account_id AND r.kind = 'repayment-returned'
         AND r.fact->>'repaymentId' = e.fact->>'repaymentId')`,
    [it.borrowerId, it.accountId, dateOf(it.from)],
  );
  return row ? integerIn(row, "paid") : 0;
}

export type LikeOffers = {
  readonly likeness: string;
  readonly kind: string;
  readonly templateId: string | null;
  readonly offers: number;
  readonly accepted: number;
  readonly people: number;
  /** Months of plans and holidays; null for others. */
  readonly monthsLeast: number | null;
  readonly monthsMost: number | null;
  /** Share of what was owed that was given up, parts per million. */
  readonly givenUpPpmLeast: number;
  readonly givenUpPpmMost: number;
};

/** What like cases were offered: one row for each likeness and kind. A wide span is a question. */
export async function compareOffers(
  sql: Sql,
  it: { readonly bookId: string; readonly from: EpochDay; readonly until: EpochDay },
): Promise<readonly LikeOffers[]> {
  const share =
    "(given_up_minor * 1000000 / greatest((quote->'owed'->>'totalMinor')::bigint, 1))::bigint";
  const rows = await sql.rows(
    `SELECT likeness, kind, template_id, count(*)::integer AS offers,
       count(accepted_on)::integer AS accepted, count(DISTINCT borrower_id)::integer AS people,
       min((terms->>'months')::integer) AS months_least, max((terms->>'months')::integer) AS months_most,
       min(${share}) AS share_least, max(${share}) AS share_most
     FROM arrangements WHERE book_id = $1 AND offered_on BETWEEN $2 AND $3
     GROUP BY likeness, kind, template_id ORDER BY likeness, kind, template_id LIMIT 500`,
    [it.bookId, dateOf(it.from), dateOf(it.until)],
  );
  return rows.map((row) => ({
    likeness: textIn(row, "likeness"),
    kind: textIn(row, "kind"),
    templateId: nullable(row, "template_id", textIn),
    offers: integerIn(row, "offers"),
    accepted: integerIn(row, "accepted"),
    people: integerIn(row, "people"),
    monthsLeast: nullable(row, "months_least", integerIn),
    monthsMost: nullable(row, "months_most", integerIn),
    givenUpPpmLeast: integerIn(row, "share_least"),
    givenUpPpmMost: integerIn(row, "share_most"),
  }));
}

/** Arrangements of a person that broke from a day on. */
export async function brokenSince(
  sql: Sql,
  it: { readonly borrowerId: string; readonly from: EpochDay },
): Promise<number> {
  const [row] = await sql.rows(
    `SELECT count(*)::integer AS broken FROM arrangements
     WHERE borrower_id = $1 AND status = 'broken' AND ended_on >= $2`,
    [it.borrowerId, dateOf(it.from)],
  );
  return row ? integerIn(row, "broken") : 0;
}

function arrangementOf(row: Row): ArrangementOnRecord {
  return {
    borrowerId: textIn(row, "borrower_id"),
    arrangementId: textIn(row, "arrangement_id"),
    accountId: textIn(row, "account_id"),
    bookId: textIn(row, "book_id"),
    caseId: nullable(row, "case_id", textIn),
    terms: row["terms"] as ArrangementTerms,
    quote: row["quote"] as ArrangementQuote,
    templateId: nullable(row, "template_id", textIn),
    likeness: textIn(row, "likeness"),
    worksheetId: nullable(row, "worksheet_id", textIn),
    rateBefore: integerIn(row, "rate_before"),
    graceDays: integerIn(row, "grace_days"),
    givenUpMinor: integerIn(row, "given_up_minor"),
    approvalId: nullable(row, "approval_id", textIn),
    status: textIn(row, "status") as ArrangementStatus,
    offeredOn: dayIn(row, "offered_on"),
    offeredBy: textIn(row, "offered_by"),
    expiresOn: dayIn(row, "expires_on"),
    acceptedOn: nullable(row, "accepted_on", dayIn),
    acceptedBy: nullable(row, "accepted_by", textIn),
    endedOn: nullable(row, "ended_on", dayIn),
    leafId: textIn(row, "leaf_id"),
  };
}
