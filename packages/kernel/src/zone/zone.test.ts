import { expect, test } from "vitest";
import { day } from "../day/day.ts";
import {
  formatInstant,
  instantOf,
  localTimeAt,
  parseInstant,
  parseZone,
  type Zone,
} from "./zone.ts";

const newYork = parseZone("America/New_York") as Zone;
const shanghai = parseZone("Asia/Shanghai") as Zone;
const at = (text: string): NonNullable<ReturnType<typeof parseInstant>> =>
  parseInstant(text) ?? expect.fail(text);

test("the wall clock of Shanghai is eight hours ahead", () => {
  expect(localTimeAt(shanghai, at("2026-11-24T16:30:00Z"))).toMatchObject({
    day: day("2026-11-25"),
    msOfDay: 1_800_000,
  });
});

test("spring forward: 02:30 does not exist, and becomes 03:00", () => {
  expect(formatInstant(instantOf(newYork, day("2026-03-08"), 2.5 * 3_600_000))).toBe(
    "2026-03-08T07:00:00.000Z",
  );
});

test("fall back: 01:30 comes twice, and means the first", () => {
  expect(formatInstant(instantOf(newYork, day("2026-11-01"), 1.5 * 3_600_000))).toBe(
    "2026-11-01T05:30:00.000Z",
  );
});

test("a time without a zone, and a zone that does not exist, are refused", () => {
  expect(parseInstant("2026-11-24T08:00:00")).toBeUndefined();
  expect(parseZone("Mars/Olympus")).toBeUndefined();
});
