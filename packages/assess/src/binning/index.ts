export * from "./bins.ts";
export * from "./optimal.ts";
