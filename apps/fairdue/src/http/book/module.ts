import { listBooks, openBook, readBook, refusal } from "@fairdue/api";
import { accepted, addDays, parseCurrency, parseZone, refused } from "@fairdue/kernel";
import { createBook, loadBook, loadBooks } from "@fairdue/store";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import { toWire } from "./wire.ts";

export const bookModule: HttpModule = {
  name: "book",
  operations: [
    answers(listBooks, async ({ database, now }) =>
      accepted({ items: (await loadBooks(database)).map((it) => toWire(it, now())) }),
    ),
    answers(readBook, async ({ database, now }, { params }) => {
      const book = await loadBook(database, params.bookId);
      return book ? accepted(toWire(book, now())) : refused(refusal("book-not-found"));
    }),
    writes(openBook, async ({ now }, { body }, tx) => {
      const currency = parseCurrency(body.currency);
      const zone = parseZone(body.zone);
      if (currency === undefined || zone === undefined)
        return refused(
          refusal("invalid-request", {
            field: zone === undefined ? "body.zone" : "body.currency",
            value: zone === undefined ? body.zone : body.currency,
            expected: "an IANA time zone and an ISO 4217 currency",
          }),
        );
      if (await loadBook(tx, body.bookId)) return refused(refusal("book-exists"));
      const book = {
        bookId: body.bookId,
        name: body.name,
        currency,
        zone,
        closedThrough: addDays(body.firstDay, -1),
      };
      await createBook(tx, book);
      return accepted(toWire(book, now()));
    }),
  ],
};
