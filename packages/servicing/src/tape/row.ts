import type { RepaymentMethod } from "@fairdue/credit";
import {
  accepted,
  type AccountId,
  type EpochDay,
  type Minor,
  minorDigits,
  type Outcome,
  parseDay,
  parseId,
  parseMinor,
  parsePercentAsPpm,
  type Problem,
  refused,
} from "@fairdue/kernel";
import { type Cells, type Expression, problem, textOf } from "./expression.ts";
import type { TapeMap } from "./map.ts";

/** One loan of the tape, read and checked. */
export type TapeLoan = {
  readonly borrowerId: string;
  readonly accountId: AccountId;
  readonly openedOn: EpochDay;
  readonly amountMinor: Minor;
  /** In the product's unit. */
  readonly rate: number;
  readonly terms: number;
  readonly method: RepaymentMethod;
  readonly dueDay: number;
  readonly firstDueOn: EpochDay | null;
  /** `Infinity` for all. */
  readonly instalmentsPaid: number;
  readonly payments: readonly { readonly on: EpochDay; readonly amountMinor: Minor }[];
  readonly chargedOffOn: EpochDay | null;
  readonly principalMinor: Minor | null;
};

/** Reads a row; every field that is wrong is named, with what it held. */
export function readTapeRow(map: TapeMap, cells: Cells): Outcome<TapeLoan, readonly Problem[]> {
  const problems: Problem[] = [];
  const { row, product } = map;
  const { declaration } = product;
  const digits = minorDigits(declaration.currency);
  const read = <Value>(
    field: string,
    it: Expression,
    how: { readonly parse: (text: string) => Value | undefined; readonly expected: string },
  ): Value | undefined => {
    const text = textOf(it, cells);
    const value = how.parse(text);
    if (value === undefined) problems.push(problem(field, text, how.expected));
    return value;
  };
  const maybe = <Value>(field: string, it: Expression | null, how: How<Value>): Value | null =>
    it === null || textOf(it, cells) === "" ? null : (read(field, it, how) ?? null);
  const day: How<EpochDay> = { parse: parseDayOf, expected: "a day such as 2026-01-31" };
  const amount: How<Minor> = {
    parse: (text) => positive(parseMinor(text.replace(/[$¥€£,\s]/g, ""), digits)),
    expected: `an amount above zero with at most ${digits} decimals`,
  };
  const accountId = read("account", row.account, {
    parse: (text) => (text.length > 40 ? undefined : parseId("Account", `acc_${text}`)),
    expected: "1 to 40 letters, digits or hyphens",
  });
  const borrowerId = read("borrower", row.borrower, {
    parse: (text) => parseId("Borrower", `brw_${text}`),
    expected: "1 to 48 letters, digits or hyphens",
  });
  const openedOn = read("openedOn", row.openedOn, day);
  const amountMinor = read("amount", row.amount, amount);
  const rate = read("rate", row.rate, {
    parse: (text) => rateOf(map, text),
    expected: "a percentage that is a whole number of the product's rate unit",
  });
  const terms = read("terms", row.terms, { parse: wholeNumber, expected: "a whole number" });
  const method = read("method", row.method, {
    parse: (text) => declaration.offers.methods.find((it) => it === text),
    expected: `one of ${declaration.offers.methods.join(", ")}`,
  });
  const dueDay = maybe("dueDay", row.dueDay, { parse: wholeNumber, expected: "a day of month" });
  const firstDueOn = maybe("firstDueOn", row.firstDueOn, day);
  const instalmentsPaid = maybe("instalmentsPaid", row.instalmentsPaid, {
    parse: (text) => (text === "all" ? Number.POSITIVE_INFINITY : wholeNumber(text)),
    expected: "a whole number, or all",
  });
  const payments = row.payments.flatMap((it, k) => {
    const on = maybe(`payments[${k}].on`, it.on, day);
    const paid = maybe(`payments[${k}].amount`, it.amount, amount);
    return on === null || paid === null ? [] : [{ on, amountMinor: paid }];
  });
  const chargedOffOn = maybe("chargedOffOn", row.chargedOffOn, day);
  const principalMinor = maybe("principal", row.principal, {
    parse: (text) => parseMinor(text.replace(/[$¥€£,\s]/g, ""), digits),
    expected: `an amount with at most ${digits} decimals`,
  });
  if (openedOn !== undefined && openedOn > map.through)
    problems.push(problem("openedOn", textOf(row.openedOn, cells), "a day not after `through`"));
  if (
    problems.length > 0 ||
    !accountId ||
    !borrowerId ||
    openedOn === undefined ||
    amountMinor === undefined ||
    rate === undefined ||
    terms === undefined ||
    !method
  )
    return refused(problems);
  return accepted({
    borrowerId,
    accountId,
    openedOn,
    amountMinor,
    rate,
    terms,
    method,
    dueDay: dueDay ?? declaration.cycle.dueDay,
    firstDueOn,
    instalmentsPaid: instalmentsPaid ?? 0,
    payments: [...payments].sort((a, b) => a.on - b.on),
    chargedOffOn,
    principalMinor,
  });
}

type How<Value> = {
  readonly parse: (text: string) => Value | undefined;
  readonly expected: string;
};

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined;

const positive = (amount: Minor | undefined): Minor | undefined =>
  amount !== undefined && amount > 0 ? amount : undefined;

/** ISO days, and `MMM-YYYY` (a month: its first day) as American tapes have it. */
function parseDayOf(text: string): EpochDay | undefined {
  const month = /^([A-Z][a-z]{2})-(\d{4})$/.exec(text);
  if (!month) return parseDay(text);
  const number = monthNames.indexOf(month[1] ?? "") + 1;
  return parseDay(`${month[2]}-${String(number).padStart(2, "0")}-01`);
}

const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

/** `13.99` or `13.99%`, a year (`0.05`, a day, for products with a daily rate). */
function rateOf({ product }: TapeMap, text: string): number | undefined {
  const ppm = parsePercentAsPpm(text.replace(/\s*%$/, ""));
  if (ppm === undefined || ppm < 0) return undefined;
  if (product.declaration.rate.unit !== "bp-year") return ppm;
  return ppm % 100 === 0 ? ppm / 100 : undefined;
}
