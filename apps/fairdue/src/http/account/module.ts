import {
  listAccountJournal,
  listAccounts,
  listAccountsOfBorrower,
  listEvents,
  listStatements,
  openAccount,
  readAccount,
  readSchedule,
  readStatement,
  refusal,
  type Refused,
} from "@fairdue/api";
import { advance } from "@fairdue/credit";
import { accepted, minor, type Outcome, parseId, present, refused } from "@fairdue/kernel";
import {
  eventsPage,
  loadAccount,
  loadAccountsOf,
  loadBook,
  loadBorrower,
  loadJournalOf,
  loadStatements,
  pageAccounts,
  type StoredAccount,
} from "@fairdue/store";
import { businessDayOf } from "../book/wire.ts";
import { bookFact } from "../command/book-fact.ts";
import { paged, readCursor } from "../compose/cursor.ts";
import { answers, type Asked, type HttpModule, type Reply, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { type Key, viewAccount, viewOn } from "./view.ts";
import {
  accountToWire,
  eventToWire,
  journalLineToWire,
  scheduleToWire,
  statementToWire,
} from "./wire.ts";

export const accountModule: HttpModule = {
  name: "account",
  operations: [
    answers(readAccount, async (shell, { params, query }) => {
      const view = await viewAccount(shell, params, query.asOf);
      return view.ok ? accepted(accountToWire(view.value)) : view;
    }),
    answers(readSchedule, async (shell, { params, query }) => {
      const view = await viewAccount(shell, params, query.asOf);
      return view.ok ? accepted(scheduleToWire(params.accountId, view.value.state)) : view;
    }),
    answers(listAccountsOfBorrower, async (shell, { params, query }) => {
      const { database, products } = shell;
      if (!(await loadBorrower(database, params.borrowerId)))
        return refused(refusal("borrower-not-found"));
      const items = [];
      for (const stored of await loadAccountsOf(database, products, params.borrowerId)) {
        const view = await viewOn(shell, stored, query.asOf);
        if (view.ok) items.push(accountToWire(view.value));
      }
      return accepted({ items });
    }),
    answers(listAccounts, list),
    answers(listStatements, async (shell, { params, query }) => {
      const known = await standing(shell, params);
      if (!known.ok) return known;
      const cursor = readCursor(query.cursor, ["string", "string"]);
      if (!cursor.ok) return cursor;
      const all = (await loadStatements(shell.database, params)).map(statementToWire);
      const rest = cursor.value ? all.slice(indexAfter(all, String(cursor.value[1]))) : all;
      return accepted(
        paged(rest.slice(0, query.limit + 1), query.limit, {
          key: (it) => [it.closedOn, it.statementId],
          toWire: (it) => it,
        }),
      );
    }),
    answers(readStatement, async (shell, { params }) => {
      const known = await standing(shell, params);
      if (!known.ok) return known;
      const all = await loadStatements(shell.database, params);
      const found = all.find((it) => it.statement.id === params.statementId);
      return found ? accepted(statementToWire(found)) : refused(refusal("statement-not-found"));
    }),
    answers(listEvents, async (shell, { params, query }) => {
      const known = await standing(shell, params);
      if (!known.ok) return known;
      const cursor = readCursor(query.cursor, ["number"]);
      if (!cursor.ok) return cursor;
      const after = Number(cursor.value?.[0] ?? 0);
      const page = await eventsPage(shell.database, params, { after, count: query.limit + 1 });
      return accepted(
        paged(page.items, query.limit, { key: (it) => [it.seq], toWire: eventToWire }),
      );
    }),
    answers(listAccountJournal, async (shell, { params, query }) => {
      const known = await standing(shell, params);
      if (!known.ok) return known;
      const cursor = readCursor(query.cursor, ["number"]);
      if (!cursor.ok) return cursor;
      const from = Number(cursor.value?.[0] ?? 0);
      const all = await loadJournalOf(shell.database, params);
      const rows = all.slice(from, from + query.limit + 1).map((it, k) => ({ it, at: from + k }));
      return accepted(
        paged(rows, query.limit, {
          key: (row) => [row.at + 1],
          toWire: (row) => journalLineToWire(row.it),
        }),
      );
    }),
    writes(openAccount, async (shell, { params, body }, tx) => {
      if (!(await loadBorrower(tx, params.borrowerId)))
        return refused(refusal("borrower-not-found"));
      const book = await loadBook(tx, body.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const product = await shell.products.find(body.productId, body.productVersion);
      if (!product) return refused(refusal("product-not-found"));
      const { declaration } = product;
      if (declaration.currency !== book.currency)
        return refused(
          refusal("currency-mismatch", {
            field: "body.productId",
            value: declaration.currency,
            expected: book.currency,
          }),
        );
      const accountId =
        body.accountId ?? present(parseId("Account", shell.newId("Account")), "a new id");
      const key = { borrowerId: params.borrowerId, accountId };
      if (await loadAccount(tx, shell.products, key)) return refused(refusal("account-exists"));
      const booked = await bookFact(shell, tx, {
        ...key,
        bookId: body.bookId,
        on: body.on,
        fact: {
          kind: "opened",
          accountId,
          productId: declaration.id,
          productVersion: declaration.version,
          limitMinor: minor(body.limitMinor),
          rate: body.rate ?? declaration.rate.standard,
          dueDay: body.dueDay ?? declaration.cycle.dueDay,
        },
      });
      if (!booked.ok) return booked;
      const { state } = booked.value;
      return accepted(
        accountToWire({ ...key, bookId: body.bookId, product, state, isQuarantined: false }),
      );
    }),
  ],
};

async function list(
  { database, products, now }: Shell,
  { query }: Asked<typeof listAccounts>,
): Promise<Reply<typeof listAccounts>> {
  const book = await loadBook(database, query.bookId);
  if (!book) return refused(refusal("book-not-found"));
  const cursor = readCursor(query.cursor, ["string", "string"]);
  if (!cursor.ok) return cursor;
  const [borrowerId, accountId] = cursor.value ?? ["", ""];
  const rows = await pageAccounts(database, products, {
    ...query,
    after: { borrowerId: String(borrowerId), accountId: String(accountId) },
    count: query.limit + 1,
  });
  const today = businessDayOf(book, now());
  return accepted(
    paged(rows, query.limit, {
      key: (it) => [it.borrowerId, it.accountId],
      toWire: (it) => {
        const { state } = advance(
          it.product,
          it.state,
          today > it.state.asOf ? today : it.state.asOf,
        );
        return accountToWire({ ...it, state });
      },
    }),
  );
}

async function standing(shell: Shell, key: Key): Promise<Outcome<StoredAccount, Refused>> {
  const stored = await loadAccount(shell.database, shell.products, key);
  return stored ? accepted(stored) : refused(refusal("account-not-found"));
}

function indexAfter(all: readonly { statementId: string }[], id: string): number {
  return all.findIndex((it) => it.statementId === id) + 1;
}
