import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { day, parseCurrency, present } from "@fairdue/kernel";
import { createBook, keyringFrom, loadBooks, newKeyFile, verifyGate } from "@fairdue/store";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readNotes, writeNotes } from "../../apps/fairdue/src/demo/demo-notes.ts";
import { ForeignBooks, prepareDemo } from "../../apps/fairdue/src/demo/prepare.ts";
import { appOf, shellOf } from "../../apps/fairdue/src/http/server.ts";
import { openSandbox, type Sandbox } from "../../apps/fairdue/src/sandbox/sandbox.ts";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";

let database: TestDatabase;
let sandbox: Sandbox;
const home = mkdtempSync(join(tmpdir(), "fairdue-demo-"));
const keyring = keyringFrom(newKeyFile());
const log = pino({ level: "silent" });
const wish = { borrowers: 60, months: 2, deskDays: 4, hasSecondBook: false };

beforeAll(async () => {
  database = await openTestDatabase();
  sandbox = await openSandbox();
});
afterAll(async () => {
  await sandbox.phone.stop();
  await database.drop();
  rmSync(home, { recursive: true });
});

const start = () =>
  prepareDemo({ database: { ...database, migrated: [] }, keyring, log, home, sandbox }, wish);

async function leaveBook(bookId: string): Promise<void> {
  const book = { bookId, name: { en: "x", zh: "x" }, zone: "Asia/Shanghai" };
  const currency = present(parseCurrency("CNY"), "a currency");
  await database.transaction((tx) =>
    createBook(tx, { ...book, currency, closedThrough: day("2026-01-01") }),
  );
}

test("the demo keeps away from a database with somebody's books", async () => {
  await leaveBook("own-book");
  await expect(start()).rejects.toThrow(ForeignBooks);
  expect(readNotes(home)).toBeUndefined();
});

test("cut off half-way it is thrown away; made whole, it is taken up as it is", async () => {
  await database.drop();
  database = await openTestDatabase();
  await leaveBook("demo");
  writeNotes(home, { state: "building", bookId: "demo" });
  const made = await start();
  expect(await loadBooks(database)).toMatchObject([{ bookId: "demo" }]);
  expect(made.notes.state).toBe("whole");
  const again = await start();
  expect(again.notes).toEqual(made.notes);
  expect((await loadBooks(database)).length).toBe(1);
  expect(await verifyGate(database)).toEqual([]);
});

test("its people can be found by name and number, and its codes are genuine", async () => {
  const app = appOf(shellOf(database, log, keyring, { sandbox }));
  const notes = present(readNotes(home), "notes");
  if (notes.state !== "whole") throw new Error("the demo is whole");
  const ask = async (path: string) =>
    (await app.request(path, { headers: { authorization: `Bearer ${notes.key}` } })).json();
  const { items } = await ask("/v1/people?q=19900000003&limit=5");
  expect(items).toMatchObject([{ borrowerId: "brw_demo-3", phone: "199****0003" }]);
  if (notes.verifyCode !== null)
    expect(await ask(`/v1/verify/${notes.verifyCode}`)).toMatchObject({ verdict: "genuine" });
});
