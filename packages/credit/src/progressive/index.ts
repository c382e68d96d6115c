export { progressiveSchedule } from "./progressive.ts";
export type { Report as ProgressiveReport } from "./report.ts";
