import type { Refused } from "@fairdue/api";
import { type AccountFact, type CreditOffer, decide, type Product, stateAt } from "@fairdue/credit";
import type { AccountEvent } from "@fairdue/credit";
import { minor, parseId, present } from "@fairdue/kernel";
import { refusedBy } from "../command/book-fact.ts";

/**
 * Why an offer could not be taken: asked of the engine by opening an account for just this offer and
 * using it. `undefined` when it could.
 */
export function offerRefusal(product: Product, offer: CreditOffer): Refused | undefined {
  const { declaration } = product;
  const fact: AccountFact = {
    kind: "opened",
    accountId: present(parseId("Account", "acc_offer"), "an id"),
    productId: declaration.id,
    productVersion: declaration.version,
    limitMinor: offer.amountMinor,
    rate: offer.rate,
    dueDay: offer.dueDay,
  };
  const at = { on: offer.on, bookedOn: offer.on };
  const opened = decide(product, { state: null, events: [] }, { ...at, fact });
  if (!opened.ok) return refusedBy(opened.refusal);
  const opening: AccountEvent = {
    id: present(parseId("Event", "evt_1"), "an id"),
    seq: 1,
    valueOn: offer.on,
    bookedOn: offer.on,
    ...opened.value,
  };
  const state = stateAt(product, [opening], offer.on);
  const used = decide(
    product,
    { state, events: [opening] },
    { ...at, fact: useOf(product, offer) },
  );
  return used.ok ? undefined : refusedBy(used.refusal);
}

function useOf(product: Product, offer: CreditOffer): AccountFact {
  const { plan, rate } = offer;
  const amountMinor = minor(offer.amountMinor);
  return product.isPurchases
    ? {
        kind: "purchased",
        purchaseId: "offer",
        amountMinor,
        plan: plan.method === "open" ? null : plan,
        channel: "quote",
      }
    : { kind: "drawn", drawId: "offer", amountMinor, plan, rate, channel: "quote" };
}
