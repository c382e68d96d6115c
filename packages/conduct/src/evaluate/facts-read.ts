import type { Condition, Selector, Term } from "../rule/condition.ts";

/** What a condition reads: facts (and fields of act and events), and the rule's parameters. */
export type Reading = {
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  /** Kinds of happening that it searches or counts. */
  readonly kinds: ReadonlySet<string>;
};

type Notes = {
  facts: Set<string>;
  parameters: Set<string>;
  tables: Set<string>;
  kinds: Set<string>;
};

export function readingOf(...conditions: readonly (Condition | undefined)[]): Reading {
  const notes: Notes = {
    facts: new Set(),
    parameters: new Set(),
    tables: new Set(),
    kinds: new Set(),
  };
  for (const it of conditions) if (it) note(it, notes);
  return notes;
}

function note(it: Condition, to: Notes): void {
  if ("all" in it) for (const one of it.all) note(one, to);
  else if ("any" in it) for (const one of it.any) note(one, to);
  else if ("not" in it) note(it.not, to);
  else if ("is" in it) to.facts.add(it.is);
  else if ("known" in it) to.facts.add(it.known);
  else if ("window" in it) noteWindow(it.window, to);
  else if ("cap" in it) {
    noteSelector(it.cap.of, to);
    noteTerm(it.cap.max, to);
    notePeriod(it.cap.in, to);
    noteZone(it.cap.zone, to);
  } else if ("happened" in it) {
    noteSelector(it.happened.what, to);
    notePeriod(it.happened.in, to);
    if (it.happened.unlessFollowedBy) noteSelector(it.happened.unlessFollowedBy, to);
    noteZone(it.happened.zone, to);
  } else if ("waited" in it) {
    noteSelector(it.waited.after, to);
    noteTerm(it.waited.length, to);
    if (it.waited.receivedAfter !== undefined) noteTerm(it.waited.receivedAfter, to);
    noteZone(it.waited.zone, to);
  } else if ("deadline" in it) {
    noteTerm(it.deadline.from, to);
    noteTerm(it.deadline.length, to);
    noteZone(it.deadline.zone, to);
  } else for (const term of termsOf(it)) noteTerm(term, to);
}

function termsOf(it: Condition): readonly Term[] {
  const [terms] = Object.values(it) as readonly (readonly Term[])[];
  return terms ?? [];
}

function noteWindow(it: Extract<Condition, { window: unknown }>["window"], to: Notes): void {
  if ("param" in it.bands) to.parameters.add(it.bands.param);
  if ("fact" in it.bands) to.facts.add(it.bands.fact);
  noteZone(it.zone, to);
}

function noteZone(zone: string | undefined, to: Notes): void {
  if (zone === "person") to.facts.add("person.zones");
}

function notePeriod(it: { readonly span: string; readonly length?: Term }, to: Notes): void {
  if (it.length !== undefined) noteTerm(it.length, to);
}

function noteSelector(it: Selector, to: Notes): void {
  for (const kind of it.kinds) to.kinds.add(kind);
  if (it.where) note(it.where, to);
  for (const one of it.leaveOut ?? []) note(one.when, to);
}

function noteTerm(it: Term, to: Notes): void {
  if (typeof it !== "object" || Array.isArray(it)) return;
  if ("fact" in it) to.facts.add(it.fact);
  else if ("param" in it) to.parameters.add(it.param);
  else if ("times" in it) for (const one of it.times) noteTerm(one, to);
  else if ("plus" in it) for (const one of it.plus) noteTerm(one, to);
  else if ("daysSince" in it) noteTerm(it.daysSince, to);
  else if ("hoursSince" in it) noteTerm(it.hoursSince, to);
  else if ("dayAfter" in it) {
    noteTerm(it.dayAfter[0], to);
    noteTerm(it.dayAfter[1], to);
  } else if ("tableOn" in it) {
    to.tables.add(it.tableOn[0]);
    noteTerm(it.tableOn[1], to);
  }
}
