import type { PaymentNotice } from "@fairdue/servicing";

export type PaymentOrder = {
  /** Our reference: the gateway gives it back in every notice. */
  readonly paymentId: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Where the person comes back to, on our own pages. */
  readonly returnPath: string;
};

/**
 * One way by which money comes in. Opening an order and asking for a debit promise nothing: only a
 * signed notice says that money moved. To connect a bank or a payment company, write one of these
 * (docs/payments.md) and hand it to `shellOf`.
 */
export type PaymentGateway = {
  readonly name: string;
  /** Opens the order at the gateway, once for each payment: where the person confirms it. */
  open(order: PaymentOrder): Promise<{ readonly gatewayRef: string; readonly payPath: string }>;
  /** Asks for a debit under the borrower's agreement; the result comes as a notice. */
  debit(
    order: PaymentOrder & { readonly mandateRef: string },
  ): Promise<{ readonly gatewayRef: string }>;
  /** What a notice says; undefined when it does not carry the gateway's signature. */
  readNotice(headers: Headers, body: string): PaymentNotice | undefined;
};
