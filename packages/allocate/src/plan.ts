import { assert } from "@fairdue/kernel";
import { explainInfeasible, type Shortfall } from "./dual/infeasible.ts";
import { boundAt, findPrices, type Contest } from "./dual/prices.ts";
import { chooseHead } from "./field/choose.ts";
import { perClass, signedBounds, signOf, type Field, type LimitRow } from "./field/field.ts";
import { runAlone, slotsFor, sumSlots, type Pass, type Work } from "./field/pass.ts";
import { coreOf, type Core } from "./primal/core.ts";
import { enumerate } from "./primal/enumerate.ts";
import { climb, searchOn } from "./primal/improve.ts";
import { draftOf, type Draft } from "./primal/moves.ts";
import { repair } from "./primal/repair.ts";

/** Who gets what, with the proof of how good it is. */
export type FieldPlan = {
  readonly kind: "plan";
  /** choice[i]: 0 for nothing, else 1 + position among the options of person i. */
  readonly choice: Uint16Array;
  readonly chosen: number;
  readonly value: number;
  /** No plan within the limits brings more: value of the dual at `prices`, or the proved optimum. */
  readonly bound: number;
  /** True when a complete search has shown that no plan is better. */
  readonly isOptimal: boolean;
  /** Value that one more unit of each limit would bring (at most: one unit less; at least), >= 0. */
  readonly prices: Float64Array;
  /** Units used under each limit, exact. */
  readonly used: Float64Array;
};

/** No plan keeps all limits; or, if not `proved`, none was found. */
export type NoPlan = {
  readonly kind: "no-plan";
  readonly proved: boolean;
  readonly shortfalls: readonly Shortfall[];
};

/** The prices and the plan, in this thread. */
export function planField(field: Field, limits: readonly LimitRow[]): FieldPlan | NoPlan {
  return runAlone(planWork(field, limits));
}

/** The same as a computation whose passes a shell can spread over threads. */
export function* planWork(field: Field, limits: readonly LimitRow[]): Work<FieldPlan | NoPlan> {
  const bounds = signedBounds(limits);
  const ceiling = new Float64Array(limits.length).fill(Number.POSITIVE_INFINITY);
  const impossible = limits.some((it) => it.sense === "at-most" && it.bound < 0);
  if (impossible) return yield* explainInfeasible(field, limits, []);
  const { prices, contest } = yield* findPrices(field, bounds, ceiling);
  const choice = new Uint16Array(new SharedArrayBuffer(2 * field.people));
  const pass: Pass = {
    kind: "choose",
    field,
    price: perClass(field, prices, true),
    slotSize: chooseHead + limits.length,
    slots: slotsFor(field, chooseHead + limits.length),
    choice,
  };
  yield pass;
  const sum = sumSlots(pass);
  const slack = bounds.map((it, m) => it - sum[chooseHead + m]!);
  const dual = boundAt(prices, bounds, sum[0]!);
  // Sums of doubles err by less than 1e-11 of the terms' size; the bound is rounded up by ten times that.
  const size = sum[0]! + bounds.reduce((total, it, m) => total + Math.abs(it * prices[m]!), 0);
  const bound = dual + 1e-10 * size;
  const found = roundToPeople(field, { prices, contest, slack, bound, chosenValue: sum[1]! });
  if (found.kind === "none") return yield* explainInfeasible(field, limits, found.short);
  writeChoices(field, found, choice);
  const recount = countPlan(field, limits, choice);
  return {
    kind: "plan",
    choice,
    ...recount,
    bound: found.isOptimal ? Math.min(bound, recount.value) : bound,
    isOptimal: found.isOptimal || recount.value >= bound,
    prices,
  };
}

type Effort = {
  readonly alternatives: number;
  readonly rounds: number;
  readonly moves: number;
  readonly nodes: number;
  /** A gap (share of the bound) with which the search is content. */
  readonly enough: number;
};

/** How hard the search works once prices are known; small problems get more, since people are lumpy. */
function effortFor(people: number): Effort {
  if (people <= 300)
    return { alternatives: 1e6, rounds: 600, moves: 300, nodes: 4e5, enough: 1e-6 };
  if (people <= 2500)
    return { alternatives: 1e6, rounds: 90, moves: 250, nodes: 6e4, enough: 2e-5 };
  if (people <= 70_000)
    return { alternatives: 8000, rounds: 30, moves: 300, nodes: 0, enough: 3e-6 };
  return { alternatives: 12_000, rounds: 40, moves: 700, nodes: 0, enough: 2e-7 };
}

/** Turns of search and proof. */
const slices = 6;

type Rounded =
  | {
      readonly kind: "found";
      readonly core: Core;
      readonly draft: Draft;
      readonly isOptimal: boolean;
    }
  | { readonly kind: "none"; readonly short: readonly number[] };

/** From the choices at the prices to a plan that keeps every limit, in whole people. */
function roundToPeople(
  field: Field,
  it: {
    readonly prices: Float64Array;
    readonly contest: Contest | undefined;
    readonly slack: Float64Array;
    readonly bound: number;
    readonly chosenValue: number;
  },
): Rounded {
  const effort = effortFor(field.people);
  let core = coreOf(field, { ...it, alternativesMax: effort.alternatives });
  let draft = draftOf(core);
  if (!repair(draft)) {
    // Floors and budgets pull apart: let everyone take part.
    core = coreOf(field, { ...it, contest: undefined, alternativesMax: 400_000 });
    draft = draftOf(core);
    if (!repair(draft)) {
      const short = shortOf(draft);
      const found = enumerate(core, draft, { nodesMax: effort.nodes, isPlan: false });
      if (!found.isPlan) return { kind: "none", short };
    }
  }
  climb(draft, effort.moves);
  const start = draftOf(core).value;
  const enough = (): boolean =>
    it.bound - (it.chosenValue - start + draft.value) <= effort.enough * Math.abs(it.bound);
  const mayProve = effort.alternatives >= 1e6;
  // A better plan prunes more: search a little, try to prove, search more.
  for (let slice = 1; slice <= slices; slice++) {
    const nodesMax = Math.ceil((effort.nodes * slice) / slices / 3);
    if (mayProve && enumerate(core, draft, { nodesMax, isPlan: true }).ended)
      return { kind: "found", core, draft, isOptimal: true };
    if (enough()) break;
    const rounds = Math.ceil(effort.rounds / slices);
    searchOn(draft, { rounds, movesMax: effort.moves, enough, seed: slice });
  }
  return { kind: "found", core, draft, isOptimal: false };
}

function shortOf(draft: Draft): number[] {
  return [...draft.slack].map((slack) => (slack < 0 ? -slack : 0));
}

function writeChoices(
  field: Field,
  { core, draft }: { core: Core; draft: Draft },
  choice: Uint16Array,
): void {
  draft.current.forEach((a, p) => {
    const i = core.origin[p]!;
    const o = core.option[a]!;
    choice[i] = o < 0 ? 0 : o - field.first[i]! + 1;
  });
}

/** Counts a plan from scratch, in whole units, and insists that every limit is kept. */
export function countPlan(
  field: Field,
  limits: readonly LimitRow[],
  choice: Uint16Array,
): { readonly value: number; readonly chosen: number; readonly used: Float64Array } {
  const { reach, resources, use, classOf } = field;
  const used = new Float64Array(limits.length);
  let value = 0;
  let lost = 0;
  let chosen = 0;
  for (let i = 0; i < field.people; i++) {
    if (choice[i] === 0) continue;
    const o = field.first[i]! + choice[i]! - 1;
    assert(o < field.first[i + 1]!, "a person gets one of their own options");
    chosen += 1;
    // Kahan summation: the value of ten million people to the last digit.
    const term = field.value[o]! - lost;
    const next = value + term;
    lost = next - value - term;
    value = next;
    const c = classOf.length === 0 ? 0 : classOf[o]!;
    for (let e = reach.start[c]!; e < reach.start[c + 1]!; e++)
      used[reach.limit[e]!]! += use[o * resources + reach.resource[e]!]!;
  }
  limits.forEach((limit, m) => {
    assert(Number.isSafeInteger(used[m]!), "use is counted in safe integers");
    assert(signOf(limit) * used[m]! <= signOf(limit) * limit.bound, "every limit is kept");
  });
  return { value, chosen, used };
}
