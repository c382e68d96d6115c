import type { AccountFact, RepaymentPurpose } from "@fairdue/credit";
import {
  type AccountId,
  type BorrowerId,
  dayAt,
  type InstantMs,
  minor,
  parseId,
  parseZone,
  present,
} from "@fairdue/kernel";
import { effectOfNotice, type NoticeEffect, type PaymentNotice } from "@fairdue/servicing";
import {
  borrowerOfPayment,
  executeIn,
  loadAccount,
  loadBook,
  lockPayment,
  type Payment,
  saveNotice,
  settlePayment,
  type Transaction,
} from "@fairdue/store";
import { todayIn } from "../http/book/wire.ts";
import type { Shell } from "../http/compose/shell.ts";

export type Heard = NoticeEffect | "repeated" | "unknown-payment" | "unbooked";

/**
 * Takes one notice of a gateway: keeps it, judges it and books what it says, all in one transaction.
 * The same notice again, or two at once, changes nothing.
 */
export async function hearNotice(shell: Shell, notice: PaymentNotice): Promise<Heard> {
  const borrowerId = await borrowerOfPayment(shell.database, notice.paymentId);
  if (borrowerId === undefined) return "unknown-payment";
  return await shell.database.transaction(async (tx) => {
    const { paymentId } = notice;
    const payment = present(await lockPayment(tx, { borrowerId, paymentId }), "its payment");
    const effect = effectOfNotice(payment, notice);
    const { noticeId, kind, amountMinor } = notice;
    const isNew = await saveNotice(tx, {
      borrowerId,
      paymentId,
      noticeId,
      kind,
      amountMinor,
      effect,
    });
    if (!isNew) return "repeated";
    return await act(shell, tx, { payment, notice, effect });
  });
}

type Judged = {
  readonly payment: Payment;
  readonly notice: PaymentNotice;
  readonly effect: NoticeEffect;
};

async function act(shell: Shell, tx: Transaction, it: Judged): Promise<Heard> {
  const { payment, notice, effect } = it;
  const key = { borrowerId: payment.borrowerId, paymentId: payment.paymentId };
  switch (effect) {
    case "book":
      return await book(shell, tx, it);
    case "return": {
      const booked = await bookFact(shell, tx, it, {
        kind: "repayment-returned",
        repaymentId: payment.paymentId,
        reason: notice.reason || "returned by the bank",
      });
      if (!booked) return "ignored";
      await settlePayment(tx, { ...key, status: "returned", reason: notice.reason });
      return effect;
    }
    case "fail":
      await settlePayment(tx, { ...key, status: "failed", reason: notice.reason });
      return effect;
    case "known":
    case "ignored":
    case "wrong-currency":
      return effect;
  }
}

/** Books what really came, on the day on which it came. What the account can't take waits for staff. */
async function book(shell: Shell, tx: Transaction, it: Judged): Promise<Heard> {
  const { payment, notice } = it;
  const { borrowerId, paymentId } = payment;
  const stored = present(await loadAccount(tx, shell.products, keyOf(payment)), "its account");
  const paidOn = await dayIn(tx, stored.bookId, notice.at);
  const amountMinor = minor(notice.amountMinor);
  const channel = payment.gateway;
  const fact: AccountFact =
    stored.state.status === "charged-off"
      ? { kind: "recovered", amountMinor, channel }
      : {
          kind: "repaid",
          repaymentId: paymentId,
          amountMinor,
          channel,
          purpose: payment.purpose as RepaymentPurpose,
        };
  const isBooked = await bookFact(shell, tx, it, fact);
  await settlePayment(tx, {
    borrowerId,
    paymentId,
    status: isBooked ? "paid" : "unbooked",
    reason: isBooked ? "" : "the account could not take it",
    paid: { minor: notice.amountMinor, on: paidOn },
  });
  return isBooked ? "book" : "unbooked";
}

async function bookFact(
  shell: Shell,
  tx: Transaction,
  { payment, notice, effect }: Judged,
  fact: AccountFact,
): Promise<boolean> {
  const key = keyOf(payment);
  const stored = present(await loadAccount(tx, shell.products, key), "its account");
  const ledgerBook = present(await loadBook(tx, stored.bookId), "its book");
  const today = todayIn(ledgerBook, shell.now());
  // One event for each thing that can happen to a payment: booked twice, it is known.
  const eventId = present(
    parseId("Event", `evt_${payment.paymentId.replace("_", "-")}-${effect}`),
    "an id made of a payment's",
  );
  const movedOn = await dayIn(tx, stored.bookId, notice.at);
  const on = fact.kind === "repaid" && movedOn < today ? movedOn : null;
  const command = { ...key, bookId: stored.bookId, eventId, today, fact };
  const [late] = await executeIn(tx, shell.products, [{ ...command, on }]);
  if (late?.ok === true) return true;
  if (on === null) return false;
  // Too late for its own day (before the account, behind another act): it counts from today.
  const [now] = await executeIn(tx, shell.products, [{ ...command, on: null }]);
  return now?.ok === true;
}

function keyOf(payment: Payment): { borrowerId: BorrowerId; accountId: AccountId } {
  return {
    borrowerId: present(parseId("Borrower", payment.borrowerId), "an id"),
    accountId: present(parseId("Account", payment.accountId), "an id"),
  };
}

async function dayIn(tx: Transaction, bookId: string, at: number) {
  const { zone } = present(await loadBook(tx, bookId), "its book");
  return dayAt(present(parseZone(zone), "a zone of this machine"), at as InstantMs);
}
