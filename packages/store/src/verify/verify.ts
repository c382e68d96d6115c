import { availableParallelism } from "node:os";
import { setImmediate as breath } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { present } from "@fairdue/kernel";
import { type Difference, verifyAccount } from "@fairdue/servicing";
import type pg from "pg";
import { loadBook, productsOf } from "../book/books.ts";
import { type Database, openDatabase, sqlOn } from "../sql/database.ts";
import { textIn } from "../sql/row.ts";
import { verifyLedger } from "./ledger.ts";
import { sumsOf } from "./lines.ts";
import {
  copyPage,
  pageSettings,
  type Range,
  type ReadBorrower,
  readPage,
  type VerifyItem,
} from "./page.ts";
import { type LineTotal, LineTotals } from "./totals.ts";

export type VerifyOptions = {
  readonly bookId: string;
  /** Threads that fold, the calling one included. Default: as many as there are cores. */
  readonly workers?: number;
  readonly progress?: (accounts: number) => void;
};

export type VerifyReport = {
  readonly bookId: string;
  readonly accounts: number;
  readonly quarantined: number;
  readonly differences: readonly Difference[];
  readonly seconds: number;
  readonly accountsPerSecond: number;
  /** Of `seconds`, the part for accounts; the rest compares the sums of the ledger. */
  readonly accountSeconds: number;
};

/** What a thread is told at its start. */
export type VerifyTask = {
  readonly url: string;
  readonly role: string | undefined;
  readonly bookId: string;
  readonly snapshot: string;
  readonly ranges: readonly Range[];
  /** Index of the next range that nobody has taken. */
  readonly next: Int32Array;
};

export type PageReport = {
  readonly accounts: number;
  readonly quarantined: number;
  readonly differences: readonly Difference[];
  /** Sums of the journal lines that the thread has read; with its last page. */
  readonly totals: readonly LineTotal[];
};

const borrowersPerPage = 400;

/**
 * Rebuilds every account of a book from its events and compares state, schedules, statements and
 * ledger with what is on record, to the last unit. Reads one snapshot: the book may go on meanwhile.
 */
export async function verifyBook(
  database: Database,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const began = performance.now();
  const client = await database.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const sql = sqlOn(client);
    const book = present(await loadBook(sql, options.bookId), `book ${options.bookId} is there`);
    const pages = await verifyAccounts(client, database, options);
    const accountSeconds = (performance.now() - began) / 1000;
    const ledger = await verifyLedger(sql, productsOf(sql), {
      book,
      lines: pages.flatMap((it) => it.totals),
    });
    await client.query("COMMIT");
    const seconds = (performance.now() - began) / 1000;
    const accounts = pages.reduce((sum, it) => sum + it.accounts, 0);
    return {
      bookId: options.bookId,
      accounts,
      quarantined: pages.reduce((sum, it) => sum + it.quarantined, 0),
      differences: [...pages.flatMap((it) => it.differences), ...ledger],
      seconds,
      accountSeconds,
      accountsPerSecond: Math.round(accounts / seconds),
    };
  } finally {
    client.release();
  }
}

async function verifyAccounts(
  client: pg.PoolClient,
  database: Database,
  options: VerifyOptions,
): Promise<PageReport[]> {
  const sql = sqlOn(client);
  const [exported] = await sql.rows("SELECT pg_export_snapshot() AS snapshot");
  const ranges = await loadRanges(client);
  const task: VerifyTask = {
    url: database.url,
    role: database.role,
    bookId: options.bookId,
    snapshot: textIn(present(exported, "a snapshot"), "snapshot"),
    ranges,
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  const pages: PageReport[] = [];
  let accounts = 0;
  const take = (page: PageReport): void => {
    accounts += page.accounts;
    pages.push(page);
    options.progress?.(accounts);
  };
  const threads = Math.min(options.workers ?? availableParallelism(), Math.ceil(ranges.length / 4));
  await Promise.all([
    verifyRanges(task, take),
    ...Array.from({ length: threads - 1 }, () => runThread(task, take)),
  ]);
  return pages;
}

async function loadRanges(client: pg.PoolClient): Promise<Range[]> {
  const rows = await sqlOn(client).rows(
    `SELECT borrower_id FROM (
       SELECT borrower_id, row_number() OVER (ORDER BY borrower_id) AS n,
         count(*) OVER () AS count FROM borrowers) AS all_ids
     WHERE n % ${borrowersPerPage} = 0 OR n = count ORDER BY borrower_id`,
  );
  const ids = rows.map((row) => textIn(row, "borrower_id"));
  // The last range is open, so that it has rows of borrowers who are on no list, too.
  if (ids.length === 0) return [{ after: "", upTo: null }];
  return ids.map((upTo, index) => ({
    after: ids[index - 1] ?? "",
    upTo: index === ids.length - 1 ? null : upTo,
  }));
}

function runThread(task: VerifyTask, take: (page: PageReport) => void): Promise<void> {
  const file = import.meta.filename.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: task });
    worker.on("message", take);
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("a thread died"))));
  });
}

/** Takes ranges until none is left; the next one is being read while this one is folded. */
export async function verifyRanges(
  task: VerifyTask,
  take: (page: PageReport) => void,
): Promise<void> {
  const database = openDatabase(task.url, {
    connectionsMax: 1,
    ...(task.role === undefined ? {} : { role: task.role }),
  });
  const client = await database.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(`SET TRANSACTION SNAPSHOT '${task.snapshot}'`);
    await client.query(pageSettings);
    const products = productsOf(sqlOn(client));
    await products.loadAll();
    const totals = new LineTotals();
    const copy = () => {
      const range = task.ranges[Atomics.add(task.next, 0, 1)];
      return range && copyPage(client, { bookId: task.bookId, range });
    };
    for (let page = copy(); page; ) {
      const copied = await page;
      page = copy();
      take(await verifyPage(readPage(copied, products, { ...task, totals })));
    }
    take({ accounts: 0, quarantined: 0, differences: [], totals: totals.rows() });
    await client.query("COMMIT");
  } finally {
    client.release();
    await database.close();
  }
}

/** Borrowers between two looks at the socket. */
const borrowersPerBreath = 40;

async function verifyPage(borrowers: Iterable<ReadBorrower>): Promise<PageReport> {
  const differences: Difference[] = [];
  let accounts = 0;
  let quarantined = 0;
  let seen = 0;
  for (const it of borrowers) {
    seen += 1;
    // The next page comes in meanwhile.
    if (seen % borrowersPerBreath === 0) await breath();
    differences.push(...it.differences);
    for (const item of it.items) {
      accounts += 1;
      if (item.isQuarantined) quarantined += 1;
      differences.push(...differencesOf(item));
    }
  }
  return { accounts, quarantined, differences, totals: [] };
}

function differencesOf({ product, stored, columns, lines }: VerifyItem): Difference[] {
  const found = [...verifyAccount(product, { ...stored, journal: sumsOf(lines) }), ...columns];
  if (lines.strayLines === 0) return found;
  const { subject } = stored;
  return [
    ...found,
    {
      subject,
      field: "journal keys, days and numbers",
      stored: `${lines.strayLines} lines that fit no event and no step`,
      rebuilt: "none",
    },
  ];
}
