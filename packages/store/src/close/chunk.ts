import type { AccountState, Product } from "@fairdue/credit";
import type { EpochDay } from "@fairdue/kernel";
import {
  addMovements,
  type MovementSum,
  type Notice,
  noticesOf,
  rollAccount,
  type Rolled,
} from "@fairdue/servicing";
import { stateIn } from "../account/rows.ts";
import { quarantine, type Quarantined } from "../account/quarantine.ts";
import { type AccountChange, saveChanges } from "../account/save.ts";
import type { Products } from "../book/books.ts";
import { insertMessages } from "../outbox/outbox.ts";
import { dateOf, type Row, type Transaction } from "../sql/database.ts";
import { sqlStateOf } from "../sql/retry.ts";
import { integerIn, textIn } from "../sql/row.ts";
import type { Chunk, ChunkDone } from "./days.ts";

export type RollChunk = {
  readonly bookId: string;
  readonly on: EpochDay;
  readonly openOn: EpochDay;
  readonly products: Products;
};

/** Accounts read and written by one set of statements; bounds the memory of a worker. */
const pageSize = 2_000;

type Stepped = { readonly change: AccountChange; readonly notices: readonly Notice[] } & Pick<
  Rolled,
  "movements"
>;

/**
 * Steps the accounts of a chunk that have something to do by the day, and writes what that leaves.
 * Reads no other account. One that cannot be stepped or written is set aside, with its reason.
 */
export async function rollChunk(tx: Transaction, day: RollChunk, chunk: Chunk): Promise<ChunkDone> {
  const movements: Record<string, MovementSum> = {};
  let touched = 0;
  let quarantined = 0;
  for (;;) {
    const rows = await lockDue(tx, day, chunk);
    const failed: Quarantined[] = [];
    const stepped: Stepped[] = [];
    for (const row of rows) {
      const outcome = step(day, row);
      if ("reason" in outcome) failed.push(outcome);
      else stepped.push(outcome);
    }
    failed.push(...(await saveOrSplit(tx, stepped)));
    await quarantine(tx, failed);
    const aside = new Set(failed.map((it) => it.accountId));
    for (const it of stepped)
      if (!aside.has(it.change.accountId)) addMovements(movements, it.movements);
    touched += rows.length - failed.length;
    quarantined += failed.length;
    if (rows.length < pageSize) return { ...chunk, touched, quarantined, movements };
  }
}

async function lockDue(tx: Transaction, day: RollChunk, chunk: Chunk): Promise<readonly Row[]> {
  return await tx.named(
    "close-due",
    `SELECT borrower_id, account_id, product_id, product_version, state FROM accounts
     WHERE book_id = $1 AND slot BETWEEN $2 AND $3 AND next_event_on <= $4 AND NOT is_quarantined
     ORDER BY borrower_id, account_id LIMIT ${pageSize} FOR NO KEY UPDATE`,
    [day.bookId, chunk.slotFrom, chunk.slotTo, dateOf(day.on)],
  );
}

function step(day: RollChunk, row: Row): Stepped | Quarantined {
  const key = { borrowerId: textIn(row, "borrower_id"), accountId: textIn(row, "account_id") };
  try {
    const product = day.products.known(
      textIn(row, "product_id"),
      integerIn(row, "product_version"),
    );
    const before = stateIn(row);
    return { ...stepOf({ ...key, product, before }, day) };
  } catch (error) {
    // Pure code only: whatever is thrown here concerns this account alone.
    return { ...key, reason: `close: ${error instanceof Error ? error.message : String(error)}` };
  }
}

type Before = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly product: Product;
  readonly before: AccountState;
};

function stepOf({ before, ...account }: Before, { bookId, on, openOn }: RollChunk): Stepped {
  const rolled = rollAccount(account.product, before, { to: on, openOn });
  return {
    change: {
      ...account,
      bookId,
      isNew: false,
      bucketBefore: before.ageing.bucket,
      cause: "calendar",
      state: rolled.state,
      events: [],
      postings: rolled.postings,
      lineChanges: rolled.lineChanges,
      statements: rolled.statements,
      statementsGone: [],
      bookedOn: on,
    },
    movements: rolled.movements,
    notices: noticesOf(account.product, before, rolled.state),
  };
}

/** Writes all at once; when the database refuses, halves are tried until the culprit stands alone. */
async function saveOrSplit(tx: Transaction, stepped: readonly Stepped[]): Promise<Quarantined[]> {
  if (stepped.length === 0) return [];
  await tx.rows("SAVEPOINT page");
  try {
    await saveChanges(
      tx,
      stepped.map((it) => it.change),
    );
    await insertMessages(
      tx,
      stepped.flatMap(({ change: { borrowerId, bookId }, notices }) =>
        notices.map((it) => ({ borrowerId, bookId, ...it })),
      ),
    );
    await tx.rows("RELEASE SAVEPOINT page");
    return [];
  } catch (error) {
    // 22: a value out of range; 23: a constraint. Anything else is no account's fault.
    if (!/^2[23]/.test(sqlStateOf(error))) throw error;
    await tx.rows("ROLLBACK TO SAVEPOINT page");
    const [only] = stepped;
    if (only && stepped.length === 1) {
      const { borrowerId, accountId } = only.change;
      const message = error instanceof Error ? error.message : String(error);
      return [{ borrowerId, accountId, reason: `close: ${message}` }];
    }
    const middle = stepped.length >> 1;
    const first = await saveOrSplit(tx, stepped.slice(0, middle));
    return [...first, ...(await saveOrSplit(tx, stepped.slice(middle)))];
  }
}
