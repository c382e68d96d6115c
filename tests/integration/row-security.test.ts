import { narrowed, saveAccessSubject } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  await db.rows(
    "INSERT INTO borrowers (borrower_id) VALUES ('brw_1'), ('brw_2'), ('brw_3'), ('brw_4')",
  );
  await db.transaction(async (tx) => {
    await saveAccessSubject(tx, "brw_1", { ownerId: "act_a", teamId: "north", agencyId: null });
    await saveAccessSubject(tx, "brw_2", { ownerId: "act_b", teamId: "north", agencyId: null });
    await saveAccessSubject(tx, "brw_3", { ownerId: null, teamId: null, agencyId: "agy_1" });
  });
});
afterAll(() => db.drop());

test("a question of limited reach sees only its own people, though it asks for all", async () => {
  for (const [kind, key, seen] of [
    ["own", "act_a", ["brw_1"]],
    ["team", "north", ["brw_1", "brw_2"]],
    ["agency", "agy_1", ["brw_3"]],
    ["agency", "agy_2", []],
    ["self", "brw_4", ["brw_4"]],
  ] as const) {
    const rows = await narrowed(db, { kind, key }).rows(
      "SELECT borrower_id FROM borrowers ORDER BY borrower_id",
    );
    expect(rows.map((it) => it["borrower_id"])).toEqual(seen);
  }
  expect((await db.rows("SELECT 1 FROM borrowers")).length).toBe(4);
});

test("a question of limited reach writes nothing and reads no secrets", async () => {
  const mine = narrowed(db, { kind: "own", key: "act_a" });
  await expect(mine.rows("UPDATE borrowers SET created_at = now()")).rejects.toThrow("permission");
  await expect(mine.rows("SELECT password_hash FROM staff")).rejects.toThrow("permission");
});

test("every table that carries a borrower id is guarded", async () => {
  const bare = await db.rows(
    `SELECT c.relname FROM pg_class AS c
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'borrower_id' AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND (NOT c.relrowsecurity OR NOT EXISTS (
         SELECT FROM pg_policies WHERE tablename = c.relname AND policyname = 'narrow'))`,
  );
  expect(bare).toEqual([]);
});
