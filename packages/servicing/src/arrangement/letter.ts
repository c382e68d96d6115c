import { formatDay } from "@fairdue/kernel";
import type { ArrangementQuote } from "./quote.ts";
import { type ArrangementTerms, givenUp, sumOfComponents } from "./terms.ts";

export type Language = "zh-CN" | "en";

export type OfferLetter = {
  readonly terms: ArrangementTerms;
  readonly quote: ArrangementQuote;
  readonly accountId: string;
  readonly currency: string;
  readonly expiresOn: string;
  readonly graceDays: number;
  /** The complaint line of the lender, if it is known. */
  readonly complaintLine: string | null;
};

/** Elements that a plan must hold: 商业银行信用卡业务监督管理办法 article 70, for every credit of the house. */
export const letterElements: readonly string[] = [
  "balance",
  "schedule",
  "fees",
  "no-new-cards",
  "rights",
];

export function letterSubject(terms: ArrangementTerms, language: Language): string {
  const title = kindTitles[terms.kind][language === "en" ? "en" : "zh"];
  return language === "en" ? `Our offer: ${title}` : `还款安排方案：${title}`;
}

/** The whole offer in plain words: what is owed, what changes, what it costs, what breaks it. */
export function letterText(it: OfferLetter, language: Language): string {
  return (language === "en" ? english(it) : chinese(it)).join("\n\n");
}

type Words = { readonly zh: string; readonly en: string };

export const kindTitles: Readonly<Record<ArrangementTerms["kind"], Words>> = {
  "instalment-plan": { zh: "个性化分期还款", en: "personal instalment plan" },
  holiday: { zh: "延期还款", en: "payment holiday" },
  "rate-relief": { zh: "降低利率", en: "lower rate" },
  "charge-relief": { zh: "息费减免", en: "charges given up" },
  "due-day": { zh: "变更还款日", en: "another due day" },
  "re-age": { zh: "逾期款重新分期", en: "overdue amounts spread anew" },
  settlement: { zh: "减免结清", en: "settlement" },
};

function chinese({ terms, quote, ...it }: OfferLetter): string[] {
  const yuan = (amount: number): string =>
    `${money(amount)} ${it.currency === "CNY" ? "元" : it.currency}`;
  const { owed } = quote;
  return [
    `账户 ${it.accountId} 截至 ${formatDay(quote.on)} 应还合计 ${yuan(owed.totalMinor)}：本金 ${yuan(owed.principalMinor)}，利息 ${yuan(owed.interestMinor)}，费用 ${yuan(owed.feeMinor)}，罚息 ${yuan(owed.penaltyMinor)}。`,
    `我们为您提供的方案：${changeZh(terms, yuan)}`,
    [
      "还款计划：",
      ...quote.rows.map((row) => `${formatDay(row.dueOn)}  ${yuan(row.totalMinor)}`),
    ].join("\n"),
    `按此方案您共还 ${yuan(quote.totalMinor)}，其中利息及费用 ${yuan(quote.costMinor)}。不作安排、逾期部分今日还清的情况下，共还 ${yuan(quote.withoutTotalMinor)}，其中利息及费用 ${yuan(quote.withoutCostMinor)}。本方案不另收手续费。`,
    `方案履行期间我们不会就该账户催收，该账户暂不新增用款。若某期超过还款日 ${it.graceDays} 天仍未还，方案终止，利率恢复为合同利率，已减免的部分不追回；如遇新的困难请先联系我们，可以再作调整。`,
    `本方案有效期至 ${it.expiresOn}。是否接受由您决定，不接受不影响您提出其他方案、申请困难帮扶、提出异议或投诉的权利。${it.complaintLine === null ? "" : `咨询及投诉：${it.complaintLine}。`}`,
  ];
}

function english({ terms, quote, ...it }: OfferLetter): string[] {
  const say = (amount: number): string => `${it.currency} ${money(amount)}`;
  const { owed } = quote;
  return [
    `On ${formatDay(quote.on)} account ${it.accountId} owes ${say(owed.totalMinor)}: principal ${say(owed.principalMinor)}, interest ${say(owed.interestMinor)}, fees ${say(owed.feeMinor)}, penalty ${say(owed.penaltyMinor)}.`,
    `What we offer: ${changeEn(terms, say)}`,
    [
      "Payments:",
      ...quote.rows.map((row) => `${formatDay(row.dueOn)}  ${say(row.totalMinor)}`),
    ].join("\n"),
    `In all you pay ${say(quote.totalMinor)}, of which interest and fees ${say(quote.costMinor)}. Without an arrangement, with what is overdue paid today, it would be ${say(quote.withoutTotalMinor)}, of which interest and fees ${say(quote.withoutCostMinor)}. There is no charge for the arrangement.`,
    `While it is kept nobody collects on this account, and nothing new is lent on it. If a payment is more than ${it.graceDays} days late, the arrangement ends and the contract's rate is charged again; what was given up stays given up. If something new happens to you, tell us first: it can be changed.`,
    `The offer stands until ${it.expiresOn}. It is yours to accept or not. If you do not, you may still ask for another, ask for help in hardship, object or complain.${it.complaintLine === null ? "" : ` Questions and complaints: ${it.complaintLine}.`}`,
  ];
}

function changeZh(terms: ArrangementTerms, yuan: (amount: number) => string): string {
  switch (terms.kind) {
    case "instalment-plan":
      return `全部欠款分 ${terms.months} 期等额偿还。`;
    case "holiday":
      return `还款日顺延 ${terms.months} 个月，期间利息${terms.interest === "waived" ? "免收" : "照常计算"}。`;
    case "rate-relief":
      return "自今日起降低利率，期数不变。";
    case "charge-relief":
      return `减免息费 ${yuan(sumOfComponents(givenUp(terms)))}。`;
    case "due-day":
      return `每月还款日改为 ${terms.dueDay} 日。`;
    case "re-age":
      return `逾期本金重新分 ${terms.months} 期偿还，逾期天数重新计算，历史记录不变。`;
    case "settlement":
      return `在 ${formatDay(terms.payBy)} 前还 ${yuan(terms.payMinor)}，其余 ${yuan(sumOfComponents(terms.waive))} 予以减免，账户结清。`;
  }
}

function changeEn(terms: ArrangementTerms, say: (amount: number) => string): string {
  switch (terms.kind) {
    case "instalment-plan":
      return `everything you owe in ${terms.months} equal instalments.`;
    case "holiday":
      return `due days move ${terms.months} months later; interest ${terms.interest === "waived" ? "rests" : "runs on"} meanwhile.`;
    case "rate-relief":
      return "a lower rate from today, with the same number of payments.";
    case "charge-relief":
      return `${say(sumOfComponents(givenUp(terms)))} of charges given up.`;
    case "due-day":
      return `day ${terms.dueDay} of each month as your due day.`;
    case "re-age":
      return `what is overdue in ${terms.months} new instalments; days past due start anew, the history stays.`;
    case "settlement":
      return `you pay ${say(terms.payMinor)} by ${formatDay(terms.payBy)}, and we give up the other ${say(sumOfComponents(terms.waive))}.`;
  }
}

function money(amountMinor: number): string {
  const whole = Math.trunc(Math.abs(amountMinor) / 100);
  const cents = String(Math.abs(amountMinor) % 100).padStart(2, "0");
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amountMinor < 0 ? "−" : ""}${grouped}.${cents}`;
}
