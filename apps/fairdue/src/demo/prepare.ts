import { scopes } from "@fairdue/api";
import type { InstantMs } from "@fairdue/kernel";
import { nearPrime } from "@fairdue/simulation";
import { loadBooks } from "@fairdue/store";
import type { BookDatabase } from "../config/database.ts";
import { makeApiKey } from "../http/auth/api-key.ts";
import { todayIn } from "../http/book/wire.ts";
import { buildDemoBook } from "./build-book.ts";
import { type DemoNotes, readNotes, writeNotes } from "./demo-notes.ts";
import { progressBar } from "./progress.ts";
import { catchUp } from "./second-book.ts";

export type DemoWish = { readonly borrowers: number; readonly months: number };

const zone = "Asia/Shanghai";

/** The demo's book, up to date: the one of the last start, or a new one lived day by day. */
export async function prepareDemo(
  database: BookDatabase,
  home: string,
  wish: DemoWish,
): Promise<DemoNotes> {
  const notes = readNotes(home);
  const books = await loadBooks(database);
  const known = notes && books.find((it) => it.bookId === notes.bookId);
  if (notes && known) {
    await catchUp(database, known);
    return notes;
  }
  return await makeDemo(database, home, { ...wish, taken: books.map((it) => it.bookId) });
}

async function makeDemo(
  database: BookDatabase,
  home: string,
  wish: DemoWish & { readonly taken: readonly string[] },
): Promise<DemoNotes> {
  const { borrowers, months } = wish;
  const bookId = freeId(wish.taken);
  const bar = progressBar(`${borrowers} borrowers live ${months} months`, process.stderr);
  const counts = await buildDemoBook(
    database,
    {
      bookId,
      name: { en: "Demo", zh: "演示" },
      borrowers,
      months,
      scenario: nearPrime,
      seed: "fairdue demo",
      todayOn: todayIn({ zone }, Date.now() as InstantMs),
    },
    (it) => bar.at(it.days, it.of, `day ${it.days}, ${it.events.toLocaleString("en")} events`),
  );
  bar.end(
    `${counts.accounts.toLocaleString("en")} accounts, ${counts.events.toLocaleString("en")} events, ` +
      `${counts.days} days closed`,
  );
  const key = await makeApiKey(database, { actor: "demo", scopes: [...scopes] });
  const notes = { bookId, borrowers, months, key };
  writeNotes(home, notes);
  return notes;
}

/** `demo`, or the next free one where an earlier demo was killed half-way. */
function freeId(taken: readonly string[]): string {
  if (!taken.includes("demo")) return "demo";
  for (let k = 2; ; k += 1) if (!taken.includes(`demo-${k}`)) return `demo-${k}`;
}
