import type { Product } from "@fairdue/credit";
import type { LivedLoan } from "@fairdue/servicing";
import type { Transaction } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";
import { type AccountChange, saveChanges } from "./save.ts";

/**
 * Writes loans of a tape with their whole history, as if it had happened here. Loans whose account
 * is on record already are left out, and named in the answer. Tells nobody: no outbox messages.
 */
export async function saveLoans(
  tx: Transaction,
  { bookId, product }: { readonly bookId: string; readonly product: Product },
  loans: readonly LivedLoan[],
): Promise<ReadonlySet<string>> {
  const known = await tx.named(
    "accounts-known",
    `SELECT borrower_id || ' ' || account_id AS id FROM accounts
     WHERE (borrower_id, account_id) IN (SELECT * FROM UNNEST($1::text[], $2::text[]))`,
    [loans.map((it) => it.loan.borrowerId), loans.map((it) => it.loan.accountId)],
  );
  const taken = new Set(known.map((row) => textIn(row, "id")));
  const fresh = loans.filter((it) => !taken.has(`${it.loan.borrowerId} ${it.loan.accountId}`));
  await saveChanges(
    tx,
    fresh.map((it) => changeOf(bookId, product, it)),
  );
  return taken;
}

function changeOf(
  bookId: string,
  product: Product,
  { loan, done, tail }: LivedLoan,
): AccountChange {
  return {
    borrowerId: loan.borrowerId,
    accountId: loan.accountId,
    bookId,
    product,
    isNew: true,
    bucketBefore: 0,
    cause: "imported",
    state: tail.state,
    events: done.map((it) => it.event),
    postings: [...done.flatMap((it) => it.postings), ...tail.postings],
    lineChanges: [...done.flatMap((it) => it.lineChanges), ...tail.lineChanges],
    statements: tail.state.statements,
    statementsGone: [],
    bookedOn: tail.state.asOf,
  };
}
