import { expect, test } from "vitest";
import { day, formatDay } from "../day/day.ts";
import { addWorkingDays, chinaCalendar, rollDay } from "./calendar.ts";

test("National Day 2025 closes the banks for eight days and opens a Sunday before", () => {
  expect(chinaCalendar.kindOf(day("2025-09-28"))).toBe("working");
  expect(chinaCalendar.kindOf(day("2025-10-08"))).toBe("off");
  expect(chinaCalendar.kindOf(day("2025-10-09"))).toBe("working");
});

test("a year without a notice is unknown, never without holidays", () => {
  expect(chinaCalendar.kindOf(day("2027-02-10"))).toBe("unknown");
  expect(addWorkingDays(chinaCalendar, day("2026-12-31"), 3).certain).toBe(false);
});

test("working days jump over the holiday and count the make-up day", () => {
  const it = addWorkingDays(chinaCalendar, day("2025-09-26"), 5);
  // 28 (make-up Sunday), 29, 30 September, 9, 10 October.
  expect(formatDay(it.day)).toBe("2025-10-10");
  expect(it.certain).toBe(true);
});

test("roll conventions at the end of a month", () => {
  const saturday = day("2026-10-31");
  const roll = (convention: Parameters<typeof rollDay>[2]): string =>
    formatDay(rollDay(chinaCalendar, saturday, convention).day);
  expect(roll("following")).toBe("2026-11-02");
  expect(roll("modified-following")).toBe("2026-10-30");
  expect(roll("preceding")).toBe("2026-10-30");
  expect(roll("none")).toBe("2026-10-31");
});
