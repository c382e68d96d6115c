import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EpochDay, parseCurrency, present } from "@fairdue/kernel";
import { cashLine, instalmentLoan, payLater } from "@fairdue/credit";
import {
  applicationRole,
  createBook,
  type Database,
  migrate,
  openDatabase,
  type Products,
  productsOf,
  saveProduct,
  useServer,
} from "@fairdue/store";

export type BenchServer = {
  readonly db: Database;
  readonly products: Products;
  /** With all rights: for what only the bench does. */
  readonly owner: Database;
  stop(): Promise<void>;
};

export const benchBookId = "bok_bench";

/** A durable server of its own, with an empty book that is open after a day. */
export async function startBenchServer(
  closedThrough: EpochDay,
  connectionsMax = 20,
): Promise<BenchServer> {
  const home = join(tmpdir(), `fairdue-bench-${process.pid}`);
  mkdirSync(home, { recursive: true });
  const server = await useServer({ home });
  await migrate(server.url);
  const db = openDatabase(server.url, { role: applicationRole, connectionsMax });
  const owner = openDatabase(server.url, { connectionsMax: 2 });
  await db.transaction(async (tx) => {
    await createBook(tx, {
      bookId: benchBookId,
      name: { en: "Bench", zh: "基准" },
      currency: present(parseCurrency("CNY"), "CNY"),
      zone: "Asia/Shanghai",
      closedThrough,
    });
    for (const it of [cashLine, payLater, instalmentLoan]) await saveProduct(tx, it);
  });
  return {
    db,
    owner,
    products: productsOf(db),
    stop: async () => {
      await db.close();
      await owner.close();
      await server.release();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
