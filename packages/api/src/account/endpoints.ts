import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import {
  accountIdIn,
  amountMinorOrZeroIn,
  borrowerIdIn,
  dayIn,
  slugIn,
} from "../schema/primitives.ts";
import { account, accountEvent, journalLine, schedule, statement } from "./schemas.ts";

const at = "/v1/borrowers/{borrowerId}/accounts/{accountId}";
export const accountParams = z.strictObject({ borrowerId: borrowerIdIn, accountId: accountIdIn });
const tag = "Accounts";
const scope = "accounts:read";

const asOfQuery = z.strictObject({
  asOf: dayIn.optional().openapi({
    description:
      "The day at whose opening the account is shown; the book's business day when left out. A past " +
      "day counts the events valued up to it, a future one what happens if nobody acts.",
  }),
});

export const listAccounts = read({
  operationId: "listAccounts",
  path: "/v1/accounts",
  tag,
  summary: "Accounts of a book, filtered",
  description: "Figures are those of the last day on which anything happened to each account.",
  scope,
  query: z.strictObject({
    ...pageQuery,
    bookId: slugIn,
    status: z.enum(["open", "charged-off", "sold", "closed"]).optional(),
    productId: slugIn.optional(),
    isOverdue: z
      .enum(["true", "false"])
      .transform((it) => it === "true")
      .optional(),
    isQuarantined: z
      .enum(["true", "false"])
      .transform((it) => it === "true")
      .optional(),
  }),
  answer: pageOf("Account", account),
  problems: ["book-not-found"],
});

export const listAccountsOfBorrower = read({
  operationId: "listAccountsOfBorrower",
  path: "/v1/borrowers/{borrowerId}/accounts",
  tag,
  summary: "Every account of a borrower",
  scope,
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  query: asOfQuery,
  answer: z.object({ items: z.array(account) }).openapi("Accounts"),
  problems: ["borrower-not-found", "as-of-out-of-range"],
});

export const readAccount = read({
  operationId: "readAccount",
  path: at,
  tag,
  summary: "An account as it stands on a day",
  scope,
  params: accountParams,
  query: asOfQuery,
  answer: account,
  problems: ["account-not-found", "as-of-out-of-range"],
});

export const readSchedule = read({
  operationId: "readSchedule",
  path: `${at}/schedule`,
  tag,
  summary: "What is due and what will fall due",
  scope,
  params: accountParams,
  query: asOfQuery,
  answer: schedule,
  problems: ["account-not-found", "as-of-out-of-range"],
});

export const listStatements = read({
  operationId: "listStatements",
  path: `${at}/statements`,
  tag,
  summary: "Statements, newest first",
  scope,
  params: accountParams,
  query: z.strictObject(pageQuery),
  answer: pageOf("Statement", statement),
  problems: ["account-not-found"],
});

export const readStatement = read({
  operationId: "readStatement",
  path: `${at}/statements/{statementId}`,
  tag,
  summary: "One statement",
  scope,
  params: accountParams.extend({
    statementId: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/),
  }),
  answer: statement,
  problems: ["account-not-found", "statement-not-found"],
});

export const listEvents = read({
  operationId: "listEvents",
  path: `${at}/events`,
  tag,
  summary: "Everything that ever happened to the account, in the order of booking",
  scope,
  params: accountParams,
  query: z.strictObject(pageQuery),
  answer: pageOf("AccountEvent", accountEvent),
  problems: ["account-not-found"],
});

export const listAccountJournal = read({
  operationId: "listAccountJournal",
  path: `${at}/journal`,
  tag,
  summary: "Journal lines of the account",
  scope: "ledger:read",
  params: accountParams,
  query: z.strictObject(pageQuery),
  answer: pageOf("JournalLine", journalLine),
  problems: ["account-not-found"],
});

export const openAccount = write({
  operationId: "openAccount",
  path: "/v1/borrowers/{borrowerId}/accounts",
  tag,
  summary: "Open an account",
  scope: "accounts:write",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  body: z
    .strictObject({
      accountId: accountIdIn
        .optional()
        .openapi({ description: "Made up when left out.", example: "acc_0197a2" }),
      bookId: slugIn,
      productId: slugIn,
      productVersion: z.int().min(1).max(999_999),
      on: dayIn
        .optional()
        .openapi({ description: "Day of opening; the book's business day when left out." }),
      limitMinor: amountMinorOrZeroIn,
      rate: z
        .int()
        .min(0)
        .max(10_000_000)
        .optional()
        .openapi({ description: "In the product's unit; its standard rate when left out." }),
      dueDay: z
        .int()
        .min(1)
        .max(31)
        .optional()
        .openapi({ description: "Day of month; the product's when left out." }),
    })
    .openapi("OpenAccount"),
  answer: account,
  problems: [
    "borrower-not-found",
    "book-not-found",
    "product-not-found",
    "account-exists",
    "account-already-open",
    "currency-mismatch",
    "not-offered",
    "amount-above-maximum",
    "value-after-booking",
  ],
});

export const accountEndpoints = [
  listAccounts,
  listAccountsOfBorrower,
  openAccount,
  readAccount,
  readSchedule,
  listStatements,
  readStatement,
  listEvents,
  listAccountJournal,
];
