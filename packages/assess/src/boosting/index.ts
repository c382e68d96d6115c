export { type BagResult, type BoostSettings } from "./field.ts";
export * from "./train.ts";
