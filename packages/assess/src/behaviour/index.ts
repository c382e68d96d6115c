export * from "./catalogue.ts";
export * from "./events.ts";
export * from "./features.ts";
export * from "./fold.ts";
