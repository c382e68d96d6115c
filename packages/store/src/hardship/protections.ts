import type { EpochDay } from "@fairdue/kernel";
import type { Disaster } from "@fairdue/servicing";
import { logLeaf, nobody } from "../log/leaves.ts";
import { dateOf, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, textIn } from "../sql/row.ts";

export type Protection = {
  readonly protection: string;
  readonly sinceAt: number;
  readonly statedBy: string;
};

/** Puts somebody under protection; again, it changes nothing. */
export async function saveProtection(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly protection: string;
    readonly by: string;
    readonly at: number;
  },
): Promise<void> {
  await tx.rows(
    `INSERT INTO protections (borrower_id, protection, since_at, stated_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (borrower_id, protection) WHERE ended_at IS NULL DO NOTHING`,
    [it.borrowerId, it.protection, new Date(it.at).toISOString(), it.by],
  );
}

export async function endProtection(
  tx: Transaction,
  it: { readonly borrowerId: string; readonly protection: string; readonly at: number },
): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE protections SET ended_at = $3
     WHERE borrower_id = $1 AND protection = $2 AND ended_at IS NULL RETURNING protection`,
    [it.borrowerId, it.protection, new Date(it.at).toISOString()],
  );
  return rows.length > 0;
}

export async function loadProtections(
  sql: Sql,
  borrowerId: string,
): Promise<readonly Protection[]> {
  const rows = await sql.rows(
    `SELECT protection, since_at, stated_by FROM protections
     WHERE borrower_id = $1 AND ended_at IS NULL ORDER BY since_at, protection`,
    [borrowerId],
  );
  return rows.map((row) => ({
    protection: textIn(row, "protection"),
    sinceAt: instantIn(row, "since_at"),
    statedBy: textIn(row, "stated_by"),
  }));
}

export async function saveRegion(
  tx: Transaction,
  borrowerId: string,
  region: string,
): Promise<void> {
  await tx.rows(
    `INSERT INTO borrower_regions (borrower_id, region) VALUES ($1, $2)
     ON CONFLICT (borrower_id) DO UPDATE SET region = excluded.region`,
    [borrowerId, region],
  );
}

export async function insertDisaster(
  tx: Transaction,
  it: Disaster & {
    readonly bookId: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly by: string;
    readonly at: number;
  },
): Promise<void> {
  const { disasterId, bookId, regions } = it;
  const leafId = await logLeaf(tx, {
    borrowerId: nobody,
    kind: "disaster.declared",
    at: it.at,
    values: {
      disaster: {
        disasterId,
        bookId,
        regions: [...regions],
        from: dateOf(it.from),
        until: dateOf(it.until),
      },
    },
  });
  await tx.rows(
    `INSERT INTO disasters (disaster_id, book_id, title, regions, from_on, until_on, declared_by, declared_at, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      disasterId,
      bookId,
      JSON.stringify(it.title),
      regions,
      dateOf(it.from),
      dateOf(it.until),
      it.by,
      new Date(it.at).toISOString(),
      leafId,
    ],
  );
}

export async function loadDisasters(sql: Sql, bookId: string): Promise<readonly Disaster[]> {
  const rows = await sql.rows(
    "SELECT disaster_id, regions, from_on, until_on FROM disasters WHERE book_id = $1 ORDER BY from_on DESC",
    [bookId],
  );
  return rows.map((row) => ({
    disasterId: textIn(row, "disaster_id"),
    regions: (row["regions"] as readonly string[]).map(String),
    from: dayIn(row, "from_on"),
    until: dayIn(row, "until_on"),
  }));
}

/** People of a book in a disaster's regions who were not yet given relief. */
export async function peopleToRelieve(
  sql: Sql,
  it: Disaster & { readonly bookId: string; readonly count: number },
): Promise<readonly { readonly borrowerId: string; readonly region: string }[]> {
  const rows = await sql.rows(
    `SELECT r.borrower_id, r.region FROM borrower_regions AS r
     WHERE EXISTS (SELECT FROM unnest($1::text[]) AS code WHERE r.region LIKE code || '%')
       AND EXISTS (SELECT FROM accounts AS a WHERE a.borrower_id = r.borrower_id AND a.book_id = $2
         AND a.status = 'open')
       AND NOT EXISTS (SELECT FROM disaster_relief AS d WHERE d.borrower_id = r.borrower_id
         AND d.disaster_id = $3)
     ORDER BY r.borrower_id LIMIT $4`,
    [it.regions, it.bookId, it.disasterId, it.count],
  );
  return rows.map((row) => ({
    borrowerId: textIn(row, "borrower_id"),
    region: textIn(row, "region"),
  }));
}

export async function insertRelief(
  tx: Transaction,
  it: { readonly borrowerId: string; readonly disasterId: string; readonly on: EpochDay },
): Promise<boolean> {
  const rows = await tx.rows(
    `INSERT INTO disaster_relief (borrower_id, disaster_id, given_on) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING borrower_id`,
    [it.borrowerId, it.disasterId, dateOf(it.on)],
  );
  return rows.length > 0;
}
