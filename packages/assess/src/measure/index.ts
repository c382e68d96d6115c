export * from "./calibration.ts";
export * from "./fairness.ts";
export * from "./rank.ts";
export * from "./stability.ts";
