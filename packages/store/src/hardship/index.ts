export * from "./hardship.ts";
export * from "./protections.ts";
