import {
  askMyRequest,
  fileMyComplaint,
  listMyComplaints,
  listMyRequests,
  refusal,
  type Refused,
} from "@fairdue/api";
import { accepted, formatDay, type Outcome, refused } from "@fairdue/kernel";
import { effectOf } from "@fairdue/servicing";
import {
  type BorrowerRequest,
  type Complaint,
  fileComplaint,
  insertRequest,
  learn,
  type Learned,
  loadAccountsOf,
  loadBook,
  loadComplaints,
  loadContactBook,
  loadRequests,
  openCaseOf,
  openContacts,
  placeHold,
  type Transaction,
} from "@fairdue/store";
import { answerBy } from "../../law/book-law.ts";
import { businessDayOf } from "../book/wire.ts";
import { answers, type Operation, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { ownId } from "./own.ts";

/** Places under which the person's own words are sealed. */
export const requestPlace = "request-words";
export const complaintPlace = "complaint-words";

export const requestOperations: readonly Operation[] = [
  writes(askMyRequest, async (shell, { body, actor }, tx) => {
    const place = await standing(shell, tx, { actor, accountIds: body.accountIds });
    if (!place.ok) return place;
    const { borrowerId, bookId, today } = place.value;
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
      answerBy: await answerBy(tx, bookId, today),
    });
    if (saved === undefined) return refused(refusal("request-open-already"));
    if (kind === "hardship") await pause(tx, { ...place.value, source: requestId });
    return accepted(requestToWire(saved));
  }),
  answers(listMyRequests, async ({ database }, { actor }) =>
    accepted({ items: (await loadRequests(database, ownId(actor) ?? "")).map(requestToWire) }),
  ),
  writes(fileMyComplaint, async (shell, { body, actor }, tx) => {
    const place = await standing(shell, tx, { actor, accountIds: body.accountIds });
    if (!place.ok) return place;
    const { borrowerId, bookId, today, accountIds } = place.value;
    const complaintId = shell.newId("Complaint");
    const filed = await fileComplaint(tx, {
      borrowerId,
      complaintId,
      about: body.about,
      accountIds,
      permitId: body.permitId,
      channel: "own-page",
      sealedWords: await shell.vault.seal(tx, borrowerId, body.words, complaintPlace),
      filedAt: shell.now(),
      answerBy: await answerBy(tx, bookId, today),
    });
    await stateFact(tx, borrowerId, { name: "complaint.isOpen", revokes: null });
    if (body.pauses && accountIds.length > 0)
      await dispute(shell, tx, { ...place.value, source: complaintId, about: body.about });
    return accepted(complaintToWire(filed));
  }),
  answers(listMyComplaints, async ({ database }, { actor }) =>
    accepted({ items: (await loadComplaints(database, ownId(actor) ?? "")).map(complaintToWire) }),
  ),
];

type Standing = {
  readonly borrowerId: string;
  readonly bookId: string;
  readonly today: Parameters<typeof answerBy>[2];
  readonly accountIds: readonly string[];
};

/** Whose request it is, in which book, on which business day; the accounts must be his own. */
async function standing(
  shell: Shell,
  tx: Transaction,
  it: { readonly actor: Parameters<typeof ownId>[0]; readonly accountIds: readonly string[] },
): Promise<Outcome<Standing, Refused>> {
  const borrowerId = ownId(it.actor);
  if (borrowerId === undefined) return refused(refusal("unauthenticated"));
  const own = await loadAccountsOf(tx, shell.products, borrowerId);
  const [first] = own;
  if (!first || it.accountIds.some((id) => !own.some((one) => one.accountId === id)))
    return refused(refusal("account-not-found"));
  const bookId = (await loadContactBook(tx, borrowerId)) ?? first.bookId;
  const book = await loadBook(tx, bookId);
  if (!book) return refused(refusal("account-not-found"));
  await openContacts(tx, [{ borrowerId, bookId }]);
  const today = businessDayOf(book, shell.now());
  return accepted({ borrowerId, bookId, today, accountIds: it.accountIds });
}

/** Collection rests from this moment: by a fact that the gate's rules read, and on the open case. */
async function pause(tx: Transaction, it: Standing & { readonly source: string }): Promise<void> {
  await stateFact(tx, it.borrowerId, { name: "hardship.isOpen", revokes: "hardship" });
  await hold(tx, it, "hardship");
}

async function dispute(
  shell: Shell,
  tx: Transaction,
  it: Standing & { readonly source: string; readonly about: string },
): Promise<void> {
  const about = it.about === "amount" || it.about === "fraud" ? it.about : "other";
  const effect = effectOf(
    { kind: "dispute", accountIds: it.accountIds, about },
    { happeningId: it.source, at: shell.now() },
  );
  await learn(tx, {
    borrowerId: it.borrowerId,
    events: effect.events.map((event) => ({
      kind: "note",
      channel: "-",
      permitId: null,
      event: event as never,
      at: shell.now(),
    })),
    revokes: effect.revokes,
  });
  await hold(tx, it, "dispute");
}

async function hold(
  tx: Transaction,
  it: Standing & { readonly source: string },
  kind: "hardship" | "dispute",
): Promise<void> {
  const open = await openCaseOf(tx, it);
  if (open === undefined) return;
  const key = { borrowerId: it.borrowerId, caseId: open.caseId };
  const { accountIds, source, today: on } = it;
  await placeHold(tx, key, { kind, accountIds, source, untilOn: null, on, actor: "borrower" });
}

async function stateFact(
  tx: Transaction,
  borrowerId: string,
  it: { readonly name: string; readonly revokes: string | null },
): Promise<void> {
  const facts: Learned["facts"] = [{ name: it.name, value: true, source: "borrower" }];
  await learn(tx, { borrowerId, facts, revokes: it.revokes });
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
