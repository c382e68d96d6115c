import type { BusinessCalendar, Zone } from "@fairdue/kernel";
import type { ActKind, Happening, Value } from "../rule/act.ts";
import type { Facts } from "../rule/fact.ts";
import type { ParameterValue } from "../rule/rule.ts";
import type { Text } from "../rule/text.ts";

/** Truth of three values; numbers, so that a compiled rule allocates nothing. */
export type Truth = 0 | 1 | 2;
export const no: Truth = 0;
export const yes: Truth = 1;
export const unknown: Truth = 2;

/** A slot of memory that nothing has been put in yet. */
export const unread: unique symbol = Symbol("unread");

/** One cap or search over the history: what was counted, what left out, and why. */
export type Tally = {
  /** For each event of the history why it is left out; null where it is counted. */
  readonly reasons: readonly (Text | null)[];
  /** The debt that the count is about, where debts are counted apart. */
  readonly debt: string | undefined;
  readonly max: number | undefined;
};

/** Places in the history of the events that a tally counted. */
export function countedIn(it: Tally): readonly number[] {
  return it.reasons.flatMap((why, place) => (why === null ? [place] : []));
}

/** Places in the history of the events that a tally left out, each with the reason. */
export function leftOutOf(it: Tally): readonly { readonly event: number; readonly why: Text }[] {
  return it.reasons.flatMap((why, event) => (why === null ? [] : [{ event, why }]));
}

/** All that a compiled condition reads. One object per decision, used by all its rules. */
export type Context = {
  at: number;
  readonly kind: ActKind;
  readonly act: Readonly<Record<string, Value>>;
  readonly facts: Facts;
  readonly history: readonly Happening[];
  /** The kind of each happening by its number in the pack; undefined for one that no rule asks for. */
  readonly kinds: readonly (number | undefined)[];
  /** Zones that the person may be in; undefined when nobody knows. */
  readonly zones: readonly Zone[] | undefined;
  readonly calendar: BusinessCalendar;
  parameters: Readonly<Record<string, ParameterValue | undefined>>;
  /** The happening that a selector looks at, while it looks. */
  event: Happening | undefined;
  /** The debt that a count is about, while it counts debt by debt. */
  debt: string | undefined;
  /** Collects tallies when a trace is wanted. */
  tallies: Tally[] | undefined;
  /** What is known of each fact that the rules read, in the slot of its name. */
  readonly slots: (Value | undefined)[];
  /** Answers so far of conditions that several rules share, and the tallies behind them. */
  readonly answers: (Truth | typeof unread)[];
  readonly evidence: (readonly Tally[] | undefined)[];
};
