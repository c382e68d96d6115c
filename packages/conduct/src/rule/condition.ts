import type { Scalar, Value } from "./act.ts";
import type { Text } from "./text.ts";

/** A value that a condition compares: a constant, a fact, a parameter of the rule, or arithmetic. */
export type Term =
  | Value
  | { readonly fact: string }
  | { readonly param: string }
  | { readonly times: readonly [Term, Term] }
  | { readonly plus: readonly [Term, Term] }
  /** Whole days of the calendar from a day or instant to the act; negative when it lies ahead. */
  | { readonly daysSince: Term }
  /** Full hours from an instant to the act. */
  | { readonly hoursSince: Term }
  /** The civil day so many days (or working days) after a day or instant, as an ISO date. */
  | {
      readonly dayAfter: readonly [from: Term, length: Term, unit: "days" | "business-days"];
    }
  /** The value that a dated table had on a day: a published reference rate, for one. */
  | { readonly tableOn: readonly [table: string, day: Term] };

/** What two happenings must share to count together. `debt`: the fullest of the act's debts decides. */
export type Key =
  | "person"
  | "debt"
  | "kind"
  | "purpose"
  | "agency"
  | "collector"
  | "contactPoint"
  | "recipient"
  | "recipientId";

/**
 * The span of time that ends with the act. Days are civil days of the person's zone (of all possible
 * zones where several are: what lies in the span of one of them counts).
 * `rolling-days` 7 holds the act's own day and the six before it: the first day counts as day 1.
 */
export type Period =
  | { readonly span: "day" | "week" | "month" | "year" | "ever" }
  | { readonly span: "rolling-days" | "rolling-hours"; readonly length: Term };

/** Which happenings are meant. A happening that does not say what is asked is taken to match. */
export type Selector = {
  readonly kinds: readonly string[];
  /** What a consent, notice, request or refusal is about. */
  readonly about?: readonly string[];
  readonly outcomes?: readonly string[];
  /** Outbound unless told otherwise; only contacts have a direction. */
  readonly direction?: "outbound" | "inbound" | "either";
  /** Only what still stands: neither withdrawn nor past its `until`. */
  readonly live?: boolean;
  readonly where?: Condition;
  readonly leaveOut?: readonly Exclusion[];
  readonly per?: readonly Key[];
};

export type Exclusion = { readonly when: Condition; readonly because: Text };

/** Hours of a day on which something may be done. Times are `HH:MM`; `24:00` ends the day. */
export type Band = {
  /** ISO weekdays, 1 Monday … 7 Sunday; all when absent. */
  readonly weekdays?: readonly number[];
  /** Only on working days, or only on days off, of the pack's calendar. */
  readonly on?: "working" | "off";
  readonly from: string;
  readonly to: string;
};

/** `person`: every zone the person may be in; otherwise an IANA name. */
export type ZoneChoice = string;

export type TimeWindow = {
  /**
   * Bands, as a value, as a parameter that holds them, or as a fact that lists hours of the person's
   * own: `22:00-24:00`, `mon-fri 09:00-17:00`, `sat,sun 00:00-24:00`.
   */
  readonly bands: readonly Band[] | { readonly param: string } | { readonly fact: string };
  readonly zone: ZoneChoice;
  /** Whether the first second is inside, and the last: `[)` from 08:00:00 to before 22:00:00. */
  readonly edges: "[)" | "()" | "[]";
};

/**
 * The typed tree in which a rule says what must hold. Three-valued: a condition on a fact that is
 * not known is unknown.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly is: string }
  | { readonly known: string }
  | { readonly equal: readonly [Term, Term] }
  | { readonly atMost: readonly [Term, Term] }
  | { readonly atLeast: readonly [Term, Term] }
  | { readonly below: readonly [Term, Term] }
  | { readonly above: readonly [Term, Term] }
  | { readonly oneOf: readonly [Term, Term] }
  /** The list holds all, some or none of the words. */
  | { readonly holdsAll: readonly [Term, Term] }
  | { readonly holdsSome: readonly [Term, Term] }
  | { readonly holdsNone: readonly [Term, Term] }
  /** The act falls within the hours. */
  | { readonly window: TimeWindow }
  /** With this act there are at most `max` such happenings in the period. */
  | { readonly cap: Cap }
  /** There is such a happening in the period (and nothing that used it up came after). */
  | { readonly happened: Happened }
  /** Such a happening lies at least so long back. */
  | { readonly waited: Waited }
  /** The act comes no later than so long after the start. */
  | { readonly deadline: Deadline };

export type Cap = {
  readonly of: Selector;
  readonly in: Period;
  readonly max: Term;
  /** Whether the act itself adds one; yes unless told otherwise. */
  readonly actCounts?: boolean;
  readonly zone?: ZoneChoice;
};

export type Happened = {
  readonly what: Selector;
  readonly in: Period;
  readonly unlessFollowedBy?: Selector;
  readonly zone?: ZoneChoice;
};

export type Waited = {
  readonly after: Selector;
  readonly length: Term;
  readonly unit: "days" | "business-days" | "hours";
  /** Working days after which what was sent is taken as received; the wait begins then. */
  readonly receivedAfter?: Term;
  readonly zone?: ZoneChoice;
};

export type Deadline = {
  readonly from: Term;
  readonly length: Term;
  readonly unit: "days" | "business-days" | "hours" | "months";
  readonly zone?: ZoneChoice;
};

export const ref = (name: string): Term => ({ fact: name });
export const param = (name: string): { readonly param: string } => ({ param: name });
export const all = (...all: readonly Condition[]): Condition => ({ all });
export const any = (...any: readonly Condition[]): Condition => ({ any });
export const not = (it: Condition): Condition => ({ not: it });
export const is = (fact: string): Condition => ({ is: fact });
export const known = (fact: string): Condition => ({ known: fact });
export const equal = (fact: string, to: Term): Condition => ({ equal: [ref(fact), to] });
export const atMost = (it: Term, most: Term): Condition => ({ atMost: [it, most] });
export const atLeast = (it: Term, least: Term): Condition => ({ atLeast: [it, least] });
export const oneOf = (fact: string, ...words: readonly Scalar[]): Condition => ({
  oneOf: [ref(fact), words],
});
export const holdsAll = (fact: string, words: Term): Condition => ({
  holdsAll: [ref(fact), words],
});
export const holdsNone = (fact: string, words: Term): Condition => ({
  holdsNone: [ref(fact), words],
});
export const holdsSome = (fact: string, words: Term): Condition => ({
  holdsSome: [ref(fact), words],
});
export const within = (window: TimeWindow): Condition => ({ window });
export const cap = (it: Cap): Condition => ({ cap: it });
export const happened = (it: Happened): Condition => ({ happened: it });
export const waited = (it: Waited): Condition => ({ waited: it });
export const deadline = (it: Deadline): Condition => ({ deadline: it });
export const dayAfter = (from: Term, length: Term, unit: "days" | "business-days"): Term => ({
  dayAfter: [from, length, unit],
});
export const daysSince = (fact: string): Term => ({ daysSince: ref(fact) });
/** A consent that stands at the moment of the act. */
export const consented = (...about: readonly string[]): Condition => ({
  happened: { what: { kinds: ["consent"], about, live: true }, in: { span: "ever" } },
});
/** A request of the person (or a refusal) that stands at the moment of the act. */
export const requested = (...about: readonly string[]): Condition => ({
  happened: { what: { kinds: ["request"], about, live: true }, in: { span: "ever" } },
});
/** Nothing of the kind in the period that ends with the act: a cool-off. */
export const coolOff = (it: Happened): Condition => ({ not: { happened: it } });
