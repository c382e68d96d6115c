import { refusal, type Refused } from "@fairdue/api";
import type { AccountFact } from "@fairdue/credit";
import { accepted, type EpochDay, type Outcome, parseId, present, refused } from "@fairdue/kernel";
import { factsAtAcceptance, runs } from "@fairdue/servicing";
import {
  type ArrangementKey,
  type ArrangementOnRecord,
  endHolds,
  loadAccount,
  loadArrangement,
  loadArrangements,
  loadContactBook,
  lockArrangement,
  saveArrangementStatus,
  type Transaction,
} from "@fairdue/store";
import { bookFact } from "../http/command/book-fact.ts";
import type { Shell } from "../http/compose/shell.ts";
import { noteOnCase, personInBook, restCase, tellGate } from "./person.ts";

/**
 * The person's yes: the engine's commands are booked, the gate learns of the plan, the case rests, all
 * in one transaction. What keeps collection away closes the line for new lending while it runs.
 */
export async function acceptOffer(
  shell: Shell,
  tx: Transaction,
  it: ArrangementKey & { readonly actor: string },
): Promise<Outcome<ArrangementOnRecord, Refused>> {
  const found = await lockArrangement(tx, it);
  if (found === undefined) return refused(refusal("arrangement-not-found"));
  const person = await personInBook(shell, tx, { ...it, accountIds: [found.accountId] });
  if (!person.ok) return refused(refusal("arrangement-not-found"));
  const { today } = person.value;
  if (found.status !== "offered" || today > found.expiresOn)
    return refused(
      refusal("arrangement-not-open", {
        field: "status",
        value: found.status === "offered" ? "expired" : found.status,
        expected: "offered",
      }),
    );
  const { accountId, terms, bookId } = found;
  const others = await loadArrangements(tx, it.borrowerId);
  if (runs(terms) && others.some((one) => one.accountId === accountId && one.status === "running"))
    return refused(refusal("arrangement-running"));
  const facts: AccountFact[] = [
    ...factsAtAcceptance(terms, { arrangementId: found.arrangementId, reason: "arrangement" }),
  ];
  const account = person.value.accounts.find((one) => one.accountId === accountId);
  if (runs(terms) && !account?.state.freezes.includes("hardship"))
    facts.push({ kind: "frozen", reason: "hardship" });
  const booked = await bookAll(shell, tx, { ...found, facts });
  if (!booked.ok) return booked;
  const step = { on: today, at: shell.now(), actor: it.actor };
  await saveArrangementStatus(tx, it, { ...step, status: "running" });
  const body = { arrangementId: found.arrangementId, kind: terms.kind };
  const note = { borrowerId: it.borrowerId, today, bookId };
  await noteOnCase(tx, note, { kind: "arrangement-accepted", actor: it.actor, body });
  if (!runs(terms)) {
    await saveArrangementStatus(tx, it, { ...step, status: "met" });
  } else {
    await tellGate(tx, {
      borrowerId: it.borrowerId,
      facts: [{ name: "plan.isActive", value: true }],
      source: found.arrangementId,
      revokes: "plan",
    });
    await restCase(tx, person.value, {
      kind: "arrangement",
      accountIds: [accountId],
      source: found.arrangementId,
      actor: it.actor,
    });
  }
  return accepted(present(await loadArrangement(tx, it), "an arrangement that was locked"));
}

/** Books facts of one account, one after the other; the first refusal is the answer. */
export async function bookAll(
  shell: Shell,
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly accountId: string;
    readonly bookId: string;
    readonly facts: readonly AccountFact[];
  },
): Promise<Outcome<null, Refused>> {
  const borrowerId = present(parseId("Borrower", it.borrowerId), "an id on record");
  const accountId = present(parseId("Account", it.accountId), "an id on record");
  for (const fact of it.facts) {
    const key = { borrowerId, accountId, bookId: it.bookId };
    const booked = await bookFact(shell, tx, { ...key, on: undefined, fact });
    if (!booked.ok) return booked;
  }
  return accepted(null);
}

/** Ends an arrangement that ran: met or broken. Collection may go on, the line is open again. */
export async function endCourse(
  shell: Shell,
  tx: Transaction,
  it: ArrangementOnRecord,
  end: {
    readonly status: "met" | "broken";
    readonly on: EpochDay;
    readonly facts: readonly AccountFact[];
  },
): Promise<Outcome<null, Refused>> {
  const { borrowerId, accountId, arrangementId } = it;
  const actor = "calendar";
  const facts = [...end.facts];
  const borrower = present(parseId("Borrower", borrowerId), "an id on record");
  const accountKey = present(parseId("Account", accountId), "an id on record");
  const account = await loadAccount(tx, shell.products, {
    borrowerId: borrower,
    accountId: accountKey,
  });
  if (account?.state.status === "open" && account.state.freezes.includes("hardship"))
    facts.push({ kind: "unfrozen", reason: "hardship" });
  const booked = await bookAll(shell, tx, { ...it, facts });
  if (!booked.ok) return booked;
  await saveArrangementStatus(tx, it, { status: end.status, on: end.on, at: shell.now(), actor });
  await endHolds(tx, { borrowerId, source: arrangementId, reason: end.status, on: end.on, actor });
  const left = (await loadArrangements(tx, borrowerId)).some((one) => one.status === "running");
  if (!left && (await loadContactBook(tx, borrowerId)) !== undefined)
    await tellGate(tx, {
      borrowerId,
      facts: [{ name: "plan.isActive", value: undefined }],
      source: arrangementId,
      revokes: null,
    });
  await noteOnCase(
    tx,
    { borrowerId, today: end.on, bookId: it.bookId },
    { kind: `arrangement-${end.status}`, actor, body: { arrangementId } },
  );
  return accepted(null);
}
