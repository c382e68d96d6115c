import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { bilingual, bilingualIn, dayIn, dayText, slugIn } from "../schema/primitives.ts";

export const book = z
  .object({
    bookId: z.string(),
    name: bilingual,
    currency: z.string(),
    zone: z.string().openapi({ description: "IANA zone in which the business day turns." }),
    closedThrough: dayText.openapi({ description: "Every day up to this one is closed." }),
    businessDay: dayText.openapi({
      description:
        "Today in the zone of the book, or its first open day when today is closed already: what is " +
        "written now is booked on it.",
    }),
  })
  .openapi("Book", { description: "A lender's set of accounts in one currency." });

const bookParams = z.strictObject({ bookId: slugIn });
export const inBook = bookParams;

export const listBooks = read({
  operationId: "listBooks",
  path: "/v1/books",
  tag: "Books",
  summary: "All books",
  scope: "books:read",
  answer: z.object({ items: z.array(book) }).openapi("Books"),
});

export const readBook = read({
  operationId: "readBook",
  path: "/v1/books/{bookId}",
  tag: "Books",
  summary: "One book",
  scope: "books:read",
  params: bookParams,
  answer: book,
  problems: ["book-not-found"],
});

export const openBook = write({
  operationId: "openBook",
  path: "/v1/books",
  tag: "Books",
  summary: "Open a book",
  description:
    "Opens a book with the standard chart of accounts; `firstDay` is its first open day.",
  scope: "books:write",
  body: z
    .strictObject({
      bookId: slugIn,
      name: bilingualIn,
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .openapi({ example: "CNY" }),
      zone: z.string().max(64).openapi({ example: "Asia/Shanghai" }),
      firstDay: dayIn,
    })
    .openapi("OpenBook"),
  answer: book,
  problems: ["book-exists"],
});

export const bookEndpoints = [listBooks, openBook, readBook];
