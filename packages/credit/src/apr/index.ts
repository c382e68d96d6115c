export { type EuInterval, type EuOptions, type EuRate, euApr, yearsBetween } from "./eu.ts";
export { type CashFlow, irrPerPeriod, percentText, xirr } from "./irr.ts";
export {
  type AnnualRates,
  annualRates,
  type ChinaRate,
  irrOf,
  ownPeriods,
  type PeriodRate,
  type RateOptions,
} from "./rates.ts";
export { isIrregular, type RegZOptions, type RegZRate, regZApr } from "./reg-z.ts";
export { type AprReport, type AprRow, aprReport, type ShownRate } from "./report.ts";
export type { RateFailure } from "./root.ts";
export { type UnitPeriod, unitPeriodOf } from "./unit-period.ts";
