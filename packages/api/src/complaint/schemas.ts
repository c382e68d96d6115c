import { z } from "@hono/zod-openapi";
import { amountMinor, bilingual, dayText, instantText } from "../schema/primitives.ts";

export const complaintOnDesk = z
  .object({
    complaintId: z.string(),
    borrowerId: z.string(),
    maskedName: z.string().nullable(),
    about: z.string(),
    accountIds: z.array(z.string()),
    permitId: z.string().nullable(),
    channel: z.string(),
    filedAt: instantText,
    answerBy: dayText,
    daysLeft: z.int(),
    escalation: z.int().openapi({ description: "0 desk, 1 lead, 2 compliance, 3 late." }),
    isComplex: z.boolean(),
    isExtended: z.boolean(),
    status: z.enum(["open", "answered", "withdrawn"]),
    ownerId: z.string().nullable(),
    rootCause: bilingual.nullable(),
    verdict: z.string().nullable(),
    redressMinor: amountMinor,
    leafId: z.string(),
  })
  .openapi("ComplaintOnDesk");

export const complaintEvent = z
  .object({
    eventNo: z.int(),
    at: instantText,
    kind: z.string(),
    actor: z.string(),
    body: z.unknown(),
    words: z.string().nullable(),
    leafId: z.string(),
  })
  .openapi("ComplaintEvent");

export const reportNotice = z
  .object({
    noticeId: z.string(),
    accountId: z.string(),
    noticedOn: dayText,
    reportFrom: dayText,
    reportedOn: dayText.nullable(),
    correctedOn: dayText.nullable(),
    correction: z.string().nullable(),
    leafId: z.string(),
  })
  .openapi("CreditReportNotice");
