import {
  all,
  any,
  type Condition,
  contactKinds,
  equal,
  is,
  known,
  not,
  oneOf,
  type ActKind,
} from "@fairdue/conduct";

/** Kinds of contact by which a debt may be collected. */
export const collecting: readonly ActKind[] = contactKinds;

/** The contact is about collecting; what does not say its purpose is. */
export const isCollection: Condition = oneOf("act.purpose", "collection", "reminder", "location");

/** A collection agency acts, not the lender itself. */
export const byAgency: Condition = any(
  known("act.agency"),
  oneOf("act.actor", "agency", "debt-collector", "collection-agency"),
);

/** Neither the borrower nor anyone who owes with the borrower. */
export const toThirdParty: Condition = not(
  oneOf(
    "act.recipient",
    "borrower",
    "co-borrower",
    "co_obligor",
    "guarantor",
    "lawyer",
    "guardian",
  ),
);

/** Who is bound by what the banking association has agreed for its members. */
export const associationMembers: Condition = any(
  oneOf("lender.kind", "bank", "card", "consumer-finance", "transferee"),
  byAgency,
);

export const banks: Condition = oneOf("lender.kind", "bank", "card", "consumer-finance");
export const cardIssuer: Condition = equal("lender.kind", "card");
export const microLender: Condition = oneOf("lender.kind", "microloan", "internet-microloan");
export const licensed: Condition = not(equal("lender.kind", "private"));
export const marketing: Condition = any(
  equal("act.purpose", "marketing"),
  equal("act.kind", "loan-offer"),
);
export const byMachine: Condition = is("act.isAutomated");
export const collectionByAgency: Condition = all(isCollection, byAgency);
