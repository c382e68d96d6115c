import { z } from "@hono/zod-openapi";
import { read } from "../endpoint/endpoint.ts";
import { borrowerIdIn } from "../schema/primitives.ts";

const proof = z.unknown().openapi("ProofFile", {
  description: "A proof file as in docs/proof.md: to be checked with no server of ours.",
});

export const proveLogLeaf = read({
  operationId: "proveLogLeaf",
  path: "/v1/borrowers/{borrowerId}/log/{leafId}",
  tag: "Log",
  summary: "The proof that an entry about a person is in the log",
  scope: "log:read",
  params: z.strictObject({ borrowerId: borrowerIdIn, leafId: z.uuid() }),
  answer: z.object({ proof }).openapi("LogProof"),
  problems: ["log-entry-not-found", "log-entry-not-published"],
});

export const proveMyLogLeaf = read({
  operationId: "proveMyLogLeaf",
  path: "/v1/me/log/{leafId}",
  tag: "Log",
  summary: "The proof that an entry about you is in the log",
  scope: "self:read",
  params: z.strictObject({ leafId: z.uuid() }),
  answer: z.object({ proof }).openapi("MyLogProof"),
  problems: ["log-entry-not-found", "log-entry-not-published"],
});

export const verifyLogRows = read({
  operationId: "verifyLog",
  path: "/v1/log/verification",
  tag: "Log",
  summary: "Re-derive the whole log from its rows, and name every row that was changed",
  scope: "log:read",
  answer: z
    .object({
      size: z.int(),
      checkpoints: z.int(),
      queued: z.int(),
      erased: z.int(),
      faults: z.array(
        z.object({
          table: z.string(),
          row: z.string(),
          says: z.object({ en: z.string(), zh: z.string() }),
        }),
      ),
    })
    .openapi("LogVerification"),
});

export const logEndpoints = [proveLogLeaf, proveMyLogLeaf, verifyLogRows];
