import {
  all,
  any,
  atLeast,
  atMost,
  dated,
  equal,
  happened,
  is,
  known,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { microLender } from "./bound.ts";
import {
  consumerFinance,
  consumptionBoost,
  internetLoans,
  jointLoans,
  microLoans,
  students,
  housePolicy,
} from "./instruments.ts";

export const studentCredit: Rule = rule({
  id: "cn.student-credit",
  version: 1,
  title: text(
    "Small-loan companies lend nothing to students; banks look for a second source",
    "小额贷款公司不得向大学生放贷，其他机构须落实第二还款来源",
  ),
  governs: ["contract", "credit-decision", "loan-offer", "disbursement"],
  inForce: { from: "2021-02-24" },
  when: is("person.isStudent"),
  test: all(not(microLender), not(equal("act.kind", "loan-offer")), is("act.hasSecondSource")),
  severity: "block",
  force: "prohibition",
  cite: [students("—", "secondary")],
  remedy: text(
    "Refuse, or have the second source confirmed in writing.",
    "应拒绝，或书面落实第二还款来源。",
  ),
  examples: `
    fact person.isStudent = true
    ## a bank, with the parents' written undertaking
    fact lender.kind = bank
    act 2026-11-25T15:00 credit-decision hasSecondSource=true
    then permitted
    ## a bank, without
    fact lender.kind = bank
    act 2026-11-25T15:00 credit-decision hasSecondSource=false
    then refused
    ## a small-loan company
    fact lender.kind = internet-microloan
    act 2026-11-25T15:00 credit-decision hasSecondSource=true
    then refused
    ## an advertisement aimed at students
    fact lender.kind = bank
    act 2026-11-25T15:00 loan-offer hasSecondSource=true
    then refused
  `,
});

export const bankLimit: Rule = rule({
  id: "cn.bank-limit",
  version: 1,
  title: text(
    "Internet consumer credit of a bank: at most 200,000 yuan, 300,000 under the 2025 scheme",
    "商业银行互联网消费贷款授信不超过20万元（2025年阶段性政策可至30万元）",
  ),
  governs: ["limit-change", "credit-decision"],
  inForce: { from: "2020-07-12" },
  when: all(equal("lender.kind", "bank"), known("act.limitMinor")),
  test: any(
    atMost(ref("act.limitMinor"), param("most")),
    all(is("loan.isUnderBoostScheme"), atMost(ref("act.limitMinor"), param("boosted"))),
  ),
  parameters: {
    most: dated([{ from: "2020-07-12", value: 20_000_000, cite: internetLoans("6", "secondary") }]),
    boosted: dated([
      {
        from: "2020-07-12",
        to: "2025-03-13",
        value: 20_000_000,
        cite: internetLoans("6", "secondary"),
      },
      {
        from: "2025-03-14",
        value: 30_000_000,
        cite: consumptionBoost("—", "secondary", "no end date found"),
      },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [internetLoans("6", "secondary"), consumptionBoost("—", "secondary")],
  remedy: text("Grant less.", "请降低授信额度。"),
  examples: `
    fact lender.kind = bank
    ## two hundred thousand
    act 2026-11-25T15:00 limit-change limitMinor=20000000
    then permitted
    ## one fen more
    act 2026-11-25T15:00 limit-change limitMinor=20000001
    then refused
    ## three hundred thousand under the scheme
    fact loan.isUnderBoostScheme = true
    act 2026-11-25T15:00 limit-change limitMinor=30000000
    then permitted
    ## the same a year before the scheme
    fact loan.isUnderBoostScheme = true
    act 2024-11-25T15:00 limit-change limitMinor=30000000
    then refused
  `,
});

export const otherLimits: Rule = rule({
  id: "cn.lender-limit",
  version: 1,
  title: text(
    "Consumer-finance and internet small loans: at most 200,000 yuan a person",
    "消费金融公司、网络小额贷款单户消费余额不超过20万元",
  ),
  governs: ["limit-change", "credit-decision"],
  inForce: { from: "2024-04-18" },
  when: all(
    oneOf("lender.kind", "consumer-finance", "internet-microloan"),
    known("act.limitMinor"),
  ),
  test: atMost(ref("act.limitMinor"), param("most")),
  parameters: {
    most: dated([{ from: "2024-04-18", value: 20_000_000, cite: consumerFinance("—", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [consumerFinance("—", "memory"), microLoans("—", "secondary")],
  remedy: text("Grant less.", "请降低授信额度。"),
  examples: `
    fact lender.kind = consumer-finance
    ## two hundred thousand
    act 2026-11-25T15:00 limit-change limitMinor=20000000
    then permitted
    ## a quarter of a million
    act 2026-11-25T15:00 limit-change limitMinor=25000000
    then refused
  `,
});

export const limitRaise: Rule = rule({
  id: "cn.limit-raise",
  version: 1,
  title: text("A limit is raised only as the borrower wishes", "提额须经借款人申请或同意"),
  governs: ["limit-change"],
  inForce: { from: "2024-07-01" },
  when: equal("act.change", "raise"),
  test: happened({
    what: { kinds: ["consent", "application"], about: ["limit-raise"], live: true },
    in: { span: "ever" },
  }),
  severity: "require",
  force: "policy",
  cite: [housePolicy("—", "house-policy", "consumer law: no default authorisation")],
  remedy: text("Ask the borrower.", "请先征得借款人同意。"),
  examples: `
    fact lender.kind = bank
    ## asked for
    past 2026-11-24T10:00 application about=limit-raise
    act 2026-11-25T15:00 limit-change change=raise limitMinor=5000000
    then permitted
    ## nobody asked
    act 2026-11-25T15:00 limit-change change=raise limitMinor=5000000
    then refused
  `,
});

export const bulletTerm: Rule = rule({
  id: "cn.bullet-term",
  version: 1,
  title: text(
    "A loan repaid at once at its end runs at most a year",
    "到期一次性还本的个人消费贷款期限不超过一年",
  ),
  governs: ["contract"],
  inForce: { from: "2020-07-12" },
  when: all(equal("lender.kind", "bank"), equal("act.repayment", "bullet")),
  test: atMost(ref("act.months"), param("months")),
  parameters: {
    months: dated([{ from: "2020-07-12", value: 12, cite: internetLoans("6", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [internetLoans("6", "secondary")],
  remedy: text("Shorten the term, or add instalments.", "请缩短期限或改为分期还本。"),
  examples: `
    fact lender.kind = bank
    past 2026-11-25T14:59 confirmation about=cost-statement
    ## twelve months
    act 2026-11-25T15:00 contract repayment=bullet months=12 annualCostPct=10
    then permitted
    ## eighteen
    act 2026-11-25T15:00 contract repayment=bullet months=18 annualCostPct=10
    then refused
  `,
});

export const jointShare: Rule = rule({
  id: "cn.joint-loan-share",
  version: 1,
  title: text(
    "The partner of a joint loan carries at least 30 %",
    "联合贷款合作方出资比例不低于30%",
  ),
  governs: ["contract", "disbursement"],
  inForce: { from: "2022-01-01" },
  when: known("act.partnerSharePct"),
  test: atLeast(ref("act.partnerSharePct"), param("least")),
  parameters: {
    least: dated([{ from: "2022-01-01", value: 30, cite: jointLoans("—", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [jointLoans("—", "memory")],
  remedy: text("Raise the partner's share.", "请提高合作方出资比例。"),
  examples: `
    past 2026-11-25T14:59 confirmation about=cost-statement
    ## thirty per cent
    act 2026-11-25T15:00 disbursement partnerSharePct=30
    then permitted
    ## one per cent
    act 2026-11-25T15:00 disbursement partnerSharePct=1
    then refused
  `,
});

export const useOfFunds: Rule = rule({
  id: "cn.use-of-funds",
  version: 1,
  title: text(
    "Consumer credit buys no house, share or stake",
    "消费贷款不得用于购房、炒股、投资等",
  ),
  governs: ["disbursement"],
  inForce: { from: "2020-07-12" },
  when: known("act.use"),
  test: not(
    oneOf("act.use", "property", "securities", "equity", "investment", "repay-other-credit"),
  ),
  severity: "warn",
  force: "prohibition",
  cite: [internetLoans("—", "memory")],
  remedy: text("Ask what the money is for.", "请核实资金用途。"),
  examples: `
    past 2026-11-25T14:59 confirmation about=cost-statement
    ## a refrigerator
    act 2026-11-25T15:00 disbursement use=goods
    then permitted
    ## shares
    act 2026-11-25T15:00 disbursement use=securities
    then refused
  `,
});
