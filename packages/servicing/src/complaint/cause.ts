type Bilingual = { readonly zh: string; readonly en: string };

export const rootCauseIds = [
  "too-many-contacts",
  "wrong-hours",
  "wrong-person",
  "harsh-words",
  "disclosure",
  "agency-conduct",
  "wrong-amount",
  "payment-not-booked",
  "unclear-terms",
  "wrong-report",
  "not-own-debt",
  "hardship-not-heard",
  "system-fault",
  "no-fault",
] as const;
export type RootCauseId = (typeof rootCauseIds)[number];

/** Why complaints come, as the desk finds it: counted, and taken back to its source. */
export const rootCauses: Readonly<Record<RootCauseId, Bilingual>> = {
  "too-many-contacts": { zh: "联系过于频繁", en: "Too many contacts" },
  "wrong-hours": { zh: "联系时间不当", en: "Contact at a wrong hour" },
  "wrong-person": { zh: "联系了无关人员", en: "Somebody else was contacted" },
  "harsh-words": { zh: "言语不当", en: "Harsh words" },
  disclosure: { zh: "泄露债务信息", en: "The debt was told to others" },
  "agency-conduct": { zh: "合作机构行为", en: "Conduct of an agency" },
  "wrong-amount": { zh: "金额有误", en: "A wrong amount" },
  "payment-not-booked": { zh: "还款未入账", en: "A payment was not booked" },
  "unclear-terms": { zh: "条款不清", en: "Unclear terms" },
  "wrong-report": { zh: "征信报送有误", en: "A wrong credit report" },
  "not-own-debt": { zh: "非本人借款", en: "Not their debt" },
  "hardship-not-heard": { zh: "困难诉求未处理", en: "Hardship was not heard" },
  "system-fault": { zh: "系统故障", en: "A fault of the system" },
  "no-fault": { zh: "核实无误", en: "Nothing was wrong" },
};

export const complaintAbout = [
  "contact",
  "amount",
  "service",
  "privacy",
  "fraud",
  "credit-report",
  "other",
] as const;
export type ComplaintAbout = (typeof complaintAbout)[number];

export const complaintChannels = [
  "own-page",
  "verify-page",
  "phone",
  "letter",
  "email",
  "visit",
  "regulator",
  "agency",
] as const;

/** Whether collection of the named debts rests: they are disputed, not merely complained about. */
export function disputesDebt(about: string): about is "amount" | "fraud" {
  return about === "amount" || about === "fraud";
}

export type AnswerLetter = {
  readonly complaintId: string;
  readonly filedOn: string;
  readonly answeredOn: string;
  readonly verdict: "upheld" | "partly-upheld" | "not-upheld";
  readonly found: string;
  readonly redressMinor: number;
  readonly currency: string;
  readonly complaintLine: string | null;
};

/** The answer as it is sent: what was found, what is done, where to turn next. */
export function answerLetter(it: AnswerLetter, language: "zh-CN" | "en"): string {
  const amount = (it.redressMinor / 100).toFixed(2);
  if (language === "en")
    return [
      `On ${it.filedOn} you complained to us (${it.complaintId}). We looked into it, and this is our answer of ${it.answeredOn}: ${verdicts[it.verdict].en}`,
      it.found,
      ...(it.redressMinor > 0 ? [`We have booked ${it.currency} ${amount} in your favour.`] : []),
      `If you do not agree, you may ask us for a review within 30 days, ask for mediation, turn to the regulator, or go to court.${it.complaintLine === null ? "" : ` Our complaint line: ${it.complaintLine}.`}`,
    ].join("\n\n");
  return [
    `您于 ${it.filedOn} 提出的投诉（${it.complaintId}）我们已核查完毕，现于 ${it.answeredOn} 答复如下：${verdicts[it.verdict].zh}`,
    it.found,
    ...(it.redressMinor > 0
      ? [`我们已为您冲减 ${amount} ${it.currency === "CNY" ? "元" : it.currency}。`]
      : []),
    `如您不同意本答复，可在30日内向我们申请核查，也可以申请调解、向监管部门反映或依法起诉。${it.complaintLine === null ? "" : `投诉电话：${it.complaintLine}。`}`,
  ].join("\n\n");
}

const verdicts: Readonly<Record<AnswerLetter["verdict"], Bilingual>> = {
  upheld: { zh: "您反映的情况属实。", en: "you were right." },
  "partly-upheld": { zh: "您反映的情况部分属实。", en: "you were right in part." },
  "not-upheld": { zh: "经核查未发现所述问题。", en: "we did not find what you described." },
};
