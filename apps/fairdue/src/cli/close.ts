import { availableParallelism } from "node:os";
import { type EpochDay, formatDay } from "@fairdue/kernel";
import type { DayReport } from "@fairdue/servicing";
import { type Book, closeWithCrew, type DayProgress } from "@fairdue/store";
import type { Command } from "commander";
import type { BookDatabase } from "../config/database.ts";
import {
  booksNamed,
  countOption,
  dayOption,
  todayOf,
  withBookDatabase,
  yesterdayOf,
} from "./book-options.ts";
import { printJson } from "./io.ts";

type Options = { through?: string; workers: string; book?: string };

export function register(program: Command): void {
  program
    .command("close")
    .summary("close business days: bill, age, classify, provision, accrue, post")
    .description(
      "Closes every day that is still open, up to --through. Only accounts with something to do " +
        "that day are read. May be run several times at once, on several machines; a run that was " +
        "killed is taken up again where it stopped. Writes a report as JSON: docs/cli/close.md",
    )
    .option("--through <date>", "last day to close (default: yesterday in the zone of the book)")
    .option("--workers <n>", "threads", String(Math.min(8, availableParallelism())))
    .option("--book <id>", "the book to close (default: every book)")
    .action(close);
}

async function close(options: Options): Promise<void> {
  const workers = countOption("--workers", options.workers, 64);
  const through = options.through === undefined ? null : dayOption("--through", options.through);
  await withBookDatabase(async (database) => {
    const reports: object[] = [];
    for (const book of await booksNamed(database, options.book))
      reports.push(await closeOne(database, book, { workers, through }));
    printJson(reports);
  });
}

type CloseOne = { readonly workers: number; readonly through: EpochDay | null };

async function closeOne(database: BookDatabase, book: Book, it: CloseOne): Promise<object> {
  const through = it.through ?? yesterdayOf(book);
  if (through >= todayOf(book))
    process.stderr.write(`close: ${formatDay(through)} is not over yet in ${book.zone}\n`);
  const began = performance.now();
  const tell = progressTo(process.stderr, book);
  const days = await closeWithCrew(database, {
    bookId: book.bookId,
    through,
    workers: it.workers,
    progress: tell,
  });
  const touched = days.reduce((sum, day) => sum + day.touched, 0);
  return {
    bookId: book.bookId,
    closedThrough: formatDay(through < book.closedThrough ? book.closedThrough : through),
    touched,
    quarantined: days.reduce((sum, day) => sum + day.quarantined.length, 0),
    seconds: Math.round(performance.now() - began) / 1000,
    days: days.map(wireOf),
  };
}

function wireOf(day: DayReport): object {
  return { ...day, businessOn: formatDay(day.businessOn) };
}

/** At most two lines a second: a close of a thousand days should not fill a screen a day. */
function progressTo(stream: NodeJS.WriteStream, book: Book): (it: DayProgress) => void {
  let last = performance.now();
  return ({ on, chunks, chunksDone, touched }) => {
    if (performance.now() - last < 500) return;
    last = performance.now();
    stream.write(
      `close: ${book.bookId} ${formatDay(on)}  ${chunksDone} of ${chunks} chunks, ${touched} accounts\n`,
    );
  };
}
