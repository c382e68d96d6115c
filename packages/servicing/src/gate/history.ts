import type { Plain } from "@fairdue/proof";
import type { ContactChannel, ContactPurpose, RecipientRole } from "./act.ts";

/** A fact about the person, as it was told: absent means unknown, never false. */
export type StatedFact = {
  readonly name: string;
  readonly value: Plain;
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly knownAt: number;
};

export const contactOutcomes = [
  "unknown",
  "delivered",
  "not-delivered",
  "unanswered",
  "voicemail",
  "conversation",
  "wrong-person",
  "refused",
] as const;
/** `unknown` counts as the most that it can have been. */
export type ContactOutcome = (typeof contactOutcomes)[number];

/** One contact that took place, or may yet take place under a permit that is out. */
export type PastContact = {
  readonly at: number;
  readonly direction: "out" | "in";
  readonly channel: ContactChannel;
  readonly purpose: ContactPurpose;
  readonly role: RecipientRole;
  readonly contactPoint: string;
  readonly accountIds: readonly string[];
  readonly agencyId: string | null;
  readonly outcome: ContactOutcome;
  readonly isPending: boolean;
};

export type FieldValue = string | number | boolean | readonly (string | number | boolean)[];

/** Something else that rules look back on: a consent, a request, a notice, a refusal. */
export type PastHappening = {
  readonly at: number;
  /** `consent`, `request`, `notice`, `refusal`, … in the words of the rule packs. */
  readonly kind: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
};

/** What an event row holds, by kind. */
export type ContactEvent =
  | ({ readonly kind: "attempt"; readonly permitId: string | null } & Omit<
      PastContact,
      "isPending"
    >)
  | {
      readonly kind: "outcome";
      readonly permitId: string;
      readonly at: number;
      readonly outcome: ContactOutcome;
    }
  | {
      readonly kind: "happening";
      readonly happeningId: string;
      readonly at: number;
      readonly what: string;
      readonly fields: PastHappening["fields"];
    }
  /** Ends a happening: a consent withdrawn, a dispute settled. */
  | { readonly kind: "withdrawal"; readonly happeningId: string; readonly at: number };

/** All that the gate knows of one person at one instant, read in one statement. */
export type ContactKnowledge = {
  readonly borrowerId: string;
  readonly bookId: string;
  /** Version of this state of knowledge: a permit can only be written while it stands. */
  readonly version: number;
  /** The database's clock at reading. */
  readonly now: number;
  /** The latest instant of an earlier decision; later than `now` after a clock jumped back. */
  readonly lastAt: number | null;
  /** Packs of rules that the book has chosen, by their ids. */
  readonly packs: readonly string[];
  readonly facts: readonly StatedFact[];
  readonly events: readonly ContactEvent[];
  /** Acts under permits that are out and may still be used, or are being sent. */
  readonly pending: readonly Omit<PastContact, "at" | "isPending" | "outcome">[];
};

/**
 * Contacts in order of time, as they are to be counted at an instant. What is pending is counted as
 * taking place at that very instant with an unknown outcome: wherever in time it then really falls,
 * every decision between has already counted it.
 */
export function contactsAt(known: ContactKnowledge, at: number): readonly PastContact[] {
  const outcomes = new Map<string, ContactOutcome>();
  for (const it of known.events) if (it.kind === "outcome") outcomes.set(it.permitId, it.outcome);
  const past = known.events.flatMap((it): PastContact[] => {
    if (it.kind !== "attempt") return [];
    const { kind: _, permitId, ...contact } = it;
    const outcome = permitId === null ? undefined : outcomes.get(permitId);
    return [{ ...contact, outcome: outcome ?? contact.outcome, isPending: false }];
  });
  const pending = known.pending.map(
    (it): PastContact => ({ ...it, at, outcome: "unknown", isPending: true }),
  );
  return [...past.sort((a, b) => a.at - b.at), ...pending];
}

/** Consents, requests and the like, each with the instant of its withdrawal if there was one. */
export function happeningsOf(known: ContactKnowledge): readonly PastHappening[] {
  const withdrawn = new Map<string, number>();
  for (const it of known.events) if (it.kind === "withdrawal") withdrawn.set(it.happeningId, it.at);
  return known.events.flatMap((it): PastHappening[] => {
    if (it.kind !== "happening") return [];
    const withdrawnAt = withdrawn.get(it.happeningId);
    const fields = withdrawnAt === undefined ? it.fields : { ...it.fields, withdrawnAt };
    return [{ at: it.at, kind: it.what, fields }];
  });
}
