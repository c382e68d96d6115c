import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { wordsIn } from "../me/schemas.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import {
  accountIdIn,
  amountMinorOrZeroIn,
  bilingual,
  borrowerIdIn,
  reasonIn,
  slugIn,
} from "../schema/primitives.ts";
import { complaintEvent, complaintOnDesk, reportNotice } from "./schemas.ts";

const tag = "Complaints";
const ofBorrower = z.strictObject({ borrowerId: borrowerIdIn });
const ofBook = z.strictObject({ bookId: slugIn });
const ofComplaint = z.strictObject({
  borrowerId: borrowerIdIn,
  complaintId: z.string().regex(/^cmp_[0-9A-Za-z-]{1,48}$/),
});
const zero = amountMinorOrZeroIn.default(0 as never);
const causeIn = z.enum([
  "too-many-contacts",
  "wrong-hours",
  "wrong-person",
  "harsh-words",
  "disclosure",
  "agency-conduct",
  "wrong-amount",
  "payment-not-booked",
  "unclear-terms",
  "wrong-report",
  "not-own-debt",
  "hardship-not-heard",
  "system-fault",
  "no-fault",
]);

export const listComplaints = read({
  operationId: "listComplaints",
  path: "/v1/books/{bookId}/complaints",
  tag,
  summary: "Complaints of a book, the soonest due first",
  scope: "complaints:work",
  params: ofBook,
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(["open", "answered", "withdrawn"]).default("open"),
  }),
  answer: pageOf("ComplaintOnDesk", complaintOnDesk),
  problems: ["book-not-found"],
});

export const countComplaintCauses = read({
  operationId: "countComplaintCauses",
  path: "/v1/books/{bookId}/complaint-causes",
  tag,
  summary: "Why complaints came in the last ninety days",
  scope: "complaints:work",
  params: ofBook,
  answer: z
    .object({
      items: z.array(
        z.object({ about: z.string(), rootCause: bilingual.nullable(), count: z.int() }),
      ),
    })
    .openapi("ComplaintCauses"),
  problems: ["book-not-found"],
});

export const takeComplaint = write({
  operationId: "takeComplaint",
  path: "/v1/borrowers/{borrowerId}/complaints",
  tag,
  summary: "Take a complaint or an objection down, from any channel; acknowledged at once",
  description: "An objection to a debt pauses its collection at once.",
  scope: "cases:work",
  params: ofBorrower,
  body: z
    .strictObject({
      about: z.enum(["contact", "amount", "service", "privacy", "fraud", "credit-report", "other"]),
      channel: z.enum(["phone", "letter", "email", "visit", "regulator", "agency"]),
      accountIds: z.array(accountIdIn).max(50).default([]),
      permitId: z.uuid().nullable().default(null),
      words: wordsIn,
    })
    .openapi("TakeComplaint"),
  answer: complaintOnDesk,
  problems: ["borrower-not-found", "account-not-found"],
});

export const readComplaint = read({
  operationId: "readComplaint",
  path: "/v1/borrowers/{borrowerId}/complaints/{complaintId}",
  tag,
  summary: "One complaint: words, record, causes to choose from",
  scope: "complaints:work",
  params: ofComplaint,
  answer: z
    .object({
      complaint: complaintOnDesk,
      words: z.string(),
      events: z.array(complaintEvent),
      causes: z.array(z.object({ cause: z.string(), title: bilingual })),
    })
    .openapi("ComplaintDetail"),
  problems: ["complaint-not-found"],
});

export const workComplaint = write({
  operationId: "workComplaint",
  path: "/v1/borrowers/{borrowerId}/complaints/{complaintId}/steps",
  tag,
  summary: "Take it, note something, call it complex, or extend its day",
  description: "An extension needs its reason and is told to the person; the record keeps both.",
  scope: "complaints:work",
  params: ofComplaint,
  body: z
    .discriminatedUnion("step", [
      z.strictObject({ step: z.literal("take") }),
      z.strictObject({ step: z.literal("note"), words: wordsIn }),
      z.strictObject({ step: z.literal("complex"), reason: reasonIn }),
      z.strictObject({
        step: z.literal("extend"),
        reason: reasonIn,
        toldBy: z.enum(["sms", "inbox", "letter", "phone"]),
      }),
    ])
    .openapi("WorkComplaint"),
  answer: complaintOnDesk,
  problems: ["complaint-not-found", "complaint-closed"],
});

export const redressComplaint = write({
  operationId: "redressComplaint",
  path: "/v1/borrowers/{borrowerId}/complaints/{complaintId}/redress",
  tag,
  summary: "Give up charges on an account in redress, posted to account and ledger",
  scope: "complaints:work",
  params: ofComplaint,
  body: z
    .strictObject({
      accountId: accountIdIn,
      principalMinor: zero,
      interestMinor: zero,
      feeMinor: zero,
      penaltyMinor: zero,
      reason: reasonIn,
    })
    .openapi("RedressComplaint"),
  answer: z
    .object({ complaint: complaintOnDesk, approvalId: z.string().nullable() })
    .openapi("ComplaintRedressed"),
  problems: [
    "complaint-not-found",
    "complaint-closed",
    "account-not-found",
    "waiver-above-most",
    "account-quarantined",
    "account-not-open",
  ],
});

export const answerComplaint = write({
  operationId: "answerComplaint",
  path: "/v1/borrowers/{borrowerId}/complaints/{complaintId}/answer",
  tag,
  summary: "Answer a complaint: what was found, why it came, what was done",
  description: "Ends the pause, unless the objection is upheld: then the fault is mended first.",
  scope: "complaints:work",
  params: ofComplaint,
  body: z
    .strictObject({
      verdict: z.enum(["upheld", "partly-upheld", "not-upheld"]),
      rootCause: causeIn,
      found: wordsIn,
      language: z.enum(["zh-CN", "en"]).default("zh-CN"),
    })
    .openapi("AnswerComplaint"),
  answer: z.object({ complaint: complaintOnDesk, letter: z.string() }).openapi("ComplaintAnswered"),
  problems: ["complaint-not-found", "complaint-closed"],
});

export const noticeCreditReport = write({
  operationId: "noticeCreditReport",
  path: "/v1/borrowers/{borrowerId}/accounts/{accountId}/credit-report-notices",
  tag,
  summary: "Tell a person before something negative is reported to the credit bureau",
  scope: "complaints:work",
  params: z.strictObject({ borrowerId: borrowerIdIn, accountId: accountIdIn }),
  body: z
    .strictObject({ waitDays: z.int().min(1).max(60).default(10) })
    .openapi("NoticeCreditReport"),
  answer: reportNotice,
  problems: ["account-not-found"],
});

export const settleCreditReport = write({
  operationId: "settleCreditReport",
  path: "/v1/borrowers/{borrowerId}/credit-report-notices/{noticeId}/steps",
  tag,
  summary: "Note that it was reported after the notice, or correct it",
  scope: "complaints:work",
  params: z.strictObject({
    borrowerId: borrowerIdIn,
    noticeId: z.string().regex(/^ntc_[0-9A-Za-z-]{1,48}$/),
  }),
  body: z
    .discriminatedUnion("step", [
      z.strictObject({ step: z.literal("reported") }),
      z.strictObject({ step: z.literal("corrected"), correction: reasonIn }),
    ])
    .openapi("SettleCreditReport"),
  answer: reportNotice,
  problems: ["report-not-due"],
});

export const listCreditReportNotices = read({
  operationId: "listCreditReportNotices",
  path: "/v1/borrowers/{borrowerId}/credit-report-notices",
  tag,
  summary: "Notices before negative reports, and what came of them",
  scope: "cases:read",
  params: ofBorrower,
  answer: z.object({ items: z.array(reportNotice) }).openapi("CreditReportNotices"),
});

export const complaintEndpoints = [
  listComplaints,
  countComplaintCauses,
  takeComplaint,
  readComplaint,
  workComplaint,
  redressComplaint,
  answerComplaint,
  noticeCreditReport,
  settleCreditReport,
  listCreditReportNotices,
];
