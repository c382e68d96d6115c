import { refusal, type Refused } from "@fairdue/api";
import { accepted, type EpochDay, type Outcome, refused } from "@fairdue/kernel";
import {
  type Disaster,
  hardshipKindIds,
  hardshipKinds,
  protectionIds,
  protections,
  reaches,
} from "@fairdue/servicing";
import {
  endHardship,
  endHolds,
  type HardshipKey,
  type HardshipRuling,
  insertRelief,
  insertRequest,
  loadContactBook,
  loadHardship,
  loadProtections,
  peopleToRelieve,
  saveProtection,
  type Transaction,
} from "@fairdue/store";
import type { Shell } from "../http/compose/shell.ts";
import { requestPlace } from "./places.ts";
import { answerBy } from "../law/book-law.ts";
import { type PersonInBook, personInBook, restCase, tellGate } from "./person.ts";
import { bookAll } from "./settle.ts";

/** "I can't pay", from any channel: collection rests in the same transaction, permits that are out die. */
export async function sayCannotPay(
  shell: Shell,
  tx: Transaction,
  person: PersonInBook,
  it: {
    readonly accountIds: readonly string[];
    readonly words: string | null;
    readonly actor: string;
  },
): Promise<Outcome<HardshipKey, Refused>> {
  const { borrowerId, book, today } = person;
  const requestId = `req_${shell.newId("Case").slice(4)}`;
  const sealedWords =
    it.words === null ? null : await shell.vault.seal(tx, borrowerId, it.words, requestPlace);
  const saved = await insertRequest(tx, {
    borrowerId,
    requestId,
    kind: "hardship",
    accountIds: it.accountIds,
    sealedWords,
    askedAt: shell.now(),
    answerBy: await answerBy(tx, book.bookId, today),
  });
  if (saved === undefined) return refused(refusal("request-open-already"));
  await tellGate(tx, {
    borrowerId,
    facts: [{ name: "hardship.isOpen", value: true }],
    source: it.actor,
    revokes: "hardship",
  });
  await restCase(tx, person, {
    kind: "hardship",
    accountIds: it.accountIds,
    source: requestId,
    actor: it.actor,
  });
  return accepted({ borrowerId, requestId });
}

/** The pause is over: facts are taken back, unless a protection says the same. */
export async function endPause(
  shell: Shell,
  tx: Transaction,
  it: Pick<HardshipRuling, "borrowerId" | "requestId" | "hardship"> & {
    readonly on: EpochDay;
    readonly reason: string;
    readonly actor: string;
  },
): Promise<void> {
  const { borrowerId, requestId } = it;
  const kind = hardshipKindIds.find((one) => one === it.hardship);
  const standing = await loadProtections(tx, borrowerId);
  const own = kind === undefined ? null : hardshipKinds[kind].fact;
  const isKept = own !== null && standing.some((one) => factOfProtection(one.protection) === own);
  const facts = [
    { name: "hardship.isOpen", value: undefined },
    ...(own === null || isKept ? [] : [{ name: own, value: undefined }]),
  ];
  if ((await loadContactBook(tx, borrowerId)) !== undefined)
    await tellGate(tx, { borrowerId, facts, source: it.actor, revokes: null });
  const { on, reason, actor } = it;
  await endHolds(tx, { borrowerId, source: requestId, reason, on, actor });
}

function factOfProtection(id: string): string | undefined {
  const known = protectionIds.find((one) => one === id);
  return known && protections[known].fact;
}

/** Ends a grant whose last day is over. */
export async function endGrant(
  shell: Shell,
  tx: Transaction,
  it: HardshipRuling,
  on: EpochDay,
): Promise<void> {
  if (!(await loadHardship(tx, it))) return;
  await endPause(shell, tx, { ...it, on, reason: "its day is over", actor: "calendar" });
  await endHardship(tx, it, shell.now());
}

type Struck = Disaster & { readonly bookId: string; readonly on: EpochDay };

/**
 * Gives everybody who lives in a disaster's area, and was not given it yet, a moratorium on every open
 * account until its last day; at most a thousand people in one transaction. Again, it changes nothing.
 */
export async function relieveIn(shell: Shell, tx: Transaction, it: Struck): Promise<number> {
  let relieved = 0;
  for (const { borrowerId, region } of await peopleToRelieve(tx, { ...it, count: 1000 })) {
    if (!reaches(it, { region, on: it.on })) continue;
    if (await relieveOne(shell, tx, it, borrowerId)) relieved += 1;
  }
  return relieved;
}

async function relieveOne(
  shell: Shell,
  tx: Transaction,
  it: Struck,
  borrowerId: string,
): Promise<boolean> {
  const { disasterId, until } = it;
  const person = await personInBook(shell, tx, { borrowerId, accountIds: [] });
  if (!person.ok || !(await insertRelief(tx, { borrowerId, disasterId, on: it.on }))) return false;
  const reason = `disaster ${disasterId}`;
  for (const account of person.value.accounts) {
    if (account.state.status !== "open" || account.isQuarantined) continue;
    const fact = { kind: "moratorium-granted", untilOn: until, reason } as const;
    await bookAll(shell, tx, { ...account, facts: [fact] });
  }
  await saveProtection(tx, {
    borrowerId,
    protection: "disaster-victim",
    by: disasterId,
    at: shell.now(),
  });
  await tellGate(tx, {
    borrowerId,
    facts: [{ name: "person.isDisasterVictim", value: true }],
    source: disasterId,
    revokes: "disaster",
  });
  await restCase(tx, person.value, {
    kind: "disaster",
    accountIds: [],
    source: disasterId,
    untilOn: until,
    actor: "calendar",
  });
  return true;
}
