import { z } from "@hono/zod-openapi";
import {
  amountMinor,
  bilingual,
  dayIn,
  dayText,
  idIn,
  instantText,
  amountMinorIn,
} from "../schema/primitives.ts";

export const caseIdIn = idIn("Case", "cas_0197a2");

export const claimWire = z
  .object({ by: z.string(), until: instantText })
  .openapi("CaseClaim", { description: "Who works on the case just now, and until when." });

export const caseWire = z
  .object({
    caseId: z.string(),
    borrowerId: z.string(),
    bookId: z.string(),
    maskedName: z.string().nullable(),
    origin: z.enum(["overdue", "early-warning"]),
    openedOn: dayText,
    closedOn: dayText.nullable(),
    closeReason: z.string().nullable(),
    watchUntil: dayText.nullable(),
    debts: z.int(),
    overdueMinor: amountMinor,
    owedMinor: amountMinor,
    dpd: z.int().openapi({ description: "Days since the oldest unpaid due day." }),
    dpdMax: z.int(),
    bucket: z.int(),
    isChargedOff: z.boolean(),
    isSelfCured: z.boolean().nullable(),
    queueId: z.string().nullable(),
    teamId: z.string().nullable(),
    ownerId: z.string().nullable(),
    agencyId: z.string().nullable(),
    claim: claimWire.nullable(),
    holds: z
      .array(z.string())
      .openapi({ description: "Why nobody collects just now; empty when somebody may." }),
  })
  .openapi("Case", { description: "One person's overdue matter, with all their debts in it." });

export const promiseWire = z
  .object({
    promiseId: z.string(),
    amountMinor,
    madeOn: dayText,
    promisedOn: dayText,
    madeBy: z.string(),
    status: z.enum(["open", "kept", "broken", "withdrawn"]),
    paidMinor: amountMinor,
  })
  .openapi("PromiseToPay");

export const noteWire = z
  .object({ noteId: z.string(), writtenAt: instantText, writtenBy: z.string(), text: z.string() })
  .openapi("CaseNote");

export const workItemWire = z
  .object({
    planOn: dayText,
    strategyId: z.string(),
    strategyVersion: z.int(),
    segmentId: z.string(),
    segment: bilingual,
    armId: z.string(),
    treatmentId: z.string().nullable(),
    treatment: bilingual.nullable(),
    channel: z.string().nullable(),
    position: z.int().nullable(),
    notBefore: instantText.nullable(),
    nextStep: bilingual.openapi({ description: "What to do now, as a verb." }),
    words: bilingual.nullable(),
    templateId: z.string().nullable(),
    reason: bilingual,
    expectedMinor: amountMinor,
    isDataThin: z.boolean(),
    status: z.enum(["open", "done", "gone"]),
  })
  .openapi("WorkItem", { description: "The one next step for a person today, and why." });

export const caseDetail = z
  .object({
    case: caseWire,
    debts: z.array(
      z.object({
        accountId: z.string(),
        productId: z.string(),
        status: z.string(),
        dueMinor: amountMinor,
        claimMinor: amountMinor,
        bucket: z.int(),
        oldestUnpaidOn: dayText.nullable(),
      }),
    ),
    promises: z.array(promiseWire),
    notes: z.array(noteWire),
    next: workItemWire.nullable(),
  })
  .openapi("CaseDetail");

export const timelineItem = z
  .object({
    on: dayText,
    at: instantText,
    side: z.enum(["money", "words"]),
    source: z.string(),
    kind: z.string(),
    ref: z.string(),
    actor: z.string().nullable(),
    body: z.unknown(),
  })
  .openapi("TimelineItem");

export const channelMay = z
  .object({
    channel: z.string(),
    outcome: z.enum(["allow", "require", "defer-until", "hold", "deny"]),
    notBefore: instantText.nullable(),
    rules: z.array(z.string()),
    says: bilingual,
    trace: z.unknown(),
  })
  .openapi("ChannelMay", {
    description: "What the gate would say of a contact on this channel now; no permit is made.",
  });

export const caseResultNames = [
  "promise",
  "paid-already",
  "cannot-pay",
  "disputes",
  "asks-to-wait",
  "no-answer",
  "voicemail",
  "busy",
  "wrong-person",
  "left-message",
  "asked-to-stop",
  "other",
] as const;

export const resultIn = z
  .strictObject({
    result: z.enum(caseResultNames),
    channel: z.enum(["call", "sms", "email", "push", "inbox", "letter", "visit", "message"]),
    permitId: z.uuid().optional(),
    promise: z
      .strictObject({ amountMinor: amountMinorIn, promisedOn: dayIn })
      .optional()
      .openapi({ description: "With `promise`: how much, and by which day (at most 31 days)." }),
    note: z.string().trim().min(1).max(2000).optional(),
  })
  .openapi("RecordResult", { description: "What came of an attempt: the outcome, in two taps." });
