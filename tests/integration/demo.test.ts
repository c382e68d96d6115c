import { day, parseCurrency, present } from "@fairdue/kernel";
import { nearPrime } from "@fairdue/simulation";
import { loadBook, loadTrialBalance, verifyBook } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildDemoBook } from "../../apps/fairdue/src/demo/build-book.ts";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

test("a lived book is closed day by day, exact to the last unit, and the same for the same seed", async () => {
  const book = (bookId: string) => ({
    bookId,
    name: { en: "Demo", zh: "演示" },
    borrowers: 40,
    months: 3,
    scenario: nearPrime,
    seed: "test",
    todayOn: day("2026-04-01"),
  });
  const days: number[] = [];
  const counts = await buildDemoBook(database, book("demo"), (it) => days.push(it.days));
  expect(days.at(-1)).toBe(counts.days);
  expect(counts.events).toBeGreaterThan(200);
  const known = present(await loadBook(database, "demo"), "the book");
  expect(known.closedThrough).toBe(day("2026-03-31"));
  expect(known.currency).toBe(present(parseCurrency("CNY"), "a currency"));
  const found = await verifyBook(database, { bookId: "demo", workers: 1 });
  expect(found.differences).toEqual([]);
  expect(found.accounts).toBe(counts.accounts);
  const balance = await loadTrialBalance(database, known, known.closedThrough);
  expect(balance.debitsMinor).toBe(balance.creditsMinor);
  const again = await buildDemoBook(database, book("twin"), () => {});
  expect(again).toEqual(counts);
});
