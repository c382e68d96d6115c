import type { EpochDay } from "@fairdue/kernel";
import { advance, apply, fold, inValueOrder, returnedIn } from "../account/fold.ts";
import type { AccountState } from "../account/state.ts";
import type { AccountEvent } from "../event/event.ts";
import type { Movement } from "../movement/movement.ts";
import { never, type Product } from "../product/product.ts";
import { planQuote } from "../quote/plan-quote.ts";

/** What once fell due: an instalment, a statement's minimum, a fee. */
export type BilledRow = {
  readonly id: string;
  readonly drawId: string;
  readonly dueOn: EpochDay;
  readonly principalMinor: number;
  readonly interestMinor: number;
  readonly feeMinor: number;
};

/** What one event did to the account. */
export type Effect = { readonly event: AccountEvent; readonly movements: readonly Movement[] };

export type History = {
  readonly state: AccountState;
  readonly movements: readonly Movement[];
  readonly billed: readonly BilledRow[];
  readonly effects: readonly Effect[];
  /** Ids of what was still owed when the account was charged off or sold. */
  readonly given: ReadonlyMap<string, "charged-off" | "sold">;
};

/** Walks an account's life step by step, noting what fell due and what each event did. */
export function historyOf(
  product: Product,
  events: readonly AccountEvent[],
  asOf: EpochDay,
): History {
  const [opened, ...rest] = inValueOrder(events);
  const start = fold(product, opened ? [opened] : [], opened?.valueOn ?? asOf);
  const walk = { product, billed: new Map<string, BilledRow>(), movements: [...start.movements] };
  const effects: Effect[] = [];
  const given = new Map<string, "charged-off" | "sold">();
  const returned = returnedIn(events);
  let { state } = start;
  for (const event of rest) {
    const isReturned =
      event.kind === "repaid" && (returned.get(event.repaymentId) ?? 0) > event.seq;
    if (isReturned) continue;
    state = walkTo(walk, state, event.valueOn);
    if (event.kind === "charged-off" || event.kind === "sold") {
      for (const due of state.dues) given.set(due.id, event.kind);
    }
    const applied = apply(product, state, event);
    state = applied.state;
    walk.movements.push(...applied.movements);
    effects.push({ event, movements: applied.movements });
    note(walk.billed, state);
  }
  state = walkTo(walk, state, asOf > state.asOf ? asOf : state.asOf);
  return { state, movements: walk.movements, billed: [...walk.billed.values()], effects, given };
}

type Walk = {
  readonly product: Product;
  readonly billed: Map<string, BilledRow>;
  readonly movements: Movement[];
};

function walkTo(walk: Walk, from: AccountState, to: EpochDay): AccountState {
  let state = from;
  while (state.nextEventOn <= to && state.nextEventOn !== never) {
    const next = state.nextEventOn;
    if (!walk.product.isPurchases) noteFalling(walk, state, next);
    const step = advance(walk.product, state, next);
    walk.movements.push(...step.movements);
    state = step.state;
    note(walk.billed, state);
  }
  if (to > state.asOf) {
    const step = advance(walk.product, state, to);
    walk.movements.push(...step.movements);
    state = step.state;
  }
  return state;
}

/** Rows about to fall due: noted before, since kept credit may pay them at once. */
function noteFalling(walk: Walk, state: AccountState, on: EpochDay): void {
  for (const draw of state.draws) {
    const row = planQuote(walk.product, state, draw)[0];
    if (!row || row.dueOn !== on) continue;
    const id = `${draw.id}#${row.number}`;
    const { dueOn, principalMinor, interestMinor, feeMinor } = row;
    walk.billed.set(id, { id, drawId: draw.id, dueOn, principalMinor, interestMinor, feeMinor });
  }
}

/** Due items not yet seen, as they are on their first day. */
function note(billed: Map<string, BilledRow>, state: AccountState): void {
  for (const due of state.dues) {
    if (billed.has(due.id)) continue;
    const { id, drawId, dueOn, principalMinor, interestMinor, feeMinor } = due;
    billed.set(id, { id, drawId, dueOn, principalMinor, interestMinor, feeMinor });
  }
}
