export {
  inspect,
  prohibitedFrom,
  type Inspection,
  type InspectionContext,
  type Span,
} from "./inspect.ts";
export {
  lawfulCategories,
  prohibitedCategories,
  recipients,
  type LawfulCategory,
  type ProhibitedCategory,
  type Recipient,
} from "./catalogue/categories.ts";
export type { ClaimFacts } from "./claims.ts";
export type { Disguise } from "./cells.ts";
export { categoryText, type Reason } from "./text/reasons.ts";
