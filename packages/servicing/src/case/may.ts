import type { ContactAct, ContactChannel, ContactPurpose } from "../gate/act.ts";
import { type ContactRules, foresee, foreseeAllowed, type Ruling } from "../gate/decide.ts";
import type { ContactKnowledge } from "../gate/history.ts";

/** Which of a person's addresses a channel uses, by its name in the vault. */
export const contactPoints: Readonly<Record<ContactChannel, string>> = {
  call: "phone",
  sms: "phone",
  email: "email",
  push: "device",
  inbox: "inbox",
  letter: "address",
  visit: "address",
  message: "message",
};

/** Channels in the order in which a collector looks at them. */
export const collectingChannels: readonly ContactChannel[] = [
  "call",
  "sms",
  "inbox",
  "push",
  "email",
  "letter",
  "visit",
];

export type IntendedContact = {
  readonly borrowerId: string;
  readonly accountIds: readonly string[];
  readonly channel: ContactChannel;
  readonly purpose: ContactPurpose;
  readonly agencyId: string | null;
  /** Who calls or visits; null for a machine. */
  readonly collectorId: string | null;
};

/** The act as it would be asked of the gate, before its words are chosen. */
export function intendedAct(it: IntendedContact): ContactAct {
  const isSpoken = it.channel === "call" || it.channel === "visit";
  return {
    borrowerId: it.borrowerId,
    accountIds: it.accountIds,
    channel: it.channel,
    purpose: it.purpose,
    recipient: { role: "borrower", contactPoint: contactPoints[it.channel] },
    content: isSpoken
      ? { kind: "script", script: "intended" }
      : { kind: "text", language: "zh-CN", digest: "" },
    actor: {
      agencyId: it.agencyId,
      collectorId: isSpoken ? it.collectorId : null,
      isAutomated: !isSpoken,
    },
    place: it.channel === "visit" ? "home" : null,
    // What whoever carries it out must keep to anyhow; the gate asks again when it comes to it.
    details: {
      isRightParty: true,
      ...(isSpoken && { isRecorded: true }),
      ...(it.channel === "visit" && { teamSize: 2 }),
    },
  };
}

/** Whether, or from when on within the day, a contact would be lawful. */
export type Lawful =
  | { readonly kind: "yes"; readonly notBefore: number }
  | { readonly kind: "no"; readonly ruling: Ruling };

/**
 * Looks ahead over the working hours of a day: lawful at its start, or from an instant before its
 * end on. What the rules only defer is tried again at the instant they name, since another rule may
 * then stand in the way.
 */
export function lawfulWithin(
  known: ContactKnowledge,
  act: ContactAct,
  it: { readonly rules: ContactRules; readonly from: number; readonly to: number },
): Lawful {
  let at = it.from;
  for (let step = 0; ; step += 1) {
    if (foreseeAllowed({ known, act, rules: it.rules }, at)) return { kind: "yes", notBefore: at };
    const ruling = foresee({ known, act, rules: it.rules }, at);
    const next = ruling.earliestAt;
    if (
      step === 3 ||
      ruling.outcome !== "defer-until" ||
      next === null ||
      next >= it.to ||
      next <= at
    )
      return { kind: "no", ruling };
    at = next;
  }
}
