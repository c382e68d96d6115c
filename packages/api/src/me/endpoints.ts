import { z } from "@hono/zod-openapi";
import { planIn } from "../command/plan.ts";
import { ask, read, write } from "../endpoint/endpoint.ts";
import {
  accountIdIn,
  amountMinor,
  amountMinorIn,
  bilingual,
  dayText,
  instantText,
  referenceIn,
} from "../schema/primitives.ts";
import { complaint, myContact, myData, request, wordsIn } from "./schemas.ts";

const tag = "Me";
const accountParams = z.strictObject({ accountId: accountIdIn });

export const readMe = read({
  operationId: "readMe",
  path: "/v1/me",
  tag,
  summary: "Who you are to us, and to whom you may turn",
  scope: "self:read",
  answer: z
    .object({
      borrowerId: z.string(),
      masked: z.record(z.string(), z.string()),
      zone: z.string(),
      today: dayText,
      lender: bilingual.nullable(),
      complaintLine: z.string().nullable(),
      openRequests: z.array(z.string()),
      devices: z.array(z.object({ deviceId: z.string(), name: z.string(), boundAt: instantText })),
    })
    .openapi("Me"),
});

export const drawMyCash = write({
  operationId: "drawMyCash",
  path: "/v1/me/accounts/{accountId}/draws",
  tag,
  summary: "Draw cash on your line, after its full cost was shown",
  scope: "self:write",
  params: accountParams,
  body: z
    .strictObject({
      amountMinor: amountMinorIn,
      plan: planIn,
      agreedCostMinor: z.int().min(0).openapi({
        description: "The whole cost that was shown and agreed to; another cost is refused.",
      }),
    })
    .openapi("DrawMyCash"),
  answer: z.object({ drawId: z.string(), owedMinor: amountMinor }).openapi("MyDraw"),
  problems: [
    "account-not-found",
    "account-not-open",
    "account-frozen",
    "account-quarantined",
    "borrower-died",
    "limit-exceeded",
    "not-offered",
    "cost-above-cap",
    "amount-below-minimum",
    "amount-above-maximum",
    "invalid-request",
  ],
});

export const convertMine = write({
  operationId: "convertMine",
  path: "/v1/me/accounts/{accountId}/conversions",
  tag,
  summary: "Pay a purchase or a bill in instalments, after the true cost was shown",
  scope: "self:write",
  params: accountParams,
  body: z
    .strictObject({
      amountMinor: amountMinorIn,
      of: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("purchase"), purchaseId: referenceIn }),
        z.strictObject({ kind: z.literal("statement"), statementId: referenceIn }),
      ]),
      terms: z.int().min(1).max(120),
      feePpm: z.int().min(0).max(10_000_000),
    })
    .openapi("ConvertMine"),
  answer: z.object({ drawId: z.string(), owedMinor: amountMinor }).openapi("MyConversion"),
  problems: [
    "account-not-found",
    "account-not-open",
    "account-frozen",
    "account-quarantined",
    "not-found",
    "not-offered",
    "cost-above-cap",
    "amount-below-minimum",
    "amount-above-maximum",
  ],
});

export const readMyLimit = read({
  operationId: "readMyLimit",
  path: "/v1/me/accounts/{accountId}/limit",
  tag,
  summary: "Your limit, how it came to be, and what holds it back now",
  scope: "self:read",
  params: accountParams,
  answer: z
    .object({
      accountId: z.string(),
      limitMinor: amountMinor,
      availableMinor: amountMinor,
      usedMinor: amountMinor,
      maximumMinor: amountMinor.openapi({ description: "The most that the product allows." }),
      steps: z.array(z.object({ on: dayText, limitMinor: amountMinor, says: bilingual })),
      reasons: z.array(bilingual).openapi({ description: "Why no more may be used now." }),
    })
    .openapi("MyLimit"),
  problems: ["account-not-found", "as-of-out-of-range"],
});

export const askMyRequest = write({
  operationId: "askMyRequest",
  path: "/v1/me/requests",
  tag,
  summary: "Say that you can't pay, or ask for a review of your limit",
  description:
    "`hardship` pauses collection at once, before anybody has looked at it. Words are not needed.",
  scope: "self:write",
  body: z
    .strictObject({
      kind: z.enum(["hardship", "limit-review", "correction"]),
      accountIds: z.array(accountIdIn).max(50).default([]),
      words: wordsIn.nullable().default(null),
    })
    .openapi("AskMyRequest"),
  answer: request,
  problems: ["request-open-already", "account-not-found"],
});

export const listMyRequests = read({
  operationId: "listMyRequests",
  path: "/v1/me/requests",
  tag,
  summary: "What you asked of us, and by when it is answered",
  scope: "self:read",
  answer: z.object({ items: z.array(request) }).openapi("MyRequests"),
});

export const listMyContacts = read({
  operationId: "listMyContacts",
  path: "/v1/me/contacts",
  tag,
  summary: "Who contacted you, when, by which rule; and what was refused",
  scope: "self:read",
  answer: z.object({ items: z.array(myContact) }).openapi("MyContacts"),
});

export const readMyWishes = read({
  operationId: "readMyWishes",
  path: "/v1/me/contact-controls",
  tag,
  summary: "How you want to be contacted, as it is in force",
  scope: "self:read",
  answer: z
    .object({
      facts: z.array(
        z.object({
          name: z.string(),
          value: z.unknown(),
          source: z.string(),
          knownAt: instantText,
        }),
      ),
      standing: z.array(
        z.object({
          happeningId: z.string(),
          kind: z.string(),
          about: z.string(),
          at: instantText,
        }),
      ),
    })
    .openapi("MyWishes", { description: "Facts by name, and consents and disputes that stand." }),
});

export const fileMyComplaint = write({
  operationId: "fileMyComplaint",
  path: "/v1/me/complaints",
  tag,
  summary: "Complain, or object to a debt or a contact; acknowledged at once",
  description: "An objection to a debt pauses collection of that debt at once.",
  scope: "self:write",
  body: z
    .strictObject({
      about: z.enum(["contact", "amount", "service", "privacy", "fraud", "credit-report", "other"]),
      accountIds: z.array(accountIdIn).max(50).default([]),
      permitId: z.uuid().nullable().default(null),
      words: wordsIn,
      pauses: z.boolean().default(false).openapi({
        description: "Whether collection of the named accounts rests while it is looked into.",
      }),
    })
    .openapi("FileMyComplaint"),
  answer: complaint,
  problems: ["account-not-found"],
});

export const listMyComplaints = read({
  operationId: "listMyComplaints",
  path: "/v1/me/complaints",
  tag,
  summary: "Your complaints, with the day by which each is answered",
  scope: "self:read",
  answer: z.object({ items: z.array(complaint) }).openapi("MyComplaints"),
});

export const exportMyData = ask({
  operationId: "exportMyData",
  path: "/v1/me/data-export",
  tag,
  summary: "Everything that we keep of you, to take with you",
  description: "个人信息保护法 article 45. Personal data in clear, to the person himself.",
  scope: "self:read",
  body: z.strictObject({}),
  answer: myData,
});

export const listMyReads = read({
  operationId: "listMyReads",
  path: "/v1/me/reads",
  tag,
  summary: "Who read your data, when and why",
  scope: "self:read",
  answer: z
    .object({
      items: z.array(
        z.object({
          readAt: instantText,
          actor: z.string(),
          purpose: bilingual,
          fields: z.array(bilingual),
          reason: z.string(),
        }),
      ),
    })
    .openapi("MyReads"),
});

export const correctMyData = write({
  operationId: "correctMyData",
  path: "/v1/me/corrections",
  tag,
  summary: "Correct what you gave us",
  description: "个人信息保护法 article 46. Name, number and identity are checked first, by hand.",
  scope: "self:write",
  body: z
    .strictObject({
      field: z.string().max(40),
      value: z.string().trim().min(1).max(200),
    })
    .openapi("CorrectMyData"),
  answer: z.object({ field: z.string(), masked: z.string() }).openapi("Corrected"),
  problems: ["correction-by-hand"],
});

export const eraseMyData = write({
  operationId: "eraseMyData",
  path: "/v1/me/erasures",
  tag,
  summary: "Delete what the law lets us delete, and say what must stay and why",
  description: "个人信息保护法 article 47: what rests on consent goes at once.",
  scope: "self:write",
  body: z.strictObject({}),
  answer: z
    .object({
      erased: z.array(bilingual),
      kept: z.array(z.object({ field: bilingual, why: bilingual })),
    })
    .openapi("Erased"),
});

export const meEndpoints = [
  readMe,
  drawMyCash,
  convertMine,
  readMyLimit,
  askMyRequest,
  listMyRequests,
  listMyContacts,
  readMyWishes,
  fileMyComplaint,
  listMyComplaints,
  exportMyData,
  listMyReads,
  correctMyData,
  eraseMyData,
];
