import { addDays, type EpochDay } from "@fairdue/kernel";
import {
  answerDay,
  type ComplaintLaw,
  type ComplaintMatter,
  ordinaryLaw,
} from "@fairdue/servicing";
import {
  type ComplaintOnDesk,
  fileComplaint,
  insertComplaintEvent,
  loadComplaint,
  packsOfBook,
  saveComplaint,
  type Sql,
  type Transaction,
} from "@fairdue/store";
import { present } from "@fairdue/kernel";
import type { Shell } from "../http/compose/shell.ts";
import { complaintPlace } from "./places.ts";
import { parameterOn, rulesInForceOn } from "../law/in-force.ts";
import { type PersonInBook, restDisputed, tellGate } from "./person.ts";

/** The days that the laws of a book give for an answer, from the packs in force. */
export async function complaintLaw(sql: Sql, bookId: string, on: EpochDay): Promise<ComplaintLaw> {
  const rules = rulesInForceOn(await packsOfBook(sql, bookId), on).map((it) => it.rule);
  const daysOf = (act: "complaint-answer" | "objection-answer", name: string, house: number) => {
    const found = rules
      .filter((rule) => rule.governs.includes(act))
      .map((rule) => parameterOn(rule, name, on)?.value)
      .filter((value) => typeof value === "number");
    return found.length === 0 ? house : Math.min(...found);
  };
  return {
    days: daysOf("complaint-answer", "days", ordinaryLaw.days),
    complexDays: daysOf("complaint-answer", "complexDays", ordinaryLaw.complexDays),
    extendedDays: daysOf("complaint-answer", "extendedDays", ordinaryLaw.extendedDays),
    objectionDays: daysOf("objection-answer", "days", ordinaryLaw.objectionDays),
  };
}

export async function answerDayOf(
  sql: Sql,
  bookId: string,
  it: ComplaintMatter,
): Promise<EpochDay> {
  return answerDay(it, await complaintLaw(sql, bookId, it.filedOn));
}

export type ComplaintTaken = {
  readonly about: string;
  readonly channel: string;
  readonly accountIds: readonly string[];
  readonly permitId: string | null;
  readonly words: string;
  /** Whether the debts named are disputed: collection of them rests until the answer. */
  readonly disputes: boolean;
  readonly actor: string;
};

/**
 * Takes a complaint from any channel: on record, acknowledged and with its day in one transaction. An
 * objection to a debt lets collection of it rest, and the gate knows at once.
 */
export async function takeDown(
  shell: Shell,
  tx: Transaction,
  person: PersonInBook,
  it: ComplaintTaken,
): Promise<ComplaintOnDesk> {
  const { borrowerId, book, today } = person;
  const complaintId = shell.newId("Complaint");
  const key = { borrowerId, complaintId };
  const matter = { about: it.about, filedOn: today, isComplex: false, isExtended: false };
  await fileComplaint(tx, {
    ...key,
    about: it.about,
    accountIds: it.accountIds,
    permitId: it.permitId,
    channel: it.channel,
    sealedWords: await shell.vault.seal(tx, borrowerId, it.words, complaintPlace),
    filedAt: shell.now(),
    answerBy: await answerDayOf(tx, book.bookId, matter),
  });
  await saveComplaint(tx, key, { bookId: book.bookId });
  await insertComplaintEvent(tx, key, {
    at: shell.now(),
    kind: "acknowledged",
    actor: it.actor,
    body: { channel: it.channel },
  });
  await tellGate(tx, {
    borrowerId,
    facts: [{ name: "complaint.isOpen", value: true }],
    source: complaintId,
    revokes: null,
  });
  if (it.disputes) await restDisputed(shell, tx, person, { ...it, source: complaintId });
  return present(await loadComplaint(tx, key), "a complaint just taken");
}

/** The day on which a complaint came in, in the zone of its book: its answer day less its days. */
export async function filedOnOf(sql: Sql, bookId: string, it: ComplaintOnDesk): Promise<EpochDay> {
  const guess = Math.floor(it.filedAt / 86_400_000) as EpochDay;
  const law = await complaintLaw(sql, bookId, guess);
  const span =
    answerDay(
      { about: it.about, filedOn: guess, isComplex: it.isComplex, isExtended: it.isExtended },
      law,
    ) - guess;
  return addDays(it.answerBy, -span);
}
