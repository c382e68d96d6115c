import {
  askMyRequest,
  fileMyComplaint,
  listMyComplaints,
  listMyRequests,
  refusal,
  type Refused,
} from "@fairdue/api";
import { accepted, formatDay, type Outcome, present, refused } from "@fairdue/kernel";
import {
  type BorrowerRequest,
  type Complaint,
  insertRequest,
  loadComplaints,
  loadHardship,
  loadRequests,
  type Transaction,
} from "@fairdue/store";
import { takeDown } from "../../forbearance/complaints.ts";
import { sayCannotPay } from "../../forbearance/hardship.ts";
import { type PersonInBook, personInBook } from "../../forbearance/person.ts";
import { requestPlace } from "../../forbearance/places.ts";
import { answerBy } from "../../law/book-law.ts";
import { answers, type Operation, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { ownId } from "./own.ts";

export const requestOperations: readonly Operation[] = [
  writes(askMyRequest, async (shell, { body, actor }, tx) => {
    const place = await standing(shell, tx, { actor, accountIds: body.accountIds });
    if (!place.ok) return place;
    const { borrowerId, book, today } = place.value;
    if (body.kind === "hardship") {
      const said = await sayCannotPay(shell, tx, place.value, { ...body, actor: "borrower" });
      if (!said.ok) return said;
      const taken = await loadHardship(tx, said.value);
      return accepted(requestToWire(present(taken, "a request just taken")));
    }
    const requestId = `req_${shell.newId("Case").slice(4)}`;
    const { kind, words, accountIds } = body;
    const saved = await insertRequest(tx, {
      borrowerId,
      requestId,
      kind,
      accountIds,
      sealedWords:
        words === null ? null : await shell.vault.seal(tx, borrowerId, words, requestPlace),
      askedAt: shell.now(),
      answerBy: await answerBy(tx, book.bookId, today),
    });
    if (saved === undefined) return refused(refusal("request-open-already"));
    return accepted(requestToWire(saved));
  }),
  answers(listMyRequests, async ({ database }, { actor }) =>
    accepted({ items: (await loadRequests(database, ownId(actor) ?? "")).map(requestToWire) }),
  ),
  writes(fileMyComplaint, async (shell, { body, actor }, tx) => {
    const place = await standing(shell, tx, { actor, accountIds: body.accountIds });
    if (!place.ok) return place;
    const { accountIds } = body;
    const filed = await takeDown(shell, tx, place.value, {
      about: body.about,
      channel: "own-page",
      accountIds,
      permitId: body.permitId,
      words: body.words,
      disputes: body.pauses && accountIds.length > 0,
      actor: "borrower",
    });
    return accepted(complaintToWire(filed));
  }),
  answers(listMyComplaints, async ({ database }, { actor }) =>
    accepted({ items: (await loadComplaints(database, ownId(actor) ?? "")).map(complaintToWire) }),
  ),
];

/** Whose request it is, in which book, on which business day; the accounts must be his own. */
async function standing(
  shell: Shell,
  tx: Transaction,
  it: { readonly actor: Parameters<typeof ownId>[0]; readonly accountIds: readonly string[] },
): Promise<Outcome<PersonInBook, Refused>> {
  const borrowerId = ownId(it.actor);
  if (borrowerId === undefined) return refused(refusal("unauthenticated"));
  const person = await personInBook(shell, tx, { borrowerId, accountIds: it.accountIds });
  return person.ok ? person : refused(refusal("account-not-found"));
}

function requestToWire(it: BorrowerRequest) {
  return {
    requestId: it.requestId,
    kind: it.kind,
    accountIds: [...it.accountIds],
    askedAt: at(it.askedAt),
    answerBy: formatDay(it.answerBy),
    status: it.status,
    answer: it.answer ?? null,
    leafId: it.leafId,
  };
}

function complaintToWire(it: Complaint) {
  const { complaintId, about, permitId, status, leafId } = it;
  return {
    complaintId,
    about,
    permitId,
    status,
    leafId,
    accountIds: [...it.accountIds],
    filedAt: at(it.filedAt),
    answerBy: formatDay(it.answerBy),
  };
}
