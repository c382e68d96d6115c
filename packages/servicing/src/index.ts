export * from "./close/accrual.ts";
export * from "./close/report.ts";
export * from "./close/roll.ts";
export * from "./command/carry-out.ts";
export * from "./posting/movement-entries.ts";
export * from "./personal-data/index.ts";
export * from "./gate/index.ts";
export * from "./access/index.ts";
