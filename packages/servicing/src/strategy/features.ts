import type { ContactChannel } from "../gate/act.ts";

type Bilingual = { readonly zh: string; readonly en: string };

/**
 * What is known of a person's overdue matter on the morning of a day: all that a segment's rules may
 * look at. Days are counted to that day; `null` where it never happened.
 */
export type CaseFeatures = {
  readonly dpd: number;
  readonly overdueMinor: number;
  readonly owedMinor: number;
  readonly bucket: number;
  readonly debts: number;
  readonly isChargedOff: boolean;
  readonly isEarlyWarning: boolean;
  readonly caseAgeDays: number;
  /** Earlier cases that ended within a year, and how many of them by paying. */
  readonly casesBefore: number;
  readonly curesBefore: number;
  /** The latest earlier cases, without a gap, that were paid before anybody contacted the person. */
  readonly selfCures: number;
  /** The most days past due that any of those reached. */
  readonly selfCureDpdMax: number;
  readonly promisesKept: number;
  readonly promisesBroken: number;
  readonly daysSinceBrokenPromise: number | null;
  readonly hasOpenPromise: boolean;
  readonly contacts7: number;
  readonly contacts30: number;
  readonly rightParty30: number;
  readonly daysSinceContact: number | null;
  readonly isHeld: boolean;
  readonly isHardship: boolean;
  readonly isDisputed: boolean;
  readonly monthsOnBook: number;
  /** Where the person lives, as far as it was stated; `unknown` otherwise. */
  readonly region: string;
};

/** Days since the last attempt on a channel; nothing where there was none. */
export type LastByChannel = Readonly<Partial<Record<ContactChannel, number>>>;

export type FeatureName = keyof CaseFeatures;
type FeatureKind = "number" | "truth" | "text";
type FeatureEntry = { readonly kind: FeatureKind; readonly title: Bilingual };

const feature = (kind: FeatureKind, zh: string, en: string): FeatureEntry => ({
  kind,
  title: { zh, en },
});

export const caseFeatures: Readonly<Record<FeatureName, FeatureEntry>> = {
  dpd: feature("number", "逾期天数", "days past due"),
  overdueMinor: feature("number", "逾期金额（分）", "amount overdue, minor units"),
  owedMinor: feature("number", "全部欠款（分）", "all that is owed, minor units"),
  bucket: feature("number", "逾期期数", "bucket"),
  debts: feature("number", "逾期账户数", "overdue accounts"),
  isChargedOff: feature("truth", "已核销", "charged off"),
  isEarlyWarning: feature("truth", "早期预警", "early warning"),
  caseAgeDays: feature("number", "案件天数", "days since the case opened"),
  casesBefore: feature("number", "一年内的既往案件", "earlier cases within a year"),
  curesBefore: feature("number", "其中还清结束的", "of those, ended by paying"),
  selfCures: feature("number", "最近连续自愈次数", "latest cases paid before any contact"),
  selfCureDpdMax: feature("number", "自愈时的最大逾期天数", "most days past due among those"),
  promisesKept: feature("number", "已兑现承诺", "promises kept"),
  promisesBroken: feature("number", "未兑现承诺", "promises broken"),
  daysSinceBrokenPromise: feature("number", "距上次失约天数", "days since a promise was broken"),
  hasOpenPromise: feature("truth", "有未到期承诺", "a promise is running"),
  contacts7: feature("number", "七日内联系次数", "contacts in seven days"),
  contacts30: feature("number", "三十日内联系次数", "contacts in thirty days"),
  rightParty30: feature("number", "三十日内本人触达", "right-party contacts in thirty days"),
  daysSinceContact: feature("number", "距上次联系天数", "days since the last contact"),
  isHeld: feature("truth", "暂停催收", "collection rests"),
  isHardship: feature("truth", "困难申请中", "hardship"),
  isDisputed: feature("truth", "有异议", "disputed"),
  monthsOnBook: feature("number", "账龄（月）", "months on book"),
  region: feature("text", "地区", "region"),
};

export function parseFeatureName(text: string): FeatureName | undefined {
  return Object.hasOwn(caseFeatures, text) ? (text as FeatureName) : undefined;
}
