import type { EpochDay } from "@fairdue/kernel";
import type { Observed, Outcomes } from "@fairdue/servicing";
import { dateOf, type Sql, type Transaction } from "../sql/database.ts";
import { integerIn, textIn } from "../sql/row.ts";

/**
 * Measures what came of treated and held-out people whose horizon is over by a closed day: money of
 * theirs that came in after the plan's day, as a share of what was overdue on it. The first time in a
 * case that a treatment is given counts; measured again, nothing changes. Answers with how many.
 */
export async function measureOutcomes(
  tx: Transaction,
  { bookId, through }: { readonly bookId: string; readonly through: EpochDay },
): Promise<number> {
  const rows = await tx.rows(measureText, [bookId, dateOf(through)]);
  return rows.length;
}

const measureText = `
WITH ripe AS (
  SELECT DISTINCT ON (w.borrower_id, w.case_id, coalesce(w.treatment_id, w.because)) w.*,
    coalesce(w.treatment_id, w.because) AS given, p.strategy_id,
    (s.declaration->>'horizonDays')::int AS horizon
  FROM plans AS p
  JOIN strategies AS s ON s.book_id = p.book_id AND s.strategy_id = p.strategy_id
    AND s.version = p.strategy_version
  JOIN work_items AS w ON w.plan_id = p.plan_id
  WHERE p.book_id = $1 AND p.is_current
    AND p.plan_on + (s.declaration->>'horizonDays')::int <= $2::date
    AND p.plan_on > $2::date - 120
    AND (w.treatment_id IS NOT NULL OR w.because = 'hold-out') AND w.overdue_minor > 0
    AND NOT EXISTS (SELECT FROM treatment_outcomes AS o WHERE o.borrower_id = w.borrower_id
      AND o.case_id = w.case_id AND o.treatment_id = coalesce(w.treatment_id, w.because))
  ORDER BY w.borrower_id, w.case_id, coalesce(w.treatment_id, w.because), w.plan_on)
, paid AS (
  SELECT r.borrower_id, r.plan_id, coalesce(sum((e.fact->>'amountMinor')::bigint), 0)::bigint AS paid
  FROM ripe AS r
  JOIN accounts AS a ON a.borrower_id = r.borrower_id AND a.book_id = $1
  JOIN account_events AS e ON e.borrower_id = a.borrower_id AND e.account_id = a.account_id
    AND e.kind IN ('repaid', 'recovered') AND e.value_on >= r.plan_on
    AND e.value_on < r.plan_on + r.horizon
  WHERE NOT EXISTS (SELECT FROM account_events AS b WHERE b.borrower_id = e.borrower_id
    AND b.account_id = e.account_id AND b.kind = 'repayment-returned'
    AND b.fact->>'repaymentId' = e.fact->>'repaymentId')
  GROUP BY r.borrower_id, r.plan_id)
INSERT INTO treatment_outcomes (borrower_id, case_id, treatment_id, plan_id, book_id, plan_on,
  measured_on, segment_id, arm_id, strategy_id, overdue_minor, paid_minor, share, cost_minor)
SELECT r.borrower_id, r.case_id, r.given, r.plan_id, $1, r.plan_on, $2, r.segment_id, r.arm_id,
  r.strategy_id, r.overdue_minor, coalesce(p.paid, 0),
  least(1, coalesce(p.paid, 0)::float8 / r.overdue_minor), r.cost_minor
FROM ripe AS r LEFT JOIN paid AS p USING (borrower_id, plan_id)
ON CONFLICT DO NOTHING RETURNING 1`;

/** What a year's outcomes show by segment, as it was known on a day. */
export async function loadOutcomes(
  sql: Sql,
  { bookId, on }: { readonly bookId: string; readonly on: EpochDay },
): Promise<Outcomes> {
  const rows = await sql.rows(
    `SELECT segment_id, treatment_id, count(*)::int AS people, avg(share) AS mean,
       coalesce(var_samp(share), 0) AS variance
     FROM treatment_outcomes
     WHERE book_id = $1 AND measured_on <= $2 AND plan_on > $2::date - 365
     GROUP BY segment_id, treatment_id`,
    [bookId, dateOf(on)],
  );
  const heldOut = new Map<string, Observed>();
  const treated = new Map<string, Observed>();
  for (const row of rows) {
    const segmentId = textIn(row, "segment_id");
    const treatmentId = textIn(row, "treatment_id");
    const observed = {
      people: integerIn(row, "people"),
      mean: Number(row["mean"]),
      variance: Number(row["variance"]),
    };
    if (treatmentId === "hold-out") heldOut.set(segmentId, observed);
    else treated.set(`${segmentId}/${treatmentId}`, observed);
  }
  return { heldOut, treated };
}
