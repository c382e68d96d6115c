import { assert } from "@fairdue/kernel";
import type { ContactPurpose } from "../gate/act.ts";
import {
  problemsOfValues,
  type Template,
  type TextFrame,
  type TextLanguage,
  type TextValues,
  type VariableKind,
} from "./template.ts";

export type RenderedText = { readonly subject: string; readonly text: string };

export type Rendering = {
  readonly template: Template;
  readonly language: TextLanguage;
  readonly values: TextValues;
  readonly frame: TextFrame;
  readonly verifyCode: string;
};

/**
 * The whole text: who writes and for whom, what it is for, the body, how to complain, and the code
 * with which anyone can check that it is genuine. The same template version, values and frame give
 * the same text for ever.
 */
export function renderText(it: Rendering): RenderedText {
  const { template, language, values, frame, verifyCode } = it;
  assert(problemsOfValues(template, values).length === 0, "the values fit the template");
  const fill = (text: string): string =>
    text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
      const key = name.trim();
      const kind = template.variables[key];
      const value = values[key];
      assert(kind !== undefined && value !== undefined, "every placeholder has its value");
      return formatValue(kind, value, { language, currency: frame.currency });
    });
  const subject = fill(template.subject[language]);
  const body = fill(template.body[language]);
  return frameText({ subject, body, purpose: template.purpose, language, frame, verifyCode });
}

export type FramedText = {
  /** States the purpose. */
  readonly subject: string;
  readonly body: string;
  readonly purpose: ContactPurpose;
  readonly language: TextLanguage;
  readonly frame: TextFrame;
  readonly verifyCode: string;
};

/** Puts identity and purpose before a text, and behind it the code and how to complain. */
export function frameText(it: FramedText): RenderedText {
  const { subject, body, frame, language } = it;
  const stop = language === "en" ? ". " : "。";
  const text = `${identityOf(frame, language)}${subject}${stop}${body}${closingOf(frame, it)}`;
  return { subject, text };
}

function identityOf({ lender, agency }: TextFrame, language: TextLanguage): string {
  if (agency === null) return language === "en" ? `[${lender.en}] ` : `【${lender["zh-CN"]}】`;
  return language === "en"
    ? `[${agency.en} on behalf of ${lender.en}] `
    : `【${agency["zh-CN"]}（受${lender["zh-CN"]}委托）】`;
}

type Closing = {
  readonly language: TextLanguage;
  readonly verifyCode: string;
  readonly purpose: ContactPurpose;
};

function closingOf({ complaintLine, verifyPage }: TextFrame, it: Closing): string {
  const code = spacedCode(it.verifyCode);
  const optOut =
    it.purpose === "marketing" || it.purpose === "collection" || it.purpose === "reminder";
  return it.language === "en"
    ? ` Genuine? Code ${code} at ${verifyPage}. Complaints: ${complaintLine}.${optOut ? " Reply STOP to stop texts." : ""}`
    : `核验真伪：${verifyPage} 核验码${code}。投诉电话：${complaintLine}。${optOut ? "回复TD退订。" : ""}`;
}

/** `7K2QX-M9D4R`: two groups of five are read out and typed without slips. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function formatValue(
  kind: VariableKind,
  value: string | number,
  { language, currency }: { language: TextLanguage; currency: string },
): string {
  if (kind === "amount") return formatAmount(Number(value), { language, currency });
  if (kind !== "day") return String(value);
  const [year, month, day] = String(value).split("-").map(Number);
  return language === "en"
    ? `${day} ${months[(month ?? 1) - 1]} ${year}`
    : `${year}年${month}月${day}日`;
}

/** Currencies of two decimals: the ones whose packs we ship. */
function formatAmount(minor: number, it: { language: TextLanguage; currency: string }): string {
  const whole = String(Math.floor(minor / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  const text = `${whole}.${String(minor % 100).padStart(2, "0")}`;
  return it.language === "zh-CN" && it.currency === "CNY" ? `${text}元` : `${it.currency} ${text}`;
}
