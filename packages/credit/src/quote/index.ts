export * from "./quote.ts";
export { type PlannedRow, planQuote } from "./plan-quote.ts";
