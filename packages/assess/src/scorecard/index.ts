export * from "./regression.ts";
export * from "./train.ts";
