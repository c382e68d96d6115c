import { addDays, day } from "@fairdue/kernel";
import {
  closeBook,
  execute,
  loadBook,
  loadTrialBalance,
  openTestDatabase,
  type Products,
  type TestDatabase,
  verifyBook,
} from "@fairdue/store";
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
