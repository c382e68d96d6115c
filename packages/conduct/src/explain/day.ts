import { addDays, dayAt, type InstantMs, instantOf, localTimeAt, type Zone } from "@fairdue/kernel";
import { decide, evaluate, type OutcomeWord, type Question, rankOf } from "../evaluate/evaluate.ts";
import { contactKinds } from "../rule/act.ts";
import type { Pack, Rule } from "../rule/rule.ts";

/** A stretch of a day on which an act is lawful, or not. Minutes of the wall clock, 0 … 1440. */
export type DaySpan = {
  readonly from: number;
  readonly to: number;
  readonly outcome: OutcomeWord;
  /** The first of the rules that make it so; null where the act is lawful. */
  readonly rule: Rule | null;
};

/** How one day looks for an act: when it may be done, and what was done already. */
export type DayOfAct = {
  readonly zone: Zone;
  readonly spans: readonly DaySpan[];
  /** Contacts of the day, by the minute. */
  readonly contacts: readonly { readonly minute: number; readonly kind: string }[];
};

const step = 5;

/**
 * Asks the rules all day long, every five minutes, as if nothing else happened on it. The answer is
 * for reading: what counts is the decision at the moment of the act.
 */
// oxlint-disable-next-line max-params
export function dayOfAct(packs: readonly Pack[], it: Question, at: number, zone: Zone): DayOfAct {
  const day = dayAt(zone, at as InstantMs);
  const instantAt = (minute: number): number => instantOf(zone, day, minute * 60_000);
  const spans: { from: number; to: number; outcome: OutcomeWord; rule: Rule | null }[] = [];
  for (let minute = 0; minute < 1440; minute += step) {
    const outcome = decide(packs, it, instantAt(minute));
    const last = spans.at(-1);
    if (last !== undefined && last.outcome === outcome) last.to = minute + step;
    else spans.push({ from: minute, to: minute + step, outcome, rule: null });
  }
  for (const span of spans) {
    if (rankOf[span.outcome] <= rankOf["allow-with-flags"]) continue;
    span.rule = evaluate(packs, it, instantAt(span.from)).because[0]?.rule ?? null;
  }
  const next = instantOf(zone, addDays(day, 1), 0);
  const kinds: readonly string[] = contactKinds;
  const contacts = it.history
    .filter((one) => kinds.includes(one.kind) && one.at >= instantAt(0) && one.at < next)
    .map((one) => ({ minute: minuteOf(zone, one.at), kind: one.kind }));
  return { zone, spans, contacts };
}

export function minuteOf(zone: Zone, at: number): number {
  return Math.floor(localTimeAt(zone, at as InstantMs).msOfDay / 60_000);
}
