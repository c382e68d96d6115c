import { z } from "@hono/zod-openapi";
import { ask, read, write } from "../endpoint/endpoint.ts";
import { borrowerIdIn, countIn, instantText } from "../schema/primitives.ts";

const tag = "People";

/** Fields of the catalogue of personal data, by their names. */
const fieldName = z.enum([
  "name",
  "phone",
  "email",
  "idNumber",
  "birthOn",
  "address",
  "employer",
  "bankCard",
  "income",
]);

const purposeName = z.enum([
  "contact-delivery",
  "credit-assessment",
  "credit-reporting",
  "legal-proceedings",
  "complaint",
  "eligibility",
  "hardship",
  "identification",
  "payment",
  "quality",
  "servicing",
  "sign-in",
  "supervision",
  "visit",
]);

const values = z
  .record(z.string(), z.string())
  .openapi({ description: "By field of the catalogue.", example: { name: "张**" } });

export const personHit = z
  .object({ borrowerId: z.string(), name: z.string().optional(), phone: z.string().optional() })
  .openapi("PersonHit", { description: "Masked." });

export const searchPeople = read({
  operationId: "searchPeople",
  path: "/v1/people",
  tag,
  summary: "Find people by id, account, phone, name or identity number",
  description:
    "Phones, names and identity numbers are found by equality only, through a keyed hash; the " +
    "answer is masked, and holds only people within the asker's reach.",
  scope: "people:search",
  query: z.strictObject({
    q: z.string().min(3).max(80),
    limit: countIn({ min: 1, max: 50, otherwise: 20 }),
  }),
  answer: z.object({ items: z.array(personHit) }).openapi("PeopleFound"),
});

export const readPerson = read({
  operationId: "readPerson",
  path: "/v1/people/{borrowerId}",
  tag,
  summary: "What is on file of a person, masked",
  scope: "borrowers:read",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  answer: z
    .object({
      borrowerId: z.string(),
      masked: values,
      fields: z.array(
        z.object({
          field: z.string(),
          class: z.string(),
          basis: z.string(),
          purposes: z.array(z.string()),
          source: z.string(),
          updatedAt: instantText,
        }),
      ),
    })
    .openapi("Person"),
  problems: ["borrower-not-found"],
});

export const revealPerson = ask({
  operationId: "revealPerson",
  path: "/v1/people/{borrowerId}/reveals",
  tag,
  summary: "Open personal data for a stated purpose",
  description:
    "The catalogue says which field may be read for which purpose. The read is recorded before " +
    "anything is shown, and the borrower sees it.",
  scope: "people:reveal",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  body: z
    .strictObject({
      fields: z.array(fieldName).min(1).max(9),
      purpose: purposeName,
      reason: z.string().min(4).max(200),
    })
    .openapi("RevealPerson"),
  answer: z.object({ borrowerId: z.string(), values }).openapi("PersonRevealed"),
  problems: ["borrower-not-found", "purpose-not-allowed"],
});

export const listPersonReads = read({
  operationId: "listPersonReads",
  path: "/v1/people/{borrowerId}/reads",
  tag,
  summary: "Who read what of a person, when and why",
  scope: "borrowers:read",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  answer: z
    .object({
      items: z.array(
        z.object({
          readAt: instantText,
          actor: z.string(),
          purpose: z.string(),
          fields: z.array(z.string()),
          reason: z.string(),
        }),
      ),
    })
    .openapi("PersonReads"),
  problems: ["borrower-not-found"],
});

export const savePerson = write({
  operationId: "savePerson",
  path: "/v1/people/{borrowerId}/fields",
  tag,
  summary: "Put personal data on file",
  description: "Sealed before they are stored; the answer is masked.",
  scope: "borrowers:write",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  body: z
    .strictObject({
      values: z.partialRecord(fieldName, z.string().min(1).max(200)),
      source: z.string().min(1).max(60),
    })
    .openapi("SavePerson"),
  answer: z.object({ borrowerId: z.string(), masked: values }).openapi("PersonSaved"),
  problems: ["borrower-not-found"],
});

export const peopleEndpoints = [
  searchPeople,
  readPerson,
  revealPerson,
  listPersonReads,
  savePerson,
];
