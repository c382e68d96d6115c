import type { CalendarDeclaration } from "@fairdue/kernel";

/** National public holidays, common to all states and territories; local ones are not among them. */
export const nationalHolidays: CalendarDeclaration = {
  name: "au-national",
  // The guideline has hours for Saturdays and Sundays: only the holidays are off.
  weekend: [],
  years: [2025, 2026, 2027],
  exceptions: [
    ["2025-01-01", "off", "New Year's Day"],
    ["2025-01-27", "off", "Australia Day (observed)"],
    ["2025-04-18", "off", "Good Friday"],
    ["2025-04-21", "off", "Easter Monday"],
    ["2025-04-25", "off", "Anzac Day"],
    ["2025-12-25", "off", "Christmas Day"],
    ["2025-12-26", "off", "Boxing Day"],
    ["2026-01-01", "off", "New Year's Day"],
    ["2026-01-26", "off", "Australia Day"],
    ["2026-04-03", "off", "Good Friday"],
    ["2026-04-06", "off", "Easter Monday"],
    ["2026-04-25", "off", "Anzac Day"],
    ["2026-12-25", "off", "Christmas Day"],
    ["2026-12-26", "off", "Boxing Day"],
    ["2026-12-28", "off", "Boxing Day (observed)"],
    ["2027-01-01", "off", "New Year's Day"],
    ["2027-01-26", "off", "Australia Day"],
    ["2027-03-26", "off", "Good Friday"],
    ["2027-03-29", "off", "Easter Monday"],
    ["2027-04-25", "off", "Anzac Day"],
    ["2027-12-25", "off", "Christmas Day"],
    ["2027-12-26", "off", "Boxing Day"],
    ["2027-12-27", "off", "Christmas Day (observed)"],
    ["2027-12-28", "off", "Boxing Day (observed)"],
  ],
};
