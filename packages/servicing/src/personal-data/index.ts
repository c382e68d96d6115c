export * from "./catalogue.ts";
export { maskOf, searchFormOf } from "./mask.ts";
export * from "./purpose.ts";
