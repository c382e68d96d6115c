import type { Dated, Pack, Rule } from "@fairdue/conduct";
import * as agencies from "./agencies.ts";
import * as booksAndClaims from "./books-and-claims.ts";
import * as charges from "./charges.ts";
import * as collectors from "./collectors.ts";
import { contactHours } from "./contact-hours.ts";
import * as content from "./content.ts";
import * as costDisclosure from "./cost-disclosure.ts";
import * as creditBureau from "./credit-bureau.ts";
import { cnFacts } from "./facts.ts";
import { lprPublication } from "./instruments.ts";
import * as limits from "./limits.ts";
import * as marketing from "./marketing.ts";
import * as messageFrequency from "./message-frequency.ts";
import * as pauses from "./pauses.ts";
import * as personalData from "./personal-data.ts";
import * as plansAndComplaints from "./plans-and-complaints.ts";
import * as priceCap from "./price-cap.ts";
import * as protectedPersons from "./protected-persons.ts";
import * as thirdParty from "./third-party.ts";
import * as visits from "./visits.ts";
import { unansweredDials, voiceConversations } from "./voice-frequency.ts";
import { rulesOf } from "../rules-of.ts";

/** One-year loan prime rate in per cent, only where a publication was seen. */
const lpr: Dated = [
  {
    from: "2026-04-20",
    to: "2026-05-19",
    value: 3,
    cite: lprPublication("2026-04-20", "secondary"),
  },
  {
    from: "2026-06-22",
    to: "2026-07-19",
    value: 3,
    cite: lprPublication("2026-06-22", "secondary"),
  },
];

const rules: readonly Rule[] = [
  contactHours,
  voiceConversations,
  unansweredDials,
  ...rulesOf(thirdParty),
  ...rulesOf(protectedPersons),
  ...rulesOf(pauses),
  ...rulesOf(content),
  ...rulesOf(messageFrequency),
  ...rulesOf(agencies),
  ...rulesOf(collectors),
  ...rulesOf(visits),
  ...rulesOf(costDisclosure),
  ...rulesOf(priceCap),
  ...rulesOf(charges),
  ...rulesOf(creditBureau),
  ...rulesOf(limits),
  ...rulesOf(plansAndComplaints),
  ...rulesOf(booksAndClaims),
  ...rulesOf(personalData),
  ...rulesOf(marketing),
];

/** Mainland China: collection, price, personal information, credit reporting, complaints, marketing. */
export const cn: Pack = {
  id: "cn",
  version: "2026.11",
  title: { en: "Mainland China", zh: "中国内地" },
  zone: "Asia/Shanghai",
  calendar: "cn",
  facts: cnFacts,
  tables: { "lpr-1y": lpr },
  rules,
  given: "zone Asia/Shanghai",
  leavesOpen: {
    enforcement:
      "no rule for consumer credit in particular: the contract and the Civil Code decide",
  },
};
