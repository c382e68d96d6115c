import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { sqlOn } from "./database.ts";
import { textIn } from "./row.ts";

export type Migration = {
  /** `0003-journal`: the number orders, the name says what it is about. */
  readonly name: string;
  readonly statements: string;
  /** Statements that spread the tables over the nodes of a Citus cluster. */
  readonly distribution: readonly string[];
  readonly checksum: string;
};

export type MigrateOptions = {
  /** `true` on a Citus coordinator: borrower-scoped tables are sharded by borrower. */
  readonly isDistributed?: boolean;
  readonly tell?: (line: string) => void;
};

const mark = "--@distributed ";

/** Every migration, in order. They only go forward, and never change once they have run anywhere. */
export function migrations(): readonly Migration[] {
  const folder = [join(import.meta.dirname, "../../migrations")].find((it) => existsSync(it));
  if (folder === undefined) throw new Error("the migrations are not where the package put them");
  return readdirSync(folder)
    .filter((it) => /^\d{4}-[a-z0-9-]+\.sql$/.test(it))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const lines = text.split("\n");
      return {
        name: file.slice(0, -4),
        statements: lines.filter((it) => !it.startsWith(mark)).join("\n"),
        distribution: lines.filter((it) => it.startsWith(mark)).map((it) => it.slice(mark.length)),
        checksum: createHash("sha256").update(text).digest("hex"),
      };
    });
}

/** A hash of all migrations: two databases with the same one have the same schema. */
export function schemaVersion(): string {
  const hash = createHash("sha256");
  for (const it of migrations()) hash.update(`${it.name} ${it.checksum}\n`);
  return hash.digest("hex").slice(0, 16);
}

/**
 * Brings the schema of a database up to date and returns the names of the migrations that ran.
 * Each runs in a transaction of its own; several processes may call this at once.
 * @throws when a migration that has already run reads differently now.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "fairdue migrate" });
  await client.connect();
  const sql = sqlOn(client);
  const ran: string[] = [];
  try {
    await sql.rows("SELECT pg_advisory_lock(hashtext('fairdue migrate'))");
    await sql.rows(`CREATE TABLE IF NOT EXISTS schema_migrations (
      name text PRIMARY KEY, checksum text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now())`);
    const done = await sql.rows("SELECT name, checksum FROM schema_migrations");
    const known = new Map(done.map((it) => [textIn(it, "name"), textIn(it, "checksum")]));
    for (const it of migrations()) {
      const before = known.get(it.name);
      if (before === it.checksum) continue;
      if (before !== undefined)
        throw new Error(
          `migration ${it.name} has changed since it ran here: add a new one instead`,
        );
      await client.query("BEGIN");
      await client.query(it.statements);
      if (options.isDistributed) for (const text of it.distribution) await client.query(text);
      await sql.rows("INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)", [
        it.name,
        it.checksum,
      ]);
      await client.query("COMMIT");
      ran.push(it.name);
      options.tell?.(`migrated ${it.name}`);
    }
    return ran;
  } finally {
    await client.end();
  }
}

export type MigrationStatus = {
  readonly schemaVersion: string;
  readonly migrations: readonly {
    readonly name: string;
    /** `changed`: it ran here, but reads differently now. */
    readonly state: "ran" | "to-run" | "changed";
    readonly ranAt: string | null;
  }[];
};

/** Which migrations have run in a database; changes nothing. */
export async function migrationStatus(url: string): Promise<MigrationStatus> {
  const client = new pg.Client({ connectionString: url, application_name: "fairdue migrate" });
  await client.connect();
  try {
    const sql = sqlOn(client);
    const [found] = await sql.rows("SELECT to_regclass('schema_migrations') IS NOT NULL AS known");
    const rows =
      found?.["known"] === true
        ? await sql.rows("SELECT name, checksum, ran_at::text AS ran_at FROM schema_migrations")
        : [];
    const done = new Map(rows.map((row) => [textIn(row, "name"), row]));
    return {
      schemaVersion: schemaVersion(),
      migrations: migrations().map(({ name, checksum }) => {
        const row = done.get(name);
        if (!row) return { name, state: "to-run", ranAt: null };
        const state = textIn(row, "checksum") === checksum ? "ran" : "changed";
        return { name, state, ranAt: textIn(row, "ran_at") };
      }),
    };
  } finally {
    await client.end();
  }
}
