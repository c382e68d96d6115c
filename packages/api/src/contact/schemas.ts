import { z } from "@hono/zod-openapi";
import { accountIdIn, bilingual, borrowerIdIn, instantText } from "../schema/primitives.ts";

export const channels = [
  "call",
  "sms",
  "email",
  "push",
  "inbox",
  "letter",
  "visit",
  "message",
] as const;

const agencyIdIn = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/)
  .nullable()
  .openapi({ description: "The outside agency; null for the lender itself.", example: null });

const valueIn = z.union([z.string().max(200), z.int()]);

export const contentIn = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("template"),
      templateId: z.string().max(63),
      version: z.int().min(1).optional(),
      language: z.enum(["zh-CN", "en"]),
      values: z.record(z.string(), valueIn),
      salt: z.string().max(64).optional().openapi({
        description: "`contentSalt` of the answer, when redeeming what was asked for.",
      }),
    }),
    z.strictObject({ kind: z.literal("script"), script: z.string().min(1).max(63) }),
  ])
  .openapi("ContactContent", {
    description: "A text from a template, or the script of a call or visit.",
  });

/** One contact with one person, as it is asked for. */
export const contactFields = {
  borrowerId: borrowerIdIn,
  accountIds: z.array(accountIdIn).min(1).max(50),
  channel: z.enum(channels),
  purpose: z.enum(["collection", "reminder", "servicing", "notice", "marketing"]),
  recipient: z.strictObject({
    role: z.enum(["borrower", "co-obligor", "representative", "third-party"]),
    contactPoint: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9:_-]{0,63}$/)
      .openapi({
        description:
          "Which of their addresses, by name: `phone`, `email`, `address`. Never the address.",
        example: "phone",
      }),
  }),
  content: contentIn,
  actor: z.strictObject({
    agencyId: agencyIdIn,
    collectorId: z.string().max(64).nullable(),
    isAutomated: z.boolean(),
  }),
  place: z
    .string()
    .max(64)
    .nullable()
    .default(null)
    .openapi({ description: "Kind of place: `home`, `workplace`; null if it does not matter." }),
  details: z
    .record(
      z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
      z.union([z.string().max(200), z.int(), z.boolean(), z.array(z.string().max(64)).max(20)]),
    )
    .optional()
    .openapi({
      description: "What else rules ask of the act; what is not stated is unknown.",
      example: { isRecorded: true },
    }),
} as const;

export const requestKeyIn = z.string().min(1).max(255).openapi({
  description: "Chosen by the caller: the same key again gets the same answer.",
  example: "campaign-7/brw_0197a2",
});

export const contactIn = z
  .strictObject({ ...contactFields, requestKey: requestKeyIn.optional() })
  .openapi("ContactRequest");

export const permit = z
  .object({
    permitId: z.string(),
    borrowerId: z.string(),
    actDigest: z.string(),
    channel: z.enum(channels),
    issuedAt: instantText,
    expiresAt: instantText,
    verifyCode: z.string().openapi({ example: "7K2QXM9D4R" }),
    token: z
      .string()
      .openapi({ description: "Signed with Ed25519; to be handed in when redeemed." }),
  })
  .openapi("Permit", { description: "Single-use, expiring, good for exactly one act." });

export const gateAnswer = z
  .object({
    decisionId: z.string(),
    decidedAt: instantText,
    outcome: z.enum(["allow", "allow-with-flags", "defer-until", "require", "hold", "deny"]),
    earliestAt: instantText.nullable(),
    rules: z.array(z.string()).openapi({ description: "Rules that decided: `pack/rule@version`." }),
    says: bilingual,
    trace: z.unknown().openapi({ description: "Each rule, the facts it used and its result." }),
    permit: permit.nullable(),
    contentSalt: z.string().nullable(),
  })
  .openapi("GateAnswer");

export const contactOnRecord = z
  .object({
    permitId: z.string(),
    channel: z.string(),
    purpose: z.string(),
    agencyId: z.string().nullable(),
    issuedAt: instantText,
    expiresAt: instantText,
    ended: z.string().nullable(),
    reason: z.string().nullable(),
    messageId: z.string().nullable(),
    status: z.string().nullable(),
    verifyCode: z.string(),
    leafId: z.string(),
  })
  .openapi("Contact");

const hourSpan = z.strictObject({
  fromMinute: z.int().min(0).max(1440),
  toMinute: z.int().min(0).max(1440),
});

export const controlIn = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("preferences"),
      channels: z.array(z.enum(channels)).nullable().default(null),
      hours: z.array(hourSpan).max(10).default([]),
      quietHours: z.array(hourSpan).max(10).default([]),
      placesRefused: z.array(z.string().max(64)).max(10).default([]),
      zone: z.string().max(64).nullable().default(null),
    }),
    z.strictObject({ kind: z.literal("cease") }),
    z.strictObject({ kind: z.literal("resume") }),
    z.strictObject({
      kind: z.literal("representative"),
      role: z.enum(["lawyer", "guardian", "adviser"]),
    }),
    z.strictObject({ kind: z.literal("representative-ended") }),
    z.strictObject({
      kind: z.literal("dispute"),
      accountIds: z.array(accountIdIn).min(1).max(50),
      about: z.enum(["amount", "identity", "fraud", "paid", "other"]),
    }),
    z.strictObject({ kind: z.literal("consent"), about: z.string().min(1).max(64) }),
    z.strictObject({ kind: z.literal("withdraw"), happeningId: z.string().min(1).max(64) }),
  ])
  .openapi("ContactControl", {
    description: "What a person decides about how they are contacted; in force at once.",
  });

export const controlAnswer = z
  .object({
    happeningId: z.string().openapi({ description: "By it a consent or dispute is withdrawn." }),
    revokedPermits: z.array(z.string()),
  })
  .openapi("ContactControlAnswer");
