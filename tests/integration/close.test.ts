import { addDays, day } from "@fairdue/kernel";
import {
  closeBook,
  execute,
  loadBook,
  loadTrialBalance,
  openTestDatabase,
  type Products,
  productsOf,
  type TestDatabase,
  verifyBook,
} from "@fairdue/store";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookId, Crowd, openTestBook } from "../fixtures/book.ts";

const start = day("2026-01-10");
let db: TestDatabase;
let products: Products;
const crowd = new Crowd(60, "close");

beforeAll(async () => {
  db = await openTestDatabase();
  products = await openTestBook(db, start);
});
afterAll(() => db.drop());

test("four months of life, closed day by day, stay exact to the last unit", async () => {
  await execute(db, products, crowd.openings(start));
  const reasons = new Map<string, number>();
  for (let k = 0; k < 120; k += 1) {
    const today = addDays(start, k);
    const outcomes = await execute(db, products, crowd.commandsOf(today, start));
    for (const it of outcomes) {
      const reason = it.ok ? "ok" : it.refusal.reason;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    // Now and then the night is missed, and caught up later.
    if (k % 7 !== 3 && k % 11 !== 5) await closeBook(db, products, { bookId, through: today });
  }
  await closeBook(db, products, { bookId, through: addDays(start, 120) });
  const report = await verifyBook(db, { bookId, workers: 1 });
  expect(report.differences).toEqual([]);
  expect(report.accounts).toBe(60);
  expect(reasons.get("ok")).toBeGreaterThan(200);
  expect(reasons.get("account-quarantined") ?? 0).toBe(0);
  const book = await loadBook(db, bookId);
  if (!book) throw new Error("the book is there");
  const balance = await loadTrialBalance(db, book, addDays(start, 120));
  expect(balance.debitsMinor).toBe(balance.creditsMinor);
});

test("two closes and the payments of the day at once: nothing is lost, nothing is booked twice", async () => {
  const first = addDays(start, 121);
  const through = addDays(start, 140);
  const pay = async (): Promise<void> => {
    for (let k = 0; k < 12; k += 1)
      await execute(db, products, crowd.commandsOf(addDays(first, k), start));
  };
  const close = () => closeBook(db, productsOf(db), { bookId, through });
  await Promise.all([close(), close(), pay()]);
  const report = await verifyBook(db, { bookId, workers: 1 });
  expect(report.differences).toEqual([]);
  expect((await loadBook(db, bookId))?.closedThrough).toBe(through);
});

test("an account that cannot be stepped is set aside with its reason, and the book is closed", async () => {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(
    `UPDATE accounts SET state = replace(state, '"totals":{"drawnMinor":', '"totals":{"drawnMinor":7')
     WHERE (borrower_id, account_id) IN (
       SELECT borrower_id, account_id FROM accounts WHERE status = 'open' AND principal_minor > 0
       ORDER BY next_event_on LIMIT 1) RETURNING account_id, next_event_on`,
  );
  await owner.end();
  const broken = String(rows[0].account_id);
  const through = addDays(start, 175);
  const reports = await closeBook(db, products, { bookId, through });
  const aside = reports.flatMap((it) => it.quarantined);
  expect(aside.map((it) => it.accountId)).toEqual([broken]);
  expect(aside[0]?.reason).toMatch(/adds up/);
  expect((await loadBook(db, bookId))?.closedThrough).toBe(through);
  const { differences } = await verifyBook(db, { bookId, workers: 1 });
  expect(new Set(differences.map((it) => it.subject.split(" ")[1]))).toEqual(new Set([broken]));
});
