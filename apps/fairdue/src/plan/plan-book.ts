import { planWork } from "@fairdue/allocate";
import { addDays, minorDigits, parseCurrency, present } from "@fairdue/kernel";
import {
  type DayPlan,
  finishPlan,
  type NoDayPlan,
  type Offer,
  problemOf,
  type Strategy,
  type WordsFor,
} from "@fairdue/servicing";
import {
  endDueHolds,
  judgePromises,
  loadOutcomes,
  loadPlan,
  measureOutcomes,
  type PlanKey,
  type PlanOnRecord,
  reconcileCases,
  retried,
  savePlan,
  type StrategyOnRecord,
} from "@fairdue/store";
import { callCrew } from "../allocate/crew.ts";
import { type GatherOptions, gatherOffers } from "./gather.ts";

export type PlanOptions = Omit<GatherOptions, "outcomes" | "progress"> & {
  readonly by: string;
  /** Threads of the allocation; the plan does not depend on it. */
  readonly threads: number;
  readonly tell?: ((line: string) => void) | undefined;
};

export type BookPlan =
  | { readonly kind: "planned"; readonly plan: PlanOnRecord; readonly isKnown: boolean }
  | NoDayPlan;

/**
 * Plans a day of a book: morning duties, features, lawful options, allocation, work lists. Everything
 * is written in one transaction at the end, once for each strategy version: a planner that dies
 * leaves nothing, and a second one finds the first one's plan.
 */
export async function planBook(options: PlanOptions, record: StrategyOnRecord): Promise<BookPlan> {
  const { database, book, on, tell } = options;
  const { strategy, version } = record;
  const key: PlanKey = { bookId: book.bookId, on, strategyId: strategy.id, version };
  const known = await loadPlan(database, key);
  if (known !== undefined) return { kind: "planned", plan: known, isKnown: true };
  const began = performance.now();
  await morningDuties(options);
  const outcomes = await loadOutcomes(database, { bookId: book.bookId, on });
  const progress = (people: number): void =>
    tell?.(`${people.toLocaleString("en")} people looked at`);
  const [offers] = await gatherOffers({ ...options, outcomes, progress }, [strategy]);
  tell?.("allocating");
  const plan = await solve(strategy, present(offers, "one strategy, one list"), options);
  if (plan.kind === "infeasible") return plan;
  tell?.("writing the work lists");
  const seconds = Math.round(performance.now() - began) / 1000;
  const saved = await retried(() =>
    database.transaction((tx) => savePlan(tx, key, { plan, by: options.by, seconds })),
  );
  const stored = present(await loadPlan(database, key), "a plan that was just written");
  return { kind: "planned", plan: stored, isKnown: saved.isKnown };
}

/** What must be settled before a day is planned; done again, nothing changes. */
export async function morningDuties(
  it: Pick<PlanOptions, "database" | "book" | "on">,
): Promise<void> {
  const { database, on } = it;
  const { bookId } = it.book;
  const through = addDays(on, -1);
  await retried(() =>
    database.transaction(async (tx) => {
      await reconcileCases(tx, { bookId, on });
      await endDueHolds(tx, on);
      await judgePromises(tx, { bookId, through });
      await measureOutcomes(tx, { bookId, through });
    }),
  );
}

export async function solve(
  strategy: Strategy,
  offers: readonly Offer[],
  it: Pick<PlanOptions, "book" | "on" | "threads">,
): Promise<DayPlan | NoDayPlan> {
  const planned = problemOf(strategy, offers);
  const crew = callCrew(it.threads);
  try {
    const plan = await crew.run(planWork(planned.problem.field, planned.problem.limits));
    return finishPlan(strategy, offers, { planned, plan, words: wordsOf(it) });
  } finally {
    await crew.dismiss();
  }
}

function wordsOf({ book, on }: Pick<PlanOptions, "book" | "on">): WordsFor {
  const currency = present(parseCurrency(book.currency), "the currency of a book");
  return { on, currency: book.currency, digits: minorDigits(currency) };
}
