import type { AnswerOf, readBook } from "@fairdue/api";
import { addDays, formatDay } from "@fairdue/kernel";
import type { Book } from "@fairdue/store";

export function toWire(book: Book): AnswerOf<typeof readBook> {
  return {
    bookId: book.bookId,
    name: book.name,
    currency: book.currency,
    zone: book.zone,
    closedThrough: formatDay(book.closedThrough),
    businessDay: formatDay(addDays(book.closedThrough, 1)),
  };
}
