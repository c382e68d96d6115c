export * from "./drift.ts";
