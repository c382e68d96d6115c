import type { Template } from "@fairdue/servicing";
import { signInText } from "../identity/sign-in-text.ts";

type Draft = Omit<Template, "version">;

const amountAndDay = { amount: "amount", dueOn: "day" } as const;

const friendly: Draft = {
  templateId: "due-reminder",
  channels: ["sms", "inbox"],
  purpose: "collection",
  recipients: ["borrower"],
  subject: { "zh-CN": "还款提醒", en: "Payment reminder" },
  body: {
    "zh-CN":
      "您的账单{{amount}}已于{{dueOn}}到期，请安排还款。如已还款，请忽略；如有困难，可在应用内申请协商。",
    en: "Your bill of {{amount}} fell due on {{dueOn}}. If you have paid, please disregard this. If it is difficult, you can ask for help in the app.",
  },
  variables: amountAndDay,
};

const help: Draft = {
  templateId: "help-offer",
  channels: ["sms", "inbox"],
  purpose: "collection",
  recipients: ["borrower"],
  subject: { "zh-CN": "协商还款", en: "Help with paying" },
  body: {
    "zh-CN":
      "您有{{amount}}自{{dueOn}}起未还。如暂时有困难，我们可以为您调整还款安排，请在应用内申请或致电我们。",
    en: "You have owed {{amount}} since {{dueOn}}. If paying is difficult for now, we can arrange another plan: apply in the app or call us.",
  },
  variables: amountAndDay,
};

/** Every text that the demo sends; each is written by one person and approved by another. */
export const demoTexts: readonly Draft[] = [friendly, help, signInText];
