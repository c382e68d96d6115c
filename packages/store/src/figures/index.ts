export * from "./cures.ts";
export * from "./roll.ts";
export * from "./work.ts";
