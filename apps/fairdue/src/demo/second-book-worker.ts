import { parentPort } from "node:worker_threads";
import { openBookDatabase } from "../config/database.ts";
import { prepareSecondBook } from "./second-book.ts";

// A thread of its own: the first book keeps one core busy, this one uses the other.
const database = await openBookDatabase({
  connectionsMax: 3,
  isMigrated: false,
  isCommitAwaited: false,
});
try {
  const book = await prepareSecondBook(database);
  parentPort?.postMessage(book?.bookId ?? null);
} finally {
  await database.close();
}
