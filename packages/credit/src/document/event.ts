import { type EpochDay, minor, parseId, present } from "@fairdue/kernel";
import type {
  AccountEvent,
  AccountFact,
  ConversionSource,
  EventKind,
  FactOf,
  FreezeReason,
  RepaymentPurpose,
} from "../event/event.ts";
import type { PlanTerms } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";
import { Reader } from "../progressive/reader.ts";
import { repaymentMethods } from "../schedule/parse-terms.ts";
import { amountIn, amountOr, percentIn } from "./fields.ts";

const reasons: readonly FreezeReason[] = ["overdue", "risk", "borrower", "law", "hardship"];

type Reading = {
  readonly reader: Reader;
  readonly product: Product;
  readonly digits: number;
  readonly seq: number;
};

/**
 * How each kind of event is read: names and meanings are those of `AccountFact`, amounts in main
 * units (`amount`) or minor ones (`amountMinor`); ids are given where they are left out.
 */
const readers: { readonly [Kind in Exclude<EventKind, "opened">]: (it: Reading) => FactOf<Kind> } =
  {
    frozen: ({ reader }) => ({ kind: "frozen", reason: reader.word("reason", reasons, "risk") }),
    unfrozen: ({ reader }) => ({
      kind: "unfrozen",
      reason: reader.word("reason", reasons, "risk"),
    }),
    "limit-changed": ({ reader, digits }) => ({
      kind: "limit-changed",
      limitMinor: amountIn(reader, "limit", digits),
    }),
    drawn: (it) => ({
      kind: "drawn",
      drawId: it.reader.text("drawId", `d${it.seq}`),
      amountMinor: amountIn(it.reader, "amount", it.digits),
      plan: planIn(it, "open"),
      rate: rateIn(it),
      channel: channelIn(it),
    }),
    "purchase-authorised": ({ reader, digits }) => ({
      kind: "purchase-authorised",
      purchaseId: reader.text("purchaseId"),
      amountMinor: amountIn(reader, "amount", digits),
      expiresOn: reader.day("expiresOn"),
    }),
    "purchase-released": ({ reader }) => ({
      kind: "purchase-released",
      purchaseId: reader.text("purchaseId"),
    }),
    purchased: (it) => ({
      kind: "purchased",
      purchaseId: it.reader.text("purchaseId", `p${it.seq}`),
      amountMinor: amountIn(it.reader, "amount", it.digits),
      plan: it.reader.has("plan") ? planIn(it, "flat-fee") : null,
      channel: channelIn(it),
    }),
    converted: (it) => ({
      kind: "converted",
      drawId: it.reader.text("drawId", `c${it.seq}`),
      of: sourceIn(it.reader),
      amountMinor: amountIn(it.reader, "amount", it.digits),
      plan: planIn(it, "flat-fee"),
    }),
    refunded: (it) => ({
      kind: "refunded",
      refundId: it.reader.text("refundId", `f${it.seq}`),
      purchaseId: it.reader.text("purchaseId"),
      amountMinor: amountIn(it.reader, "amount", it.digits),
      channel: channelIn(it),
    }),
    repaid: (it) => ({
      kind: "repaid",
      repaymentId: it.reader.text("repaymentId", `r${it.seq}`),
      amountMinor: amountIn(it.reader, "amount", it.digits),
      channel: channelIn(it),
      purpose: purposeIn(it.reader),
    }),
    "repayment-returned": ({ reader }) => ({
      kind: "repayment-returned",
      repaymentId: reader.text("repaymentId"),
      reason: reader.text("reason", "returned by the bank"),
    }),
    "return-reversed": ({ reader }) => ({
      kind: "return-reversed",
      repaymentId: reader.text("repaymentId"),
      reason: reader.text("reason", "returned by mistake"),
    }),
    "credit-paid-out": (it) => ({
      kind: "credit-paid-out",
      amountMinor: amountIn(it.reader, "amount", it.digits),
      channel: channelIn(it),
    }),
    "fee-charged": ({ reader, digits, seq }) => ({
      kind: "fee-charged",
      feeId: reader.text("feeId", `fee${seq}`),
      fee: reader.text("fee", "service"),
      amountMinor: amountIn(reader, "amount", digits),
      dueOn: reader.dayOrNull("dueOn") ?? reader.day("on"),
    }),
    waived: ({ reader, digits }) => ({
      kind: "waived",
      amounts: {
        principalMinor: amountOr(reader, "principal", { digits, or: 0 }),
        interestMinor: amountOr(reader, "interest", { digits, or: 0 }),
        feeMinor: amountOr(reader, "fee", { digits, or: 0 }),
        penaltyMinor: amountOr(reader, "penalty", { digits, or: 0 }),
      },
      reason: reasonIn(reader),
    }),
    "rate-changed": (it) => ({ kind: "rate-changed", rate: rateIn(it) }),
    "due-day-changed": ({ reader }) => ({
      kind: "due-day-changed",
      dueDay: reader.integer("dueDay", { min: 1, max: 31 }),
    }),
    "re-aged": ({ reader }) => ({
      kind: "re-aged",
      terms: reader.integer("terms", { min: 1, max: 600 }),
      reason: reasonIn(reader),
    }),
    restructured: (it) => ({
      kind: "restructured",
      drawId: it.reader.text("drawId", `s${it.seq}`),
      plan: planIn(it, "equal-instalment"),
      rate: rateIn(it),
      reason: reasonIn(it.reader),
    }),
    "holiday-granted": ({ reader }) => ({
      kind: "holiday-granted",
      months: reader.integer("months", { min: 1, max: 120 }),
      interest: reader.word("interest", ["accrues", "waived"] as const, "accrues"),
      reason: reasonIn(reader),
    }),
    "moratorium-granted": ({ reader }) => ({
      kind: "moratorium-granted",
      untilOn: reader.day("untilOn"),
      reason: reasonIn(reader),
    }),
    "charged-off": ({ reader }) => ({ kind: "charged-off", reason: reasonIn(reader) }),
    recovered: (it) => ({
      kind: "recovered",
      amountMinor: amountIn(it.reader, "amount", it.digits),
      channel: channelIn(it),
    }),
    sold: ({ reader, digits }) => ({
      kind: "sold",
      priceMinor: amountOr(reader, "price", { digits, or: 0 }),
      buyer: reader.text("buyer", "buyer"),
    }),
    closed: ({ reader }) => ({ kind: "closed", reason: reasonIn(reader) }),
    died: () => ({ kind: "died" }),
  };

export const eventKinds: readonly Exclude<EventKind, "opened">[] = [
  "frozen",
  "unfrozen",
  "limit-changed",
  "drawn",
  "purchase-authorised",
  "purchase-released",
  "purchased",
  "converted",
  "refunded",
  "repaid",
  "repayment-returned",
  "return-reversed",
  "credit-paid-out",
  "fee-charged",
  "waived",
  "rate-changed",
  "due-day-changed",
  "re-aged",
  "restructured",
  "holiday-granted",
  "moratorium-granted",
  "charged-off",
  "recovered",
  "sold",
  "closed",
  "died",
];

/** One entry of `events`: its day, the day it was booked (its own by default), and the fact. */
export function parseEvent(
  value: unknown,
  path: string,
  it: Omit<Reading, "reader"> & {
    readonly problems: Reader["problems"];
  },
): AccountEvent {
  const reader = new Reader(value, path, it.problems);
  const on = reader.day("on");
  const bookedOn = reader.dayOrNull("bookedOn") ?? on;
  if (bookedOn < on) reader.wrong("bookedOn", "a day that is not before on");
  const kind = reader.word("kind", eventKinds);
  const read: (reading: Reading) => AccountFact = readers[kind];
  const fact = read({ ...it, reader });
  reader.refuseUnknown();
  return stamped(fact, { seq: it.seq, on, bookedOn });
}

type Stamp = { readonly seq: number; readonly on: EpochDay; readonly bookedOn: EpochDay };

export function stamped(fact: AccountFact, it: Stamp): AccountEvent {
  const id = present(parseId("Event", `evt_${it.seq}`), "a number makes an id");
  return { id, seq: it.seq, valueOn: it.on, bookedOn: it.bookedOn, ...fact };
}

function planIn({ reader, digits }: Reading, usual: PlanTerms["method"]): PlanTerms {
  const plan = reader.has("plan") ? reader.child("plan") : new Reader({}, "plan", reader.problems);
  const isSaid = reader.has("plan");
  const method = plan.word("method", repaymentMethods, isSaid ? "equal-instalment" : usual);
  const principal = plan.list("principals").map((it, k) => {
    const entry = new Reader({ amount: it }, `${plan.at("principals")}[${k}]`, reader.problems);
    return minor(Number(entry.amount("amount", digits)));
  });
  const isOpen = method === "open";
  const isCustom = method === "custom-principal";
  const terms: PlanTerms = {
    method,
    terms: isOpen
      ? 0
      : isCustom
        ? principal.length
        : plan.integer("instalments", { min: 1, max: 600, fallback: 1 }),
    feePpm: percentIn(plan, "feePercent") ?? 0,
    principalMinor: isCustom ? principal : [],
    firstDueOn: plan.dayOrNull("firstDueOn"),
  };
  plan.refuseUnknown();
  return terms;
}

/** In the product's unit; the product's standard rate when left out. */
function rateIn({ reader, product }: Reading): number {
  const { standard } = product.declaration.rate;
  return reader.integer("rate", { min: 0, max: 10_000_000, fallback: standard });
}

const channelIn = ({ reader }: Reading): string => reader.text("channel", "bank");
const reasonIn = (reader: Reader): string => reader.text("reason", "agreed");

function sourceIn(reader: Reader): ConversionSource {
  if (reader.has("statementId")) {
    return { kind: "statement", statementId: reader.text("statementId") };
  }
  return { kind: "purchase", purchaseId: reader.text("purchaseId") };
}

function purposeIn(reader: Reader): RepaymentPurpose {
  const strategies = ["shorten-term", "lower-instalment"] as const;
  if (!reader.has("early")) return { kind: "due" };
  const strategy = reader.word("early", strategies);
  const drawId = reader.has("drawId") ? reader.text("drawId") : null;
  return { kind: "early", strategy, drawId };
}
