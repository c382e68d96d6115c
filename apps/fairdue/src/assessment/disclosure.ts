import type { cost, Refused } from "@fairdue/api";
import {
  annualRates,
  type CreditOffer,
  offerCost,
  percentText,
  type Product,
} from "@fairdue/credit";
import { accepted, type EpochDay, minor, type Outcome, refused } from "@fairdue/kernel";
import type { z } from "zod";
import { offerRefusal } from "../http/quote/offer.ts";
import { costToWire } from "../http/quote/cost.ts";

export type Disclosure = {
  readonly cost: z.input<typeof cost>;
  readonly offer: CreditOffer;
  /** All-in yearly cost in per cent, simple: what the law caps. */
  readonly annualCostPct: number;
};

/**
 * What an offer costs in full, if all of the limit is used at once and everything is paid on its day:
 * lived through the engine itself, by the longest plan on offer.
 */
export function disclosureOf(
  product: Product,
  it: { readonly limitMinor: number; readonly rate: number; readonly on: EpochDay },
): Outcome<Disclosure, Refused> {
  const { offers, cycle } = product.declaration;
  const [method] = offers.methods;
  const isPlanned = !product.isPurchases && method !== undefined && method !== "open";
  const offer: CreditOffer = {
    on: it.on,
    amountMinor: minor(it.limitMinor),
    plan: {
      method: isPlanned ? method : "open",
      terms: isPlanned ? Math.max(0, ...offers.terms) : 0,
      feePpm: 0,
      principalMinor: [],
      firstDueOn: null,
    },
    rate: it.rate,
    dueDay: cycle.dueDay,
  };
  const problem = offerRefusal(product, offer);
  if (problem !== undefined) return refused(problem);
  const table = offerCost(product, offer);
  const { china } = annualRates(table.flows);
  return accepted({
    cost: costToWire(table),
    offer,
    annualCostPct: china.ok ? Number(percentText(china.value.simple, 4)) : 0,
  });
}
