export * from "./inspect/index.ts";
