import { allocationFor } from "./money-in.ts";
import { divided } from "./emi.ts";
import type { LoanEvent } from "./event.ts";
import { type Instalment, paidTotalOf, unpay } from "./instalment.ts";
import { addPart, newTransaction, type Run, type Transaction } from "./run.ts";
import type { Bucket, FutureRule } from "./terms.ts";

/** Money given back while the loan runs: payments are undone, the last first. */
export function refund(run: Run, event: LoanEvent & { readonly amount: bigint }): Transaction {
  const transaction = newTransaction(event, event.amount, event.type);
  const rule = allocationFor(run, "default");
  let left = event.amount;
  let isStuck = false;
  const order = rule.order.toReversed();
  while (left > 0n && !isStuck) {
    const before = left;
    for (const bucket of order) {
      left -= undo(run, transaction, { bucket, future: "last-instalment", amount: left });
    }
    isStuck = before === left;
  }
  return transaction;
}

function undo(
  run: Run,
  transaction: Transaction,
  it: { readonly bucket: Bucket; readonly future: FutureRule; readonly amount: bigint },
): bigint {
  const rows = rowsToUndo(run, transaction, it.bucket);
  if (rows.length === 0 || it.amount === 0n) return 0n;
  const share = divided(it.amount, rows.length);
  let given = 0n;
  for (const row of rows) {
    const amount = unpay(row, it.bucket.component, { on: transaction.on, amount: share });
    addPart(transaction, it.bucket.component, amount);
    given += amount;
  }
  return given;
}

function rowsToUndo(run: Run, transaction: Transaction, bucket: Bucket): Instalment[] {
  const { on } = transaction;
  const found = run.instalments.findLast((it) => {
    if (paidTotalOf(it) === 0n) return false;
    if (bucket.due === "past-due") return it.due < on;
    return bucket.due === "due" ? it.due === on : it.due > on;
  });
  return found ? [found] : [];
}
