import { expect, test } from "vitest";
import { day, formatDay } from "../day/day.ts";
import { rollDay } from "./calendar.ts";
import { parseCalendar } from "./parse-calendar.ts";

const hesse = {
  name: "de-he",
  weekend: [6, 7],
  years: [2026],
  exceptions: [
    ["2026-04-03", "off", "Karfreitag"],
    ["2026-04-06", "off", "Ostermontag"],
  ],
};

test("a calendar is loaded from JSON, and Easter 2026 rolls over it", () => {
  const read = parseCalendar(JSON.parse(JSON.stringify(hesse)), "calendar");
  if (!read.ok) throw new Error("it is declared well");
  const rolled = rollDay(read.value, day("2026-04-03"), "following");
  expect([formatDay(rolled.day), rolled.certain]).toEqual(["2026-04-07", true]);
  expect(rollDay(read.value, day("2027-03-26"), "following").certain).toBe(false);
});

test("a shipped calendar is asked for by name", () => {
  expect(parseCalendar("cn", "calendar").ok).toBe(true);
  expect(parseCalendar("atlantis", "calendar")).toEqual({
    ok: false,
    refusal: [
      {
        field: "calendar",
        value: '"atlantis"',
        expected: "one of cn, weekdays, every-day, or a calendar",
      },
    ],
  });
});

test("all that is wrong is named by its path", () => {
  const wrong = {
    ...hesse,
    weekend: [0],
    years: ["2026"],
    exceptions: [["2026-02-30", "off", "x"], 7],
    colour: "red",
  };
  const read = parseCalendar(wrong, "calendar");
  expect(read.ok ? [] : read.refusal.map((it) => it.field)).toEqual([
    "calendar.weekend",
    "calendar.years",
    "calendar.exceptions[0]",
    "calendar.exceptions[1]",
    "calendar.colour",
  ]);
});
