import { Worker } from "node:worker_threads";
import { formatDay, type EpochDay } from "@fairdue/kernel";
import type { DayReport } from "@fairdue/servicing";
import { productsOf } from "../book/books.ts";
import type { Database } from "../sql/database.ts";
import { type CloseOptions, closeBook } from "./close.ts";
import { closedThrough, daysBetween, loadDayReport } from "./days.ts";

/** What a thread of the close is told at its start. */
export type CloseTask = {
  readonly url: string;
  readonly role: string | undefined;
  readonly bookId: string;
  readonly through: EpochDay;
};

export type CrewOptions = CloseOptions & {
  /** Threads that step accounts, the calling one included. */
  readonly workers: number;
};

/**
 * Closes a book with several threads of this process; other processes may help at the same time.
 * @throws when every thread failed: the close is then where it was, and may be run again.
 */
export async function closeWithCrew(
  database: Database,
  options: CrewOptions,
): Promise<DayReport[]> {
  const { bookId, through, workers } = options;
  const days = daysBetween(await closedThrough(database, bookId), through);
  if (days.length === 0) return [];
  const task = { url: database.url, role: database.role, bookId, through };
  // The calling thread is the first worker: it is awake already, and a small day is done by then.
  const results = await Promise.allSettled([
    closeBook(database, productsOf(database), options),
    ...Array.from({ length: workers - 1 }, () => runThread(task)),
  ]);
  const reached = await closedThrough(database, bookId);
  if (reached < through) {
    const failed = results.find((it) => it.status === "rejected");
    throw new Error(
      `the close stopped after ${formatDay(reached)}: ${String(failed?.reason ?? "unknown")}`,
    );
  }
  const reports: DayReport[] = [];
  for (const on of days) reports.push(await loadDayReport(database, bookId, on));
  return reports;
}

function runThread(task: CloseTask): Promise<void> {
  const file = import.meta.filename.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: task });
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("a thread died"))));
  });
}
