import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { dayText, instantText, reasonIn, slugIn } from "../schema/primitives.ts";
import { askedChange, changeWire, checksumIn, modelUse } from "./schemas.ts";

const tag = "Models";
const ofBook = z.strictObject({ bookId: slugIn });

export const listModels = read({
  operationId: "listModels",
  path: "/v1/books/{bookId}/models",
  tag,
  summary: "Models, who decides now, what changed, what waits for a second person, what was seen",
  scope: "models:read",
  params: ofBook,
  answer: z
    .object({
      models: z.array(
        z.object({
          checksum: z.string(),
          name: z.string(),
          kind: z.string(),
          registeredBy: z.string(),
          registeredAt: instantText,
        }),
      ),
      inForce: z.array(changeWire),
      changes: z.array(changeWire),
      asked: z.array(askedChange),
      watches: z.array(
        z.object({
          use: modelUse,
          watchedOn: dayText,
          model: z.string(),
          alarms: z.int(),
          report: z.unknown(),
        }),
      ),
    })
    .openapi("Models"),
  problems: ["book-not-found"],
});

export const readModel = read({
  operationId: "readModel",
  path: "/v1/models/{checksum}",
  tag,
  summary: "A model: its card, and the shape of each feature",
  scope: "models:read",
  params: z.strictObject({ checksum: checksumIn }),
  answer: z
    .object({
      checksum: z.string(),
      name: z.string(),
      kind: z.string(),
      card: z.unknown(),
      basePoints: z.int(),
      shapes: z.array(
        z.object({
          features: z.array(
            z.object({ name: z.string(), en: z.string(), zh: z.string(), basis: z.string() }),
          ),
          cuts: z.array(z.array(z.number())),
          points: z.array(z.int()),
          rows: z.array(z.number()),
        }),
      ),
    })
    .openapi("ModelCard"),
  problems: ["model-not-found"],
});

export const askModelChange = write({
  operationId: "askModelChange",
  path: "/v1/books/{bookId}/model-changes",
  tag,
  summary: "Ask for a change of models; a second person decides",
  scope: "models:change",
  params: ofBook,
  body: z
    .strictObject({
      use: modelUse,
      kind: z.enum(["activate", "challenge", "rollback"]),
      model: checksumIn.optional().openapi({ description: "Not for a rollback." }),
      splitPpm: z.int().min(0).max(1_000_000).default(0),
      reason: reasonIn,
    })
    .openapi("AskModelChange"),
  answer: askedChange,
  problems: ["book-not-found", "model-not-found", "model-not-active", "nothing-to-roll-back"],
});

export const declareCreditPolicy = write({
  operationId: "declareCreditPolicy",
  path: "/v1/books/{bookId}/credit-policies",
  tag,
  summary: "Propose a version of the credit policy; a second person decides",
  scope: "models:change",
  params: ofBook,
  body: z.looseObject({}).openapi("CreditPolicy"),
  answer: askedChange,
  problems: ["book-not-found"],
});

export const readCreditPolicy = read({
  operationId: "readCreditPolicy",
  path: "/v1/books/{bookId}/credit-policy",
  tag,
  summary: "The credit policy in force",
  scope: "models:read",
  params: ofBook,
  answer: z.object({ policy: z.unknown() }).openapi("CreditPolicyInForce"),
  problems: ["book-not-found", "policy-not-declared"],
});

export const decideChange = write({
  operationId: "decideChange",
  path: "/v1/books/{bookId}/model-changes/{approvalId}",
  tag,
  summary: "Approve or decline a change that somebody else asked for",
  scope: "models:change",
  params: z.strictObject({ bookId: slugIn, approvalId: z.string().regex(/^apv_[0-9a-f-]{36}$/) }),
  body: z
    .strictObject({ decision: z.enum(["approved", "declined"]), reason: reasonIn })
    .openapi("DecideChange"),
  answer: z
    .object({ approvalId: z.string(), decision: z.enum(["approved", "declined"]) })
    .openapi("ChangeDecided"),
  problems: ["book-not-found", "change-not-found", "change-decided", "own-change"],
});

export const modelEndpoints = [
  listModels,
  readModel,
  askModelChange,
  declareCreditPolicy,
  readCreditPolicy,
  decideChange,
];
