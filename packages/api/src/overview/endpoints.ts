import { z } from "@hono/zod-openapi";
import { inBook } from "../book/endpoints.ts";
import { read } from "../endpoint/endpoint.ts";
import { amountMinor, dayText, instantText } from "../schema/primitives.ts";

export const readOverview = read({
  operationId: "readOverview",
  path: "/v1/books/{bookId}/overview",
  tag: "Books",
  summary: "The state of a book at a glance",
  description:
    "Balances by bucket and product, cash in by day, exceptions and the last closed day. Read from " +
    "the accounts as they stand; at most ten seconds old.",
  scope: "books:read",
  params: inBook,
  answer: z
    .object({
      bookId: z.string(),
      at: instantText,
      closedThrough: dayText,
      accounts: z.int(),
      openAccounts: z.int(),
      principalMinor: amountMinor,
      overdueMinor: amountMinor,
      limitMinor: amountMinor,
      provisionMinor: amountMinor,
      claimMinor: amountMinor,
      quarantined: z.int(),
      buckets: z.array(
        z.object({ bucket: z.int(), accounts: z.int(), principalMinor: amountMinor }),
      ),
      products: z.array(
        z.object({ productId: z.string(), accounts: z.int(), principalMinor: amountMinor }),
      ),
      cashIn: z
        .array(z.object({ on: dayText, amountMinor }))
        .openapi({ description: "Money received, by day of booking, the last 30 days." }),
    })
    .openapi("Overview"),
  problems: ["book-not-found"],
});

export const overviewEndpoints = [readOverview];
