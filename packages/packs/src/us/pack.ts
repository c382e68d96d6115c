import type { Pack, Rule } from "@fairdue/conduct";
import * as callFrequency from "./call-frequency.ts";
import * as creditReporting from "./credit-reporting.ts";
import * as decisions from "./decisions.ts";
import { usFacts } from "./facts.ts";
import { federalHolidays } from "./holidays.ts";
import * as messages from "./messages.ts";
import * as persons from "./persons.ts";
import * as price from "./price.ts";
import * as robocalls from "./robocalls.ts";
import * as suitsAndReports from "./suits-and-reports.ts";
import * as timeAndPlace from "./time-and-place.ts";
import * as validation from "./validation.ts";
import * as voicemail from "./voicemail.ts";
import { rulesOf } from "../rules-of.ts";

const rules: readonly Rule[] = [
  ...rulesOf(callFrequency),
  ...rulesOf(timeAndPlace),
  ...rulesOf(persons),
  ...rulesOf(messages),
  ...rulesOf(voicemail),
  ...rulesOf(robocalls),
  ...rulesOf(validation),
  ...rulesOf(suitsAndReports),
  ...rulesOf(price),
  ...rulesOf(decisions),
  ...rulesOf(creditReporting),
];

/** United States: FDCPA and Regulation F, TCPA, and the duties of TILA, ECOA, FCRA, MLA, SCRA. */
export const us: Pack = {
  id: "us",
  version: "2026.11",
  title: { en: "United States", zh: "美国" },
  zone: "person",
  home: "America/New_York",
  calendar: federalHolidays,
  facts: usFacts,
  rules,
  given: `
    zone America/New_York
    actor debt-collector
    recipient borrower
    debts D1
  `,
  leavesOpen: {
    "credit-query": "a permissible purpose is a judgement on the case (15 USC 1681b)",
    disbursement: "only the military rate is capped by federal law",
    plan: "federal law prescribes no plan",
    "payment-allocation": "contract, and card law not yet encoded",
    "debit-attempt": "Regulation E not yet encoded beside the stay in bankruptcy",
    "early-payoff": "contract and state law",
    "data-use": "the Gramm-Leach-Bliley Act is not yet encoded",
    "data-share": "the Gramm-Leach-Bliley Act is not yet encoded",
    "rights-answer": "state privacy laws are not yet encoded",
    "incident-report": "state breach laws are not yet encoded",
    classification: "accounting",
    "loan-offer": "TILA advertising rules are not yet encoded",
  },
};
