import {
  all,
  any,
  type Condition,
  dated,
  deadline,
  equal,
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
import { militaryLending, regZ, servicemembers } from "./instruments.ts";

const apr = regZ("1026.22(a)(2)", "verified");

const irregular = regZ("1026.22(a)(3)", "verified");

const aprGap = (most: { readonly param: string }): Condition =>
  all(
    { atMost: [{ plus: [ref("act.aprPct"), { times: [ref("act.actualAprPct"), -1] }] }, most] },
    { atMost: [{ plus: [ref("act.actualAprPct"), { times: [ref("act.aprPct"), -1] }] }, most] },
  );

export const aprTolerance: Rule = rule({
  id: "us.regulation-z.apr-tolerance",
  version: 1,
  title: text(
    "The annual percentage rate disclosed is within one eighth of a point, one quarter if irregular",
    "披露的年化利率误差不超过八分之一个百分点，不规则交易不超过四分之一",
  ),
  governs: ["price-quote", "contract"],
  inForce: { from: "2011-12-30" },
  when: any(known("act.aprPct"), known("act.actualAprPct")),
  test: any(
    aprGap(param("regular")),
    all(is("act.isIrregular"), not(is("act.isOpenEnd")), aprGap(param("irregular"))),
  ),
  parameters: {
    regular: dated([{ from: "2011-12-30", value: 0.125, cite: apr }]),
    irregular: dated([{ from: "2011-12-30", value: 0.25, cite: irregular }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [
    apr,
    irregular,
    regZ("1026.14(a)", "verified", "open-end"),
    regZ("Appendix J", "secondary"),
  ],
  remedy: text("Disclose the rate of Appendix J.", "请按附录J披露年化利率。"),
  examples: `
    ## an eighth of a point
    act 2026-11-10T10:00 price-quote aprPct=12.125 actualAprPct=12
    then permitted
    ## more
    act 2026-11-10T10:00 price-quote aprPct=12.2 actualAprPct=12
    then refused
    ## irregular payments: a quarter
    act 2026-11-10T10:00 price-quote aprPct=11.75 actualAprPct=12 isIrregular=true
    then permitted
    ## 14.33333 shown as 14.2
    act 2026-11-10T10:00 price-quote aprPct=14.2 actualAprPct=14.33333 isOpenEnd=true
    then refused
  `,
});

export const militaryRate: Rule = rule({
  id: "us.military-lending.rate",
  version: 1,
  title: text(
    "A covered borrower pays at most 36 per cent, all costs in",
    "军人借款人全部费用年化不超过36%",
  ),
  governs: ["price-quote", "contract", "disbursement"],
  inForce: { from: "2015-10-01" },
  when: is("person.isCoveredBorrower"),
  test: any(
    { atMost: [ref("act.maprPct"), param("most")] },
    all(not(known("act.maprPct")), { atMost: [ref("act.annualRatePct"), param("most")] }),
  ),
  parameters: {
    most: dated([{ from: "2015-10-01", value: 36, cite: militaryLending("232.4(b)", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [militaryLending("232.4(b)", "memory")],
  remedy: text("Lower the rate to 36 per cent.", "请降至36%以内。"),
  examples: `
    fact person.isCoveredBorrower = true
    ## 36 per cent
    act 2026-11-10T10:00 price-quote maprPct=36
    then permitted
    ## 36.01
    act 2026-11-10T10:00 price-quote maprPct=36.01
    then refused
    ## nobody has computed it
    act 2026-11-10T10:00 price-quote
    then refused
    then deny
  `,
});

export const serviceRate: Rule = rule({
  id: "us.servicemembers.rate",
  version: 1,
  title: text(
    "Six per cent, fees included, on debts from before military service",
    "服役前债务在服役期间年利率（含费）不超过6%",
  ),
  governs: ["fee-charge", "price-quote", "contract"],
  inForce: { from: "2003-12-19" },
  when: all(is("person.isOnActiveDuty"), is("debt.isPreService")),
  test: { atMost: [ref("act.annualRatePct"), param("most")] },
  parameters: {
    most: dated([{ from: "2003-12-19", value: 6, cite: servicemembers("(a)(1)", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [
    servicemembers(
      "(a), (b)",
      "memory",
      "notice and orders up to 180 days after service; excess is forgiven",
    ),
  ],
  remedy: text(
    "Forgive what exceeds six per cent, back to the date of the orders, and lower the payment.",
    "超过6%的部分自入伍令之日起免除，并相应降低还款额。",
  ),
  examples: `
    fact person.isOnActiveDuty = true
    fact debt.isPreService = true
    ## six per cent
    act 2026-11-10T10:00 fee-charge annualRatePct=6
    then permitted
    ## seven
    act 2026-11-10T10:00 fee-charge annualRatePct=7
    then refused
    ## a debt made during service
    fact debt.isPreService = false
    act 2026-11-10T10:00 fee-charge annualRatePct=7
    then permitted
  `,
});

export const statementLead: Rule = rule({
  id: "us.regulation-z.statement-lead",
  version: 1,
  title: text(
    "A card statement goes out at least 21 days before a payment is treated as late",
    "信用卡账单至少在到期日前21日寄出",
  ),
  governs: ["fee-charge"],
  inForce: { from: "2010-02-22" },
  when: all(is("act.isOpenEnd"), equal("act.charge", "late-fee")),
  test: {
    atMost: [{ dayAfter: [ref("statement.sentOn"), param("days"), "days"] }, ref("payment.dueOn")],
  },
  parameters: {
    days: dated([{ from: "2010-02-22", value: 21, cite: regZ("1026.5(b)(2)", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [regZ("1026.5(b)(2)(ii)", "memory")],
  remedy: text("Waive the late fee.", "请免收滞纳费。"),
  examples: `
    fact payment.dueOn = 2026-11-22
    ## sent on the first
    fact statement.sentOn = 2026-11-01
    act 2026-11-25T10:00 fee-charge charge=late-fee isOpenEnd=true
    then permitted
    ## sent on the second
    fact statement.sentOn = 2026-11-02
    act 2026-11-25T10:00 fee-charge charge=late-fee isOpenEnd=true
    then refused
  `,
});

export const changeNotice: Rule = rule({
  id: "us.regulation-z.change-notice",
  version: 1,
  title: text(
    "45 days of notice before a card's terms change for the worse",
    "信用卡条款重大变更须提前45日通知",
  ),
  governs: ["contract", "price-quote"],
  inForce: { from: "2009-08-20" },
  when: all(is("act.isOpenEnd"), equal("act.change", "significant")),
  test: { atLeast: [{ daysSince: ref("change.noticeOn") }, param("days")] },
  parameters: {
    days: dated([{ from: "2009-08-20", value: 45, cite: regZ("1026.9(c)(2)", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [regZ("1026.9(c)(2)", "memory")],
  remedy: text("Give notice, and wait.", "请通知并等待。"),
  examples: `
    ## 45 days after the notice
    fact change.noticeOn = 2026-10-01
    act 2026-11-15T10:00 contract isOpenEnd=true change=significant
    then permitted
    ## 44
    fact change.noticeOn = 2026-10-01
    act 2026-11-14T10:00 contract isOpenEnd=true change=significant
    then refused
  `,
});

export const billingError: Rule = rule({
  id: "us.regulation-z.billing-error",
  version: 1,
  title: text(
    "A billing error is acknowledged in 30 days and resolved in two cycles, at most 90 days",
    "账单差错30日内确认收到，两个账期且不超过90日内解决",
  ),
  governs: ["complaint-answer"],
  inForce: { from: "2009-07-01" },
  when: oneOf("act.subject", "billing-error", "billing-error-acknowledgement"),
  test: any(
    deadline({ from: ref("request.receivedOn"), length: param("acknowledge"), unit: "days" }),
    all(
      equal("act.subject", "billing-error"),
      deadline({ from: ref("request.receivedOn"), length: param("resolve"), unit: "days" }),
    ),
  ),
  parameters: {
    acknowledge: dated([{ from: "2009-07-01", value: 30, cite: regZ("1026.13(c)(1)", "memory") }]),
    resolve: dated([{ from: "2009-07-01", value: 90, cite: regZ("1026.13(c)(2)", "memory") }]),
  },
  severity: "record",
  force: "prohibition",
  cite: [regZ("1026.13", "memory", "claim within 60 days of the statement")],
  remedy: text("Late: resolve it today, and report the delay.", "已逾期：请立即处理并上报。"),
  examples: `
    fact request.receivedOn = 2026-08-10
    ## resolved on the 90th day
    act 2026-11-08T10:00 complaint-answer subject=billing-error
    then permitted
    ## on the 91st
    act 2026-11-09T10:00 complaint-answer subject=billing-error
    then refused
    ## acknowledged on the 31st
    act 2026-09-10T10:00 complaint-answer subject=billing-error-acknowledgement
    then refused
  `,
});
