import { minor } from "@fairdue/kernel";
import type {
  AccountingTerms,
  AgeingTerms,
  CostCap,
  ToleranceTerms,
  WaterfallRule,
} from "../declaration.ts";

/** Parameters that the three shipped products share under the law of mainland China. */
export const ageingChina: AgeingTerms = {
  buckets: [
    {
      from: "2000-01-01",
      value: [1, 31, 61, 91, 121, 151, 181],
      source: "Trade usage: M1 1-30, M2 31-60 … M7+ from 181 days past due",
    },
  ],
  grades: [
    {
      from: "2023-07-01",
      value: [1, 91, 271, 361],
      source: "商业银行金融资产风险分类办法 (CBIRC, PBoC Order 2023 No. 1), in force 2023-07-01",
    },
  ],
  stages: [
    {
      from: "2018-01-01",
      value: [31, 90],
      source:
        "IFRS 9 5.5.11 (more than 30 days past due), B5.5.37 (not later than 90 days past due); " +
        "企业会计准则第22号",
    },
  ],
  observationDays: [
    {
      from: "2023-07-01",
      value: 365,
      source: "Order 2023 No. 1: restructured assets are observed for at least one year",
    },
  ],
};

export const accountingChina: AccountingTerms = {
  nonAccrualDpd: [
    {
      from: "2000-01-01",
      value: 91,
      source: "财金〔2002〕5号: interest more than 90 days past due leaves income",
    },
  ],
  cure: "cleared",
  provision: [
    {
      from: "2020-01-01",
      source:
        "House model: 12-month (stage 1) or lifetime default probability × loss given default",
      value: [
        { stage: 1, fromBucket: 0, pdPpm: 20_000, lgdPpm: 600_000 },
        { stage: 1, fromBucket: 1, pdPpm: 100_000, lgdPpm: 600_000 },
        { stage: 2, fromBucket: 0, pdPpm: 120_000, lgdPpm: 600_000 },
        { stage: 2, fromBucket: 2, pdPpm: 450_000, lgdPpm: 650_000 },
        { stage: 2, fromBucket: 3, pdPpm: 700_000, lgdPpm: 700_000 },
        { stage: 3, fromBucket: 0, pdPpm: 1_000_000, lgdPpm: 600_000 },
        { stage: 3, fromBucket: 4, pdPpm: 1_000_000, lgdPpm: 750_000 },
        { stage: 3, fromBucket: 7, pdPpm: 1_000_000, lgdPpm: 900_000 },
      ],
    },
  ],
};

export const capChina: readonly CostCap[] = [
  {
    from: "2017-08-04",
    ppmYear: 240_000,
    source:
      "法发〔2017〕22号: interest, penalty and fees of a financial loan above 24 % are cut on request",
  },
  {
    from: "2025-10-01",
    ppmYear: 240_000,
    source: "金规〔2025〕9号 cl. 6: all-in cost of each loan at most 24 % a year",
  },
];

/** Default costs, then interest, then principal; long overdue debts pay principal first. */
export const waterfallChina: readonly WaterfallRule[] = [
  {
    fromDpd: 0,
    order: ["penalty", "fee", "interest", "principal"],
    across: "by-due",
    source: "民法典 561 (costs, interest, principal) and 560 (matured first)",
  },
  {
    fromDpd: 91,
    order: ["principal", "interest", "penalty", "fee"],
    across: "by-component",
    source:
      "商业银行信用卡业务监督管理办法 57: from 91 days past due principal before interest and fees",
  },
];

export const toleranceChina: ToleranceTerms = {
  days: 3,
  amountMinor: minor(0),
  source: "中国银行卡行业自律公约: at least three days (容时); amount tolerance is the lender's",
};
