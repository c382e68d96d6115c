export * from "./arrangements.ts";
export * from "./policies.ts";
export * from "./worksheets.ts";
