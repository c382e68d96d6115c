import { assert, type EpochDay, formatDay, parseDay, present } from "@fairdue/kernel";
import pg from "pg";

/** A value that a statement takes: days go in as ISO texts, lists as PostgreSQL arrays. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Buffer
  | readonly (string | number | bigint | boolean | null)[];

export type Row = Readonly<Record<string, unknown>>;

/**
 * Runs statements: the pool (each statement for itself) or one transaction. A named statement is
 * prepared once per connection; its name stands for its text.
 */
export type Sql = {
  /** All rows, as PostgreSQL returned them; the caller's row parser gives them their types. */
  rows(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** As `rows`, prepared under the name. */
  named(name: string, text: string, values: readonly SqlValue[]): Promise<readonly Row[]>;
};

export type Transaction = Sql & { readonly isTransaction: true };

export type Database = Sql & {
  /** All or nothing: what `work` wrote is there when it returns, and not at all when it throws. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** One connection of its own, for COPY, LISTEN and long locks. */
  connect(): Promise<pg.PoolClient>;
  readonly url: string;
  /** Role of its connections; `undefined` for the login's own. */
  readonly role: string | undefined;
  readonly connectionsMax: number;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  readonly connectionsMax?: number;
  /** Role whose privileges hold on every connection; `undefined` for the login's own. */
  readonly role?: string;
  /**
   * `false` does not wait until a commit is on the disk: a crash may lose the last moments, and
   * nothing else. For what is made anew when it was cut off.
   */
  readonly isCommitAwaited?: boolean;
};

/** The role of the running application: it may not change what is immutable. */
export const applicationRole = "fairdue_app";

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const connectionsMax = options.connectionsMax ?? 10;
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    types: { getTypeParser },
    application_name: "fairdue",
    idleTimeoutMillis: 10_000,
    options: settingsOf(options),
  });
  // A connection that dies while idle is replaced at its next use.
  pool.on("error", () => {});
  return {
    url,
    role: options.role,
    connectionsMax,
    ...sqlOn(pool),
    transaction: (work) => inTransaction(pool, work),
    connect: () => pool.connect(),
    close: () => pool.end(),
  };
}

function settingsOf({ role, isCommitAwaited }: DatabaseOptions): string {
  return [
    ...(role === undefined ? [] : [`-c role=${role}`]),
    ...(isCommitAwaited === false ? ["-c synchronous_commit=off"] : []),
  ].join(" ");
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on("error", onError);
  try {
    await client.query("BEGIN");
    const result = await work({ ...sqlOn(client), isTransaction: true });
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

/** The statements of one connection (or of the pool). */
export function sqlOn(target: Pick<pg.Pool | pg.PoolClient | pg.Client, "query">): Sql {
  return {
    rows: async (text, values = []) => (await target.query<Row>(text, [...values])).rows,
    named: async (name, text, values) =>
      (await target.query<Row>({ name, text, values: [...values] })).rows,
  };
}

const oidInt8 = 20;
const oidDate = 1082;
const oidInt8Array = 1016;

/**
 * bigint columns hold amounts and counts: machine integers, checked; `date` columns are epoch days.
 * `numeric` stays text: it is what does not fit a machine integer.
 */
function getTypeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  if (format !== "binary") {
    if (oid === oidInt8) return toInteger;
    if (oid === oidDate) return toDay;
    if (oid === oidInt8Array) {
      const list: (text: string) => unknown = pg.types.getTypeParser(Number(oidInt8Array), "text");
      return (text) => {
        const values = list(text);
        return Array.isArray(values) ? values.map((it) => toInteger(String(it))) : values;
      };
    }
  }
  return pg.types.getTypeParser(oid, "text");
}

function toInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `a bigint beyond the machine's integers: ${text}`);
  return value;
}

function toDay(text: string): EpochDay {
  return present(parseDay(text), `a date column within the calendar, got ${text}`);
}

/** A day as a `date` parameter. */
export function dateOf(on: EpochDay): string {
  return formatDay(on);
}
