export * from "./act.ts";
export * from "./control.ts";
export * from "./decide.ts";
export * from "./history.ts";
export * from "./pack-rules.ts";
export * from "./permit.ts";
export * from "./wishes.ts";
