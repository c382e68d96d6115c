import { refusal, type Refused } from "@fairdue/api";
import type { AccountFact } from "@fairdue/credit";
import {
  accepted,
  type EpochDay,
  formatDay,
  type Outcome,
  parseId,
  type Problem,
  present,
  refused,
} from "@fairdue/kernel";
import {
  type CommandRefusal,
  type Executed,
  executeIn,
  loadBook,
  type Transaction,
} from "@fairdue/store";
import { todayIn } from "../book/wire.ts";
import type { Key } from "../account/view.ts";
import type { Shell } from "../compose/shell.ts";

export type Booking = Key & {
  readonly bookId: string;
  readonly on: EpochDay | undefined;
  readonly fact: AccountFact;
};

/** Books one fact in the transaction of the request. */
export async function bookFact(
  shell: Shell,
  tx: Transaction,
  it: Booking,
): Promise<Outcome<Executed, Refused>> {
  const book = await loadBook(tx, it.bookId);
  if (!book) return refused(refusal("book-not-found"));
  const eventId = present(parseId("Event", shell.newId("Event")), "a new id");
  const [outcome] = await executeIn(tx, shell.products, [
    { ...it, eventId, on: it.on ?? null, today: todayIn(book, shell.now()) },
  ]);
  const booked = present(outcome, "one outcome for one command");
  return booked.ok ? accepted(booked.value) : refused(refusedBy(booked.refusal));
}

/** The engine's refusal in the words of the contract. */
export function refusedBy(it: CommandRefusal): Refused {
  switch (it.reason) {
    case "no-account":
      return refusal("account-not-found");
    case "account-quarantined":
      return refusal("account-quarantined");
    case "event-id-taken":
      return refusal("id-taken", { field: "eventId", value: it.value, expected: "a new id" });
    default:
      return refusal(it.reason, problemOf(it));
  }
}

type EngineRefusal = Exclude<
  CommandRefusal,
  { reason: "no-account" | "account-quarantined" | "event-id-taken" }
>;

const inBody = new Set(["status", "dpd"]);

function problemOf(it: EngineRefusal): Problem {
  return {
    field: inBody.has(it.field) ? `account.${it.field}` : `body.${it.field}`,
    value: valueOf(it),
    expected: expectedBy(it),
  };
}

function valueOf(it: EngineRefusal): string {
  if (it.field === "on" && typeof it.value === "number") return formatDay(it.value as EpochDay);
  return typeof it.value === "object" ? it.value.join(", ") : String(it.value);
}

function expectedBy(it: EngineRefusal): string {
  switch (it.reason) {
    case "account-not-open":
    case "account-already-open":
      return it.reason === "account-not-open" ? "open" : "an account not yet opened";
    case "account-frozen":
      return "no freeze";
    case "borrower-died":
      return "a living borrower";
    case "amount-not-positive":
      return "a whole number above zero";
    case "amount-below-minimum":
      return `at least ${it.minMinor}`;
    case "amount-above-maximum":
      return `at most ${it.maxMinor}`;
    case "limit-exceeded":
      return `at most ${it.availableMinor}`;
    case "before-opening":
      return `${formatDay(it.openedOn)} or later`;
    case "value-after-booking":
      return `${formatDay(it.bookedOn)} or earlier`;
    case "not-offered":
      return it.offered.length === 0 ? "nothing: it is not offered" : it.offered.join(", ");
    case "cost-above-cap":
      return `terms within ${it.capPpmYear} ppm a year`;
    default:
      return expectedOfState(it.reason);
  }
}

function expectedOfState(reason: EngineRefusal["reason"]): string {
  switch (reason) {
    case "not-found":
      return "something the account has";
    case "id-taken":
      return "a reference not yet used";
    case "already-returned":
      return "a repayment that stands";
    case "not-returned":
      return "a repayment that was returned";
    case "not-charged-off":
      return "charged-off";
    case "balance-not-zero":
      return "0";
    case "nothing-overdue":
      return "above 0";
    default:
      return "something else";
  }
}
