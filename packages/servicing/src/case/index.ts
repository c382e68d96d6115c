export * from "./claim.ts";
export * from "./exit.ts";
export * from "./may.ts";
export * from "./promise.ts";
export * from "./result.ts";
