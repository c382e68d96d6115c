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

/** One cap or search over the history: what was counted, what left out, and why. */
export type Tally = {
  /** Events counted, by their place in the history. */
  readonly counted: readonly number[];
  /** Places of events left out, each followed in `why` by the reason. */
  readonly leftOut: readonly number[];
  readonly why: readonly Text[];
  /** The debt that the count is about, where debts are counted apart. */
  readonly debt: string | undefined;
  readonly max: number | undefined;
};

/** All that a compiled condition reads. One object per decision, used by all its rules. */
export type Context = {
  at: number;
  readonly kind: ActKind;
  readonly act: Readonly<Record<string, Value>>;
  readonly facts: Facts;
  readonly history: readonly Happening[];
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
};
