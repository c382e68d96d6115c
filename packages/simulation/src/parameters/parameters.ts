/**
 * Parameters of the synthetic book: two steady states, fitted to published figures of delinquency.
 * Copied from `portfolio-parameters.json` (own work of the project, CC0), which was fitted to
 * `public-portfolio-figures.csv` (press, filings and central-bank reports; facts, compilation CC0).
 * Rates are per month and by balance. M1 is 1–30 days past due, M2 31–60, and so on.
 */
export type Scenario = {
  readonly name: "prime" | "near-prime";
  /** Intercept of the logit of missing a payment. */
  readonly missIntercept: number;
  /** Share still unpaid 30 days after the due day, and the scale of the Weibull that gives it. */
  readonly unpaidAtDay30: number;
  readonly lambdaDays: number;
  /** Roll from M2 to M3, M3 to M4 …; the last one holds for all later ones. */
  readonly rolls: readonly [number, ...number[]];
  readonly writeOffAfterDpd: number;
  readonly netGrowthPerMonth: number;
  /** What a run of 150,000 accounts over 18 settled months gives. */
  readonly reproduced: {
    readonly d1PlusPercent: number;
    readonly d30PlusPercent: number;
    readonly missedPerCyclePercent: number;
    readonly writtenOffPerMonthPercent: number;
    readonly bucketSharePercent: readonly number[];
  };
  readonly toleranceRelative: number;
};

export const prime: Scenario = {
  name: "prime",
  missIntercept: -4.346,
  unpaidAtDay30: 0.13,
  lambdaDays: 9.141,
  rolls: [0.78, 0.88, 0.92, 0.94, 0.95, 0.95],
  writeOffAfterDpd: 270,
  netGrowthPerMonth: 0.02,
  reproduced: {
    d1PlusPercent: 2.12,
    d30PlusPercent: 1.53,
    missedPerCyclePercent: 2.26,
    writtenOffPerMonthPercent: 0.149,
    bucketSharePercent: [0.59, 0.26, 0.22, 0.2, 0.19, 0.18, 0.17, 0.16, 0.15],
  },
  toleranceRelative: 0.08,
};

export const nearPrime: Scenario = {
  name: "near-prime",
  missIntercept: -3.412,
  unpaidAtDay30: 0.137,
  lambdaDays: 9.546,
  rolls: [0.91, 0.959, 0.977, 0.982, 0.988],
  writeOffAfterDpd: 180,
  netGrowthPerMonth: 0.01,
  reproduced: {
    d1PlusPercent: 4.69,
    d30PlusPercent: 3.28,
    missedPerCyclePercent: 5.23,
    writtenOffPerMonthPercent: 0.63,
    bucketSharePercent: [1.41, 0.7, 0.67, 0.65, 0.63, 0.63],
  },
  toleranceRelative: 0.08,
};

/** What every borrower is drawn from, whatever the scenario. */
export const borrowerParameters = {
  /** limit = exp(ln 6000 + 0.9 × (−0.35 z + √(1 − 0.35²) e)) yuan, rounded down to 100. */
  limit: { medianYuan: 6_000, spread: 0.9, onRisk: -0.35, stepYuan: 100 },
  /** logistic(−0.55 + 0.5 z + 1.2 e). */
  utilisation: { intercept: -0.55, onRisk: 0.5, spread: 1.2 },
  dueDays: [
    { day: 1, share: 0.1 },
    { day: 5, share: 0.15 },
    { day: 10, share: 0.3 },
    { day: 15, share: 0.15 },
    { day: 20, share: 0.2 },
    { day: 25, share: 0.1 },
  ],
  startingAgeMonthsMean: 24,
  closurePerMonthIfCurrent: 0.01,
  miss: {
    onRisk: 1.0,
    ifLateInLast6Cycles: 1.1,
    ifAgeUpTo3Months: 0.25,
    seasonJanToDec: [0.02, 0.1, -0.03, -0.02, -0.02, 0, 0, 0, 0, 0.02, 0, -0.05],
  },
  cureShape: 0.6,
  rollOnRisk: 0.25,
} as const;
