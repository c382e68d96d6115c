import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import {
  amountMinor,
  bilingual,
  borrowerIdIn,
  countIn,
  dayIn,
  dayText,
  instantText,
  reasonIn,
  slugIn,
} from "../schema/primitives.ts";
import {
  caseDetail,
  caseIdIn,
  caseWire,
  channelMay,
  claimWire,
  noteWire,
  resultIn,
  timelineItem,
} from "./schemas.ts";

const tag = "Cases";
const ofBook = z.strictObject({ bookId: slugIn });
const ofCase = z.strictObject({ borrowerId: borrowerIdIn, caseId: caseIdIn });
const place = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,62}$/);

export const listCases = read({
  operationId: "listCases",
  path: "/v1/books/{bookId}/cases",
  tag,
  summary: "Cases of a book, filtered and sorted",
  description: "Only cases within the asker's reach.",
  scope: "cases:read",
  params: ofBook,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(["open", "closed"]).default("open"),
    sort: z.enum(["oldest-first", "largest-first", "newest-first"]).default("oldest-first"),
    teamId: place.optional(),
    queueId: place.optional(),
    ownerId: place.optional().openapi({ description: "`me`, `none`, or an id." }),
    dpdMin: countIn({ min: 0, max: 99_999, otherwise: 0 }),
    dpdMax: countIn({ min: 0, max: 99_999, otherwise: 99_999 }),
    overdueMinorMin: countIn({ min: 0, max: 999_999_999, otherwise: 0 }),
    held: z.enum(["yes", "no"]).optional(),
  }),
  answer: pageOf("Case", caseWire),
  problems: ["book-not-found"],
});

export const listCaseBooks = read({
  operationId: "listCaseBooks",
  path: "/v1/case-books",
  tag,
  summary: "Books in which the asker has cases within reach",
  description: "For whoever works on cases and does not read the books themselves.",
  scope: "cases:read",
  answer: z
    .object({
      items: z.array(
        z.object({
          bookId: z.string(),
          name: bilingual,
          currency: z.string(),
          zone: z.string(),
          closedThrough: dayText,
          businessDay: dayText,
        }),
      ),
    })
    .openapi("CaseBooks"),
});

export const listQueues = read({
  operationId: "listQueues",
  path: "/v1/books/{bookId}/queues",
  tag,
  summary: "How full each team's queues are",
  scope: "cases:read",
  params: ofBook,
  answer: z
    .object({
      items: z.array(
        z.object({
          teamId: z.string().nullable(),
          queueId: z.string().nullable(),
          cases: z.int(),
          overdueMinor: amountMinor,
          unowned: z.int(),
          claimed: z.int(),
          held: z.int(),
        }),
      ),
    })
    .openapi("Queues"),
  problems: ["book-not-found"],
});

export const readCase = read({
  operationId: "readCase",
  path: "/v1/borrowers/{borrowerId}/cases/{caseId}",
  tag,
  summary: "One case: debts, promises, notes, the next step of today",
  scope: "cases:read",
  params: ofCase,
  answer: caseDetail,
  problems: ["case-not-found"],
});

export const readTimeline = read({
  operationId: "readTimeline",
  path: "/v1/borrowers/{borrowerId}/timeline",
  tag,
  summary: "Money and words of a person on one line, the newest first",
  description:
    "Account events, buckets and bills on the side of the money; permits, refusals, messages, " +
    "calls, promises, notes and decisions on the side of the words.",
  scope: "cases:read",
  params: z.strictObject({ borrowerId: borrowerIdIn }),
  query: z.strictObject(pageQuery),
  answer: pageOf("Timeline", timelineItem),
  problems: ["borrower-not-found"],
});

export const readMay = read({
  operationId: "readMay",
  path: "/v1/borrowers/{borrowerId}/cases/{caseId}/may",
  tag,
  summary: "What may I do now? Each channel: allowed, not before, or no, with rule and article",
  scope: "cases:read",
  params: ofCase,
  answer: z.object({ at: instantText, channels: z.array(channelMay) }).openapi("CaseMay"),
  problems: ["case-not-found", "contacts-not-open"],
});

export const claimCase = write({
  operationId: "claimCase",
  path: "/v1/borrowers/{borrowerId}/cases/{caseId}/claim",
  tag,
  summary: "Take a case in hand for a quarter of an hour",
  description:
    "Refused while another has it in hand, and says who and until when. A case that nobody owns " +
    "becomes one's own. A team lead may take over, knowingly.",
  scope: "cases:claim",
  params: ofCase,
  body: z.strictObject({ takeOver: z.boolean().default(false) }).openapi("ClaimCase"),
  answer: z.object({ caseId: z.string(), claim: claimWire }).openapi("CaseClaimed"),
  problems: ["case-not-found", "case-closed", "case-claimed", "case-owned-by-another"],
});

export const releaseCase = write({
  operationId: "releaseCase",
  path: "/v1/borrowers/{borrowerId}/cases/{caseId}/release",
  tag,
  summary: "Let go of a case",
  scope: "cases:claim",
  params: ofCase,
  body: z.strictObject({}).openapi("ReleaseCase"),
  answer: z.object({ caseId: z.string() }).openapi("CaseReleased"),
  problems: ["case-not-found", "case-claimed"],
});

export const assignCase = write({
  operationId: "assignCase",
  path: "/v1/borrowers/{borrowerId}/cases/{caseId}/placing",
  tag,
  summary: "Assign a case to a person, team or queue, or transfer it",
  description: "What is left out stays as it is; null takes it away.",
  scope: "cases:assign",
  params: ofCase,
  body: z
    .strictObject({
      ownerId: place.nullable().optional(),
      teamId: place.nullable().optional(),
      queueId: place.nullable().optional(),
      reason: reasonIn,
    })
    .openapi("AssignCase"),
  answer: z.object({ case: caseWire }).openapi("CaseAssigned"),
  problems: ["case-not-found", "case-closed"],
});

export const writeNote = write({
  operationId: "writeNote",
  path: "/v1/borrowers/{borrowerId}/cases/{caseId}/notes",
  tag,
  summary: "Write a note about a case; it is sealed",
  scope: "cases:work",
  params: ofCase,
  body: z.strictObject({ text: z.string().trim().min(1).max(2000) }).openapi("WriteNote"),
  answer: noteWire.omit({ text: true }).openapi("NoteWritten"),
  problems: ["case-not-found"],
});

export const recordResult = write({
  operationId: "recordResult",
  path: "/v1/borrowers/{borrowerId}/cases/{caseId}/results",
  tag,
  summary: "Record what came of an attempt",
  description:
    "`cannot-pay` and `disputes` let collection rest at once; `promise` needs amount and day. " +
    "Refused while another has the case in hand.",
  scope: "cases:work",
  params: ofCase,
  body: resultIn,
  answer: z
    .object({ caseId: z.string(), promiseId: z.string().nullable(), holdId: z.string().nullable() })
    .openapi("ResultRecorded"),
  problems: ["case-not-found", "case-closed", "case-claimed"],
});

export const takeNextCase = write({
  operationId: "takeNextCase",
  path: "/v1/books/{bookId}/next-case",
  tag,
  summary: "Take the next case in hand: the first of one's work list",
  description: "Two people who ask at the same moment get two cases. Null when nothing waits.",
  scope: "cases:claim",
  params: ofBook,
  body: z.strictObject({ queueId: place.optional() }).openapi("TakeNextCase"),
  answer: z.object({ case: caseWire.nullable() }).openapi("NextCase"),
  problems: ["book-not-found"],
});

export const warnEarly = write({
  operationId: "warnEarly",
  path: "/v1/books/{bookId}/early-cases",
  tag,
  summary: "Open a case before anything is overdue, on an early warning",
  scope: "cases:assign",
  params: ofBook,
  body: z
    .strictObject({
      borrowerId: borrowerIdIn,
      until: dayIn,
      reasons: z
        .array(z.string().regex(/^[a-z][a-z0-9.-]{0,62}$/))
        .min(1)
        .max(10),
    })
    .openapi("WarnEarly"),
  answer: z.object({ caseId: z.string() }).openapi("EarlyCase"),
  problems: ["book-not-found", "borrower-not-found"],
});

export const caseEndpoints = [
  listCases,
  listCaseBooks,
  listQueues,
  readCase,
  readTimeline,
  readMay,
  claimCase,
  releaseCase,
  assignCase,
  writeNote,
  recordResult,
  takeNextCase,
  warnEarly,
];
