import { refusal, type Refused } from "@fairdue/api";
import { accepted, type EpochDay, type Outcome, parseId, present, refused } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import { effectOf } from "@fairdue/servicing";
import {
  type Book,
  type HoldKind,
  insertCaseEvents,
  learn,
  loadAccountsOf,
  loadBook,
  loadBorrower,
  loadContactBook,
  openCaseOf,
  openContacts,
  placeHold,
  type StoredAccount,
  type Transaction,
} from "@fairdue/store";
import { businessDayOf } from "../http/book/wire.ts";
import type { Shell } from "../http/compose/shell.ts";

/** A person in the book that leads his contacts, on its business day. */
export type PersonInBook = {
  readonly borrowerId: string;
  readonly book: Book;
  readonly today: EpochDay;
  readonly accounts: readonly StoredAccount[];
};

/** Refused where there is no such person, or one of the accounts named is not his. */
export async function personInBook(
  shell: Pick<Shell, "products" | "now">,
  tx: Transaction,
  it: { readonly borrowerId: string; readonly accountIds: readonly string[] },
): Promise<Outcome<PersonInBook, Refused>> {
  const borrowerId = parseId("Borrower", it.borrowerId);
  if (borrowerId === undefined || !(await loadBorrower(tx, borrowerId)))
    return refused(refusal("borrower-not-found"));
  const accounts = await loadAccountsOf(tx, shell.products, borrowerId);
  const [first] = accounts;
  if (!first || it.accountIds.some((id) => !accounts.some((one) => one.accountId === id)))
    return refused(refusal("account-not-found"));
  const bookId = (await loadContactBook(tx, borrowerId)) ?? first.bookId;
  const book = present(await loadBook(tx, bookId), "the book of an account");
  await openContacts(tx, [{ borrowerId, bookId }]);
  return accepted({ borrowerId, book, today: businessDayOf(book, shell.now()), accounts });
}

export type FactStated = { readonly name: string; readonly value: Plain | undefined };

/** Tells the gate; permits that are out die by it where `revokes` says why. */
export async function tellGate(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly facts: readonly FactStated[];
    readonly source: string;
    readonly revokes: string | null;
  },
): Promise<void> {
  const { borrowerId, source, revokes } = it;
  await learn(tx, { borrowerId, facts: it.facts.map((fact) => ({ ...fact, source })), revokes });
}

type Rest = {
  readonly kind: HoldKind;
  readonly accountIds: readonly string[];
  /** The request, complaint or arrangement behind it. */
  readonly source: string;
  readonly untilOn?: EpochDay;
  readonly actor: string;
};

/** Lets the open case of a person rest, if there is one. */
export async function restCase(tx: Transaction, it: PersonInBook, rest: Rest): Promise<boolean> {
  const { borrowerId, today: on } = it;
  const open = await openCaseOf(tx, { borrowerId, bookId: it.book.bookId });
  if (open === undefined) return false;
  const key = { borrowerId, caseId: open.caseId };
  await placeHold(tx, key, { ...rest, untilOn: rest.untilOn ?? null, on });
  return true;
}

/** Notes something on the open case of a person, for its timeline. */
export async function noteOnCase(
  tx: Transaction,
  it: Pick<PersonInBook, "borrowerId" | "today"> & { readonly bookId: string },
  event: { readonly kind: string; readonly actor: string; readonly body: object },
): Promise<void> {
  const open = await openCaseOf(tx, it);
  if (open === undefined) return;
  const { borrowerId, today: bookedOn } = it;
  await insertCaseEvents(tx, [{ borrowerId, caseId: open.caseId, bookedOn, ...event }]);
}

/** Notes that debts are disputed: collection of them rests, for the gate and on the case. */
export async function restDisputed(
  shell: Pick<Shell, "now">,
  tx: Transaction,
  it: PersonInBook,
  rest: Omit<Rest, "kind"> & { readonly about: string },
): Promise<void> {
  const about = rest.about === "amount" || rest.about === "fraud" ? rest.about : "other";
  const control = { kind: "dispute", accountIds: rest.accountIds, about } as const;
  const effect = effectOf(control, { happeningId: rest.source, at: shell.now() });
  await learn(tx, {
    borrowerId: it.borrowerId,
    events: effect.events.map((event) => ({
      kind: "note",
      channel: "-",
      permitId: null,
      event: event as { readonly [key: string]: Plain },
      at: shell.now(),
    })),
    revokes: effect.revokes,
  });
  await restCase(tx, it, { ...rest, kind: "dispute" });
}

/** Ends a dispute that a source noted: collection may go on. */
export async function endDispute(
  shell: Pick<Shell, "now">,
  tx: Transaction,
  it: { readonly borrowerId: string; readonly source: string },
): Promise<void> {
  const event = { kind: "withdrawal", happeningId: it.source, at: shell.now() } as const;
  await learn(tx, {
    borrowerId: it.borrowerId,
    events: [{ kind: "note", channel: "-", permitId: null, event, at: shell.now() }],
    revokes: null,
  });
}
