import {
  quoteConversion,
  quoteDraw,
  quoteOffer,
  quotePayoff,
  refusal,
  type Refused,
} from "@fairdue/api";
import {
  type AccountFact,
  type AccountState,
  type ConversionOffer,
  type CreditOffer,
  decide,
  offerCost,
  payoffQuote,
  type PlanTerms,
  type Product,
} from "@fairdue/credit";
import { accepted, formatDay, type Minor, type Outcome, refused } from "@fairdue/kernel";
import { loadEvents, type StoredAccount } from "@fairdue/store";
import { viewAccount } from "../account/view.ts";
import { refusedBy } from "../command/book-fact.ts";
import { planTerms } from "../command/plan-terms.ts";
import { answers, type HttpModule } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { costToWire, ratesToWire } from "./cost.ts";
import { offerRefusal } from "./offer.ts";

export const quoteModule: HttpModule = {
  name: "quote",
  operations: [
    answers(quotePayoff, async (shell, { params, query }) => {
      const view = await viewAccount(shell, params, query.on);
      if (!view.ok) return view;
      const { product, state } = view.value;
      const { on, ...amounts } = payoffQuote(product, state, state.asOf);
      return accepted({ on: formatDay(on), ...amounts });
    }),
    answers(quoteOffer, async ({ products }, { body }) => {
      const product = await products.find(body.productId, body.productVersion);
      if (!product) return refused(refusal("product-not-found"));
      const offer: CreditOffer = {
        on: body.on,
        amountMinor: body.amountMinor,
        plan: planTerms(body.plan),
        rate: body.rate ?? product.declaration.rate.standard,
        dueDay: body.dueDay ?? product.declaration.cycle.dueDay,
      };
      const refusedOffer = offerRefusal(product, offer);
      return refusedOffer ? refused(refusedOffer) : accepted(costToWire(offerCost(product, offer)));
    }),
    answers(quoteDraw, async (shell, { params, body }) => {
      const view = await viewAccount(shell, params, undefined);
      if (!view.ok) return view;
      const { product, state } = view.value;
      const fact: AccountFact = {
        kind: "drawn",
        drawId: "quote",
        amountMinor: body.amountMinor,
        plan: planTerms(body.plan),
        rate: body.rate ?? state.rate,
        channel: "quote",
      };
      const allowed = await allow(shell, view.value, fact);
      if (!allowed.ok) return allowed;
      return accepted(costToWire(offerCost(product, offerOf(state, fact))));
    }),
    answers(quoteConversion, async (shell, { params, body }) => {
      const view = await viewAccount(shell, params, undefined);
      if (!view.ok) return view;
      const { product, state } = view.value;
      const items = [];
      let last: Outcome<AccountFact, Refused> | undefined;
      for (const it of product.declaration.conversion?.offers ?? []) {
        const plan = flatFee(it);
        last = await allow(shell, view.value, {
          kind: "converted",
          drawId: "quote",
          ...body,
          plan,
        });
        if (last.ok) items.push(conversionToWire(product, state, { it, plan, ...body }));
      }
      if (items.length === 0 && last && !last.ok) return last;
      return accepted({ items });
    }),
  ],
};

/** Would this be booked today? Nothing is. */
async function allow(
  shell: Shell,
  account: StoredAccount,
  fact: AccountFact,
): Promise<Outcome<AccountFact, Refused>> {
  if (account.isQuarantined) return refused(refusal("account-quarantined"));
  const { product, state } = account;
  const events = await loadEvents(shell.database, account);
  const on = state.asOf;
  const decided = decide(product, { state, events }, { on, bookedOn: on, fact });
  return decided.ok ? decided : refused(refusedBy(decided.refusal));
}

function flatFee(it: ConversionOffer): PlanTerms {
  return { method: "flat-fee", ...it, principalMinor: [], firstDueOn: null };
}

function offerOf(state: AccountState, fact: Extract<AccountFact, { kind: "drawn" }>): CreditOffer {
  const { amountMinor, plan, rate } = fact;
  return { on: state.asOf, amountMinor, plan, rate, dueDay: state.dueDay };
}

type Conversion = {
  readonly it: ConversionOffer;
  readonly plan: PlanTerms;
  readonly amountMinor: Minor;
};

function conversionToWire(product: Product, state: AccountState, of: Conversion) {
  const { rate, dueDay } = state;
  const table = offerCost(product, {
    on: state.asOf,
    amountMinor: of.amountMinor,
    plan: of.plan,
    rate,
    dueDay,
  });
  return {
    ...of.it,
    feeMinor: table.feeMinor,
    firstDueOn: formatDay(table.rows[0]?.on ?? state.asOf),
    rows: table.rows.map((row, index) => ({
      number: index + 1,
      dueOn: formatDay(row.on),
      principalMinor: row.principalMinor,
      feeMinor: row.feeMinor,
      totalMinor: row.totalMinor,
    })),
    rates: ratesToWire(table),
  };
}
