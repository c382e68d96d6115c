import { availableParallelism } from "node:os";
import { packs } from "@fairdue/packs";
import { formatDay } from "@fairdue/kernel";
import { rulesOfPacks, withWishes } from "@fairdue/servicing";
import { type Book, strategyInForce } from "@fairdue/store";
import type { Command } from "commander";
import type { BookDatabase } from "../config/database.ts";
import { planBook } from "../plan/plan-book.ts";
import { booksNamed, countOption, dayOption, todayOf, withBookDatabase } from "./book-options.ts";
import { printJson, usageError } from "./io.ts";

type Options = { book?: string; on?: string; threads: string };

export function register(program: Command): void {
  program
    .command("plan-day")
    .summary("the day's work lists: who gets which treatment, within budgets and the law")
    .description(
      "Plans a day of overdue handling by the strategy in force: features, expected effects, what " +
        "the gate would permit, allocation within the budgets, work lists. Run again, it answers " +
        "with the plan that stands. Writes a report as JSON: docs/cli/plan-day.md",
    )
    .option("--book <id>", "the book to plan (default: every book with a strategy in force)")
    .option("--on <date>", "the day (default: today in the zone of the book)")
    .option(
      "--threads <n>",
      "threads of the allocation",
      String(Math.min(8, availableParallelism())),
    )
    .action(planDay);
}

async function planDay(options: Options): Promise<void> {
  const threads = countOption("--threads", options.threads, 256);
  const on = options.on === undefined ? null : dayOption("--on", options.on);
  await withBookDatabase(async (database) => {
    const reports: object[] = [];
    for (const book of await booksNamed(database, options.book)) {
      const report = await planOne(database, { book, threads, on: on ?? todayOf(book) });
      if (report !== undefined) reports.push(report);
      else if (options.book !== undefined)
        usageError(
          `--book: ${book.bookId} has no strategy in force, expected one that was activated`,
        );
    }
    printJson(reports);
  });
}

type PlanOne = {
  readonly book: Book;
  readonly threads: number;
  readonly on: ReturnType<typeof todayOf>;
};

async function planOne(database: BookDatabase, it: PlanOne): Promise<object | undefined> {
  const { book, on, threads } = it;
  const record = await strategyInForce(database, { bookId: book.bookId, on });
  if (record === undefined) return undefined;
  const tell = (line: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`plan-day: ${book.bookId} ${line}\n`);
  };
  const rules = withWishes(rulesOfPacks(packs));
  const planned = await planBook(
    { database, book, on, threads, rules, by: "plan-day", tell },
    record,
  );
  const head = {
    bookId: book.bookId,
    on: formatDay(on),
    strategy: `${record.strategy.id}@${record.version}`,
  };
  if (planned.kind === "infeasible") {
    for (const one of planned.refusal.shortfalls)
      process.stderr.write(`fairdue: ${one.statement.en}\n`);
    process.exitCode = 1;
    return { ...head, ...planned.refusal };
  }
  const { planId, seconds, summary, certificate } = planned.plan;
  return {
    ...head,
    status: "planned",
    isKnown: planned.isKnown,
    planId,
    seconds,
    summary,
    certificate,
  };
}
