import type { Pack, Rule } from "@fairdue/conduct";
import { inFacts } from "./facts.ts";
import * as lending from "./lending.ts";
import * as recovery from "./recovery.ts";
import { rulesOf } from "../rules-of.ts";

const rules: readonly Rule[] = [...rulesOf(recovery), ...rulesOf(lending)];

/** India: the Reserve Bank's rules on recovery agents, digital lending, key facts and penal charges. */
export const india: Pack = {
  id: "in",
  version: "2026.11",
  title: { en: "India", zh: "印度" },
  zone: "Asia/Kolkata",
  calendar: "weekdays",
  facts: inFacts,
  rules,
  given: `
    zone Asia/Kolkata
    recipient borrower
    debts D1
  `,
  leavesOpen: {
    "credit-query": "the law of credit information companies is not yet encoded",
    "negative-report": "the law of credit information companies is not yet encoded",
    "objection-answer": "the law of credit information companies is not yet encoded",
    "complaint-answer": "the ombudsman scheme is not yet encoded",
    "sub-placement": "the lender answers for its agents",
    "debt-sale": "the directions on transfer of loans are not yet encoded",
    lawsuit: "no rule for consumer credit in particular",
    "legal-threat": "content is inspected; no rule of its own",
    "price-quote": "no rate ceiling; the rate stands in the Key Facts Statement",
    "loan-offer": "the multi-lender rule of 1 November 2025 is not yet encoded",
    "credit-decision": "assessment on file is not yet encoded",
    plan: "no rule was found",
    "debit-attempt": "the e-mandate rules are not yet encoded",
    "rights-answer": "the Digital Personal Data Protection Act is not yet encoded",
    "incident-report": "the Digital Personal Data Protection Act is not yet encoded",
    "record-deletion": "no term of keeping was found",
    classification: "accounting",
    enforcement: "no rule for consumer credit in particular",
  },
};
