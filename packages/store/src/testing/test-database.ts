import { randomBytes } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { useServer } from "../server/server.ts";
import { withLock } from "../server/lock.ts";
import { applicationRole, type Database, openDatabase } from "../sql/database.ts";
import { migrate, schemaVersion } from "../sql/migrate.ts";

export type TestDatabase = Database & {
  /** Address with all rights, for what the application itself may not do. */
  readonly ownerUrl: string;
  /** Closes every connection, drops the database, lets go of the server. */
  drop(): Promise<void>;
};

export type TestDatabaseOptions = {
  readonly connectionsMax?: number;
  /** An empty database instead of a migrated one. */
  readonly isEmpty?: boolean;
};

/**
 * A fresh, migrated database on a real server: `const db = await openTestDatabase()` in `beforeAll`,
 * `await db.drop()` in `afterAll`. One server serves the whole run (its data are not synced to
 * disk); the schema is made once per set of migrations and cloned from a template. Where no
 * database can be had, this throws: an absent database is a failure, never a skipped test.
 */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const home = join(tmpdir(), `fairdue-tests-${userInfo().uid}`);
  const server = await useServer({ home, isDurable: false });
  const name = `test_${process.pid}_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: server.urlOf("postgres") });
  admin.on("error", () => {});
  await admin.connect();
  const template = `template_${schemaVersion()}`;
  await withLock(join(home, "template.lock"), async () => {
    if (!options.isEmpty) await ensureTemplate(admin, template, server.urlOf);
    await admin.query(
      `CREATE DATABASE ${name} TEMPLATE ${options.isEmpty ? "template0" : template}`,
    );
  });
  const ownerUrl = server.urlOf(name);
  const database = openDatabase(ownerUrl, {
    connectionsMax: options.connectionsMax ?? 10,
    ...(options.isEmpty ? {} : { role: applicationRole }),
  });
  return {
    ...database,
    ownerUrl,
    drop: async () => {
      await database.close();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
      await server.release();
    },
  };
}

async function ensureTemplate(
  admin: pg.Client,
  template: string,
  urlOf: (database: string) => string,
): Promise<void> {
  const found = await admin.query(
    "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate",
    [template],
  );
  if (found.rowCount !== 0) return;
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${template} TEMPLATE template0`);
  await migrate(urlOf(template));
  await admin.query(`ALTER DATABASE ${template} WITH is_template true allow_connections false`);
}
