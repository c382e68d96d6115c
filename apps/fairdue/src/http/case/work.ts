import {
  assignCase,
  claimCase,
  recordResult,
  refusal,
  type Refused,
  releaseCase,
  takeNextCase,
  warnEarly,
  writeNote,
} from "@fairdue/api";
import { accepted, addDays, formatDay, type Outcome, refused } from "@fairdue/kernel";
import { caseResults, claimMs, decideClaim, promiseDaysMax } from "@fairdue/servicing";
import {
  type CaseKey,
  currentPlan,
  insertNote,
  insertPromise,
  insertResult,
  loadBook,
  loadBorrower,
  loadContactBook,
  loadWorkItem,
  lockCase,
  nextCase,
  openEarlyCase,
  placeCase,
  placeHold,
  saveClaim,
  type Transaction,
} from "@fairdue/store";
import { businessDayOf } from "../book/wire.ts";
import { type Asked, type Operation, type Reply, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { applyControl } from "../contact/controls.ts";
import { debtsOf, notePlace } from "./debts.ts";
import {
  claimRefusal,
  mayTakeOver,
  openStanding,
  type Standing,
  standingCase,
  unlessClaimed,
} from "./standing.ts";
import { at, caseToWire } from "./wire.ts";

/** Days for which collection rests after "I can't pay" or a dispute, unless somebody decides sooner. */
const restDays = 14;

export const workOperations: readonly Operation[] = [
  writes(claimCase, async (shell, { params, body, actor }, tx) => {
    const standing = await openStanding(shell, tx, params);
    if (!standing.ok) return standing;
    const { it, on } = standing.value;
    const now = shell.now();
    const decided = decideClaim(
      { isClosed: false, ownerId: it.ownerId, claim: it.claim },
      {
        actorId: actor.actorId,
        mayTakeOver: body.takeOver && mayTakeOver(actor, it, now),
        at: now,
      },
    );
    if (!decided.ok) return refused(claimRefusal(decided.refusal));
    if (it.ownerId === null || (body.takeOver && it.ownerId !== actor.actorId))
      await placeCase(tx, params, {
        ownerId: actor.actorId,
        reason: it.ownerId === null ? "claimed" : "taken over",
        actor: actor.actorId,
        on,
      });
    await saveClaim(tx, params, decided.value);
    const { by, until } = decided.value;
    return accepted({ caseId: it.caseId, claim: { by, until: at(until) } });
  }),
  writes(releaseCase, async (shell, { params, actor }, tx) => {
    const standing = await standingCase(shell, tx, params);
    if (!standing.ok) return standing;
    const { it } = standing.value;
    const stopped = unlessClaimed(it, { actorId: actor.actorId, at: shell.now() });
    if (stopped) return refused(stopped);
    await saveClaim(tx, params, null);
    return accepted({ caseId: it.caseId });
  }),
  writes(assignCase, async (shell, { params, body, actor }, tx) => {
    const standing = await openStanding(shell, tx, params);
    if (!standing.ok) return standing;
    const { on } = standing.value;
    await placeCase(tx, params, { ...body, actor: actor.actorId, on });
    const placed = (await lockCase(tx, params)) ?? standing.value.it;
    return accepted({
      case: caseToWire(placed, { on, now: shell.now(), maskedName: undefined }),
    });
  }),
  writes(writeNote, async (shell, { params, body, actor }, tx) => {
    const standing = await standingCase(shell, tx, params);
    if (!standing.ok) return standing;
    return accepted(await note(shell, tx, { key: params, by: actor.actorId, text: body.text }));
  }),
  writes(recordResult, result),
  writes(takeNextCase, async (shell, { params, body, actor }, tx) => {
    const book = await loadBook(tx, params.bookId);
    if (!book) return refused(refusal("book-not-found"));
    const now = shell.now();
    const on = businessDayOf(book, now);
    const key = await nextCase(tx, {
      bookId: book.bookId,
      actorId: actor.actorId,
      teamId: actor.who.kind === "staff" ? actor.who.staff.teamId : null,
      queueId: body.queueId ?? null,
      planId: (await currentPlan(tx, { bookId: book.bookId, on }))?.planId ?? null,
      at: now,
      on,
    });
    if (key === undefined) return accepted({ case: null });
    const found = await lockCase(tx, key);
    if (found?.ownerId === null)
      await placeCase(tx, key, {
        ownerId: actor.actorId,
        reason: "next case",
        actor: actor.actorId,
        on,
      });
    await saveClaim(tx, key, { by: actor.actorId, until: now + claimMs });
    const taken = await lockCase(tx, key);
    const masked = await shell.vault.masked(tx, [key.borrowerId], ["name"]);
    const maskedName = masked.get(key.borrowerId)?.name;
    return accepted({ case: taken ? caseToWire(taken, { on, now, maskedName }) : null });
  }),
  writes(warnEarly, async (shell, { params, body, actor }, tx) => {
    const book = await loadBook(tx, params.bookId);
    if (!book) return refused(refusal("book-not-found"));
    if (!(await loadBorrower(tx, body.borrowerId))) return refused(refusal("borrower-not-found"));
    const on = businessDayOf(book, shell.now());
    if (body.until < on)
      return refused(
        refusal("invalid-request", {
          field: "body.until",
          value: formatDay(body.until),
          expected: `a day from ${formatDay(on)} on`,
        }),
      );
    const { borrowerId, until, reasons } = body;
    const { bookId } = book;
    const by = { borrowerId, bookId, on, until, actor: actor.actorId, reasons };
    return accepted({ caseId: await openEarlyCase(tx, by) });
  }),
];

/** Records an outcome and what follows from it by itself, all in one transaction. */
async function result(
  shell: Shell,
  { params, body, actor }: Asked<typeof recordResult>,
  tx: Transaction,
): Promise<Reply<typeof recordResult>> {
  const standing = await openStanding(shell, tx, params);
  if (!standing.ok) return standing;
  const { it, on } = standing.value;
  const stopped = unlessClaimed(it, { actorId: actor.actorId, at: shell.now() });
  if (stopped) return refused(stopped);
  const kind = caseResults[body.result];
  const promised = await promise(tx, standing.value, { body, actor: actor.actorId });
  if (!promised.ok) return promised;
  const by = { actor: actor.actorId, on };
  await insertResult(tx, params, {
    ...by,
    result: body.result,
    channel: body.channel,
    isRightParty: kind.isRightParty,
    isContact: kind.isContact,
    permitId: body.permitId ?? null,
    promiseId: promised.value,
    treatmentId: await treatmentToday(tx, standing.value),
  });
  let holdId: string | null = null;
  if (kind.holds !== null)
    holdId = await placeHold(tx, params, {
      ...by,
      kind: kind.holds,
      accountIds: [],
      source: `${it.caseId}/${body.result}`,
      untilOn: addDays(on, restDays),
    });
  await tellGate(shell, tx, { standing: standing.value, result: body.result, by: actor.actorId });
  if (body.note !== undefined)
    await note(shell, tx, { key: params, by: actor.actorId, text: body.note });
  await saveClaim(tx, params, null);
  return accepted({ caseId: it.caseId, promiseId: promised.value, holdId });
}

/** The treatment that the day's plan gave the person: what the outcome is an outcome of. */
async function treatmentToday(tx: Transaction, { it, on }: Standing): Promise<string | null> {
  const plan = await currentPlan(tx, { bookId: it.bookId, on });
  const item = plan && (await loadWorkItem(tx, { ...plan, borrowerId: it.borrowerId }));
  return item?.treatmentId ?? null;
}

async function promise(
  tx: Transaction,
  { it, on }: Standing,
  { body, actor }: { readonly body: Asked<typeof recordResult>["body"]; readonly actor: string },
): Promise<Outcome<string | null, Refused>> {
  const wrong = (value: string, expected: string): Outcome<never, Refused> =>
    refused(refusal("invalid-request", { field: "body.promise", value, expected }));
  if (body.result !== "promise")
    return body.promise === undefined
      ? accepted(null)
      : wrong("a promise", "nothing, unless the result is `promise`");
  if (body.promise === undefined) return wrong("nothing", "amountMinor and promisedOn");
  const { amountMinor, promisedOn } = body.promise;
  const last = addDays(on, promiseDaysMax);
  if (promisedOn < on || promisedOn > last)
    return wrong(formatDay(promisedOn), `a day from ${formatDay(on)} to ${formatDay(last)}`);
  if (amountMinor > it.owedMinor)
    return wrong(String(amountMinor), `at most what is owed, ${it.owedMinor}`);
  const { borrowerId, caseId } = it;
  const made = { borrowerId, caseId, amountMinor, promisedOn, madeOn: on, madeBy: actor };
  return accepted(await insertPromise(tx, made));
}

/** What a person asked for reaches the gate in the same transaction: permits that are out die by it. */
async function tellGate(
  shell: Shell,
  tx: Transaction,
  it: { readonly standing: Standing; readonly result: string; readonly by: string },
): Promise<void> {
  const { borrowerId } = it.standing.it;
  if ((await loadContactBook(tx, borrowerId)) === undefined) return;
  const tell = { borrowerId, source: it.by };
  if (it.result === "asked-to-stop")
    await applyControl(shell, tx, { ...tell, control: { kind: "cease" } });
  if (it.result === "disputes") {
    const accountIds = (await debtsOf(tx, it.standing.it)).map((debt) => debt.accountId);
    await applyControl(shell, tx, {
      ...tell,
      control: { kind: "dispute", accountIds, about: "other" },
    });
  }
}

async function note(
  shell: Shell,
  tx: Transaction,
  it: { readonly key: CaseKey; readonly by: string; readonly text: string },
): Promise<{ noteId: string; writtenAt: string; writtenBy: string }> {
  const now = shell.now();
  const { borrowerId } = it.key;
  const sealedText = await shell.vault.seal(tx, borrowerId, it.text, notePlace);
  const noteId = await insertNote(tx, it.key, { at: now, by: it.by, sealedText });
  return { noteId, writtenAt: at(now), writtenBy: it.by };
}
