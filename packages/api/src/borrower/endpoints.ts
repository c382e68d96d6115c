import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import { borrowerIdIn, instantText } from "../schema/primitives.ts";

export const borrower = z
  .object({ borrowerId: z.string(), createdAt: instantText })
  .openapi("Borrower", {
    description: "The person who owes. Who it is stands elsewhere, encrypted; here is an id only.",
  });

export const listBorrowers = read({
  operationId: "listBorrowers",
  path: "/v1/borrowers",
  tag: "Borrowers",
  summary: "Borrowers, in the order of their ids",
  scope: "borrowers:read",
  query: z.strictObject(pageQuery),
  answer: pageOf("Borrower", borrower),
});

export const readBorrower = read({
  operationId: "readBorrower",
  path: "/v1/borrowers/{borrowerId}",
  tag: "Borrowers",
  summary: "One borrower",
  scope: "borrowers:read",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  answer: borrower,
  problems: ["borrower-not-found"],
});

export const addBorrower = write({
  operationId: "addBorrower",
  path: "/v1/borrowers",
  tag: "Borrowers",
  summary: "Add a borrower",
  scope: "borrowers:write",
  body: z
    .strictObject({
      borrowerId: borrowerIdIn
        .optional()
        .openapi({ description: "Made up when left out.", example: "brw_0197a2" }),
    })
    .openapi("AddBorrower"),
  answer: borrower,
  problems: ["borrower-exists"],
});

export const borrowerEndpoints = [listBorrowers, addBorrower, readBorrower];
