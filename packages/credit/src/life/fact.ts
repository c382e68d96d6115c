import {
  assert,
  day,
  type EpochDay,
  type Minor,
  parseId,
  parseMinor,
  present,
} from "@fairdue/kernel";
import type { AccountFact, FreezeReason } from "../event/event.ts";
import type { PlanTerms, RepaymentMethod } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";

/**
 * The verbs of a life table:
 *
 *     open [limit AMOUNT] [rate N] [day N]      draw AMOUNT METHOD [TERMS] [rate N]
 *     authorise AMOUNT ID DAY                   purchase AMOUNT ID [TERMS FEEPPM]
 *     release ID                                refund AMOUNT ID
 *     convert AMOUNT statement|ID TERMS FEEPPM  repay AMOUNT [early STRATEGY [DRAW]]
 *     return ID · unreturn ID                   payout AMOUNT
 *     charge AMOUNT [DAY]                       waive COMPONENT AMOUNT
 *     freeze REASON · unfreeze REASON           limit AMOUNT · rate N · day N
 *     re-age TERMS                              restructure TERMS RATE
 *     holiday MONTHS [waived]                   moratorium DAY
 *     charge-off · recover AMOUNT · sell AMOUNT · close · die
 *
 * A draw is `d` + the event's number, a repayment `r` + it: the second line that draws is `d3`.
 */
export function readFact(
  product: Product,
  words: readonly string[],
  at: { readonly on: EpochDay; readonly seq: number },
): AccountFact {
  const [verb, first, second, third] = words;
  switch (verb) {
    case "open":
      return opening(product, words);
    case "draw":
      return {
        kind: "drawn",
        drawId: `d${at.seq}`,
        amountMinor: amount(first),
        plan: planOf(second ?? "open", third),
        rate: option(words, "rate") ?? product.declaration.rate.standard,
        channel: "bank",
      };
    case "repay":
      return {
        kind: "repaid",
        repaymentId: `r${at.seq}`,
        amountMinor: amount(first),
        channel: "bank",
        purpose:
          second === "early"
            ? {
                kind: "early",
                strategy: third === "lower-instalment" ? "lower-instalment" : "shorten-term",
                drawId: words[4] ?? null,
              }
            : { kind: "due" },
      };
    case "return":
      return {
        kind: "repayment-returned",
        repaymentId: first ?? "",
        reason: "returned by the bank",
      };
    case "unreturn":
      return { kind: "return-reversed", repaymentId: first ?? "", reason: "returned by mistake" };
    default:
      return shopping(words) ?? changes(words) ?? endings(words, at);
  }
}

function opening(product: Product, words: readonly string[]): AccountFact {
  const { declaration } = product;
  const limit = words.indexOf("limit");
  return {
    kind: "opened",
    accountId: present(parseId("Account", "acc_life"), "an id"),
    productId: declaration.id,
    productVersion: declaration.version,
    limitMinor: limit === -1 ? declaration.limitMinorMax : amount(words[limit + 1]),
    rate: option(words, "rate") ?? declaration.rate.standard,
    dueDay: option(words, "day") ?? declaration.cycle.dueDay,
  };
}

function shopping(words: readonly string[]): AccountFact | undefined {
  const [verb, first, second, third, fourth] = words;
  switch (verb) {
    case "authorise":
      return {
        kind: "purchase-authorised",
        amountMinor: amount(first),
        purchaseId: second ?? "",
        expiresOn: day(third ?? ""),
      };
    case "release":
      return { kind: "purchase-released", purchaseId: first ?? "" };
    case "purchase":
      return {
        kind: "purchased",
        amountMinor: amount(first),
        purchaseId: second ?? "",
        plan: third ? feePlan(third, fourth) : null,
        channel: "merchant",
      };
    case "refund":
      return {
        kind: "refunded",
        refundId: `f${second}`,
        amountMinor: amount(first),
        purchaseId: second ?? "",
        channel: "merchant",
      };
    case "convert":
      return {
        kind: "converted",
        drawId: `c_${second}`,
        amountMinor: amount(first),
        of: second?.startsWith("stm_")
          ? { kind: "statement", statementId: second }
          : { kind: "purchase", purchaseId: second ?? "" },
        plan: feePlan(third, fourth),
      };
    default:
      return undefined;
  }
}

function changes(words: readonly string[]): AccountFact | undefined {
  const [verb, first, second] = words;
  switch (verb) {
    case "freeze":
      return { kind: "frozen", reason: reason(first) };
    case "unfreeze":
      return { kind: "unfrozen", reason: reason(first) };
    case "limit":
      return { kind: "limit-changed", limitMinor: amount(first) };
    case "rate":
      return { kind: "rate-changed", rate: Number(first) };
    case "day":
      return { kind: "due-day-changed", dueDay: Number(first) };
    case "re-age":
      return { kind: "re-aged", terms: Number(first), reason: "agreed" };
    case "restructure":
      return {
        kind: "restructured",
        drawId: "personal",
        plan: planOf("equal-instalment", first),
        rate: Number(second),
        reason: "agreed",
      };
    case "holiday":
      return {
        kind: "holiday-granted",
        months: Number(first),
        interest: second === "waived" ? "waived" : "accrues",
        reason: "hardship",
      };
    case "moratorium":
      return { kind: "moratorium-granted", untilOn: day(first ?? ""), reason: "disaster" };
    default:
      return undefined;
  }
}

function endings(
  words: readonly string[],
  at: { readonly on: EpochDay; readonly seq: number },
): AccountFact {
  const [verb, first, second] = words;
  switch (verb) {
    case "charge":
      return {
        kind: "fee-charged",
        feeId: `fee${at.seq}`,
        fee: "service",
        amountMinor: amount(first),
        dueOn: second ? day(second) : at.on,
      };
    case "waive":
      return {
        kind: "waived",
        amounts: {
          principalMinor: first === "principal" ? amount(second) : none,
          interestMinor: first === "interest" ? amount(second) : none,
          feeMinor: first === "fee" ? amount(second) : none,
          penaltyMinor: first === "penalty" ? amount(second) : none,
        },
        reason: "agreed",
      };
    case "payout":
      return { kind: "credit-paid-out", amountMinor: amount(first), channel: "bank" };
    case "charge-off":
      return { kind: "charged-off", reason: "loss" };
    case "recover":
      return { kind: "recovered", amountMinor: amount(first), channel: "bank" };
    case "sell":
      return { kind: "sold", priceMinor: amount(first), buyer: "buyer" };
    case "close":
      return { kind: "closed", reason: "borrower" };
    default:
      assert(verb === "die", `not a verb of a life: ${verb}`);
      return { kind: "died" };
  }
}

const none: Minor = amount("0");

function amount(text: string | undefined): Minor {
  return present(parseMinor(text ?? ""), `an amount such as 1234.56, got ${text}`);
}

function option(words: readonly string[], name: string): number | undefined {
  const at = words.indexOf(name);
  return at === -1 ? undefined : Number(words[at + 1]);
}

const methods: readonly RepaymentMethod[] = [
  "equal-instalment",
  "equal-principal",
  "interest-first",
  "bullet",
  "flat-fee",
  "open",
];

function planOf(method: string, terms: string | undefined): PlanTerms {
  const known = present(
    methods.find((it) => it === method),
    `not a repayment method: ${method}`,
  );
  return {
    method: known,
    terms: known === "open" ? 0 : Number(terms),
    feePpm: 0,
    principalMinor: [],
    firstDueOn: null,
  };
}

function feePlan(terms: string | undefined, feePpm: string | undefined): PlanTerms {
  return { ...planOf("flat-fee", terms), feePpm: Number(feePpm ?? 0) };
}

const reasons: readonly FreezeReason[] = ["overdue", "risk", "borrower", "law", "hardship"];

function reason(word: string | undefined): FreezeReason {
  return present(
    reasons.find((it) => it === word),
    `not a reason to freeze: ${word}`,
  );
}
