type Bilingual = { readonly zh: string; readonly en: string };

export const fieldTitles: Readonly<Record<string, Bilingual>> = {
  name: { zh: "姓名", en: "Name" },
  phone: { zh: "手机号", en: "Phone" },
  email: { zh: "电子邮箱", en: "E-mail" },
  idNumber: { zh: "证件号码", en: "Identity number" },
  birthOn: { zh: "出生日期", en: "Date of birth" },
  address: { zh: "住址", en: "Home address" },
  employer: { zh: "工作单位", en: "Employer" },
  bankCard: { zh: "银行卡号", en: "Bank card" },
  income: { zh: "收入", en: "Income" },
  hardshipNote: { zh: "困难情况说明", en: "Account of hardship" },
  location: { zh: "上门签到位置", en: "Place of a visit" },
  message: { zh: "通信内容", en: "Text of a message" },
};

export const purposeTitles: Readonly<Record<string, Bilingual>> = {
  "contact-delivery": { zh: "投递一次已获许可的联系", en: "Deliver a permitted contact" },
  "credit-assessment": { zh: "评估信用", en: "Assess credit" },
  "credit-reporting": { zh: "向征信机构报送", en: "Report to the credit bureau" },
  "legal-proceedings": { zh: "调解、仲裁或诉讼", en: "Mediation or court" },
  complaint: { zh: "处理投诉或异议", en: "Answer a complaint" },
  eligibility: { zh: "核对准入条件", en: "Check eligibility" },
  hardship: { zh: "处理困难申请", en: "Decide on hardship" },
  identification: { zh: "核实身份", en: "Verify identity" },
  payment: { zh: "收付款", en: "Make or take a payment" },
  quality: { zh: "服务质量检查", en: "Check quality" },
  servicing: { zh: "办理借款人的事务", en: "Serve the borrower" },
  "sign-in": { zh: "登录验证", en: "Sign the borrower in" },
  supervision: { zh: "监管检查", en: "Supervision" },
  visit: { zh: "执行已获许可的上门", en: "Carry out a permitted visit" },
};
