import { randomBytes } from "node:crypto";
import { z } from "zod";
import { Webhook } from "standardwebhooks";
import type { PaymentGateway, PaymentOrder } from "../payments/gateway.ts";

export type BankOrder = PaymentOrder & {
  readonly gatewayRef: string;
  readonly kind: "pay" | "debit";
  readonly openedAt: number;
  state: "open" | "paid" | "failed" | "returned";
  noticeNo: number;
};

/** What the bank of the sandbox can be told to do with an order. */
export type BankAct = "pay" | "decline" | "pay-late" | "pay-twice" | "return";

export const noticePath = "/payments/notices/sandbox";

/** Delivers a signed notice to our own server, as a gateway would over the network. */
export type PostNotice = (request: Request) => Promise<Response>;

/**
 * A payment gateway that lives in this process and behaves like one outside: it keeps its own
 * orders, its page asks the person to confirm, and it tells of money only by notices signed as
 * Standard Webhooks lays down. It can decline, be late, and tell the same thing twice.
 */
export type SandboxBank = PaymentGateway & {
  order(gatewayRef: string): BankOrder | undefined;
  act(gatewayRef: string, what: BankAct): Promise<boolean>;
  /** Where its notices go: set once, when the server is composed. */
  connect(post: PostNotice): void;
};

const notice = z.object({
  noticeId: z.string().min(1).max(80),
  paymentId: z.string().min(1).max(80),
  gatewayRef: z.string().min(1).max(80),
  kind: z.enum(["paid", "failed", "returned"]),
  amountMinor: z.int().positive(),
  currency: z.string().length(3),
  at: z.int(),
  reason: z.string().max(200),
});

const dayMs = 86_400_000;

export function openSandboxBank(secret: Buffer = randomBytes(32)): SandboxBank {
  const orders = new Map<string, BankOrder>();
  const byPayment = new Map<string, BankOrder>();
  const hook = new Webhook(secret.toString("base64"));
  let post: PostNotice = () => Promise.reject(new Error("the bank is not connected"));

  const place = (order: PaymentOrder, kind: BankOrder["kind"]): BankOrder => {
    const known = byPayment.get(order.paymentId);
    if (known) return known;
    const gatewayRef = `sbx-${randomBytes(9).toString("hex")}`;
    const { paymentId, amountMinor, currency, returnPath } = order;
    const placed: BankOrder = {
      paymentId,
      amountMinor,
      currency,
      returnPath,
      gatewayRef,
      kind,
      openedAt: Date.now(),
      state: "open",
      noticeNo: 0,
    };
    orders.set(gatewayRef, placed);
    byPayment.set(paymentId, placed);
    return placed;
  };

  const tell = async (
    order: BankOrder,
    it: { readonly kind: "paid" | "failed" | "returned"; readonly reason: string },
    times = 1,
    at = Date.now(),
  ): Promise<void> => {
    order.state = it.kind;
    order.noticeNo += 1;
    const { paymentId, gatewayRef, amountMinor, currency } = order;
    const noticeId = `${gatewayRef}-${order.noticeNo}`;
    const body = JSON.stringify({
      noticeId,
      paymentId,
      gatewayRef,
      amountMinor,
      currency,
      at,
      ...it,
    });
    for (let k = 0; k < times; k += 1) {
      const sentAt = new Date();
      const answer = await post(
        new Request(`http://sandbox.invalid${noticePath}`, {
          method: "POST",
          body,
          headers: {
            "content-type": "application/json",
            "webhook-id": noticeId,
            "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
            "webhook-signature": hook.sign(noticeId, sentAt, body),
          },
        }),
      );
      await answer.body?.cancel();
    }
  };

  return {
    name: "sandbox",
    open: async (order) => {
      const { gatewayRef } = place(order, "pay");
      return { gatewayRef, payPath: `/sandbox/bank/${gatewayRef}` };
    },
    debit: async (order) => {
      const placed = place(order, "debit");
      // An amount that ends in 13 fails: the way to see what a bounced debit does.
      const isCovered = placed.amountMinor % 100 !== 13;
      const it = isCovered
        ? ({ kind: "paid", reason: "" } as const)
        : ({ kind: "failed", reason: "insufficient-funds" } as const);
      setImmediate(() => void tell(placed, it).catch(() => {}));
      return { gatewayRef: placed.gatewayRef };
    },
    readNotice: (headers, body) => {
      try {
        hook.verify(body, Object.fromEntries(headers));
        const read = notice.safeParse(JSON.parse(body));
        return read.success ? read.data : undefined;
      } catch {
        // Not signed by this bank, too old, or no JSON: the caller answers 401 for all of them.
        return undefined;
      }
    },
    order: (gatewayRef) => orders.get(gatewayRef),
    act: async (gatewayRef, what) => {
      const order = orders.get(gatewayRef);
      if (order === undefined) return false;
      if (what === "return") {
        if (order.state !== "paid") return false;
        await tell(order, { kind: "returned", reason: "account-closed" });
        return true;
      }
      if (order.state === "paid" || order.state === "returned") return false;
      if (what === "decline") await tell(order, { kind: "failed", reason: "declined" });
      else if (what === "pay-late")
        await tell(order, { kind: "paid", reason: "" }, 1, Date.now() - 2 * dayMs);
      else await tell(order, { kind: "paid", reason: "" }, what === "pay-twice" ? 2 : 1);
      return true;
    },
    connect: (given) => {
      post = given;
    },
  };
}
