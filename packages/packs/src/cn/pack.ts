import type { Pack } from "@fairdue/conduct";
import { contactHours } from "./contact-hours.ts";
import { cnFacts } from "./facts.ts";
import { unansweredDials, voiceConversations } from "./voice-frequency.ts";

/** Mainland China: collection, price, personal information, credit reporting, complaints, marketing. */
export const cn: Pack = {
  id: "cn",
  version: "2026.11",
  title: { en: "Mainland China", zh: "中国内地" },
  zone: "Asia/Shanghai",
  calendar: "cn",
  facts: cnFacts,
  rules: [contactHours, voiceConversations, unansweredDials],
};
