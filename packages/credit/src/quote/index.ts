export * from "./quote.ts";
