export * from "./chart/chart.ts";
export * from "./export/beancount.ts";
export * from "./export/csv.ts";
export * from "./export/hledger.ts";
export * from "./export/line.ts";
export * from "./posting/posting.ts";
export * from "./trial-balance/trial-balance.ts";
