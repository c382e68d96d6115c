import type { Zone } from "@fairdue/kernel";
import type { Act, Happening } from "../rule/act.ts";
import type { Fact, Facts } from "../rule/fact.ts";
import type { Pack, ParameterValue, Rule, Status } from "../rule/rule.ts";
import type { Resolved } from "./compiled-pack.ts";
import { type Tally, type Truth, no, yes } from "./context.ts";

/** From the mildest to the strictest. */
export type OutcomeWord =
  | "allow"
  | "allow-with-flags"
  | "defer-until"
  | "require"
  | "hold"
  | "deny";

/** One act on one person, with all that is known. */
export type Question = {
  readonly act: Act;
  readonly facts: Facts;
  /** Everything that happened, oldest first: contacts, consents, requests, notices. */
  readonly history: readonly Happening[];
  /** Zones the person may be in; undefined when nobody knows. */
  readonly zones: readonly Zone[] | undefined;
};

export type FindingResult = "passed" | "failed" | "unknown" | "not-applicable" | "not-in-force";

/** What one rule said. It points to the rule, so that law and words are at hand without a copy. */
export type Finding = {
  readonly rule: Rule;
  readonly pack: Pack;
  readonly result: FindingResult;
  /** What the result does to the decision. */
  readonly effect: OutcomeWord;
  /** Whether the rule was applied only because it is not known whom it binds. */
  readonly isPresumedBound: boolean;
  readonly resolved: Resolved;
  /** Names of the facts it may read; `valueOf` tells what the question says of them. */
  readonly factNames: readonly string[];
  readonly tallies: readonly Tally[];
};

export const rankOf: Readonly<Record<OutcomeWord, number>> = {
  allow: 0,
  "allow-with-flags": 1,
  "defer-until": 2,
  require: 3,
  hold: 4,
  deny: 5,
};

/** What a question says of a name that a rule reads; undefined where nothing is known. */
export function valueOf(name: string, it: Question): Fact | ParameterValue | undefined {
  if (name === "act.kind") return it.act.kind;
  if (name === "person.zones") return it.zones;
  return name.startsWith("act.") ? it.act.fields[name.slice(4)] : it.facts[name];
}

/** What the truth of a rule's test does to the decision. */
export function effectOf(rule: Rule, truth: Truth, status: Status): OutcomeWord {
  if (truth === yes) return "allow";
  const isDraft = status === "draft";
  if (truth === no) return isDraft ? "allow-with-flags" : failureOf[rule.severity];
  if (isDraft) return "allow-with-flags";
  return unknownOf[rule.whenUnknown ?? (isMild(rule) ? "flag" : "deny")];
}

function isMild(rule: Rule): boolean {
  return rule.severity === "warn" || rule.severity === "record";
}

const failureOf: Readonly<Record<Rule["severity"], OutcomeWord>> = {
  block: "deny",
  hold: "hold",
  require: "require",
  defer: "defer-until",
  warn: "allow-with-flags",
  record: "allow-with-flags",
};

const unknownOf: Readonly<Record<NonNullable<Rule["whenUnknown"]>, OutcomeWord>> = {
  deny: "deny",
  hold: "hold",
  require: "require",
  flag: "allow-with-flags",
  pass: "allow",
};
