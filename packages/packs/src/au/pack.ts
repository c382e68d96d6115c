import type { Pack, Rule } from "@fairdue/conduct";
import * as contact from "./contact.ts";
import * as creditCode from "./credit-code.ts";
import { auFacts } from "./facts.ts";
import * as frequency from "./frequency.ts";
import { nationalHolidays } from "./holidays.ts";
import * as hours from "./hours.ts";
import * as lending from "./lending.ts";
import { rulesOf } from "../rules-of.ts";

const rules: readonly Rule[] = [
  ...rulesOf(hours),
  ...rulesOf(frequency),
  ...rulesOf(contact),
  ...rulesOf(creditCode),
  ...rulesOf(lending),
];

/** Australia: the collection guideline of ACCC and ASIC, the National Credit Code, low-cost credit, the Privacy Act. */
export const au: Pack = {
  id: "au",
  version: "2026.11",
  title: { en: "Australia", zh: "澳大利亚" },
  zone: "person",
  home: "Australia/Sydney",
  calendar: nationalHolidays,
  facts: auFacts,
  rules,
  given: `
    zone Australia/Sydney
    recipient borrower
    debts D1
  `,
  leavesOpen: {
    "credit-query": "consent and purpose under Part IIIA are not yet encoded",
    "objection-answer": "correction under the Privacy Act is not yet encoded",
    placement: "the principal answers for its agent; no notice is prescribed",
    "sub-placement": "the principal answers for its agents; no notice is prescribed",
    "debt-sale": "notice of assignment is a matter of state law",
    "price-quote": "the comparison rate is not yet encoded",
    disbursement: "no rule beside the licence and the assessment",
    "loan-offer": "design and distribution duties are not yet encoded",
    "credit-decision": "the assessment governs the contract",
    "payment-allocation": "the contract decides",
    "debit-attempt": "the ePayments Code is not yet encoded",
    "early-payoff": "sections 82 and 83 are not yet encoded",
    "data-use": "the Australian Privacy Principles are not yet encoded",
    "data-share": "the Australian Privacy Principles are not yet encoded",
    "incident-report": "notifiable data breaches are not yet encoded",
    "record-deletion": "no term of keeping was found",
    classification: "accounting",
  },
};
