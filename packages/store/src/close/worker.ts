import { workerData } from "node:worker_threads";
import { productsOf } from "../book/books.ts";
import { openDatabase } from "../sql/database.ts";
import { closeBook } from "./close.ts";
import type { CloseTask } from "./crew.ts";

const { url, role, ...options } = workerData as CloseTask;
const database = openDatabase(url, { connectionsMax: 2, ...(role === undefined ? {} : { role }) });
try {
  await closeBook(database, productsOf(database), options);
} finally {
  await database.close();
}
