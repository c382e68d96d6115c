export * from "./groups.ts";
export * from "./prohibited.ts";
export * from "./strength.ts";
