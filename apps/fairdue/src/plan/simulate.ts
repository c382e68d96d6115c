import { formatDay, present } from "@fairdue/kernel";
import type {
  DayPlan,
  NoDayPlan,
  PlanCertificate,
  PlanSummary,
  Strategy,
} from "@fairdue/servicing";
import { loadOutcomes } from "@fairdue/store";
import { gatherOffers } from "./gather.ts";
import { type PlanOptions, solve } from "./plan-book.ts";

export type SimulatedSide =
  | {
      readonly kind: "planned";
      readonly summary: PlanSummary;
      readonly certificate: PlanCertificate;
    }
  | NoDayPlan;

/** One day of a book under a proposed strategy, beside the one in force: same people, same facts. */
export type Simulation = {
  readonly on: string;
  readonly proposed: SimulatedSide;
  readonly inForce: SimulatedSide | null;
  /** People whose treatment would be another one. */
  readonly changed: number;
};

/** Tries a strategy on a day's book. Nothing is written, nobody is contacted. */
export async function simulate(
  options: Omit<PlanOptions, "by">,
  proposed: Strategy,
  inForce: Strategy | null,
): Promise<Simulation> {
  const { book, on } = options;
  const outcomes = await loadOutcomes(options.database, { bookId: book.bookId, on });
  const strategies = inForce === null ? [proposed] : [proposed, inForce];
  const offers = await gatherOffers({ ...options, outcomes }, strategies);
  const sides: (DayPlan | NoDayPlan)[] = [];
  for (const [k, strategy] of strategies.entries())
    sides.push(await solve(strategy, present(offers[k], "a list for each strategy"), options));
  const [ours, theirs] = sides;
  return {
    on: formatDay(on),
    proposed: sideOf(present(ours, "the proposed one was tried")),
    inForce: theirs === undefined ? null : sideOf(theirs),
    changed: changedBetween(ours, theirs),
  };
}

function sideOf(it: DayPlan | NoDayPlan): SimulatedSide {
  if (it.kind === "infeasible") return it;
  const { kind, summary, certificate } = it;
  return { kind, summary, certificate };
}

function changedBetween(
  a: DayPlan | NoDayPlan | undefined,
  b: DayPlan | NoDayPlan | undefined,
): number {
  if (a?.kind !== "planned" || b?.kind !== "planned") return 0;
  const then = new Map(b.items.map((it) => [it.borrowerId, it.treatmentId]));
  return a.items.filter((it) => then.get(it.borrowerId) !== it.treatmentId).length;
}
