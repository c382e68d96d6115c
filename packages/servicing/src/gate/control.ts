import type { Plain } from "@fairdue/proof";
import type { ContactChannel } from "./act.ts";
import type { ContactEvent } from "./history.ts";
import { type HourSpan, wishFacts } from "./wishes.ts";

/** What a person can decide about how they are contacted; each is in force at once. */
export type ContactControl =
  | {
      readonly kind: "preferences";
      readonly channels: readonly ContactChannel[] | null;
      readonly hours: readonly HourSpan[];
      readonly quietHours: readonly HourSpan[];
      readonly placesRefused: readonly string[];
      readonly zone: string | null;
    }
  | { readonly kind: "cease" }
  | { readonly kind: "resume" }
  | { readonly kind: "representative"; readonly role: "lawyer" | "guardian" | "adviser" }
  | { readonly kind: "representative-ended" }
  | {
      readonly kind: "dispute";
      readonly accountIds: readonly string[];
      readonly about: "amount" | "identity" | "fraud" | "paid" | "other";
    }
  | { readonly kind: "consent"; readonly about: string }
  /** Ends a consent or a dispute by its id. */
  | { readonly kind: "withdraw"; readonly happeningId: string };

/** What is to be put on record, and why permits that are out die by it. */
export type ControlEffect = {
  readonly facts: readonly { readonly name: string; readonly value: Plain | undefined }[];
  readonly events: readonly ContactEvent[];
  readonly revokes: string | null;
};

/**
 * What a control changes. Whatever restricts contact revokes permits that are out; whatever allows
 * more (a consent, the end of a dispute) leaves them.
 */
export function effectOf(
  control: ContactControl,
  it: { readonly happeningId: string; readonly at: number },
): ControlEffect {
  const none: ControlEffect = { facts: [], events: [], revokes: control.kind };
  const happening = (what: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
    ({ kind: "happening", happeningId: it.happeningId, at: it.at, what, fields }) as const;
  switch (control.kind) {
    case "preferences":
      return { ...none, facts: preferenceFacts(control) };
    case "cease":
      return {
        ...none,
        facts: [{ name: wishFacts.cease, value: true }],
        events: [happening("request", { about: "cease" })],
      };
    case "resume":
      return { ...none, facts: [{ name: wishFacts.cease, value: undefined }], revokes: null };
    case "representative":
      return { ...none, facts: [{ name: wishFacts.representative, value: control.role }] };
    case "representative-ended":
      return {
        ...none,
        facts: [{ name: wishFacts.representative, value: undefined }],
        revokes: null,
      };
    case "dispute":
      return {
        ...none,
        events: [happening("dispute", { about: control.about, debts: control.accountIds })],
      };
    case "consent":
      return { ...none, events: [happening("consent", { about: control.about })], revokes: null };
    case "withdraw":
      return {
        ...none,
        events: [{ kind: "withdrawal", happeningId: control.happeningId, at: it.at }],
      };
  }
}

function preferenceFacts(
  it: Extract<ContactControl, { kind: "preferences" }>,
): ControlEffect["facts"] {
  const list = (value: readonly Plain[]): Plain | undefined =>
    value.length === 0 ? undefined : value;
  const zone = it.zone === null ? [] : [{ name: wishFacts.zone, value: it.zone }];
  return [
    { name: wishFacts.channels, value: it.channels ?? undefined },
    { name: wishFacts.hours, value: list(it.hours.map((one) => ({ ...one }))) },
    { name: wishFacts.quietHours, value: list(it.quietHours.map((one) => ({ ...one }))) },
    { name: wishFacts.places, value: list(it.placesRefused) },
    ...zone,
  ];
}
