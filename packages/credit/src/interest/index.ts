export {
  basisOf,
  exactInterest,
  fallDue,
  type InterestSpan,
  type RateBasis,
  type RateUnit,
  rateUnits,
  weightOf,
} from "./interest.ts";
