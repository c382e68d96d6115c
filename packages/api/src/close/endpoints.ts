import { z } from "@hono/zod-openapi";
import { inBook } from "../book/endpoints.ts";
import { read, write } from "../endpoint/endpoint.ts";
import { dayIn, dayText, instantText } from "../schema/primitives.ts";

const tag = "Close of day";

export const closeDay = z
  .object({
    businessOn: dayText,
    startedAt: instantText,
    sealedAt: instantText.nullable().openapi({ description: "Null while the close is under way." }),
    touched: z.int().openapi({ description: "Accounts that had something to do." }),
    quarantined: z.int(),
    movements: z
      .record(z.string(), z.object({ count: z.int(), amountMinor: z.int() }))
      .openapi({ description: "Count and sum by kind and component, such as `paid interest`." }),
  })
  .openapi("CloseDay");

export const listCloseDays = read({
  operationId: "listCloseDays",
  path: "/v1/books/{bookId}/close-runs",
  tag,
  summary: "Closed days, newest first",
  scope: "close:read",
  params: inBook,
  query: z.strictObject({
    before: dayIn.optional().openapi({ description: "Only days before this one." }),
  }),
  answer: z.object({ items: z.array(closeDay) }).openapi("CloseDays"),
  problems: ["book-not-found"],
});

export const runClose = write({
  operationId: "runClose",
  path: "/v1/books/{bookId}/close-runs",
  tag,
  summary: "Close the book's days",
  description:
    "Closes every open day through the one given. Reads and writes go on meanwhile; the answer comes " +
    "when the last day is sealed. Running it again closes nothing twice.",
  scope: "close:run",
  params: inBook,
  body: z.strictObject({ through: dayIn }).openapi("RunClose"),
  status: 200,
  answer: z
    .object({ bookId: z.string(), closedThrough: dayText, days: z.array(closeDay) })
    .openapi("CloseRun"),
  problems: ["book-not-found", "day-not-over"],
});

export const closeEndpoints = [listCloseDays, runClose];
