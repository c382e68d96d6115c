export * from "./effect.ts";
export * from "./offer.ts";
export * from "./plan-day.ts";
export { type PlanProblem, problemOf } from "./problem.ts";
export * from "./summary.ts";
export type { Because, WorkItem } from "./work-item.ts";
export type { WordsFor } from "./words.ts";
