import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, formatDay } from "@fairdue/kernel";
import { type Book, closeBook, loadBooks, productsOf } from "@fairdue/store";
import { todayOf } from "../cli/book-options.ts";
import type { BookDatabase } from "../config/database.ts";
import { importTape } from "../tape/import-tape.ts";
import { progressBar } from "./progress.ts";

/** The project's own folder: maps and tapes are part of its documents. */
const root = join(import.meta.dirname, "..", "..", "..", "..");

type Tape = { readonly file: string; readonly map: string };

/**
 * Real loans as a second book. The LendingClub sample is used where its file is at hand
 * (`FAIRDUE_LENDING_CLUB`, or beside the project): its licence does not let us pass it on. Elsewhere
 * the South German sample serves, which is part of the project.
 */
export async function prepareSecondBook(database: BookDatabase): Promise<Book | undefined> {
  const tape = tapeAtHand();
  if (!tape) return undefined;
  const map: unknown = JSON.parse(readFileSync(join(root, "docs/cli/maps", tape.map), "utf8"));
  const bookId = bookIdIn(map);
  if (!(await bookOf(database, bookId))) {
    const bar = progressBar(`loans of ${tape.map.replace(".json", "")}`, process.stderr);
    const report = await importTape(database, {
      tape: tape.file,
      delimiter: ",",
      map,
      isDryRun: false,
      isSkippingBad: true,
      progress: (rows) => bar.at(0, 1, `${rows.toLocaleString("en")} rows`),
    });
    const bad = report.bad === 0 ? "" : `, ${report.bad} rows left out`;
    bar.end(`${report.good.toLocaleString("en")} loans with their history${bad}`);
  }
  const book = await bookOf(database, bookId);
  if (book) await catchUp(database, book);
  return await bookOf(database, bookId);
}

function tapeAtHand(): Tape | undefined {
  const named = process.env["FAIRDUE_LENDING_CLUB"];
  const beside = join(root, "../shared/data/lending-club.csv.gz");
  for (const file of [named, beside])
    if (file !== undefined && file !== "" && existsSync(file))
      return { file, map: "lending-club.json" };
  const own = join(root, "docs/cli/tapes/south-german-credit.csv");
  return existsSync(own) ? { file: own, map: "south-german-credit.json" } : undefined;
}

function bookIdIn(map: unknown): string {
  const book: unknown = typeof map === "object" && map && "book" in map ? map.book : undefined;
  return typeof book === "object" && book && "id" in book ? String(book.id) : "";
}

async function bookOf(database: BookDatabase, bookId: string): Promise<Book | undefined> {
  return (await loadBooks(database)).find((it) => it.bookId === bookId);
}

/** Closes the days up to yesterday in the zone of the book. */
export async function catchUp(database: BookDatabase, book: Book): Promise<void> {
  const through = addDays(todayOf(book), -1);
  const days = through - book.closedThrough;
  if (days <= 0) return;
  const bar = progressBar(`closing ${days} days of ${book.bookId}`, process.stderr);
  await closeBook(database, productsOf(database), {
    bookId: book.bookId,
    through,
    progress: (it) => bar.at(it.on - book.closedThrough, days, formatDay(it.on)),
  });
  bar.end(`closed through ${formatDay(through)}`);
}
