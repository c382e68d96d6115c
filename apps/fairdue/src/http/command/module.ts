import * as api from "@fairdue/api";
import type { BodyOf, commandAnswer, Endpoint } from "@fairdue/api";
import type { AccountFact } from "@fairdue/credit";
import { accepted, minor, refused } from "@fairdue/kernel";
import { loadAccount } from "@fairdue/store";
import type { z } from "zod";
import type { Key } from "../account/view.ts";
import { accountToWire, eventToWire } from "../account/wire.ts";
import { type HttpModule, type Operation, type Reply, writes } from "../compose/operation.ts";
import { bookFact } from "./book-fact.ts";
import { planTerms } from "./plan-terms.ts";

type Sent<It extends Endpoint> = Omit<BodyOf<It>, "on">;
/** Makes the references that a body leaves out. */
type Naming = { readonly reference: (prefix: string) => string; readonly rate: number };

type CommandEndpoint = (typeof api.commandEndpoints)[number];

/** An endpoint of the contract and the fact that its body asks for. */
function command<It extends CommandEndpoint>(
  endpoint: It,
  factOf: (body: Sent<It>, naming: Naming) => AccountFact,
): Operation {
  return writes<Endpoint>(endpoint, async (shell, asked, tx) => {
    const { on, ...body } = asked.body as BodyOf<CommandEndpoint>;
    const key = asked.params as Key;
    const stored = await loadAccount(tx, shell.products, key);
    if (!stored) return refused(api.refusal("account-not-found"));
    const naming: Naming = {
      reference: (prefix) => `${prefix}-${shell.newId("Event").slice(4)}`,
      rate: stored.state.rate,
    };
    const fact = factOf(body as unknown as Sent<It>, naming);
    const booked = await bookFact(shell, tx, { ...key, bookId: stored.bookId, on, fact });
    if (!booked.ok) return booked;
    const { event, state } = booked.value;
    const answer: z.input<typeof commandAnswer> = {
      event: eventToWire(event),
      account: accountToWire({ ...stored, state }),
    };
    return accepted(answer) as Reply<Endpoint>;
  });
}

const lendingCommands = [
  command(api.draw, (it, { reference, rate }) => ({
    kind: "drawn",
    drawId: it.drawId ?? reference("drw"),
    amountMinor: it.amountMinor,
    plan: planTerms(it.plan),
    rate: it.rate ?? rate,
    channel: it.channel,
  })),
  command(api.authorisePurchase, (it, { reference }) => ({
    kind: "purchase-authorised",
    purchaseId: it.purchaseId ?? reference("pur"),
    amountMinor: it.amountMinor,
    expiresOn: it.expiresOn,
  })),
  command(api.releasePurchase, (it) => ({
    kind: "purchase-released",
    purchaseId: it.purchaseId,
  })),
  command(api.purchase, (it, { reference }) => ({
    kind: "purchased",
    purchaseId: it.purchaseId ?? reference("pur"),
    amountMinor: it.amountMinor,
    plan: it.plan === null ? null : planTerms(it.plan),
    channel: it.channel,
  })),
  command(api.convert, (it, { reference }) => ({
    kind: "converted",
    drawId: it.drawId ?? reference("drw"),
    of: it.of,
    amountMinor: it.amountMinor,
    plan: planTerms(it.plan),
  })),
];

const moneyCommands = [
  command(api.refund, (it, { reference }) => ({
    kind: "refunded",
    ...it,
    refundId: it.refundId ?? reference("ref"),
  })),
  command(api.repay, (it, { reference }) => ({
    kind: "repaid",
    ...it,
    repaymentId: it.repaymentId ?? reference("rpy"),
  })),
  command(api.returnRepayment, (it) => ({ kind: "repayment-returned", ...it })),
  command(api.reverseReturn, (it) => ({ kind: "return-reversed", ...it })),
  command(api.payOutCredit, (it) => ({ kind: "credit-paid-out", ...it })),
  command(api.chargeFee, (it, { reference }) => ({
    kind: "fee-charged",
    ...it,
    feeId: it.feeId ?? reference("fee"),
  })),
  command(api.waive, ({ reason, ...amounts }) => ({
    kind: "waived",
    reason,
    amounts: {
      principalMinor: minor(amounts.principalMinor),
      interestMinor: minor(amounts.interestMinor),
      feeMinor: minor(amounts.feeMinor),
      penaltyMinor: minor(amounts.penaltyMinor),
    },
  })),
  command(api.recover, (it) => ({ kind: "recovered", ...it })),
];

const termCommands = [
  command(api.changeRate, (it) => ({ kind: "rate-changed", ...it })),
  command(api.changeLimit, (it) => ({ kind: "limit-changed", ...it })),
  command(api.freeze, (it) => ({ kind: "frozen", ...it })),
  command(api.unfreeze, (it) => ({ kind: "unfrozen", ...it })),
  command(api.changeDueDay, (it) => ({ kind: "due-day-changed", ...it })),
  command(api.reAge, (it) => ({ kind: "re-aged", ...it })),
  command(api.restructure, (it, { reference }) => ({
    kind: "restructured",
    drawId: it.drawId ?? reference("drw"),
    plan: planTerms(it.plan),
    rate: it.rate,
    reason: it.reason,
  })),
  command(api.grantHoliday, (it) => ({ kind: "holiday-granted", ...it })),
  command(api.grantMoratorium, (it) => ({ kind: "moratorium-granted", ...it })),
];

const endCommands = [
  command(api.chargeOff, (it) => ({ kind: "charged-off", ...it })),
  command(api.sell, (it) => ({ kind: "sold", ...it })),
  command(api.close, (it) => ({ kind: "closed", ...it })),
  command(api.recordDeath, () => ({ kind: "died" })),
];

export const commandModule: HttpModule = {
  name: "command",
  operations: [...lendingCommands, ...moneyCommands, ...termCommands, ...endCommands],
};
