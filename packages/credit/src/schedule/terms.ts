import {
  type BusinessCalendar,
  type CalendarDeclaration,
  everyDayCalendar,
  parseCalendar,
  type RollConvention,
} from "@fairdue/kernel";

/** Distance between due days: every two weeks, every month, every 30 days. */
export type Every = { readonly unit: "day" | "week" | "month"; readonly count: number };

/** Who takes what rounding leaves over. */
export type ResidueRow = "first" | "last";

/**
 * How instalments are cut and placed; the same for the pure schedule and for a product's draws.
 */
export type InstalmentTerms = {
  readonly every: Every;
  /** Level instalments, and equal parts of principal, are whole multiples of this; 1 for none. */
  readonly multipleMinor: number;
  /** Row that takes what is left of principal, or of the level instalment. */
  readonly residue: ResidueRow;
  /** Row that takes what is left of a fee spread over the rows. */
  readonly feeResidue: ResidueRow;
  /**
   * `absorbs`: the last instalment differs by what rounding left. `smoothed`: the level instalment
   * is moved (at most three times) while that brings the last one nearer to it.
   */
  readonly finalRow: "absorbs" | "smoothed";
  /** Share of a draw that falls due on its own day, before the plan begins. */
  readonly downPaymentPpm: number;
  /** What a due day that is no business day becomes, and by which calendar. */
  readonly roll: RollConvention;
  readonly calendar: string | CalendarDeclaration;
};

/** Every month, to the minor unit, the last row takes the rest, no down payment, no calendar. */
export const plainInstalments: InstalmentTerms = {
  every: { unit: "month", count: 1 },
  multipleMinor: 1,
  residue: "last",
  feeResidue: "first",
  finalRow: "absorbs",
  downPaymentPpm: 0,
  roll: "none",
  calendar: "every-day",
};

/** The calendar of checked terms. */
export function calendarOfTerms(terms: InstalmentTerms): BusinessCalendar {
  const read = parseCalendar(terms.calendar, "calendar");
  return read.ok ? read.value : everyDayCalendar;
}
