import { setTimeout as wait } from "node:timers/promises";
import { debitOn } from "@fairdue/credit";
import {
  type AccountId,
  addDays,
  type BorrowerId,
  type EpochDay,
  localTimeAt,
  parseId,
  parseZone,
  present,
} from "@fairdue/kernel";
import {
  type DebitDue,
  insertPayment,
  loadAccount,
  loadBook,
  loadDebitsDue,
  saveGatewayRef,
  takeDebitRound,
} from "@fairdue/store";
import { todayIn } from "../http/book/wire.ts";
import type { Shell } from "../http/compose/shell.ts";

const lookBackDays = 31;

/**
 * One round of automatic debit: for each account whose borrower agreed, what is still due today is
 * asked for at the product's own times (`autoDebit.roundsMinute`), never twice in a round, and never
 * while an earlier one is under way. Answers with the number of debits asked for.
 */
export async function debitRound(shell: Shell, accountsMax = 500): Promise<number> {
  const { database, payments } = shell;
  if (payments === null) return 0;
  const on = Math.floor(shell.now() / 86_400_000) as EpochDay;
  // A day more on each side: the business day turns in the zone of each book.
  const due = await loadDebitsDue(database, {
    on: addDays(on, 1),
    since: addDays(on, -lookBackDays),
    accountsMax,
  });
  let asked = 0;
  for (const it of due) if (await askFor(shell, it)) asked += 1;
  return asked;
}

async function askFor(shell: Shell, it: DebitDue): Promise<boolean> {
  const { database, products, payments } = shell;
  const key = {
    borrowerId: present(parseId("Borrower", it.borrowerId), "an id") as BorrowerId,
    accountId: present(parseId("Account", it.accountId), "an id") as AccountId,
  };
  const stored = await loadAccount(database, products, key);
  const book = await loadBook(database, it.bookId);
  if (!stored || !book || payments === null || stored.isQuarantined) return false;
  const today = todayIn(book, shell.now());
  if (today < stored.state.asOf) return false;
  const request = debitOn(stored.product, stored.state, today);
  if (request === null) return false;
  const zone = present(parseZone(book.zone), "a zone of this machine");
  const minute = localTimeAt(zone, shell.now()).msOfDay / 60_000;
  const roundMinute = request.roundsMinute.filter((round) => round <= minute).at(-1);
  if (roundMinute === undefined) return false;
  const order = {
    paymentId: `pay_${shell.newId("Repayment").slice(4)}`,
    amountMinor: request.amountMinor,
    currency: book.currency,
    returnPath: "/me",
  };
  const isOurs = await database
    .transaction(async (tx) => {
      await insertPayment(tx, {
        ...order,
        ...key,
        kind: "debit",
        purpose: { kind: "due" },
        gateway: payments.name,
      });
      const { paymentId } = order;
      if (!(await takeDebitRound(tx, { ...key, on: today, roundMinute, paymentId })))
        throw new RoundTaken();
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof RoundTaken) return false;
      throw error;
    });
  if (!isOurs) return false;
  const { gatewayRef } = await payments.debit({ ...order, mandateRef: it.mandateRef });
  await saveGatewayRef(database, { ...key, paymentId: order.paymentId, gatewayRef });
  return true;
}

/** Somebody had the round before: the payment that was begun for it is rolled back. */
class RoundTaken extends Error {}

/** Looks for debits every minute until it is stopped. */
export function startDebits(shell: Shell): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await debitRound(shell).catch((error: unknown) =>
        shell.log.error({ err: error }, "automatic debits could not be asked for; trying again"),
      );
      await wait(60_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const ended = run();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
