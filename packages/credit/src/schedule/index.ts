export { type DueDayTerms, dueDaysOf, monthlyDueDays, type Rolling, rolled } from "./due-days.ts";
export { exactInstalment, levelInstalment, type PlanSpan } from "./instalment.ts";
export { type PlanColumns, type PlanRoom, roomFor } from "./columns.ts";
export {
  type PlanParts,
  type PlanRow,
  type PlanShape,
  planRows,
  type RepaymentMethod,
} from "./rows.ts";
export * from "./schedule.ts";
export {
  type Every,
  type InstalmentTerms,
  plainInstalments,
  type ResidueRow,
} from "./terms.ts";
