import {
  listPlans,
  listStrategies,
  listWork,
  planDay,
  readFigures,
  readPlan,
  readStrategy,
  refusal,
} from "@fairdue/api";
import { accepted, formatDay, refused } from "@fairdue/kernel";
import { describe, type Strategy } from "@fairdue/servicing";
import {
  currentPlan,
  listPlans as storedPlans,
  listStrategies as storedStrategies,
  loadBook,
  loadStrategy,
  loadWorkList,
  strategyInForce,
} from "@fairdue/store";
import { rulesInForce } from "../../gate/desk.ts";
import { planBook } from "../../plan/plan-book.ts";
import type { Simulation } from "../../plan/simulate.ts";
import { businessDayOf } from "../book/wire.ts";
import { paged, readCursor } from "../compose/cursor.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import { figuresTable } from "./figures.ts";
import { strategyOperations } from "./strategies.ts";
import { planToWire, simulationToWire, strategyToLine, workToWire } from "./wire.ts";

/** Strategies, the plan of the day with its certificate, and the figures of overdue handling. */
export const planModule: HttpModule = {
  name: "plan",
  operations: [
    answers(listStrategies, async ({ database }, { params }) => {
      if (!(await loadBook(database, params.bookId))) return refused(refusal("book-not-found"));
      const items = (await storedStrategies(database, params.bookId)).map(strategyToLine);
      return accepted({ items });
    }),
    answers(readStrategy, async ({ database }, { params }) => {
      const found = await loadStrategy(database, params);
      if (!found) return refused(refusal("strategy-not-found"));
      return accepted({
        line: strategyToLine(found),
        declaration: found.declaration,
        segments: found.strategy.segments.map((it) => ({
          id: it.id,
          title: it.title,
          rule: describe(it.when),
          queue: it.queue,
        })),
        simulation:
          found.simulation === null ? null : simulationToWire(found.simulation as Simulation),
        approvalId: found.approvalId,
      });
    }),
    ...strategyOperations,
    writes(planDay, async (shell, { params, body, actor }) => {
      const book = await loadBook(shell.database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const on = body.on ?? businessDayOf(book, shell.now());
      const record = await strategyInForce(shell.database, { bookId: book.bookId, on });
      if (!record) return refused(refusal("strategy-none-in-force"));
      // A plan is whole and idempotent by itself, and too long for the request's own transaction.
      const planned = await planBook(
        {
          database: shell.database,
          rules: rulesInForce(shell.keyring),
          book,
          on,
          threads: 1,
          by: actor.actorId,
        },
        record,
      );
      if (planned.kind === "planned")
        return accepted({ plan: planToWire(planned.plan), isKnown: planned.isKnown });
      return refused(
        refusal(
          "budgets-infeasible",
          ...planned.refusal.shortfalls.map((it) => ({
            field: `budgets.${it.id}`,
            value: String(it.bound),
            expected: it.statement.en,
          })),
        ),
      );
    }),
    answers(listPlans, async ({ database }, { params }) => {
      if (!(await loadBook(database, params.bookId))) return refused(refusal("book-not-found"));
      return accepted({ items: (await storedPlans(database, params.bookId)).map(planToWire) });
    }),
    answers(readPlan, async ({ database }, { params }) => {
      const plan = await currentPlan(database, params);
      const record =
        plan && (await loadStrategy(database, { ...plan, strategyId: plan.strategyId }));
      if (!plan || !record) return refused(refusal("plan-not-found"));
      return accepted({ plan: planToWire(plan), titles: titlesOf(record.strategy) });
    }),
    answers(listWork, async (shell, { params, query }) => {
      const { database, vault } = shell;
      const plan = await currentPlan(database, params);
      if (!plan) return refused(refusal("plan-not-found"));
      const cursor = readCursor(query.cursor, ["string", "number"]);
      if (!cursor.ok) return cursor;
      const after = cursor.value && {
        queueId: String(cursor.value[0]),
        position: Number(cursor.value[1]),
      };
      const items = await loadWorkList(database, {
        planId: plan.planId,
        queueId: query.queueId,
        after,
        count: query.limit + 1,
      });
      const people = items.map((it) => it.borrowerId);
      const masked = await vault.masked(database, people, ["name"]);
      return accepted(
        paged(items, query.limit, {
          key: (it) => [it.queueId ?? "", it.position ?? 0],
          toWire: (it) => workToWire(it, masked.get(it.borrowerId)?.name),
        }),
      );
    }),
    answers(readFigures, async (shell, { params, query }) => {
      const book = await loadBook(shell.database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      // The last closed day by default: what it says does not change any more.
      const asOf = query.asOf ?? book.closedThrough;
      const wanted = { bookId: book.bookId, asOf, months: query.months, zone: book.zone };
      const table = await figuresTable(shell.database, params.table, wanted);
      const { months } = query;
      return accepted({ table: params.table, asOf: formatDay(asOf), months, ...table });
    }),
  ],
};

function titlesOf(it: Strategy) {
  const byId = (list: readonly { readonly id: string; readonly title: Strategy["title"] }[]) =>
    Object.fromEntries(list.map((one) => [one.id, one.title]));
  return {
    strategy: it.title,
    treatments: byId(it.treatments),
    segments: byId(it.segments),
    queues: byId(it.queues),
  };
}
