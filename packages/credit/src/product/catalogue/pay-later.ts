import { minor } from "@fairdue/kernel";
import { plainInstalments } from "../../schedule/terms.ts";
import type { ProductDeclaration } from "../declaration.ts";
import { cashLineDeclaration, renminbi } from "./cash-line.ts";
import { accountingChina, ageingChina, capChina, toleranceChina, waterfallChina } from "./china.ts";

/** A pay-later line: purchases, a monthly statement, interest-free until its due day. */
export const payLaterDeclaration: ProductDeclaration = {
  id: "pay-later",
  version: 1,
  from: "2020-01-01",
  name: { en: "Pay later", zh: "先享后付" },
  kind: "purchases",
  currency: renminbi,
  jurisdiction: "CN",
  limitMinorMax: minor(10_000_000),
  dayCount: "actual/365-fixed",
  rate: { unit: "ppm-day", standard: 500, min: 0, max: 650 },
  rounding: "half-up",
  offers: { methods: [], terms: [], drawMinorMin: minor(1), revolving: true },
  cycle: {
    dueDay: 9,
    dueDaysOffered: [8, 9, 10, 15, 20, 25],
    statementDaysBefore: 8,
    firstDueDaysMin: 0,
  },
  instalments: plainInstalments,
  minimum: { sharePpm: 100_000, floorMinor: minor(1_000) },
  conversion: {
    offers: [
      { terms: 3, feePpm: 23_000 },
      { terms: 6, feePpm: 45_000 },
      { terms: 9, feePpm: 65_000 },
      { terms: 12, feePpm: 88_000 },
    ],
    amountMinorMin: minor(10_000),
    atPurchase: true,
    atStatement: true,
    earlySettlement: "remaining-fee-waived",
  },
  overdue: {
    multiplierBp: 10_000,
    contractInterest: "replaced",
    onInterest: false,
    source: "Contract: 0.05 % a day on what is due and unpaid",
  },
  tolerance: toleranceChina,
  waterfall: waterfallChina,
  surplus: "credit",
  early: {
    strategies: ["shorten-term"],
    feePpm: 0,
    interestDaysMin: 0,
    source: "民法典 677: early repayment owes interest for the time of use",
  },
  refund: { paidFees: "returned" },
  autoDebit: { roundsMinute: [480, 840, 1290], retryDays: 30 },
  costCap: capChina,
  ageing: ageingChina,
  accounting: accountingChina,
  death: cashLineDeclaration.death,
};
