import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Sql } from "../sql/database.ts";
import { dayIn, integerIn } from "../sql/row.ts";
import type { FiguresWanted } from "./roll.ts";

/** Cases that opened in a month, and how many were paid within so many days. */
export type CureRow = {
  readonly openedIn: EpochDay;
  readonly cases: number;
  /** Of those, the ones that nobody had contacted. */
  readonly selfCured: number;
  /** Paid within 7, 15, 30, 60 and 90 days; null where the time is not over yet. */
  readonly paidWithin: readonly {
    readonly days: number;
    readonly cases: number | null;
  }[];
};

const spans = [7, 15, 30, 60, 90] as const;

/** Cure rates by the month in which cases opened, as they were known at the end of a day. */
export async function cureRates(sql: Sql, it: FiguresWanted): Promise<readonly CureRow[]> {
  const counts = spans
    .map((days) => `count(*) FILTER (WHERE c.ended_on - c.opened_on <= ${days}) AS within_${days}`)
    .join(", ");
  const rows = await sql.rows(
    `SELECT date_trunc('month', c.opened_on)::date AS opened_in, max(c.opened_on) AS last_on,
       count(*) AS cases, count(*) FILTER (WHERE c.is_self_cured AND c.ended_on IS NOT NULL) AS self_cured,
       ${counts}
     FROM (SELECT opened_on, is_self_cured,
         CASE WHEN close_reason = 'paid' AND closed_on <= $2::date THEN closed_on END AS ended_on
       FROM cases WHERE book_id = $1 AND origin = 'overdue' AND opened_on <= $2::date
         AND opened_on >= date_trunc('month', $2::date) - make_interval(months => $3::int - 1)) AS c
     GROUP BY 1 ORDER BY 1`,
    [it.bookId, dateOf(it.asOf), it.months],
  );
  return rows.map((row) => {
    const lastOn = dayIn(row, "last_on");
    return {
      openedIn: dayIn(row, "opened_in"),
      cases: integerIn(row, "cases"),
      selfCured: integerIn(row, "self_cured"),
      paidWithin: spans.map((days) => ({
        days,
        cases: lastOn + days > it.asOf ? null : integerIn(row, `within_${days}`),
      })),
    };
  });
}

/** Of the accounts opened in a month 放款批次, how many were ever more than thirty days late by an age. */
export type VintageRow = {
  readonly openedIn: EpochDay;
  readonly accounts: number;
  /** Cumulative, by full months since the month of opening; ends where the time is not over yet. */
  readonly everLate: readonly { readonly month: number; readonly accounts: number }[];
};

export async function vintages(sql: Sql, it: FiguresWanted): Promise<readonly VintageRow[]> {
  const rows = await sql.rows(
    `WITH opened AS (
       SELECT borrower_id, account_id, date_trunc('month', opened_on)::date AS opened_in
       FROM accounts WHERE book_id = $1 AND opened_on <= $2::date
         AND opened_on >= date_trunc('month', $2::date) - make_interval(months => $3::int - 1))
     , late AS (
       SELECT borrower_id, account_id, min(booked_on) AS late_on FROM bucket_moves
       WHERE book_id = $1 AND to_bucket >= 2 AND booked_on <= $2::date GROUP BY 1, 2)
     SELECT o.opened_in, count(*) AS accounts, array_agg(
       (extract(year FROM l.late_on) * 12 + extract(month FROM l.late_on)
         - extract(year FROM o.opened_in) * 12 - extract(month FROM o.opened_in))::int)
       FILTER (WHERE l.late_on IS NOT NULL) AS months,
       (extract(year FROM $2::date + 1) * 12 + extract(month FROM $2::date + 1)
         - extract(year FROM o.opened_in) * 12 - extract(month FROM o.opened_in))::int - 1 AS full_months
     FROM opened AS o LEFT JOIN late AS l USING (borrower_id, account_id)
     GROUP BY o.opened_in ORDER BY o.opened_in`,
    [it.bookId, dateOf(it.asOf), it.months],
  );
  return rows.map((row) => {
    const late = Array.isArray(row["months"]) ? row["months"].map(Number) : [];
    const full = integerIn(row, "full_months");
    return {
      openedIn: dayIn(row, "opened_in"),
      accounts: integerIn(row, "accounts"),
      everLate: Array.from({ length: Math.max(0, full + 1) }, (_, month) => ({
        month,
        accounts: late.filter((one) => one <= month).length,
      })),
    };
  });
}
