import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { addDays, day } from "@fairdue/kernel";
import { execute, openTestDatabase, type TestDatabase } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Crowd, openTestBook } from "../fixtures/book.ts";

const start = day("2026-01-10");
const main = join(import.meta.dirname, "../../apps/fairdue/src/main.ts");
let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  const products = await openTestBook(db, start);
  const crowd = new Crowd(9, "cli");
  await execute(db, products, crowd.openings(start));
  for (let k = 0; k < 40; k += 1)
    await execute(db, products, crowd.commandsOf(addDays(start, k), start));
});
afterAll(() => db.drop());

function fairdue(...words: string[]): { status: number; out: string; told: string } {
  const run = spawnSync(process.execPath, ["--conditions=source", main, ...words], {
    encoding: "utf8",
    env: { ...process.env, FAIRDUE_DATABASE_URL: db.ownerUrl, NODE_OPTIONS: "" },
  });
  return { status: run.status ?? -1, out: run.stdout, told: run.stderr };
}

test("days are closed with two workers, and the book is exact afterwards", () => {
  const closed = fairdue("close", "--through", "2026-02-20", "--workers", "2");
  expect(closed.status).toBe(0);
  const [report] = JSON.parse(closed.out);
  expect(report).toMatchObject({
    bookId: "test-book",
    closedThrough: "2026-02-20",
    quarantined: 0,
  });
  expect(report.days).toHaveLength(42);
  const verified = fairdue("verify", "--book", "test-book");
  expect(verified.told).toBe("");
  expect(verified.status).toBe(0);
  expect(JSON.parse(verified.out)[0]).toMatchObject({ isExact: true, accounts: 9 });
});

test("the trial balance balances on any day, and equals the journal it comes from", () => {
  const balance = JSON.parse(fairdue("trial-balance", "--on", "2026-02-10").out);
  expect(balance.debits).toBe(balance.credits);
  const lines = fairdue("export", "--format", "json", "--through", "2026-02-10")
    .out.trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const sum = lines.reduce((total, it) => total + it.amountMinor, 0);
  expect(balance.debits).toBe((sum / 100).toFixed(2));
});

test("the journal leaves in the forms of hledger, beancount and spreadsheets", () => {
  const count = JSON.parse(
    `[${fairdue("export", "--format", "json").out.trim().replaceAll("\n", ",")}]`,
  ).length;
  expect(fairdue("export", "--format", "csv").out.trim().split("\r\n")).toHaveLength(count + 1);
  const hledger = fairdue("export", "--format", "hledger").out;
  expect(hledger).toMatch(/^account Assets:130301-/m);
  expect(hledger.match(/^\d{4}-\d{2}-\d{2}/gm)).toHaveLength(count);
  const beancount = fairdue("export", "--format", "beancount").out;
  expect(beancount).toMatch(/^\d{4}-\d{2}-\d{2} open Assets:130301-\S+ CNY$/m);
  expect(beancount.match(/^\d{4}-\d{2}-\d{2} \* /gm)).toHaveLength(count);
});

test("what is asked wrongly is named in one line, with exit code 2", () => {
  const cases: readonly (readonly [words: string[], named: RegExp])[] = [
    [["close", "--through", "yesterday"], /--through: got yesterday, expected a day/],
    [["close", "--workers", "0"], /--workers: got 0, expected a whole number from 1/],
    [["verify", "--book", "bok_none"], /--book: got bok_none, expected test-book/],
    [["export", "--format", "xml"], /format/],
    [["trial-balance", "--on", "2026-02-30"], /--on: got 2026-02-30/],
  ];
  for (const [words, named] of cases) {
    const run = fairdue(...words);
    expect(run.status).toBe(2);
    expect(run.told).toMatch(named);
    expect(run.out).toBe("");
  }
});

test("the schema is up to date, and says so", () => {
  const status = JSON.parse(fairdue("migrate", "status").out);
  expect(new Set(status.migrations.map((it: { state: string }) => it.state))).toEqual(
    new Set(["ran"]),
  );
});
