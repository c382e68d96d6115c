import { civilOf, dayOf, type EpochDay, epochDay } from "../day/day.ts";
import type { Branded } from "../id/id.ts";

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type InstantMs = Branded<number, "InstantMs">;

/** An IANA time zone name that this machine knows, such as `Asia/Shanghai`. */
export type Zone = Branded<string, "Zone">;

/** A wall-clock reading in a zone: the civil day and the minute (and millisecond) of that day. */
export type LocalTime = {
  readonly day: EpochDay;
  /** Milliseconds since local midnight by the wall clock, 0 … 86 399 999. */
  readonly msOfDay: number;
  /** Milliseconds to add to UTC to get the wall clock. */
  readonly offsetMs: number;
};

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

export function parseZone(text: string): Zone | undefined {
  try {
    formatOf(text);
    return text as Zone;
  } catch {
    return undefined;
  }
}

/** Reads an ISO 8601 instant with `Z` or an offset; a time without a zone is refused. */
export function parseInstant(text: string): InstantMs | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text))
    return undefined;
  const value = Date.parse(
    text.replace(/(\.\d{3})\d+/, "$1").replace(/([+-]\d{2})(\d{2})$/, "$1:$2"),
  );
  return Number.isNaN(value) ? undefined : (value as InstantMs);
}

/** `2026-11-24T08:00:00.000Z`. */
export function formatInstant(at: InstantMs): string {
  return new Date(at).toISOString();
}

/**
 * The zone's offset from UTC at an instant, in milliseconds. Offsets are remembered by quarter
 * hour (every real transition falls on one), so that a rule engine may ask a million times.
 */
export function offsetAt(zone: Zone, at: InstantMs): number {
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(at / (hourMs / 4));
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const offset = readOffset(zone, quarter * (hourMs / 4));
  if (known.size > 200_000) known.clear();
  known.set(quarter, offset);
  return offset;
}

/** What the wall clock of `zone` shows at an instant. */
export function localTimeAt(zone: Zone, at: InstantMs): LocalTime {
  const offsetMs = offsetAt(zone, at);
  const local = at + offsetMs;
  const day = Math.floor(local / dayMs);
  return { day: epochDay(day), msOfDay: local - day * dayMs, offsetMs };
}

/**
 * The instant at which the wall clock of `zone` first shows `msOfDay` on `day`. A time that
 * daylight saving skips becomes the instant of the skip's end; of a repeated one, the first.
 */
export function instantOf(zone: Zone, day: EpochDay, msOfDay: number): InstantMs {
  const wall = day * dayMs + msOfDay;
  const before = offsetAt(zone, (wall - dayMs) as InstantMs);
  const after = offsetAt(zone, (wall + dayMs) as InstantMs);
  const early = wall - Math.max(before, after);
  if (offsetAt(zone, early as InstantMs) === wall - early) return early as InstantMs;
  const late = wall - Math.min(before, after);
  if (offsetAt(zone, late as InstantMs) === wall - late) return late as InstantMs;
  // Skipped: the clock jumps over `wall`; the jump itself is the first later moment.
  let low = early;
  let high = late;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle as InstantMs) === before) low = middle;
    else high = middle;
  }
  return high as InstantMs;
}

export function dayAt(zone: Zone, at: InstantMs): EpochDay {
  return localTimeAt(zone, at).day;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

function readOffset(zone: string, at: number): number {
  const parts: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(at)) {
    if (part.type !== "literal") parts[part.type] = Number(part.value);
  }
  const day = dayOf(parts["year"] ?? 0, parts["month"] ?? 1, parts["day"] ?? 1);
  const wall =
    day * dayMs +
    (parts["hour"] ?? 0) * hourMs +
    (parts["minute"] ?? 0) * 60_000 +
    (parts["second"] ?? 0) * 1000;
  return wall - Math.floor(at / 1000) * 1000;
}

/** The civil year of an instant in a zone: which year's holiday notice applies. */
export function yearAt(zone: Zone, at: InstantMs): number {
  return civilOf(dayAt(zone, at)).year;
}
