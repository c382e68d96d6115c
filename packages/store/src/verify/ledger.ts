import { type EpochDay, epochDay, formatDay } from "@fairdue/kernel";
import { gl, type GlName } from "@fairdue/ledger";
import { accruedTargets, type Difference } from "@fairdue/servicing";
import type { Book, Products } from "../book/books.ts";
import { loadPositions, loadStanding } from "../close/seal.ts";
import { dateOf, type Row, type Sql } from "../sql/database.ts";
import type { LineTotal } from "./totals.ts";
import { bigintIn, dayIn, integerIn, nullable, textIn, truthIn } from "../sql/row.ts";

export type VerifyLedger = {
  readonly book: Book;
  /** Sums of all journal lines of the book's accounts, as they were read. */
  readonly lines: readonly LineTotal[];
};

/** Holds the sums of a book against each other: journals, totals, accounts, accrual, closed days. */
export async function verifyLedger(
  sql: Sql,
  products: Products,
  { book, lines }: VerifyLedger,
): Promise<Difference[]> {
  return [
    ...(await totalsAgainstJournals(sql, book, lines)),
    ...(await accountsAgainstTotals(sql, book)),
    ...(await accrualAgainstAccounts(sql, book)),
    ...(await accrualAgainstTotals(sql, products, book)),
    ...(await closedDays(sql, book)),
  ];
}

type Sum = { amountMinor: bigint; lines: number };
type Sums = Map<string, Sum>;

async function totalsAgainstJournals(
  sql: Sql,
  { bookId }: Book,
  lines: readonly LineTotal[],
): Promise<Difference[]> {
  const rebuilt: Sums = new Map();
  for (const it of lines) addSum(rebuilt, totalKey(it.bookedOn, it.pair), it);
  await addSums(rebuilt, sql, {
    bookId,
    from: "SELECT *, 1 AS lines FROM book_journal",
  });
  const stored: Sums = new Map();
  await addSums(stored, sql, { bookId, from: "SELECT * FROM gl_totals" });
  const said = (it: Sum | undefined): string =>
    it ? `${it.amountMinor} in ${it.lines} lines` : "none";
  return [...new Set([...stored.keys(), ...rebuilt.keys()])]
    .filter((key) => said(stored.get(key)) !== said(rebuilt.get(key)))
    .sort()
    .map((key) => ({
      subject: bookId,
      field: `gl_totals ${key}`,
      stored: said(stored.get(key)),
      rebuilt: said(rebuilt.get(key)),
    }));
}

async function addSums(
  sums: Sums,
  sql: Sql,
  { bookId, from }: { readonly bookId: string; readonly from: string },
): Promise<void> {
  const rows = await sql.rows(
    `SELECT booked_on, debit || '/' || credit || ' ' || currency AS pair,
       sum(amount_minor) AS amount, sum(lines)::bigint AS lines
     FROM (${from}) AS it WHERE book_id = $1 GROUP BY booked_on, debit, credit, currency`,
    [bookId],
  );
  for (const row of rows)
    addSum(sums, totalKey(dayIn(row, "booked_on"), textIn(row, "pair")), {
      amountMinor: bigintIn(row, "amount"),
      lines: integerIn(row, "lines"),
    });
}

const totalKey = (bookedOn: number, pair: string): string =>
  `${formatDay(epochDay(bookedOn))} ${pair}`;

function addSum(sums: Sums, key: string, it: Readonly<Sum>): void {
  const known = sums.get(key);
  if (known) {
    known.amountMinor += it.amountMinor;
    known.lines += it.lines;
  } else sums.set(key, { amountMinor: it.amountMinor, lines: it.lines });
}

const textOr = (row: Row, column: string): string => String(row[column] ?? "none");

/** Balance of each control account of the ledger = the sum of its accounts. */
async function accountsAgainstTotals(sql: Sql, { bookId }: Book): Promise<Difference[]> {
  const [owed] = await sql.rows(
    `SELECT sum(principal_minor - principal_overdue_minor) AS "loanPrincipal",
       sum(principal_overdue_minor) AS "loanPrincipalOverdue",
       sum(interest_minor) FILTER (WHERE NOT is_non_accrual) AS "interestReceivable",
       sum(penalty_minor) FILTER (WHERE NOT is_non_accrual) AS "penaltyReceivable",
       sum(fee_minor) FILTER (WHERE NOT is_non_accrual) AS "feeReceivable",
       sum(interest_minor) FILTER (WHERE is_non_accrual) AS "memoInterest",
       sum(penalty_minor) FILTER (WHERE is_non_accrual) AS "memoPenalty",
       sum(fee_minor) FILTER (WHERE is_non_accrual) AS "memoFee",
       -sum(credit_minor) AS "creditBalance", -sum(provision_minor) AS "lossAllowance",
       sum(claim_minor) AS "claim"
     FROM accounts WHERE book_id = $1`,
    [bookId],
  );
  const rows = await sql.rows(
    `SELECT code, sum(amount) AS balance FROM (
       SELECT debit AS code, amount_minor AS amount FROM gl_totals WHERE book_id = $1
       UNION ALL SELECT credit, -amount_minor FROM gl_totals WHERE book_id = $1) AS sides
     GROUP BY code`,
    [bookId],
  );
  const balances = new Map(rows.map((row) => [integerIn(row, "code"), bigintIn(row, "balance")]));
  const out: Difference[] = [];
  for (const name of Object.keys(owed ?? {}) as GlName[]) {
    const rebuilt = nullable(owed ?? {}, name, bigintIn) ?? 0n;
    const stored = balances.get(gl[name]) ?? 0n;
    if (stored !== rebuilt)
      out.push({
        subject: bookId,
        field: `balance of ${gl[name]} ${name}`,
        stored: String(stored),
        rebuilt: `${rebuilt} over all accounts`,
      });
  }
  return out;
}

/** The portfolio's accrual line of each product = the sum of the lines of its accounts. */
async function accrualAgainstAccounts(sql: Sql, { bookId }: Book): Promise<Difference[]> {
  const rows = await sql.rows(
    `WITH lines AS (
       SELECT product_id, product_version, component, is_non_accrual AS is_memo,
         sum(numerator - slope * (as_of - DATE '1970-01-01')) AS intercept, sum(slope) AS slope
       FROM accounts, LATERAL (VALUES ('interest', interest_numerator, interest_slope::numeric),
         ('penalty', penalty_numerator, penalty_slope::numeric)) AS it (component, numerator, slope)
       WHERE book_id = $1 AND (numerator <> 0 OR slope <> 0)
       GROUP BY 1, 2, 3, 4)
     , totals AS (
       SELECT product_id, product_version, component, is_memo, sum(intercept) AS intercept,
         sum(slope) AS slope
       FROM accrual_totals WHERE book_id = $1 GROUP BY 1, 2, 3, 4)
     SELECT product_id, product_version, component, is_memo,
       COALESCE(totals.intercept, 0) AS stored, COALESCE(lines.intercept, 0) AS rebuilt,
       COALESCE(totals.slope, 0) AS stored_slope, COALESCE(lines.slope, 0) AS rebuilt_slope
     FROM lines FULL JOIN totals USING (product_id, product_version, component, is_memo)
     WHERE (COALESCE(totals.intercept, 0), COALESCE(totals.slope, 0))
       <> (COALESCE(lines.intercept, 0), COALESCE(lines.slope, 0))`,
    [bookId],
  );
  return rows.map((row) => ({
    subject: bookId,
    field:
      `accrual_totals ${textIn(row, "product_id")}@${integerIn(row, "product_version")} ` +
      `${textIn(row, "component")}${truthIn(row, "is_memo") ? " memo" : ""}`,
    stored: `${textOr(row, "stored")} + ${textOr(row, "stored_slope")} a day`,
    rebuilt: `${textOr(row, "rebuilt")} + ${textOr(row, "rebuilt_slope")} a day`,
  }));
}

/** What the ledger shows as accrued at the last close = the line on that day, rounded once. */
async function accrualAgainstTotals(
  sql: Sql,
  products: Products,
  { bookId, closedThrough: on }: Book,
): Promise<Difference[]> {
  const target = accruedTargets(await loadPositions(sql, products, { bookId, on }), on);
  const standing = await loadStanding(sql, bookId, on);
  return (Object.keys(target) as (keyof typeof target)[])
    .filter((name) => target[name] !== standing[name])
    .map((name) => ({
      subject: bookId,
      field: `accrued ${name} at the close of ${formatDay(on)}`,
      stored: String(standing[name]),
      rebuilt: String(target[name]),
    }));
}

async function closedDays(sql: Sql, { bookId, closedThrough }: Book): Promise<Difference[]> {
  const out: Difference[] = [];
  const [sealed] = await sql.rows(
    "SELECT max(business_on) AS last FROM close_days WHERE book_id = $1 AND sealed_at IS NOT NULL",
    [bookId],
  );
  const last: EpochDay | null = sealed ? nullable(sealed, "last", dayIn) : null;
  if (last !== null && last !== closedThrough)
    out.push({
      subject: bookId,
      field: "closed_through",
      stored: formatDay(closedThrough),
      rebuilt: formatDay(last),
    });
  const behind = await sql.rows(
    `SELECT borrower_id, account_id, next_event_on FROM accounts
     WHERE book_id = $1 AND next_event_on <= $2 AND NOT is_quarantined ORDER BY 1, 2 LIMIT 100`,
    [bookId, dateOf(closedThrough)],
  );
  for (const row of behind)
    out.push({
      subject: `${textIn(row, "borrower_id")} ${textIn(row, "account_id")}`,
      field: "steps of closed days",
      stored: `not done since ${formatDay(dayIn(row, "next_event_on"))}`,
      rebuilt: `done through ${formatDay(closedThrough)}`,
    });
  return out;
}
