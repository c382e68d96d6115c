import type { AccountFact } from "@fairdue/credit";
import { addDays, day, minor, parseId, present } from "@fairdue/kernel";
import {
  closeBook,
  execute,
  openTestDatabase,
  type Products,
  type TestDatabase,
  verifyBook,
} from "@fairdue/store";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookId, Crowd, openingOf, openTestBook } from "../fixtures/book.ts";

const start = day("2026-01-10");
let db: TestDatabase;
let owner: pg.Client;
let products: Products;

beforeAll(async () => {
  db = await openTestDatabase();
  products = await openTestBook(db, start);
  const crowd = new Crowd(12, "verify");
  await execute(db, products, crowd.openings(start));
  for (let k = 0; k < 70; k += 1) {
    const today = addDays(start, k);
    await execute(db, products, crowd.commandsOf(today, start));
    if (k % 5 === 4) await closeBook(db, products, { bookId, through: today });
  }
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  // As only somebody with all rights over the server could: triggers off, constraints away.
  await owner.query("SET session_replication_role = replica");
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});

/** Changes rows behind the book's back, looks, and puts everything back. */
async function tampered(table: string, change: string): Promise<string[]> {
  await owner.query(`CREATE TEMP TABLE kept AS SELECT * FROM ${table}`);
  const { rowCount } = await owner.query(change);
  expect(rowCount).toBeGreaterThan(0);
  const report = await verifyBook(db, { bookId, workers: 1 });
  await owner.query(`DELETE FROM ${table}`);
  const columns = await owner.query(
    `SELECT string_agg(quote_ident(column_name), ', ') AS names FROM information_schema.columns
     WHERE table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const { names } = columns.rows[0];
  await owner.query(`INSERT INTO ${table} (${names}) SELECT ${names} FROM kept`);
  await owner.query("DROP TABLE kept");
  return report.differences.map((it) => `${it.subject} ${it.field}`);
}

test("an untouched book is exact", async () => {
  expect((await verifyBook(db, { bookId, workers: 1 })).differences).toEqual([]);
});

test("words in any script, with tabs, line ends and backslashes, are read as they were written", async () => {
  const [person] = new Crowd(1, "words").people;
  const { borrowerId, accountId, product } = present(person, "a person");
  const today = addDays(start, 70);
  const facts: AccountFact[] = [
    openingOf(accountId, product),
    {
      kind: "drawn",
      drawId: "d1",
      amountMinor: minor(500_000),
      plan: {
        method: "equal-instalment",
        terms: 12,
        feePpm: 0,
        principalMinor: [],
        firstDueOn: null,
      },
      rate: product.declaration.rate.standard,
      channel: "微信\t支付 \\N",
    },
    { kind: "holiday-granted", months: 1, interest: "accrues", reason: 'ill\\n \n "zwölf" 病假' },
  ];
  const outcomes = await execute(
    db,
    products,
    facts.map((fact, k) => ({
      bookId,
      borrowerId,
      accountId,
      eventId: present(parseId("Event", `evt_words-${k}`), "an id"),
      on: null,
      today,
      fact,
    })),
  );
  expect(outcomes.map((it) => it.ok)).toEqual([true, true, true]);
  expect((await verifyBook(db, { bookId, workers: 1 })).differences).toEqual([]);
});

const one = (table: string, where = "true"): string =>
  `ctid = (SELECT ctid FROM ${table} WHERE ${where} ORDER BY 1 LIMIT 1)`;

const tampers: readonly (readonly [what: string, table: string, change: string, named: RegExp])[] =
  [
    [
      "a balance column",
      "accounts",
      `UPDATE accounts SET principal_minor = principal_minor + 1 WHERE ${one("accounts")}`,
      /row\.principalMinor/,
    ],
    [
      "the next event",
      "accounts",
      `UPDATE accounts SET next_event_on = next_event_on + 1 WHERE ${one("accounts")}`,
      /row\.nextEventOn/,
    ],
    [
      "one amount inside the state",
      "accounts",
      `UPDATE accounts SET state = regexp_replace(state, '"limitMinor":2', '"limitMinor":3')
       WHERE ${one("accounts", `state LIKE '%"limitMinor":2%'`)}`,
      /state\.limitMinor/,
    ],
    [
      "the product of an account",
      "accounts",
      `UPDATE accounts SET product_id = 'pay-later' WHERE ${one("accounts", "product_id = 'cash-line'")}`,
      /row\.product and opening/,
    ],
    [
      "the amount of an event",
      "account_events",
      `UPDATE account_events SET fact = replace(fact::text, '"amountMinor":', '"amountMinor":1')::json
       WHERE ${one("account_events", "kind = 'repaid'")}`,
      /(state|journal)/,
    ],
    [
      "the day of an event",
      "account_events",
      `UPDATE account_events SET value_on = value_on - 1 WHERE ${one("account_events", "kind = 'drawn'")}`,
      /journal/,
    ],
    [
      "the kind of an event",
      "account_events",
      `UPDATE account_events SET kind = 'died' WHERE ${one("account_events", "kind = 'repaid'")}`,
      /kind/,
    ],
    [
      "an event that is gone",
      "account_events",
      `DELETE FROM account_events WHERE ${one("account_events", "seq = 2")}`,
      /brw_verify/,
    ],
    [
      "the id of an event",
      "account_events",
      `UPDATE account_events SET event_id = 'evt_other' WHERE ${one("account_events", "kind = 'repaid'")}`,
      /journal keys/,
    ],
    [
      "the amount of a journal line",
      "journal",
      `UPDATE journal SET amount_minor = amount_minor + 1 WHERE ${one("journal")}`,
      /journal .* \d+\/\d+/,
    ],
    [
      "the sides of a journal line",
      "journal",
      `UPDATE journal SET debit = credit, credit = debit WHERE ${one("journal")}`,
      /journal .* \d+\/\d+/,
    ],
    [
      "the booking day of a journal line",
      "journal",
      `UPDATE journal SET booked_on = booked_on + 1 WHERE ${one("journal")}`,
      /gl_totals/,
    ],
    [
      "the value day of a journal line",
      "journal",
      `UPDATE journal SET value_on = value_on - 1 WHERE ${one("journal")}`,
      /journal keys/,
    ],
    [
      "the account of a journal line",
      "journal",
      `UPDATE journal SET account_id = 'acc_x' WHERE ${one("journal")}`,
      /journal/,
    ],
    [
      "the channel of a journal line",
      "journal",
      `UPDATE journal SET channel = 'x' WHERE ${one("journal", "channel <> ''")}`,
      /journal/,
    ],
    [
      "the key of a journal line",
      "journal",
      `UPDATE journal SET posting_key = 'evt_x' WHERE ${one("journal")}`,
      /journal keys/,
    ],
    [
      "the number of a journal line",
      "journal",
      `UPDATE journal SET line = 40 WHERE ${one("journal")}`,
      /journal keys/,
    ],
    [
      "the book of a journal line",
      "journal",
      `UPDATE journal SET book_id = 'bok_x' WHERE ${one("journal")}`,
      /journal keys/,
    ],
    [
      "the currency of a journal line",
      "journal",
      `UPDATE journal SET currency = 'USD' WHERE ${one("journal")}`,
      /gl_totals/,
    ],
    [
      "a journal line that is gone",
      "journal",
      `DELETE FROM journal WHERE ${one("journal", "line = 1")}`,
      /journal/,
    ],
    [
      "a journal line too many",
      "journal",
      `INSERT INTO journal SELECT borrower_id, posting_key, 99, account_id, book_id, booked_on,
         value_on, debit, credit, 1, currency, reason, channel FROM journal LIMIT 1`,
      /journal/,
    ],
    [
      "an accrual of the book",
      "book_journal",
      `UPDATE book_journal SET amount_minor = amount_minor + 1 WHERE ${one("book_journal")}`,
      /gl_totals/,
    ],
    [
      "a total of the ledger",
      "gl_totals",
      `UPDATE gl_totals SET amount_minor = amount_minor + 1 WHERE ${one("gl_totals")}`,
      /gl_totals/,
    ],
    [
      "a total that is gone",
      "gl_totals",
      `DELETE FROM gl_totals WHERE ${one("gl_totals")}`,
      /gl_totals/,
    ],
    [
      "the accrual line of a product",
      "accrual_totals",
      `UPDATE accrual_totals SET slope = slope + 1 WHERE ${one("accrual_totals")}`,
      /accrual_totals/,
    ],
    [
      "a statement",
      "statements",
      `UPDATE statements SET statement = replace(statement::text, '"minimumMinor":', '"minimumMinor":1')::json
       WHERE ${one("statements")}`,
      /statement stm_/,
    ],
    [
      "a column of a statement",
      "statements",
      `UPDATE statements SET closing_minor = closing_minor + 1 WHERE ${one("statements")}`,
      /statement stm_.* columns/,
    ],
    [
      "a statement that is gone",
      "statements",
      `DELETE FROM statements WHERE ${one("statements")}`,
      /statement stm_/,
    ],
    [
      "the closed day of the book",
      "books",
      `UPDATE books SET closed_through = closed_through - 1`,
      /closed_through/,
    ],
  ];

test.each(tampers)(
  "%s, changed behind the book's back, is named",
  async (_what, table, change, named) => {
    const found = await tampered(table, change);
    expect(found.join("\n")).toMatch(named);
  },
);

test("when everything is put back the book is exact again", async () => {
  expect((await verifyBook(db, { bookId, workers: 2 })).differences).toEqual([]);
});
