import {
  dayAt,
  type EpochDay,
  type InstantMs,
  parseDay,
  parseZone,
  type Zone,
} from "@fairdue/kernel";
import type { Act, Happening } from "../rule/act.ts";
import type { Fact, Facts } from "../rule/fact.ts";
import type { Pack, ParameterValue, Rule } from "../rule/rule.ts";
import {
  type CompiledPack,
  type CompiledRule,
  compilePack,
  type Resolved,
} from "./compiled-pack.ts";
import { type Context, no, type Tally, type Truth, unknown } from "./context.ts";
import { earliestLawful } from "./defer.ts";

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
  /** Names of the facts it may read, and their values in the same order (undefined: not known). */
  readonly factNames: readonly string[];
  readonly values: readonly (Fact | ParameterValue | undefined)[];
  readonly tallies: readonly Tally[];
};

export type Decision = {
  readonly outcome: OutcomeWord;
  /** With `defer-until`: the first lawful instant, milliseconds since 1970. */
  readonly earliestAt: number | null;
  readonly at: number;
  readonly question: Question;
  readonly findings: readonly Finding[];
  /** The findings that made the outcome. */
  readonly because: readonly Finding[];
};

/** The least zone a law without a zone of its own may take to date itself. */
const utc = parseZone("UTC");

/**
 * Decides on an act at an instant by the packs in force: the strictest outcome wins and says which
 * law made it so. Nothing is guessed: a fact that is not known refuses, unless the rule says otherwise.
 *
 * @param packs  the laws and policies that the book has chosen
 * @param it     the act, the facts, the history and the zones of the person
 * @param at     instant of the act, milliseconds since 1970
 */
export function evaluate(packs: readonly Pack[], it: Question, at: number): Decision {
  const findings = findingsAt(packs, it, at);
  let outcome: OutcomeWord = "allow";
  let rank = 0;
  for (const one of findings) {
    const its = rankOf[one.effect];
    if (its > rank) {
      rank = its;
      outcome = one.effect;
    }
  }
  let earliestAt: number | null = null;
  if (outcome === "defer-until") {
    earliestAt = earliestLawful(packs, it, at);
    if (earliestAt === null) outcome = "deny";
  }
  const deciding = rank === 0 ? none : findings.filter((one) => rankOf[one.effect] === rank);
  return { outcome, earliestAt, at, question: it, findings, because: deciding };
}

const none: readonly Finding[] = [];

export const rankOf: Readonly<Record<OutcomeWord, number>> = {
  allow: 0,
  "allow-with-flags": 1,
  "defer-until": 2,
  require: 3,
  hold: 4,
  deny: 5,
};

/** The outcome alone, as fast as can be: no trace, no earliest moment. */
export function decide(packs: readonly Pack[], it: Question, at: number): OutcomeWord {
  let strictest: OutcomeWord = "allow";
  for (const pack of packs) {
    const own = compilePack(pack);
    const ctx = contextOf(own, it, at, false);
    const today = dayOfLaw(own, it, at);
    for (const rule of own.rulesFor.get(it.act.kind) ?? []) {
      const day = dayFor(rule, it, today);
      if (day < rule.from || day > rule.to) continue;
      const resolved = rule.parametersOn(day);
      ctx.parameters = resolved.values;
      if (resolved.missing !== undefined) continue;
      if (rule.when !== undefined && rule.when(ctx) === no) continue;
      const effect = effectOf(rule.rule, rule.test(ctx), resolved);
      if (rankOf[effect] > rankOf[strictest]) strictest = effect;
      if (strictest === "deny") return strictest;
    }
  }
  return strictest;
}

function findingsAt(packs: readonly Pack[], it: Question, at: number): readonly Finding[] {
  const findings: Finding[] = [];
  for (const pack of packs) {
    const own = compilePack(pack);
    const ctx = contextOf(own, it, at, true);
    const today = dayOfLaw(own, it, at);
    for (const rule of own.rulesFor.get(it.act.kind) ?? [])
      findings.push(judge(rule, ctx, dayFor(rule, it, today)));
  }
  return findings;
}

export function contextOf(own: CompiledPack, it: Question, at: number, traced: boolean): Context {
  return {
    at,
    kind: it.act.kind,
    act: it.act.fields,
    facts: it.facts,
    history: it.history,
    zones: it.zones,
    calendar: own.calendar,
    parameters: {},
    event: undefined,
    debt: undefined,
    tallies: traced ? [] : undefined,
  };
}

/** The law's own date of an instant. */
export function dayOfLaw(own: CompiledPack, it: Question, at: number): EpochDay {
  const zone = own.zonesOf(undefined)({ ...emptyContext, zones: it.zones })?.[0];
  return dayAt((zone ?? utc)!, at as InstantMs);
}

const emptyContext = {} as Context;

export function dayFor(rule: CompiledRule, it: Question, today: EpochDay): EpochDay {
  if (rule.rule.datedBy !== "contract") return today;
  const signed = it.facts["contract.signedOn"]?.value ?? it.act.fields["signedOn"];
  return (typeof signed === "string" ? parseDay(signed) : undefined) ?? today;
}

const noTallies: readonly Tally[] = [];
const noValues: Finding["values"] = [];

function judge(it: CompiledRule, ctx: Context, day: EpochDay): Finding {
  const inForce = day >= it.from && day <= it.to;
  const resolved = it.parametersOn(day);
  if (!inForce || resolved.missing !== undefined) return idle(it, resolved, "not-in-force");
  ctx.parameters = resolved.values;
  const binds: Truth = it.when === undefined ? 1 : it.when(ctx);
  if (binds === no) {
    if (ctx.tallies!.length > 0) ctx.tallies = [];
    return idle(it, resolved, "not-applicable", valuesOf(it, ctx));
  }
  const truth = it.test(ctx);
  const tallies = ctx.tallies!;
  if (tallies.length > 0) ctx.tallies = [];
  return {
    rule: it.rule,
    pack: it.pack,
    result: truth === 1 ? "passed" : truth === 0 ? "failed" : "unknown",
    effect: effectOf(it.rule, truth, resolved),
    isPresumedBound: binds === unknown,
    resolved,
    factNames: it.factNames,
    values: valuesOf(it, ctx),
    tallies: tallies.length > 0 ? tallies : noTallies,
  };
}

function idle(
  it: CompiledRule,
  resolved: Resolved,
  result: FindingResult,
  values: Finding["values"] = noValues,
): Finding {
  return {
    rule: it.rule,
    pack: it.pack,
    result,
    effect: "allow",
    isPresumedBound: false,
    resolved,
    factNames: it.factNames,
    values,
    tallies: noTallies,
  };
}

function valuesOf(it: CompiledRule, ctx: Context): Finding["values"] {
  const { shown } = it;
  if (shown.length === 0) return noValues;
  const values: (Fact | ParameterValue | undefined)[] = [];
  for (const read of shown) values.push(read(ctx));
  return values;
}

function effectOf(rule: Rule, truth: Truth, resolved: Resolved): OutcomeWord {
  if (truth === 1) return "allow";
  const isDraft = resolved.status === "draft";
  if (truth === 0) return isDraft ? "allow-with-flags" : failureOf[rule.severity];
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
