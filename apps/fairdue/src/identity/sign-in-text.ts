import type { Template } from "@fairdue/servicing";

/** How long a code may be used, in minutes. */
export const codeMinutes = 10;

/** The text that carries a sign-in code. It is sent, as any text, only once two people approved it. */
export const signInText: Omit<Template, "version"> = {
  templateId: "sign-in-code",
  channels: ["sms"],
  purpose: "servicing",
  recipients: ["borrower"],
  subject: { "zh-CN": "登录验证码", en: "Sign-in code" },
  body: {
    "zh-CN":
      "验证码 {{code}}，{{minutes}}分钟内有效，仅用于登录查看您的借款。我们不会向您索要验证码，请勿告诉任何人。",
    en: "{{code}} is your code for {{minutes}} minutes, to sign in and see your credit. We never ask you for it; tell nobody.",
  },
  variables: { code: "text", minutes: "count" },
};
