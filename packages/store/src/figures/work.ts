import type { EpochDay } from "@fairdue/kernel";
import { peopleMin } from "@fairdue/servicing";
import { dateOf, type Sql } from "../sql/database.ts";
import { dayIn, integerIn, textIn } from "../sql/row.ts";
import type { FiguresWanted } from "./roll.ts";

/** What a treatment brought in a segment, beside those who were left alone at random. */
export type RecoveryRow = {
  readonly segmentId: string;
  readonly treatmentId: string;
  readonly people: number;
  readonly heldOut: number;
  readonly overdueMinor: number;
  readonly paidMinor: number;
  readonly costMinor: number;
  /** Mean share of the overdue amount paid within the horizon. */
  readonly share: number;
  readonly heldOutShare: number | null;
  /** Difference of the shares and its standard error; null without a hold-out. */
  readonly uplift: number | null;
  readonly upliftError: number | null;
  /** Cost of one unit recovered because of the treatment; null where nothing is. */
  readonly costPerUnit: number | null;
  readonly isDataThin: boolean;
};

export async function recoveries(sql: Sql, it: FiguresWanted): Promise<readonly RecoveryRow[]> {
  const rows = await sql.rows(
    `SELECT segment_id, treatment_id, count(*) AS people, sum(overdue_minor)::bigint AS overdue,
       sum(paid_minor)::bigint AS paid, sum(cost_minor)::bigint AS cost, avg(share) AS share,
       coalesce(var_samp(share), 0) AS variance
     FROM treatment_outcomes WHERE book_id = $1 AND measured_on <= $2::date
       AND plan_on > $2::date - make_interval(months => $3::int)
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [it.bookId, dateOf(it.asOf), it.months],
  );
  const all = rows.map((row) => ({
    segmentId: textIn(row, "segment_id"),
    treatmentId: textIn(row, "treatment_id"),
    people: integerIn(row, "people"),
    overdueMinor: integerIn(row, "overdue"),
    paidMinor: integerIn(row, "paid"),
    costMinor: integerIn(row, "cost"),
    share: Number(row["share"]),
    variance: Number(row["variance"]),
  }));
  return all.map(({ variance, ...one }) => {
    const held = all.find(
      (two) => two.segmentId === one.segmentId && two.treatmentId === "hold-out",
    );
    const isHeldOut = one.treatmentId === "hold-out";
    const uplift = held === undefined || isHeldOut ? null : one.share - held.share;
    const gained = uplift === null ? 0 : uplift * one.overdueMinor;
    return {
      ...one,
      heldOut: held?.people ?? 0,
      heldOutShare: held?.share ?? null,
      uplift,
      upliftError:
        held === undefined || isHeldOut
          ? null
          : Math.sqrt(variance / one.people + held.variance / held.people),
      costPerUnit: gained > 0 ? one.costMinor / gained : null,
      isDataThin: one.people < peopleMin || (held?.people ?? 0) < peopleMin,
    };
  });
}

/** One month of contact: what was tried, whom it reached, what was promised, what it cost in peace. */
export type ContactRow = {
  readonly month: EpochDay;
  readonly accounts: number;
  readonly attempts: number;
  readonly results: number;
  readonly contacts: number;
  readonly rightParty: number;
  readonly refusedByGate: number;
  readonly complaints: number;
  readonly promisesMade: number;
  readonly promisesKept: number;
  readonly promisesBroken: number;
  readonly plannedCostMinor: number;
  readonly harm: number;
  readonly harmBudget: number | null;
};

/** Months up to a day, the running one included as far as the day goes. */
export async function contactFigures(
  sql: Sql,
  it: FiguresWanted & { readonly zone: string },
): Promise<readonly ContactRow[]> {
  const rows = await sql.rows(contactText, [it.bookId, dateOf(it.asOf), it.months, it.zone]);
  return rows.map((row) => ({
    month: dayIn(row, "month"),
    accounts: integerIn(row, "accounts"),
    attempts: integerIn(row, "attempts"),
    results: integerIn(row, "results"),
    contacts: integerIn(row, "contacts"),
    rightParty: integerIn(row, "right_party"),
    refusedByGate: integerIn(row, "refused"),
    complaints: integerIn(row, "complaints"),
    promisesMade: integerIn(row, "made"),
    promisesKept: integerIn(row, "kept"),
    promisesBroken: integerIn(row, "broken"),
    plannedCostMinor: integerIn(row, "cost"),
    harm: integerIn(row, "harm"),
    harmBudget: row["harm_budget"] === null ? null : Number(row["harm_budget"]),
  }));
}

const contactText = `
WITH months AS (
  SELECT m AS month, least((m + interval '1 month')::date - 1, $2::date) AS to_on
  FROM (SELECT (date_trunc('month', $2::date) - make_interval(months => k))::date AS m
    FROM generate_series(0, $3::int - 1) AS k) AS it)
SELECT m.month,
  (SELECT count(*) FROM accounts AS a WHERE a.book_id = $1 AND a.opened_on <= m.to_on) AS accounts,
  coalesce(tried.n, 0) AS attempts, coalesce(e.results, 0) AS results,
  coalesce(e.contacts, 0) AS contacts, coalesce(e.right_party, 0) AS right_party,
  coalesce(refused.n, 0) AS refused, coalesce(e.complaints, 0) AS complaints,
  coalesce(p.made, 0) AS made, coalesce(q.kept, 0) AS kept, coalesce(q.broken, 0) AS broken,
  coalesce(w.cost, 0)::bigint AS cost, coalesce(w.harm, 0)::bigint AS harm, b.harm_budget
FROM months AS m
LEFT JOIN LATERAL (SELECT count(*) AS n FROM contact_events AS t JOIN contact_state AS s USING (borrower_id)
  WHERE s.book_id = $1 AND t.kind = 'attempt' AND (t.at AT TIME ZONE $4)::date BETWEEN m.month AND m.to_on)
  AS tried ON true
LEFT JOIN LATERAL (SELECT count(*) AS n FROM gate_decisions AS d JOIN contact_state AS s USING (borrower_id)
  WHERE s.book_id = $1 AND d.outcome <> 'allow'
    AND (d.decided_at AT TIME ZONE $4)::date BETWEEN m.month AND m.to_on) AS refused ON true
LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE v.kind = 'result') AS results,
    count(*) FILTER (WHERE v.kind = 'result' AND (v.body->>'isContact')::boolean) AS contacts,
    count(*) FILTER (WHERE v.kind = 'result' AND (v.body->>'isRightParty')::boolean) AS right_party,
    count(*) FILTER (WHERE v.kind = 'complaint') AS complaints
  FROM case_events AS v JOIN cases AS c USING (borrower_id, case_id)
  WHERE c.book_id = $1 AND v.booked_on BETWEEN m.month AND m.to_on) AS e ON true
LEFT JOIN LATERAL (SELECT count(*) AS made FROM promises AS p JOIN cases AS c USING (borrower_id, case_id)
  WHERE c.book_id = $1 AND p.made_on BETWEEN m.month AND m.to_on) AS p ON true
LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE p.status = 'kept') AS kept,
    count(*) FILTER (WHERE p.status = 'broken') AS broken
  FROM promises AS p JOIN cases AS c USING (borrower_id, case_id)
  WHERE c.book_id = $1 AND p.judged_on BETWEEN m.month AND m.to_on) AS q ON true
LEFT JOIN LATERAL (SELECT sum((p.summary->'treated'->>'costMinor')::numeric) AS cost,
    sum((p.summary->'treated'->>'harm')::numeric) AS harm
  FROM plans AS p WHERE p.book_id = $1 AND p.is_current AND p.plan_on BETWEEN m.month AND m.to_on)
  AS w ON true
LEFT JOIN LATERAL (SELECT sum((line->>'bound')::numeric) AS harm_budget
  FROM plans AS p, json_array_elements(p.certificate->'budgets') AS line
  WHERE p.book_id = $1 AND p.is_current AND p.plan_on BETWEEN m.month AND m.to_on
    AND line->>'id' = 'harm') AS b ON true
ORDER BY m.month`;
