import type { Database, Sql } from "./database.ts";

/** How far somebody sees: his own cases, his team's, his agency's, or only himself. */
export type RowReach = { readonly kind: "own" | "team" | "agency" | "self"; readonly key: string };

/**
 * The same database, seen through a reach: every question runs as a role that may only read, and the
 * rows of other people are not there for it (row-level security). For questions; writes are decided
 * one by one and go through `transaction` of the database itself.
 */
export function narrowed(database: Database, reach: RowReach): Database {
  const within = <Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> =>
    database.transaction(async (tx) => {
      await tx.named(
        "narrow",
        `SELECT set_config('role', 'fairdue_narrow', true),
           set_config('fairdue.reach', $1, true), set_config('fairdue.reach_key', $2, true)`,
        [reach.kind, reach.key],
      );
      return await work(tx);
    });
  return {
    ...database,
    rows: (text, values) => within((sql) => sql.rows(text, values)),
    named: (name, text, values) => within((sql) => sql.named(name, text, values)),
  };
}
