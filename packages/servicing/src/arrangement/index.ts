export * from "./course.ts";
export * from "./letter.ts";
export * from "./offers.ts";
export * from "./policy.ts";
export * from "./quote.ts";
export * from "./terms.ts";
export * from "./worksheet.ts";
