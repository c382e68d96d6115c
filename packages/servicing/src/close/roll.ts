import {
  type AccountState,
  advance,
  type Movement,
  type Product,
  type Statement,
} from "@fairdue/credit";
import type { AccountId, EpochDay } from "@fairdue/kernel";
import { formatDay } from "@fairdue/kernel";
import type { Entry } from "@fairdue/ledger";
import { entriesOf } from "../posting/movement-entries.ts";
import { type LineChange, lineChanges, linesOf } from "./accrual.ts";

/** What one step of an account leaves to be written: lines of the journal under one key. */
export type AccountPosting = {
  readonly key: string;
  readonly bookedOn: EpochDay;
  readonly valueOn: EpochDay;
  readonly entries: readonly Entry[];
};

export type Rolled = {
  readonly state: AccountState;
  readonly movements: readonly Movement[];
  readonly postings: readonly AccountPosting[];
  readonly lineChanges: readonly LineChange[];
  /** Statements that closed on the way. */
  readonly statements: readonly Statement[];
};

export type RollTo = {
  /** Steps of this day are the last to be done. */
  readonly to: EpochDay;
  /** First day into which may still be booked: steps of a closed day are booked then. */
  readonly openOn: EpochDay;
};

/**
 * Brings an account to a day, one step day after the other, and says what the book must write down.
 * An account with nothing to do is returned as it is: its accrual is a line that needs no visit.
 */
export function rollAccount(product: Product, state: AccountState, { to, openOn }: RollTo): Rolled {
  let current = state;
  const movements: Movement[] = [];
  const postings: AccountPosting[] = [];
  const changes: LineChange[] = [];
  let lines = linesOf(product, current);
  for (let on = current.nextEventOn; on <= to; on = current.nextEventOn) {
    const step = advance(product, current, on);
    current = step.state;
    const after = linesOf(product, current);
    const bookedOn = on < openOn ? openOn : on;
    changes.push(...lineChanges(lines, after, bookedOn));
    lines = after;
    movements.push(...step.movements);
    const entries = entriesOf(step.movements);
    if (entries.length > 0)
      postings.push({
        key: stepKey(current.accountId, on),
        bookedOn,
        valueOn: on,
        entries,
      });
  }
  return {
    state: current,
    movements,
    postings,
    lineChanges: changes,
    statements: newStatements(state, current),
  };
}

/** Names the steps of one account on one day: they are booked once, whoever does them. */
export function stepKey(accountId: AccountId, on: EpochDay): string {
  return `${accountId}/${formatDay(on)}`;
}

/** Statements of `after` that `before` did not have, or had otherwise. */
export function newStatements(before: AccountState, after: AccountState): Statement[] {
  if (before.statements === after.statements) return [];
  const known = new Map(before.statements.map((it) => [it.id, it]));
  return after.statements.filter((it) => {
    const was = known.get(it.id);
    return was === undefined || !isSameStatement(was, it);
  });
}

/** Ids of statements that a backdated event has taken back: before they were there, now they are not. */
export function goneStatements(before: AccountState, after: AccountState): string[] {
  if (before.statements === after.statements) return [];
  const left = new Set(after.statements.map((it) => it.id));
  const oldest = after.statements[0]?.closedOn;
  // Older ones than the state keeps are not gone: the table of statements has them still.
  const isKept = (it: Statement): boolean =>
    after.statements.length < before.statements.length ||
    (oldest !== undefined && it.closedOn > oldest);
  return before.statements.filter((it) => !left.has(it.id) && isKept(it)).map((it) => it.id);
}

function isSameStatement(a: Statement, b: Statement): boolean {
  if (a === b) return true;
  return (
    a.closedOn === b.closedOn &&
    a.dueOn === b.dueOn &&
    a.openingMinor === b.openingMinor &&
    a.closingMinor === b.closingMinor &&
    a.minimumMinor === b.minimumMinor &&
    a.overdueMinor === b.overdueMinor &&
    JSON.stringify(a.cycle) === JSON.stringify(b.cycle)
  );
}
