import { convertMine, drawMyCash, readMyLimit, refusal, type Refused } from "@fairdue/api";
import { availableMinor, offerCost, outstanding } from "@fairdue/credit";
import { accepted, formatDay, minor, type Outcome, refused } from "@fairdue/kernel";
import { loadEvents, type Transaction } from "@fairdue/store";
import { type Key, viewOn } from "../account/view.ts";
import { bookFact, type Booking } from "../command/book-fact.ts";
import { planTerms } from "../command/plan-terms.ts";
import { answers, type Operation, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { ownAccount } from "./own.ts";
import { heldBack } from "./words.ts";

/** What a person does with his own credit: draw, pay in instalments, understand the limit. */
export const creditOperations: readonly Operation[] = [
  writes(drawMyCash, async (shell, { params, body, actor }, tx) => {
    const own = await ownAccount(shell, tx, { actor, accountId: params.accountId });
    if (!own.ok) return own;
    const view = await viewOn(shell, own.value, undefined);
    if (!view.ok) return view;
    const { product, state } = view.value;
    const plan = planTerms(body.plan);
    const drawId = `drw-${shell.newId("Event").slice(4)}`;
    const { amountMinor } = body;
    const booked = await book(shell, tx, own.value, {
      kind: "drawn",
      drawId,
      amountMinor,
      plan,
      rate: state.rate,
      channel: "bank",
    });
    if (!booked.ok) return booked;
    // What was agreed to is what is booked, to the cent: a rate that changed meanwhile is asked anew.
    const { rate, dueDay } = state;
    const cost = offerCost(product, { on: state.asOf, amountMinor, plan, rate, dueDay });
    if (cost.costMinor !== body.agreedCostMinor)
      return refused(
        refusal("invalid-request", {
          field: "body.agreedCostMinor",
          value: String(body.agreedCostMinor),
          expected: `${cost.costMinor}: ask for a new quote`,
        }),
      );
    return accepted({ drawId, owedMinor: booked.value });
  }),
  writes(convertMine, async (shell, { params, body, actor }, tx) => {
    const own = await ownAccount(shell, tx, { actor, accountId: params.accountId });
    if (!own.ok) return own;
    const drawId = `drw-${shell.newId("Event").slice(4)}`;
    const { terms, feePpm, of, amountMinor } = body;
    const booked = await book(shell, tx, own.value, {
      kind: "converted",
      drawId,
      of,
      amountMinor,
      plan: { method: "flat-fee", terms, feePpm, principalMinor: [], firstDueOn: null },
    });
    return booked.ok ? accepted({ drawId, owedMinor: booked.value }) : booked;
  }),
  answers(readMyLimit, async (shell, { params, actor }) => {
    const own = await ownAccount(shell, shell.database, { actor, accountId: params.accountId });
    if (!own.ok) return own;
    const view = await viewOn(shell, own.value, undefined);
    if (!view.ok) return view;
    const { product, state } = view.value;
    const events = await loadEvents(shell.database, own.value);
    const steps = events.flatMap((it) => {
      if (it.kind !== "opened" && it.kind !== "limit-changed") return [];
      const says =
        it.kind === "opened"
          ? { zh: "开户时核定", en: "Set when the account was opened" }
          : { zh: "额度调整", en: "Changed" };
      return [{ on: formatDay(it.valueOn), limitMinor: it.limitMinor, says }];
    });
    const available = availableMinor(product, state);
    return accepted({
      accountId: params.accountId,
      limitMinor: state.limitMinor,
      availableMinor: available,
      usedMinor: Math.max(0, outstanding(state).principal),
      maximumMinor: product.declaration.limitMinorMax,
      steps,
      reasons: heldBack(state, available),
    });
  }),
];

async function book(
  shell: Shell,
  tx: Transaction,
  account: Key & { readonly bookId: string },
  fact: Booking["fact"],
): Promise<Outcome<number, Refused>> {
  const { borrowerId, accountId, bookId } = account;
  const booked = await bookFact(shell, tx, { borrowerId, accountId, bookId, on: undefined, fact });
  if (!booked.ok) return booked;
  const owed = outstanding(booked.value.state);
  return accepted(minor(owed.principal + owed.interest + owed.fee + owed.penalty));
}
