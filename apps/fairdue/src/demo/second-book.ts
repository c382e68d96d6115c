import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, day, formatDay } from "@fairdue/kernel";
import { type Book, closeBook, loadBooks, productsOf } from "@fairdue/store";
import { todayOf } from "../cli/book-options.ts";
import type { BookDatabase } from "../config/database.ts";
import { importTape } from "../tape/import-tape.ts";
import { progressBar } from "./progress.ts";

/** The project's own folder: maps and tapes are part of its documents. */
const root = join(import.meta.dirname, "..", "..", "..", "..");

/** A tape with its map, and about how many loans it has, for the progress bar. */
type Tape = { readonly file: string; readonly map: string; readonly rows: number };

/** Books that this may make. */
export const secondBookIds: readonly string[] = [
  "lending-club.json",
  "south-german-credit.json",
].map((file) => mapIn(mapFile(file)).book.id);

/**
 * Real loans as a second book. The LendingClub sample is used where its file is at hand
 * (`FAIRDUE_LENDING_CLUB`, or beside the project): its licence does not let us pass it on. Elsewhere
 * the South German sample serves, which is part of the project.
 */
export async function prepareSecondBook(database: BookDatabase): Promise<Book | undefined> {
  const tape = tapeAtHand();
  if (!tape) return undefined;
  const map = mapIn(mapFile(tape.map));
  const bookId = map.book.id;
  const bar = progressBar(`second book: ${tape.map.replace(".json", "")}`, process.stderr);
  if (!(await bookOf(database, bookId))) {
    const report = await importTape(database, {
      tape: tape.file,
      delimiter: ",",
      map,
      isDryRun: false,
      isSkippingBad: true,
      progress: (rows) => bar.at(rows, tape.rows, `${rows.toLocaleString("en")} loans`),
    });
    const bad = report.bad === 0 ? "" : `, ${report.bad} rows left out`;
    bar.end(`${report.good.toLocaleString("en")} loans with their history${bad}`);
  }
  const book = await bookOf(database, bookId);
  if (book) await catchUp(database, book);
  return await bookOf(database, bookId);
}

function mapFile(name: string): string {
  return join(root, "docs/cli/maps", name);
}

function tapeAtHand(): Tape | undefined {
  const named = process.env["FAIRDUE_LENDING_CLUB"];
  const beside = join(root, "../shared/data/lending-club.csv.gz");
  for (const file of [named, beside])
    if (file !== undefined && file !== "" && existsSync(file))
      return { file, map: "lending-club.json", rows: 9_857 };
  const own = join(root, "docs/cli/tapes/south-german-credit.csv");
  return existsSync(own) ? { file: own, map: "south-german-credit.json", rows: 1000 } : undefined;
}

type TapeMap = {
  readonly book: { readonly id: string; readonly opensOn?: string };
  readonly through: string;
};

/**
 * The map of the documents, for a lender who takes the loans over the day after their history ends:
 * that day the book opens, and all that went before is booked on it with its own value days.
 */
function mapIn(path: string): TapeMap {
  const map = JSON.parse(readFileSync(path, "utf8")) as TapeMap;
  const takenOver = formatDay(addDays(day(map.through), 1));
  return { ...map, book: { opensOn: takenOver, ...map.book } };
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
