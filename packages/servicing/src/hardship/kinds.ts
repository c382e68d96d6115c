type Bilingual = { readonly zh: string; readonly en: string };

export const hardshipKindIds = [
  "illness",
  "lost-work",
  "lower-income",
  "family",
  "disaster",
  "fraud-victim",
  "other",
] as const;
export type HardshipKindId = (typeof hardshipKindIds)[number];

/** A paper that may be asked for; one is enough, and a person may say that he has none. */
export const evidenceIds = [
  "medical-note",
  "employer-note",
  "income-statement",
  "family-note",
  "police-note",
  "public-notice",
  "own-words",
] as const;
export type EvidenceId = (typeof evidenceIds)[number];

export const evidenceTitles: Readonly<Record<EvidenceId, Bilingual>> = {
  "medical-note": {
    zh: "医院证明（隐去病情细节）",
    en: "A note of the hospital, without the diagnosis",
  },
  "employer-note": { zh: "单位或社保证明", en: "A note of the employer or the social insurance" },
  "income-statement": { zh: "近三个月收入流水", en: "Income of the last three months" },
  "family-note": { zh: "家庭情况说明", en: "A note about the family" },
  "police-note": { zh: "公安机关受案回执", en: "A receipt of the police" },
  "public-notice": { zh: "无需提交，以政府公告为准", en: "Nothing: the public notice is enough" },
  "own-words": { zh: "本人说明", en: "Your own words" },
};

export type HardshipKind = {
  readonly title: Bilingual;
  /** Any one of these is enough. Nothing beyond the list may be asked for. */
  readonly evidence: readonly EvidenceId[];
  /** Fact of the rules that holds while it is granted; null where the pause alone says it. */
  readonly fact: string | null;
  /** Days after a grant when it is looked at again, at the latest. */
  readonly reviewDaysMax: number;
};

/** What may befall somebody, what shows it, and how long it is taken as said. */
export const hardshipKinds: Readonly<Record<HardshipKindId, HardshipKind>> = {
  illness: {
    title: { zh: "重大疾病", en: "Serious illness" },
    evidence: ["medical-note"],
    fact: "person.isSeriouslyIll",
    reviewDaysMax: 180,
  },
  "lost-work": {
    title: { zh: "失业", en: "Lost work" },
    evidence: ["employer-note", "own-words"],
    fact: null,
    reviewDaysMax: 90,
  },
  "lower-income": {
    title: { zh: "收入下降", en: "Lower income" },
    evidence: ["income-statement"],
    fact: null,
    reviewDaysMax: 90,
  },
  family: {
    title: { zh: "家庭变故", en: "A blow in the family" },
    evidence: ["family-note", "own-words"],
    fact: null,
    reviewDaysMax: 90,
  },
  disaster: {
    title: { zh: "受灾", en: "Disaster" },
    evidence: ["public-notice"],
    fact: "person.isDisasterVictim",
    reviewDaysMax: 180,
  },
  "fraud-victim": {
    title: { zh: "遭受诈骗", en: "Victim of fraud" },
    evidence: ["police-note"],
    fact: "person.isFraudVictim",
    reviewDaysMax: 180,
  },
  other: {
    title: { zh: "其他困难", en: "Another hardship" },
    evidence: ["own-words"],
    fact: null,
    reviewDaysMax: 90,
  },
};

/** Why a person is treated with particular care, beyond a single request. */
export const protectionIds = [
  "vulnerable",
  "minor",
  "incapacitated",
  "seriously-ill",
  "disaster-victim",
  "fraud-victim",
  "represented",
  "deceased",
] as const;
export type ProtectionId = (typeof protectionIds)[number];

export const protections: Readonly<
  Record<ProtectionId, { readonly title: Bilingual; readonly fact: string }>
> = {
  vulnerable: {
    title: { zh: "需特别保护", en: "Needs particular care" },
    fact: "person.isVulnerable",
  },
  minor: { title: { zh: "未成年人", en: "Not of full age" }, fact: "person.isMinor" },
  incapacitated: {
    title: { zh: "无民事行为能力", en: "Without capacity" },
    fact: "person.isIncapacitated",
  },
  "seriously-ill": {
    title: { zh: "重大疾病", en: "Seriously ill" },
    fact: "person.isSeriouslyIll",
  },
  "disaster-victim": {
    title: { zh: "受灾人员", en: "Victim of a disaster" },
    fact: "person.isDisasterVictim",
  },
  "fraud-victim": {
    title: { zh: "诈骗受害人", en: "Victim of fraud" },
    fact: "person.isFraudVictim",
  },
  represented: { title: { zh: "有代理人", en: "Represented" }, fact: "person.isRepresented" },
  deceased: { title: { zh: "已去世", en: "Has died" }, fact: "person.isDeceased" },
};
