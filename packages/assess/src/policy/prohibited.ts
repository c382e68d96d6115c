import type { Words } from "../recipe/recipe.ts";

/**
 * Attributes that may not move a decision on credit, by the words that name their columns. Age is
 * among them: the law sets ages of eligibility, and those are rules, not scores.
 *
 * Sources: China, Personal Information Protection Law Art. 24 and 28; United States, 15 U.S.C. 1691
 * (a) and 12 CFR 1002.6; European Union, Charter Art. 21 and Directive (EU) 2023/2225 Art. 6.
 */
export type ProhibitedAttribute = {
  readonly attribute: string;
  readonly words: readonly string[];
  readonly why: Words;
};

export const prohibitedAttributes: readonly ProhibitedAttribute[] = [
  {
    attribute: "sex",
    words: ["sex", "gender", "male", "female", "性别"],
    why: { en: "sex may not move a decision on credit", zh: "性别不得影响授信决策" },
  },
  {
    attribute: "age",
    words: ["age", "birth", "birthday", "birthdate", "dob", "born", "年龄", "出生", "生日"],
    why: {
      en: "age counts only in the rules of eligibility, not in a score",
      zh: "年龄仅用于法定准入条件，不得计入评分",
    },
  },
  {
    attribute: "marriage",
    words: [
      "marriage",
      "marital",
      "married",
      "spouse",
      "divorced",
      "widowed",
      "婚姻",
      "婚否",
      "配偶",
    ],
    why: { en: "marital status may not move a decision on credit", zh: "婚姻状况不得影响授信决策" },
  },
  {
    attribute: "education",
    words: ["education", "edu", "schooling", "学历", "教育", "受教育"],
    why: {
      en: "education stands for origin; leaving it out costs almost no accuracy",
      zh: "受教育程度与出身相关，去除后几乎不损失准确度",
    },
  },
  {
    attribute: "origin",
    words: [
      "ethnicity",
      "ethnic",
      "race",
      "racial",
      "nationality",
      "foreign",
      "foreigner",
      "immigrant",
      "birthplace",
      "hukou",
      "民族",
      "种族",
      "国籍",
      "籍贯",
      "户籍",
      "户口",
    ],
    why: {
      en: "origin may not move a decision on credit",
      zh: "民族、籍贯等出身信息不得影响授信决策",
    },
  },
  {
    attribute: "belief",
    words: ["religion", "religious", "faith", "political", "politics", "宗教", "信仰", "政治"],
    why: {
      en: "belief may not move a decision on credit",
      zh: "宗教信仰、政治面貌不得影响授信决策",
    },
  },
  {
    attribute: "health",
    words: [
      "health",
      "disability",
      "disabled",
      "pregnant",
      "pregnancy",
      "illness",
      "健康",
      "残疾",
      "怀孕",
      "疾病",
    ],
    why: { en: "health may not move a decision on credit", zh: "健康状况不得影响授信决策" },
  },
  {
    attribute: "family",
    words: ["children", "kids", "dependents", "dependants", "子女", "抚养"],
    why: { en: "family may not move a decision on credit", zh: "家庭及子女状况不得影响授信决策" },
  },
  {
    attribute: "orientation",
    words: ["orientation", "sexual", "性取向"],
    why: {
      en: "sexual orientation may not move a decision on credit",
      zh: "性取向不得影响授信决策",
    },
  },
];

/** The age of a thing is not the age of a person: `account_age`, `age of oldest card`. */
const things = ["account", "loan", "card", "book", "line", "file", "credit", "vehicle", "device"];

/** The attribute that a column's name stands for: `personal_status_sex`, `ApplicantAge`, `婚姻状况`. */
export function prohibitedBy(column: string): ProhibitedAttribute | undefined {
  const words = column
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const ofThing = words.some((it) => things.includes(it));
  return prohibitedAttributes.find(
    (it) =>
      !(it.attribute === "age" && ofThing) &&
      it.words.some((word) => (/^[a-z]/.test(word) ? words.includes(word) : column.includes(word))),
  );
}
