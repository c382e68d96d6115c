import {
  listCaseBooks,
  listCases,
  listQueues,
  readCase,
  readMay,
  readTimeline,
  refusal,
  type workItemWire,
} from "@fairdue/api";
import { accepted, type EpochDay, formatDay, refused } from "@fairdue/kernel";
import { collectingChannels, foresee, intendedAct } from "@fairdue/servicing";
import {
  booksWithCases,
  caseSortValue,
  type CaseOnRecord,
  currentPlan,
  listCases as storedCases,
  loadBook,
  loadBooks,
  loadBorrower,
  loadCasesOf,
  loadKnowledge,
  loadNotes,
  loadPromises,
  loadStrategy,
  loadTimeline,
  loadWorkItem,
  queueFigures,
} from "@fairdue/store";
import type { z } from "@hono/zod-openapi";
import { rulesInForce } from "../../gate/desk.ts";
import { businessDayOf, toWire as bookToWire } from "../book/wire.ts";
import { paged, readCursor } from "../compose/cursor.ts";
import { answers, type HttpModule, type Reply } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { debtsOf, notePlace } from "./debts.ts";
import { standingCase } from "./standing.ts";
import {
  at,
  caseToWire,
  casesToWire,
  itemToWire,
  noteToWire,
  promiseToWire,
  timelineToWire,
} from "./wire.ts";
import { workOperations } from "./work.ts";

/** Cases: what they are, what happened, what may be done now, and the work on them. */
export const caseModule: HttpModule = {
  name: "case",
  operations: [
    answers(listCases, async (shell, { params, query, actor }) => {
      const book = await loadBook(shell.database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const cursor = readCursor(query.cursor, ["string", "string"]);
      if (!cursor.ok) return cursor;
      const on = businessDayOf(book, shell.now());
      const { state, sort, limit, teamId, queueId, dpdMin, dpdMax, overdueMinorMin } = query;
      const after = cursor.value && {
        value: Number(cursor.value[0]),
        caseId: String(cursor.value[1]),
      };
      const cases = await storedCases(shell.database, {
        bookId: book.bookId,
        isOpen: state === "open",
        sort,
        teamId,
        queueId,
        ownerId: query.ownerId === "me" ? actor.actorId : query.ownerId,
        dpdMin: dpdMin > 0 ? dpdMin : undefined,
        dpdMax: dpdMax < 99_999 ? dpdMax : undefined,
        overdueMinorMin: overdueMinorMin > 0 ? overdueMinorMin : undefined,
        isHeld: query.held === undefined ? undefined : query.held === "yes",
        on,
        after,
        count: limit + 1,
      });
      const wires = await casesToWire(shell, cases, on);
      return accepted(
        paged(
          cases.map((it, k) => ({ it, wire: wires[k]! })),
          limit,
          {
            key: ({ it }) => [String(caseSortValue(sort, it)), it.caseId],
            toWire: ({ wire }) => wire,
          },
        ),
      );
    }),
    answers(listCaseBooks, async (shell) => {
      const within = await booksWithCases(shell.database);
      const books = (await loadBooks(shell.database)).filter((it) => within.has(it.bookId));
      return accepted({ items: books.map((it) => bookToWire(it, shell.now())) });
    }),
    answers(listQueues, async (shell, { params }) => {
      const { database } = shell;
      if (!(await loadBook(database, params.bookId))) return refused(refusal("book-not-found"));
      const items = await queueFigures(database, { bookId: params.bookId, at: shell.now() });
      return accepted({ items: [...items] });
    }),
    answers(readCase, detail),
    answers(readTimeline, async (shell, { params, query }) => {
      const { borrowerId } = params;
      if (!(await loadBorrower(shell.database, borrowerId)))
        return refused(refusal("borrower-not-found"));
      const cursor = readCursor(query.cursor, ["number", "string", "string"]);
      if (!cursor.ok) return cursor;
      const after = cursor.value && {
        on: Number(cursor.value[0]) as EpochDay,
        at: Number(cursor.value[1]),
        ref: String(cursor.value[2]),
      };
      const zone = await zoneOf(shell, borrowerId);
      const items = await loadTimeline(shell.database, {
        borrowerId,
        zone,
        after,
        count: query.limit + 1,
      });
      return accepted(
        paged(items, query.limit, {
          key: (it) => [it.on, String(it.at), it.ref],
          toWire: timelineToWire,
        }),
      );
    }),
    answers(readMay, async (shell, { params, actor }) => {
      const { database } = shell;
      const standing = await standingCase(shell, database, params);
      if (!standing.ok) return standing;
      const [loaded] = await loadKnowledge(database, [
        { borrowerId: params.borrowerId, requestKey: "-" },
      ]);
      const known = loaded?.known;
      if (known === undefined) return refused(refusal("contacts-not-open"));
      const now = shell.now();
      const accountIds = (await debtsOf(database, standing.value.it)).map((it) => it.accountId);
      const rules = rulesInForce(shell.keyring);
      const channels = collectingChannels.map((channel) => {
        const act = intendedAct({
          borrowerId: params.borrowerId,
          accountIds,
          channel,
          purpose: "collection",
          agencyId: standing.value.it.agencyId,
          collectorId: actor.actorId,
        });
        const ruling = foresee({ known, act, rules }, now);
        return {
          channel,
          // Flags are told, and stop nothing.
          outcome: ruling.outcome === "allow-with-flags" ? ("allow" as const) : ruling.outcome,
          notBefore: ruling.earliestAt === null ? null : at(ruling.earliestAt),
          rules: [...ruling.rules],
          says: ruling.says,
          trace: ruling.trace,
        };
      });
      return accepted({ at: at(now), channels });
    }),
    ...workOperations,
  ],
};

async function detail(
  shell: Shell,
  { params }: { readonly params: { readonly borrowerId: string; readonly caseId: string } },
): Promise<Reply<typeof readCase>> {
  const { database, vault } = shell;
  const standing = await standingCase(shell, database, params);
  if (!standing.ok) return standing;
  const { it, on } = standing.value;
  const masked = await vault.masked(database, [it.borrowerId], ["name"]);
  const notes = [];
  for (const note of await loadNotes(database, params)) {
    const text = await vault.unseal(database, it.borrowerId, note.sealedText, notePlace);
    notes.push(noteToWire({ ...note, text }));
  }
  return accepted({
    case: caseToWire(it, { on, now: shell.now(), maskedName: masked.get(it.borrowerId)?.name }),
    debts: (await debtsOf(database, it)).map((debt) => ({
      ...debt,
      oldestUnpaidOn: debt.oldestUnpaidOn === null ? null : formatDay(debt.oldestUnpaidOn),
    })),
    promises: (await loadPromises(database, params)).map(promiseToWire),
    notes,
    next: await nextOf(shell, it, on),
  });
}

/** The step that the day's plan gives this person. */
async function nextOf(
  { database }: Shell,
  it: CaseOnRecord,
  on: EpochDay,
): Promise<z.input<typeof workItemWire> | null> {
  const plan = await currentPlan(database, { bookId: it.bookId, on });
  const item = plan && (await loadWorkItem(database, { ...plan, borrowerId: it.borrowerId }));
  const record = plan && (await loadStrategy(database, plan));
  if (!plan || !item || !record || item.caseId !== it.caseId) return null;
  return itemToWire(item, { plan, strategy: record.strategy });
}

/** Zone in which a person's days are counted: that of the book of their latest case. */
async function zoneOf(shell: Shell, borrowerId: string): Promise<string> {
  const [latest] = await loadCasesOf(shell.database, borrowerId);
  const book = latest && (await loadBook(shell.database, latest.bookId));
  return book?.zone ?? "UTC";
}
