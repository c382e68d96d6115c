export { type DayCount, dayCounts, partsBetween, partsOfYear, yearFraction } from "./daycount.ts";
