import type { LawfulCategory, ProhibitedCategory, Recipient } from "../catalogue/categories.ts";

export type Reason = {
  readonly category: ProhibitedCategory | LawfulCategory;
  readonly zh: string;
  readonly en: string;
};

type Words = { readonly zh: string; readonly en: string };

export const categoryText: Readonly<Record<ProhibitedCategory | LawfulCategory, Words>> = {
  threat_violence: { zh: "以暴力或人身安全相威胁", en: "threatens violence or a person's safety" },
  threat_disclosure: {
    zh: "以告知家人、单位、联系人或公众相威胁",
    en: "threatens to tell family, employer, contacts or the public",
  },
  impersonation: {
    zh: "冒充公安、法院、检察、律师或征信机构",
    en: "poses as police, court, prosecutor, lawyer or credit bureau",
  },
  false_legal_consequence: {
    zh: "虚构法律后果（坐牢、抓人、株连、自行冻结等）",
    en: "invents legal consequences (prison, arrest, harm to relatives, seizure without a court)",
  },
  insult: { zh: "侮辱、谩骂", en: "insults" },
  harassment: {
    zh: "以高频、深夜或轰炸式联系相骚扰",
    en: "harasses by volume, by night or by call bombing",
  },
  third_party_payment: {
    zh: "要求没有还款义务的人还款",
    en: "asks someone who owes nothing to pay",
  },
  private_account: {
    zh: "引导向个人或非约定账户付款",
    en: "steers payment to a private or unagreed account",
  },
  privacy_disclosure: {
    zh: "向第三人透露债务信息",
    en: "tells a third party about the debt",
  },
  sexual: { zh: "含性要挟或性暗示", en: "sexual demand or innuendo" },
  unlawful_visit: {
    zh: "围堵、占据、跟踪、张贴或私自取走财物",
    en: "occupying, following, posting notices or taking goods",
  },
  deception: {
    zh: "虚假减免、巧立收费、付费“修复征信”或借新还旧",
    en: "false waiver, invented fee, paid credit repair or borrowing to repay",
  },
  coerced_harm: {
    zh: "逼迫自伤、出卖身体或出借银行卡等",
    en: "pushes to self-harm, selling the body or lending out bank cards",
  },
  routine_reminder: { zh: "普通还款提醒", en: "routine reminder" },
  legal_notice: { zh: "如实告知法律程序", en: "true notice of legal steps" },
  credit_report_notice: { zh: "如实告知征信事项", en: "true notice about the credit report" },
  visit_notice: { zh: "上门预约或告知", en: "notice of a visit" },
  hardship_offer: { zh: "困难客户协商方案", en: "offer to someone in hardship" },
  third_party_neutral: {
    zh: "对第三人的中性联系，未透露债务",
    en: "neutral contact with a third party, no debt mentioned",
  },
  fraud_warning: { zh: "防诈骗提示", en: "warning against fraud" },
  identity_complaint: { zh: "表明身份或处理投诉", en: "identity or complaint" },
  mediation: { zh: "调解告知", en: "mediation" },
  reassurance_quote: {
    zh: "否认或转述被禁止的行为",
    en: "denies or reports what is forbidden",
  },
};

const recipientText: Readonly<Record<Recipient, Words>> = {
  borrower: { zh: "借款人", en: "the borrower" },
  third_party: { zh: "第三人", en: "a third party" },
  co_obligor: { zh: "共同债务人", en: "a co-obligor" },
};

export function reasonFor(
  category: ProhibitedCategory | LawfulCategory,
  seen: {
    readonly words: readonly string[];
    readonly recipient: Recipient;
    readonly disguised: boolean;
  },
): Reason {
  const words = seen.words.slice(0, 4);
  const to = recipientText[seen.recipient];
  const quotedZh = words.length === 0 ? "" : `：${words.map((it) => `“${it}”`).join("、")}`;
  const quotedEn = words.length === 0 ? "" : `: ${words.map((it) => `“${it}”`).join(", ")}`;
  const { zh, en } = categoryText[category];
  return {
    category,
    zh: `${zh}（收信人：${to.zh}）${quotedZh}${seen.disguised ? "；已还原变形文字" : ""}`,
    en: `${en} (to ${to.en})${quotedEn}${seen.disguised ? "; disguised spelling was undone" : ""}`,
  };
}
