import { dayAt, type EpochDay, type InstantMs, parseZone } from "@fairdue/kernel";
import type { Pack } from "../rule/rule.ts";
import { type Context, no, unknown } from "./context.ts";
import { earliestLawful } from "./defer.ts";
import { type Finding, type OutcomeWord, type Question, rankOf } from "./finding.ts";
import { type DatedRule, type Program, programOf } from "./program.ts";

export {
  type Finding,
  type FindingResult,
  type OutcomeWord,
  type Question,
  rankOf,
  valueOf,
} from "./finding.ts";

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
  const findings: Finding[] = [];
  for (const pack of packs) {
    const program = programOf(pack, it.act.kind);
    const ctx = program.contextOf(it, at, true);
    for (const rule of program.on(dayOfLaw(program, it, at), it)) findings.push(judge(rule, ctx));
  }
  const strictest = strictestOf(findings);
  let outcome = strictest;
  let earliestAt: number | null = null;
  if (outcome === "defer-until") {
    earliestAt = earliestLawful(packs, it, at);
    if (earliestAt === null) outcome = "deny";
  }
  const deciding =
    strictest === "allow" ? none : findings.filter((one) => one.effect === strictest);
  return { outcome, earliestAt, at, question: it, findings, because: deciding };
}

const none: readonly Finding[] = [];

function strictestOf(findings: readonly Finding[]): OutcomeWord {
  let strictest: OutcomeWord = "allow";
  for (const { effect } of findings)
    if (effect !== "allow" && rankOf[effect] > rankOf[strictest]) strictest = effect;
  return strictest;
}

/** The outcome alone, as fast as can be: no trace, no earliest moment. */
export function decide(packs: readonly Pack[], it: Question, at: number): OutcomeWord {
  let strictest: OutcomeWord = "allow";
  for (const pack of packs) {
    const program = programOf(pack, it.act.kind);
    const ctx = program.contextOf(it, at, false);
    for (const rule of program.on(dayOfLaw(program, it, at), it)) {
      const { effect } = judge(rule, ctx);
      if (effect === "deny") return effect;
      if (effect !== "allow" && rankOf[effect] > rankOf[strictest]) strictest = effect;
    }
  }
  return strictest;
}

/** The law's own date of an instant. */
export function dayOfLaw({ own }: Program, it: Question, at: number): EpochDay {
  const zone = own.zonesOf(undefined)({ ...emptyContext, zones: it.zones })?.[0];
  return dayAt((zone ?? utc)!, at as InstantMs);
}

const emptyContext = {} as Context;

function judge(it: DatedRule, ctx: Context): Finding {
  if (it.settled !== undefined) return it.settled;
  const { when, test } = it.compiled;
  ctx.parameters = it.resolved.values;
  const binds = when === undefined ? 1 : when(ctx);
  if (binds === no) {
    if (ctx.tallies !== undefined && ctx.tallies.length > 0) ctx.tallies = [];
    return it.notApplicable;
  }
  const truth = test(ctx);
  const finding = it.findings[binds === unknown ? truth + 3 : truth]!;
  const { tallies } = ctx;
  if (tallies === undefined || tallies.length === 0) return finding;
  ctx.tallies = [];
  return {
    rule: finding.rule,
    pack: finding.pack,
    result: finding.result,
    effect: finding.effect,
    isPresumedBound: finding.isPresumedBound,
    resolved: finding.resolved,
    factNames: finding.factNames,
    tallies,
  };
}
