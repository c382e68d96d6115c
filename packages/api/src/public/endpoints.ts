import { z } from "@hono/zod-openapi";
import { read } from "../endpoint/endpoint.ts";
import { bilingual, dayIn, dayText, instantText, slugIn } from "../schema/primitives.ts";

const tag = "Public";
const bookQuery = {
  bookId: slugIn.optional().openapi({ description: "The first book when left out." }),
};

const span = z.object({
  from: z.int().openapi({ description: "Minute after midnight." }),
  to: z.int(),
  kind: z.enum(["open", "quiet"]),
  rule: z.object({ title: bilingual, article: z.string() }).nullable(),
});

export const readContactDay = read({
  operationId: "readContactDay",
  path: "/v1/public/contact-day",
  tag,
  summary: "The day as the law draws it: when anybody may be called about a debt",
  description: "From the rule packs in force for the book.",
  scope: "public",
  query: z.strictObject(bookQuery),
  answer: z
    .object({
      on: dayText,
      zone: z.string(),
      nowMinute: z.int(),
      packs: z.array(z.object({ id: z.string(), version: z.string(), title: bilingual })),
      spans: z.array(span),
    })
    .openapi("ContactDay"),
});

const rule = z.object({
  id: z.string(),
  title: bilingual,
  test: bilingual,
  remedy: bilingual,
  severity: z.string(),
  force: z.string(),
  inForceFrom: z.string(),
  cite: z.array(z.object({ article: z.string(), status: z.string() })),
});

export const readTreatment = read({
  operationId: "readTreatment",
  path: "/v1/public/treatment",
  tag,
  summary: "How people who are overdue are treated, from the rules in force",
  scope: "public",
  query: z.strictObject(bookQuery),
  answer: z
    .object({
      on: dayText,
      lender: bilingual.nullable(),
      complaintLine: z.string().nullable(),
      packs: z.array(z.object({ id: z.string(), version: z.string(), title: bilingual })),
      complaint: z.object({ days: z.int(), article: z.string(), says: bilingual }),
      mayNever: z.array(bilingual),
      rights: z.array(bilingual),
      chapters: z.array(z.object({ id: z.string(), title: bilingual, rules: z.array(rule) })),
    })
    .openapi("Treatment"),
});

export const readSupervision = read({
  operationId: "readSupervision",
  path: "/v1/public/supervision",
  tag,
  summary: "Figures of a book as they were published, with the leaf that binds them",
  description:
    "Cells of fewer than ten people are hidden. History is kept; /supervision.csv is the same.",
  scope: "public",
  query: z.strictObject({ ...bookQuery, on: dayIn.optional() }),
  answer: z
    .object({
      figures: z.looseObject({ bookId: z.string(), on: dayText }),
      leafId: z.string(),
      publishedAt: instantText,
      days: z.array(dayText),
      books: z.array(z.object({ bookId: z.string(), name: bilingual })),
    })
    .openapi("Supervision"),
  problems: ["publication-not-found"],
});

export const proveSupervision = read({
  operationId: "proveSupervision",
  path: "/v1/public/supervision/{on}/proof",
  tag,
  summary: "The proof that published figures are in the log",
  scope: "public",
  params: z.strictObject({ on: dayIn }),
  query: z.strictObject(bookQuery),
  answer: z.object({ proof: z.unknown(), logKey: z.string() }).openapi("SupervisionProof"),
  problems: ["publication-not-found", "log-entry-not-found", "log-entry-not-published"],
});

export const publicEndpoints = [readContactDay, readTreatment, readSupervision, proveSupervision];
