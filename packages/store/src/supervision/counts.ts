import type { EpochDay } from "@fairdue/kernel";
import { dateOf, type Sql } from "../sql/database.ts";
import { integerIn, textIn } from "../sql/row.ts";

export type BucketCount = {
  readonly bucket: number;
  readonly count: number;
  readonly amountMinor: number;
};

/** Open accounts and their principal by bucket, as the close of day left them. */
export async function countBuckets(sql: Sql, bookId: string): Promise<readonly BucketCount[]> {
  const rows = await sql.rows(
    `SELECT bucket::int AS bucket, count(*)::bigint AS count, sum(principal_minor)::bigint AS amount
     FROM accounts WHERE book_id = $1 AND status = 'open' GROUP BY bucket ORDER BY bucket`,
    [bookId],
  );
  return rows.map((row) => ({
    bucket: integerIn(row, "bucket"),
    count: integerIn(row, "count"),
    amountMinor: integerIn(row, "amount"),
  }));
}

export type RateCount = {
  readonly productId: string;
  readonly productVersion: number;
  /** In the product's own unit. */
  readonly rate: number;
  readonly count: number;
  readonly amountMinor: number;
};

/** Open accounts by product and the rate that each one really has. */
export async function countRates(sql: Sql, bookId: string): Promise<readonly RateCount[]> {
  const rows = await sql.rows(
    `SELECT product_id, product_version, (state::json ->> 'rate')::bigint AS rate,
       count(*)::bigint AS count, sum(principal_minor)::bigint AS amount
     FROM accounts WHERE book_id = $1 AND status = 'open'
     GROUP BY product_id, product_version, rate ORDER BY product_id, product_version, rate`,
    [bookId],
  );
  return rows.map((row) => ({
    productId: textIn(row, "product_id"),
    productVersion: integerIn(row, "product_version"),
    rate: integerIn(row, "rate"),
    count: integerIn(row, "count"),
    amountMinor: integerIn(row, "amount"),
  }));
}

export type ContactCounts = {
  readonly asked: number;
  readonly permitted: number;
  readonly refused: number;
  /** Contacts that took place: attempts on record. */
  readonly made: number;
  readonly complaints: number;
};

/** What the gate was asked and answered, and what people complained of, within some days up to one. */
export async function countContacts(
  sql: Sql,
  it: { readonly bookId: string; readonly through: EpochDay; readonly days: number },
): Promise<ContactCounts> {
  const [row] = await sql.rows(
    `WITH people AS (SELECT borrower_id FROM contact_state WHERE book_id = $1),
     span AS (SELECT $2::date - $3::int + 1 AS first, $2::date + 1 AS after)
     SELECT
       (SELECT count(*) FROM gate_decisions JOIN people USING (borrower_id), span
        WHERE decided_at >= first AND decided_at < after) AS asked,
       (SELECT count(*) FROM gate_decisions JOIN people USING (borrower_id), span
        WHERE decided_at >= first AND decided_at < after
          AND outcome IN ('allow', 'allow-with-flags')) AS permitted,
       (SELECT count(*) FROM contact_events JOIN people USING (borrower_id), span
        WHERE at >= first AND at < after AND kind = 'attempt') AS made,
       (SELECT count(*) FROM complaints JOIN people USING (borrower_id), span
        WHERE filed_at >= first AND filed_at < after) AS complaints`,
    [it.bookId, dateOf(it.through), it.days],
  );
  const asked = row ? integerIn(row, "asked") : 0;
  const permitted = row ? integerIn(row, "permitted") : 0;
  return {
    asked,
    permitted,
    refused: asked - permitted,
    made: row ? integerIn(row, "made") : 0,
    complaints: row ? integerIn(row, "complaints") : 0,
  };
}

/** Rules that refused within the same days, the most frequent first. */
export async function countRefusals(
  sql: Sql,
  it: { readonly bookId: string; readonly through: EpochDay; readonly days: number },
): Promise<readonly { readonly rule: string; readonly count: number }[]> {
  const rows = await sql.rows(
    `SELECT rule.name, count(*)::bigint AS count
     FROM gate_decisions AS d JOIN contact_state AS s USING (borrower_id)
     CROSS JOIN LATERAL json_array_elements_text(d.ruling -> 'rules') AS rule (name)
     WHERE s.book_id = $1 AND d.outcome NOT IN ('allow', 'allow-with-flags')
       AND d.decided_at >= $2::date - $3::int + 1 AND d.decided_at < $2::date + 1
     GROUP BY rule.name ORDER BY count DESC, rule.name LIMIT 20`,
    [it.bookId, dateOf(it.through), it.days],
  );
  return rows.map((row) => ({ rule: textIn(row, "name"), count: integerIn(row, "count") }));
}
