import { type AccountFact, cashLine } from "@fairdue/credit";
import { addDays, day, type EpochDay, minor, parseId, present } from "@fairdue/kernel";
import { type AccountCommand, closeBook, execute } from "@fairdue/store";
import { type BenchServer, benchBookId } from "./_server.ts";

/** First measured day; the days before it make the book. */
export const firstDay: EpochDay = day("2026-06-01");
const opened = addDays(firstDay, -45);

type Kind = { readonly name: string; readonly dueOn: EpochDay; readonly share: number };

/** What has something to do on a day: 6.7 % of the book, as on an ordinary day. */
const daily: readonly {
  readonly name: string;
  readonly dueBefore: number;
  readonly share: number;
}[] = [
  { name: "due", dueBefore: 0, share: 0.04 },
  { name: "overdue", dueBefore: 4, share: 0.017 },
  { name: "m2", dueBefore: 31, share: 0.01 },
];

/**
 * A book of `size` accounts: a few prototypes live through the real engine and are then copied row
 * by row, with the portfolio's accrual line to match.
 */
export async function buildBook(server: BenchServer, size: number, days: number): Promise<void> {
  const kinds: Kind[] = daily.flatMap((it) =>
    Array.from({ length: days }, (_, k) => ({
      name: `${it.name}-${k}`,
      dueOn: addDays(firstDay, k - it.dueBefore),
      share: it.share,
    })),
  );
  const idle = 1 - kinds.reduce((sum, it) => sum + it.share, 0);
  // 30 days before the first measured one all accounts that will be in M2 fall due.
  for (let k = 0; k < 8; k += 1)
    kinds.push({ name: `idle-${k}`, dueOn: addDays(firstDay, days + 5 + k), share: idle / 8 });
  for (const it of kinds) await live(server, it);
  await closeBook(server.db, server.products, {
    bookId: benchBookId,
    through: addDays(firstDay, -1),
  });
  for (const it of kinds) await multiply(server, it.name, Math.round(size * it.share));
  await settle(server);
}

/** Adds accounts that have nothing to do on any measured day. */
export async function addIdle(server: BenchServer, count: number): Promise<void> {
  for (let k = 0; k < 8; k += 1) await multiply(server, `idle-${k}`, Math.round(count / 8), "x");
  await settle(server);
}

async function live({ db, products }: BenchServer, it: Kind): Promise<void> {
  const command = (id: string, fact: AccountFact): AccountCommand => ({
    bookId: benchBookId,
    borrowerId: `brw_${it.name}`,
    accountId: `acc_${it.name}`,
    eventId: present(parseId("Event", `evt_${it.name}-${id}`), "an id"),
    on: null,
    today: opened,
    fact,
  });
  const { declaration } = cashLine;
  const outcomes = await execute(db, products, [
    command("1", {
      kind: "opened",
      accountId: present(parseId("Account", `acc_${it.name}`), "an id"),
      productId: declaration.id,
      productVersion: declaration.version,
      limitMinor: minor(2_000_000),
      rate: declaration.rate.standard,
      dueDay: declaration.cycle.dueDay,
    }),
    command("2", {
      kind: "drawn",
      drawId: `drw_${it.name}`,
      amountMinor: minor(1_200_000),
      plan: {
        method: "equal-instalment",
        terms: 12,
        feePpm: 0,
        principalMinor: [],
        firstDueOn: it.dueOn,
      },
      rate: declaration.rate.standard,
      channel: "bank",
    }),
  ]);
  for (const outcome of outcomes)
    if (!outcome.ok) throw new Error(`the field cannot be made: ${outcome.refusal.reason}`);
}

/** Copies of one account in the order of numbers, so that those of one day lie far apart. */
async function multiply(
  { owner }: BenchServer,
  name: string,
  count: number,
  tag = "",
): Promise<void> {
  if (count === 0) return;
  await owner.rows(
    `INSERT INTO copies (account_id, n, place)
     SELECT $1, $2 || n, (n::float8 / $3) FROM generate_series(1, $3::int) AS n`,
    [`acc_${name}`, tag, count],
  );
}

async function settle({ owner }: BenchServer): Promise<void> {
  const columns = await owner.rows(
    `SELECT string_agg(column_name, ', ') AS names FROM information_schema.columns
     WHERE table_name = 'accounts' AND is_generated = 'NEVER'
       AND column_name NOT IN ('borrower_id', 'account_id', 'state')`,
  );
  const names = String(columns[0]?.["names"]);
  const order = "ORDER BY c.place, a.account_id";
  await owner.rows(
    `INSERT INTO borrowers (borrower_id) SELECT a.borrower_id || '-' || c.n
     FROM copies AS c JOIN accounts AS a USING (account_id) ${order}`,
  );
  await owner.rows(
    `INSERT INTO accounts (borrower_id, account_id, state, ${names})
     SELECT a.borrower_id || '-' || c.n, a.account_id || '-' || c.n,
       replace(a.state, a.account_id, a.account_id || '-' || c.n), ${names}
     FROM copies AS c JOIN accounts AS a USING (account_id) ${order}`,
  );
  await owner.rows("TRUNCATE copies");
  await owner.rows("DELETE FROM accrual_totals");
  await owner.rows(
    `INSERT INTO accrual_totals (book_id, product_id, product_version, component, is_memo, from_on,
       intercept, slope)
     SELECT book_id, product_id, product_version, component, is_non_accrual,
       (SELECT closed_through FROM books WHERE books.book_id = accounts.book_id),
       sum(numerator - slope * (as_of - DATE '1970-01-01')), sum(slope)
     FROM accounts, LATERAL (VALUES ('interest', interest_numerator, interest_slope::numeric),
       ('penalty', penalty_numerator, penalty_slope::numeric)) AS it (component, numerator, slope)
     GROUP BY 1, 2, 3, 4, 5`,
  );
  await owner.rows("VACUUM ANALYZE accounts");
  await owner.rows("CHECKPOINT");
}
