import {
  accepted,
  type EpochDay,
  formatDay,
  minor,
  minorDigits,
  type Outcome,
  parseId,
  present,
  type Problem,
  refused,
} from "@fairdue/kernel";
import { decide } from "../account/decide.ts";
import { advance, fold, record, stateAt } from "../account/fold.ts";
import type { CashFlow } from "../apr/irr.ts";
import { ownPeriods, annualRates } from "../apr/rates.ts";
import type { CostRates } from "../cost/rates.ts";
import type { AccountEvent, AccountFact } from "../event/event.ts";
import { isRecord } from "../product/check.ts";
import { catalogue } from "../product/catalogue/index.ts";
import { type Product, productOf } from "../product/product.ts";
import { Reader } from "../progressive/reader.ts";
import { planSchedule, type Schedule, type ScheduleTerms } from "../schedule/schedule.ts";
import { parseEvent, stamped } from "./event.ts";
import { amountOr, currencyIn } from "./fields.ts";
import { historyOf } from "./history.ts";
import { moneyIn, reportAccount, reportPlan } from "./report.ts";
import { dueDayOf, parsePlainLoan, type PlainLoan, planOfLoan, productOfLoan } from "./terms.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * One document → a schedule with balances and totals, by the engine that services accounts.
 *
 * `terms`: a loan by its terms; its pure schedule, and with `events` or `asOf` its life as well.
 * `product`: an account of a shipped product (by name, with `overrides`) or of a declaration.
 *
 * @returns all that is wrong with the document, or the answer as JSON
 */
export function accountSchedule(document: unknown): Outcome<Json, readonly Problem[]> {
  const problems: Problem[] = [];
  const reader = new Reader(document, "", problems);
  reader.raw("profile");
  const isLoan = reader.has("terms");
  if (isLoan && reader.has("product")) reader.wrong("product", "either terms or product");
  if (!isLoan && !reader.has("product") && problems.length === 0) {
    reader.wrong("terms", "terms of a loan, or a product");
  }
  if (problems.length > 0) return refused(problems);
  return isLoan ? loanSchedule(reader) : productSchedule(reader);
}

function loanSchedule(reader: Reader): Outcome<Json, readonly Problem[]> {
  const { problems } = reader;
  const currency = currencyIn(reader.text("currency", "CNY"));
  const loan = parsePlainLoan(reader.child("terms"), currency);
  const isLived = reader.has("events") || reader.has("asOf");
  if (!isLived) {
    reader.refuseUnknown();
    return problems.length > 0 ? refused(problems) : accepted(planOf(loan));
  }
  if (problems.length > 0) return refused(problems);
  const product = productOf(productOfLoan(loan, highestRate(reader)));
  if (!product.ok) {
    return refused(product.refusal.map((it) => ({ ...it, field: `terms (${it.field})` })));
  }
  const opening = openingOf(product.value, {
    on: loan.terms.startOn,
    limitMinor: loan.terms.principalMinor,
    rate: loan.terms.rate,
    dueDay: dueDayOf(loan.terms),
  });
  const drawn = stamped(drawOf(loan.terms), {
    seq: 2,
    on: loan.terms.startOn,
    bookedOn: loan.terms.startOn,
  });
  const account = live(reader, product.value, [opening, drawn]);
  return account.ok ? accepted({ ...planOf(loan), account: account.value }) : account;
}

/** The highest rate that an event names: the product of a plain loan must allow it. */
function highestRate(reader: Reader): number {
  const rates = reader.list("events").map((it) => (isRecord(it) ? it["rate"] : 0));
  return Math.max(0, ...rates.filter((rate) => typeof rate === "number"));
}

function planOf(loan: PlainLoan): Json {
  const schedule = planSchedule(loan.terms);
  const plan = reportPlan(schedule, moneyIn(loan.digits), ratesOf(loan.terms, schedule));
  return { profile: "fairdue", currency: loan.currency, plan };
}

/** The rates of a schedule that is paid as planned. */
function ratesOf(terms: ScheduleTerms, schedule: Schedule): CostRates {
  const flows: CashFlow[] = [
    { on: terms.startOn, amountMinor: terms.principalMinor },
    ...schedule.rows.map((row) => ({ on: row.dueOn, amountMinor: minor(-row.totalMinor) })),
  ];
  let use = 0;
  let balance: number = terms.principalMinor;
  for (const row of schedule.rows) {
    use += balance * row.days;
    balance = row.balanceMinor;
  }
  const cost = schedule.totals.interestMinor + schedule.totals.feeMinor;
  const principalInUse = use === 0 ? null : (cost * 365) / use;
  return { ...annualRates(flows, ownPeriods), principalInUse };
}

function drawOf(terms: ScheduleTerms): AccountFact {
  return {
    kind: "drawn",
    drawId: "loan",
    amountMinor: terms.principalMinor,
    plan: planOfLoan(terms),
    rate: terms.rate,
    channel: "bank",
  };
}

function productSchedule(reader: Reader): Outcome<Json, readonly Problem[]> {
  const found = productIn(reader);
  if (!found.ok) return found;
  const product = found.value;
  const { declaration } = product;
  const digits = minorDigits(declaration.currency);
  const account = reader.has("account")
    ? reader.child("account")
    : new Reader({}, "account", reader.problems);
  const opening = openingOf(product, {
    on: account.dayOrNull("openedOn") ?? firstDay(reader),
    limitMinor: amountOr(account, "limit", { digits, or: declaration.limitMinorMax }),
    rate: account.integer("rate", {
      min: 0,
      max: 10_000_000,
      fallback: declaration.rate.standard,
    }),
    dueDay: account.integer("dueDay", { min: 1, max: 31, fallback: declaration.cycle.dueDay }),
  });
  account.refuseUnknown();
  const lived = live(reader, product, [opening]);
  if (!lived.ok) return lived;
  return accepted({
    profile: "fairdue",
    currency: declaration.currency,
    product: { id: declaration.id, version: declaration.version },
    account: lived.value,
  });
}

/** A shipped product by name, changed by `overrides`, or a whole declaration. */
function productIn(reader: Reader): Outcome<Product, readonly Problem[]> {
  const given = reader.raw("product");
  const shipped = catalogue.find((it) => it.id === given);
  if (typeof given === "string" && !shipped) {
    reader.wrong("product", `one of ${catalogue.map((it) => it.id).join(", ")}, or a declaration`);
    return refused(reader.problems);
  }
  const overrides: unknown = reader.has("overrides") ? reader.raw("overrides") : {};
  if (!isRecord(overrides)) {
    reader.wrong("overrides", "an object of the declaration's fields");
    return refused(reader.problems);
  }
  const product = productOf(merged(shipped ?? given, overrides));
  const where = shipped ? "overrides" : "product";
  return product.ok
    ? product
    : refused(product.refusal.map((it) => ({ ...it, field: `${where}.${it.field}` })));
}

/** Objects field by field; lists and values are replaced. */
function merged(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  const out: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    out[name] = isRecord(value) && isRecord(base[name]) ? merged(base[name], value) : value;
  }
  return out;
}

/** The account is opened on the day of its first event unless it says when. */
function firstDay(reader: Reader): EpochDay {
  const days = reader.list("events").flatMap((it) => {
    const on = new Reader(it, "events", []).dayOrNull("on");
    return on === null ? [] : [on];
  });
  const first = days.toSorted((a, b) => a - b)[0];
  return first ?? reader.dayOrNull("asOf") ?? reader.child("account").day("openedOn");
}

type Opening = {
  readonly on: EpochDay;
  readonly limitMinor: number;
  readonly rate: number;
  readonly dueDay: number;
};

function openingOf(product: Product, it: Opening): AccountEvent {
  const fact: AccountFact = {
    kind: "opened",
    accountId: present(parseId("Account", "acc_document"), "an id"),
    productId: product.declaration.id,
    productVersion: product.declaration.version,
    limitMinor: minor(it.limitMinor),
    rate: it.rate,
    dueDay: it.dueDay,
  };
  return stamped(fact, { seq: 1, on: it.on, bookedOn: it.on });
}

/** Puts each event to the engine in the order of booking, and tells the life they make. */
function live(
  reader: Reader,
  product: Product,
  start: readonly AccountEvent[],
): Outcome<Json, readonly Problem[]> {
  const { problems } = reader;
  const digits = minorDigits(product.declaration.currency);
  const asked = reader
    .list("events")
    .map((it, k) =>
      parseEvent(it, `events[${k}]`, { product, digits, seq: start.length + k + 1, problems }),
    );
  const asOf = reader.dayOrNull("asOf");
  const payoffOn = reader.dayOrNull("payoffOn");
  reader.refuseUnknown();
  const latest = [...start, ...asked].reduce((on, it) => later(on, it.bookedOn), start[0]!.valueOn);
  if (asOf !== null && asked.some((it) => it.valueOn > asOf)) {
    reader.wrong("asOf", "a day that is not before the last event");
  }
  if (payoffOn !== null && payoffOn < (asOf ?? latest)) {
    reader.wrong("payoffOn", "a day that is not before asOf");
  }
  if (problems.length > 0) return refused(problems);
  const { events, refusals } = booked(product, start, asked);
  const history = historyOf(product, events, asOf ?? latest);
  return accepted(
    reportAccount(product, history, {
      money: moneyIn(digits),
      payoffOn: payoffOn ?? history.state.asOf,
      refused: refusals,
    }),
  );
}

const later = (a: EpochDay, b: EpochDay): EpochDay => (a > b ? a : b);

type Booked = { readonly events: readonly AccountEvent[]; readonly refusals: readonly Json[] };

/** What the engine accepts is booked; what it refuses is told with its reason, and changes nothing. */
function booked(
  product: Product,
  start: readonly AccountEvent[],
  asked: readonly AccountEvent[],
): Booked {
  const events: AccountEvent[] = [...start];
  const refusals: Json[] = [];
  let { state } = fold(product, start, start[0]!.valueOn);
  for (const event of asked) {
    const isBackdated = event.valueOn < state.asOf;
    const then = isBackdated
      ? stateAt(product, events, event.valueOn)
      : advance(product, state, event.valueOn).state;
    const { id: _id, seq, valueOn, bookedOn, ...fact } = event;
    const command = { on: valueOn, bookedOn, fact: fact as AccountFact };
    const answer = decide(product, { state: then, events }, command);
    if (!answer.ok) {
      refusals.push({ event: seq, on: formatDay(valueOn), kind: fact.kind, ...answer.refusal });
      continue;
    }
    const accepting = stamped(answer.value, { seq, on: valueOn, bookedOn });
    ({ state } = record(product, { events, state, event: accepting }));
    events.push(accepting);
  }
  return { events, refusals };
}
