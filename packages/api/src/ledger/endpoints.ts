import { z } from "@hono/zod-openapi";
import { inBook } from "../book/endpoints.ts";
import { read } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import { bilingual, dayIn, dayText } from "../schema/primitives.ts";

const tag = "Ledger";
const scope = "ledger:read";

const sum = z
  .string()
  .regex(/^-?\d+$/)
  .openapi({
    description: "Sum in minor units, as text: it may exceed what JSON numbers hold.",
    example: "1234567",
  });

const glAccount = z
  .object({
    code: z.int(),
    name: bilingual,
    class: z.enum(["asset", "liability", "equity", "income", "expense", "memo"]),
  })
  .openapi("GlAccount");

export const readChart = read({
  operationId: "readChart",
  path: "/v1/books/{bookId}/chart",
  tag,
  summary: "Chart of accounts",
  scope,
  params: inBook,
  answer: z.object({ items: z.array(glAccount) }).openapi("Chart"),
  problems: ["book-not-found"],
});

export const readTrialBalance = read({
  operationId: "readTrialBalance",
  path: "/v1/books/{bookId}/trial-balance",
  tag,
  summary: "Trial balance at the end of a day",
  scope,
  params: inBook,
  query: z.strictObject({
    on: dayIn.optional().openapi({ description: "The last closed day when left out." }),
  }),
  answer: z
    .object({
      bookId: z.string(),
      on: dayText,
      currency: z.string(),
      lines: z.array(
        z.object({
          account: glAccount,
          debitsMinor: sum,
          creditsMinor: sum,
          balanceMinor: sum.openapi({ description: "Debits less credits." }),
        }),
      ),
      debitsMinor: sum,
      creditsMinor: sum,
    })
    .openapi("TrialBalance", { description: "试算平衡表: debits equal credits." }),
  problems: ["book-not-found"],
});

const bookLine = z
  .object({
    postingKey: z.string(),
    line: z.int(),
    bookedOn: dayText,
    debit: z.int(),
    credit: z.int(),
    amountMinor: z.int(),
    currency: z.string(),
    reason: z.string(),
  })
  .openapi("BookJournalLine", { description: "A line of the book as a whole, such as accrual." });

export const listBookJournal = read({
  operationId: "listBookJournal",
  path: "/v1/books/{bookId}/journal",
  tag,
  summary: "Journal lines of the book as a whole",
  description: "Lines of single accounts are with their accounts.",
  scope,
  params: inBook,
  query: z.strictObject(pageQuery),
  answer: pageOf("BookJournalLine", bookLine),
  problems: ["book-not-found"],
});

export const ledgerEndpoints = [readChart, readTrialBalance, listBookJournal];
