import type { Value } from "../rule/act.ts";
import type { Band, Condition, Term, TimeWindow } from "../rule/condition.ts";
import type { ParameterValue } from "../rule/rule.ts";
import { type Context, no, type Truth, unknown, unread, yes } from "./context.ts";
import { compileCap, compileDeadline, compileHappened, compileWaited } from "./over-time.ts";
import { compileFact, compileTerm, type Read, type Surroundings } from "./terms.ts";
import { bandsOfWords, isWithin } from "./window.ts";

export type Test = (ctx: Context) => Truth;

/** Compiles a condition into a function of three-valued truth. What several rules ask is answered once. */
export function compileCondition(it: Condition, near: Surroundings): Test {
  const { shared } = near;
  if (shared === undefined || "is" in it || "known" in it) return compileAlone(it, near);
  const words = JSON.stringify(it);
  const known = shared.tests.get(words);
  if (known !== undefined) return known;
  const alone = compileAlone(it, near);
  const place = shared.placeOf(words);
  if (place === undefined) return alone;
  const test = searches(it) ? rememberSearch(alone, place) : remember(alone, place);
  shared.tests.set(words, test);
  return test;
}

function remember(test: Test, place: number): Test {
  return (ctx) => {
    const known = ctx.answers[place]!;
    return known === unread ? (ctx.answers[place] = test(ctx)) : known;
  };
}

/** The tallies behind the answer belong to the trace of each rule that asks. */
function rememberSearch(test: Test, place: number): Test {
  return (ctx) => {
    const { tallies } = ctx;
    const known = ctx.answers[place]!;
    if (known !== unread) {
      if (tallies !== undefined) for (const it of ctx.evidence[place]!) tallies.push(it);
      return known;
    }
    const before = tallies === undefined ? 0 : tallies.length;
    const truth = test(ctx);
    ctx.answers[place] = truth;
    if (tallies !== undefined) ctx.evidence[place] = tallies.slice(before);
    return truth;
  };
}

/** Whether it looks through the history, and so leaves tallies. */
export function searches(it: Condition): boolean {
  if ("all" in it) return it.all.some(searches);
  if ("any" in it) return it.any.some(searches);
  if ("not" in it) return searches(it.not);
  return "cap" in it || "happened" in it || "waited" in it;
}

function compileAlone(it: Condition, near: Surroundings): Test {
  if ("all" in it) return compileAll(it.all.map((one) => compileCondition(one, near)));
  if ("any" in it) return compileAny(it.any.map((one) => compileCondition(one, near)));
  if ("not" in it) {
    const inner = compileCondition(it.not, near);
    return (ctx) => {
      const truth = inner(ctx);
      return truth === unknown ? unknown : truth === yes ? no : yes;
    };
  }
  if ("is" in it) return compileIs(it.is, near);
  if ("known" in it) {
    const read = compileFact(it.known, near, noAbsence);
    return (ctx) => (read(ctx) === undefined ? no : yes);
  }
  if ("window" in it) return compileWindow(it.window, near);
  if ("cap" in it) return compileCap(it.cap, near);
  if ("happened" in it) return compileHappened(it.happened, near);
  if ("waited" in it) return compileWaited(it.waited, near);
  if ("deadline" in it) return compileDeadline(it.deadline, near);
  return compileComparison(it, near);
}

const noAbsence: Surroundings["absent"] = new Map();

type Comparison = Extract<
  Condition,
  | { readonly equal: unknown }
  | { readonly atMost: unknown }
  | { readonly atLeast: unknown }
  | { readonly below: unknown }
  | { readonly above: unknown }
  | { readonly oneOf: unknown }
  | { readonly holdsAll: unknown }
  | { readonly holdsSome: unknown }
  | { readonly holdsNone: unknown }
>;

function compileComparison(it: Comparison, near: Surroundings): Test {
  if ("equal" in it) return compare(it.equal, near, (a, b) => a === b);
  if ("oneOf" in it && Array.isArray(it.oneOf[1]))
    return compileOneOf(it.oneOf[0], it.oneOf[1], near);
  if ("atMost" in it) return compare(it.atMost, near, (a, b) => a <= b);
  if ("atLeast" in it) return compare(it.atLeast, near, (a, b) => a >= b);
  if ("below" in it) return compare(it.below, near, (a, b) => a < b);
  if ("above" in it) return compare(it.above, near, (a, b) => a > b);
  if ("oneOf" in it) return compare(it.oneOf, near, (a, b) => listOf(b).includes(a as never));
  if ("holdsAll" in it)
    return compare(it.holdsAll, near, (a, b) => listOf(b).every((w) => listOf(a).includes(w)));
  if ("holdsSome" in it)
    return compare(it.holdsSome, near, (a, b) => listOf(b).some((w) => listOf(a).includes(w)));
  return compare(it.holdsNone, near, (a, b) => !listOf(b).some((w) => listOf(a).includes(w)));
}

function isConstant(it: Term): it is Value {
  return typeof it !== "object" || Array.isArray(it);
}

function compileOneOf(it: Term, words: readonly Value[], near: Surroundings): Test {
  const read = compileTerm(it, near);
  const set = new Set<ParameterValue>(words);
  return (ctx) => {
    const value = read(ctx);
    return value === undefined ? unknown : set.has(value) ? yes : no;
  };
}

function listOf(value: ParameterValue): readonly (string | number | boolean)[] {
  return typeof value === "object" ? (value as readonly (string | number | boolean)[]) : [value];
}

function compare(
  [left, right]: readonly [Term, Term],
  near: Surroundings,
  test: (a: ParameterValue, b: ParameterValue) => boolean,
): Test {
  const a = compileTerm(left, near);
  if (isConstant(right))
    return (ctx) => {
      const x = a(ctx);
      return x === undefined ? unknown : test(x, right) ? yes : no;
    };
  const b = compileTerm(right, near);
  return (ctx) => {
    const x = a(ctx);
    if (x === undefined) return unknown;
    const y = b(ctx);
    if (y === undefined) return unknown;
    return test(x, y) ? yes : no;
  };
}

function compileIs(name: string, near: Surroundings): Test {
  const read: Read = compileFact(name, near);
  return (ctx) => {
    const value = read(ctx);
    return value === true ? yes : value === false ? no : unknown;
  };
}

function compileAll(tests: readonly Test[]): Test {
  return (ctx) => {
    let truth: Truth = yes;
    for (const test of tests) {
      const one = test(ctx);
      if (one === no) return no;
      if (one === unknown) truth = unknown;
    }
    return truth;
  };
}

function compileAny(tests: readonly Test[]): Test {
  return (ctx) => {
    let truth: Truth = no;
    for (const test of tests) {
      const one = test(ctx);
      if (one === yes) return yes;
      if (one === unknown) truth = unknown;
    }
    return truth;
  };
}

function compileWindow(
  it: Extract<Condition, { readonly window: unknown }>["window"],
  near: Surroundings,
): Test {
  const zonesOf = near.zonesOf(it.zone);
  const bandsOf = bandsReader(it.bands, near);
  return (ctx) => {
    const zones = zonesOf(ctx);
    const bands = bandsOf(ctx);
    if (zones === undefined || zones.length === 0 || bands === undefined) return unknown;
    for (const zone of zones) {
      if (!isWithin(bands, it.edges, { zone, calendar: ctx.calendar, at: ctx.at })) return no;
    }
    return yes;
  };
}

export function bandsReader(
  bands: TimeWindow["bands"],
  near: Surroundings,
): (ctx: Context) => readonly Band[] | undefined {
  if ("fact" in bands) {
    const read = compileFact(bands.fact, near);
    return (ctx) => bandsOfWords(read(ctx));
  }
  if (!("param" in bands)) return () => bands;
  const name = bands.param;
  return (ctx) => {
    const value = ctx.parameters[name];
    return isBands(value) ? value : undefined;
  };
}

export function isBands(value: ParameterValue | undefined): value is readonly Band[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
}
