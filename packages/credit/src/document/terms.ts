import { minor, minorDigits, civilOf } from "@fairdue/kernel";
import { dayCounts } from "../daycount/daycount.ts";
import type { RateUnit } from "../interest/interest.ts";
import { instalmentLoanDeclaration } from "../product/catalogue/index.ts";
import type { PlanTerms, ProductDeclaration } from "../product/declaration.ts";
import { Reader } from "../progressive/reader.ts";
import { checkInstalments, every, instalmentFields } from "../schedule/parse-terms.ts";
import type { ScheduleTerms } from "../schedule/schedule.ts";
import { type InstalmentTerms, plainInstalments } from "../schedule/terms.ts";
import { currencyIn, percentIn } from "./fields.ts";

const methods = [
  "equal-instalment",
  "equal-principal",
  "interest-first",
  "bullet",
  "custom-principal",
  "flat-fee",
] as const;

const modes = ["half-up", "half-even", "half-down", "up", "down", "ceiling", "floor"] as const;

/** A loan by its contract's terms, without a product. */
export type PlainLoan = {
  readonly currency: string;
  readonly digits: number;
  readonly terms: ScheduleTerms;
};

/** Reads `terms` of a document; only principal, start, method and number must be said. */
export function parsePlainLoan(reader: Reader, currency: string): PlainLoan {
  const digits = minorDigits(currencyIn(currency));
  const method = reader.word("method", methods, "equal-instalment");
  const custom = reader.list("principals").map((it, k) => {
    const entry = new Reader({ amount: it }, `${reader.at("principals")}[${k}]`, reader.problems);
    return minor(Number(entry.amount("amount", digits)));
  });
  if (method === "custom-principal" && custom.length === 0) {
    reader.wrong("principals", "the principal of each instalment");
  }
  const principal = Number(reader.amount("principal", digits));
  if (principal === 0) reader.wrong("principal", "more than 0");
  const sum = custom.reduce((all, it) => all + it, 0);
  if (custom.length > 0 && sum !== principal) {
    reader.wrong("principals", `amounts that sum to the principal, not to ${sum} minor units`);
  }
  const startOn = reader.day("startOn");
  const firstDueOn = reader.dayOrNull("firstDueOn");
  if (firstDueOn !== null && firstDueOn <= startOn) {
    reader.wrong("firstDueOn", "a day after startOn");
  }
  const rate = rateIn(reader);
  const isMonthly = rate.unit === "ppm-month";
  const dayCount = reader.word("dayCount", dayCounts, isMonthly ? "30e/360" : "actual/365-fixed");
  if (isMonthly && !dayCount.startsWith("30")) {
    reader.wrong("dayCount", "30e/360 or 30/360-us for a monthly rate");
  }
  const isCustom = method === "custom-principal";
  const feePercent = percentIn(reader, "feePercent") ?? 0;
  const terms: ScheduleTerms = {
    principalMinor: minor(principal),
    startOn,
    rate: rate.value,
    rateUnit: rate.unit,
    dayCount,
    rounding: reader.word("rounding", modes, "half-up"),
    method,
    terms: isCustom ? custom.length : reader.integer("instalments", { min: 1, max: 1200 }),
    firstDueOn,
    dueDay: reader.integerOrNull("dueDay", { min: 1, max: 31 }),
    firstDueDaysMin: reader.integer("firstDueDaysMin", { min: 0, max: 366, fallback: 0 }),
    feePpm: feePercent,
    feePer: reader.word("feePer", ["plan", "instalment"] as const, "plan"),
    customPrincipalMinor: isCustom ? custom : [],
    instalments: instalmentsIn(reader, digits),
  };
  reader.refuseUnknown();
  return { currency, digits, terms };
}

/** `ratePercentYear`, `ratePercentMonth` or `ratePercentDay`: exactly as said, in its own unit. */
function rateIn(reader: Reader): { readonly unit: RateUnit; readonly value: number } {
  const names = ["ratePercentYear", "ratePercentMonth", "ratePercentDay"] as const;
  const given = names.filter((name) => reader.has(name));
  const [name] = given;
  if (given.length > 1 && name) reader.wrong(name, `one rate, not ${given.join(" and ")}`);
  if (!name) return { unit: "bp-year", value: 0 };
  const ppm = percentIn(reader, name) ?? 0;
  if (name === "ratePercentDay") return { unit: "ppm-day", value: ppm };
  if (name === "ratePercentMonth") return { unit: "ppm-month", value: ppm };
  return ppm % 100 === 0 ? { unit: "bp-year", value: ppm / 100 } : { unit: "ppm-year", value: ppm };
}

function instalmentsIn(reader: Reader, digits: number): InstalmentTerms {
  const { problems } = reader;
  const multiple = Number(reader.amountOrNull("multipleOf", digits) ?? 1n);
  const read: InstalmentTerms = {
    every: reader.has("every") ? everyIn(reader) : plainInstalments.every,
    multipleMinor: Math.max(1, multiple),
    residue: reader.word("residue", ["first", "last"] as const, "last"),
    feeResidue: reader.word("feeResidue", ["first", "last"] as const, "first"),
    finalRow: reader.word("finalRow", ["absorbs", "smoothed"] as const, "absorbs"),
    downPaymentPpm: percentIn(reader, "downPaymentPercent") ?? 0,
    roll: reader.word(
      "roll",
      ["none", "following", "modified-following", "preceding", "modified-preceding"] as const,
      "none",
    ),
    calendar: calendarIn(reader),
  };
  instalmentFields.downPaymentPpm(read.downPaymentPpm, reader.at("downPaymentPercent"), problems);
  checkInstalments(read, "", problems);
  return read;
}

function everyIn(reader: Reader): InstalmentTerms["every"] {
  const before = reader.problems.length;
  every(reader.raw("every"), reader.at("every"), reader.problems);
  const value = reader.raw("every") as InstalmentTerms["every"];
  return reader.problems.length === before ? value : plainInstalments.every;
}

function calendarIn(reader: Reader): InstalmentTerms["calendar"] {
  if (!reader.has("calendar")) return "every-day";
  const before = reader.problems.length;
  instalmentFields.calendar(reader.raw("calendar"), reader.at("calendar"), reader.problems);
  const value = reader.raw("calendar") as InstalmentTerms["calendar"];
  return reader.problems.length === before ? value : "every-day";
}

/**
 * The product that offers just this loan, so that its life runs through the same engine as any
 * other: no tolerance, no cap, contract interest on what is overdue.
 */
export function productOfLoan(loan: PlainLoan, rateMax: number): ProductDeclaration {
  const { terms } = loan;
  const dueDay = dueDayOf(terms);
  const days = terms.dayCount === "30/360-us" ? 30 : 31;
  return {
    ...instalmentLoanDeclaration,
    id: "plain-loan",
    name: { en: "Loan by its terms", zh: "按约定条款的贷款" },
    currency: currencyIn(loan.currency),
    limitMinorMax: terms.principalMinor,
    dayCount: terms.dayCount,
    rate: {
      unit: terms.rateUnit,
      standard: terms.rate,
      min: 0,
      max: Math.max(terms.rate, rateMax),
    },
    rounding: terms.rounding,
    offers: {
      methods: [terms.method],
      terms: [Math.min(600, terms.terms)],
      drawMinorMin: minor(1),
      revolving: false,
    },
    cycle: {
      dueDay,
      dueDaysOffered: Array.from({ length: days }, (_, k) => k + 1),
      statementDaysBefore: 0,
      firstDueDaysMin: Math.min(60, terms.firstDueDaysMin),
    },
    instalments: terms.instalments,
    overdue: {
      multiplierBp: 0,
      contractInterest: "continues",
      onInterest: false,
      source: "The terms say nothing of default: contract interest runs on",
    },
    tolerance: { days: 0, amountMinor: minor(0), source: "The terms say nothing of tolerance" },
    early: { ...instalmentLoanDeclaration.early, feePpm: 0, interestDaysMin: 0 },
    autoDebit: null,
    costCap: [],
  };
}

export function dueDayOf(terms: ScheduleTerms): number {
  return terms.dueDay ?? civilOf(terms.firstDueOn ?? terms.startOn).day;
}

/** The plan of the one draw of such a loan. */
export function planOfLoan(terms: ScheduleTerms): PlanTerms {
  return {
    method: terms.method,
    terms: terms.terms,
    feePpm: terms.feePer === "instalment" ? terms.feePpm * terms.terms : terms.feePpm,
    principalMinor: terms.customPrincipalMinor,
    firstDueOn: terms.firstDueOn,
  };
}
