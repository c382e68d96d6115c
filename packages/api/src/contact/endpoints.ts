import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { borrowerIdIn, instantText } from "../schema/primitives.ts";
import {
  contactFields,
  contactIn,
  contactOnRecord,
  controlAnswer,
  controlIn,
  gateAnswer,
} from "./schemas.ts";

const tag = "Contacts";

export const requestPermit = write({
  operationId: "requestPermit",
  path: "/v1/permits",
  tag,
  summary: "Ask the gate for one contact",
  description:
    "Decided by the rule packs of the book on facts read in one transaction. If allowed, the quota is reserved across all agencies and a permit is issued; unused, it gives the quota back when it expires.",
  scope: "contacts:ask",
  body: contactIn,
  answer: gateAnswer,
  problems: ["contacts-not-open", "request-key-reused", "template-not-in-use", "invalid-request"],
});

export const requestPermits = write({
  operationId: "requestPermits",
  path: "/v1/permits/batch",
  tag,
  summary: "Ask the gate for a campaign, in one call",
  description: "Up to 1,000 contacts, answered in order; one that can't be decided has a problem.",
  scope: "contacts:ask",
  body: z
    .strictObject({ requests: z.array(contactIn).min(1).max(1000) })
    .openapi("ContactRequests"),
  answer: z
    .object({
      answers: z.array(
        z.union([
          z.object({ answer: gateAnswer }),
          z.object({ problem: z.object({ code: z.string(), detail: z.string() }) }),
        ]),
      ),
    })
    .openapi("GateAnswers"),
});

const redemptionAnswer = z
  .object({
    permitId: z.string(),
    redeemedAt: instantText,
    expiresAt: instantText,
    verifyCode: z.string(),
    messageId: z.string().nullable(),
  })
  .openapi("Redemption");

export const redeemPermit = write({
  operationId: "redeemPermit",
  path: "/v1/permits/redemptions",
  tag,
  summary: "Use a permit: send the text, or begin the call or visit",
  description: "The act must be exactly that of the permit. A permit is used once.",
  scope: "contacts:ask",
  body: z.strictObject({ ...contactFields, token: z.string().max(2000) }).openapi("RedeemPermit"),
  answer: redemptionAnswer,
  problems: [
    "contacts-not-open",
    "template-not-in-use",
    "permit-unknown",
    "permit-for-another-act",
    "permit-expired",
    "permit-redeemed",
    "permit-revoked",
  ],
});

export const sendMessage = write({
  operationId: "sendMessage",
  path: "/v1/messages",
  tag,
  summary: "Ask, and if allowed queue the text, in one call",
  scope: "contacts:ask",
  body: contactIn,
  answer: z
    .object({ decision: gateAnswer, messageId: z.string().nullable() })
    .openapi("SentMessage"),
  problems: ["contacts-not-open", "request-key-reused", "template-not-in-use"],
});

export const tellCallOutcome = write({
  operationId: "tellCallOutcome",
  path: "/v1/borrowers/{borrowerId}/permits/{permitId}/outcome",
  tag,
  summary: "The dialler's webhook: how a call or visit ended",
  description: "Told once for each permit; a recording is given by reference, never by content.",
  scope: "contacts:ask",
  params: z.strictObject({ borrowerId: borrowerIdIn, permitId: z.uuid() }),
  body: z
    .strictObject({
      outcome: z.enum([
        "unanswered",
        "voicemail",
        "conversation",
        "wrong-person",
        "refused",
        "not-delivered",
      ]),
      endedAt: z.iso.datetime(),
      recordingRef: z.string().max(200).nullable().default(null),
    })
    .openapi("CallOutcome"),
  answer: z.object({ revokedPermits: z.array(z.string()) }).openapi("CallOutcomeAnswer"),
  problems: ["permit-unknown", "outcome-told-before"],
});

export const listContacts = read({
  operationId: "listContacts",
  path: "/v1/borrowers/{borrowerId}/contacts",
  tag,
  summary: "What was permitted, and what became of it; the newest first",
  scope: "contacts:read",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  answer: z.object({ contacts: z.array(contactOnRecord) }).openapi("Contacts"),
});

export const openContactsOf = write({
  operationId: "openContacts",
  path: "/v1/books/{bookId}/contacts",
  tag,
  summary: "Begin to keep contact state of people of a book",
  scope: "contacts:ask",
  params: z.strictObject({ bookId: z.string().max(63) }),
  body: z
    .strictObject({ borrowerIds: z.array(borrowerIdIn).min(1).max(1000) })
    .openapi("OpenContacts"),
  answer: z.object({ opened: z.int() }).openapi("OpenedContacts"),
  problems: ["book-not-found", "borrower-not-found"],
});

export const stateContactFacts = write({
  operationId: "stateContactFacts",
  path: "/v1/borrowers/{borrowerId}/contact-facts",
  tag,
  summary: "State or withdraw facts about a person that rules read",
  description:
    "A fact has a source; null withdraws it, from then on it is unknown. Permits that are out die.",
  scope: "contacts:ask",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  body: z
    .strictObject({
      source: z.string().min(1).max(200),
      facts: z.record(
        z.string().regex(/^[a-z][A-Za-z0-9.-]{0,80}$/),
        z
          .union([z.string().max(500), z.int(), z.boolean(), z.array(z.string().max(200)).max(50)])
          .nullable(),
      ),
    })
    .openapi("ContactFacts"),
  answer: z.object({ revokedPermits: z.array(z.string()) }).openapi("ContactFactsAnswer"),
  problems: ["contacts-not-open"],
});

export const setContactControl = write({
  operationId: "setContactControl",
  path: "/v1/borrowers/{borrowerId}/contact-controls",
  tag,
  summary: "On the person's word: preferences, cease, dispute, representative, consent",
  scope: "contacts:ask",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  body: controlIn,
  answer: controlAnswer,
  problems: ["contacts-not-open"],
});

export const setMyContactControl = write({
  operationId: "setMyContactControl",
  path: "/v1/me/contact-controls",
  tag,
  summary: "Your own: channels, hours, stop, dispute, representative, consent",
  scope: "self:write",
  body: controlIn,
  answer: controlAnswer,
  problems: ["contacts-not-open"],
});

export const chooseContactRules = write({
  operationId: "chooseContactRules",
  method: "put",
  path: "/v1/books/{bookId}/contact-rules",
  tag,
  summary: "Choose the rule packs of a book, and state what rules ask of the lender",
  description:
    "The strictest outcome of all chosen packs wins. Without a choice nothing is permitted.",
  scope: "books:write",
  status: 200,
  params: z.strictObject({ bookId: z.string().max(63) }),
  body: z
    .strictObject({
      packs: z
        .array(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/))
        .min(1)
        .max(20),
      facts: z
        .record(z.string().max(80), z.union([z.string().max(200), z.int(), z.boolean()]))
        .default({})
        .openapi({ example: { "lender.kind": "consumer-finance" } }),
    })
    .openapi("ContactRules"),
  answer: z.object({ packs: z.array(z.string()) }).openapi("ChosenContactRules"),
  problems: ["book-not-found"],
});

export const readMyInbox = read({
  operationId: "readMyInbox",
  path: "/v1/me/inbox",
  tag,
  summary: "Your messages, the newest first",
  scope: "self:read",
  answer: z
    .object({
      messages: z.array(
        z.object({
          messageId: z.string(),
          shownAt: instantText,
          readAt: instantText.nullable(),
          verifyCode: z.string(),
          subject: z.string(),
          text: z.string(),
        }),
      ),
    })
    .openapi("Inbox"),
});

export const markMyMessageRead = write({
  operationId: "markMyMessageRead",
  path: "/v1/me/inbox/{messageId}/read",
  tag,
  summary: "Mark a message as read",
  scope: "self:write",
  params: z.strictObject({ messageId: z.uuid() }),
  body: z.strictObject({}).openapi("MarkRead"),
  answer: z.object({ isRead: z.boolean() }).openapi("MarkedRead"),
});

export const subscribePush = write({
  operationId: "subscribePush",
  path: "/v1/me/push-subscriptions",
  tag,
  summary: "Let this device take push messages",
  scope: "self:write",
  body: z
    .strictObject({
      endpoint: z.url({ protocol: /^https$/ }).max(1000),
      keys: z.strictObject({ p256dh: z.string().max(200), auth: z.string().max(100) }),
    })
    .openapi("PushSubscription"),
  answer: z.object({ subscriptionId: z.string() }).openapi("PushSubscribed"),
});

export const contactEndpoints = [
  chooseContactRules,
  listContacts,
  markMyMessageRead,
  openContactsOf,
  readMyInbox,
  redeemPermit,
  requestPermit,
  requestPermits,
  sendMessage,
  setContactControl,
  setMyContactControl,
  stateContactFacts,
  subscribePush,
  tellCallOutcome,
];
