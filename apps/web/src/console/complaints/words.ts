export type Complaint = {
  readonly complaintId: string;
  readonly borrowerId: string;
  readonly maskedName: string | null;
  readonly about: string;
  readonly answerBy: string;
  readonly daysLeft: number;
  readonly status: string;
  readonly ownerId: string | null;
};

type Bilingual = { readonly zh: string; readonly en: string };

export const aboutTitles: Readonly<Record<string, Bilingual>> = {
  contact: { zh: "催收联系", en: "A contact" },
  amount: { zh: "金额有异议", en: "An amount" },
  service: { zh: "服务", en: "Service" },
  privacy: { zh: "个人信息", en: "Personal data" },
  fraud: { zh: "非本人借款", en: "Fraud" },
  "credit-report": { zh: "征信异议", en: "A credit report" },
  other: { zh: "其他", en: "Something else" },
};
