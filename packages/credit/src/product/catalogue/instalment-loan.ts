import { minor } from "@fairdue/kernel";
import type { ProductDeclaration } from "../declaration.ts";
import { cashLineDeclaration } from "./cash-line.ts";

/**
 * A plain instalment loan: one draw, a yearly rate, no re-use of what is repaid. Declared only;
 * no line of the engine knows it.
 */
export const instalmentLoanDeclaration: ProductDeclaration = {
  ...cashLineDeclaration,
  id: "instalment-loan",
  name: { en: "Instalment loan", zh: "分期贷款" },
  kind: "loan",
  limitMinorMax: minor(20_000_000),
  rate: { unit: "bp-year", standard: 1_080, min: 0, max: 2_400 },
  offers: {
    methods: ["equal-instalment", "equal-principal", "interest-first", "bullet"],
    terms: [6, 12, 24, 36, 48, 60],
    drawMinorMin: minor(100_000),
    revolving: false,
  },
  surplus: "credit",
  early: {
    strategies: ["shorten-term", "lower-instalment"],
    feePpm: 10_000,
    interestDaysMin: 1,
    source: "Contract: 1 % of what is repaid early; 民法典 677 otherwise",
  },
};
