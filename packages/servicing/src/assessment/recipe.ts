import { behaviourRecipe } from "@fairdue/assess";

/**
 * The recipe of behaviour models, with what a person can do about each: the material from which
 * true counterfactuals are made. An action is over a window of time, so it changes the figures that
 * such a window would leave behind, and no others.
 */
export function creditBehaviourRecipe(): unknown {
  const base = behaviourRecipe() as Readonly<Record<string, unknown>>;
  return {
    ...base,
    name: "credit-behaviour",
    panels: Object.fromEntries(acted.map((it) => [it, [it]])),
    actions,
  };
}

const acted = [
  "utilisation_now",
  "utilisation_90",
  "utilisation_trend",
  "overdue_days",
  "overdue_share",
  "payment_ratio_180",
  "days_since_late",
  "days_since_payment",
  "cash_share_90",
];

const actions = [
  {
    name: "pay-overdue",
    title: { en: "nothing overdue", zh: "结清当前逾期" },
    months: [1],
    changes: {
      overdue_days: { smaller: ["$overdue_days", 0] },
      overdue_share: { smaller: ["$overdue_share", 0] },
    },
  },
  {
    name: "use-less",
    title: {
      en: "utilisation at most {level} over the last {months} months",
      zh: "最近{months}个月额度使用率不超过{level}",
    },
    months: [3],
    levels: [0.8, 0.6, 0.4, 0.2],
    levelForm: "percent",
    changes: {
      utilisation_now: { smaller: ["$utilisation_now", "$level"] },
      utilisation_90: { smaller: ["$utilisation_90", "$level"] },
      // The window before stays as it was: trend = new share − the share before.
      utilisation_trend: {
        subtract: [
          { smaller: ["$utilisation_90", "$level"] },
          { subtract: ["$utilisation_90", "$utilisation_trend"] },
        ],
      },
    },
  },
  {
    name: "pay-on-time",
    title: {
      en: "every due paid on its day for another {months} months",
      zh: "此后连续{months}个月按时还款",
    },
    // The level is the days that this adds since the last late due; each months has its own.
    months: [3],
    levels: [91],
    levelForm: "number",
    changes: {
      overdue_days: { smaller: ["$overdue_days", 0] },
      overdue_share: { smaller: ["$overdue_share", 0] },
      days_since_late: { add: ["$days_since_late", "$level"] },
      payment_ratio_180: { larger: ["$payment_ratio_180", 1] },
      days_since_payment: { smaller: ["$days_since_payment", 30] },
    },
  },
];
