import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { instantText, reasonIn } from "../schema/primitives.ts";

const tag = "Approvals";

const approvalWire = z
  .object({
    approvalId: z.string(),
    kind: z.string(),
    subject: z.string(),
    asked: z.looseObject({}).openapi({ description: "What is asked for: ids, codes and amounts." }),
    requestedBy: z.string(),
    requestedAt: instantText,
    decidedBy: z.string().nullable(),
    decidedAt: instantText.nullable(),
    decision: z.enum(["approved", "declined"]).nullable(),
    reason: z.string(),
    isOwn: z
      .boolean()
      .openapi({ description: "Asked by whoever reads this, who cannot decide it." }),
  })
  .openapi("Approval");

export const listApprovals = read({
  operationId: "listApprovals",
  path: "/v1/approvals",
  tag,
  summary: "What waits for a second person, or was decided lately",
  scope: "approvals:decide",
  query: z.strictObject({ state: z.enum(["open", "decided"]).default("open") }),
  answer: z.object({ items: z.array(approvalWire) }).openapi("Approvals"),
});

export const decideApproval = write({
  operationId: "decideApproval",
  path: "/v1/approvals/{approvalId}/decision",
  tag,
  summary: "Approve or decline, as a second person; what is approved is done at once",
  scope: "approvals:decide",
  params: z.strictObject({ approvalId: z.string().regex(/^apv_[0-9A-Za-z-]{1,48}$/) }),
  body: z
    .strictObject({ decision: z.enum(["approved", "declined"]), reason: reasonIn })
    .openapi("DecideApproval"),
  answer: approvalWire,
  problems: ["approval-not-found", "approval-decided", "own-approval", "beyond-reach"],
});

export const approvalEndpoints = [listApprovals, decideApproval];
