import { readOverview, refusal } from "@fairdue/api";
import { accepted, formatDay, refused } from "@fairdue/kernel";
import { type BookOverview, loadBook, loadOverview } from "@fairdue/store";
import { businessDayOf } from "../book/wire.ts";
import { answers, type HttpModule } from "../compose/operation.ts";

const freshMs = 10_000;

type Kept = { readonly atMs: number; readonly overview: BookOverview };

/** Sums over a whole book are asked for by many screens at once: one answer serves ten seconds. */
export const overviewModule: HttpModule = {
  name: "overview",
  operations: [overviewOperation()],
};

function overviewOperation(): HttpModule["operations"][number] {
  const kept = new WeakMap<object, Map<string, Kept>>();
  return answers(readOverview, async (shell, { params }) => {
    const book = await loadBook(shell.database, params.bookId);
    if (book === undefined) return refused(refusal("book-not-found"));
    // By the products of the shell: one for each server, whoever asks.
    const known = kept.get(shell.products) ?? new Map<string, Kept>();
    kept.set(shell.products, known);
    let found = known.get(book.bookId);
    if (found === undefined || shell.now() - found.atMs > freshMs) {
      const today = businessDayOf(book, shell.now());
      found = {
        atMs: shell.now(),
        overview: await loadOverview(shell.database, book.bookId, today),
      };
      known.set(book.bookId, found);
    }
    const { overview, atMs } = found;
    return accepted({
      ...overview,
      bookId: book.bookId,
      at: new Date(atMs).toISOString(),
      closedThrough: formatDay(book.closedThrough),
      buckets: [...overview.buckets],
      products: [...overview.products],
      cashIn: overview.cashIn.map((it) => ({ on: formatDay(it.on), amountMinor: it.amountMinor })),
    });
  });
}
