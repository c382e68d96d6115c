import type { EpochDay } from "@fairdue/kernel";
import { gl } from "@fairdue/ledger";
import { dateOf, type Row, type Sql } from "../sql/database.ts";
import { bigintIn, dayIn, integerIn, textIn } from "../sql/row.ts";

export type BucketSum = {
  readonly bucket: number;
  readonly accounts: number;
  readonly principalMinor: number;
};

export type BookOverview = {
  readonly accounts: number;
  readonly openAccounts: number;
  readonly principalMinor: number;
  readonly overdueMinor: number;
  readonly limitMinor: number;
  readonly provisionMinor: number;
  readonly claimMinor: number;
  readonly quarantined: number;
  readonly buckets: readonly BucketSum[];
  readonly products: readonly {
    readonly productId: string;
    readonly accounts: number;
    readonly principalMinor: number;
  }[];
  readonly cashIn: readonly { readonly on: EpochDay; readonly amountMinor: number }[];
};

type Group = {
  readonly bucket: number;
  readonly productId: string;
  readonly isOpen: boolean;
  readonly accounts: number;
  readonly principalMinor: number;
  readonly overdueMinor: number;
  readonly limitMinor: number;
  readonly provisionMinor: number;
  readonly claimMinor: number;
  readonly quarantined: number;
};

/** Sums of a book over its accounts, in one pass, and the cash of the last thirty days. */
export async function loadOverview(
  sql: Sql,
  bookId: string,
  today: EpochDay,
): Promise<BookOverview> {
  const groups = (
    await sql.named(
      "overview-accounts",
      `SELECT bucket, product_id, status = 'open' AS is_open, count(*) AS accounts,
         sum(principal_minor) AS principal, sum(principal_overdue_minor) AS overdue,
         sum(limit_minor) AS credit_limit, sum(provision_minor) AS provision,
         sum(claim_minor) AS claim, count(*) FILTER (WHERE is_quarantined) AS quarantined
       FROM accounts WHERE book_id = $1 GROUP BY bucket, product_id, status = 'open'`,
      [bookId],
    )
  ).map(groupOf);
  const cash = await sql.named(
    "overview-cash",
    `SELECT booked_on, sum(amount_minor) AS amount FROM gl_totals
     WHERE book_id = $1 AND booked_on > $2 AND debit = ANY ($3) AND NOT credit = ANY ($3)
     GROUP BY booked_on ORDER BY booked_on`,
    [bookId, dateOf((today - 30) as EpochDay), [gl.bank, gl.channelClearing]],
  );
  const open = groups.filter((it) => it.isOpen);
  return {
    accounts: total(groups, "accounts"),
    openAccounts: total(open, "accounts"),
    principalMinor: total(open, "principalMinor"),
    overdueMinor: total(open, "overdueMinor"),
    limitMinor: total(open, "limitMinor"),
    provisionMinor: total(groups, "provisionMinor"),
    claimMinor: total(groups, "claimMinor"),
    quarantined: total(groups, "quarantined"),
    buckets: [0, 1, 2, 3, 4, 5, 6, 7].map((bucket) => {
      const of = open.filter((it) => it.bucket === bucket);
      return {
        bucket,
        accounts: total(of, "accounts"),
        principalMinor: total(of, "principalMinor"),
      };
    }),
    products: [...new Set(open.map((it) => it.productId))].sort().map((productId) => {
      const of = open.filter((it) => it.productId === productId);
      return {
        productId,
        accounts: total(of, "accounts"),
        principalMinor: total(of, "principalMinor"),
      };
    }),
    cashIn: cash.map((row) => ({
      on: dayIn(row, "booked_on"),
      amountMinor: Number(bigintIn(row, "amount")),
    })),
  };
}

type Sum = Exclude<keyof Group, "productId" | "isOpen" | "bucket">;

function total(groups: readonly Group[], of: Sum): number {
  return groups.reduce((sum, it) => sum + it[of], 0);
}

function groupOf(row: Row): Group {
  const sum = (column: string): number => Number(bigintIn(row, column));
  return {
    bucket: integerIn(row, "bucket"),
    productId: textIn(row, "product_id"),
    isOpen: row["is_open"] === true,
    accounts: integerIn(row, "accounts"),
    principalMinor: sum("principal"),
    overdueMinor: sum("overdue"),
    limitMinor: sum("credit_limit"),
    provisionMinor: sum("provision"),
    claimMinor: sum("claim"),
    quarantined: integerIn(row, "quarantined"),
  };
}
