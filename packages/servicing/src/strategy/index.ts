export * from "./assign.ts";
export { type Condition, describe, holds } from "./condition.ts";
export * from "./features.ts";
export { parseStrategy } from "./parse.ts";
export { standardStrategy } from "./standard.ts";
export * from "./strategy.ts";
