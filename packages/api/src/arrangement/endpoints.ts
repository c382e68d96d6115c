import { z } from "@hono/zod-openapi";
import { ask, read, write } from "../endpoint/endpoint.ts";
import {
  accountIdIn,
  amountMinor,
  bilingual,
  borrowerIdIn,
  dayIn,
  dayText,
  reasonIn,
  slugIn,
} from "../schema/primitives.ts";
import {
  affordability,
  arrangementQuote,
  arrangementTerms,
  arrangementTermsIn,
  arrangementWire,
  worksheetIn,
} from "./schemas.ts";

const tag = "Arrangements";
const ofBorrower = z.strictObject({ borrowerId: borrowerIdIn });
const ofAccount = z.strictObject({ borrowerId: borrowerIdIn, accountId: accountIdIn });
const arrangementIdIn = z.string().regex(/^arr_[0-9A-Za-z-]{1,48}$/);
const worksheetIdIn = z.string().regex(/^wks_[0-9A-Za-z-]{1,48}$/);
const ofArrangement = z.strictObject({ borrowerId: borrowerIdIn, arrangementId: arrangementIdIn });
const ofBook = z.strictObject({ bookId: slugIn });

export const takeWorksheet = write({
  operationId: "takeWorksheet",
  path: "/v1/borrowers/{borrowerId}/worksheets",
  tag,
  summary: "Take down income and needs; answers with what can be paid each month",
  description: "The figures are sealed under the person's key. Needs count at least as the floor.",
  scope: "arrangements:offer",
  params: ofBorrower,
  body: worksheetIn,
  answer: affordability,
  problems: ["borrower-not-found"],
});

export const readWorksheet = read({
  operationId: "readWorksheet",
  path: "/v1/borrowers/{borrowerId}/worksheet",
  tag,
  summary: "The newest worksheet, opened to make or explain an offer",
  scope: "arrangements:offer",
  params: ofBorrower,
  answer: z
    .object({
      takenBy: z.string(),
      figures: z.record(z.string(), z.int()),
      affordability,
    })
    .openapi("WorksheetTaken"),
  problems: ["worksheet-not-found"],
});

export const askArrangementOptions = ask({
  operationId: "askArrangementOptions",
  path: "/v1/borrowers/{borrowerId}/accounts/{accountId}/arrangement-options",
  tag,
  summary: "What the policy in force offers this account, with the full cost of each",
  description:
    "By days past due, hardship and the worksheet alone; `likeness` names the cases that get the same.",
  scope: "arrangements:offer",
  params: ofAccount,
  body: z.strictObject({ worksheetId: worksheetIdIn.optional() }).openapi("AskArrangementOptions"),
  answer: z
    .object({
      policy: z.string(),
      band: bilingual.nullable(),
      likeness: z.string(),
      payableMinor: amountMinor.nullable(),
      options: z.array(
        z.object({
          templateId: z.string(),
          title: bilingual,
          terms: arrangementTerms,
          quote: arrangementQuote,
          isAffordable: z.boolean().nullable(),
          needsSecondPerson: z.boolean(),
        }),
      ),
    })
    .openapi("ArrangementOptions"),
  problems: ["account-not-found", "worksheet-not-found"],
});

export const offerArrangement = write({
  operationId: "offerArrangement",
  path: "/v1/borrowers/{borrowerId}/accounts/{accountId}/arrangements",
  tag,
  summary: "Make an offer; within the policy it stands at once",
  description:
    "Terms that the policy does not make need `exception`, a reason, and a second person. So does " +
    "a waiver above the limit of the role.",
  scope: "arrangements:offer",
  params: ofAccount,
  body: z
    .strictObject({
      terms: arrangementTermsIn,
      worksheetId: worksheetIdIn.optional(),
      exception: reasonIn.optional(),
    })
    .openapi("OfferArrangement"),
  answer: arrangementWire,
  problems: [
    "account-not-found",
    "worksheet-not-found",
    "offer-not-in-policy",
    "against-plan-law",
    "waiver-above-most",
    "not-offered",
    "nothing-overdue",
    "account-not-open",
  ],
});

export const listArrangements = read({
  operationId: "listArrangements",
  path: "/v1/borrowers/{borrowerId}/arrangements",
  tag,
  summary: "Offers and arrangements of a person, the newest first",
  scope: "cases:read",
  params: ofBorrower,
  answer: z.object({ items: z.array(arrangementWire) }).openapi("Arrangements"),
});

export const acceptArrangement = write({
  operationId: "acceptArrangement",
  path: "/v1/borrowers/{borrowerId}/arrangements/{arrangementId}/acceptance",
  tag,
  summary: "Take the person's yes: posts it to account and ledger, and collection stops",
  scope: "arrangements:offer",
  params: ofArrangement,
  body: z
    .strictObject({ said: z.enum(["phone", "letter", "in-person", "page"]) })
    .openapi("AcceptArrangement"),
  answer: arrangementWire,
  problems: [
    "arrangement-not-found",
    "arrangement-not-open",
    "arrangement-running",
    "account-quarantined",
    "account-not-open",
    "not-offered",
    "nothing-overdue",
  ],
});

export const endArrangement = write({
  operationId: "endArrangement",
  path: "/v1/borrowers/{borrowerId}/arrangements/{arrangementId}/end",
  tag,
  summary: "Take an offer back, or note that the person declined it",
  scope: "arrangements:offer",
  params: ofArrangement,
  body: z
    .strictObject({ as: z.enum(["withdrawn", "declined"]), reason: reasonIn })
    .openapi("EndArrangement"),
  answer: arrangementWire,
  problems: ["arrangement-not-found", "arrangement-not-open"],
});

const letter = z
  .object({ subject: z.string(), text: z.string(), elements: z.array(z.string()) })
  .openapi("ArrangementLetter");
const letterQuery = z.strictObject({ language: z.enum(["zh-CN", "en"]).default("zh-CN") });

export const readArrangementLetter = read({
  operationId: "readArrangementLetter",
  path: "/v1/borrowers/{borrowerId}/arrangements/{arrangementId}/letter",
  tag,
  summary: "The offer letter, with every payment and the full cost",
  description: "The same as PDF under `/files/borrowers/…/letter.pdf`.",
  scope: "cases:read",
  params: ofArrangement,
  query: letterQuery,
  answer: letter,
  problems: ["arrangement-not-found"],
});

export const compareArrangements = read({
  operationId: "compareArrangements",
  path: "/v1/books/{bookId}/offer-comparison",
  tag,
  summary: "What like cases were offered, between two days",
  description: "One row for each likeness and kind; a span that is not a point asks for a reason.",
  scope: "cases:read",
  params: ofBook,
  query: z.strictObject({ from: dayIn.optional(), until: dayIn.optional() }),
  answer: z
    .object({
      items: z.array(
        z.object({
          likeness: z.string(),
          kind: z.string(),
          title: bilingual,
          isException: z.boolean(),
          offers: z.int(),
          accepted: z.int(),
          people: z.int(),
          monthsLeast: z.int().nullable(),
          monthsMost: z.int().nullable(),
          givenUpPpmLeast: z.int(),
          givenUpPpmMost: z.int(),
        }),
      ),
    })
    .openapi("OfferComparison"),
  problems: ["book-not-found"],
});

export const readOfferPolicy = read({
  operationId: "readOfferPolicy",
  path: "/v1/books/{bookId}/offer-policy",
  tag,
  summary: "The offer policy in force today, as it was declared",
  scope: "cases:read",
  params: ofBook,
  answer: z.object({ policy: z.looseObject({}) }).openapi("OfferPolicyInForce"),
  problems: ["book-not-found"],
});

export const declareOfferPolicy = write({
  operationId: "declareOfferPolicy",
  path: "/v1/books/{bookId}/offer-policies",
  tag,
  summary: "Declare an offer policy from a day on",
  scope: "books:write",
  params: ofBook,
  body: z
    .strictObject({
      from: dayIn,
      policy: z.looseObject({ policyId: slugIn, version: z.int().min(1) }),
    })
    .openapi("DeclareOfferPolicy"),
  answer: z
    .object({ policyId: z.string(), version: z.int(), from: dayText })
    .openapi("OfferPolicyDeclared"),
  problems: ["book-not-found", "id-taken"],
});

export const listMyArrangements = read({
  operationId: "listMyArrangements",
  path: "/v1/me/arrangements",
  tag,
  summary: "What we offered you, and what you agreed to",
  scope: "self:read",
  answer: z.object({ items: z.array(arrangementWire) }).openapi("MyArrangements"),
});

export const acceptMyArrangement = write({
  operationId: "acceptMyArrangement",
  path: "/v1/me/arrangements/{arrangementId}/acceptance",
  tag,
  summary: "Accept an offer, after its full cost was shown",
  scope: "self:write",
  params: z.strictObject({ arrangementId: arrangementIdIn }),
  body: z
    .strictObject({
      agreedTotalMinor: z.int().min(0).openapi({ description: "The total that was shown." }),
    })
    .openapi("AcceptMyArrangement"),
  answer: arrangementWire,
  problems: [
    "arrangement-not-found",
    "arrangement-not-open",
    "arrangement-running",
    "account-quarantined",
    "account-not-open",
    "not-offered",
    "nothing-overdue",
  ],
});

export const readMyArrangementLetter = read({
  operationId: "readMyArrangementLetter",
  path: "/v1/me/arrangements/{arrangementId}/letter",
  tag,
  summary: "The offer letter, word for word",
  scope: "self:read",
  params: z.strictObject({ arrangementId: arrangementIdIn }),
  query: letterQuery,
  answer: letter,
  problems: ["arrangement-not-found"],
});

export const arrangementEndpoints = [
  takeWorksheet,
  readWorksheet,
  askArrangementOptions,
  offerArrangement,
  listArrangements,
  acceptArrangement,
  endArrangement,
  readArrangementLetter,
  compareArrangements,
  readOfferPolicy,
  declareOfferPolicy,
  listMyArrangements,
  acceptMyArrangement,
  readMyArrangementLetter,
];
