import { accepted, type EpochDay, type Outcome, type Problem, refused } from "@fairdue/kernel";
import { complain } from "../product/check.ts";
import type { LoanEvent } from "./event.ts";
import { moneyInKinds, parseTerms, timeUnits } from "./parse-terms.ts";
import { Reader } from "./reader.ts";
import type { ReAge } from "./restructure.ts";
import type { Terms } from "./terms.ts";

/** One document, understood. */
export type Loan = {
  readonly id: string | null;
  readonly terms: Terms;
  readonly events: readonly LoanEvent[];
  readonly reversed: readonly string[];
  readonly asOf: EpochDay | null;
  readonly payoffOn: EpochDay | null;
};

/** Reads a document of the progressive profile, or says all that is wrong with it. */
export function parseLoan(document: unknown): Outcome<Loan, readonly Problem[]> {
  const problems: Problem[] = [];
  const reader = new Reader(document, "", problems);
  reader.raw("profile");
  const id = reader.has("id") ? reader.text("id") : null;
  const currency = reader.text("currency", "EUR");
  const digits = reader.integer("digits", { min: 0, max: 6, fallback: 2 });
  const termsReader = reader.child("terms");
  const principal = termsReader.amountOrNull("principal", digits);
  const terms = parseTerms(termsReader, digits, currency);
  const listed = reader.list("events").map((value, index) => {
    return parseEvent(new Reader(value, `events[${index}]`, problems), { index, digits });
  });
  const events = listed.flatMap((it) => it.event ?? []);
  if (principal !== null && !events.some((it) => it.type === "disbursement")) {
    const on = terms.startOn;
    events.unshift({ type: "disbursement", id: "start", on, bookedOn: on, amount: principal });
  }
  const asOf = reader.dayOrNull("asOf");
  const payoffOn = reader.dayOrNull("payoffOn");
  reader.refuseUnknown();
  const reversed = listed.flatMap((it) => it.reverses ?? []);
  checkReferences({ events, reversed, problems });
  checkReshaping({ events, terms, problems });
  if (problems.length > 0) return refused(problems);
  const willBearInterest = events.some(
    (it) => it.type === "rate-change" && it.percent.coefficient > 0n && !reversed.includes(it.id),
  );
  return accepted({ id, terms: { ...terms, willBearInterest }, events, reversed, asOf, payoffOn });
}

type Parsed = { readonly event?: LoanEvent; readonly reverses?: string };

const types = [
  ...moneyInKinds,
  "disbursement",
  "capitalised-income",
  "credit-balance-refund",
  "refund",
  "charge",
  "chargeback",
  "charge-waiver",
  "charge-payment",
  "interest-pause",
  "rate-change",
  "due-day-change",
  "extra-instalments",
  "re-age",
  "re-amortisation",
  "charge-off",
  "write-off",
  "contract-termination",
  "reversal",
] as const;

type Place = { readonly index: number; readonly digits: number };

function parseEvent(it: Reader, place: Place): Parsed {
  const type = it.word("type", types);
  const on = it.day("on");
  const base = {
    id: it.text("id", `e${place.index + 1}`),
    on,
    bookedOn: it.dayOrNull("bookedOn") ?? on,
  };
  const parsed: Parsed =
    type === "reversal"
      ? { reverses: it.text("of") }
      : { event: eventOf(it, { type, base, place }) };
  it.refuseUnknown();
  return parsed;
}

type Base = { readonly id: string; readonly on: EpochDay; readonly bookedOn: EpochDay };
type EventType = Exclude<(typeof types)[number], "reversal">;

function eventOf(
  it: Reader,
  by: { readonly type: EventType; readonly base: Base; readonly place: Place },
): LoanEvent {
  const { base, place } = by;
  const { digits } = place;
  switch (by.type) {
    case "disbursement":
    case "capitalised-income":
    case "credit-balance-refund":
    case "refund":
      return { ...base, type: by.type, amount: it.amount("amount", digits) };
    case "charge":
      return chargeOf(it, base, digits);
    case "chargeback":
    case "charge-waiver":
    case "charge-payment":
      return { ...base, type: by.type, ...referring(it, by.type, digits) };
    case "interest-pause":
      return { ...base, type: by.type, through: it.day("through") };
    case "rate-change":
      return { ...base, type: by.type, percent: it.decimal("ratePercentYear") };
    case "due-day-change":
      return { ...base, type: by.type, to: it.day("to") };
    case "extra-instalments":
      return { ...base, type: by.type, count: it.integer("count", { min: 1, max: 600 }) };
    case "re-age": {
      const terms = reAgeOf(it, base.on);
      return { ...base, on: terms.on, type: by.type, terms };
    }
    case "re-amortisation":
      return {
        ...base,
        type: by.type,
        interest: it.word("interest", ["default", "equal"], "default"),
      };
    case "charge-off":
    case "write-off":
    case "contract-termination":
      return { ...base, type: by.type };
    case "interest-refund":
      return { ...base, type: by.type, amount: it.amountOrNull("amount", digits) };
    default:
      return { ...base, type: by.type, amount: it.amount("amount", digits) };
  }
}

function referring(
  it: Reader,
  type: string,
  digits: number,
): { readonly of: string | null; readonly amount: bigint } {
  const of = it.has("of") ? it.text("of") : null;
  if (of === null && type !== "chargeback") it.wrong("of", "the id of a charge");
  return { of, amount: type === "charge-waiver" ? 0n : it.amount("amount", digits) };
}

function chargeOf(it: Reader, base: Base, digits: number): LoanEvent {
  const timing = it.word("timing", ["due-date", "instalment", "disbursement"] as const, "due-date");
  const amount = it.amountOrNull("amount", digits);
  const percent = it.has("percent") ? it.decimal("percent") : null;
  if (amount === null && percent === null) it.wrong("amount", "an amount, or percent");
  const named = it.dayOrNull("due");
  const due = timing === "due-date" ? (named ?? base.on) : null;
  return {
    ...base,
    type: "charge",
    kind: it.word("kind", ["fee", "penalty"] as const, "fee"),
    timing,
    due,
    amount,
    percent,
    of: it.word(
      "percentOf",
      ["principal", "interest", "principal-and-interest"] as const,
      "principal",
    ),
  };
}

/** New rows that begin before the decision count from their first due day. */
function reAgeOf(it: Reader, on: EpochDay): ReAge {
  const firstDueOn = it.day("firstDueOn");
  return {
    on: firstDueOn < on ? firstDueOn : on,
    firstDueOn,
    instalments: it.integer("instalments", { min: 1, max: 600 }),
    every: it.integer("every", { min: 1, max: 366, fallback: 1 }),
    unit: it.word("unit", timeUnits, "months"),
    interest: it.word("interest", ["default", "equal-payable", "equal-full"] as const, "default"),
  };
}

function checkReferences(it: {
  readonly events: readonly LoanEvent[];
  readonly reversed: readonly string[];
  readonly problems: Problem[];
}): void {
  const ids = new Set<string>();
  it.events.forEach((event, index) => {
    if (ids.has(event.id))
      complain(it.problems, `events[${index}].id`, event.id, "an id of its own");
    ids.add(event.id);
    if ("of" in event && event.type !== "charge" && event.of !== null && !ids.has(event.of)) {
      complain(it.problems, `events[${index}].of`, event.of, "the id of an earlier event");
    }
  });
  for (const id of it.reversed) {
    if (!ids.has(id)) complain(it.problems, "events[].of", id, "the id of an event to reverse");
  }
}

/** Interest that does not follow the money has no place in rows that are reshaped. */
function checkReshaping(it: {
  readonly events: readonly LoanEvent[];
  readonly terms: Terms;
  readonly problems: Problem[];
}): void {
  const isFixed = it.terms.ratePercentYear.coefficient > 0n && !it.terms.recalculation.isOn;
  if (!isFixed) return;
  it.events.forEach((event, index) => {
    const isByPlan =
      event.type === "re-amortisation" ||
      (event.type === "re-age" && event.terms.interest === "default");
    if (!isByPlan) return;
    const expected = "terms.recalculation to be on, or interest equal-payable or equal-full";
    complain(it.problems, `events[${index}].type`, event.type, expected);
  });
}
