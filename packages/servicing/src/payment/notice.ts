/** What a payment gateway tells of an order: the money came, did not come, or went back. */
export type PaymentNotice = {
  /** The gateway's own id of the notice: the same notice again has the same one. */
  readonly noticeId: string;
  readonly paymentId: string;
  readonly gatewayRef: string;
  readonly kind: "paid" | "failed" | "returned";
  readonly amountMinor: number;
  readonly currency: string;
  /** When the money moved, in milliseconds; the notice may come days later. */
  readonly at: number;
  /** The gateway's word for it: `insufficient-funds`. */
  readonly reason: string;
};

export type PaymentStatus = "open" | "paid" | "failed" | "returned" | "unbooked";

/** What a notice means for a payment as it stands. */
export type NoticeEffect =
  /** The money is booked as a repayment, valued on the day it came. */
  | "book"
  /** The repayment is undone as of its day. */
  | "return"
  | "fail"
  /** Told before: nothing more to do. */
  | "known"
  /** It contradicts what is on record and moves no money by itself: staff look at it. */
  | "ignored"
  | "wrong-currency";

/**
 * Notices come twice, late and out of order. Money that came is always booked, even after a failure
 * was told; a failure told after the money came changes nothing; only a return takes it back.
 */
export function effectOfNotice(
  payment: { readonly status: PaymentStatus; readonly currency: string },
  notice: Pick<PaymentNotice, "kind" | "currency">,
): NoticeEffect {
  if (notice.currency !== payment.currency) return "wrong-currency";
  const { status } = payment;
  switch (notice.kind) {
    case "paid":
      return status === "open" || status === "failed" ? "book" : "known";
    case "failed":
      if (status === "open") return "fail";
      return status === "failed" ? "known" : "ignored";
    case "returned":
      if (status === "paid") return "return";
      return status === "returned" ? "known" : "ignored";
  }
}
