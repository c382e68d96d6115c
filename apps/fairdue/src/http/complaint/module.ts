import {
  answerComplaint,
  countComplaintCauses,
  listComplaints,
  listCreditReportNotices,
  noticeCreditReport,
  readComplaint,
  redressComplaint,
  refusal,
  type Refused,
  settleCreditReport,
  takeComplaint,
  workComplaint,
} from "@fairdue/api";
import {
  accepted,
  addDays,
  type EpochDay,
  formatDay,
  type Outcome,
  parseId,
  present,
  refused,
} from "@fairdue/kernel";
import { answerLetter, disputesDebt, rootCauseIds, rootCauses } from "@fairdue/servicing";
import {
  bookOfBorrower,
  complaintCauses,
  type ComplaintKey,
  type ComplaintOnDesk,
  endHolds,
  insertComplaintEvent,
  insertMessages,
  insertReportNotice,
  listComplaints as storedComplaints,
  loadAccount,
  loadBook,
  loadComplaint,
  loadComplaintEvents,
  loadComplaints,
  loadFrame,
  loadReportNotices,
  lockComplaint,
  saveComplaint,
  saveReport,
  type Sql,
  type Transaction,
} from "@fairdue/store";
import { answerDayOf, filedOnOf, takeDown } from "../../forbearance/complaints.ts";
import { endDispute, personInBook, tellGate } from "../../forbearance/person.ts";
import { businessDay } from "../account/view.ts";
import { businessDayOf } from "../book/wire.ts";
import { paged, readCursor } from "../compose/cursor.ts";
import { answers, type Asked, type HttpModule, type Reply, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { complaintPlace } from "../../forbearance/places.ts";
import { redress } from "./redress.ts";
import { causeTitle, complaintsToWire, complaintToWire, noticeToWire } from "./wire.ts";

/** The complaints desk: from any channel, with its day, to the answer. */
export const complaintModule: HttpModule = {
  name: "complaint",
  operations: [
    answers(listComplaints, async (shell, { params, query }) => {
      const book = await loadBook(shell.database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const cursor = readCursor(query.cursor, ["number", "string"]);
      if (!cursor.ok) return cursor;
      const { database } = shell;
      const complaints = await storedComplaints(database, {
        bookId: book.bookId,
        status: query.status,
        after: cursor.value && {
          answerBy: Number(cursor.value[0]) as EpochDay,
          complaintId: String(cursor.value[1]),
        },
        count: query.limit + 1,
      });
      const on = businessDayOf(book, shell.now());
      const wires = await complaintsToWire(shell, database, { complaints, on });
      return accepted(
        paged(
          complaints.map((it, k) => ({ it, wire: wires[k]! })),
          query.limit,
          { key: ({ it }) => [it.answerBy, it.complaintId], toWire: ({ wire }) => wire },
        ),
      );
    }),
    answers(countComplaintCauses, async (shell, { params }) => {
      if (!(await loadBook(shell.database, params.bookId)))
        return refused(refusal("book-not-found"));
      const until = shell.now();
      const span = { ...params, from: until - 90 * 86_400_000, until };
      const rows = await complaintCauses(shell.database, span);
      return accepted({
        items: rows.map((row) => ({ ...row, rootCause: causeTitle(row.rootCause) })),
      });
    }),
    writes(takeComplaint, async (shell, { params, body, actor }, tx) => {
      const { borrowerId } = params;
      const { accountIds } = body;
      const person = await personInBook(shell, tx, { borrowerId, accountIds });
      if (!person.ok) return person;
      const taken = { ...body, disputes: disputesDebt(body.about), actor: actor.actorId };
      const filed = await takeDown(shell, tx, person.value, taken);
      return accepted(complaintToWire(filed, { on: person.value.today, maskedName: null }));
    }),
    answers(readComplaint, detail),
    writes(workComplaint, step),
    writes(redressComplaint, async (shell, { params, body, actor }, tx) => {
      const open = await openComplaint(shell, tx, params);
      if (!open.ok) return open;
      const { accountId, reason, ...amounts } = body;
      const done = await redress(shell, tx, { ...params, accountId, reason, amounts, by: actor });
      if (!done.ok) return done;
      const complaint = await toWireNow(shell, tx, params);
      return accepted({ complaint, approvalId: done.value.approvalId });
    }),
    writes(answerComplaint, answer),
    ...reportOperations(),
  ],
};

type Open = { readonly it: ComplaintOnDesk; readonly bookId: string; readonly on: EpochDay };

/** A complaint, locked and not yet answered. */
async function openComplaint(
  shell: Shell,
  tx: Transaction,
  key: ComplaintKey,
): Promise<Outcome<Open, Refused>> {
  const it = await lockComplaint(tx, key);
  if (it === undefined) return refused(refusal("complaint-not-found"));
  if (it.status !== "open") return refused(refusal("complaint-closed"));
  const bookId = await bookOf(tx, it);
  return accepted({ it, bookId, on: await businessDay(shell, tx, bookId) });
}

async function bookOf(sql: Sql, it: ComplaintOnDesk): Promise<string> {
  return it.bookId ?? present(await bookOfBorrower(sql, it.borrowerId), "the book of a person");
}

async function toWireNow(shell: Shell, sql: Sql, key: ComplaintKey) {
  const it = present(await loadComplaint(sql, key), "a complaint");
  const on = await businessDay(shell, sql, await bookOf(sql, it));
  const [wire] = await complaintsToWire(shell, sql, { complaints: [it], on });
  return present(wire, "one complaint");
}

async function detail(
  shell: Shell,
  { params }: Asked<typeof readComplaint>,
): Promise<Reply<typeof readComplaint>> {
  const { database, vault } = shell;
  const it = await loadComplaint(database, params);
  if (it === undefined) return refused(refusal("complaint-not-found"));
  const open = (sealed: Buffer): Promise<string> =>
    vault.unseal(database, it.borrowerId, sealed, complaintPlace);
  const events = [];
  for (const { sealedWords, ...event } of await loadComplaintEvents(database, params)) {
    const words = sealedWords === null ? null : await open(sealedWords);
    events.push({ ...event, at: at(event.at), words });
  }
  return accepted({
    complaint: await toWireNow(shell, database, params),
    words: await open(it.sealedWords),
    events,
    causes: rootCauseIds.map((cause) => ({ cause, title: rootCauses[cause] })),
  });
}

async function step(
  shell: Shell,
  { params, body, actor }: Asked<typeof workComplaint>,
  tx: Transaction,
): Promise<Reply<typeof workComplaint>> {
  const open = await openComplaint(shell, tx, params);
  if (!open.ok) return open;
  const { it, bookId } = open.value;
  const base = { at: shell.now(), actor: actor.actorId };
  if (body.step === "take") {
    await saveComplaint(tx, params, { ownerId: actor.actorId, bookId });
    await insertComplaintEvent(tx, params, { ...base, kind: "taken", body: {} });
  } else if (body.step === "note") {
    const sealedWords = await shell.vault.seal(tx, it.borrowerId, body.words, complaintPlace);
    await insertComplaintEvent(tx, params, { ...base, kind: "noted", body: {}, sealedWords });
  } else {
    const isComplex = it.isComplex || body.step === "complex";
    const isExtended = it.isExtended || body.step === "extend";
    const filedOn = await filedOnOf(tx, bookId, it);
    const matter = { about: it.about, filedOn, isComplex, isExtended };
    const answerBy = await answerDayOf(tx, bookId, matter);
    await saveComplaint(tx, params, { isComplex, isExtended, answerBy, bookId });
    await insertComplaintEvent(tx, params, {
      ...base,
      kind: body.step === "complex" ? "called-complex" : "extended",
      body: {
        reason: body.reason,
        answerBy: formatDay(answerBy),
        ...(body.step === "extend" ? { toldBy: body.toldBy } : {}),
      },
    });
  }
  return accepted(await toWireNow(shell, tx, params));
}

async function answer(
  shell: Shell,
  { params, body, actor }: Asked<typeof answerComplaint>,
  tx: Transaction,
): Promise<Reply<typeof answerComplaint>> {
  const open = await openComplaint(shell, tx, params);
  if (!open.ok) return open;
  const { it, bookId, on } = open.value;
  const { borrowerId, complaintId } = params;
  const book = present(await loadBook(tx, bookId), "the book of a complaint");
  const frame = await loadFrame(tx, bookId, null);
  const letter = answerLetter(
    {
      complaintId,
      filedOn: formatDay(await filedOnOf(tx, bookId, it)),
      answeredOn: formatDay(on),
      verdict: body.verdict,
      found: body.found,
      redressMinor: it.redressMinor,
      currency: book.currency,
      complaintLine: frame?.complaintLine ?? null,
    },
    body.language,
  );
  const { verdict, rootCause } = body;
  const answeredAt = shell.now();
  await saveComplaint(tx, params, { verdict, rootCause, status: "answered", answeredAt, bookId });
  await insertComplaintEvent(tx, params, {
    at: answeredAt,
    kind: "answered",
    actor: actor.actorId,
    body: { verdict, rootCause, daysLeft: it.answerBy - on },
    sealedWords: await shell.vault.seal(tx, borrowerId, letter, complaintPlace),
  });
  await releasePause(shell, tx, { it, on, isUpheld: verdict === "upheld", actor: actor.actorId });
  return accepted({ complaint: await toWireNow(shell, tx, params), letter });
}

/** An objection that holds keeps its pause until the account is mended: then staff ends it by hand. */
async function releasePause(
  shell: Shell,
  tx: Transaction,
  {
    it,
    on,
    isUpheld,
    actor,
  }: {
    readonly it: ComplaintOnDesk;
    readonly on: EpochDay;
    readonly isUpheld: boolean;
    readonly actor: string;
  },
): Promise<void> {
  const { borrowerId, complaintId } = it;
  const others = (await loadComplaints(tx, borrowerId)).some((one) => one.status === "open");
  if (!others)
    await tellGate(tx, {
      borrowerId,
      facts: [{ name: "complaint.isOpen", value: undefined }],
      source: complaintId,
      revokes: null,
    });
  if (isUpheld && disputesDebt(it.about)) return;
  const source = complaintId;
  const held = await endHolds(tx, { borrowerId, source, reason: "answered", on, actor });
  if (held > 0 || disputesDebt(it.about)) await endDispute(shell, tx, { borrowerId, source });
}

function reportOperations() {
  return [
    writes(noticeCreditReport, async (shell, { params, body, actor }, tx) => {
      const account = await loadAccount(tx, shell.products, params);
      if (!account) return refused(refusal("account-not-found"));
      const noticedOn = await businessDay(shell, tx, account.bookId);
      const reportFrom = addDays(noticedOn, body.waitDays);
      const made = { ...params, noticedOn, reportFrom, by: actor.actorId, at: shell.now() };
      return accepted(noticeToWire(await insertReportNotice(tx, made)));
    }),
    writes(settleCreditReport, async (shell, { params, body }, tx) => {
      const bookId = await bookOfBorrower(tx, params.borrowerId);
      if (bookId === undefined) return refused(refusal("report-not-due"));
      const on = await businessDay(shell, tx, bookId);
      const correction = body.step === "corrected" ? body.correction : null;
      const saved = await saveReport(tx, { ...params, on, at: shell.now(), correction });
      if (saved === undefined) return refused(refusal("report-not-due"));
      const { borrowerId, noticeId } = params;
      await insertMessages(tx, [
        {
          borrowerId,
          bookId,
          topic: `credit-report.${body.step}`,
          body: { noticeId, accountId: saved.accountId },
        },
      ]);
      return accepted(noticeToWire(saved));
    }),
    answers(listCreditReportNotices, async ({ database }, { params }) => {
      const known = parseId("Borrower", params.borrowerId);
      const items = known ? await loadReportNotices(database, known) : [];
      return accepted({ items: items.map(noticeToWire) });
    }),
  ];
}
