const purposeIds = [
  "contact-delivery",
  "credit-assessment",
  "credit-reporting",
  "legal-proceedings",
  "complaint",
  "eligibility",
  "hardship",
  "identification",
  "payment",
  "quality",
  "servicing",
  "sign-in",
  "supervision",
  "visit",
] as const;

export type Purpose = (typeof purposeIds)[number];

/** What personal data may be read for; each read states one. 个人信息保护法 article 6. */
export const purposes: Readonly<Record<Purpose, { readonly zh: string; readonly en: string }>> = {
  "contact-delivery": {
    zh: "投递一次已获许可的联系",
    en: "to deliver a contact that has its permit",
  },
  "credit-assessment": { zh: "评估信用", en: "to assess credit" },
  "credit-reporting": { zh: "向征信机构报送", en: "to report to the credit bureau" },
  "legal-proceedings": { zh: "调解、仲裁或诉讼", en: "for mediation or court" },
  complaint: { zh: "处理投诉或异议", en: "to answer a complaint or an objection" },
  eligibility: { zh: "核对准入条件", en: "to check eligibility" },
  hardship: { zh: "处理困难申请", en: "to decide on hardship" },
  identification: { zh: "核实身份", en: "to verify identity" },
  payment: { zh: "收付款", en: "to make or take a payment" },
  quality: { zh: "服务质量检查", en: "to check the quality of service" },
  servicing: { zh: "办理借款人的事务", en: "to serve the borrower" },
  "sign-in": { zh: "登录验证", en: "to sign the borrower in" },
  supervision: { zh: "监管检查", en: "for the regulator's inspection" },
  visit: { zh: "执行已获许可的上门", en: "to carry out a visit that has its permit" },
};

export function parsePurpose(text: string): Purpose | undefined {
  return purposeIds.find((it) => it === text);
}
