import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { wordsIn } from "../me/schemas.ts";
import {
  accountIdIn,
  bilingual,
  bilingualIn,
  borrowerIdIn,
  dayIn,
  dayText,
  instantText,
  reasonIn,
  slugIn,
} from "../schema/primitives.ts";
import {
  evidenceIn,
  hardshipKindIn,
  hardshipRuling,
  hardshipWire,
  protectionIn,
} from "./schemas.ts";

const tag = "Hardship";
const ofBorrower = z.strictObject({ borrowerId: borrowerIdIn });
const ofBook = z.strictObject({ bookId: slugIn });
const ofRequest = z.strictObject({
  borrowerId: borrowerIdIn,
  requestId: z.string().regex(/^req_[0-9A-Za-z-]{1,48}$/),
});

export const listHardship = read({
  operationId: "listHardship",
  path: "/v1/books/{bookId}/hardship-requests",
  tag,
  summary: "Who said that they can't pay and waits for a decision, the soonest due first",
  scope: "hardship:decide",
  params: ofBook,
  answer: z.object({ items: z.array(hardshipWire) }).openapi("HardshipRequests"),
  problems: ["book-not-found"],
});

export const openHardship = write({
  operationId: "openHardship",
  path: "/v1/borrowers/{borrowerId}/hardship-requests",
  tag,
  summary: "Note that somebody said that they can't pay: collection pauses at once",
  description: "Permits that are out die in the same transaction.",
  scope: "cases:work",
  params: ofBorrower,
  body: z
    .strictObject({
      accountIds: z.array(accountIdIn).max(50).default([]),
      words: wordsIn.nullable().default(null),
    })
    .openapi("OpenHardship"),
  answer: hardshipWire,
  problems: ["borrower-not-found", "account-not-found", "request-open-already"],
});

export const readHardship = read({
  operationId: "readHardship",
  path: "/v1/borrowers/{borrowerId}/hardship-requests/{requestId}",
  tag,
  summary: "One request for help: words, evidence, protections, decisions before",
  scope: "hardship:decide",
  params: ofRequest,
  answer: z
    .object({
      request: hardshipWire,
      words: z.string().nullable(),
      evidence: z.array(
        z.object({
          evidence: z.string(),
          title: bilingual,
          askedAt: instantText,
          ended: z.enum(["seen", "waived"]).nullable(),
        }),
      ),
      kinds: z.array(
        z.object({
          kind: z.string(),
          title: bilingual,
          evidence: z.array(z.object({ evidence: z.string(), title: bilingual })),
          reviewDaysMax: z.int(),
        }),
      ),
      protections: z.array(
        z.object({ protection: z.string(), title: bilingual, since: instantText }),
      ),
      decisions: z.array(hardshipRuling),
    })
    .openapi("HardshipDetail"),
  problems: ["hardship-not-found"],
});

export const noteHardshipEvidence = write({
  operationId: "noteHardshipEvidence",
  path: "/v1/borrowers/{borrowerId}/hardship-requests/{requestId}/evidence",
  tag,
  summary: "Ask for a paper, or note that it was seen or is not needed; no copy is kept",
  scope: "hardship:decide",
  params: ofRequest,
  body: z
    .strictObject({
      kind: hardshipKindIn,
      evidence: evidenceIn,
      step: z.enum(["ask", "seen", "waived"]),
    })
    .openapi("NoteHardshipEvidence"),
  answer: z.object({ evidence: z.string(), step: z.string() }).openapi("HardshipEvidenceNoted"),
  problems: ["hardship-not-found", "hardship-decided"],
});

export const decideHardship = write({
  operationId: "decideHardship",
  path: "/v1/borrowers/{borrowerId}/hardship-requests/{requestId}/decision",
  tag,
  summary: "Decide on a request for help, with a reason",
  description:
    "A grant pauses until a day and names the day of the next look. Declined only after evidence was asked for.",
  scope: "hardship:decide",
  params: ofRequest,
  body: z
    .discriminatedUnion("outcome", [
      z.strictObject({
        outcome: z.literal("granted"),
        kind: hardshipKindIn,
        pauseUntil: dayIn,
        reviewOn: dayIn,
        reason: reasonIn,
      }),
      z.strictObject({ outcome: z.literal("declined"), kind: hardshipKindIn, reason: reasonIn }),
    ])
    .openapi("DecideHardship"),
  answer: hardshipRuling,
  problems: ["hardship-not-found", "hardship-decided"],
});

export const changeProtection = write({
  operationId: "changeProtection",
  path: "/v1/borrowers/{borrowerId}/protections",
  tag,
  summary: "Put somebody under protection, or end it; the gate knows at once",
  scope: "hardship:decide",
  params: ofBorrower,
  body: z
    .strictObject({ protection: protectionIn, stands: z.boolean(), reason: reasonIn })
    .openapi("ChangeProtection"),
  answer: z
    .object({ protections: z.array(z.object({ protection: z.string(), title: bilingual })) })
    .openapi("Protections"),
  problems: ["borrower-not-found", "contacts-not-open"],
});

export const noteDeath = write({
  operationId: "noteDeath",
  path: "/v1/borrowers/{borrowerId}/death",
  tag,
  summary: "Note that somebody has died: all contact ends, accounts follow the law of estates",
  scope: "hardship:decide",
  params: ofBorrower,
  body: z
    .strictObject({
      shownBy: z.enum(["death-certificate", "cancelled-household-entry", "court", "family"]),
    })
    .openapi("NoteDeath"),
  answer: z.object({ accountIds: z.array(z.string()), holds: z.int() }).openapi("DeathNoted"),
  problems: ["borrower-not-found", "contacts-not-open"],
});

export const setRegion = write({
  operationId: "setRegion",
  path: "/v1/borrowers/{borrowerId}/region",
  tag,
  summary: "Where somebody lives, by county (GB/T 2260); disasters are matched by it",
  scope: "cases:work",
  params: ofBorrower,
  body: z.strictObject({ region: z.string().regex(/^\d{6}$/) }).openapi("SetRegion"),
  answer: z.object({ region: z.string() }).openapi("RegionSet"),
  problems: ["borrower-not-found"],
});

export const declareDisaster = write({
  operationId: "declareDisaster",
  path: "/v1/books/{bookId}/disasters",
  tag,
  summary: "Declare a disaster area: nothing ages, no penalty accrues, nobody is asked to pay",
  description:
    "Who lives there gets a moratorium until its last day, at once and as they are found.",
  scope: "hardship:decide",
  params: ofBook,
  body: z
    .strictObject({
      disasterId: slugIn,
      title: bilingualIn,
      regions: z
        .array(z.string().regex(/^(\d{2}|\d{4}|\d{6})$/))
        .min(1)
        .max(200),
      from: dayIn,
      until: dayIn,
    })
    .openapi("DeclareDisaster"),
  answer: z
    .object({ disasterId: z.string(), relieved: z.int(), until: dayText })
    .openapi("DisasterDeclared"),
  problems: ["book-not-found", "id-taken"],
});

export const hardshipEndpoints = [
  listHardship,
  openHardship,
  readHardship,
  noteHardshipEvidence,
  decideHardship,
  changeProtection,
  noteDeath,
  setRegion,
  declareDisaster,
];
