import { type closeDay, listCloseDays, refusal, runClose } from "@fairdue/api";
import {
  accepted,
  addDays,
  formatDay,
  formatInstant,
  type InstantMs,
  refused,
} from "@fairdue/kernel";
import { closeBook, type ClosedDay, closedDays, loadBook } from "@fairdue/store";
import type { z } from "zod";
import { todayIn } from "../book/wire.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";

const listed = 60;

export const closeModule: HttpModule = {
  name: "close",
  operations: [
    answers(listCloseDays, async ({ database }, { params, query }) => {
      const book = await loadBook(database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const before = query.before ?? addDays(book.closedThrough, 2);
      const days = await closedDays(database, book.bookId, { before, count: listed });
      return accepted({ items: days.map(toWire) });
    }),
    // The close books in transactions of its own; this one only holds the key until they are done.
    writes(runClose, async (shell, { params, body }, tx) => {
      const book = await loadBook(tx, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const yesterday = addDays(todayIn(book, shell.now()), -1);
      if (body.through > yesterday)
        return refused(
          refusal("day-not-over", {
            field: "body.through",
            value: formatDay(body.through),
            expected: `${formatDay(yesterday)} or earlier`,
          }),
        );
      const { bookId } = book;
      await closeBook(shell.database, shell.products, { bookId, through: body.through });
      const count = Math.min(Math.max(body.through - book.closedThrough, 0), listed);
      const before = addDays(body.through, 1);
      const days = await closedDays(shell.database, bookId, { before, count });
      const last = body.through < book.closedThrough ? book.closedThrough : body.through;
      return accepted({ bookId, closedThrough: formatDay(last), days: days.map(toWire) });
    }),
  ],
};

function toWire(it: ClosedDay): z.input<typeof closeDay> {
  return {
    businessOn: formatDay(it.businessOn),
    startedAt: formatInstant(it.startedAt as InstantMs),
    sealedAt: it.sealedAt === null ? null : formatInstant(it.sealedAt as InstantMs),
    touched: it.touched,
    quarantined: it.quarantined,
    movements: it.movements,
  };
}
