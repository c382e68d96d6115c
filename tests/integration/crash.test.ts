import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { addDays, day, random } from "@fairdue/kernel";
import {
  type AccountCommand,
  applicationRole,
  type Database,
  type DatabaseServer,
  execute,
  loadBook,
  migrate,
  openDatabase,
  type Products,
  productsOf,
  useServer,
  verifyBook,
} from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookId, Crowd, openTestBook } from "../fixtures/book.ts";

const start = day("2026-01-10");
const through = addDays(start, 75);
const main = join(import.meta.dirname, "../../apps/fairdue/src/main.ts");
// Unplanned by design: when a run fails, its seed is in the message.
const seed = process.env["CRASH_SEED"] ?? String(process.pid);
const dice = random(`crash/${seed}`);
const crowd = new Crowd(60, "crash");

let home: string;
let server: DatabaseServer;
let db: Database;
let products: Products;

beforeAll(async () => {
  // Not a private folder: as root the server runs under another account, which must reach it.
  home = join(tmpdir(), `fairdue-crash-${process.pid}`);
  mkdirSync(home);
  await begin();
  products = await openTestBook(db, start);
  await execute(db, products, crowd.openings(start));
  for (let k = 0; k < 40; k += 1)
    await execute(db, products, crowd.commandsOf(addDays(start, k), start));
});
afterAll(async () => {
  await db.close();
  await server.release();
  rmSync(home, { recursive: true, force: true });
});

async function begin(): Promise<void> {
  server = await useServer({ home });
  await migrate(server.url);
  db = openDatabase(server.url, { role: applicationRole });
  products = productsOf(db);
}

/** The whole server at once, as when the machine loses its power. */
function killServer(): void {
  const pid = Number(readFileSync(join(home, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  for (const it of [pid, ...children.filter((text) => text !== "").map(Number)])
    try {
      process.kill(it, "SIGKILL");
    } catch {
      // It ended by itself between the list and the blow.
    }
}

function startClose(): ChildProcess {
  return spawn(
    process.execPath,
    ["--conditions=source", main, "close", "--through", "2026-03-26", "--workers", "2"],
    { env: { ...process.env, FAIRDUE_HOME: home, NODE_OPTIONS: "" }, stdio: "ignore" },
  );
}

const ended = (it: ChildProcess): Promise<number | null> =>
  it.exitCode === null && it.signalCode === null
    ? new Promise((done) => it.once("exit", (code) => done(code)))
    : Promise.resolve(it.exitCode);

/** Pays until it is in the book, as a caller does that got no answer: the same command again. */
async function insist(commands: readonly AccountCommand[]): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await execute(db, products, commands);
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error("the payments never got through");
}

async function isClosed(): Promise<boolean> {
  return ((await loadBook(db, bookId))?.closedThrough ?? 0) >= through;
}

test(`a close that is killed again and again leaves an exact book (seed ${seed})`, async () => {
  let kills = 0;
  for (let round = 0; round < 4 && !(await isClosed()); round += 1) {
    const runs = [startClose(), startClose()];
    await wait(900 + dice.integer(2_000));
    for (const it of runs) {
      if (it.exitCode === null) kills += 1;
      it.kill("SIGKILL");
    }
    await Promise.all(runs.map(ended));
    await insist(crowd.commandsOf(addDays(start, 40 + round), start));
  }
  expect(kills).toBeGreaterThan(0);
  expect((await verifyBook(db, { bookId, workers: 1 })).differences).toEqual([]);
});

test(`PostgreSQL killed during close and payments leaves an exact book (seed ${seed})`, async () => {
  for (let round = 0; round < 2; round += 1) {
    const close = startClose();
    const commands = crowd.commandsOf(addDays(start, 50 + round), start);
    const paying = insist(commands).catch((error: unknown) => error);
    await wait(700 + dice.integer(1_800));
    killServer();
    await Promise.all([ended(close), wait(50)]);
    await db.close().catch(() => {});
    await server.release().catch(() => {});
    await begin();
    await paying;
    await insist(commands);
  }
  expect(await ended(startClose())).toBe(0);
  expect(await isClosed()).toBe(true);
  const report = await verifyBook(db, { bookId, workers: 2 });
  expect(report.differences).toEqual([]);
  expect(report.accounts).toBe(60);
});
