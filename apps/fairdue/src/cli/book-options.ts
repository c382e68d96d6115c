import {
  addDays,
  type EpochDay,
  dayAt,
  type InstantMs,
  parseDay,
  parseZone,
  present,
} from "@fairdue/kernel";
import { type Book, loadBooks, type Sql } from "@fairdue/store";
import { type BookDatabase, openBookDatabase } from "../config/database.ts";
import { usageError } from "./io.ts";

/** Runs a command on the installation's database and lets go of it, whatever happens. */
export async function withBookDatabase<Result>(
  work: (database: BookDatabase) => Promise<Result>,
  options: { readonly connectionsMax?: number; readonly isMigrated?: boolean } = {},
): Promise<Result> {
  const database = await openBookDatabase(options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The book named, or every book when none is. */
export async function booksNamed(sql: Sql, bookId: string | undefined): Promise<readonly Book[]> {
  const books = await loadBooks(sql);
  if (bookId === undefined) return books;
  const found = books.filter((it) => it.bookId === bookId);
  if (found.length === 0) usageError(`--book: got ${bookId}, expected ${idsOf(books)}`);
  return found;
}

/** The book named, or the only one there is. */
export async function bookNamed(sql: Sql, bookId: string | undefined): Promise<Book> {
  const books = await booksNamed(sql, bookId);
  const [first, second] = books;
  if (first === undefined)
    usageError("there is no book yet: make one with `fairdue import` or demo");
  if (second !== undefined) usageError(`--book: got nothing, expected ${idsOf(books)}`);
  return first;
}

const idsOf = (books: readonly Book[]): string =>
  books.length === 0 ? "a book, but there is none yet" : books.map((it) => it.bookId).join(" or ");

/** A day given on the command line. */
export function dayOption(name: string, text: string): EpochDay {
  return parseDay(text) ?? usageError(`${name}: got ${text}, expected a day such as 2026-01-31`);
}

/** Today in the zone of the book. */
export function todayOf(book: Book): EpochDay {
  const zone = present(parseZone(book.zone), "a zone on record");
  return dayAt(zone, Date.now() as InstantMs);
}

export const yesterdayOf = (book: Book): EpochDay => addDays(todayOf(book), -1);

export function countOption(name: string, text: string, max: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > max)
    usageError(`${name}: got ${text}, expected a whole number from 1 to ${max}`);
  return count;
}
