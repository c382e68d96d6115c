import { refusal, type Refused } from "@fairdue/api";
import { advance, stateAt } from "@fairdue/credit";
import {
  accepted,
  type AccountId,
  addMonths,
  type BorrowerId,
  type EpochDay,
  formatDay,
  type Outcome,
  present,
  refused,
} from "@fairdue/kernel";
import { loadAccount, loadBook, loadEvents, type Sql, type StoredAccount } from "@fairdue/store";
import { businessDayOf } from "../book/wire.ts";
import type { Shell } from "../compose/shell.ts";

export type Key = { readonly borrowerId: BorrowerId; readonly accountId: AccountId };

const horizonMonths = 120;

/**
 * The account at the opening of a day, its business day when `on` is left out. Forward it is what
 * happens if nobody acts; backward, what the events up to that day make of it.
 */
export async function viewAccount(
  shell: Shell,
  key: Key,
  on: EpochDay | undefined,
): Promise<Outcome<StoredAccount, Refused>> {
  const stored = await loadAccount(shell.database, shell.products, key);
  if (!stored) return refused(refusal("account-not-found"));
  return await viewOn(shell, stored, on);
}

export async function viewOn(
  shell: Shell,
  stored: StoredAccount,
  on: EpochDay | undefined,
): Promise<Outcome<StoredAccount, Refused>> {
  const today = await businessDay(shell, shell.database, stored.bookId);
  const wanted = on ?? today;
  const { state, product } = stored;
  const lastOn = addMonths(today < state.asOf ? state.asOf : today, horizonMonths);
  if (wanted < state.openedOn || wanted > lastOn) return outOfRange(wanted, state.openedOn, lastOn);
  if (wanted >= state.asOf || (on === undefined && wanted < state.asOf)) {
    const to = wanted < state.asOf ? state.asOf : wanted;
    return accepted({ ...stored, state: advance(product, state, to).state });
  }
  const then = stateAt(product, await loadEvents(shell.database, stored), wanted);
  return then ? accepted({ ...stored, state: then }) : outOfRange(wanted, state.openedOn, lastOn);
}

export async function businessDay(shell: Shell, sql: Sql, bookId: string): Promise<EpochDay> {
  const book = present(await loadBook(sql, bookId), "the book of an account");
  return businessDayOf(book, shell.now());
}

function outOfRange(
  wanted: EpochDay,
  openedOn: EpochDay,
  lastOn: EpochDay,
): Outcome<StoredAccount, Refused> {
  return refused(
    refusal("as-of-out-of-range", {
      field: "query.asOf",
      value: formatDay(wanted),
      expected: `a day from ${formatDay(openedOn)} to ${formatDay(lastOn)}`,
    }),
  );
}
