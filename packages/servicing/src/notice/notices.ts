import { type AccountState, dpdOf, type Product } from "@fairdue/credit";
import { formatDay } from "@fairdue/kernel";

/** Something that happened to an account by the calendar, for others to hear of through the outbox. */
export type Notice = {
  readonly topic: "statement.closed" | "debit.requested" | "account.bucket-changed";
  /** Days as ISO texts, amounts in minor units; no personal data. */
  readonly body: Readonly<Record<string, unknown>>;
};

/** What the steps and events between two states of one account give others to do. */
export function noticesOf(product: Product, before: AccountState, after: AccountState): Notice[] {
  return [
    ...closedStatements(before, after),
    ...debits(product, before, after),
    ...bucketChange(before, after),
  ];
}

function closedStatements(before: AccountState, after: AccountState): Notice[] {
  const last = before.statements.at(-1)?.closedOn ?? Number.NEGATIVE_INFINITY;
  return after.statements
    .filter((it) => it.closedOn > last)
    .map((it) => ({
      topic: "statement.closed",
      body: {
        accountId: after.accountId,
        statementId: it.id,
        closedOn: formatDay(it.closedOn),
        dueOn: formatDay(it.dueOn),
        closingMinor: it.closingMinor,
        minimumMinor: it.minimumMinor,
      },
    }));
}

/**
 * One request per due item, when it comes into being: whoever debits tries it on the due day at the
 * product's times, and on each day of retry after it, each time for what is then still due
 * (`debitOn`). So the close has nothing to do on the days of retry.
 */
function debits(product: Product, before: AccountState, after: AccountState): Notice[] {
  const terms = product.declaration.autoDebit;
  if (!terms || after.status !== "open" || after.freezes.includes("law")) return [];
  if (after.moratorium || after.diedOn !== null) return [];
  const known = new Set(before.dues.map((it) => it.id));
  return after.dues
    .filter((it) => !known.has(it.id) && !it.isOverdue)
    .map((it) => ({
      topic: "debit.requested",
      body: {
        accountId: after.accountId,
        dueId: it.id,
        dueOn: formatDay(it.dueOn),
        retryDays: terms.retryDays,
        roundsMinute: terms.roundsMinute,
        amountMinor: it.principalMinor + it.interestMinor + it.feeMinor + it.penaltyMinor,
      },
    }));
}

function bucketChange(before: AccountState, after: AccountState): Notice[] {
  const from = before.ageing.bucket;
  const to = after.ageing.bucket;
  if (from === to) return [];
  const body = {
    accountId: after.accountId,
    on: formatDay(after.asOf),
    from,
    to,
    dpd: dpdOf(after),
  };
  return [{ topic: "account.bucket-changed", body }];
}
