import type { EpochDay } from "@fairdue/kernel";
import type { PaymentStatus } from "@fairdue/servicing";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, integerIn, nullable, textIn } from "../sql/row.ts";

export type Payment = {
  readonly borrowerId: string;
  readonly paymentId: string;
  readonly accountId: string;
  readonly kind: "by-borrower" | "debit";
  readonly amountMinor: number;
  readonly currency: string;
  /** As the engine reads it. */
  readonly purpose: unknown;
  readonly gateway: string;
  readonly gatewayRef: string | null;
  readonly status: PaymentStatus;
  readonly reason: string;
  readonly paidMinor: number | null;
  readonly paidOn: EpochDay | null;
  readonly createdAt: number;
  readonly settledAt: number | null;
};

export type NewPayment = Pick<
  Payment,
  | "borrowerId"
  | "paymentId"
  | "accountId"
  | "kind"
  | "amountMinor"
  | "currency"
  | "purpose"
  | "gateway"
>;

export async function insertPayment(tx: Transaction, it: NewPayment): Promise<Payment> {
  await tx.named(
    "payment-ref",
    "INSERT INTO payment_refs (payment_id, borrower_id) VALUES ($1, $2)",
    [it.paymentId, it.borrowerId],
  );
  const [row] = await tx.named(
    "payment-insert",
    `INSERT INTO payments (borrower_id, payment_id, account_id, kind, amount_minor, currency,
       purpose, gateway, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open') RETURNING *`,
    [
      it.borrowerId,
      it.paymentId,
      it.accountId,
      it.kind,
      it.amountMinor,
      it.currency,
      JSON.stringify(it.purpose),
      it.gateway,
    ],
  );
  return paymentOf(row!);
}

/** Whose payment a reference is; undefined for one that we never gave out. */
export async function borrowerOfPayment(sql: Sql, paymentId: string): Promise<string | undefined> {
  const [row] = await sql.named(
    "payment-borrower",
    "SELECT borrower_id FROM payment_refs WHERE payment_id = $1",
    [paymentId],
  );
  return row && textIn(row, "borrower_id");
}

type PaymentKey = { readonly borrowerId: string; readonly paymentId: string };

export async function loadPayment(sql: Sql, key: PaymentKey): Promise<Payment | undefined> {
  const [row] = await sql.named(
    "payment",
    "SELECT * FROM payments WHERE borrower_id = $1 AND payment_id = $2",
    [key.borrowerId, key.paymentId],
  );
  return row && paymentOf(row);
}

/** As `loadPayment`, held until the transaction ends: two notices are judged one after the other. */
export async function lockPayment(tx: Transaction, key: PaymentKey): Promise<Payment | undefined> {
  const [row] = await tx.named(
    "payment-lock",
    "SELECT * FROM payments WHERE borrower_id = $1 AND payment_id = $2 FOR UPDATE",
    [key.borrowerId, key.paymentId],
  );
  return row && paymentOf(row);
}

/** The newest first. */
export async function loadPayments(
  sql: Sql,
  borrowerId: string,
  paymentsMax = 200,
): Promise<readonly Payment[]> {
  const rows = await sql.named(
    "payments",
    "SELECT * FROM payments WHERE borrower_id = $1 ORDER BY created_at DESC, payment_id DESC LIMIT $2",
    [borrowerId, paymentsMax],
  );
  return rows.map(paymentOf);
}

export async function saveGatewayRef(
  sql: Sql,
  it: PaymentKey & { readonly gatewayRef: string },
): Promise<void> {
  await sql.named(
    "payment-gateway-ref",
    "UPDATE payments SET gateway_ref = $3 WHERE borrower_id = $1 AND payment_id = $2",
    [it.borrowerId, it.paymentId, it.gatewayRef],
  );
}

export async function settlePayment(
  tx: Transaction,
  it: PaymentKey & {
    readonly status: PaymentStatus;
    readonly reason: string;
    /** Given when money came. */
    readonly paid?: { readonly minor: number; readonly on: EpochDay };
  },
): Promise<void> {
  await tx.named(
    "payment-settle",
    `UPDATE payments SET status = $3, reason = $4, settled_at = clock_timestamp(),
       paid_minor = coalesce($5, paid_minor), paid_on = coalesce($6, paid_on)
     WHERE borrower_id = $1 AND payment_id = $2`,
    [
      it.borrowerId,
      it.paymentId,
      it.status,
      it.reason,
      it.paid?.minor ?? null,
      it.paid === undefined ? null : dateOf(it.paid.on),
    ],
  );
}

/** Keeps a notice; false when the same one was heard before. */
export async function saveNotice(
  tx: Transaction,
  it: PaymentKey & {
    readonly noticeId: string;
    readonly kind: string;
    readonly amountMinor: number;
    readonly effect: string;
  },
): Promise<boolean> {
  const rows = await tx.named(
    "payment-notice",
    `INSERT INTO payment_notices (borrower_id, notice_id, payment_id, kind, amount_minor, effect)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING notice_id`,
    [it.borrowerId, it.noticeId, it.paymentId, it.kind, it.amountMinor, it.effect],
  );
  return rows.length > 0;
}

function paymentOf(row: Row): Payment {
  return {
    borrowerId: textIn(row, "borrower_id"),
    paymentId: textIn(row, "payment_id"),
    accountId: textIn(row, "account_id"),
    kind: textIn(row, "kind") === "debit" ? "debit" : "by-borrower",
    amountMinor: integerIn(row, "amount_minor"),
    currency: textIn(row, "currency"),
    purpose: row["purpose"],
    gateway: textIn(row, "gateway"),
    gatewayRef: nullable(row, "gateway_ref", textIn),
    status: textIn(row, "status") as PaymentStatus,
    reason: textIn(row, "reason"),
    paidMinor: nullable(row, "paid_minor", integerIn),
    paidOn: nullable(row, "paid_on", dayIn),
    createdAt: instantIn(row, "created_at"),
    settledAt: nullable(row, "settled_at", instantIn),
  };
}
