import { parseDay } from "../day/day.ts";
import { accepted, type Outcome, type Problem, refused } from "../outcome/outcome.ts";
import {
  type BusinessCalendar,
  type CalendarDeclaration,
  calendarOf,
  chinaCalendar,
  everyDayCalendar,
  weekdayCalendar,
} from "./calendar.ts";

/** The calendars that ship, by the name under which terms and declarations ask for them. */
export const shippedCalendars: readonly BusinessCalendar[] = [
  chinaCalendar,
  weekdayCalendar,
  everyDayCalendar,
];

/** A shipped calendar by its name; `undefined` when there is none. */
export function calendarNamed(name: string): BusinessCalendar | undefined {
  return shippedCalendars.find((it) => it.name === name);
}

/**
 * Reads a calendar from JSON: the name of a shipped one, or a declaration of its own with all that
 * is wrong with it. A year that is not listed in `years` is unknown, never without holidays.
 *
 * @example parseCalendar({ name: "de-he", weekend: [6, 7], years: [2026],
 *   exceptions: [["2026-04-03", "off", "Karfreitag"]] }, "calendar")
 */
export function parseCalendar(
  value: unknown,
  field: string,
): Outcome<BusinessCalendar, readonly Problem[]> {
  if (typeof value === "string") {
    const shipped = calendarNamed(value);
    const names = shippedCalendars.map((it) => it.name).join(", ");
    return shipped
      ? accepted(shipped)
      : refused([{ field, value: shown(value), expected: `one of ${names}, or a calendar` }]);
  }
  const problems: Problem[] = [];
  const say = (path: string, given: unknown, expected: string): void => {
    problems.push({ field: `${field}${path}`, value: shown(given), expected });
  };
  if (!isCalendar(value, say)) return refused(problems);
  return accepted(calendarOf(value));
}

type Say = (path: string, given: unknown, expected: string) => void;

function isCalendar(value: unknown, say: Say): value is CalendarDeclaration {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    say("", value, "a calendar: name, weekend, years, exceptions");
    return false;
  }
  const given: Readonly<Record<string, unknown>> = { ...value };
  const { name, weekend, years, exceptions } = given;
  let isRight = true;
  const check = (holds: boolean, path: string, it: unknown, expected: string): void => {
    if (holds) return;
    isRight = false;
    say(path, it, expected);
  };
  check(typeof name === "string" && name !== "", ".name", name, "a text that is not empty");
  check(
    isList(weekend, (it) => isWhole(it, 1, 7)) && new Set(weekend).size < 7,
    ".weekend",
    weekend,
    "ISO weekdays 1 (Monday) to 7 (Sunday), at most six",
  );
  check(
    years === "all" || isList(years, (it) => isWhole(it, 1, 9999)),
    ".years",
    years,
    'the years whose exceptions are known, or "all"',
  );
  if (!Array.isArray(exceptions)) check(false, ".exceptions", exceptions, "a list");
  else checkExceptions(exceptions, check);
  for (const key of Object.keys(given)) {
    check(known.has(key), `.${key}`, given[key], "no such field");
  }
  return isRight;
}

const known: ReadonlySet<string> = new Set(["name", "weekend", "years", "exceptions"]);

type CheckOf = (holds: boolean, path: string, it: unknown, expected: string) => void;

function checkExceptions(exceptions: readonly unknown[], check: CheckOf): void {
  const seen = new Set<unknown>();
  exceptions.forEach((entry, k) => {
    const [date, kind, name]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const isRead =
      typeof date === "string" &&
      parseDay(date) !== undefined &&
      (kind === "off" || kind === "work") &&
      typeof name === "string";
    check(isRead, `.exceptions[${k}]`, entry, '["2026-01-01", "off" or "work", name]');
    check(!seen.has(date) || !isRead, `.exceptions[${k}][0]`, date, "each day once");
    seen.add(date);
  });
}

function isList(value: unknown, holds: (it: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(holds);
}

const isWhole = (it: unknown, min: number, max: number): boolean =>
  typeof it === "number" && Number.isInteger(it) && it >= min && it <= max;

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
