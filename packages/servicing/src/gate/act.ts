import type { Plain } from "@fairdue/proof";

export const contactChannels = [
  "call",
  "sms",
  "email",
  "push",
  "inbox",
  "letter",
  "visit",
  "message",
] as const;
/** `message` is a chat application; `inbox` the app's own; a `visit` is an order, not a message. */
export type ContactChannel = (typeof contactChannels)[number];

export const contactPurposes = [
  "collection",
  "reminder",
  "servicing",
  "notice",
  "marketing",
] as const;
export type ContactPurpose = (typeof contactPurposes)[number];

export const recipientRoles = ["borrower", "co-obligor", "representative", "third-party"] as const;
export type RecipientRole = (typeof recipientRoles)[number];

/** What is said: a template's version with its variables, or free text inspected before. */
export type ContactContent =
  | {
      readonly kind: "template";
      readonly templateId: string;
      readonly version: number;
      readonly language: "zh-CN" | "en";
      /** Digest of the variables (`digestContent`): they themselves are personal, and sealed. */
      readonly digest: string;
    }
  | { readonly kind: "text"; readonly language: "zh-CN" | "en"; readonly digest: string }
  /** A live conversation: the script's name, as what is said can't be known before. */
  | { readonly kind: "script"; readonly script: string };

/** One contact with one person, as it is asked for: the permit is good for exactly this. */
export type ContactAct = {
  readonly borrowerId: string;
  /** The debts that it is about. */
  readonly accountIds: readonly string[];
  readonly channel: ContactChannel;
  readonly purpose: ContactPurpose;
  readonly recipient: {
    readonly role: RecipientRole;
    /** Which of their addresses, by its name in the vault (`phone`, `email`): laws count by it. */
    readonly contactPoint: string;
  };
  readonly content: ContactContent;
  readonly actor: {
    /** The outside agency; null for the lender itself. */
    readonly agencyId: string | null;
    /** Who calls or visits; null for a machine. */
    readonly collectorId: string | null;
    readonly isAutomated: boolean;
  };
  /** Where a visit takes place, or the kind of place that is called (`home`, `workplace`). */
  readonly place: string | null;
  /**
   * What else rules ask of the act, as the asker states it: `teamSize` of a visit, `isRecorded`,
   * `legalStep`, `disclosesDebt`. What is not stated is unknown.
   */
  readonly details?: Readonly<Record<string, ActDetail>>;
};

export type ActDetail = string | number | boolean | readonly string[];

/** The act as plain data, in the form whose canonical spelling is digested. */
export function plainAct(act: ContactAct): Plain {
  return {
    borrowerId: act.borrowerId,
    accountIds: [...act.accountIds].sort(),
    channel: act.channel,
    purpose: act.purpose,
    recipient: { role: act.recipient.role, contactPoint: act.recipient.contactPoint },
    content: { ...act.content },
    actor: {
      agencyId: act.actor.agencyId,
      collectorId: act.actor.collectorId,
      isAutomated: act.actor.isAutomated,
    },
    place: act.place,
    ...(act.details !== undefined && { details: act.details }),
  };
}
