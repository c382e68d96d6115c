import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrations, openTestDatabase, type TestDatabase } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.drop());

const golden = join(import.meta.dirname, "../golden/schema.txt");

/** Tables that Citus is told to shard, with the column that it shards them by. */
function sharded(): Map<string, string> {
  const calls = migrations().flatMap((it) => it.distribution);
  const found = new Map<string, string>();
  for (const text of calls) {
    const call = /create_distributed_table\('(\w+)', '(\w+)'/.exec(text);
    if (call) found.set(call[1] ?? "", call[2] ?? "");
  }
  return found;
}

function references(): Set<string> {
  const calls = migrations().flatMap((it) => it.distribution);
  return new Set(
    calls.flatMap((text) => /create_reference_table\('(\w+)'\)/.exec(text)?.[1] ?? []),
  );
}

/** Tables that find a borrower by another name, which is then what they are sharded by. */
const lookups: ReadonlyMap<string, string> = new Map([
  ["payment_refs", "payment_id"],
  ["provider_refs", "provider_ref"],
  ["verify_codes", "code"],
]);

const rows = async (text: string): Promise<Record<string, string>[]> =>
  (await db.rows(text)) as Record<string, string>[];

test("every table of borrowers is sharded by borrower, and no other column", async () => {
  const scoped = await rows(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attname = 'borrower_id' AND a.attnotnull ORDER BY 1`,
  );
  const by = sharded();
  const wrong = scoped
    .map((it) => it["name"] ?? "")
    .filter((it) => by.get(it) !== (lookups.get(it) ?? "borrower_id"));
  expect(wrong).toEqual([]);
});

test("every unique key of a sharded table leads with the column it is sharded by", async () => {
  const keys = await rows(
    `SELECT c.relname AS table, i.relname AS key, a.attname AS leading
     FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
     WHERE c.relnamespace = 'public'::regnamespace AND x.indisunique ORDER BY 1, 2`,
  );
  const by = sharded();
  const wrong = keys.filter((it) => {
    const column = by.get(it["table"] ?? "");
    return column !== undefined && column !== it["leading"];
  });
  expect(wrong).toEqual([]);
  expect(keys.length).toBeGreaterThan(10);
});

test("foreign keys stay inside one borrower, or point to a table that is on every node", async () => {
  const foreign = await rows(
    `SELECT con.conrelid::regclass::text AS from, con.confrelid::regclass::text AS to,
       (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(con.conkey) WITH ORDINALITY k(num, n)
         JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num) AS columns
     FROM pg_constraint con WHERE con.contype = 'f'
       AND con.connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  const by = sharded();
  const everywhere = references();
  const wrong = foreign.filter((it) => {
    const [from, to] = [it["from"] ?? "", it["to"] ?? ""];
    const column = by.get(from);
    if (everywhere.has(to)) return false;
    // A table that is not sharded lives on the coordinator; it must not point into the shards.
    if (column === undefined) return by.has(to);
    return by.get(to) !== column || (it["columns"] ?? "").split(",")[0] !== column;
  });
  expect(wrong).toEqual([]);
  expect(foreign.length).toBeGreaterThan(5);
});

test("no trigger of a sharded table needs the rows of a statement as a table", async () => {
  const dropped = new Set(
    migrations()
      .flatMap((it) => it.distribution)
      .flatMap((text) => /DROP TRIGGER (\w+)/.exec(text)?.[1] ?? []),
  );
  const triggers = await rows(
    `SELECT tgname AS name, tgrelid::regclass::text AS table FROM pg_trigger
     WHERE NOT tgisinternal AND tgnewtable IS NOT NULL ORDER BY 1`,
  );
  const by = sharded();
  const wrong = triggers.filter(
    (it) => by.has(it["table"] ?? "") && !dropped.has(it["name"] ?? ""),
  );
  expect(wrong).toEqual([]);
});

test("the schema is the one on record (npm run golden writes it anew)", async () => {
  const text = await dump();
  if (process.env["GOLDEN"] === "write" || !existsSync(golden)) writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, "utf8"));
});

async function dump(): Promise<string> {
  const columns = await rows(
    `SELECT table_name AS table, column_name AS column,
       format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
         || COALESCE(' default ' || column_default, '') AS type
     FROM information_schema.columns
     JOIN pg_attribute a ON a.attrelid = table_name::regclass AND a.attname = column_name
     WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  );
  const constraints = await rows(
    `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS text FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND contype <> 'n'
     ORDER BY 1, contype DESC, 2`,
  );
  const indexes = await rows(
    `SELECT tablename AS table, regexp_replace(indexdef, '^CREATE ', '') AS text FROM pg_indexes
     WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)
     ORDER BY tablename, indexname`,
  );
  const triggers = await rows(
    `SELECT tgrelid::regclass::text AS table,
       regexp_replace(pg_get_triggerdef(oid), '^CREATE ', '') AS text
     FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, tgname`,
  );
  const tables = [...new Set(columns.map((it) => it["table"] ?? ""))].sort();
  const of = (list: Record<string, string>[], table: string): string[] =>
    list.filter((it) => it["table"] === table).map((it) => `  ${it["text"]}`);
  return tables
    .map((table) =>
      [
        table,
        ...columns
          .filter((it) => it["table"] === table)
          .map((it) => `  ${it["column"]} ${it["type"]}`),
        ...of(constraints, table),
        ...of(indexes, table),
        ...of(triggers, table),
        "",
      ].join("\n"),
    )
    .join("\n");
}
