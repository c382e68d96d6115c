export {
  type CostRow,
  type CostTable,
  type CreditOffer,
  costOf,
  liveOut,
  offerCost,
} from "./cost.ts";
export { type CostRates, costRates } from "./rates.ts";
