import type { CalendarDeclaration } from "@fairdue/kernel";
import type { ActKind, Value } from "./act.ts";
import type { Band, Condition } from "./condition.ts";
import type { FactDeclaration } from "./fact.ts";
import type { Text } from "./text.ts";

/** What follows when the test fails. `defer` waits for the earliest lawful moment, if there is one. */
export type Severity = "block" | "hold" | "require" | "defer" | "warn" | "record";

/** How the law means it: a bar, a presumption that may be rebutted, advice, a safe way, or our policy. */
export type Force = "prohibition" | "presumption" | "guidance" | "safe-harbour" | "policy";

/** How well a value or text has been checked against its source. */
export type Status = "verified" | "secondary" | "memory" | "draft" | "disputed" | "house-policy";

export type Citation = {
  readonly instrument: string;
  readonly article: string;
  readonly status: Status;
  /** Day on which somebody looked: ISO date. */
  readonly checkedOn: string;
  readonly note?: string;
};

/** Cites one instrument: article, how well it was checked, and what is still open. */
export type Cite = (article: string, status: Status, note?: string) => Citation;

/** An instrument of law that somebody looked up on `checkedOn`, to be cited by article. */
export function instrument(name: string, checkedOn: string): Cite {
  return (article, status, note) => ({
    instrument: name,
    article,
    status,
    checkedOn,
    ...(note === undefined ? {} : { note }),
  });
}

export type ParameterValue = Value | readonly Band[];

/** One value of a parameter while it is in force: from a day, to a day (that day included). */
export type DatedValue = {
  readonly from: string;
  readonly to?: string;
  readonly value: ParameterValue;
  readonly cite: Citation;
};

/** A value never changes: it gets a successor with a date. */
export type Dated = readonly DatedValue[];

/**
 * One rule of conduct as data. `examples` are its tests, in the scenario text of docs/cli/conduct.md;
 * one must be permitted, one refused.
 */
export type Rule = {
  /** `cn.contact-hours`: the pack's id and a name. */
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly governs: readonly ActKind[];
  /** In force from a day, to a day (that day included): ISO dates. */
  readonly inForce: { readonly from: string; readonly to?: string };
  /** Which day selects rule and parameters: the act's own, or that of the contract. */
  readonly datedBy?: "act" | "contract";
  /** Whom and what it binds. Unknown counts as bound. */
  readonly when?: Condition;
  /** What must hold. */
  readonly test: Condition;
  readonly parameters?: Readonly<Record<string, Dated>>;
  readonly severity: Severity;
  readonly force: Force;
  /** What an unknown test means; `deny` unless said otherwise, with the fact named. */
  readonly whenUnknown?: "deny" | "hold" | "require" | "flag" | "pass";
  readonly cite: readonly Citation[];
  /** What would make the act lawful, or what must be done first. */
  readonly remedy: Text;
  readonly examples: string;
};

/** The rules of one place, or of one lender. */
export type Pack = {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** Zone of the law's own clock, for rules that do not follow the person's. */
  readonly zone: string;
  /** Zone by which days are counted where `zone` is `person` and nobody knows the person's. */
  readonly home?: string;
  /** Working days: `cn`, `weekdays`, or a calendar of its own. */
  readonly calendar: "cn" | "weekdays" | CalendarDeclaration;
  readonly facts: readonly FactDeclaration[];
  /** Dated tables that terms read: published reference rates. */
  readonly tables?: Readonly<Record<string, Dated>>;
  readonly rules: readonly Rule[];
  /** Scenario lines that hold for every example of the pack. */
  readonly given?: string;
  /** Kinds of act that this law leaves to others, each with the reason why. */
  readonly leavesOpen?: Readonly<Partial<Record<ActKind, string>>>;
};

/** A typed rule; the identity function, so that a file that holds a rule says so. */
export function rule(it: Rule): Rule {
  return it;
}

/** `dated([{ from: "2025-02-28", value: 3, cite }])`. */
export function dated(values: Dated): Dated {
  return values;
}
