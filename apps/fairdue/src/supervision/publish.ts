import { setTimeout as wait } from "node:timers/promises";
import { type Book, loadBooks, loadPublication, publishFigures } from "@fairdue/store";
import type { Shell } from "../http/compose/shell.ts";
import { figuresOf } from "./figures.ts";

/** Publishes the last closed day of a book, unless it is published; the log binds what it says. */
export async function publish(shell: Shell, book: Book): Promise<void> {
  const { database, products } = shell;
  const on = book.closedThrough;
  if ((await loadPublication(database, book.bookId, on)) !== undefined) return;
  const figures = JSON.parse(JSON.stringify(await figuresOf(database, products, book)));
  await database.transaction((tx) =>
    publishFigures(tx, { bookId: book.bookId, on, figures, at: shell.now() }),
  );
}

/** Looks every few minutes whether a day was closed, and publishes it. */
export function startPublishing(shell: Shell): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        for (const book of await loadBooks(shell.database)) await publish(shell, book);
      } catch (error) {
        shell.log.error({ err: error }, "supervision figures were not published; trying again");
      }
      await wait(300_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const ended = run();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
