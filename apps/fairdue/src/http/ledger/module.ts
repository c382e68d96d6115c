import { listBookJournal, readChart, readTrialBalance, refusal } from "@fairdue/api";
import { accepted, addDays, epochDay, formatDay, refused } from "@fairdue/kernel";
import { loadBook, loadChart, loadTrialBalance, pageBookLines } from "@fairdue/store";
import { paged, readCursor } from "../compose/cursor.ts";
import { answers, type HttpModule } from "../compose/operation.ts";

export const ledgerModule: HttpModule = {
  name: "ledger",
  operations: [
    answers(readChart, async ({ database }, { params }) => {
      if (!(await loadBook(database, params.bookId))) return refused(refusal("book-not-found"));
      return accepted({ items: await loadChart(database, params.bookId) });
    }),
    answers(readTrialBalance, async ({ database }, { params, query }) => {
      const book = await loadBook(database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const balance = await loadTrialBalance(database, book, query.on ?? book.closedThrough);
      return accepted({
        bookId: book.bookId,
        on: formatDay(balance.on),
        currency: balance.currency,
        lines: balance.lines.map((it) => ({
          account: it.account,
          debitsMinor: String(it.debitsMinor),
          creditsMinor: String(it.creditsMinor),
          balanceMinor: String(it.balanceMinor),
        })),
        debitsMinor: String(balance.debitsMinor),
        creditsMinor: String(balance.creditsMinor),
      });
    }),
    answers(listBookJournal, async ({ database }, { params, query }) => {
      if (!(await loadBook(database, params.bookId))) return refused(refusal("book-not-found"));
      const cursor = readCursor(query.cursor, ["number", "string", "number"]);
      if (!cursor.ok) return cursor;
      const [day, key, line] = cursor.value ?? [firstDay, "", -1];
      const bookedOn = epochDay(Math.min(Math.max(Number(day), firstDay), lastDay));
      const rows = await pageBookLines(database, {
        bookId: params.bookId,
        after: { bookedOn, key: String(key), line: Math.min(Number(line), 32_767) },
        count: query.limit + 1,
      });
      return accepted(
        paged(rows, query.limit, {
          key: (it) => [it.bookedOn, it.key, it.line],
          toWire: ({ key: postingKey, bookedOn: on, ...it }) => ({
            ...it,
            postingKey,
            bookedOn: formatDay(on),
          }),
        }),
      );
    }),
  ],
};

/** Every day that a cursor may name: within what the database's calendar holds. */
const firstDay = 0;
const lastDay = addDays(epochDay(0), 100_000);
