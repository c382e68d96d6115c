export * from "./decision.ts";
export * from "./kinds.ts";
