import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { channels } from "../contact/schemas.ts";
import { instantText, reasonIn } from "../schema/primitives.ts";

const tag = "Templates";
const twoTexts = z.strictObject({ "zh-CN": z.string().max(1000), en: z.string().max(1000) });

const templateFields = {
  templateId: z.string().max(63),
  channels: z.array(z.enum(channels)).max(8),
  purpose: z.enum(["collection", "reminder", "servicing", "notice", "marketing"]),
  recipients: z.array(z.enum(["borrower", "co-obligor", "representative", "third-party"])).min(1),
  subject: twoTexts,
  body: twoTexts,
  variables: z.record(z.string(), z.enum(["amount", "day", "count", "text", "name"])),
} as const;

const templateOnRecord = z
  .object({
    ...templateFields,
    version: z.int(),
    author: z.string(),
    writtenAt: instantText,
    isLawful: z.boolean(),
    inspection: z.unknown(),
    approver: z.string().nullable(),
    approvedAt: instantText.nullable(),
    retiredAt: instantText.nullable(),
  })
  .openapi("Template");

export const listTemplates = read({
  operationId: "listTemplates",
  path: "/v1/templates",
  tag,
  summary: "Every version of every template",
  scope: "templates:read",
  answer: z.object({ templates: z.array(templateOnRecord) }).openapi("Templates"),
});

export const writeTemplate = write({
  operationId: "writeTemplate",
  path: "/v1/templates",
  tag,
  summary: "Write the next version of a template",
  description: "It is inspected at once, and sent only after a second person has approved it.",
  scope: "templates:write",
  body: z.strictObject(templateFields).openapi("WriteTemplate"),
  answer: z
    .object({ version: z.int(), isLawful: z.boolean(), inspection: z.unknown() })
    .openapi("WrittenTemplate"),
});

const versionParams = z.strictObject({
  templateId: z.string().max(63),
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
});

export const approveTemplateVersion = write({
  operationId: "approveTemplate",
  path: "/v1/templates/{templateId}/{version}/approval",
  tag,
  summary: "As a second person, approve a version",
  scope: "templates:write",
  params: versionParams,
  body: z.strictObject({}).openapi("ApproveTemplate"),
  answer: z.object({ approver: z.string() }).openapi("ApprovedTemplate"),
  problems: [
    "template-not-found",
    "template-by-same-person",
    "template-objected",
    "template-approved-before",
  ],
});

export const retireTemplateVersion = write({
  operationId: "retireTemplate",
  path: "/v1/templates/{templateId}/{version}/retirement",
  tag,
  summary: "Give no more permits for a version; what was sent stays reproducible",
  scope: "templates:write",
  params: versionParams,
  body: z.strictObject({ reason: reasonIn }).openapi("RetireTemplate"),
  answer: z.object({ isRetired: z.boolean() }).openapi("RetiredTemplate"),
  problems: ["template-not-found"],
});

const frameTexts = z.strictObject({
  "zh-CN": z.string().min(1).max(60),
  en: z.string().min(1).max(60),
});

export const setTextFrame = write({
  operationId: "setTextFrame",
  method: "put",
  path: "/v1/books/{bookId}/text-frame",
  tag,
  summary: "Who writes, how to complain, where to check a code: the frame of every text",
  scope: "templates:write",
  status: 200,
  params: z.strictObject({ bookId: z.string().max(63) }),
  body: z
    .strictObject({
      agencyId: z.string().max(64).nullable().default(null),
      lender: frameTexts,
      agency: frameTexts.nullable().default(null),
      complaintLine: z.string().regex(/^[0-9+() -]{3,30}$/),
      verifyPage: z
        .string()
        .regex(/^[a-z0-9.-]+(\/[a-z0-9./-]*)?$/)
        .max(80),
      currency: z.string().regex(/^[A-Z]{3}$/),
    })
    .openapi("TextFrame"),
  answer: z.object({ bookId: z.string() }).openapi("TextFrameSet"),
  problems: ["book-not-found"],
});

export const templateEndpoints = [
  approveTemplateVersion,
  listTemplates,
  retireTemplateVersion,
  setTextFrame,
  writeTemplate,
];
