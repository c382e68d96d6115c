import {
  listMyPayments,
  listPayments,
  readMyPayment,
  refusal,
  setMyAutopay,
  startMyPayment,
} from "@fairdue/api";
import { payoffQuote } from "@fairdue/credit";
import { accepted, refused } from "@fairdue/kernel";
import {
  insertPayment,
  loadMandates,
  loadPayment,
  loadPayments,
  loadSession,
  saveGatewayRef,
  saveMandate,
} from "@fairdue/store";
import { idleMinutes } from "../../identity/staff-sign-in.ts";
import { hearNotice } from "../../payments/hear-notice.ts";
import { viewOn } from "../account/view.ts";
import { readCookie, sessionCookie } from "../auth/cookies.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import { answerProblem } from "../compose/problem-answer.ts";
import { ownAccount, ownId } from "../me/own.ts";
import { paymentToWire } from "./wire.ts";

/** Money that comes in by a gateway: begun by the borrower or taken by agreement, booked by notices. */
export const paymentModule: HttpModule = {
  name: "payment",
  operations: [
    writes(startMyPayment, async (shell, { body, actor }, tx) => {
      const { payments } = shell;
      if (payments === null) return refused(refusal("payments-not-open"));
      const own = await ownAccount(shell, tx, { actor, accountId: body.accountId });
      if (!own.ok) return own;
      const view = await viewOn(shell, own.value, undefined);
      if (!view.ok) return view;
      const { product, state } = view.value;
      const owed = payoffQuote(product, state, state.asOf).totalMinor;
      const claim = Object.values(state.claim).reduce((sum: number, part) => sum + part, 0);
      const most = Math.max(owed, claim);
      if (body.amountMinor > most)
        return refused(
          refusal("amount-above-maximum", {
            field: "body.amountMinor",
            value: String(body.amountMinor),
            expected: `at most ${most}: all that is owed`,
          }),
        );
      const saved = await insertPayment(tx, {
        borrowerId: own.value.borrowerId,
        paymentId: `pay_${shell.newId("Repayment").slice(4)}`,
        accountId: body.accountId,
        kind: "by-borrower",
        amountMinor: body.amountMinor,
        currency: product.declaration.currency,
        purpose: body.purpose,
        gateway: payments.name,
      });
      return accepted(paymentToWire(saved));
    }),
    answers(listMyPayments, async ({ database }, { actor }) => {
      const borrowerId = ownId(actor) ?? "";
      const items = await loadPayments(database, borrowerId);
      const autopay = await loadMandates(database, borrowerId);
      return accepted({ items: items.map(paymentToWire), autopay: [...autopay] });
    }),
    answers(readMyPayment, async ({ database }, { actor, params }) => {
      const key = { borrowerId: ownId(actor) ?? "", paymentId: params.paymentId };
      const found = await loadPayment(database, key);
      return found ? accepted(paymentToWire(found)) : refused(refusal("payment-not-found"));
    }),
    writes(setMyAutopay, async (shell, { params, body, actor }, tx) => {
      const { accountId } = params;
      const own = await ownAccount(shell, tx, { actor, accountId });
      if (!own.ok) return own;
      const { borrowerId } = own.value;
      const mandateRef = `mandate-${shell.newId("Repayment").slice(4)}`;
      await saveMandate(tx, { borrowerId, accountId, mandateRef, isOn: body.isOn });
      return accepted({ accountId, isOn: body.isOn });
    }),
    answers(listPayments, async ({ database }, { params }) => {
      const items = await loadPayments(database, params.borrowerId);
      return accepted({ items: items.map(paymentToWire) });
    }),
  ],
  mount: (app, shell) => {
    // Leads an open payment on to the gateway; the order is opened there once, however often asked.
    app.get("/payments/:paymentId/go", async (c) => {
      const { database, payments } = shell;
      const secret = readCookie(c.req.raw, sessionCookie) ?? "";
      const session = await loadSession(database, secret, idleMinutes);
      if (session?.kind !== "borrower") return c.redirect("/me/sign-in");
      const key = { borrowerId: session.subjectId, paymentId: c.req.param("paymentId") };
      const found = await loadPayment(database, key);
      if (found === undefined || payments === null)
        return answerProblem(c, refusal("payment-not-found"));
      const { paymentId, amountMinor, currency } = found;
      const returnPath = `/me/pay/${paymentId}`;
      if (found.status !== "open") return c.redirect(returnPath);
      const opened = await payments.open({ paymentId, amountMinor, currency, returnPath });
      await saveGatewayRef(database, { ...key, gatewayRef: opened.gatewayRef });
      return c.redirect(opened.payPath);
    });
    app.post("/payments/notices/:gateway", async (c) => {
      const { payments, log } = shell;
      const body = await c.req.text();
      const isKnown = payments !== null && payments.name === c.req.param("gateway");
      const notice = isKnown ? payments.readNotice(c.req.raw.headers, body) : undefined;
      if (notice === undefined) return answerProblem(c, refusal("unauthenticated"));
      const heard = await hearNotice(shell, notice);
      if (heard === "unknown-payment" || heard === "ignored" || heard === "wrong-currency")
        log.warn({ noticeId: notice.noticeId, heard }, "a payment notice moved nothing");
      return c.json({ heard });
    });
    shell.sandbox?.bank.connect(async (request) => app.fetch(request));
  },
};
