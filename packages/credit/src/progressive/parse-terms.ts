import { complain } from "../product/check.ts";
import { zero } from "./decimal.ts";
import type { Reader } from "./reader.ts";
import type {
  AllocationRule,
  Bucket,
  Component,
  DueState,
  FutureRule,
  MoneyInKind,
  Recalculation,
  Terms,
  TimeUnit,
} from "./terms.ts";

export const timeUnits: readonly TimeUnit[] = ["days", "weeks", "months", "years"];
export const moneyInKinds: readonly MoneyInKind[] = [
  "repayment",
  "down-payment",
  "merchant-refund",
  "payout-refund",
  "goodwill-credit",
  "charge-refund",
  "charge-adjustment",
  "interest-payment-waiver",
  "interest-refund",
  "capitalised-income-adjustment",
  "recovery-repayment",
  "interest-waiver",
];
const components: readonly Component[] = ["penalty", "fee", "interest", "principal"];
const dueStates: readonly DueState[] = ["past-due", "due", "in-advance"];
const futureRules: readonly FutureRule[] = [
  "next-instalment",
  "last-instalment",
  "next-last-instalment",
  "re-amortisation",
];
const defaultOrder: readonly Bucket[] = dueStates.flatMap((due) =>
  components.map((component) => ({ due, component })),
);

/** What `terms` says, every wrong field named. */
export function parseTerms(reader: Reader, digits: number, currency: string): Terms {
  const startOn = reader.day("startOn");
  const firstDueOn = reader.dayOrNull("firstDueOn");
  if (firstDueOn !== null && firstDueOn <= startOn)
    reader.wrong("firstDueOn", "a day after startOn");
  const terms: Terms = {
    currency,
    digits,
    startOn,
    seedOn: reader.dayOrNull("seedOn") ?? firstDueOn ?? startOn,
    firstDueOn,
    repayments: reader.integer("instalments", { min: 1, max: 1200 }),
    every: reader.integer("every", { min: 1, max: 366, fallback: 1 }),
    unit: reader.word("unit", timeUnits, "months"),
    fixedLength: reader.integerOrNull("fixedLength", { min: 1, max: 36_600 }),
    ratePercentYear: reader.decimal("ratePercentYear", zero),
    ...parseInterest(reader),
    multiplesOf: reader.integerOrNull("instalmentInMultiplesOf", { min: 1, max: 1_000_000 }),
    graceOnPrincipal: reader.integer("graceOnPrincipal", { min: 0, max: 1200, fallback: 0 }),
    graceOnInterest: reader.integer("graceOnInterest", { min: 0, max: 1200, fallback: 0 }),
    fullTermTranches: reader.truth("fullTermTranches", false),
    downPayment: parseDownPayment(reader),
    recalculation: parseRecalculation(reader),
    across: reader.word(
      "allocateAcross",
      ["row-by-row", "component-by-component"] as const,
      "row-by-row",
    ),
    allocation: parseAllocation(reader),
    chargebackOrder: parseWords(reader, "chargebackOrder", components),
    chargeOff: reader.word(
      "chargeOff",
      ["regular", "zero-interest", "accelerate-maturity"] as const,
      "regular",
    ),
    interestRefundFor: parseWords(reader, "interestRefundFor", moneyInKinds),
    willBearInterest: false,
  };
  reader.refuseUnknown();
  return terms;
}

function parseInterest(
  reader: Reader,
): Pick<
  Terms,
  | "interestMethod"
  | "interestPeriod"
  | "partialPeriodInterest"
  | "daysInYear"
  | "daysInMonth"
  | "leapYear"
  | "recognisesDrawDay"
> {
  return {
    interestMethod: reader.word(
      "interestMethod",
      ["declining-balance", "flat"] as const,
      "declining-balance",
    ),
    interestPeriod: reader.word(
      "interestPeriod",
      ["daily", "same-as-repayment-period"] as const,
      "daily",
    ),
    partialPeriodInterest: reader.truth("partialPeriodInterest", true),
    daysInYear: reader.word("daysInYear", ["actual", 360, 364, 365] as const, "actual"),
    daysInMonth: reader.word("daysInMonth", ["actual", 30] as const, "actual"),
    leapYear: reader.word(
      "leapYear",
      ["full-leap-year", "feb-29-period-only"] as const,
      "full-leap-year",
    ),
    recognisesDrawDay: reader.truth("interestFromDrawDay", false),
  };
}

function parseDownPayment(reader: Reader): Terms["downPayment"] {
  if (!reader.has("downPayment")) return null;
  const it = reader.child("downPayment");
  const downPayment = {
    percent: it.decimal("percent"),
    isAutomatic: it.truth("automatic", false),
  };
  it.refuseUnknown();
  return downPayment;
}

function parseRecalculation(reader: Reader): Recalculation {
  const off: Recalculation = {
    isOn: false,
    rest: "daily",
    preClose: "till-pre-close-date",
    interestOnPastDue: true,
  };
  const value = reader.raw("recalculation");
  if (value === undefined || value === null || value === false) return off;
  if (value === true) return { ...off, isOn: true };
  const it = reader.child("recalculation");
  const found: Recalculation = {
    isOn: it.truth("enabled", true),
    rest: it.word("rest", ["daily", "same-as-repayment-period"] as const, "daily"),
    preClose: it.word(
      "preClose",
      ["till-pre-close-date", "till-rest-date"] as const,
      "till-pre-close-date",
    ),
    interestOnPastDue: it.truth("interestOnPastDue", true),
  };
  it.refuseUnknown();
  return found;
}

function parseAllocation(reader: Reader): Terms["allocation"] {
  const rules = new Map<MoneyInKind | "default", AllocationRule>();
  rules.set("default", { order: defaultOrder, future: "next-instalment" });
  if (!reader.has("allocation")) return rules;
  const it = reader.child("allocation");
  for (const kind of ["default", ...moneyInKinds] as const) {
    if (it.has(kind)) rules.set(kind, parseRule(it.child(kind)));
  }
  it.refuseUnknown();
  return rules;
}

function parseRule(it: Reader): AllocationRule {
  const future = it.word("future", futureRules, "next-instalment");
  const order = it.has("order") ? parseOrder(it) : defaultOrder;
  it.refuseUnknown();
  return { order, future };
}

function parseOrder(it: Reader): Bucket[] {
  const order: Bucket[] = [];
  it.list("order").forEach((word, index) => {
    const due = dueStates.find((state) => typeof word === "string" && word.startsWith(`${state}-`));
    const component = components.find(
      (name) => typeof word === "string" && due !== undefined && word === `${due}-${name}`,
    );
    if (due !== undefined && component !== undefined) order.push({ due, component });
    else complainAt(it, `order[${index}]`, word);
  });
  if (order.length === 0) it.wrong("order", 'at least one word such as "past-due-interest"');
  return order;
}

function complainAt(it: Reader, name: string, value: unknown): void {
  const words = dueStates.flatMap((due) => components.map((component) => `${due}-${component}`));
  complain(it.problems, it.at(name), value, `one of ${words.join(", ")}`);
}

function parseWords<Word extends string>(
  reader: Reader,
  name: string,
  words: readonly Word[],
): Word[] {
  const found: Word[] = [];
  reader.list(name).forEach((value, index) => {
    const word = words.find((it) => it === value);
    if (word !== undefined) found.push(word);
    else
      complain(
        reader.problems,
        reader.at(`${name}[${index}]`),
        value,
        `one of ${words.join(", ")}`,
      );
  });
  return found;
}
