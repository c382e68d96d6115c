import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import { instantText, slugIn } from "../schema/primitives.ts";

const tag = "Webhooks";

const idIn = z
  .string()
  .regex(/^whe_[0-9A-Za-z-]{1,48}$/)
  .openapi({ example: "whe_0197a2" });

const topicIn = z
  .string()
  .max(64)
  .regex(/^(\*|[a-z][a-z-]*\.(\*|[a-z][a-z-]*))$/)
  .openapi({ description: "`account.repaid`, `account.*` or `*`.", example: "account.*" });

/** https anywhere; plain http only to this machine, for trying things out. */
const urlIn = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((text) => isAllowed(text), {
    message: "an https address without name and password in it (http only to this machine)",
  })
  .openapi({ example: "https://example.org/hooks/fairdue" });

function isAllowed(text: string): boolean {
  const read = URL.canParse(text) ? new URL(text) : undefined;
  if (read === undefined || read.username !== "" || read.password !== "") return false;
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(read.hostname);
  return read.protocol === "https:" || (read.protocol === "http:" && isLocal);
}

export const webhook = z
  .object({
    webhookId: z.string(),
    bookId: z.string(),
    url: z.string(),
    topics: z.array(z.string()),
    createdAt: instantText,
    disabledAt: instantText.nullable(),
    disabledFor: z.string().nullable(),
  })
  .openapi("Webhook");

const withSecret = webhook
  .extend({
    secret: z.string().openapi({
      description: "Signs every message; shown here only, so keep it now. `whsec_` and base64.",
    }),
  })
  .openapi("WebhookWithSecret");

export const listWebhooks = read({
  operationId: "listWebhooks",
  path: "/v1/webhooks",
  tag,
  summary: "Endpoints to which we send",
  scope: "webhooks:read",
  answer: z.object({ items: z.array(webhook) }).openapi("Webhooks"),
});

export const addWebhook = write({
  operationId: "addWebhook",
  path: "/v1/webhooks",
  tag,
  summary: "Send messages to an address",
  description:
    "Messages follow Standard Webhooks: headers `webhook-id`, `webhook-timestamp`, " +
    "`webhook-signature`; see docs/guides/webhooks.md.",
  scope: "webhooks:write",
  body: z
    .strictObject({
      webhookId: idIn.optional(),
      bookId: slugIn,
      url: urlIn,
      topics: z.array(topicIn).min(1).max(50),
    })
    .openapi("AddWebhook"),
  answer: withSecret,
  problems: ["book-not-found", "webhook-exists"],
});

const params = z.strictObject({ webhookId: idIn });

export const removeWebhook = write({
  operationId: "removeWebhook",
  path: "/v1/webhooks/{webhookId}/disablements",
  tag,
  summary: "Stop sending to an address",
  scope: "webhooks:write",
  params,
  body: z.strictObject({}).openapi("DisableWebhook"),
  answer: webhook,
  problems: ["webhook-not-found"],
});

const delivery = z
  .object({
    messageId: z.string().openapi({ description: "The `webhook-id` header of the message." }),
    topic: z.string(),
    createdAt: instantText,
    attempts: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    dueAt: instantText
      .nullable()
      .openapi({ description: "Next attempt; null when there is none." }),
    deliveredAt: instantText.nullable(),
  })
  .openapi("WebhookDelivery");

export const listDeliveries = read({
  operationId: "listDeliveries",
  path: "/v1/webhooks/{webhookId}/deliveries",
  tag,
  summary: "Messages for an endpoint and how their delivery stands",
  scope: "webhooks:read",
  params,
  query: z.strictObject(pageQuery),
  answer: pageOf("WebhookDelivery", delivery),
  problems: ["webhook-not-found"],
});

export const webhookEndpoints = [listWebhooks, addWebhook, removeWebhook, listDeliveries];
