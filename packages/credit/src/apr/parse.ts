import {
  accepted,
  addDays,
  addMonths,
  type Currency,
  type EpochDay,
  minor,
  type Minor,
  minorDigits,
  type Outcome,
  parseCurrency,
  parseMinor,
  present,
  type Problem,
  refused,
} from "@fairdue/kernel";
import { isRecord } from "../product/check.ts";
import { Reader } from "../progressive/reader.ts";
import type { CashFlow } from "./irr.ts";
import type { RateOptions } from "./rates.ts";
import type { UnitPeriod } from "./unit-period.ts";

/** What a document of `fairdue apr` asks. */
export type AprQuestion = {
  readonly currency: Currency;
  readonly digits: number;
  /** Money to the borrower positive; the document may have said it from the lender's side. */
  readonly flows: readonly CashFlow[];
  readonly options: RateOptions;
};

/** Reads dated flows, or advances and payments, with all that is wrong with them. */
export function parseAprQuestion(document: unknown): Outcome<AprQuestion, readonly Problem[]> {
  const problems: Problem[] = [];
  const reader = new Reader(document, "", problems);
  const currency = currencyOf(reader);
  const digits = minorDigits(currency);
  const list = { reader, digits, problems };
  const flows = [
    ...signedFlows(list),
    ...sideOf(list, "advances", 1),
    ...sideOf(list, "payments", -1),
  ];
  const isBoth = reader.has("flows") && (reader.has("advances") || reader.has("payments"));
  if (isBoth) reader.wrong("flows", "either flows, or advances and payments");
  if (flows.length === 0 && problems.length === 0) {
    reader.wrong("flows", "a list of dated amounts, or advances and payments");
  }
  const options: RateOptions = {
    regZ: { unitPeriod: unitPeriodIn(reader), startOn: reader.dayOrNull("startOn") },
    eu: {
      interval: reader.has("euInterval")
        ? reader.word("euInterval", ["year", "month", "week"] as const)
        : null,
    },
  };
  const firstOn = flows.reduce<EpochDay | null>(
    (on, it) => (on === null || it.on < on ? it.on : on),
    null,
  );
  const { startOn } = options.regZ;
  if (startOn !== null && firstOn !== null && startOn > firstOn) {
    reader.wrong("startOn", "a day that is not after the first flow");
  }
  reader.refuseUnknown();
  if (problems.length > 0) return refused(problems);
  return accepted({ currency, digits, flows: fromBorrower(flows), options });
}

function currencyOf(reader: Reader): Currency {
  const fallback = present(parseCurrency("CNY"), "CNY is a currency");
  const text = reader.text("currency", fallback);
  const currency = parseCurrency(text);
  if (!currency) reader.wrong("currency", "an ISO 4217 code such as CNY");
  return currency ?? fallback;
}

type Listing = {
  readonly reader: Reader;
  readonly digits: number;
  readonly problems: Problem[];
};

/** `flows`: signed amounts, from either side's view. */
function signedFlows({ reader, digits, problems }: Listing): CashFlow[] {
  return reader.list("flows").map((it, k) => {
    const entry = new Reader(it, `flows[${k}]`, problems);
    const on = entry.day("on");
    const amountMinor = signedAmount(entry, digits);
    entry.refuseUnknown();
    return { on, amountMinor };
  });
}

function signedAmount(entry: Reader, digits: number): Minor {
  if (entry.has("amountMinor")) {
    return minor(entry.integer("amountMinor", { min: -9e15, max: 9e15 }));
  }
  const value = entry.raw("amount");
  const text = typeof value === "number" ? String(value) : value;
  const amount = typeof text === "string" ? parseMinor(text, digits) : undefined;
  if (amount === undefined) {
    entry.wrong("amount", `an amount with at most ${digits} decimals such as "-900.41"`);
  }
  return amount ?? minor(0);
}

/** `advances` and `payments`: amounts without sign; a series says from, count and every. */
function sideOf(list: Listing, name: "advances" | "payments", sign: 1 | -1): CashFlow[] {
  return list.reader.list(name).flatMap((it, k) => {
    const entry = new Reader(it, `${name}[${k}]`, list.problems);
    const days = isRecord(it) && "count" in it ? seriesDays(entry) : [entry.day("on")];
    const amount = Number(entry.amount("amount", list.digits));
    entry.refuseUnknown();
    return days.map((on) => ({ on, amountMinor: minor(sign * amount) }));
  });
}

function seriesDays(entry: Reader): EpochDay[] {
  const from = entry.day("on");
  const count = entry.integer("count", { min: 1, max: 1200 });
  const every = entry.has("every") ? unitIn(entry.child("every")) : monthly;
  return Array.from({ length: count }, (_, k) => stepped(from, every, k));
}

const monthly: UnitPeriod = { unit: "month", count: 1 };

function stepped(from: EpochDay, every: UnitPeriod, k: number): EpochDay {
  switch (every.unit) {
    case "day":
      return addDays(from, k * every.count);
    case "week":
      return addDays(from, 7 * k * every.count);
    case "semimonth":
      return addDays(addMonths(from, k >> 1), k % 2 === 0 ? 0 : 15);
    case "year":
      return addMonths(from, 12 * k);
    default:
      return addMonths(from, k * every.count);
  }
}

function unitPeriodIn(reader: Reader): UnitPeriod | null {
  return reader.has("unitPeriod") ? unitIn(reader.child("unitPeriod")) : null;
}

function unitIn(reader: Reader): UnitPeriod {
  const unit = reader.word("unit", ["day", "week", "semimonth", "month", "year"] as const);
  const isFixed = unit === "semimonth" || unit === "year";
  const count = reader.integer("count", { min: 1, max: isFixed ? 1 : 366, fallback: 1 });
  reader.refuseUnknown();
  return isFixed ? { unit, count: 1 } : { unit, count };
}

/** A series that begins with money out was told by the lender: the same, seen from the other side. */
function fromBorrower(flows: readonly CashFlow[]): readonly CashFlow[] {
  const [first] = flows.filter((it) => it.amountMinor !== 0).toSorted((a, b) => a.on - b.on);
  if (!first || first.amountMinor > 0) return flows;
  return flows.map((it) => ({ on: it.on, amountMinor: minor(-it.amountMinor) }));
}
