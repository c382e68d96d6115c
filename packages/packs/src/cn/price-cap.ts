import {
  all,
  any,
  atMost,
  atLeast,
  dated,
  equal,
  is,
  known,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { microLender } from "./bound.ts";
import {
  assistedLoans,
  civilCode,
  consumerFinance,
  microLoanCost,
  privateLending,
} from "./instruments.ts";

const priced = ["price-quote", "contract"] as const;

export const assistedCostCap: Rule = rule({
  id: "cn.assisted-loan-cost",
  version: 1,
  title: text(
    "Assisted loans cost at most 24 % a year, all charges together",
    "互联网助贷综合融资成本不超过年化24%（含增信服务费）",
  ),
  governs: priced,
  inForce: { from: "2025-10-01" },
  datedBy: "contract",
  when: all(
    oneOf("lender.kind", "bank", "card", "consumer-finance", "platform", "guarantor"),
    is("loan.isAssisted"),
  ),
  test: atMost(ref("act.annualCostPct"), param("most")),
  parameters: {
    most: dated([
      {
        from: "2025-10-01",
        value: 24,
        cite: assistedLoans("六", "secondary", "24 % by reading with 法发〔2017〕22号"),
      },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [assistedLoans("六", "secondary")],
  remedy: text("Lower the price, guarantee fee included.", "请降低综合融资成本（含增信费）。"),
  examples: `
    fact lender.kind = bank
    ## exactly 24 per cent
    act 2026-11-25T15:00 price-quote annualCostPct=24
    then permitted
    ## a hundredth above
    act 2026-11-25T15:00 price-quote annualCostPct=24.01
    then refused
    then deny
    ## a contract of September 2025 is not touched
    fact contract.signedOn = 2025-09-30
    act 2026-11-25T15:00 price-quote annualCostPct=30
    then allow
    ## nobody has computed the cost
    act 2026-11-25T15:00 price-quote
    then refused
    then deny
    ## a card of the bank without any platform
    fact loan.isAssisted = false
    act 2026-11-25T15:00 price-quote annualCostPct=18.25
    then permitted
  `,
});

export const microCost: Rule = rule({
  id: "cn.microloan-cost",
  version: 1,
  title: text("Small loans cost at most 24 % a year", "小额贷款综合融资成本不超过年化24%"),
  governs: priced,
  inForce: { from: "2025-12-19" },
  datedBy: "contract",
  when: microLender,
  test: atMost(ref("act.annualCostPct"), param("most")),
  parameters: {
    most: dated([
      {
        from: "2025-12-19",
        value: 24,
        cite: microLoanCost("—", "secondary", "day of receipt varies"),
      },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [microLoanCost("—", "secondary", "loans of a month or less included")],
  remedy: text("Lower the price.", "请降低综合融资成本。"),
  examples: `
    fact lender.kind = internet-microloan
    ## at the cap
    act 2026-11-25T15:00 price-quote annualCostPct=24
    then permitted
    ## above it
    act 2026-11-25T15:00 price-quote annualCostPct=26
    then refused
  `,
});

export const microCostLpr: Rule = rule({
  id: "cn.microloan-cost-lpr",
  version: 1,
  title: text(
    "From the end of 2027 small loans cost at most four times the one-year LPR",
    "2027年底起小额贷款综合融资成本不超过一年期LPR四倍",
  ),
  governs: priced,
  inForce: { from: "2027-12-31" },
  datedBy: "contract",
  when: microLender,
  test: atMost(ref("act.annualCostPct"), { times: [param("times"), ref("lpr.oneYearPct")] }),
  parameters: {
    times: dated([{ from: "2027-12-31", value: 4, cite: microLoanCost("—", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [microLoanCost("—", "secondary")],
  remedy: text("Lower the price.", "请降低综合融资成本。"),
  examples: `
    fact lender.kind = microloan
    fact lpr.oneYearPct = 3
    ## four times three
    act 2028-01-05T15:00 price-quote annualCostPct=12
    then permitted
    ## more
    act 2028-01-05T15:00 price-quote annualCostPct=12.5
    then refused
  `,
});

export const privateCost: Rule = rule({
  id: "cn.private-lending-cost",
  version: 1,
  title: text(
    "Private lending costs at most four times the one-year LPR of the contract's day",
    "民间借贷利率不超过合同成立时一年期LPR四倍",
  ),
  governs: [...priced, "fee-charge"],
  inForce: { from: "2020-08-20" },
  datedBy: "contract",
  when: equal("lender.kind", "private"),
  test: atMost(ref("act.annualCostPct"), {
    times: [param("times"), { tableOn: ["lpr-1y", ref("contract.signedOn")] }],
  }),
  parameters: {
    times: dated([{ from: "2020-08-20", value: 4, cite: privateLending("25", "verified") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [privateLending("25、28、29", "verified", "interest, penalty and fees together")],
  remedy: text("Lower the price.", "请降低利率与费用合计。"),
  examples: `
    fact lender.kind = private
    fact contract.signedOn = 2026-06-22
    ## twelve per cent when the LPR was three
    act 2026-11-25T15:00 price-quote annualCostPct=12
    then permitted
    ## thirteen
    act 2026-11-25T15:00 price-quote annualCostPct=13
    then refused
    ## no published rate is at hand for the day
    fact contract.signedOn = 2026-10-10
    act 2026-11-25T15:00 price-quote annualCostPct=12
    then refused
    then deny
  `,
});

export const consumerFinanceCost: Rule = rule({
  id: "cn.consumer-finance-cost",
  version: 1,
  title: text(
    "Consumer-finance loans above 20 % are looked at (window guidance by press)",
    "消费金融公司新发放贷款综合成本20%（媒体报道的窗口指导）",
  ),
  governs: priced,
  inForce: { from: "2025-10-01" },
  when: equal("lender.kind", "consumer-finance"),
  test: atMost(ref("act.annualCostPct"), param("most")),
  parameters: {
    most: dated([
      {
        from: "2025-10-01",
        value: 20,
        cite: consumerFinance("—", "disputed", "press only; no document seen"),
      },
    ]),
  },
  severity: "warn",
  force: "guidance",
  cite: [consumerFinance("窗口指导", "disputed")],
  remedy: text("Check with the supervisor.", "请与监管沟通确认。"),
  examples: `
    fact lender.kind = consumer-finance
    ## at twenty
    act 2026-11-25T15:00 price-quote annualCostPct=20
    then permitted
    ## above
    act 2026-11-25T15:00 price-quote annualCostPct=22
    then refused
    then allow-with-flags
  `,
});

export const fullDisbursement: Rule = rule({
  id: "cn.full-disbursement",
  version: 1,
  title: text("Nothing is held back from the principal", "不得预先在本金中扣除利息（砍头息）"),
  governs: ["disbursement"],
  inForce: { from: "2021-01-01" },
  when: known("act.principalMinor"),
  test: atLeast(ref("act.disbursedMinor"), ref("act.principalMinor")),
  severity: "block",
  force: "prohibition",
  cite: [civilCode("670", "verified")],
  remedy: text("Pay the principal out in full.", "请足额发放本金。"),
  examples: `
    past 2026-11-25T14:59 confirmation about=cost-statement
    ## in full
    act 2026-11-25T15:00 disbursement principalMinor=100000 disbursedMinor=100000
    then permitted
    ## less the first month's interest
    act 2026-11-25T15:00 disbursement principalMinor=100000 disbursedMinor=98000
    then refused
  `,
});

export const earlyPayoff: Rule = rule({
  id: "cn.early-payoff",
  version: 1,
  title: text("Early repayment bears interest for the days used", "提前还款按实际用款期间计息"),
  governs: ["early-payoff"],
  inForce: { from: "2021-01-01" },
  test: any(
    atMost(ref("act.interestDays"), ref("act.daysUsed")),
    equal("act.isAgreedOtherwise", true),
  ),
  severity: "block",
  force: "prohibition",
  cite: [civilCode("677", "verified")],
  remedy: text("Charge for the days used.", "请按实际天数计息。"),
  examples: `
    ## for the forty days used
    act 2026-11-25T15:00 early-payoff interestDays=40 daysUsed=40 isAgreedOtherwise=false
    then permitted
    ## for the whole term
    act 2026-11-25T15:00 early-payoff interestDays=360 daysUsed=40 isAgreedOtherwise=false
    then refused
  `,
});
