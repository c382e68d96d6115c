import { type Pack, type Rule } from "@fairdue/conduct";
import * as contact from "./contact.ts";
import * as cost from "./cost.ts";
import { ukFacts } from "./facts.ts";
import * as lending from "./lending.ts";
import * as notices from "./notices.ts";
import * as pauses from "./pauses.ts";
import { rulesOf } from "../rules-of.ts";

const rules: readonly Rule[] = [
  ...rulesOf(contact),
  ...rulesOf(pauses),
  ...rulesOf(notices),
  ...rulesOf(cost),
  ...rulesOf(lending),
];

/** United Kingdom: CONC, breathing space (England and Wales), the Consumer Credit Act, deferred payment credit. */
export const uk: Pack = {
  id: "uk",
  version: "2026.11",
  title: { en: "United Kingdom", zh: "英国" },
  zone: "person",
  home: "Europe/London",
  calendar: "weekdays",
  facts: ukFacts,
  rules,
  given: `
    zone Europe/London
    recipient borrower
    debts D1
  `,
  leavesOpen: {
    "credit-query": "data protection law on purpose is not yet encoded",
    "objection-answer": "section 159 is not yet encoded",
    "complaint-answer": "DISP is not yet encoded",
    "loan-offer": "CONC 3 is not yet encoded",
    "credit-decision": "affordability governs the agreement",
    plan: "forbearance is a judgement on the case (CONC 7.3)",
    "payment-allocation": "the agreement decides, and card rules not yet encoded",
    "data-use": "UK GDPR is not yet encoded",
    "rights-answer": "UK GDPR is not yet encoded",
    "incident-report": "UK GDPR is not yet encoded",
    "record-deletion": "three to six years by several rules, not yet encoded",
    classification: "accounting",
  },
};
