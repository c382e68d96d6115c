import { Worker } from "node:worker_threads";

/** Prepares the second book on a thread of its own; answers with its id, if there is one. */
export function prepareSecondBookBeside(): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let bookId: string | undefined;
    const file = `./second-book-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`;
    const worker = new Worker(new URL(file, import.meta.url));
    worker.once("message", (message: unknown) => {
      bookId = typeof message === "string" ? message : undefined;
    });
    worker.once("error", reject);
    worker.once("exit", () => resolve(bookId));
  });
}
