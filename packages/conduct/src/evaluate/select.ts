import { contactKinds, type Happening, type Value } from "../rule/act.ts";
import type { Key, Selector } from "../rule/condition.ts";
import { type Text, text } from "../rule/text.ts";
import { compileCondition } from "./compile.ts";
import { type Context, no, yes } from "./context.ts";
import type { Surroundings } from "./terms.ts";

/** Why a happening is left out; null when it counts. */
type Match = (ctx: Context, event: Happening) => Text | null;

/** A selector made fast. Its kinds are asked first: most of a history is of another. */
export type Selection = {
  isOfKind(number: number | undefined): boolean;
  readonly match: Match;
};

/** Why an event of another kind is left out. */
export const ofAnotherKind: Text = text("of another kind", "类型不同");

type Reason = "kind" | "about" | "outcome" | "direction" | "ended" | "other";

const reasons: Readonly<Record<Reason, Text>> = {
  kind: ofAnotherKind,
  about: text("about something else", "事项不同"),
  outcome: text("its outcome does not count", "结果不计入"),
  direction: text("in the other direction", "方向不同"),
  ended: text("withdrawn or expired", "已撤回或失效"),
  other: text("not of the sort counted", "不属于计数范围"),
};

const keyReasons: Readonly<Record<Key, Text>> = {
  person: text("another person", "其他人"),
  debt: text("about another debt", "涉及其他债务"),
  kind: text("of another kind", "类型不同"),
  purpose: text("for another purpose", "目的不同"),
  agency: text("by another agency", "其他机构所为"),
  collector: text("by another collector", "其他催收方所为"),
  contactPoint: text("to another number or address", "联系方式不同"),
  recipient: text("to another sort of recipient", "对象类型不同"),
  recipientId: text("to another recipient", "对象不同"),
};

const contacts = new Set<string>(contactKinds);

/** Compiles a selector. What an event does not say is taken to match: it counts. */
export function compileSelector(it: Selector, near: Surroundings): Selection {
  const kinds: boolean[] = [];
  for (const kind of it.kinds) kinds[near.numberOf(kind)] = true;
  // Within a selector a condition looks at one event: its answer is nobody else's.
  const inner: Surroundings = { ...near, shared: undefined };
  const about = it.about && new Set<Value>(it.about);
  const outcomes = it.outcomes && new Set<Value>(it.outcomes);
  const direction = it.direction ?? "outbound";
  const where = it.where && compileCondition(it.where, inner);
  const leaveOut = (it.leaveOut ?? []).map((one) => ({
    when: compileCondition(one.when, inner),
    because: one.because,
  }));
  const keys = (it.per ?? []).map(compileKey);
  const directed = it.kinds.some((kind) => contacts.has(kind)) && direction !== "either";
  const isPlain = where === undefined && leaveOut.length === 0;

  const match: Match = (ctx, event) => {
    const { fields } = event;
    if (about !== undefined && !matches(fields["about"], about)) return reasons.about;
    if (directed && (fields["direction"] ?? "outbound") !== direction) return reasons.direction;
    if (outcomes !== undefined && !matches(fields["outcome"], outcomes)) return reasons.outcome;
    if (it.live === true && !isLive(event, ctx.at)) return reasons.ended;
    for (const key of keys) {
      const other = key(ctx, event);
      if (other !== null) return other;
    }
    if (isPlain) return null;
    const before = ctx.event;
    ctx.event = event;
    let why: Text | null = null;
    if (where !== undefined && where(ctx) === no) why = reasons.other;
    for (const one of leaveOut) {
      if (why !== null) break;
      if (one.when(ctx) === yes) why = one.because;
    }
    ctx.event = before;
    return why;
  };
  return { isOfKind: (number) => number !== undefined && kinds[number] === true, match };
}

function matches(value: Value | undefined, words: ReadonlySet<Value>): boolean {
  if (value === undefined) return true;
  if (typeof value === "object") return value.some((it) => words.has(it));
  return words.has(value);
}

/** Neither withdrawn nor past its end at the instant. */
export function isLive(event: Happening, at: number): boolean {
  const withdrawn = event.fields["withdrawnAt"];
  const until = event.fields["until"];
  if (typeof withdrawn === "number" && withdrawn <= at) return false;
  return !(typeof until === "number" && until <= at);
}

function compileKey(key: Key): Match {
  const reason = keyReasons[key];
  if (key === "kind") return (ctx, event) => (event.kind === ctx.kind ? null : reason);
  if (key === "debt") return debtKey(reason);
  const field = key === "person" ? "person" : key;
  return (ctx, event) => {
    const own = ctx.act[field];
    const its = event.fields[field];
    if (its === "other") return reason;
    return own === undefined || its === undefined || own === its ? null : reason;
  };
}

function debtKey(reason: Text): Match {
  return (ctx, event) => {
    const its = event.fields["debts"];
    if (ctx.debt === undefined || its === undefined) return null;
    const holds = typeof its === "object" ? its.includes(ctx.debt) : its === ctx.debt;
    return holds ? null : reason;
  };
}
