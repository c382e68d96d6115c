import type { EpochDay } from "@fairdue/kernel";
import type { CaseFeatures, ContactChannel, LastByChannel, PersonOnDay } from "@fairdue/servicing";
import { dateOf, type Row, type Sql } from "../sql/database.ts";
import { dayIn, integerIn, nullable, textIn, truthIn } from "../sql/row.ts";

export type PeopleWanted = {
  readonly bookId: string;
  /** The day that is planned: everything is counted to its morning. */
  readonly on: EpochDay;
  readonly zone: string;
  /** People behind this one, in order of ids. */
  readonly after: string;
  readonly count: number;
};

/**
 * A page of people with an open case, with all that a strategy may look at, in one statement: the
 * page is cut first, then each kind of history is read for the page at once.
 */
export async function loadPeople(sql: Sql, it: PeopleWanted): Promise<readonly PersonOnDay[]> {
  const rows = await sql.named("plan-people", peopleText, [
    it.bookId,
    dateOf(it.on),
    it.after,
    it.count,
    it.zone,
  ]);
  return rows.map((row) => personOf(row, it.on));
}

const peopleText = `
WITH page AS MATERIALIZED (
  SELECT * FROM cases WHERE book_id = $1 AND closed_on IS NULL AND borrower_id > $3
  ORDER BY borrower_id LIMIT $4)
, debts AS (
  SELECT borrower_id, min(a.opened_on) AS first_on,
    coalesce(array_agg(account_id ORDER BY account_id) FILTER (WHERE a.bucket > 0 OR a.claim_minor > 0),
      array_agg(account_id ORDER BY account_id)) AS account_ids
  FROM page JOIN accounts AS a USING (borrower_id) WHERE a.book_id = $1 GROUP BY borrower_id)
, earlier AS (
  SELECT borrower_id, count(*)::int AS cases, count(*) FILTER (WHERE c.close_reason = 'paid')::int AS cures,
    json_agg(json_build_array(coalesce(c.is_self_cured, false), c.dpd_max)
      ORDER BY c.closed_on DESC, c.opened_at DESC) AS ends
  FROM page JOIN cases AS c USING (borrower_id)
  WHERE c.book_id = $1 AND c.closed_on > $2::date - 365 GROUP BY borrower_id)
, promised AS (
  SELECT borrower_id, count(*) FILTER (WHERE p.status = 'kept')::int AS kept,
    count(*) FILTER (WHERE p.status = 'broken')::int AS broken,
    max(p.judged_on) FILTER (WHERE p.status = 'broken') AS broken_on,
    bool_or(p.status = 'open' AND p.promised_on >= $2) AS is_open
  FROM page JOIN promises AS p USING (borrower_id) GROUP BY borrower_id)
, attempts AS (
  SELECT borrower_id, e.channel, max((e.at AT TIME ZONE $5)::date) AS last_on,
    count(*) FILTER (WHERE (e.at AT TIME ZONE $5)::date > $2::date - 7)::int AS in7,
    count(*) FILTER (WHERE (e.at AT TIME ZONE $5)::date > $2::date - 30)::int AS in30
  FROM page JOIN contact_events AS e USING (borrower_id)
  WHERE e.kind = 'attempt' AND e.at > $2::date - 400 AND e.at < $2::date + 2
  GROUP BY borrower_id, e.channel)
, contacted AS (
  SELECT borrower_id, sum(in7)::int AS in7, sum(in30)::int AS in30, max(last_on) AS last_on,
    json_object_agg(channel, $2::date - last_on) AS by_channel
  FROM attempts GROUP BY borrower_id)
, results AS (
  SELECT borrower_id, count(*)::int AS right_party
  FROM page JOIN case_events AS e USING (borrower_id)
  WHERE e.kind = 'result' AND e.booked_on BETWEEN $2::date - 30 AND $2::date
    AND (e.body->>'isRightParty')::boolean GROUP BY borrower_id)
, held AS (
  SELECT borrower_id, bool_or(h.kind IN ('hardship', 'bereavement', 'disaster')) AS hardship,
    bool_or(h.kind IN ('dispute', 'complaint')) AS disputed
  FROM page JOIN case_holds AS h USING (borrower_id)
  WHERE h.case_id = page.case_id AND h.ended_at IS NULL GROUP BY borrower_id)
, regions AS (
  SELECT borrower_id, f.value #>> '{}' AS region FROM page JOIN contact_facts AS f USING (borrower_id)
  WHERE f.name = 'person.region')
SELECT page.borrower_id, page.case_id, page.opened_on, page.origin, page.debts, page.overdue_minor,
  page.owed_minor, page.oldest_unpaid_on, page.bucket, page.is_charged_off, page.owner_id,
  page.agency_id, debts.account_ids, debts.first_on, earlier.cases, earlier.cures, earlier.ends,
  promised.kept, promised.broken, promised.broken_on, coalesce(promised.is_open, false) AS is_open,
  contacted.in7, contacted.in30, contacted.last_on, contacted.by_channel, results.right_party,
  held.borrower_id IS NOT NULL AS is_held, coalesce(held.hardship, false) AS hardship,
  coalesce(held.disputed, false) AS disputed, regions.region
FROM page LEFT JOIN debts USING (borrower_id) LEFT JOIN earlier USING (borrower_id)
LEFT JOIN promised USING (borrower_id) LEFT JOIN contacted USING (borrower_id)
LEFT JOIN results USING (borrower_id) LEFT JOIN held USING (borrower_id)
LEFT JOIN regions USING (borrower_id)
ORDER BY page.borrower_id`;

function personOf(row: Row, on: EpochDay): PersonOnDay {
  const accountIds = row["account_ids"];
  return {
    borrowerId: textIn(row, "borrower_id"),
    caseId: textIn(row, "case_id"),
    accountIds: Array.isArray(accountIds) ? accountIds.map(String) : [],
    ownerId: nullable(row, "owner_id", textIn),
    agencyId: nullable(row, "agency_id", textIn),
    features: featuresOf(row, on),
    lastByChannel: (row["by_channel"] ?? {}) as Partial<
      Record<ContactChannel, number>
    > satisfies LastByChannel,
  };
}

function featuresOf(row: Row, on: EpochDay): CaseFeatures {
  const count = (column: string): number => nullable(row, column, integerIn) ?? 0;
  const daysSince = (column: string): number | null => {
    const then = nullable(row, column, dayIn);
    return then === null ? null : Math.max(0, on - then);
  };
  const ends = (row["ends"] ?? []) as readonly (readonly [boolean, number])[];
  const firstOther = ends.findIndex(([isSelfCured]) => !isSelfCured);
  const selfCured = firstOther === -1 ? ends : ends.slice(0, firstOther);
  return {
    dpd: daysSince("oldest_unpaid_on") ?? 0,
    overdueMinor: integerIn(row, "overdue_minor"),
    owedMinor: integerIn(row, "owed_minor"),
    bucket: integerIn(row, "bucket"),
    debts: integerIn(row, "debts"),
    isChargedOff: truthIn(row, "is_charged_off"),
    isEarlyWarning: textIn(row, "origin") === "early-warning" && integerIn(row, "debts") === 0,
    caseAgeDays: Math.max(0, on - dayIn(row, "opened_on")),
    casesBefore: count("cases"),
    curesBefore: count("cures"),
    selfCures: selfCured.length,
    selfCureDpdMax: selfCured.reduce((most, [, dpd]) => Math.max(most, dpd), 0),
    promisesKept: count("kept"),
    promisesBroken: count("broken"),
    daysSinceBrokenPromise: daysSince("broken_on"),
    hasOpenPromise: truthIn(row, "is_open"),
    contacts7: count("in7"),
    contacts30: count("in30"),
    rightParty30: count("right_party"),
    daysSinceContact: daysSince("last_on"),
    isHeld: truthIn(row, "is_held"),
    isHardship: truthIn(row, "hardship"),
    isDisputed: truthIn(row, "disputed"),
    monthsOnBook: Math.floor((daysSince("first_on") ?? 0) / 30),
    region: nullable(row, "region", textIn) ?? "unknown",
  };
}
