export { type AccrualLine, accrualLine } from "./accrue.ts";
export {
  decodeState,
  encodeState,
  readState,
  type StateRow,
  stateToRow,
  stateVersion,
} from "./codec.ts";
export * from "./command.ts";
export { decide, type Known } from "./decide.ts";
export { advance, apply, type Folded, fold, type Recording, record, stateAt } from "./fold.ts";
export { type Outstanding, outstanding } from "./invariants.ts";
export * from "./state.ts";
