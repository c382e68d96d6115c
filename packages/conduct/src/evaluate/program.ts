import { type EpochDay, parseDay } from "@fairdue/kernel";
import type { ActKind, Value } from "../rule/act.ts";
import type { Condition, Term } from "../rule/condition.ts";
import type { Pack, Rule } from "../rule/rule.ts";
import { compileCondition, searches, type Test } from "./compile.ts";
import {
  type CompiledPack,
  compilePack,
  farFuture,
  farPast,
  type Resolved,
} from "./compiled-pack.ts";
import { type Context, no, unknown, unread, yes } from "./context.ts";
import { effectOf, type Finding, type FindingResult, type Question } from "./finding.ts";
import { readingOf } from "./facts-read.ts";
import { always, isSame, never, specialise } from "./specialise.ts";
import type { Shared, Surroundings } from "./terms.ts";

/** The rules of a pack on one kind of act, compiled together so that they share what they ask. */
export type Program = {
  readonly own: CompiledPack;
  readonly kind: ActKind;
  readonly rules: readonly CompiledRule[];
  /** The rules with what is in force on a day. */
  on(today: EpochDay, it: Question): readonly DatedRule[];
  contextOf(it: Question, at: number, traced: boolean): Context;
};

/** A rule made fast for one kind of act. */
export type CompiledRule = {
  readonly rule: Rule;
  readonly pack: Pack;
  /** Undefined where it binds whoever acts. */
  readonly when: Test | undefined;
  readonly test: Test;
  readonly isNeverBound: boolean;
  /** Names of the facts that it may read. */
  readonly factNames: readonly string[];
  /** The conditions whose answer changes with time alone. */
  readonly timed: readonly Condition[];
  readonly from: EpochDay;
  readonly to: EpochDay;
  on(day: EpochDay): DatedRule;
};

/** A rule on a day. The findings it may come to, short of tallies, are made beforehand. */
export type DatedRule = {
  readonly compiled: CompiledRule;
  readonly resolved: Resolved;
  /** What it says whatever the facts: not in force, or not for this kind of act. */
  readonly settled: Finding | undefined;
  readonly notApplicable: Finding;
  /** By the truth of its test; the second three where it is presumed to bind. */
  readonly findings: readonly Finding[];
};

const programs = new WeakMap<Pack, Map<ActKind, Program>>();

/** The program of a pack for a kind of act, compiled when first asked for. */
export function programOf(pack: Pack, kind: ActKind): Program {
  let ofPack = programs.get(pack);
  if (ofPack === undefined) {
    ofPack = new Map();
    programs.set(pack, ofPack);
  }
  let it = ofPack.get(kind);
  if (it === undefined) {
    it = compileProgram(compilePack(pack), kind);
    ofPack.set(kind, it);
  }
  return it;
}

function compileProgram(own: CompiledPack, kind: ActKind): Program {
  const governing = own.pack.rules
    .filter((it) => it.governs.includes(kind))
    .map((rule) => ({
      rule,
      when: rule.when === undefined ? always : specialise(rule.when, kind),
      test: specialise(rule.test, kind),
    }));
  const slots = slotting(own.absent);
  const shared = sharing(governing.flatMap((it) => [it.when, it.test]));
  const near: Surroundings = {
    ...own.near,
    shared: shared.near,
    slotOf: slots.slotOf,
  };
  const rules = governing.map((it) => compileRule(it, own, near));
  const blankAnswers = Array.from({ length: shared.size }, (): typeof unread => unread);
  return {
    own,
    kind,
    rules,
    on: byDay(rules),
    contextOf: (it, at, traced) => ({
      at,
      kind,
      act: it.act.fields,
      facts: it.facts,
      history: it.history,
      kinds: it.history.map((one) => own.kinds.get(one.kind)),
      zones: it.zones,
      calendar: own.calendar,
      parameters: {},
      event: undefined,
      debt: undefined,
      tallies: traced ? [] : undefined,
      slots: slots.fill(it),
      answers: blankAnswers.slice(),
      evidence: [],
    }),
  };
}

/** Gives each fact that rules read a slot, and fills the slots from a question in one pass. */
function slotting(absent: CompiledPack["absent"]): {
  slotOf(fact: string): number;
  fill(it: Question): (Value | undefined)[];
} {
  const ofFacts = new Map<string, number>();
  const ofFields = new Map<string, number>();
  // What the absence of each fact means; a copy of it is the cheapest page to write on.
  const blank: (Value | undefined)[] = [];
  return {
    slotOf: (fact) => {
      const isField = fact.startsWith("act.");
      const own = isField ? ofFields : ofFacts;
      const name = isField ? fact.slice(4) : fact;
      const known = own.get(name);
      if (known !== undefined) return known;
      own.set(name, blank.length);
      return blank.push(absent.get(fact)) - 1;
    },
    fill: ({ facts, act }) => {
      const slots = blank.slice();
      for (const name in facts) {
        const fact = facts[name];
        if (fact === undefined) continue;
        const slot = ofFacts.get(name);
        if (slot !== undefined) slots[slot] = fact.value;
      }
      for (const name in act.fields) {
        const value = act.fields[name];
        if (value === undefined) continue;
        const slot = ofFields.get(name);
        if (slot !== undefined) slots[slot] = value;
      }
      return slots;
    },
  };
}

/** Finds the conditions that stand more than once and read no parameter of their rule. */
function sharing(conditions: readonly Condition[]): {
  readonly near: Shared;
  readonly size: number;
} {
  const seen = new Set<string>();
  const places = new Map<string, number>();
  const visit = (it: Condition): void => {
    const words = JSON.stringify(it);
    if (!seen.has(words)) {
      seen.add(words);
      for (const part of partsOf(it)) visit(part);
    } else if (!places.has(words) && mayBeShared(it)) places.set(words, places.size);
  };
  for (const it of conditions) visit(it);
  return {
    near: { placeOf: (words) => places.get(words), tests: new Map() },
    size: places.size,
  };
}

function partsOf(it: Condition): readonly Condition[] {
  if ("all" in it) return it.all;
  if ("any" in it) return it.any;
  return "not" in it ? [it.not] : [];
}

/** A whole that contains searches is not kept, its parts are: they know their own tallies. */
function mayBeShared(it: Condition): boolean {
  return readingOf(it).parameters.size === 0 && (partsOf(it).length === 0 || !searches(it));
}

function compileRule(
  it: { readonly rule: Rule; readonly when: Condition; readonly test: Condition },
  own: CompiledPack,
  near: Surroundings,
): CompiledRule {
  const { rule } = it;
  const { pack } = own;
  const reading = readingOf(rule.when, rule.test);
  const parametersOn = own.parametersOf.get(rule)!;
  const compiled: CompiledRule = {
    rule,
    pack,
    when: isSame(it.when, always) ? undefined : compileCondition(it.when, near),
    test: compileCondition(it.test, near),
    isNeverBound: isSame(it.when, never),
    factNames: [...reading.facts].filter((name) => !name.startsWith("event.")),
    timed: [it.when, it.test].flatMap(timedIn),
    from: (parseDay(rule.inForce.from) ?? farPast) as EpochDay,
    to: (rule.inForce.to === undefined ? farFuture : parseDay(rule.inForce.to)) as EpochDay,
    on: (day) => {
      if (day !== lastDay || last === undefined) {
        last = datedRule(compiled, day, parametersOn(day));
        lastDay = day;
      }
      return last;
    },
  };
  let lastDay: EpochDay | undefined;
  let last: DatedRule | undefined;
  return compiled;
}

function datedRule(compiled: CompiledRule, day: EpochDay, resolved: Resolved): DatedRule {
  const isInForce = day >= compiled.from && day <= compiled.to && resolved.missing === undefined;
  const notApplicable = findingOf(compiled, resolved, "not-applicable");
  const settled = isInForce
    ? compiled.isNeverBound
      ? notApplicable
      : undefined
    : findingOf(compiled, resolved, "not-in-force");
  const findings = [false, true].flatMap((isPresumedBound) =>
    ([no, yes, unknown] as const).map((truth) =>
      Object.freeze({
        ...findingOf(compiled, resolved, resultOf[truth]!),
        effect: effectOf(compiled.rule, truth, resolved.status),
        isPresumedBound,
      }),
    ),
  );
  return { compiled, resolved, settled, notApplicable, findings };
}

const resultOf: readonly FindingResult[] = ["failed", "passed", "unknown"];

function findingOf(it: CompiledRule, resolved: Resolved, result: FindingResult): Finding {
  const { rule, pack, factNames } = it;
  return Object.freeze({
    rule,
    pack,
    result,
    effect: "allow",
    isPresumedBound: false,
    resolved,
    factNames,
    tallies: Object.freeze([]),
  });
}

/** The day of the contract, for a rule that its day selects; the act's own where it is not told. */
function dayFor(it: Question, today: EpochDay): EpochDay {
  const signed = it.facts["contract.signedOn"]?.value ?? it.act.fields["signedOn"];
  return (typeof signed === "string" ? parseDay(signed) : undefined) ?? today;
}

function byDay(rules: readonly CompiledRule[]): Program["on"] {
  const isByContract = rules.map((it) => it.rule.datedBy === "contract");
  const isAnyByContract = isByContract.includes(true);
  let lastDay: EpochDay | undefined;
  let last: readonly DatedRule[] = [];
  return (today, it) => {
    if (today !== lastDay) {
      last = rules.map((one) => one.on(today));
      lastDay = today;
    }
    if (!isAnyByContract) return last;
    const signed = dayFor(it, today);
    return last.map((one, k) => (isByContract[k] === true ? one.compiled.on(signed) : one));
  };
}

function timedIn(it: Condition): readonly Condition[] {
  if ("all" in it) return it.all.flatMap(timedIn);
  if ("any" in it) return it.any.flatMap(timedIn);
  if ("not" in it) return timedIn(it.not);
  const isTimed =
    "window" in it || "cap" in it || "happened" in it || "waited" in it || "deadline" in it;
  return isTimed || hoursIn(it).length > 0 ? [it] : [];
}

/** The starts from which a comparison counts full hours. */
export function hoursIn(it: Condition): readonly Term[] {
  const [terms] = Object.values(it) as readonly (readonly Term[])[];
  return Array.isArray(terms) ? terms.flatMap(hoursInTerm) : [];
}

function hoursInTerm(it: Term): readonly Term[] {
  if (typeof it !== "object" || Array.isArray(it)) return [];
  if ("hoursSince" in it) return [it.hoursSince];
  if ("times" in it) return it.times.flatMap(hoursInTerm);
  if ("dayAfter" in it) return it.dayAfter.slice(0, 2).flatMap((one) => hoursInTerm(one as Term));
  return "plus" in it ? it.plus.flatMap(hoursInTerm) : [];
}
