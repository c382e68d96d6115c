import type { Problem } from "@fairdue/kernel";
import {
  type Check,
  complain,
  dated,
  dayText,
  integer,
  list,
  matching,
  nullable,
  object,
  oneOf,
  rising,
  text,
  truth,
} from "./check.ts";
import { dayCounts } from "../daycount/daycount.ts";
import { rateUnits } from "../interest/interest.ts";
import { checkInstalments, instalmentTerms, repaymentMethods } from "../schedule/parse-terms.ts";
import type { ProductDeclaration } from "./declaration.ts";

const amount = integer(0, Number.MAX_SAFE_INTEGER);
const ppm = integer(0, 10_000_000);
const dayOfMonth = integer(1, 31);
const thresholds = (count: number): Check => list(integer(1, 10_000), count, count);

const shape: Check = object({
  id: matching(/^[a-z][a-z0-9-]{0,39}$/, "lower-case words joined by hyphens"),
  version: integer(1, 1_000_000),
  from: dayText,
  name: object({ en: text, zh: text }),
  kind: oneOf("draws", "purchases", "loan"),
  currency: matching(/^[A-Z]{3}$/, "an ISO 4217 code such as CNY"),
  jurisdiction: matching(/^[A-Z]{2}$/, "an ISO 3166 code such as CN"),
  limitMinorMax: integer(1, Number.MAX_SAFE_INTEGER),
  dayCount: oneOf(...dayCounts),
  rate: object({
    unit: oneOf(...rateUnits),
    standard: ppm,
    min: ppm,
    max: ppm,
  }),
  rounding: oneOf("half-up", "half-even", "half-down", "up", "down", "ceiling", "floor"),
  offers: object({
    methods: list(oneOf(...repaymentMethods), 0),
    terms: list(integer(1, 600), 0),
    drawMinorMin: integer(1, Number.MAX_SAFE_INTEGER),
    revolving: truth,
  }),
  cycle: object({
    dueDay: dayOfMonth,
    dueDaysOffered: list(dayOfMonth, 1),
    statementDaysBefore: integer(0, 27),
    firstDueDaysMin: integer(0, 60),
  }),
  instalments: instalmentTerms,
  minimum: nullable(object({ sharePpm: integer(0, 1_000_000), floorMinor: amount })),
  conversion: nullable(
    object({
      offers: list(object({ terms: integer(1, 120), feePpm: ppm }), 1),
      amountMinorMin: integer(1, Number.MAX_SAFE_INTEGER),
      atPurchase: truth,
      atStatement: truth,
      earlySettlement: oneOf("remaining-fee-owed", "remaining-fee-waived"),
    }),
  ),
  overdue: object({
    multiplierBp: integer(0, 30_000),
    contractInterest: oneOf("replaced", "continues"),
    onInterest: truth,
    source: text,
  }),
  tolerance: object({ days: integer(0, 30), amountMinor: amount, source: text }),
  waterfall: rising(
    object({
      fromDpd: integer(0, 10_000),
      order: list(oneOf("penalty", "fee", "interest", "principal"), 4, 4),
      across: oneOf("by-due", "by-component"),
      source: text,
    }),
    "fromDpd",
  ),
  surplus: oneOf("credit", "open-draws"),
  early: object({
    strategies: list(oneOf("shorten-term", "lower-instalment"), 1),
    feePpm: ppm,
    interestDaysMin: integer(0, 31),
    source: text,
  }),
  refund: object({ paidFees: oneOf("kept", "returned") }),
  autoDebit: nullable(
    object({ roundsMinute: list(integer(0, 1439), 1, 24), retryDays: integer(0, 90) }),
  ),
  costCap: list(object({ from: dayText, ppmYear: integer(1, 10_000_000), source: text }), 0),
  ageing: object({
    buckets: dated(list(integer(1, 10_000), 1)),
    grades: dated(thresholds(4)),
    stages: dated(thresholds(2)),
    observationDays: dated(integer(0, 3650)),
  }),
  accounting: object({
    nonAccrualDpd: dated(integer(1, 10_000)),
    cure: oneOf("cleared", "cleared-and-observed"),
    provision: dated(
      list(
        object({
          stage: integer(1, 3),
          fromBucket: integer(0, 100),
          pdPpm: integer(0, 1_000_000),
          lgdPpm: integer(0, 1_000_000),
        }),
        1,
      ),
    ),
  }),
  death: object({ interest: oneOf("stops", "continues"), source: text }),
});

/** All that is wrong with a declaration, by field path; empty when it may be offered. */
export function problemsOf(value: unknown): Problem[] {
  const problems: Problem[] = [];
  shape(value, "", problems);
  if (problems.length === 0) meaning(value as ProductDeclaration, problems);
  return problems;
}

/** Ten years of interest on the highest limit must fit a machine integer: exactness is not luck. */
const daysMax = 3660;

function meaning(it: ProductDeclaration, problems: Problem[]): void {
  const { rate, overdue } = it;
  if (rate.min > rate.standard) complain(problems, "rate.min", rate.min, "at most rate.standard");
  if (rate.max < rate.standard) complain(problems, "rate.max", rate.max, "at least rate.standard");
  if (rate.unit === "ppm-day" && !it.dayCount.startsWith("actual/36")) {
    complain(problems, "dayCount", it.dayCount, "actual/365-fixed or actual/360 for a daily rate");
  }
  const rateMax = rate.max * Math.max(1, overdue.multiplierBp / 10_000 + 1);
  const limitMax = Math.floor(4e15 / (daysMax * weightMax(it) * Math.max(1, rateMax)));
  if (it.limitMinorMax > limitMax) {
    complain(
      problems,
      "limitMinorMax",
      it.limitMinorMax,
      `at most ${limitMax} at this rate and unit`,
    );
  }
  if (it.waterfall[0]?.fromDpd !== 0) {
    complain(problems, "waterfall[0].fromDpd", it.waterfall[0]?.fromDpd, "0: a rule for every day");
  }
  it.waterfall.forEach((rule, index) => {
    if (new Set(rule.order).size !== 4) {
      complain(problems, `waterfall[${index}].order`, rule.order, "each component once");
    }
  });
  if (!it.cycle.dueDaysOffered.includes(it.cycle.dueDay)) {
    complain(problems, "cycle.dueDaysOffered", it.cycle.dueDaysOffered, "to contain cycle.dueDay");
  }
  const isPurchases = it.kind === "purchases";
  if (isPurchases !== (it.minimum !== null)) {
    complain(problems, "minimum", it.minimum, isPurchases ? "terms of the minimum" : "null");
  }
  if (!isPurchases && it.conversion !== null) {
    complain(problems, "conversion", it.conversion, "null unless kind is purchases");
  }
  if (!isPurchases && it.offers.methods.length === 0) {
    complain(problems, "offers.methods", it.offers.methods, "at least one repayment method");
  }
  checkTime(it, problems);
  risingNumbers(it, problems);
}

/** What the rate's unit, the day count, the due days and the instalments say of each other. */
function checkTime(it: ProductDeclaration, problems: Problem[]): void {
  const { cycle, instalments } = it;
  if (it.rate.unit === "ppm-month" && !it.dayCount.startsWith("30")) {
    complain(problems, "dayCount", it.dayCount, "30e/360 or 30/360-us for a monthly rate");
  }
  if (it.dayCount === "30/360-us" && cycle.dueDaysOffered.some((day) => day > 30)) {
    const expected = "at most 30 under 30/360-us, which does not accrue by the day on a 31st";
    complain(problems, "cycle.dueDaysOffered", cycle.dueDaysOffered, expected);
  }
  checkInstalments(instalments, "instalments", problems);
  const isMonthly = instalments.every.unit === "month" && instalments.every.count === 1;
  const isPlain = isMonthly && instalments.roll === "none" && instalments.downPaymentPpm === 0;
  if (it.kind === "purchases" && !isPlain) {
    const expected = "every month, no down payment, no rolling: statements set the due days";
    complain(problems, "instalments", instalments, expected);
  }
}

function risingNumbers(it: ProductDeclaration, problems: Problem[]): void {
  for (const name of ["buckets", "grades", "stages"] as const) {
    it.ageing[name].forEach((entry, index) => {
      const values: readonly number[] = entry.value;
      if (values.some((value, at) => at > 0 && value <= (values[at - 1] ?? 0))) {
        complain(problems, `ageing.${name}[${index}].value`, values, "rising days past due");
      }
    });
  }
  it.costCap.forEach((cap, index) => {
    if (index > 0 && cap.from <= (it.costCap[index - 1]?.from ?? "")) {
      complain(problems, `costCap[${index}].from`, cap.from, "later than the entry before");
    }
  });
}

function weightMax(it: ProductDeclaration): number {
  return it.dayCount === "actual/actual-isda" ? 366 : 1;
}
