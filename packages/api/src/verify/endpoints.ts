import { z } from "@hono/zod-openapi";
import { read } from "../endpoint/endpoint.ts";
import { bilingual, instantText } from "../schema/primitives.ts";

/** What anyone who holds a code is told; whom it was for, and what they owe, is not part of it. */
export const verifiedContact = z
  .object({
    verdict: z.enum(["genuine", "not-genuine"]),
    says: bilingual,
    firm: bilingual.nullable(),
    agency: bilingual.nullable(),
    channel: z.string().nullable(),
    contactedAt: instantText.nullable(),
    mayToday: z.array(z.object({ channel: z.string(), may: z.boolean() })),
    mayNever: z.array(bilingual),
    rights: z.array(bilingual),
    complaintLine: z.string().nullable(),
  })
  .openapi("VerifiedContact");

export const listContactReports = read({
  operationId: "listContactReports",
  path: "/v1/contact-reports",
  tag: "Verify",
  summary: "What the public told us of contacts in our name; the newest first",
  scope: "contacts:read",
  answer: z
    .object({
      reports: z.array(
        z.object({
          reportId: z.string(),
          kind: z.string(),
          code: z.string(),
          words: z.string(),
          cameFrom: z.string(),
          reportedAt: instantText,
        }),
      ),
    })
    .openapi("ContactReports"),
});

export const verifyEndpoints = [listContactReports];
