import { addDays, day, minor, parseCurrency, present } from "@fairdue/kernel";
import { entry, gl } from "@fairdue/ledger";
import {
  closeBook,
  type JournalPosting,
  journalQueue,
  openDatabase,
  openTestDatabase,
  post,
  productsOf,
  sqlStateOf,
  type TestDatabase,
} from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookId, openTestBook } from "../fixtures/book.ts";

const start = day("2026-01-10");
const currency = present(parseCurrency("CNY"), "CNY");
let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  await openTestBook(db, start);
  await db.transaction((tx) => post(tx, [posting("first")]));
});
afterAll(() => db.drop());

function posting(key: string, amount = 100): JournalPosting {
  return {
    borrowerId: "brw_1",
    accountId: "acc_1",
    bookId,
    key,
    bookedOn: start,
    valueOn: start,
    currency,
    entries: [
      entry({ debit: gl.bank, credit: gl.capital }, minor(amount), { reason: "paid in" }),
      entry({ debit: gl.channelClearing, credit: gl.bank }, minor(amount), { reason: "moved" }),
    ],
  };
}

const stateOf = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => "done",
    (error: unknown) => sqlStateOf(error),
  );

const insert = (columns: string): string =>
  `INSERT INTO journal (borrower_id, posting_key, line, account_id, book_id, booked_on, value_on,
     debit, credit, amount_minor, currency, reason, channel) VALUES (${columns})`;

test("what is booked cannot be changed, removed or emptied: not by the application, not by the owner", async () => {
  const owner = openDatabase(db.ownerUrl, { connectionsMax: 1 });
  const attempts = [
    "UPDATE journal SET amount_minor = 1",
    "DELETE FROM journal",
    "UPDATE account_events SET kind = 'died'",
    "DELETE FROM account_events",
    "UPDATE book_journal SET amount_minor = 1",
    "UPDATE products SET version = 9",
  ];
  await closeBook(db, productsOf(db), { bookId, through: start });
  for (const attempt of attempts) {
    // insufficient_privilege; restrict_violation from the trigger, where there are rows.
    expect(await stateOf(db.rows(attempt)), attempt).toBe("42501");
    expect(["23001", "done"], attempt).toContain(await stateOf(owner.rows(attempt)));
  }
  expect(await stateOf(owner.rows("UPDATE journal SET amount_minor = 1"))).toBe("23001");
  for (const table of ["journal", "book_journal", "account_events"]) {
    expect(await stateOf(db.rows(`TRUNCATE ${table}`)), table).toBe("42501");
    expect(await stateOf(owner.rows(`TRUNCATE ${table}`)), table).toBe("23001");
  }
  await owner.close();
});

test("a line that does not balance cannot be written down", async () => {
  const row = (debit: number, credit: number, amount: number): string =>
    insert(`'brw_1', 'bad', 0, 'acc_1', '${bookId}', '2026-01-12', '2026-01-12', ${debit}, ${credit},
      ${amount}, 'CNY', 'x', ''`);
  expect(await stateOf(db.rows(row(gl.bank, gl.bank, 1)))).toBe("23514");
  expect(await stateOf(db.rows(row(gl.bank, gl.capital, 0)))).toBe("23514");
  expect(await stateOf(db.rows(row(gl.bank, gl.capital, -5)))).toBe("23514");
  // A side that is not in the chart of the book.
  expect(await stateOf(db.rows(row(gl.bank, 999_999, 1)))).toBe("23503");
});

test("nothing is booked into a closed day", async () => {
  const late = { ...posting("late"), bookedOn: start };
  expect(await stateOf(db.transaction((tx) => post(tx, [late])))).toBe("23001");
});

test("a key counts once, whoever sends it how often; for something else it is refused", async () => {
  const open = addDays(start, 1);
  const queue = journalQueue(db, { posters: 3, batchMax: 5 });
  const same = { ...posting("same"), bookedOn: open };
  const outcomes = await Promise.all([
    ...Array.from({ length: 20 }, () => queue.submit(same)),
    queue.submit({ ...posting("same", 7), bookedOn: open }),
  ]);
  const posted = outcomes.filter((it) => it.ok && it.value === "posted");
  expect(posted).toHaveLength(1);
  expect(outcomes.filter((it) => !it.ok).length).toBeGreaterThanOrEqual(1);
  const lines = await db.rows("SELECT 1 AS one FROM journal WHERE posting_key = 'same'");
  expect(lines).toHaveLength(2);
});

test("one bad posting fails its own caller, not its neighbours in the batch", async () => {
  const open = addDays(start, 1);
  const queue = journalQueue(db, { posters: 1, batchMax: 100 });
  const bad = { ...posting("closed day"), bookedOn: start };
  const results = await Promise.allSettled([
    ...Array.from({ length: 9 }, (_, k) => queue.submit({ ...posting(`n${k}`), bookedOn: open })),
    queue.submit(bad),
  ]);
  expect(results.filter((it) => it.status === "fulfilled")).toHaveLength(9);
  expect(results.at(-1)?.status).toBe("rejected");
});
