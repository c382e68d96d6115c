import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  closeBook,
  loadAccount,
  loadEvents,
  openTestDatabase,
  productsOf,
  summaryOf,
  type TestDatabase,
  verifyBook,
} from "@fairdue/store";
import { day, present } from "@fairdue/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importTape, MapProblems } from "../../apps/fairdue/src/tape/import-tape.ts";

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "fairdue-tape-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

const map = (bookId: string, row: object = {}) => ({
  book: {
    id: bookId,
    name: { en: "Tape", zh: "资产包" },
    currency: "CNY",
    zone: "Asia/Shanghai",
  },
  product: "instalment-loan",
  through: "2026-06-30",
  row: {
    account: { column: "loan" },
    borrower: { column: "person" },
    openedOn: { column: "opened" },
    amount: { column: "amount" },
    rate: { column: "rate" },
    terms: { column: "term" },
    instalmentsPaid: { column: "paid", values: { yes: "all", no: 2 } },
    payments: [{ on: { column: "extra on" }, amount: { column: "extra" } }],
    ...row,
  },
});

const head = "loan,person,opened,amount,rate,term,paid,extra on,extra\n";
const good = [
  "L1,p1,2026-01-10,12000.00,10.8,12,yes,,",
  'L2,p1,2026-01-20,"6,000.00",7.2%,6,no,2026-05-03,100.00',
  "L3,p2,2025-11-01,10000.00,0,12,yes,,",
];

function tape(rows: readonly string[], name = "tape.csv"): string {
  const path = join(folder, name);
  const text = head + rows.map((it) => `${it}\r\n`).join("");
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}

const options = { delimiter: ",", isDryRun: false, isSkippingBad: false, progress: () => {} };

test("a tape becomes accounts with their history, and the book of them is exact", async () => {
  const report = await importTape(db, {
    ...options,
    tape: tape(good),
    map: map("bok_tape"),
  });
  expect(report).toMatchObject({ rows: 3, good: 3, bad: 0, isWritten: true, problems: [] });
  const products = productsOf(db);
  const paid = present(
    await loadAccount(db, products, { borrowerId: "brw_p1", accountId: "acc_L1" }),
    "L1",
  );
  // Due on the 15th: February to June are paid (the first due day is at least five days on).
  const kinds = (await loadEvents(db, { borrowerId: "brw_p1", accountId: "acc_L1" })).map(
    (it) => it.kind,
  );
  expect(kinds.filter((it) => it === "repaid")).toHaveLength(6);
  expect(summaryOf(paid, day("2026-06-30"))).toMatchObject({ dpd: 0, bucket: 0, status: "open" });
  const late = present(
    await loadAccount(db, products, { borrowerId: "brw_p1", accountId: "acc_L2" }),
    "L2",
  );
  // Two instalments paid, the third fell due on 2026-04-15; 100.00 on 2026-05-03 was not enough.
  expect(summaryOf(late, day("2026-06-30"))).toMatchObject({ dpd: 76, bucket: 3 });
  await closeBook(db, products, { bookId: "bok_tape", through: day("2025-11-20") });
  expect((await verifyBook(db, { bookId: "bok_tape", workers: 1 })).differences).toEqual([]);
});

const bad = [
  "L8,p8,2026-01-10,12000.00,10.8,12,yes,,",
  "L9,p9,2026-02-30,-5,high,12,yes,,",
  "L8,p8,2026-01-10,12000.00,10.8,12,yes,,",
  "L7,p7,2026-01-10,12000.00,10.8,7,yes,,",
  "L6,p6,2026-01-10",
];

test("bad rows are named by line, field and reason, and nothing is written unless asked", async () => {
  const path = tape(bad, "bad.csv.gz");
  const strict = await importTape(db, { ...options, tape: path, map: map("bok_bad") });
  expect(strict).toMatchObject({ rows: 5, good: 1, bad: 4, isWritten: false });
  expect(strict.problems.map((it) => `${it.line} ${it.field}: ${it.value}`)).toEqual([
    "3 openedOn: 2026-02-30",
    "3 amount: -5",
    "3 rate: high",
    "4 account: acc_L8",
    "5 drawn 2026-01-10 plan.terms: 7",
    "6 (row): 3 cells",
  ]);
  const none = await db.rows("SELECT 1 AS one FROM books WHERE book_id = 'bok_bad'");
  expect(none).toEqual([]);
  const skipping = { ...options, isSkippingBad: true, tape: path, map: map("bok_bad") };
  expect(await importTape(db, skipping)).toMatchObject({ good: 1, bad: 4, isWritten: true });
  // The same tape again finds its account on record, and changes nothing.
  const again = await importTape(db, skipping);
  expect(again).toMatchObject({ good: 0, bad: 5 });
});

test("a row whose history comes to another balance than the tape says is refused", async () => {
  const report = await importTape(db, {
    ...options,
    isDryRun: true,
    tape: tape(good.slice(0, 1)),
    map: map("bok_check", { principal: { value: "1.00" } }),
  });
  expect(report.problems[0]).toMatchObject({ line: 2, field: "principal", value: "100" });
});

test("what is wrong with a map is named before any row is read", async () => {
  const wrong = map("book", { rate: { column: "interest" }, amount: { value: 1, row: "x" } });
  const failed = importTape(db, {
    ...options,
    tape: tape(good),
    map: { ...wrong, through: "soon" },
  });
  const error = await failed.catch((it: unknown) => it);
  expect(error).toBeInstanceOf(MapProblems);
  if (!(error instanceof MapProblems)) return;
  expect(error.problems.map((it) => it.field)).toEqual([
    "book.id",
    "through",
    "row.amount",
    "row.rate.column",
  ]);
});

test("the example of the documentation runs as it stands there", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/cli/import.md"), "utf8");
  const blocks = [...page.matchAll(/```(csv|json)\n([\s\S]*?)```/g)].map((it) => it[2] ?? "");
  writeFileSync(join(folder, "doc.csv"), blocks[0] ?? "");
  writeFileSync(join(folder, "doc.json"), blocks[1] ?? "");
  const run = spawnSync(
    process.execPath,
    [
      "--conditions=source",
      join(import.meta.dirname, "../../apps/fairdue/src/main.ts"),
      "import",
      join(folder, "doc.csv"),
      "--map",
      join(folder, "doc.json"),
      "--dry-run",
    ],
    {
      encoding: "utf8",
      env: { ...process.env, FAIRDUE_DATABASE_URL: db.ownerUrl, NODE_OPTIONS: "" },
    },
  );
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toMatchObject({ rows: 2, good: 2, bad: 0 });
});
