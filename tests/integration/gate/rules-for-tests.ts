import type { ContactRules, PastContact, Ruling } from "@fairdue/servicing";

/** Small rules whose outcome can be checked by hand: a window of the day in UTC, and rolling caps. */
export type TestRules = {
  readonly attemptsMax: number;
  readonly windowMs: number;
  /** Open from this hour to that, UTC. */
  readonly hours?: readonly [number, number];
};

export function rulesOf(it: TestRules): ContactRules {
  return ({ act, facts, contacts, at }) => {
    if (facts.some((fact) => fact.name === "cease" && fact.value === true))
      return ruling("deny", "test/cease@1");
    const [from, to] = it.hours ?? [0, 24];
    const hour = new Date(at).getUTCHours();
    if (hour < from || hour >= to) return ruling("defer-until", "test/hours@1");
    const count = contacts.filter((one) => counts(one, act.borrowerId, at - it.windowMs)).length;
    return count >= it.attemptsMax ? ruling("deny", "test/cap@1") : ruling("allow", "test/cap@1");
  };
}

function counts(contact: PastContact, _: string, after: number): boolean {
  return contact.direction === "out" && contact.at > after;
}

export function ruling(outcome: Ruling["outcome"], rule: string): Ruling {
  return {
    outcome,
    earliestAt: null,
    rules: [rule],
    says: { en: outcome, zh: outcome },
    trace: [{ rule, outcome }],
  };
}
