import type { AccountFact, FactOf, PlanTerms, Product } from "@fairdue/credit";
import { minor, type Minor, present, type Random } from "@fairdue/kernel";
import type { Person } from "../person/person.ts";
import { habits } from "./habits.ts";

type User = { readonly person: Person; readonly product: Product; readonly random: Random };

/** The limit of the person, within what the product allows. */
export function limitOf(product: Product, person: Person): Minor {
  const { limitMinorMax } = product.declaration;
  return minor(Math.max(50_000, Math.min(person.limitMinor, limitMinorMax)));
}

/** A purchase whose size follows the limit and the person's use of it; none when nothing is left. */
export function purchaseToMake(
  { person, product, random }: User,
  it: { readonly id: string; readonly available: number },
): FactOf<"purchased"> | undefined {
  const typical = (limitOf(product, person) * person.utilisation) / 3;
  const amount = Math.min(
    Math.floor(typical * Math.exp(0.8 * random.normal() - 0.32)),
    it.available,
  );
  if (amount < 100) return undefined;
  const conversion = product.declaration.conversion;
  const mayConvert =
    conversion !== null && conversion.atPurchase && amount >= conversion.amountMinorMin;
  const wants = random.next() < habits.instalmentsAtPurchase;
  const offer = mayConvert && wants ? pick(random, conversion.offers) : undefined;
  return {
    kind: "purchased",
    purchaseId: it.id,
    amountMinor: minor(amount),
    plan: offer ? plan("flat-fee", offer.terms, offer.feePpm) : null,
    channel: pick(random, ["grocer", "mall", "travel", "phone"]) ?? "mall",
  };
}

/** A draw on the line, in one of the ways that people choose. */
export function drawToTake(
  { person, product, random }: User,
  it: { readonly id: string; readonly available: number; readonly rate: number },
): AccountFact | undefined {
  const { offers } = product.declaration;
  const amount = Math.floor((it.available * person.utilisation) / 10_000) * 10_000;
  if (amount < offers.drawMinorMin) return undefined;
  const chance = random.next();
  const terms = present(
    pick(
      random,
      offers.terms.filter((n) => n > 1),
    ),
    "terms on offer",
  );
  const method =
    chance < 0.6 || !offers.methods.includes("open")
      ? "equal-instalment"
      : chance < 0.75
        ? "equal-principal"
        : "open";
  return {
    kind: "drawn",
    drawId: it.id,
    amountMinor: minor(amount),
    plan: plan(method, method === "open" ? 0 : terms, 0),
    rate: it.rate,
    channel: "wallet",
  };
}

function plan(method: PlanTerms["method"], terms: number, feePpm: number): PlanTerms {
  return { method, terms, feePpm, principalMinor: [], firstDueOn: null };
}

function pick<Item>(random: Random, from: readonly Item[]): Item | undefined {
  return from[random.integer(from.length)];
}
