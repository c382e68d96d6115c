import {
  type BusinessCalendar,
  type EpochDay,
  type InstantMs,
  instantOf,
  addDays,
  localTimeAt,
  weekdayOf,
  type Zone,
} from "@fairdue/kernel";
import type { Band, TimeWindow } from "../rule/condition.ts";

type ParsedBand = {
  readonly weekdays: number;
  readonly on: Band["on"];
  readonly fromMs: number;
  readonly toMs: number;
};

const parsed = new WeakMap<readonly Band[], readonly ParsedBand[]>();
const everyWeekday = 0b1111_1110;

/** Whether a wall clock in the zone stands within the hours. A day that no calendar knows must fit both ways. */
export function isWithin(
  bands: readonly Band[],
  edges: TimeWindow["edges"],
  place: { readonly zone: Zone; readonly calendar: BusinessCalendar; readonly at: number },
): boolean {
  const local = localTimeAt(place.zone, place.at as InstantMs);
  // The clock of the law shows seconds: 08:00:00.5 is still eight.
  const ms = local.msOfDay - (local.msOfDay % 1000);
  const list = parse(bands);
  if (!list.some((it) => it.on !== undefined)) return fits(list, edges, local.day, ms);
  const kind = place.calendar.kindOf(local.day);
  const asWorking = fits(list, edges, local.day, ms, "working");
  const asOff = fits(list, edges, local.day, ms, "off");
  return kind === "unknown" ? asWorking && asOff : kind === "working" ? asWorking : asOff;
}

// oxlint-disable-next-line max-params
function fits(
  list: readonly ParsedBand[],
  edges: TimeWindow["edges"],
  day: EpochDay,
  ms: number,
  kind?: Band["on"],
): boolean {
  for (const it of list) {
    if ((it.weekdays & (1 << weekdayOf(day))) === 0) continue;
    if (it.on !== undefined && it.on !== kind) continue;
    const after = edges === "()" ? ms > it.fromMs : ms >= it.fromMs;
    const before = edges === "[]" ? ms <= it.toMs : ms < it.toMs;
    if (after && before) return true;
  }
  return false;
}

/** The first instant after `at` at which the answer of `isWithin` may change. */
export function nextEdge(bands: readonly Band[], zone: Zone, at: number): number {
  const { day } = localTimeAt(zone, at as InstantMs);
  let next = Number.POSITIVE_INFINITY;
  for (let ahead = 0; ahead <= 1; ahead++) {
    for (const it of parse(bands)) {
      for (const edge of [it.fromMs, it.fromMs + 1000, it.toMs, it.toMs + 1000, 0]) {
        const instant = instantOf(zone, addDays(day, ahead), edge);
        if (instant > at && instant < next) next = instant;
      }
    }
    if (next < Number.POSITIVE_INFINITY) return next;
  }
  return next;
}

function parse(bands: readonly Band[]): readonly ParsedBand[] {
  let known = parsed.get(bands);
  if (known === undefined) {
    known = bands.map((it) => ({
      weekdays: it.weekdays
        ? it.weekdays.reduce((bits, day) => bits | (1 << day), 0)
        : everyWeekday,
      on: it.on,
      fromMs: parseTime(it.from),
      toMs: parseTime(it.to),
    }));
    parsed.set(bands, known);
  }
  return known;
}

const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const worded = new Map<string, readonly Band[] | undefined>();

/**
 * Hours in words, as a person has told them: `09:00-17:00`, `mon-fri 09:00-17:00`, `sat,sun`.
 * Undefined where one can't be read: then nobody knows them.
 */
export function bandsOfWords(value: unknown): readonly Band[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const bands: Band[] = [];
  for (const it of list) {
    if (typeof it !== "string") return undefined;
    if (!worded.has(it)) worded.set(it, readBand(it.trim().toLowerCase()));
    const read = worded.get(it);
    if (read === undefined) return undefined;
    bands.push(...read);
  }
  return bands;
}

function readBand(words: string): readonly Band[] | undefined {
  const form = /^(?:([a-z]{3}[a-z,-]*)\s*)?(?:(\d{2}:\d{2})\s*-\s*(\d{2}:\d{2}))?$/.exec(words);
  if (form === null || words === "") return undefined;
  const [, days, from = "00:00", to = "24:00"] = form;
  const weekdays = days === undefined ? undefined : weekdaysOf(days);
  if (days !== undefined && weekdays === undefined) return undefined;
  const on = weekdays === undefined ? {} : { weekdays };
  // Hours that run over midnight are two bands: the second is taken on the same weekdays.
  if (from < to) return [{ ...on, from, to }];
  return [
    { ...on, from, to: "24:00" },
    { ...on, from: "00:00", to },
  ];
}

function weekdaysOf(words: string): readonly number[] | undefined {
  if (words === "weekdays") return [1, 2, 3, 4, 5];
  if (words === "weekends") return [6, 7];
  const days: number[] = [];
  for (const part of words.split(",")) {
    const [first = -1, last = first] = part
      .split("-")
      .map((it) => dayNames.indexOf(it.slice(0, 3)));
    if (first < 0 || last < first) return undefined;
    for (let day = first; day <= last; day++) days.push(day + 1);
  }
  return days;
}

function parseTime(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}
