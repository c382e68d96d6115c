export {
  type CashFlow,
  type CostRow,
  type CostTable,
  type CreditOffer,
  costOf,
  offerCost,
} from "./cost.ts";
