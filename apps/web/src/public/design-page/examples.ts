import type { LineItem } from "../../design/line/two-sided-line.tsx";
import type { MeasureMark, MeasureSpan } from "../../design/measure/day-measure.tsx";
import type { SumPart } from "../../design/sum/unfolding-sum.tsx";
import type { Bilingual } from "../../text/language.tsx";

const hours = {
  title: { zh: "催收联系时段", en: "Hours of contact" },
  article: "金规〔2025〕9号",
};

/** A day with two calls made, one left, and one refused in the quiet hours. */
export const measureExample: {
  readonly zone: string;
  readonly spans: readonly MeasureSpan[];
  readonly marks: readonly MeasureMark[];
  readonly nowMinute: number;
} = {
  zone: "Asia/Shanghai",
  spans: [
    { from: 0, to: 480, kind: "quiet", rule: hours },
    { from: 480, to: 1320, kind: "open", rule: hours },
    { from: 1320, to: 1440, kind: "quiet", rule: hours },
  ],
  marks: [
    {
      minute: 430,
      state: "refused",
      label: { zh: "电话，未放行", en: "Call, refused" },
      rule: hours,
    },
    { minute: 575, state: "used", label: { zh: "短信 09:35", en: "SMS 09:35" } },
    { minute: 842, state: "used", label: { zh: "电话 14:02", en: "Call 14:02" } },
    { state: "left", label: { zh: "今天还可以一次", en: "One more today" } },
  ],
  nowMinute: 930,
};

export const lineExample: readonly LineItem[] = [
  {
    id: "1",
    on: "2026-09-01",
    side: "money",
    title: { zh: "借款 10,000.00", en: "Draw 10,000.00" },
  },
  {
    id: "2",
    on: "2026-10-01",
    side: "money",
    title: { zh: "还款 900.41", en: "Repayment 900.41" },
  },
  {
    id: "3",
    on: "2026-10-29",
    side: "words",
    title: { zh: "到期提醒（站内）", en: "Reminder (in app)" },
  },
  { id: "4", on: "2026-11-01", side: "money", title: { zh: "应还 900.41", en: "Due 900.41" } },
  {
    id: "5",
    on: "2026-11-04",
    side: "words",
    title: { zh: "电话未放行", en: "Call refused" },
    detail: "22:14 · 金规〔2025〕9号",
    refused: true,
  },
  {
    id: "6",
    on: "2026-11-06",
    side: "words",
    title: { zh: "承诺还款 11月10日", en: "Promise for 10 Nov" },
  },
  {
    id: "7",
    on: "2026-11-10",
    side: "money",
    title: { zh: "还款 905.07", en: "Repayment 905.07" },
  },
];

export const sumExample: SumPart = {
  id: "due",
  label: { zh: "本期应还", en: "Due this month" },
  amountMinor: 90_507,
  parts: [
    {
      id: "principal",
      label: { zh: "本金", en: "Principal" },
      amountMinor: 77_641,
      source: { zh: "等额本息第 1 期，共 12 期", en: "Instalment 1 of 12, equal instalments" },
    },
    {
      id: "interest",
      label: { zh: "利息", en: "Interest" },
      amountMinor: 12_400,
      source: {
        zh: "10,000.00 × 0.04% × 31 天",
        en: "10,000.00 × 0.04% a day × 31 days",
      },
    },
    {
      id: "penalty",
      label: { zh: "罚息", en: "Late interest" },
      amountMinor: 466,
      source: {
        zh: "776.41 × 0.06% × 10 天，满一分才计",
        en: "776.41 × 0.06% a day × 10 days, rounded once",
      },
    },
  ],
};

export const ageingExample: readonly { readonly label: Bilingual; readonly minor: number }[] = [
  { label: { zh: "未逾期", en: "Current" }, minor: 812_345_600 },
  { label: { zh: "1–30 天", en: "1–30 days" }, minor: 24_118_300 },
  { label: { zh: "31–60 天", en: "31–60 days" }, minor: 9_204_100 },
  { label: { zh: "61–90 天", en: "61–90 days" }, minor: 5_610_900 },
  { label: { zh: "90 天以上", en: "Over 90 days" }, minor: 11_870_200 },
];

export const coloursShown: readonly {
  readonly name: string;
  readonly title: Bilingual;
  readonly use: Bilingual;
}[] = [
  { name: "paper", title: { zh: "纸", en: "Paper" }, use: { zh: "底色", en: "Ground" } },
  { name: "ink", title: { zh: "墨", en: "Ink" }, use: { zh: "文字", en: "Text" } },
  {
    name: "celadon",
    title: { zh: "青瓷", en: "Celadon" },
    use: { zh: "可以、正常、主要操作", en: "Allowed, in order, primary action" },
  },
  {
    name: "ochre",
    title: { zh: "赭", en: "Ochre" },
    use: { zh: "等待、即将到期", en: "Wait, hold, due soon" },
  },
  {
    name: "cinnabar",
    title: { zh: "朱砂", en: "Cinnabar" },
    use: { zh: "规则不允许的行为；印", en: "Acts a rule refuses; the seal" },
  },
  {
    name: "indigo",
    title: { zh: "靛蓝", en: "Indigo" },
    use: { zh: "信息、链接、选中", en: "Information, links, selection" },
  },
];
