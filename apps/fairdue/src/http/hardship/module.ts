import {
  changeProtection,
  decideHardship,
  declareDisaster,
  type hardshipRuling,
  type hardshipWire,
  listHardship,
  noteDeath,
  noteHardshipEvidence,
  openHardship,
  readHardship,
  refusal,
  type Refused,
  setRegion,
} from "@fairdue/api";
import {
  accepted,
  type EpochDay,
  formatDay,
  type Outcome,
  present,
  refused,
} from "@fairdue/kernel";
import {
  checkHardship,
  evidenceIds,
  evidenceTitles,
  hardshipKindIds,
  hardshipKinds,
  protectionIds,
  protections,
} from "@fairdue/servicing";
import {
  bookOfBorrower,
  endProtection,
  hardshipQueue,
  type HardshipKey,
  type HardshipRequest,
  type HardshipRuling,
  insertDisaster,
  insertHardshipDecision,
  loadBook,
  loadBorrower,
  loadDisasters,
  loadEvidence,
  loadHardship,
  loadHardshipRulings,
  loadProtections,
  saveEvidence,
  saveProtection,
  saveRegion,
  settleRequest,
  type Sql,
  type Transaction,
} from "@fairdue/store";
import type { z } from "@hono/zod-openapi";
import { endPause, relieveIn, sayCannotPay } from "../../forbearance/hardship.ts";
import { personInBook, restCase, tellGate } from "../../forbearance/person.ts";
import { bookAll } from "../../forbearance/settle.ts";
import { businessDay } from "../account/view.ts";
import { businessDayOf } from "../book/wire.ts";
import { answers, type Asked, type HttpModule, type Reply, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { requestPlace } from "../../forbearance/places.ts";

/** Who cannot pay, who needs care, who has died, where a disaster struck. */
export const hardshipModule: HttpModule = {
  name: "hardship",
  operations: [
    answers(listHardship, async (shell, { params }) => {
      const { database, vault } = shell;
      const book = await loadBook(database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const on = businessDayOf(book, shell.now());
      const waiting = await hardshipQueue(database, { ...params, count: 200 });
      const people = waiting.map((it) => it.borrowerId);
      const masked = await vault.masked(database, people, ["name"]);
      return accepted({
        items: waiting.map((it) =>
          toWire(it, { on, maskedName: masked.get(it.borrowerId)?.name ?? null }),
        ),
      });
    }),
    writes(openHardship, async (shell, { params, body, actor }, tx) => {
      const { accountIds } = body;
      const person = await personInBook(shell, tx, { ...params, accountIds });
      if (!person.ok) return person;
      const said = { ...body, actor: actor.actorId };
      const opened = await sayCannotPay(shell, tx, person.value, said);
      if (!opened.ok) return opened;
      const request = present(await loadHardship(tx, opened.value), "a request just taken");
      return accepted(toWire(request, { on: person.value.today, maskedName: null }));
    }),
    answers(readHardship, detail),
    writes(noteHardshipEvidence, async (shell, { params, body, actor }, tx) => {
      const open = await openRequest(shell, tx, params);
      if (!open.ok) return open;
      const { evidence, kind, step } = body;
      const allowed = hardshipKinds[kind].evidence;
      if (!allowed.includes(evidence))
        return refused(
          refusal("invalid-request", {
            field: "body.evidence",
            value: evidence,
            expected: `one of ${allowed.join(", ")}: nothing more may be asked for`,
          }),
        );
      const ended = step === "ask" ? null : step;
      await saveEvidence(tx, params, { evidence, ended, by: actor.actorId, at: shell.now() });
      return accepted({ evidence, step });
    }),
    writes(decideHardship, decide),
    writes(changeProtection, async (shell, { params: { borrowerId }, body, actor }, tx) => {
      const person = await personInBook(shell, tx, { borrowerId, accountIds: [] });
      if (!person.ok) return refused(refusal("borrower-not-found"));
      const { protection, stands } = body;
      const step = { borrowerId, protection, at: shell.now() };
      if (stands) await saveProtection(tx, { ...step, by: actor.actorId });
      else await endProtection(tx, step);
      await tellGate(tx, {
        borrowerId,
        facts: [{ name: protections[protection].fact, value: stands ? true : undefined }],
        source: actor.actorId,
        revokes: stands ? "protection" : null,
      });
      return accepted({ protections: await standingOf(tx, borrowerId) });
    }),
    writes(noteDeath, death),
    writes(setRegion, async (_, { params, body }, tx) => {
      if (!(await loadBorrower(tx, params.borrowerId)))
        return refused(refusal("borrower-not-found"));
      await saveRegion(tx, params.borrowerId, body.region);
      return accepted({ region: body.region });
    }),
    writes(declareDisaster, async (shell, { params, body, actor }, tx) => {
      const book = await loadBook(tx, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const { bookId } = book;
      if (body.until < body.from)
        return refused(
          refusal("invalid-request", {
            field: "body.until",
            value: formatDay(body.until),
            expected: `a day from ${formatDay(body.from)} on`,
          }),
        );
      if ((await loadDisasters(tx, bookId)).some((one) => one.disasterId === body.disasterId))
        return refused(
          refusal("id-taken", {
            field: "body.disasterId",
            value: body.disasterId,
            expected: "a new id",
          }),
        );
      await insertDisaster(tx, { ...body, bookId, by: actor.actorId, at: shell.now() });
      const on = businessDayOf(book, shell.now());
      const relieved = await relieveIn(shell, tx, { ...body, bookId, on });
      return accepted({ disasterId: body.disasterId, relieved, until: formatDay(body.until) });
    }),
  ],
};

type OpenRequest = { readonly request: HardshipRequest; readonly on: EpochDay };

async function openRequest(
  shell: Shell,
  tx: Transaction,
  key: HardshipKey,
): Promise<Outcome<OpenRequest, Refused>> {
  const request = await loadHardship(tx, key);
  if (request === undefined) return refused(refusal("hardship-not-found"));
  if (request.status !== "open") return refused(refusal("hardship-decided"));
  const bookId = present(await bookOfBorrower(tx, key.borrowerId), "the book of a person");
  return accepted({ request, on: await businessDay(shell, tx, bookId) });
}

async function detail(
  shell: Shell,
  { params }: Asked<typeof readHardship>,
): Promise<Reply<typeof readHardship>> {
  const { database, vault } = shell;
  const request = await loadHardship(database, params);
  if (request === undefined) return refused(refusal("hardship-not-found"));
  const { borrowerId, sealedWords } = request;
  const bookId = present(await bookOfBorrower(database, borrowerId), "the book of a person");
  const masked = await vault.masked(database, [borrowerId], ["name"]);
  const on = await businessDay(shell, database, bookId);
  const standing = await loadProtections(database, borrowerId);
  return accepted({
    request: toWire(request, { on, maskedName: masked.get(borrowerId)?.name ?? null }),
    words:
      sealedWords === null
        ? null
        : await vault.unseal(database, borrowerId, sealedWords, requestPlace),
    evidence: (await loadEvidence(database, params)).map((it) => ({
      evidence: it.evidence,
      title: evidenceTitle(it.evidence),
      askedAt: at(it.askedAt),
      ended: it.ended,
    })),
    kinds: hardshipKindIds.map((kind) => ({
      kind,
      title: hardshipKinds[kind].title,
      reviewDaysMax: hardshipKinds[kind].reviewDaysMax,
      evidence: hardshipKinds[kind].evidence.map((one) => ({
        evidence: one,
        title: evidenceTitles[one],
      })),
    })),
    protections: standing.map((it) => ({
      protection: it.protection,
      title: protectionTitle(it.protection),
      since: at(it.sinceAt),
    })),
    decisions: (await loadHardshipRulings(database, borrowerId)).map(rulingToWire),
  });
}

/** A grant keeps the pause until its day and states the fact behind it; a refusal ends the pause. */
async function decide(
  shell: Shell,
  { params, body, actor }: Asked<typeof decideHardship>,
  tx: Transaction,
): Promise<Reply<typeof decideHardship>> {
  const open = await openRequest(shell, tx, params);
  if (!open.ok) return open;
  const { request, on } = open.value;
  const asked = (await loadEvidence(tx, params)).flatMap(
    (it) => evidenceIds.find((one) => one === it.evidence) ?? [],
  );
  const checked = checkHardship(body, { on, asked });
  if (!checked.ok) {
    const { field, value, expected } = checked.refusal;
    return refused(refusal("invalid-request", { field: `body.${field}`, value, expected }));
  }
  const isGrant = body.outcome === "granted";
  const { borrowerId, requestId } = params;
  await insertHardshipDecision(tx, params, {
    outcome: body.outcome,
    hardship: body.kind,
    decidedOn: on,
    decidedBy: actor.actorId,
    pauseUntil: isGrant ? body.pauseUntil : null,
    reviewOn: isGrant ? body.reviewOn : null,
    at: shell.now(),
    reason: body.reason,
  });
  const answer = { outcome: body.outcome, kind: body.kind, reason: body.reason };
  await settleRequest(tx, { borrowerId, requestId, by: actor.actorId, answer });
  const { fact } = hardshipKinds[body.kind];
  if (!isGrant)
    await endPause(shell, tx, {
      ...params,
      hardship: body.kind,
      on,
      reason: "declined",
      actor: actor.actorId,
    });
  else if (fact !== null) {
    const { accountIds } = request;
    const person = await personInBook(shell, tx, { borrowerId, accountIds });
    if (person.ok)
      await tellGate(tx, {
        borrowerId,
        facts: [{ name: fact, value: true }],
        source: requestId,
        revokes: "hardship",
      });
  }
  const rulings = await loadHardshipRulings(tx, borrowerId);
  const made = rulings.find((it) => it.requestId === requestId);
  return accepted(rulingToWire(present(made, "a decision just made")));
}

async function death(
  shell: Shell,
  { params: { borrowerId }, actor }: Asked<typeof noteDeath>,
  tx: Transaction,
): Promise<Reply<typeof noteDeath>> {
  const person = await personInBook(shell, tx, { borrowerId, accountIds: [] });
  if (!person.ok) return refused(refusal("borrower-not-found"));
  const accountIds: string[] = [];
  for (const account of person.value.accounts) {
    if (account.state.status === "sold" || account.state.diedOn !== null) continue;
    const booked = await bookAll(shell, tx, { ...account, facts: [{ kind: "died" }] });
    if (!booked.ok) return refused(refusal("borrower-not-found"));
    accountIds.push(account.accountId);
  }
  const protection = "deceased";
  const by = actor.actorId;
  await saveProtection(tx, { borrowerId, protection, by, at: shell.now() });
  await tellGate(tx, {
    borrowerId,
    facts: [{ name: protections[protection].fact, value: true }],
    source: by,
    revokes: "death",
  });
  const rests = await restCase(tx, person.value, {
    kind: "bereavement",
    accountIds: [],
    source: protection,
    actor: by,
  });
  return accepted({ accountIds, holds: rests ? 1 : 0 });
}

async function standingOf(sql: Sql, borrowerId: string) {
  return (await loadProtections(sql, borrowerId)).map(({ protection }) => ({
    protection,
    title: protectionTitle(protection),
  }));
}

function protectionTitle(id: string): { zh: string; en: string } {
  const known = protectionIds.find((one) => one === id);
  return known ? protections[known].title : { zh: id, en: id };
}

function evidenceTitle(id: string): { zh: string; en: string } {
  const known = evidenceIds.find((one) => one === id);
  return known ? evidenceTitles[known] : { zh: id, en: id };
}

function toWire(
  it: HardshipRequest,
  of: { readonly on: EpochDay; readonly maskedName: string | null },
): z.input<typeof hardshipWire> {
  return {
    requestId: it.requestId,
    borrowerId: it.borrowerId,
    maskedName: of.maskedName,
    accountIds: [...it.accountIds],
    askedAt: at(it.askedAt),
    answerBy: formatDay(it.answerBy),
    daysLeft: it.answerBy - of.on,
    status: it.status,
    leafId: it.leafId,
  };
}

function rulingToWire(it: HardshipRuling): z.input<typeof hardshipRuling> {
  const kind = hardshipKindIds.find((one) => one === it.hardship) ?? "other";
  return {
    requestId: it.requestId,
    outcome: it.outcome,
    kind,
    title: hardshipKinds[kind].title,
    decidedOn: formatDay(it.decidedOn),
    decidedBy: it.decidedBy,
    pauseUntil: it.pauseUntil === null ? null : formatDay(it.pauseUntil),
    reviewOn: it.reviewOn === null ? null : formatDay(it.reviewOn),
    hasEnded: it.endedAt !== null,
    leafId: it.leafId,
  };
}
