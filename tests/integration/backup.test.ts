import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { addDays, day } from "@fairdue/kernel";
import { backUp, closeBook, openDatabase, restore, verifyBook } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";
import { bookId, Crowd, liveDay, openTestBook } from "../fixtures/book.ts";

let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "fairdue-backup-"));
const start = day("2026-06-01");

beforeAll(async () => {
  db = await openTestDatabase();
  const products = await openTestBook(db, start);
  const crowd = new Crowd(12, "backup");
  await liveDay(db, products, crowd.openings(start));
  await liveDay(db, products, crowd.commandsOf(addDays(start, 3), start));
  await closeBook(db, products, { bookId, through: addDays(start, 20) });
  await backUp(db.ownerUrl, folder, () => {});
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

test("a book that was backed up is exact where it is restored", async () => {
  const other = await openTestDatabase({ isEmpty: true });
  try {
    const manifest = await restore(other.ownerUrl, folder, () => {});
    expect(manifest.tables.find((it) => it.table === "accounts")?.rows).toBe(12);
    const restored = openDatabase(other.ownerUrl);
    const before = await db.rows("SELECT * FROM accounts ORDER BY account_id");
    expect(await restored.rows("SELECT * FROM accounts ORDER BY account_id")).toEqual(before);
    const verified = await verifyBook(restored, { bookId, workers: 1 });
    expect(verified.differences).toEqual([]);
    expect(verified.accounts).toBe(12);
    await restored.close();
  } finally {
    await other.drop();
  }
});

test("a file that was changed is found, and nothing is left behind", async () => {
  const changed = mkdtempSync(join(tmpdir(), "fairdue-backup-changed-"));
  for (const name of readdirSync(folder))
    writeFileSync(join(changed, name), readFileSync(join(folder, name)));
  const path = join(changed, "journal.copy.gz");
  const bytes = gunzipSync(readFileSync(path));
  const at = bytes.length - 20;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, gzipSync(bytes));
  const other = await openTestDatabase({ isEmpty: true });
  try {
    await expect(restore(other.ownerUrl, changed, () => {})).rejects.toThrow();
    const left = openDatabase(other.ownerUrl);
    expect(await left.rows("SELECT 1 FROM accounts")).toEqual([]);
    await left.close();
  } finally {
    await other.drop();
    rmSync(changed, { recursive: true, force: true });
  }
});

test("a backup is not put over what is there", async () => {
  await expect(restore(db.ownerUrl, folder, () => {})).rejects.toThrow("empty");
});
