import {
  all,
  any,
  type Condition,
  dated,
  deadline,
  equal,
  happened,
  holdsAll,
  holdsNone,
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
import { consumerCredit, consumerCredit2008, gdpr } from "./instruments.ts";

const ccd2 = "2026-11-20";

const applies = consumerCredit(
  "48",
  "secondary",
  "applied from 20 November 2026; some states are late",
);

/** Within the directive: up to EUR 100,000 and no mere waiting of the supplier. */
const inScope: Condition = all(
  { atMost: [ref("loan.amountMinor"), 10_000_000] },
  not(
    all(
      is("loan.isSupplierDeferral"),
      any(all(not(is("loan.isLargeOnlineSeller")), { atMost: [ref("loan.deferralDays"), 50] }), {
        atMost: [ref("loan.deferralDays"), 14],
      }),
    ),
  ),
);

const fourteen = consumerCredit("26", "memory", "article verified, numbers from memory");

const withdrawing: Condition = any(is("act.isWithdrawal"), equal("act.purpose", "withdrawal"));

export const withdrawal: Rule = rule({
  id: "eu.ccd.withdrawal",
  version: 1,
  title: text(
    "Fourteen calendar days to withdraw, from the agreement or from the terms if they come later",
    "自协议成立或较晚收到条款之日起14个日历日内可撤回",
  ),
  governs: ["early-payoff"],
  inForce: { from: "2010-06-11" },
  when: withdrawing,
  test: any(
    deadline({ from: ref("contract.termsReceivedOn"), length: param("days"), unit: "days" }),
    all(
      not(known("contract.termsReceivedOn")),
      deadline({ from: ref("contract.madeOn"), length: param("days"), unit: "days" }),
    ),
    deadline({ from: ref("contract.madeOn"), length: param("days"), unit: "days" }),
  ),
  parameters: {
    days: dated([
      { from: "2010-06-11", to: "2026-11-19", value: 14, cite: consumerCredit2008("14", "memory") },
      { from: ccd2, value: 14, cite: fourteen },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [fourteen, consumerCredit2008("14", "memory")],
  remedy: text(
    "The time to withdraw is over: early repayment stays open.",
    "撤回期已过，仍可提前还款。",
  ),
  examples: `
    fact contract.madeOn = 2026-11-20
    ## the 14th day
    act 2026-12-04T10:00 early-payoff isWithdrawal=true
    then permitted
    ## the 15th
    act 2026-12-05T10:00 early-payoff isWithdrawal=true
    then refused
    ## the terms came five days later
    fact contract.termsReceivedOn = 2026-11-25
    act 2026-12-09T10:00 early-payoff isWithdrawal=true
    then permitted
  `,
});

export const repayAfterWithdrawal: Rule = rule({
  id: "eu.ccd.repay-after-withdrawal",
  version: 1,
  title: text(
    "After a withdrawal only interest for the days used is owed, and the capital within 30 days",
    "撤回后仅须支付实际使用日利息，并在30日内归还本金",
  ),
  governs: ["fee-charge", "enforcement", "lawsuit"],
  inForce: { from: "2010-06-11" },
  when: known("withdrawal.notifiedOn"),
  test: any(
    all(
      equal("act.kind", "fee-charge"),
      oneOf("act.charge", "interest-for-days-used", "public-fee"),
    ),
    all(
      not(equal("act.kind", "fee-charge")),
      not(deadline({ from: ref("withdrawal.notifiedOn"), length: param("days"), unit: "days" })),
    ),
  ),
  parameters: { days: dated([{ from: "2010-06-11", value: 30, cite: fourteen }]) },
  severity: "block",
  force: "prohibition",
  cite: [fourteen],
  remedy: text("Charge nothing else; wait thirty days.", "不得收取其他费用，并须等待30日。"),
  examples: `
    fact withdrawal.notifiedOn = 2026-11-25
    ## interest for the days used
    act 2026-12-01T10:00 fee-charge charge=interest-for-days-used
    then permitted
    ## a handling fee
    act 2026-12-01T10:00 fee-charge charge=handling
    then refused
    ## a suit on the 30th day
    fact forbearance.considered = true
    act 2026-12-25T10:00 lawsuit
    then refused
  `,
});

const art35 = consumerCredit("35", "memory", "list verified in 2014/17 art 28 only");

export const forbearance: Rule = rule({
  id: "eu.ccd.forbearance",
  version: 1,
  title: text("Reasonable forbearance comes before enforcement", "强制执行前须合理考虑宽限措施"),
  governs: ["enforcement", "lawsuit", "debt-sale"],
  inForce: { from: ccd2 },
  when: all(inScope, not(equal("act.kind", "debt-sale"))),
  test: any(
    is("forbearance.considered"),
    happened({
      what: { kinds: ["confirmation", "notice", "plan"], about: ["forbearance"] },
      in: { span: "ever" },
    }),
  ),
  severity: "require",
  force: "prohibition",
  whenUnknown: "require",
  cite: [art35, applies],
  remedy: text(
    "Consider refinancing, extension, deferral, a lower rate, a payment holiday, part forgiveness, and record it.",
    "请考虑再融资、展期、延付、降息、缓还、部分减免等并留存记录。",
  ),
  examples: `
    ## considered
    fact forbearance.considered = true
    act 2026-12-01T10:00 enforcement
    then permitted
    ## not considered
    fact forbearance.considered = false
    act 2026-12-01T10:00 enforcement
    then refused
    then require
    ## before the directive applied
    act 2026-11-19T10:00 enforcement
    then allow
  `,
});

const art18 = consumerCredit("18", "memory");

export const creditworthiness: Rule = rule({
  id: "eu.ccd.creditworthiness",
  version: 1,
  title: text(
    "Creditworthiness is assessed before the contract, from necessary data, never from social networks",
    "缔约前以必要数据评估信用，不得使用社交网络数据",
  ),
  governs: ["contract", "limit-change"],
  inForce: { from: ccd2 },
  when: inScope,
  test: all(
    is("assessment.isPositive"),
    holdsNone("act.dataSources", ["social-network", "social-media", "health"]),
  ),
  severity: "block",
  force: "prohibition",
  cite: [art18, applies],
  remedy: text("Assess by income, spending and debts.", "请依据收入、支出与负债评估。"),
  examples: `
    ## assessed by income and spending
    fact assessment.isPositive = true
    act 2026-12-01T10:00 contract dataSources=income,spending
    then permitted
    ## by social network
    fact assessment.isPositive = true
    act 2026-12-01T10:00 contract dataSources=social-network,income
    then refused
    ## nobody has assessed
    act 2026-12-01T10:00 contract dataSources=income
    then refused
    then deny
    ## an invoice payable in fifty days is out of scope
    fact loan.isSupplierDeferral = true
    fact loan.deferralDays = 50
    act 2026-12-01T10:00 contract
    then permitted
  `,
});

export const automatedAssessment: Rule = rule({
  id: "eu.ccd.human-review",
  version: 1,
  title: text(
    "Assessed by machine: a person steps in, explains, hears and reviews on request",
    "自动化评估的，须应请求提供人工干预、解释与复核",
  ),
  governs: ["credit-decision", "limit-change"],
  inForce: { from: "2018-05-25" },
  when: is("act.isAutomated"),
  test: all(
    is("review.isOffered"),
    any(oneOf("act.legalBasis", "contract", "law", "consent"), not(known("act.legalBasis"))),
  ),
  severity: "block",
  force: "prohibition",
  cite: [gdpr("22", "memory"), art18],
  remedy: text(
    "Offer human intervention, an explanation and a review.",
    "请提供人工干预、解释与复核。",
  ),
  examples: `
    ## offered
    fact review.isOffered = true
    act 2026-12-01T10:00 credit-decision isAutomated=true
    then permitted
    ## not offered
    fact review.isOffered = false
    act 2026-12-01T10:00 credit-decision isAutomated=true
    then refused
    ## decided by a person
    act 2026-12-01T10:00 credit-decision
    then permitted
  `,
});

export const unsolicited: Rule = rule({
  id: "eu.ccd.unsolicited",
  version: 1,
  title: text(
    "No credit that nobody asked for, no consent read into a ticked box",
    "不得未经请求授信，不得以预勾选推定同意",
  ),
  governs: ["contract", "limit-change", "disbursement", "loan-offer"],
  inForce: { from: ccd2 },
  test: all(not(is("act.isUnsolicited")), not(is("act.isDefaultTicked"))),
  severity: "block",
  force: "prohibition",
  cite: [consumerCredit("15, 17", "memory", "titles verified"), applies],
  remedy: text("Let the person ask for it.", "须由当事人主动申请。"),
  examples: `
    fact assessment.isPositive = true
    ## asked for
    act 2026-12-01T10:00 contract
    then permitted
    ## a limit raised unasked
    act 2026-12-01T10:00 limit-change isUnsolicited=true
    then refused
    ## a box ticked beforehand
    act 2026-12-01T10:00 contract isDefaultTicked=true
    then refused
  `,
});

export const personalisedPrice: Rule = rule({
  id: "eu.ccd.personalised-price",
  version: 1,
  title: text("A price set for the person by a machine is said to be so", "自动化个性化定价须告知"),
  governs: ["price-quote", "loan-offer", "contract"],
  inForce: { from: ccd2 },
  when: is("act.isPersonalisedPrice"),
  test: holdsAll("act.elements", ["personalised-price"]),
  severity: "block",
  force: "prohibition",
  cite: [consumerCredit("13", "memory", "title verified"), applies],
  remedy: text("Say it, clearly.", "请清晰告知。"),
  examples: `
    fact assessment.isPositive = true
    ## told
    act 2026-12-01T10:00 price-quote isPersonalisedPrice=true elements=personalised-price
    then permitted
    ## hidden
    act 2026-12-01T10:00 price-quote isPersonalisedPrice=true elements=none
    then refused
  `,
});

export const rateCap: Rule = rule({
  id: "eu.ccd.rate-cap",
  version: 1,
  title: text("The cost stays within the cap of the member state", "成本不超过成员国上限"),
  governs: ["price-quote", "contract"],
  inForce: { from: ccd2 },
  when: known("state.rateCapPct"),
  test: { atMost: [ref("act.annualCostPct"), ref("state.rateCapPct")] },
  severity: "block",
  force: "prohibition",
  cite: [consumerCredit("31", "memory", "the numbers are national"), applies],
  remedy: text("Lower the cost.", "请降低成本。"),
  examples: `
    fact assessment.isPositive = true
    fact state.rateCapPct = 20
    ## at the cap
    act 2026-12-01T10:00 price-quote annualCostPct=20
    then permitted
    ## above
    act 2026-12-01T10:00 price-quote annualCostPct=20.1
    then refused
  `,
});

export const aprMethod: Rule = rule({
  id: "eu.ccd.apr",
  version: 1,
  title: text(
    "The annual percentage rate is that of the annex, to at least one decimal, half rounded up",
    "年化利率按附件方法计算，至少一位小数，四舍五入",
  ),
  governs: ["price-quote", "contract", "loan-offer"],
  inForce: { from: "2010-06-11" },
  when: any(known("act.aprPct"), known("act.actualAprPct")),
  test: all(
    {
      below: [
        { plus: [ref("act.aprPct"), { times: [ref("act.actualAprPct"), -1] }] },
        param("step"),
      ],
    },
    {
      below: [
        { plus: [ref("act.actualAprPct"), { times: [ref("act.aprPct"), -1] }] },
        param("step"),
      ],
    },
  ),
  parameters: {
    step: dated([
      {
        from: "2010-06-11",
        to: "2026-11-19",
        value: 0.0501,
        cite: consumerCredit2008("Annex I", "verified"),
      },
      { from: ccd2, value: 0.0501, cite: consumerCredit("Annex III", "memory") },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [consumerCredit2008("Annex I", "verified"), consumerCredit("Annex III", "memory")],
  remedy: text("Show the rate of the annex.", "请按附件披露。"),
  examples: `
    fact assessment.isPositive = true
    ## 12.35 shown as 12.4
    act 2026-12-01T10:00 price-quote aprPct=12.4 actualAprPct=12.35
    then permitted
    ## 12.35 shown as 12
    act 2026-12-01T10:00 price-quote aprPct=12 actualAprPct=12.35
    then refused
  `,
});
