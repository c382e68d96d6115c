import type { AnswerOf, readBook } from "@fairdue/api";
import {
  addDays,
  assert,
  dayAt,
  type EpochDay,
  formatDay,
  type InstantMs,
  parseZone,
} from "@fairdue/kernel";
import type { Book } from "@fairdue/store";

/** Today in the zone of the book: the day that commands call `today`. */
export function todayIn(book: Pick<Book, "zone">, now: InstantMs): EpochDay {
  const zone = parseZone(book.zone);
  assert(zone !== undefined, `a zone of this machine, got ${book.zone}`);
  return dayAt(zone, now);
}

/** The day on which what is written now is booked: today, or the first open day if that is later. */
export function businessDayOf(
  book: Pick<Book, "zone" | "closedThrough">,
  now: InstantMs,
): EpochDay {
  const today = todayIn(book, now);
  const openOn = addDays(book.closedThrough, 1);
  return today < openOn ? openOn : today;
}

export function toWire(book: Book, now: InstantMs): AnswerOf<typeof readBook> {
  return {
    bookId: book.bookId,
    name: book.name,
    currency: book.currency,
    zone: book.zone,
    closedThrough: formatDay(book.closedThrough),
    businessDay: formatDay(businessDayOf(book, now)),
  };
}
