import type { Purpose } from "./purpose.ts";

/**
 * Class of a datum in the sense of JR/T 0171-2020 个人金融信息保护技术规范 §4.2: C3 authenticates a
 * person, C2 identifies one or tells of his finances, C1 is for use inside the institution.
 */
export type DataClass = "C1" | "C2" | "C3";

/** Why the law lets it be kept: 个人信息保护法 article 13, and article 29 for sensitive data. */
export type LegalBasis = "consent" | "separate-consent" | "contract" | "legal-duty";

export type MaskKind = "name" | "phone" | "email" | "digits" | "address" | "hidden";

export type PersonalField = {
  readonly title: { readonly zh: string; readonly en: string };
  readonly class: DataClass;
  readonly basis: LegalBasis;
  readonly purposes: readonly Purpose[];
  /** Days it is kept after the last account is closed; 个人信息保护法 art. 19, 征信业管理条例 art. 16. */
  readonly retentionDays: number;
  readonly mask: MaskKind;
  /** Whether it may be searched for, by equality only, through a keyed hash. */
  readonly isSearchable: boolean;
  readonly source: string;
};

export const personalFieldIds = [
  "name",
  "phone",
  "email",
  "idNumber",
  "birthOn",
  "address",
  "employer",
  "bankCard",
  "income",
  "hardshipNote",
  "location",
  "message",
] as const;

export type PersonalFieldId = (typeof personalFieldIds)[number];

const fiveYears = 1826;
const pipl13 = "个人信息保护法 13(1)(2)";

/** Every personal datum that Fairdue keeps. What is not here has no column to live in. */
export const personalFields: Readonly<Record<PersonalFieldId, PersonalField>> = {
  name: {
    title: { zh: "姓名", en: "Name" },
    class: "C2",
    basis: "contract",
    purposes: ["contact-delivery", "servicing", "complaint", "legal-proceedings", "supervision"],
    retentionDays: fiveYears,
    mask: "name",
    isSearchable: true,
    source: pipl13,
  },
  phone: {
    title: { zh: "手机号", en: "Phone" },
    class: "C2",
    basis: "contract",
    purposes: ["contact-delivery", "sign-in", "servicing", "complaint", "legal-proceedings"],
    retentionDays: fiveYears,
    mask: "phone",
    isSearchable: true,
    source: pipl13,
  },
  email: {
    title: { zh: "电子邮箱", en: "E-mail" },
    class: "C2",
    basis: "consent",
    purposes: ["contact-delivery", "servicing", "complaint"],
    retentionDays: fiveYears,
    mask: "email",
    isSearchable: true,
    source: "个人信息保护法 13(1)(1)",
  },
  idNumber: {
    title: { zh: "证件号码", en: "Identity number" },
    class: "C2",
    basis: "legal-duty",
    purposes: ["identification", "legal-proceedings", "credit-reporting"],
    retentionDays: fiveYears,
    mask: "digits",
    isSearchable: true,
    source: "反洗钱法 (2024) 29, 34",
  },
  birthOn: {
    title: { zh: "出生日期", en: "Date of birth" },
    class: "C2",
    basis: "legal-duty",
    purposes: ["identification", "eligibility"],
    retentionDays: fiveYears,
    mask: "hidden",
    isSearchable: false,
    source: "反洗钱法 (2024) 29",
  },
  address: {
    title: { zh: "住址", en: "Home address" },
    class: "C2",
    basis: "contract",
    purposes: ["contact-delivery", "visit", "legal-proceedings"],
    retentionDays: fiveYears,
    mask: "address",
    isSearchable: false,
    source: pipl13,
  },
  employer: {
    title: { zh: "工作单位", en: "Employer" },
    class: "C2",
    basis: "consent",
    purposes: ["credit-assessment"],
    retentionDays: 365,
    mask: "hidden",
    isSearchable: false,
    source: "个人信息保护法 13(1)(1)",
  },
  bankCard: {
    title: { zh: "银行卡号", en: "Bank card" },
    class: "C2",
    basis: "contract",
    purposes: ["payment"],
    retentionDays: 365,
    mask: "digits",
    isSearchable: false,
    source: pipl13,
  },
  income: {
    title: { zh: "收入", en: "Income" },
    class: "C2",
    basis: "consent",
    purposes: ["credit-assessment", "hardship"],
    retentionDays: 365,
    mask: "hidden",
    isSearchable: false,
    source: "个人信息保护法 13(1)(1)",
  },
  hardshipNote: {
    title: { zh: "困难情况说明", en: "Account of hardship" },
    class: "C2",
    basis: "separate-consent",
    purposes: ["hardship"],
    retentionDays: 365,
    mask: "hidden",
    isSearchable: false,
    source: "个人信息保护法 28, 29",
  },
  location: {
    title: { zh: "上门签到位置", en: "Place of a visit" },
    class: "C2",
    basis: "legal-duty",
    purposes: ["visit", "complaint", "supervision"],
    retentionDays: fiveYears,
    mask: "hidden",
    isSearchable: false,
    source: "个人信息保护法 13(1)(3)",
  },
  message: {
    title: { zh: "通信内容", en: "Text of a message" },
    class: "C2",
    basis: "contract",
    purposes: [
      "contact-delivery",
      "servicing",
      "complaint",
      "quality",
      "legal-proceedings",
      "supervision",
    ],
    retentionDays: fiveYears,
    mask: "hidden",
    isSearchable: false,
    source: pipl13,
  },
};

export function parsePersonalFieldId(text: string): PersonalFieldId | undefined {
  return personalFieldIds.find((it) => it === text);
}

/** Whether the catalogue lets this field be read for this purpose. */
export function mayRead(field: PersonalFieldId, purpose: Purpose): boolean {
  return personalFields[field].purposes.includes(purpose);
}
