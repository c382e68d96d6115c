import {
  addDays,
  addMonths,
  addWorkingDays,
  civilOf,
  dayAt,
  dayOf,
  formatDay,
  type EpochDay,
  type InstantMs,
  instantOf,
  weekdayOf,
  type Zone,
} from "@fairdue/kernel";
import type { Happening, Value } from "../rule/act.ts";
import { contactKinds } from "../rule/act.ts";
import type { Condition, Period, Selector, Term } from "../rule/condition.ts";
import type { Pack, ParameterValue } from "../rule/rule.ts";
import { compilePack } from "./compiled-pack.ts";
import type { Truth } from "./context.ts";
import type { Question } from "./finding.ts";
import { dayOfValue, instantOfValue } from "./terms.ts";
import { bandsOfWords, isWithin } from "./window.ts";

/**
 * The plain meaning of a condition: the tree is walked each time, nothing is compiled, shared or
 * remembered. The compiled rules are held to it by test; nothing else uses it.
 */
export type View = {
  readonly pack: Pack;
  readonly question: Question;
  readonly at: number;
  readonly parameters: Readonly<Record<string, ParameterValue | undefined>>;
  readonly event?: Happening | undefined;
  readonly debt?: string | undefined;
  /** Collects what was counted, as a trace shows it. */
  readonly tell?: ((counted: readonly number[], leftOut: readonly string[]) => void) | undefined;
};

export function holds(it: Condition, view: View): Truth {
  if ("all" in it) return least(it.all, view, 0);
  if ("any" in it) return least(it.any, view, 1);
  if ("not" in it) {
    const inner = holds(it.not, view);
    return inner === 2 ? 2 : inner === 1 ? 0 : 1;
  }
  if ("is" in it) {
    const value = factOf(it.is, view);
    return value === true ? 1 : value === false ? 0 : 2;
  }
  if ("known" in it) return rawFact(it.known, view) === undefined ? 0 : 1;
  if ("window" in it) return holdsWindow(it.window, view);
  if ("cap" in it) return holdsCap(it.cap, view);
  if ("happened" in it) return holdsHappened(it.happened, view);
  if ("waited" in it) return holdsWaited(it.waited, view);
  if ("deadline" in it) return holdsDeadline(it.deadline, view);
  return holdsComparison(it, view);
}

/** In order, up to the first answer that settles it. */
function least(parts: readonly Condition[], view: View, settling: Truth): Truth {
  let isUnknown = false;
  for (const part of parts) {
    const one = holds(part, view);
    if (one === settling) return settling;
    if (one === 2) isUnknown = true;
  }
  return isUnknown ? 2 : settling === 0 ? 1 : 0;
}

function holdsComparison(it: Condition, view: View): Truth {
  const [word, terms] = Object.entries(it)[0] as [string, readonly [Term, Term]];
  const a = termOf(terms[0], view);
  const b = termOf(terms[1], view);
  if (a === undefined || b === undefined) return 2;
  const own = [a].flat() as readonly Value[];
  const words = [b].flat() as readonly Value[];
  const answers: Readonly<Record<string, boolean>> = {
    equal: a === b,
    atMost: a <= b,
    atLeast: a >= b,
    below: a < b,
    above: a > b,
    oneOf: words.includes(a as Value),
    holdsAll: words.every((one) => own.includes(one)),
    holdsSome: words.some((one) => own.includes(one)),
    holdsNone: !words.some((one) => own.includes(one)),
  };
  return answers[word] === true ? 1 : 0;
}

function rawFact(name: string, view: View): ParameterValue | undefined {
  const { question, event } = view;
  if (name === "act.kind") return question.act.kind;
  if (name === "event.kind") return event?.kind;
  if (name.startsWith("act.")) return question.act.fields[name.slice(4)];
  if (name.startsWith("event.")) return event?.fields[name.slice(6)];
  return question.facts[name]?.value;
}

function factOf(name: string, view: View): ParameterValue | undefined {
  return rawFact(name, view) ?? compilePack(view.pack).absent.get(name);
}

function termOf(it: Term, view: View): ParameterValue | undefined {
  if (typeof it !== "object" || Array.isArray(it)) return it as Value;
  if ("fact" in it) return factOf(it.fact, view);
  if ("param" in it) return view.parameters[it.param];
  const zone = zonesOf(undefined, view)?.[0];
  if ("daysSince" in it) {
    const from = zone && dayOfValue(termOf(it.daysSince, view), zone);
    return from === undefined ? undefined : dayAt(zone!, view.at as InstantMs) - from;
  }
  if ("hoursSince" in it) {
    const from = zone && instantOfValue(termOf(it.hoursSince, view), zone);
    return from === undefined ? undefined : Math.floor((view.at - from) / 3_600_000);
  }
  if ("tableOn" in it) {
    const day = zone && dayOfValue(termOf(it.tableOn[1], view), zone);
    return day === undefined ? undefined : compilePack(view.pack).near.tableOn(it.tableOn[0], day);
  }
  if ("dayAfter" in it) {
    const day = dayOfValue(termOf(it.dayAfter[0], view), zone ?? ("UTC" as Zone));
    const many = termOf(it.dayAfter[1], view);
    if (day === undefined || typeof many !== "number") return undefined;
    return formatDay(lastDay(it.dayAfter[2], day, many, view));
  }
  const isProduct = "times" in it;
  const pair: readonly Term[] = isProduct ? it.times : "plus" in it ? it.plus : [];
  const [left, right] = pair.map((one) => termOf(one, view));
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  return isProduct ? left * right : left + right;
}

function zonesOf(choice: string | undefined, view: View): readonly Zone[] | undefined {
  const zone = choice ?? view.pack.zone;
  const { home } = view.pack;
  if (zone === "person" && choice === undefined)
    return view.question.zones ?? (home === undefined ? undefined : [home as Zone]);
  return zone === "person" ? view.question.zones : [zone as Zone];
}

function holdsWindow(it: Extract<Condition, { window: unknown }>["window"], view: View): Truth {
  const zones = zonesOf(it.zone, view);
  const bands = bandsOf(it.bands, view);
  if (!zones?.length || !Array.isArray(bands) || typeof bands[0] !== "object") return 2;
  const { calendar } = compilePack(view.pack);
  return zones.every((zone) => isWithin(bands as never, it.edges, { zone, calendar, at: view.at }))
    ? 1
    : 0;
}

function bandsOf(
  it: Extract<Condition, { window: unknown }>["window"]["bands"],
  view: View,
): unknown {
  if ("fact" in it) return bandsOfWords(factOf(it.fact, view));
  return "param" in it ? view.parameters[it.param] : it;
}

/** Whether an instant lies in the period that ends at `end`, in one of the zones; undefined: can't be known. */
function liesIn(
  it: Period,
  choice: string | undefined,
  view: View,
): ((at: number) => boolean) | undefined {
  if (it.span === "ever") return () => true;
  const length = "length" in it ? termOf(it.length, view) : 1;
  if (typeof length !== "number") return undefined;
  if (it.span === "rolling-hours") return (at) => at > view.at - length * 3_600_000;
  const zones = zonesOf(choice, view);
  if (!zones?.length) return undefined;
  return (at) =>
    zones.some((zone) => at >= instantOf(zone, firstDay(it.span, zone, [view.at, length]), 0));
}

function firstDay(
  span: Period["span"],
  zone: Zone,
  [end, length]: readonly [number, number],
): EpochDay {
  const last = dayAt(zone, end as InstantMs);
  const { year, month } = civilOf(last);
  if (span === "week") return addDays(last, 1 - weekdayOf(last));
  if (span === "month") return dayOf(year, month, 1);
  return span === "year" ? dayOf(year, 1, 1) : addDays(last, 1 - length);
}

/** Why an event is not one of those meant; null when it is. */
function reasonAgainst(it: Selector, event: Happening, view: View): string | null {
  const { fields } = event;
  const says = (name: string, words: readonly string[] | undefined): boolean => {
    const value = fields[name];
    if (words === undefined || value === undefined) return true;
    return ([value].flat() as readonly Value[]).some((one) => words.includes(String(one)));
  };
  const isContact = it.kinds.some((kind) => (contactKinds as readonly string[]).includes(kind));
  const direction = it.direction ?? "outbound";
  if (!it.kinds.includes(event.kind)) return "of another kind";
  if (!says("about", it.about)) return "about something else";
  if (isContact && direction !== "either" && (fields["direction"] ?? "outbound") !== direction)
    return "in the other direction";
  if (!says("outcome", it.outcomes)) return "its outcome does not count";
  const ends = [fields["withdrawnAt"], fields["until"]];
  if (it.live === true && ends.some((one) => typeof one === "number" && one <= view.at))
    return "withdrawn or expired";
  for (const key of it.per ?? []) {
    const why = keyReason(key, event, view);
    if (why !== null) return why;
  }
  const inner: View = { ...view, event, tell: undefined };
  if (it.where && holds(it.where, inner) === 0) return "not of the sort counted";
  const excluded = it.leaveOut?.find((one) => holds(one.when, inner) === 1);
  return excluded === undefined ? null : excluded.because.en;
}

function keyReason(
  key: NonNullable<Selector["per"]>[number],
  event: Happening,
  view: View,
): string | null {
  const { act } = view.question;
  if (key === "kind") return event.kind === act.kind ? null : "of another kind";
  if (key === "debt") {
    const debts = event.fields["debts"];
    if (view.debt === undefined || debts === undefined) return null;
    return ([debts].flat() as readonly Value[]).includes(view.debt) ? null : "about another debt";
  }
  const own = act.fields[key];
  const its = event.fields[key];
  if (its === "other") return keyWords[key]!;
  return own === undefined || its === undefined || own === its ? null : keyWords[key]!;
}

const keyWords: Readonly<Record<string, string>> = {
  person: "another person",
  purpose: "for another purpose",
  agency: "by another agency",
  collector: "by another collector",
  contactPoint: "to another number or address",
  recipient: "to another sort of recipient",
  recipientId: "to another recipient",
};

function debtsOf(it: Selector, view: View): readonly (string | undefined)[] {
  const debts = view.question.act.fields["debts"];
  if (!it.per?.includes("debt") || view.debt !== undefined) return [view.debt];
  return debts === undefined ? [undefined] : [debts].flat().map(String);
}

function holdsCap(it: Extract<Condition, { cap: unknown }>["cap"], view: View): Truth {
  const most = termOf(it.max, view);
  const lies = liesIn(it.in, it.zone, view);
  if (typeof most !== "number" || lies === undefined) return 2;
  const sizes = debtsOf(it.of, view).map((debt) => {
    const why = reasonsOf(
      { ...view, debt },
      (event, seen) =>
        reasonAgainst(it.of, event, seen) ?? (lies(event.at) ? null : "before the period"),
    );
    return why.filter((one) => one === null).length;
  });
  return Math.max(0, ...sizes) + (it.actCounts === false ? 0 : 1) <= most ? 1 : 0;
}

/** Judges every event, tells what was counted, and answers the reasons. */
function reasonsOf(
  view: View,
  judge: (event: Happening, view: View) => string | null,
): readonly (string | null)[] {
  const why = view.question.history.map((event) =>
    event.at > view.at ? "after the act" : judge(event, view),
  );
  const counted = why.flatMap((one, k) => (one === null ? [k] : []));
  view.tell?.(
    counted,
    why.flatMap((one, k) => (one === null ? [] : [`${k} ${one}`])),
  );
  return why;
}

function holdsHappened(
  it: Extract<Condition, { happened: unknown }>["happened"],
  view: View,
): Truth {
  const from = view.event;
  const seen: View = { ...view, at: from?.at ?? view.at, event: undefined };
  const lies = liesIn(it.in, it.zone, seen);
  if (lies === undefined) return 2;
  const { history } = view.question;
  const isUsedUp = (event: Happening, now: View): boolean =>
    it.unlessFollowedBy !== undefined &&
    history.some(
      (later) =>
        ![event, from].includes(later) &&
        later.at > event.at &&
        later.at <= now.at &&
        reasonAgainst(it.unlessFollowedBy!, later, now) === null,
    );
  for (const debt of debtsOf(it.what, seen)) {
    const why = reasonsOf({ ...seen, debt }, (event, now) => {
      if (event === from) return "itself";
      const reason = reasonAgainst(it.what, event, now);
      if (reason !== null) return reason;
      if (!lies(event.at)) return "before the period";
      return isUsedUp(event, now) ? "used up by what came after" : null;
    });
    if (why.includes(null)) return 1;
  }
  return 0;
}

function holdsWaited(it: Extract<Condition, { waited: unknown }>["waited"], view: View): Truth {
  const needed = termOf(it.length, view);
  const zones = zonesOf(it.zone, view);
  if (typeof needed !== "number") return 2;
  let isUnknown = false;
  const why = reasonsOf({ ...view, tell: undefined }, (event, now) => {
    const reason = reasonAgainst(it.after, event, now);
    if (reason !== null) return reason;
    if (it.unit === "hours") return view.at - event.at >= needed * 3_600_000 ? null : "too recent";
    if (!zones?.length) isUnknown = true;
    const isReady = (zones ?? []).every(
      (zone) =>
        dayAt(zone, view.at as InstantMs) >=
        lastDay(it.unit as "days", dayAt(zone, event.at as InstantMs), needed, view),
    );
    return isReady ? null : "too recent";
  });
  if (isUnknown) return 2;
  view.tell?.(
    why.flatMap((one, k) => (one === null ? [k] : [])),
    why.flatMap((one, k) => (one === null ? [] : [`${k} ${one}`])),
  );
  return why.includes(null) ? 1 : 0;
}

// oxlint-disable-next-line max-params
function lastDay(unit: string, start: EpochDay, many: number, view: View): EpochDay {
  if (unit === "months") return addMonths(start, many);
  if (unit === "days") return addDays(start, many);
  return addWorkingDays(compilePack(view.pack).calendar, start, many).day;
}

function holdsDeadline(
  it: Extract<Condition, { deadline: unknown }>["deadline"],
  view: View,
): Truth {
  const value = termOf(it.from, view);
  const many = termOf(it.length, view);
  const zone = zonesOf(it.zone, view)?.[0];
  if (zone === undefined || typeof many !== "number") return 2;
  if (it.unit === "hours") {
    const start = instantOfValue(value, zone);
    return start === undefined ? 2 : view.at <= start + many * 3_600_000 ? 1 : 0;
  }
  const start = dayOfValue(value, zone);
  if (start === undefined) return 2;
  return dayAt(zone, view.at as InstantMs) <= lastDay(it.unit, start, many, view) ? 1 : 0;
}
