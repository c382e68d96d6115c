import { setTimeout as wait } from "node:timers/promises";
import type { EpochDay } from "@fairdue/kernel";
import type { DayReport } from "@fairdue/servicing";
import { enterBook, type Products } from "../book/books.ts";
import type { Database } from "../sql/database.ts";
import { retried } from "../sql/retry.ts";
import { rollChunk } from "./chunk.ts";
import {
  beginDay,
  claimChunk,
  closedThrough,
  type DayProgress,
  daysBetween,
  loadDayReport,
  loadProgress,
  markDone,
} from "./days.ts";
import { sealDay } from "./seal.ts";

export type CloseOptions = {
  readonly bookId: string;
  /** Last day to close; days missed before it are closed first, one by one. */
  readonly through: EpochDay;
  /** Told after each transaction. */
  readonly progress?: (it: DayProgress) => void;
};

/**
 * Closes a book through a day. Any number of processes may do so at once, each helping with the
 * chunks that are left; one that dies leaves its chunk to the others. Answers with a report per day
 * that was closed meanwhile.
 */
export async function closeBook(
  database: Database,
  products: Products,
  options: CloseOptions,
): Promise<DayReport[]> {
  await products.loadAll();
  const { bookId, through } = options;
  const days = daysBetween(await closedThrough(database, bookId), through);
  const reports: DayReport[] = [];
  for (const on of days) {
    await closeDay(database, products, { ...options, on });
    reports.push(await loadDayReport(database, bookId, on));
  }
  return reports;
}

type CloseDay = CloseOptions & { readonly on: EpochDay };

async function closeDay(database: Database, products: Products, day: CloseDay): Promise<void> {
  await beginDay(database, day.bookId, day.on);
  for (;;) {
    await rollDay(database, products, day);
    const outcome = await sealDay(database, products, day);
    if (outcome !== "more-work") return;
  }
}

/** Works on chunks of the day until all are done, by this process or another. */
async function rollDay(database: Database, products: Products, day: CloseDay): Promise<void> {
  const { bookId, on } = day;
  for (;;) {
    const claimed = await retried(() => rollNext(database, products, day));
    const progress = await loadProgress(database, bookId, on);
    day.progress?.(progress);
    if (progress.chunksDone === progress.chunks) return;
    // The rest is in other hands: look again soon, in case they let go of it.
    if (!claimed) await wait(20);
  }
}

async function rollNext(database: Database, products: Products, day: CloseDay): Promise<boolean> {
  const { bookId, on } = day;
  return await database.transaction(async (tx) => {
    const openOn = await enterBook(tx, bookId);
    if (openOn > on) return false;
    const chunk = await claimChunk(tx, bookId, on);
    if (!chunk) return false;
    const done = await rollChunk(tx, { bookId, on, openOn, products }, chunk);
    await markDone(tx, day, done);
    return true;
  });
}

/** Steps the accounts of a day without closing it: what the opening of the day brings, early. */
export async function openDay(
  database: Database,
  products: Products,
  { bookId, on }: { readonly bookId: string; readonly on: EpochDay },
): Promise<DayProgress> {
  await products.loadAll();
  await beginDay(database, bookId, on);
  await rollDay(database, products, { bookId, on, through: on });
  return await loadProgress(database, bookId, on);
}
