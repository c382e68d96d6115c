import type { Pack, Rule } from "@fairdue/conduct";
import * as agreements from "./agreements.ts";
import { euFacts } from "./facts.ts";
import * as people from "./people.ts";
import { rulesOf } from "../rules-of.ts";

const rules: readonly Rule[] = [...rulesOf(agreements), ...rulesOf(people)];

/**
 * European Union: the consumer credit directive that applies from 20 November 2026, credit servicers,
 * GDPR. Hours, caps of contact and many numbers are national and stand in no pack yet.
 */
export const eu: Pack = {
  id: "eu",
  version: "2026.11",
  title: { en: "European Union", zh: "欧洲联盟" },
  zone: "person",
  home: "Europe/Brussels",
  calendar: "weekdays",
  facts: euFacts,
  rules,
  given: `
    zone Europe/Berlin
    recipient borrower
    debts D1
  `,
  leavesOpen: {
    "credit-query": "national law",
    "negative-report": "national law",
    "objection-answer": "national law",
    "complaint-answer": "national law",
    placement: "national law",
    "sub-placement": "national law",
    "legal-threat": "national law",
    plan: "a plan is one of the forbearance measures",
    "payment-allocation": "national law",
    "record-deletion": "national law",
    classification: "accounting",
  },
};
