import type { Value } from "../rule/act.ts";
import type { Band, Condition, Term, TimeWindow } from "../rule/condition.ts";
import type { ParameterValue } from "../rule/rule.ts";
import { type Context, no, type Truth, unknown, yes } from "./context.ts";
import { compileCap, compileDeadline, compileHappened, compileWaited } from "./over-time.ts";
import { compileFact, compileTerm, type Read, type Surroundings } from "./terms.ts";
import { bandsOfWords, isWithin } from "./window.ts";

export type Test = (ctx: Context) => Truth;

/** Compiles a condition into a function of three-valued truth. */
export function compileCondition(it: Condition, near: Surroundings): Test {
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
    const read = compileFact(it.known, new Map());
    return (ctx) => (read(ctx) === undefined ? no : yes);
  }
  if ("window" in it) return compileWindow(it.window, near);
  if ("cap" in it) return compileCap(it.cap, near);
  if ("happened" in it) return compileHappened(it.happened, near);
  if ("waited" in it) return compileWaited(it.waited, near);
  if ("deadline" in it) return compileDeadline(it.deadline, near);
  return compileComparison(it, near);
}

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

function listOf(value: ParameterValue): readonly (string | number | boolean)[] {
  return typeof value === "object" ? (value as readonly (string | number | boolean)[]) : [value];
}

function compare(
  [left, right]: readonly [Term, Term],
  near: Surroundings,
  test: (a: ParameterValue, b: ParameterValue) => boolean,
): Test {
  const a = compileTerm(left, near);
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
  const read: Read = compileFact(name, near.absent);
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
  const bandsOf = bandsReader(it.bands, near.absent);
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
  absent: ReadonlyMap<string, Value>,
): (ctx: Context) => readonly Band[] | undefined {
  if ("fact" in bands) {
    const read = compileFact(bands.fact, absent);
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
