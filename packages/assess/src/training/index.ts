export * from "./prepare.ts";
export * from "./train.ts";
