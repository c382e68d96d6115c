import { type AllocationProblem, parseBudgets, personReader } from "@fairdue/allocate";
import { assert, present } from "@fairdue/kernel";
import { bandOf, type Budget, type Strategy } from "../strategy/strategy.ts";
import type { Offer, Option } from "./offer.ts";

/** The people who have a choice, in the order in which the allocation numbers them. */
export type PlanProblem = {
  readonly problem: AllocationProblem;
  readonly offers: readonly Offer[];
};

/**
 * The allocation of a day: who gets which of their lawful treatments, so that the expected recovery
 * less its cost is largest within the budgets.
 */
export function problemOf(strategy: Strategy, all: readonly Offer[]): PlanProblem {
  const offers = all.filter((it) => it.options.length > 0);
  const rows = offers.map((it) => ({ it, columns: columnsOf(strategy, it) }));
  const floors = strategy.budgets.map((budget) => {
    if (budget.atLeastPpmOfPeople === null) return budget.atLeast;
    const people = rows.filter(({ columns }) => columns.some((row) => meets(budget, row))).length;
    return Math.floor((people * budget.atLeastPpmOfPeople) / 1e6);
  });
  const budgets = parseBudgets({
    objective: { recovery: 1, cost: -1 },
    budgets: strategy.budgets.map((it, k) => limitOf(it, floors[k] ?? null)),
    quotes: strategy.quotes,
  });
  assert(budgets.ok, "the budgets of a parsed strategy are budgets");
  const reader = personReader(budgets.value);
  for (const { it, columns } of rows)
    reader.read({ person: it.person.borrowerId, treatments: columns }, it.person.borrowerId);
  const problem = reader.finish();
  assert(problem.ok, "offers make a problem");
  return { problem: problem.value, offers };
}

function limitOf(it: Budget, floor: number | null): object {
  return {
    id: it.id,
    resource: it.resource,
    where: it.where,
    ...(it.atMost !== null && { atMost: it.atMost }),
    ...(floor !== null && { atLeast: floor }),
  };
}

type Columns = Readonly<Record<string, string | number>>;

function columnsOf(strategy: Strategy, it: Offer): readonly Columns[] {
  const { assigned, person } = it;
  assert(assigned.kind === "staged", "who has a choice is in a stage");
  const queue = present(
    strategy.queues.find((one) => one.id === assigned.segment.queue),
    "a segment's queue is there",
  );
  const shared = {
    team: queue.teamId,
    queue: queue.id,
    region: person.features.region,
    band: bandOf(person.features.overdueMinor),
    segment: assigned.segment.id,
  };
  return it.options.map((option) => ({ ...shared, ...columnsOfOption(option) }));
}

function columnsOfOption({ treatment, recoveryMinor }: Option): Columns {
  return {
    treatment: treatment.id,
    recovery: recoveryMinor,
    cost: treatment.costMinor,
    minutes: treatment.minutes,
    harm: treatment.harm,
    count: 1,
    channel: treatment.channel,
    skill: treatment.skill,
  };
}

function meets(budget: Budget, row: Columns): boolean {
  return Object.entries(budget.where).every(([name, values]) => values.includes(String(row[name])));
}
