import type { Plain } from "@fairdue/proof";
import type { ContactAct } from "./act.ts";
import {
  type ContactKnowledge,
  contactsAt,
  happeningsOf,
  type PastContact,
  type PastHappening,
} from "./history.ts";

/** From the mildest to the strictest. */
export const gateOutcomes = [
  "allow",
  "allow-with-flags",
  "defer-until",
  "require",
  "hold",
  "deny",
] as const;
export type GateOutcome = (typeof gateOutcomes)[number];

/** Whether a permit may be given: flags are told, and stop nothing. */
export function isAllowed(outcome: GateOutcome): boolean {
  return outcome === "allow" || outcome === "allow-with-flags";
}

/** What the rules say of one act at one instant. */
export type Ruling = {
  readonly outcome: GateOutcome;
  /** Earliest lawful instant, with `defer-until`. */
  readonly earliestAt: number | null;
  /** Rules that decided, as `pack/rule@version`. */
  readonly rules: readonly string[];
  /** Why, in both languages, and the trace of the evaluation: as it is kept and shown. */
  readonly says: { readonly en: string; readonly zh: string };
  readonly trace: Plain;
};

export type ContactQuestion = {
  readonly act: ContactAct;
  readonly packs: ContactKnowledge["packs"];
  readonly facts: ContactKnowledge["facts"];
  readonly contacts: readonly PastContact[];
  readonly happenings: readonly PastHappening[];
  readonly at: number;
};

/** The rules of the book: the packs it has chosen, handed in by the shell. */
export type ContactRules = ((question: ContactQuestion) => Ruling) & {
  /** The outcome alone, where it can be had faster than with reasons and trace. */
  readonly outcomeOf?: (question: ContactQuestion) => GateOutcome;
};

export type GateDecision = {
  readonly decidedAt: number;
  readonly ruling: Ruling;
  /** When the permit ends, with `allow`; null otherwise. */
  readonly expiresAt: number | null;
};

export type GateQuestion = {
  readonly known: ContactKnowledge;
  readonly act: ContactAct;
  readonly rules: ContactRules;
  /** Longest life of a permit, in milliseconds. */
  readonly lifeMsMax: number;
};

/** Below this a permit could hardly be used: milliseconds. */
export const permitLifeMsMin = 5_000;

/**
 * Decides on one contact. A permit never outlives its permission: it ends before the first instant
 * found at which the same act would no longer be allowed (quiet hours, the end of a consent), so
 * that a late queue can't carry a message past it.
 *
 * After a clock has jumped back, the act must be lawful at both times: the outcome stays on the
 * cautious side.
 */
export function decideContact(it: GateQuestion): GateDecision {
  const { now, lastAt } = it.known;
  const first = ruleAt(it, now);
  const later = lastAt !== null && lastAt > now ? ruleAt(it, lastAt) : first;
  const ruling = stricter(first, later);
  if (!isAllowed(ruling.outcome)) return { decidedAt: now, ruling, expiresAt: null };
  const expiresAt = lastLawful(it, now, now + it.lifeMsMax);
  if (expiresAt - now >= permitLifeMsMin) return { decidedAt: now, ruling, expiresAt };
  // So close to its end that nothing could be sent in time: what holds after it holds already.
  const after = ruleAt(it, expiresAt + 1000);
  return {
    decidedAt: now,
    ruling: isAllowed(after.outcome) ? tooShort(after) : after,
    expiresAt: null,
  };
}

function ruleAt(it: GateQuestion, at: number): Ruling {
  return it.rules(questionAt(it, at));
}

function isAllowedAt(it: GateQuestion, at: number): boolean {
  const question = questionAt(it, at);
  return isAllowed(it.rules.outcomeOf?.(question) ?? it.rules(question).outcome);
}

function questionAt({ act, known }: GateQuestion, at: number): ContactQuestion {
  return {
    act,
    packs: known.packs,
    facts: known.facts,
    contacts: contactsAt(known, at),
    happenings: happeningsOf(known),
    at,
  };
}

/** What the rules say of an act at an instant, on what is known: a look ahead, which permits nothing. */
export function foresee(it: Pick<GateQuestion, "act" | "known" | "rules">, at: number): Ruling {
  return ruleAt({ ...it, lifeMsMax: 0 }, at);
}

/** Whether it would be allowed, without the reasons: for looking ahead at many. */
export function foreseeAllowed(
  it: Pick<GateQuestion, "act" | "known" | "rules">,
  at: number,
): boolean {
  return isAllowedAt({ ...it, lifeMsMax: 0 }, at);
}

export function stricter(a: Ruling, b: Ruling): Ruling {
  return gateOutcomes.indexOf(b.outcome) > gateOutcomes.indexOf(a.outcome) ? b : a;
}

/** The end of the permission, to the second, between an allowed instant and another one. */
function lastLawful(it: GateQuestion, from: number, to: number): number {
  if (isAllowedAt(it, to - 1)) return to;
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2);
    if (isAllowedAt(it, middle)) low = middle;
    else high = middle;
  }
  return low;
}

function tooShort(ruling: Ruling): Ruling {
  return {
    ...ruling,
    outcome: "hold",
    says: {
      en: "The permission ends within seconds: ask again.",
      zh: "允许时段即将结束，请稍后重新申请。",
    },
  };
}
