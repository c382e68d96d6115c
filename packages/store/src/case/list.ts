import { type EpochDay } from "@fairdue/kernel";
import { dateOf, type Sql, type SqlValue } from "../sql/database.ts";
import { type CaseOnRecord, caseColumns, caseOf } from "./load.ts";

export const caseSorts = ["oldest-first", "largest-first", "newest-first"] as const;
export type CaseSort = (typeof caseSorts)[number];

/** Which cases; what is left out does not narrow. Every combination with its sort reads an index. */
export type CasesWanted = {
  readonly bookId: string;
  readonly isOpen: boolean;
  readonly sort: CaseSort;
  readonly teamId?: string | undefined;
  readonly queueId?: string | undefined;
  /** `none`: cases that nobody owns. */
  readonly ownerId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly dpdMin?: number | undefined;
  readonly dpdMax?: number | undefined;
  readonly overdueMinorMin?: number | undefined;
  readonly isHeld?: boolean | undefined;
  /** Today in the zone of the book: days past due are counted to it. */
  readonly on: EpochDay;
  readonly after: { readonly value: number; readonly caseId: string } | null;
  readonly count: number;
};

type SortColumn = { readonly column: string; readonly direction: "ASC" | "DESC" };

/** A case without an unpaid day comes last; the sort value is what a page begins behind. */
const sortColumns: Readonly<Record<CaseSort, SortColumn>> = {
  "oldest-first": { column: "c.oldest_unpaid_on", direction: "ASC" },
  "largest-first": { column: "c.overdue_minor", direction: "DESC" },
  "newest-first": { column: "c.opened_on", direction: "DESC" },
};

const farDay = "9999-12-31";

export async function listCases(sql: Sql, it: CasesWanted): Promise<readonly CaseOnRecord[]> {
  const values: SqlValue[] = [];
  const put = (value: SqlValue): string => `$${values.push(value)}`;
  const { column, direction } = sortColumns[it.sort];
  const where = [
    `c.book_id = ${put(it.bookId)}`,
    `c.closed_on IS ${it.isOpen ? "" : "NOT "}NULL`,
    ...narrowings(it, put),
  ];
  if (it.after !== null) {
    const value =
      it.sort === "largest-first"
        ? `${put(it.after.value)}::bigint`
        : `${put(dateOf(it.after.value as EpochDay))}::date`;
    const sign = direction === "ASC" ? ">" : "<";
    const edge = `(${column}, c.case_id) ${sign} (${value}, ${put(it.after.caseId)})`;
    where.push(it.sort === "oldest-first" ? `(${edge} OR c.oldest_unpaid_on IS NULL)` : edge);
  }
  // Watched cases have no unpaid day; after the last page of dated ones they follow by id.
  const isPastDated = it.after !== null && dateOf(it.after.value as EpochDay) === farDay;
  if (it.sort === "oldest-first" && isPastDated && it.after !== null)
    where.push("c.oldest_unpaid_on IS NULL", `c.case_id > ${put(it.after.caseId)}`);
  const rows = await sql.rows(
    `SELECT ${caseColumns} FROM cases AS c WHERE ${where.join(" AND ")}
     ORDER BY ${column} ${direction}, c.case_id ${direction} LIMIT ${put(it.count)}`,
    values,
  );
  return rows.map(caseOf);
}

/** What a page behind this case begins with. */
export function caseSortValue(sort: CaseSort, it: CaseOnRecord): number {
  if (sort === "largest-first") return it.overdueMinor;
  if (sort === "newest-first") return it.openedOn;
  return it.oldestUnpaidOn ?? farEpochDay;
}

const farEpochDay = 2_932_896;

function narrowings(it: CasesWanted, put: (value: SqlValue) => string): string[] {
  const out: string[] = [];
  if (it.teamId !== undefined) out.push(`c.team_id = ${put(it.teamId)}`);
  if (it.queueId !== undefined) out.push(`c.queue_id = ${put(it.queueId)}`);
  if (it.ownerId === "none") out.push("c.owner_id IS NULL");
  else if (it.ownerId !== undefined) out.push(`c.owner_id = ${put(it.ownerId)}`);
  if (it.agencyId !== undefined) out.push(`c.agency_id = ${put(it.agencyId)}`);
  if (it.dpdMin !== undefined)
    out.push(`c.oldest_unpaid_on <= ${put(dateOf((it.on - it.dpdMin) as EpochDay))}`);
  if (it.dpdMax !== undefined)
    out.push(`c.oldest_unpaid_on >= ${put(dateOf((it.on - it.dpdMax) as EpochDay))}`);
  if (it.overdueMinorMin !== undefined) out.push(`c.overdue_minor >= ${put(it.overdueMinorMin)}`);
  if (it.isHeld !== undefined)
    out.push(`${it.isHeld ? "" : "NOT "}EXISTS (SELECT FROM case_holds AS h
      WHERE h.borrower_id = c.borrower_id AND h.case_id = c.case_id AND h.ended_at IS NULL)`);
  return out;
}

export type QueueFigures = {
  readonly teamId: string | null;
  readonly queueId: string | null;
  readonly cases: number;
  readonly overdueMinor: number;
  readonly unowned: number;
  readonly claimed: number;
  readonly held: number;
};

/** How full each queue is, for the lead of a team. */
export async function queueFigures(
  sql: Sql,
  it: { readonly bookId: string; readonly at: number },
): Promise<readonly QueueFigures[]> {
  const rows = await sql.rows(
    `SELECT c.team_id, c.queue_id, count(*) AS cases, sum(c.overdue_minor)::bigint AS overdue_minor,
       count(*) FILTER (WHERE c.owner_id IS NULL) AS unowned,
       count(*) FILTER (WHERE c.claimed_until > $2) AS claimed,
       count(*) FILTER (WHERE EXISTS (SELECT FROM case_holds AS h
         WHERE h.borrower_id = c.borrower_id AND h.case_id = c.case_id AND h.ended_at IS NULL)) AS held
     FROM cases AS c WHERE c.book_id = $1 AND c.closed_on IS NULL
     GROUP BY 1, 2 ORDER BY 1 NULLS FIRST, 2 NULLS FIRST`,
    [it.bookId, new Date(it.at).toISOString()],
  );
  return rows.map((row) => ({
    teamId: row["team_id"] === null ? null : String(row["team_id"]),
    queueId: row["queue_id"] === null ? null : String(row["queue_id"]),
    cases: Number(row["cases"]),
    overdueMinor: Number(row["overdue_minor"] ?? 0),
    unowned: Number(row["unowned"]),
    claimed: Number(row["claimed"]),
    held: Number(row["held"]),
  }));
}

/** Books with an open case, as far as the asker sees. */
export async function booksWithCases(sql: Sql): Promise<ReadonlySet<string>> {
  const rows = await sql.rows(
    `SELECT b.book_id FROM books AS b
     WHERE EXISTS (SELECT FROM cases AS c WHERE c.book_id = b.book_id AND c.closed_on IS NULL)`,
  );
  return new Set(rows.map((row) => String(row["book_id"])));
}
