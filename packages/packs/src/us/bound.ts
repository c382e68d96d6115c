import {
  all,
  any,
  type Condition,
  equal,
  is,
  known,
  not,
  oneOf,
  ref,
  type ActKind,
  contactKinds,
} from "@fairdue/conduct";

/** The day on which Regulation F took effect. */
export const regFDay = "2021-11-30";

export const contacts: readonly ActKind[] = contactKinds;

/** Messages that go by wire to an address or a number. */
export const electronic: readonly ActKind[] = [
  "sms",
  "email",
  "app-push",
  "in-app-message",
  "social-message",
];

/** A debt collector in the sense of 15 USC 1692a(6). A creditor that collects its own debt is none. */
export const byCollector: Condition = not(oneOf("act.actor", "creditor", "lender", "platform"));
export const byCreditor: Condition = oneOf("act.actor", "creditor", "lender", "platform");

/** The contact is in connection with the collection of a debt; what does not say its purpose is. */
export const collecting: Condition = all(
  byCollector,
  not(oneOf("act.purpose", "marketing", "service", "privileged")),
);

/** The consumer, and those whom 1006.6(a) puts in the consumer's place. */
export const toConsumer: Condition = any(
  oneOf(
    "act.recipient",
    "borrower",
    "co-borrower",
    "guarantor",
    "spouse",
    "guardian",
    "executor",
    "successor",
  ),
  all(equal("act.recipient", "parent"), is("person.isMinor")),
);

/** People of 1006.6(d)(1)(ii) to (vi), with whom a collector may always communicate. */
export const toProfessional: Condition = oneOf(
  "act.recipient",
  "lawyer",
  "credit-bureau",
  "creditor",
  "creditor-lawyer",
  "collector-lawyer",
);

/** The event was a contact with the same sort of person as the act. */
export const sameRecipient: Condition = {
  equal: [ref("event.recipient"), ref("act.recipient")],
};

export const spoke: readonly string[] = ["conversation", "connected", "answered"];

export const atWork: Condition = any(
  is("act.isAtWork"),
  oneOf("act.place", "work", "workplace"),
  oneOf("act.contactPoint", "work", "work-phone", "work-email"),
);

export const tellsWhereTheyAre: Condition = equal("act.purpose", "location");
export const isUntold = (fact: string): Condition => not(known(fact));
