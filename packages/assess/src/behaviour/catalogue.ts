import type { Direction, Words } from "../recipe/recipe.ts";
import type { BehaviourSums } from "./fold.ts";

/**
 * One feature: what it is called, what it is for, on which ground, and how it is read from the
 * sums. Training and serving both read this declaration; there is no second definition.
 */
export type BehaviourFeature = {
  readonly name: string;
  readonly title: Words;
  readonly direction: Direction;
  readonly purpose: string;
  /** `contract` needs no further consent; `consent:<name>` stands and falls with that consent. */
  readonly basis: string;
  /** NaN where the account does not yet say. */
  readonly read: (it: BehaviourSums) => number;
};

const contract = { purpose: "credit-assessment", basis: "contract" };
/** What someone buys is not needed to run the account: it is used only with consent. */
const purchases = { purpose: "credit-assessment", basis: "consent:purchase-behaviour" };

const since = (it: BehaviourSums, on: number): number => it.asOf - on;
const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN);

export const behaviourCatalogue: readonly BehaviourFeature[] = [
  {
    name: "months_on_book",
    title: { en: "months since the account was opened", zh: "开户月数" },
    direction: "decreasing",
    ...contract,
    read: (it) => since(it, it.openedOn) / 30.4375,
  },
  {
    name: "utilisation_now",
    title: { en: "share of the limit in use", zh: "当前额度使用率" },
    direction: "increasing",
    ...contract,
    read: (it) => ratio(it.balanceMinor, it.limitMinor),
  },
  {
    name: "utilisation_90",
    title: { en: "share of the limit in use over 90 days", zh: "近90天平均额度使用率" },
    direction: "increasing",
    ...contract,
    read: (it) => ratio(it.usedDays90, it.days90),
  },
  {
    name: "utilisation_max_180",
    title: { en: "highest share of the limit in use over 180 days", zh: "近180天最高额度使用率" },
    direction: "increasing",
    ...contract,
    read: (it) => (it.limitMinor > 0 ? it.usedMax180 : Number.NaN),
  },
  {
    name: "utilisation_trend",
    title: {
      en: "change of the share in use, 90 days against the 90 before",
      zh: "额度使用率变化（近90天对比前90天）",
    },
    direction: "free",
    ...contract,
    read: (it) => ratio(it.usedDays90, it.days90) - ratio(it.usedDaysBefore, it.daysBefore),
  },
  {
    name: "limit_change",
    title: { en: "limit now over the first limit", zh: "当前额度与初始额度之比" },
    direction: "free",
    ...contract,
    read: (it) => ratio(it.limitMinor, it.limitFirstMinor),
  },
  {
    name: "payment_ratio_180",
    title: { en: "paid over due in 180 days", zh: "近180天还款与应还之比" },
    direction: "decreasing",
    ...contract,
    read: (it) => Math.min(3, ratio(it.paid180, it.due180)),
  },
  {
    name: "payment_ratio_365",
    title: { en: "paid over due in a year", zh: "近一年还款与应还之比" },
    direction: "decreasing",
    ...contract,
    read: (it) => Math.min(3, ratio(it.paid365, it.due365)),
  },
  {
    name: "days_late_mean_365",
    title: { en: "days late per due met in a year", zh: "近一年平均逾期天数" },
    direction: "increasing",
    ...contract,
    read: (it) => ratio(it.metDaysLate365, it.metCount365),
  },
  {
    name: "days_early_mean_365",
    title: { en: "days early per due met in a year", zh: "近一年平均提前还款天数" },
    direction: "decreasing",
    ...contract,
    read: (it) => ratio(it.metDaysEarly365, it.metCount365),
  },
  {
    name: "days_late_max_365",
    title: { en: "most days late in a year", zh: "近一年最长逾期天数" },
    direction: "increasing",
    ...contract,
    read: (it) => it.lateMaxDays365,
  },
  {
    name: "late_count_365",
    title: { en: "dues met late or not at all in a year", zh: "近一年逾期次数" },
    direction: "increasing",
    ...contract,
    read: (it) => it.lateCount365,
  },
  {
    name: "days_since_late",
    title: { en: "days since last late", zh: "距最近一次逾期的天数" },
    direction: "decreasing",
    ...contract,
    read: (it) => (Number.isNaN(it.lastLateOn) ? 3650 : since(it, it.lastLateOn)),
  },
  {
    name: "overdue_days",
    title: { en: "days overdue now", zh: "当前逾期天数" },
    direction: "increasing",
    ...contract,
    read: (it) => it.overdueDays,
  },
  {
    name: "overdue_share",
    title: { en: "overdue amount over the limit", zh: "逾期金额占额度比例" },
    direction: "increasing",
    ...contract,
    read: (it) => ratio(it.overdueMinor, it.limitMinor),
  },
  {
    name: "returned_count_365",
    title: { en: "repayments returned in a year", zh: "近一年扣款失败次数" },
    direction: "increasing",
    ...contract,
    read: (it) => it.returnedCount365,
  },
  {
    name: "cash_share_90",
    title: { en: "share of cash in what was used in 90 days", zh: "近90天支用中现金占比" },
    direction: "free",
    ...contract,
    read: (it) => ratio(it.cash90, it.cash90 + it.purchases90),
  },
  {
    name: "cash_share_365",
    title: { en: "share of cash in what was used in a year", zh: "近一年支用中现金占比" },
    direction: "free",
    ...contract,
    read: (it) => ratio(it.cash365, it.cash365 + it.purchases365),
  },
  {
    name: "days_since_use",
    title: { en: "days since the line was last used", zh: "距最近一次支用的天数" },
    direction: "free",
    ...contract,
    read: (it) => since(it, it.lastUseOn),
  },
  {
    name: "days_since_payment",
    title: { en: "days since the last repayment", zh: "距最近一次还款的天数" },
    direction: "free",
    ...contract,
    read: (it) => since(it, it.lastPaidOn),
  },
  {
    name: "purchase_count_90",
    title: { en: "purchases in 90 days", zh: "近90天消费笔数" },
    direction: "free",
    ...purchases,
    read: (it) => it.purchaseCount90,
  },
  {
    name: "purchase_mean_365",
    title: { en: "average purchase in a year, over the limit", zh: "近一年笔均消费占额度比例" },
    direction: "free",
    ...purchases,
    read: (it) => ratio(ratio(it.purchases365, it.purchaseCount365), it.limitMinor),
  },
  {
    name: "purchase_largest_share_365",
    title: { en: "share of the largest purchase in a year", zh: "近一年最大一笔消费占比" },
    direction: "free",
    ...purchases,
    read: (it) => ratio(it.purchaseMax365, it.purchases365),
  },
  {
    name: "purchase_trend",
    title: {
      en: "purchases of 90 days against the 90 before",
      zh: "消费金额变化（近90天对比前90天）",
    },
    direction: "free",
    ...purchases,
    read: (it) => ratio(it.purchases90 - it.purchasesBefore, it.purchases90 + it.purchasesBefore),
  },
  {
    name: "refund_share_365",
    title: { en: "share of purchases given back in a year", zh: "近一年退款占消费比例" },
    direction: "free",
    ...purchases,
    read: (it) => ratio(it.refunds365, it.purchases365),
  },
];
