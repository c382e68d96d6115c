import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { assert } from "@fairdue/kernel";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { migrate, schemaVersion } from "../sql/migrate.ts";
import { sqlOn } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";

/** What a backup says of itself. */
export type BackupManifest = {
  readonly form: "fairdue-backup/1";
  readonly takenAt: string;
  /** Migrations in force: a backup is restored into the same schema, then migrated on. */
  readonly schemaVersion: string;
  readonly tables: readonly BackedUpTable[];
};

export type BackedUpTable = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** SHA-256 of the uncompressed stream. */
  readonly sha256: string;
};

type Tell = (line: string) => void;

/**
 * Copies every table as it stands at one instant, while the system goes on: one read-only snapshot,
 * binary COPY, compressed. Personal data are in it as they are in the tables, sealed; the outer keys
 * are not, and must be kept elsewhere.
 */
export async function backUp(url: string, folder: string, tell: Tell): Promise<BackupManifest> {
  mkdirSync(folder, { recursive: true });
  const client = await connected(url);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables: BackedUpTable[] = [];
    for (const { table, columns } of await listTables(client)) {
      const measured = new Measure();
      await pipeline(
        client.query(copyTo(`COPY ${table} (${columns.join(", ")}) TO STDOUT (FORMAT binary)`)),
        measured,
        createGzip({ level: 4 }),
        createWriteStream(join(folder, `${table}.copy.gz`)),
      );
      const { rows: counted } = await client.query(`SELECT count(*)::int AS rows FROM ${table}`);
      const rows = Number(Reflect.get(Object(counted[0]), "rows"));
      tables.push({ table, columns, rows, sha256: measured.digest() });
      tell(`${table}: ${rows} rows`);
    }
    await client.query("COMMIT");
    const manifest: BackupManifest = {
      form: "fairdue-backup/1",
      takenAt: new Date().toISOString(),
      schemaVersion: schemaVersion(),
      tables,
    };
    // Last: a folder without it is no backup.
    writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    await client.end();
  }
}

/**
 * Puts a backup into an empty database, in one transaction, and checks every table against the
 * manifest: all of it is there afterwards, or nothing.
 * @throws when the database is not empty, the schema is another one, or a file does not agree
 */
export async function restore(url: string, folder: string, tell: Tell): Promise<BackupManifest> {
  const manifest = readManifest(folder);
  assert(
    manifest.schemaVersion === schemaVersion(),
    `the backup was taken with schema ${manifest.schemaVersion}, and this is ${schemaVersion()}`,
  );
  await assertEmpty(url);
  await migrate(url);
  const client = await connected(url);
  try {
    await client.query("BEGIN");
    // Rows come back as they were: triggers that guard new ones have nothing to say about them.
    await client.query("SET LOCAL session_replication_role = replica");
    for (const it of manifest.tables) {
      await client.query(`DELETE FROM ${it.table}`);
      const measured = new Measure();
      await pipeline(
        createReadStream(join(folder, `${it.table}.copy.gz`)),
        createGunzip(),
        measured,
        client.query(
          copyFrom(`COPY ${it.table} (${it.columns.join(", ")}) FROM STDIN (FORMAT binary)`),
        ),
      );
      assert(measured.digest() === it.sha256, `the file of ${it.table} is not the one backed up`);
      tell(`${it.table}: ${it.rows} rows`);
    }
    await resetSequences(client);
    await client.query("COMMIT");
    return manifest;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

function readManifest(folder: string): BackupManifest {
  const value: unknown = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  assert(
    typeof value === "object" &&
      value !== null &&
      Reflect.get(value, "form") === "fairdue-backup/1",
    "the manifest is one of a Fairdue backup",
  );
  return value as BackupManifest;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "fairdue backup" });
  await client.connect();
  return client;
}

async function assertEmpty(url: string): Promise<void> {
  const client = await connected(url);
  try {
    const { rows } = await client.query(
      "SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations' LIMIT 1",
    );
    assert(rows.length === 0, "the database to restore into is empty");
  } finally {
    await client.end();
  }
}

/** Tables of the schema with the columns that are stored (generated ones follow from them). */
async function listTables(
  client: pg.Client,
): Promise<readonly { table: string; columns: readonly string[] }[]> {
  const rows = await sqlOn(client).rows(
    `SELECT c.relname AS name, string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum) AS columns
     FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND c.relname <> 'schema_migrations'
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows.map((row) => ({
    table: textIn(row, "name"),
    columns: textIn(row, "columns").split(","),
  }));
}

/** Numbers go on where the rows leave off. */
async function resetSequences(client: pg.Client): Promise<void> {
  const rows = await sqlOn(client).rows(
    `SELECT pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence,
       quote_ident(c.relname) AS name, quote_ident(a.attname) AS counter
     FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`,
  );
  for (const row of rows)
    await client.query(
      `SELECT setval($1, (SELECT coalesce(max(${textIn(row, "counter")}), 0) + 1
         FROM ${textIn(row, "name")}), false)`,
      [textIn(row, "sequence")],
    );
}

/** Lets bytes pass and remembers their digest. */
class Measure extends Transform {
  readonly #hash = createHash("sha256");

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.#hash.digest("hex");
  }
}
