import { type EpochDay, present } from "@fairdue/kernel";
import { parseStrategy, type Strategy } from "@fairdue/servicing";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, integerIn, nullable, textIn } from "../sql/row.ts";

export type StrategyOnRecord = {
  readonly bookId: string;
  readonly version: number;
  readonly strategy: Strategy;
  readonly declaration: unknown;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly simulation: unknown;
  readonly approvalId: string | null;
  readonly activeFrom: EpochDay | null;
  readonly activeUntil: EpochDay | null;
};

const columns = `book_id, strategy_id, version, declaration, proposed_by, proposed_at, simulation,
  approval_id, active_from, active_until`;

export type StrategyKey = {
  readonly bookId: string;
  readonly strategyId: string;
  readonly version: number;
};

/** Writes the next version of a strategy; answers with its number. It is not in force yet. */
export async function proposeStrategy(
  tx: Transaction,
  it: {
    readonly bookId: string;
    readonly strategyId: string;
    readonly declaration: unknown;
    readonly proposedBy: string;
  },
): Promise<number> {
  await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('strategy ' || $1 || $2, 0))", [
    it.bookId,
    it.strategyId,
  ]);
  const [row] = await tx.rows(
    `INSERT INTO strategies (book_id, strategy_id, version, declaration, proposed_by)
     SELECT $1, $2, 1 + coalesce(max(version), 0), $3, $4 FROM strategies
     WHERE book_id = $1 AND strategy_id = $2 RETURNING version`,
    [it.bookId, it.strategyId, JSON.stringify(it.declaration), it.proposedBy],
  );
  return integerIn(present(row, "a version"), "version");
}

export async function loadStrategy(
  sql: Sql,
  key: StrategyKey,
): Promise<StrategyOnRecord | undefined> {
  const [row] = await sql.rows(
    `SELECT ${columns} FROM strategies WHERE book_id = $1 AND strategy_id = $2 AND version = $3`,
    [key.bookId, key.strategyId, key.version],
  );
  return row && strategyOf(row);
}

/** The newest first. */
export async function listStrategies(
  sql: Sql,
  bookId: string,
): Promise<readonly StrategyOnRecord[]> {
  const rows = await sql.rows(
    `SELECT ${columns} FROM strategies WHERE book_id = $1
     ORDER BY proposed_at DESC, strategy_id, version DESC LIMIT 200`,
    [bookId],
  );
  return rows.map(strategyOf);
}

/** The strategy in force in a book on a day. */
export async function strategyInForce(
  sql: Sql,
  it: { readonly bookId: string; readonly on: EpochDay },
): Promise<StrategyOnRecord | undefined> {
  const [row] = await sql.rows(
    `SELECT ${columns} FROM strategies
     WHERE book_id = $1 AND active_from <= $2 AND (active_until IS NULL OR active_until >= $2)
     ORDER BY active_from DESC, proposed_at DESC LIMIT 1`,
    [it.bookId, dateOf(it.on)],
  );
  return row && strategyOf(row);
}

export async function saveSimulation(
  tx: Transaction,
  key: StrategyKey,
  simulation: unknown,
): Promise<void> {
  await tx.rows(
    `UPDATE strategies SET simulation = $4
     WHERE book_id = $1 AND strategy_id = $2 AND version = $3`,
    [key.bookId, key.strategyId, key.version, JSON.stringify(simulation)],
  );
}

/** Puts an approved version in force from a day on; the one before it ends on the day before. */
export async function activateStrategy(
  tx: Transaction,
  key: StrategyKey,
  it: { readonly approvalId: string; readonly from: EpochDay },
): Promise<void> {
  await tx.rows(
    `UPDATE strategies SET active_until = $2::date - 1
     WHERE book_id = $1 AND active_from < $2 AND (active_until IS NULL OR active_until >= $2)`,
    [key.bookId, dateOf(it.from)],
  );
  await tx.rows(
    `UPDATE strategies SET approval_id = $4, active_from = $5
     WHERE book_id = $1 AND strategy_id = $2 AND version = $3`,
    [key.bookId, key.strategyId, key.version, it.approvalId, dateOf(it.from)],
  );
}

function strategyOf(row: Row): StrategyOnRecord {
  const declaration = row["declaration"];
  const parsed = parseStrategy(declaration);
  return {
    bookId: textIn(row, "book_id"),
    version: integerIn(row, "version"),
    strategy: present(parsed.ok ? parsed.value : undefined, "what is on record was parsed before"),
    declaration,
    proposedBy: textIn(row, "proposed_by"),
    proposedAt: instantIn(row, "proposed_at"),
    simulation: row["simulation"] ?? null,
    approvalId: nullable(row, "approval_id", textIn),
    activeFrom: nullable(row, "active_from", dayIn),
    activeUntil: nullable(row, "active_until", dayIn),
  };
}

/** Notes which approval a version waits for; null when it was declined and may be asked for again. */
export async function linkApproval(
  tx: Transaction,
  key: StrategyKey,
  approvalId: string | null,
): Promise<void> {
  await tx.rows(
    `UPDATE strategies SET approval_id = $4
     WHERE book_id = $1 AND strategy_id = $2 AND version = $3`,
    [key.bookId, key.strategyId, key.version, approvalId],
  );
}
