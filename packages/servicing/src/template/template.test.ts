import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderText } from "./render.ts";
import { problemsOfTemplate, problemsOfValues, type Template, type TextFrame } from "./template.ts";

const reminder: Template = {
  templateId: "due-reminder",
  version: 1,
  channels: ["sms", "inbox", "email"],
  purpose: "reminder",
  recipients: ["borrower"],
  subject: { "zh-CN": "还款提醒", en: "Payment reminder" },
  body: {
    "zh-CN": "您的账单{{amount}}将于{{dueOn}}到期，请安排还款；如有困难，可在应用内申请协商。",
    en: "Your bill of {{amount}} falls due on {{dueOn}}. If that is difficult, ask for help in the app.",
  },
  variables: { amount: "amount", dueOn: "day" },
};

const frame: TextFrame = {
  lender: { "zh-CN": "有度消费金融", en: "Fairdue Finance" },
  agency: null,
  complaintLine: "95000",
  verifyPage: "verify.lender.example",
  currency: "CNY",
};

const values = { amount: 123_456, dueOn: "2026-03-31" };
const verifyCode = "7K2QXM9D4R";

describe("a text", () => {
  test("carries identity, purpose, how to complain and the verify code, in Chinese", () => {
    const it = { template: reminder, values, frame, verifyCode };
    expect(renderText({ ...it, language: "zh-CN" })).toEqual({
      subject: "还款提醒",
      text:
        "【有度消费金融】还款提醒。您的账单1,234.56元将于2026年3月31日到期，请安排还款；如有困难，可在应用内申请协商。" +
        "核验真伪：verify.lender.example 核验码7K2QX-M9D4R。投诉电话：95000。回复TD退订。",
    });
    expect(renderText({ ...it, language: "en" }).text).toBe(
      "[Fairdue Finance] Payment reminder. Your bill of CNY 1,234.56 falls due on 31 March 2026. If that is difficult, " +
        "ask for help in the app. Genuine? Code 7K2QX-M9D4R at verify.lender.example. Complaints: 95000. Reply STOP to stop texts.",
    );
  });

  test("of an agency says on whose behalf it writes", () => {
    const agency = { "zh-CN": "诚信催告", en: "Honest Agency" };
    const { text } = renderText({
      template: reminder,
      values,
      frame: { ...frame, agency },
      verifyCode,
      language: "zh-CN",
    });
    expect(text).toMatch(/^【诚信催告（受有度消费金融委托）】还款提醒。/);
  });

  test("never lets a value add a placeholder, an address or a line", () => {
    const note = { ...reminder, variables: { ...reminder.variables, note: "text" as const } };
    for (const evil of [
      "{{amount}}",
      "见 https://evil.example",
      "www.evil.example",
      "一行\n二行",
      "",
    ])
      expect(problemsOfValues(note, { ...values, note: evil }).map((it) => it.field)).toEqual([
        "variables.note",
      ]);
  });

  test("is complete for all values that fit", () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.constantFrom("zh-CN" as const, "en" as const),
        (amount, language) => {
          const it = { template: reminder, values: { ...values, amount }, frame, verifyCode };
          const { text } = renderText({ ...it, language });
          expect(text).not.toMatch(/[{}]/);
          expect(text).toContain("7K2QX-M9D4R");
          expect(text).toContain("95000");
        },
      ),
    );
  });
});

test("a template is refused for what is missing, unknown or unused, each by its field", () => {
  const wrong: Template = {
    ...reminder,
    templateId: "Due Reminder",
    channels: [],
    subject: { ...reminder.subject, en: " " },
    body: { ...reminder.body, en: "Pay {{sum}} at http://pay.example" },
  };
  expect(problemsOfTemplate(wrong).map((it) => it.field)).toEqual([
    "templateId",
    "channels",
    "subject.en",
    "body.en",
    "body.en",
    "variables.amount",
    "variables.dueOn",
  ]);
  expect(problemsOfTemplate(reminder)).toEqual([]);
});

test("values are refused by name and kind, without repeating what they hold", () => {
  const given = { amount: 12.5, dueOn: "2026-13-01", phone: "13800138000" };
  expect(problemsOfValues(reminder, given)).toEqual([
    {
      field: "variables.amount",
      value: "number",
      expected: "a whole number of minor units from 0",
    },
    { field: "variables.dueOn", value: "string", expected: "a day such as 2026-03-31" },
    { field: "variables.phone", value: "given", expected: "a variable of the template" },
  ]);
});
