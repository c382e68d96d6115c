import type { EpochDay } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import { logLeaf, nobody } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, textIn } from "../sql/row.ts";

export type Publication = {
  readonly bookId: string;
  readonly on: EpochDay;
  readonly figures: Plain;
  readonly leafId: string;
  readonly publishedAt: number;
};

/** Publishes the figures of a day, once; what was published before is what counts. */
export async function publishFigures(
  tx: Transaction,
  it: {
    readonly bookId: string;
    readonly on: EpochDay;
    readonly figures: Plain;
    readonly at: number;
  },
): Promise<Publication> {
  await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('supervision ' || $1, 0))", [
    it.bookId,
  ]);
  const known = await loadPublication(tx, it.bookId, it.on);
  if (known !== undefined) return known;
  const leafId = await logLeaf(tx, {
    borrowerId: nobody,
    kind: "supervision.published",
    at: it.at,
    values: { figures: it.figures },
  });
  const [row] = await tx.rows(
    `INSERT INTO supervision_publications (book_id, published_on, figures, leaf_id)
     VALUES ($1, $2, $3, $4) RETURNING *`,
    [it.bookId, dateOf(it.on), JSON.stringify(it.figures), leafId],
  );
  return publicationOf(row!);
}

export async function loadPublication(
  sql: Sql,
  bookId: string,
  on?: EpochDay,
): Promise<Publication | undefined> {
  const [row] = await sql.rows(
    `SELECT * FROM supervision_publications
     WHERE book_id = $1 AND ($2::date IS NULL OR published_on = $2)
     ORDER BY published_on DESC LIMIT 1`,
    [bookId, on === undefined ? null : dateOf(on)],
  );
  return row && publicationOf(row);
}

/** Days for which figures stand, the newest first. */
export async function publishedDays(sql: Sql, bookId: string): Promise<readonly EpochDay[]> {
  const rows = await sql.rows(
    `SELECT published_on FROM supervision_publications WHERE book_id = $1
     ORDER BY published_on DESC LIMIT 1000`,
    [bookId],
  );
  return rows.map((row) => dayIn(row, "published_on"));
}

function publicationOf(row: Row): Publication {
  return {
    bookId: textIn(row, "book_id"),
    on: dayIn(row, "published_on"),
    figures: row["figures"] as Plain,
    leafId: textIn(row, "leaf_id"),
    publishedAt: instantIn(row, "published_at"),
  };
}
