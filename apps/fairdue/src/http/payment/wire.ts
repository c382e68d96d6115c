import type { payment } from "@fairdue/api";
import { formatDay } from "@fairdue/kernel";
import type { Payment } from "@fairdue/store";
import type { z } from "zod";
import { at } from "../contact/wire.ts";

export function paymentToWire(it: Payment): z.input<typeof payment> {
  return {
    paymentId: it.paymentId,
    accountId: it.accountId,
    kind: it.kind,
    amountMinor: it.amountMinor,
    currency: it.currency,
    status: it.status,
    reason: it.reason,
    paidMinor: it.paidMinor,
    paidOn: it.paidOn === null ? null : formatDay(it.paidOn),
    createdAt: at(it.createdAt),
    payPath:
      it.status === "open" && it.kind === "by-borrower" ? `/payments/${it.paymentId}/go` : null,
  };
}
