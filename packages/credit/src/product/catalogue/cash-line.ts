import { type Currency, minor, parseCurrency, present } from "@fairdue/kernel";
import { plainInstalments } from "../../schedule/terms.ts";
import type { ProductDeclaration } from "../declaration.ts";
import { accountingChina, ageingChina, capChina, toleranceChina, waterfallChina } from "./china.ts";

export const renminbi: Currency = present(parseCurrency("CNY"), "CNY is a currency");

/** A revolving cash line: many draws on one limit, each with its own schedule or open by the day. */
export const cashLineDeclaration: ProductDeclaration = {
  id: "cash-line",
  version: 1,
  from: "2020-01-01",
  name: { en: "Cash line", zh: "随借随还" },
  kind: "draws",
  currency: renminbi,
  jurisdiction: "CN",
  limitMinorMax: minor(30_000_000),
  dayCount: "actual/365-fixed",
  rate: { unit: "ppm-day", standard: 400, min: 0, max: 650 },
  rounding: "half-up",
  offers: {
    methods: [
      "equal-instalment",
      "equal-principal",
      "interest-first",
      "bullet",
      "custom-principal",
      "open",
    ],
    terms: [1, 3, 6, 9, 12, 24],
    drawMinorMin: minor(10_000),
    revolving: true,
  },
  cycle: {
    dueDay: 15,
    dueDaysOffered: [1, 5, 8, 10, 15, 20, 25, 28, 31],
    statementDaysBefore: 0,
    firstDueDaysMin: 5,
  },
  instalments: plainInstalments,
  minimum: null,
  conversion: null,
  overdue: {
    multiplierBp: 15_000,
    contractInterest: "replaced",
    onInterest: false,
    source: "银发〔2003〕251号: overdue rate 30 to 50 % above the contract rate",
  },
  tolerance: toleranceChina,
  waterfall: waterfallChina,
  surplus: "open-draws",
  early: {
    strategies: ["shorten-term", "lower-instalment"],
    feePpm: 0,
    interestDaysMin: 0,
    source: "民法典 677: early repayment owes interest for the time of use",
  },
  refund: { paidFees: "returned" },
  autoDebit: { roundsMinute: [480, 840, 1290], retryDays: 30 },
  costCap: capChina,
  ageing: ageingChina,
  accounting: accountingChina,
  death: { interest: "stops", source: "House policy; GB/T 45251-2025 for the contact rules" },
};
