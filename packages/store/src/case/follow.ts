import type { AccountState } from "@fairdue/credit";
import { type CloseReason, closeReasonOf } from "@fairdue/servicing";
import type { EpochDay } from "@fairdue/kernel";
import { openContacts } from "../gate/facts.ts";
import { dateOf, type Row, type Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";
import { type CaseEvent, insertCaseEvents } from "./events.ts";
import { followSubjects } from "./subjects.ts";

/** An account that was just written, as far as cases care. */
export type FollowedAccount = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly bookId: string;
  readonly state: AccountState;
  readonly bucketBefore: number;
  /** Kind of the event that changed it, `calendar` for a step of time. */
  readonly cause: string;
  readonly bookedOn: EpochDay;
};

/** What of an account makes it part of a case: overdue beyond tolerance, or charged off and owed. */
const isOverdue = `(bucket > 0 OR (status = 'charged-off' AND claim_minor > 0))`;

/**
 * Opens, keeps and closes cases in the transaction that changed the accounts: what is paid is out
 * of collection at that very commit, and no crash can lose a case. Costs nothing where nobody is
 * overdue.
 */
export async function followAccounts(
  tx: Transaction,
  accounts: readonly FollowedAccount[],
): Promise<void> {
  const touched = accounts.filter(
    ({ state, bucketBefore }) =>
      state.ageing.bucket > 0 || bucketBefore > 0 || state.status === "charged-off",
  );
  if (touched.length === 0) return;
  await insertMoves(tx, touched);
  await followPeople(
    tx,
    touched.map((it) => ({ ...it, on: it.bookedOn, reason: closeReasonOf(it.cause) })),
  );
}

async function insertMoves(tx: Transaction, touched: readonly FollowedAccount[]): Promise<void> {
  const moved = touched.filter((it) => it.state.ageing.bucket !== it.bucketBefore);
  if (moved.length === 0) return;
  await tx.named(
    "bucket-moves-insert",
    `INSERT INTO bucket_moves (borrower_id, account_id, book_id, booked_on, from_bucket, to_bucket,
       dpd, principal_minor, due_minor)
     SELECT m.borrower_id, m.account_id, m.book_id, m.booked_on, m.from_bucket, m.to_bucket,
       coalesce(m.booked_on - a.oldest_unpaid_on, 0), a.principal_minor + a.claim_minor, a.due_minor
     FROM UNNEST($1::text[], $2::text[], $3::text[], $4::date[], $5::smallint[], $6::smallint[])
       AS m (borrower_id, account_id, book_id, booked_on, from_bucket, to_bucket)
     JOIN accounts AS a USING (borrower_id, account_id)`,
    [
      moved.map((it) => it.borrowerId),
      moved.map((it) => it.accountId),
      moved.map((it) => it.bookId),
      moved.map((it) => dateOf(it.bookedOn)),
      moved.map((it) => it.bucketBefore),
      moved.map((it) => it.state.ageing.bucket),
    ],
  );
}

export type FollowedPerson = {
  readonly borrowerId: string;
  readonly bookId: string;
  readonly on: EpochDay;
  /** Why the case ends, if it ends now. */
  readonly reason: CloseReason;
};

/**
 * Brings the cases of some people in line with their accounts, whatever they were before. The
 * persons' rows are locked first, so that two accounts of one person can't see past each other.
 */
export async function followPeople(
  tx: Transaction,
  people: readonly FollowedPerson[],
): Promise<{ readonly opened: number; readonly closed: number }> {
  if (people.length === 0) return { opened: 0, closed: 0 };
  const last = new Map(people.map((it) => [`${it.borrowerId} ${it.bookId}`, it]));
  const wanted = [...last.values()];
  await tx.named(
    "cases-lock-people",
    `SELECT 1 FROM borrowers WHERE borrower_id = ANY ($1::text[])
     ORDER BY borrower_id FOR NO KEY UPDATE`,
    [wanted.map((it) => it.borrowerId)],
  );
  const rows = await tx.named("cases-follow", followText, [
    wanted.map((it) => it.borrowerId),
    wanted.map((it) => it.bookId),
    wanted.map((it) => dateOf(it.on)),
    wanted.map((it) => it.reason),
  ]);
  const opened = rows.filter((it) => textIn(it, "what") === "opened");
  const ended = rows.filter((it) => textIn(it, "what") === "closed");
  await insertCaseEvents(tx, rows.map(eventOf));
  await openContacts(
    tx,
    opened.map((it) => ({ borrowerId: textIn(it, "borrower_id"), bookId: textIn(it, "book_id") })),
  );
  await followSubjects(
    tx,
    rows.map((it) => textIn(it, "borrower_id")),
  );
  return { opened: opened.length, closed: ended.length };
}

function eventOf(row: Row): CaseEvent {
  return {
    borrowerId: textIn(row, "borrower_id"),
    caseId: textIn(row, "case_id"),
    bookedOn: row["booked_on"] as EpochDay,
    kind: textIn(row, "what"),
    actor: "book",
    body: row["body"] as object,
  };
}

const followText = `
WITH wanted AS (
  SELECT * FROM UNNEST($1::text[], $2::text[], $3::date[], $4::text[])
    AS w (borrower_id, book_id, on_day, reason))
, figures AS (
  SELECT w.borrower_id, w.book_id, w.on_day, w.reason, count(a.account_id)::int AS debts,
    coalesce(sum(a.due_minor + a.claim_minor), 0)::bigint AS overdue_minor,
    coalesce(sum(a.principal_minor + a.interest_minor + a.fee_minor + a.penalty_minor
      + a.claim_minor), 0)::bigint AS owed_minor,
    min(a.oldest_unpaid_on) AS oldest_unpaid_on, coalesce(max(a.bucket), 0)::smallint AS bucket,
    coalesce(bool_or(a.status = 'charged-off'), false) AS is_charged_off
  FROM wanted AS w
  LEFT JOIN accounts AS a
    ON a.borrower_id = w.borrower_id AND a.book_id = w.book_id AND ${isOverdue}
  GROUP BY w.borrower_id, w.book_id, w.on_day, w.reason)
, opened AS (
  INSERT INTO cases (borrower_id, case_id, book_id, origin, opened_on, debts, overdue_minor,
    owed_minor, oldest_unpaid_on, bucket, is_charged_off, dpd_max, queue_id, team_id, owner_id)
  SELECT f.borrower_id, 'cas_' || gen_random_uuid(), f.book_id, 'overdue', f.on_day, f.debts,
    f.overdue_minor, f.owed_minor, f.oldest_unpaid_on, f.bucket, f.is_charged_off,
    coalesce(f.on_day - f.oldest_unpaid_on, 0), was.queue_id, was.team_id, was.owner_id
  FROM figures AS f
  -- Who knows the person already goes on with them when they are back within two months.
  LEFT JOIN LATERAL (
    SELECT c.queue_id, c.team_id, c.owner_id FROM cases AS c
    WHERE c.borrower_id = f.borrower_id AND c.book_id = f.book_id
      AND c.closed_on > f.on_day - 60
    ORDER BY c.closed_on DESC, c.opened_at DESC LIMIT 1) AS was ON true
  WHERE f.debts > 0 AND NOT EXISTS (
    SELECT FROM cases AS c WHERE c.borrower_id = f.borrower_id AND c.book_id = f.book_id
      AND c.closed_on IS NULL)
  RETURNING borrower_id, case_id, book_id, opened_on AS booked_on, json_build_object(
    'origin', origin, 'debts', debts, 'overdueMinor', overdue_minor, 'dpd', dpd_max) AS body)
, kept AS (
  UPDATE cases AS c SET debts = f.debts, overdue_minor = f.overdue_minor,
    owed_minor = f.owed_minor, oldest_unpaid_on = f.oldest_unpaid_on, bucket = f.bucket,
    is_charged_off = f.is_charged_off,
    dpd_max = greatest(c.dpd_max, coalesce(f.on_day - c.oldest_unpaid_on, 0))
  FROM figures AS f
  WHERE c.borrower_id = f.borrower_id AND c.book_id = f.book_id AND c.closed_on IS NULL
    AND (f.debts > 0 OR c.watch_until >= f.on_day)
  RETURNING c.borrower_id)
, closed AS (
  UPDATE cases AS c SET debts = 0, overdue_minor = 0, owed_minor = 0, bucket = 0,
    dpd_max = greatest(c.dpd_max, coalesce(f.on_day - c.oldest_unpaid_on, 0)),
    closed_on = greatest(f.on_day, c.opened_on),
    close_reason = CASE WHEN c.origin = 'early-warning' AND c.debts = 0 THEN 'watch-ended'
      ELSE f.reason END,
    is_self_cured = f.reason = 'paid'
      AND NOT EXISTS (SELECT FROM contact_events AS e WHERE e.borrower_id = c.borrower_id
        AND e.kind = 'attempt' AND e.at >= c.opened_on)
      AND NOT EXISTS (SELECT FROM case_events AS e WHERE e.borrower_id = c.borrower_id
        AND e.case_id = c.case_id AND e.kind = 'result'),
    claimed_by = NULL, claimed_until = NULL, oldest_unpaid_on = NULL
  FROM figures AS f
  WHERE c.borrower_id = f.borrower_id AND c.book_id = f.book_id AND c.closed_on IS NULL
    AND f.debts = 0 AND (c.watch_until IS NULL OR c.watch_until < f.on_day)
  RETURNING c.borrower_id, c.case_id, c.book_id, c.closed_on AS booked_on, json_build_object(
    'reason', c.close_reason, 'dpdMax', c.dpd_max, 'isSelfCured', c.is_self_cured) AS body)
SELECT 'opened' AS what, * FROM opened UNION ALL SELECT 'closed', * FROM closed`;

/**
 * Looks for people whose case and accounts do not agree, and mends it: what a release of the program
 * that did not keep cases, or a restored backup, may leave behind. Reads overdue accounts only.
 */
export async function reconcileCases(
  tx: Transaction,
  { bookId, on }: { readonly bookId: string; readonly on: EpochDay },
): Promise<{ readonly opened: number; readonly closed: number }> {
  const rows = await tx.rows(
    `SELECT coalesce(a.borrower_id, c.borrower_id) AS borrower_id
     FROM (SELECT borrower_id, count(*) AS debts, sum(due_minor + claim_minor) AS overdue_minor
       FROM accounts WHERE book_id = $1 AND ${isOverdue} GROUP BY borrower_id) AS a
     FULL JOIN (SELECT borrower_id, debts, overdue_minor, watch_until FROM cases
       WHERE book_id = $1 AND closed_on IS NULL) AS c ON c.borrower_id = a.borrower_id
     WHERE a.debts IS DISTINCT FROM nullif(c.debts, 0)
       OR a.overdue_minor IS DISTINCT FROM nullif(c.overdue_minor, 0)
       OR (c.debts = 0 AND c.watch_until < $2)
     ORDER BY 1`,
    [bookId, dateOf(on)],
  );
  return await followPeople(
    tx,
    rows.map((it) => ({ borrowerId: textIn(it, "borrower_id"), bookId, on, reason: "paid" })),
  );
}

/** Opens a case before anything is overdue, because a model or a person warns; again, it prolongs it. */
export async function openEarlyCase(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly bookId: string;
    readonly on: EpochDay;
    readonly until: EpochDay;
    readonly actor: string;
    /** Codes of reasons, no personal data. */
    readonly reasons: readonly string[];
  },
): Promise<string> {
  const [row] = await tx.rows(
    `INSERT INTO cases (borrower_id, case_id, book_id, origin, opened_on, watch_until)
     VALUES ($1, 'cas_' || gen_random_uuid(), $2, 'early-warning', $3, $4)
     ON CONFLICT (borrower_id, book_id) WHERE closed_on IS NULL
       DO UPDATE SET watch_until = greatest(cases.watch_until, excluded.watch_until)
     RETURNING case_id`,
    [it.borrowerId, it.bookId, dateOf(it.on), dateOf(it.until)],
  );
  const caseId = row ? textIn(row, "case_id") : "";
  const body = { until: dateOf(it.until), reasons: it.reasons };
  const { borrowerId, actor } = it;
  await insertCaseEvents(tx, [
    { borrowerId, caseId, bookedOn: it.on, kind: "early-warning", actor, body },
  ]);
  await openContacts(tx, [it]);
  return caseId;
}
