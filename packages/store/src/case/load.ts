import type { EpochDay } from "@fairdue/kernel";
import type { Claim, CloseReason } from "@fairdue/servicing";
import type { Row, Sql, Transaction } from "../sql/database.ts";
import { dayIn, instantIn, integerIn, nullable, textIn, truthIn } from "../sql/row.ts";

/** One person's overdue matter, as it stands. Amounts in minor units of the book's currency. */
export type CaseOnRecord = {
  readonly borrowerId: string;
  readonly caseId: string;
  readonly bookId: string;
  readonly origin: "overdue" | "early-warning";
  readonly openedOn: EpochDay;
  readonly closedOn: EpochDay | null;
  readonly closeReason: CloseReason | null;
  readonly watchUntil: EpochDay | null;
  readonly debts: number;
  readonly overdueMinor: number;
  readonly owedMinor: number;
  readonly oldestUnpaidOn: EpochDay | null;
  readonly bucket: number;
  readonly isChargedOff: boolean;
  readonly dpdMax: number;
  readonly isSelfCured: boolean | null;
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly agencyId: string | null;
  readonly claim: Claim | null;
  /** Kinds of the holds in force: while there is one, nobody collects. */
  readonly holds: readonly string[];
};

export const caseColumns = `c.borrower_id, c.case_id, c.book_id, c.origin, c.opened_on, c.closed_on,
  c.close_reason, c.watch_until, c.debts, c.overdue_minor, c.owed_minor, c.oldest_unpaid_on, c.bucket,
  c.is_charged_off, c.dpd_max, c.is_self_cured, c.queue_id, c.team_id, c.owner_id, c.agency_id,
  c.claimed_by, c.claimed_until,
  ARRAY(SELECT DISTINCT h.kind FROM case_holds AS h WHERE h.borrower_id = c.borrower_id
    AND h.case_id = c.case_id AND h.ended_at IS NULL ORDER BY h.kind) AS holds`;

export type CaseKey = { readonly borrowerId: string; readonly caseId: string };

export async function loadCase(sql: Sql, key: CaseKey): Promise<CaseOnRecord | undefined> {
  const [row] = await sql.named(
    "case-load",
    `SELECT ${caseColumns} FROM cases AS c WHERE c.borrower_id = $1 AND c.case_id = $2`,
    [key.borrowerId, key.caseId],
  );
  return row && caseOf(row);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockCase(tx: Transaction, key: CaseKey): Promise<CaseOnRecord | undefined> {
  await tx.named(
    "case-lock",
    "SELECT 1 FROM cases WHERE borrower_id = $1 AND case_id = $2 FOR UPDATE",
    [key.borrowerId, key.caseId],
  );
  return await loadCase(tx, key);
}

/** The open case of a person in a book, if there is one. */
export async function openCaseOf(
  sql: Sql,
  it: { readonly borrowerId: string; readonly bookId: string },
): Promise<CaseOnRecord | undefined> {
  const [row] = await sql.named(
    "case-open-of",
    `SELECT ${caseColumns} FROM cases AS c
     WHERE c.borrower_id = $1 AND c.book_id = $2 AND c.closed_on IS NULL`,
    [it.borrowerId, it.bookId],
  );
  return row && caseOf(row);
}

export async function loadCasesOf(sql: Sql, borrowerId: string): Promise<readonly CaseOnRecord[]> {
  const rows = await sql.named(
    "cases-of",
    `SELECT ${caseColumns} FROM cases AS c WHERE c.borrower_id = $1 ORDER BY c.opened_at DESC`,
    [borrowerId],
  );
  return rows.map(caseOf);
}

/** Days past due of a case on a day; 0 where nothing is unpaid. */
export function dpdOfCase(it: Pick<CaseOnRecord, "oldestUnpaidOn">, on: EpochDay): number {
  return it.oldestUnpaidOn === null ? 0 : Math.max(0, on - it.oldestUnpaidOn);
}

export function caseOf(row: Row): CaseOnRecord {
  const claimedBy = nullable(row, "claimed_by", textIn);
  const holds = row["holds"];
  return {
    borrowerId: textIn(row, "borrower_id"),
    caseId: textIn(row, "case_id"),
    bookId: textIn(row, "book_id"),
    origin: textIn(row, "origin") as CaseOnRecord["origin"],
    openedOn: dayIn(row, "opened_on"),
    closedOn: nullable(row, "closed_on", dayIn),
    closeReason: nullable(row, "close_reason", textIn) as CloseReason | null,
    watchUntil: nullable(row, "watch_until", dayIn),
    debts: integerIn(row, "debts"),
    overdueMinor: integerIn(row, "overdue_minor"),
    owedMinor: integerIn(row, "owed_minor"),
    oldestUnpaidOn: nullable(row, "oldest_unpaid_on", dayIn),
    bucket: integerIn(row, "bucket"),
    isChargedOff: truthIn(row, "is_charged_off"),
    dpdMax: integerIn(row, "dpd_max"),
    isSelfCured: nullable(row, "is_self_cured", truthIn),
    queueId: nullable(row, "queue_id", textIn),
    teamId: nullable(row, "team_id", textIn),
    ownerId: nullable(row, "owner_id", textIn),
    agencyId: nullable(row, "agency_id", textIn),
    claim: claimedBy === null ? null : { by: claimedBy, until: instantIn(row, "claimed_until") },
    holds: Array.isArray(holds) ? holds.map(String) : [],
  };
}

export type DebtInCase = {
  readonly accountId: string;
  readonly productId: string;
  readonly status: string;
  readonly dueMinor: number;
  readonly claimMinor: number;
  readonly bucket: number;
  readonly oldestUnpaidOn: EpochDay | null;
};

/** What a person owes in a book: overdue accounts, or all of them where none is overdue yet. */
export async function loadDebts(
  sql: Sql,
  it: { readonly borrowerId: string; readonly bookId: string },
): Promise<readonly DebtInCase[]> {
  const rows = await sql.named(
    "case-debts",
    `SELECT account_id, product_id, status, due_minor, claim_minor, bucket, oldest_unpaid_on
     FROM accounts WHERE borrower_id = $1 AND book_id = $2 AND status <> 'closed'
     ORDER BY account_id`,
    [it.borrowerId, it.bookId],
  );
  const debts = rows.map((row) => ({
    accountId: textIn(row, "account_id"),
    productId: textIn(row, "product_id"),
    status: textIn(row, "status"),
    dueMinor: integerIn(row, "due_minor"),
    claimMinor: integerIn(row, "claim_minor"),
    bucket: integerIn(row, "bucket"),
    oldestUnpaidOn: nullable(row, "oldest_unpaid_on", dayIn),
  }));
  const overdue = debts.filter((debt) => debt.bucket > 0 || debt.claimMinor > 0);
  return overdue.length > 0 ? overdue : debts;
}
