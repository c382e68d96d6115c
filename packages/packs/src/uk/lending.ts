import {
  all,
  any,
  dated,
  deadline,
  equal,
  happened,
  holdsAll,
  is,
  known,
  not,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { conc, consumerCreditAct, deferredPayment } from "./instruments.ts";

export const affordability: Rule = rule({
  id: "uk.conc.affordability",
  version: 1,
  title: text(
    "Every agreement and every significant rise of a limit is assessed as affordable to the customer",
    "每份协议及重大提额均须评估客户可负担性",
  ),
  governs: ["contract", "limit-change", "disbursement"],
  inForce: { from: "2018-11-01" },
  when: any(not(equal("act.kind", "limit-change")), not(equal("act.direction", "down"))),
  test: is("assessment.isAffordable"),
  severity: "block",
  force: "prohibition",
  cite: [conc("5.2A", "memory", "affordability, not only credit risk")],
  remedy: text(
    "Estimate income and non-discretionary spending, and decide anew.",
    "请合理估算收入与必要支出后重新决定。",
  ),
  examples: `
    ## affordable
    fact assessment.isAffordable = true
    act 2026-11-10T10:00 contract
    then permitted
    ## not affordable
    fact assessment.isAffordable = false
    act 2026-11-10T10:00 contract
    then refused
    ## nobody has assessed it
    act 2026-11-10T10:00 contract
    then refused
    then deny
  `,
});

const dpcDay = "2026-07-15";

export const deferredPaymentCredit: Rule = rule({
  id: "uk.deferred-payment.regulated",
  version: 1,
  title: text(
    "Deferred payment credit is regulated from 15 July 2026: authorised lender, product information, affordability",
    "延期付款信贷自2026年7月15日起受监管：须获授权、提供产品信息并评估可负担性",
  ),
  governs: ["contract", "disbursement"],
  inForce: { from: dpcDay },
  when: is("loan.isDeferredPayment"),
  test: all(
    is("lender.isAuthorised"),
    holdsAll("act.elements", ["product-information"]),
    is("assessment.isAffordable"),
  ),
  severity: "block",
  force: "prohibition",
  cite: [
    deferredPayment(
      "PS26/1",
      "secondary",
      "temporary permission window 15 May to 1 July 2026; under GBP 50 too",
    ),
  ],
  remedy: text(
    "Hold permission, give the information, assess.",
    "请取得许可、提供信息并完成评估。",
  ),
  examples: `
    fact loan.isDeferredPayment = true
    fact assessment.isAffordable = true
    ## all there
    fact lender.isAuthorised = true
    act 2026-07-15T10:00 contract elements=product-information
    then permitted
    ## no permission
    fact lender.isAuthorised = false
    act 2026-07-15T10:00 contract elements=product-information
    then refused
    ## the day before
    fact lender.isAuthorised = false
    act 2026-07-14T10:00 contract elements=product-information
    then allow
  `,
});

export const missedPaymentNotice: Rule = rule({
  id: "uk.deferred-payment.missed-payment",
  version: 1,
  title: text(
    "Deferred payment credit: the missed payment is told before a fee or enforcement",
    "延期付款信贷：收费或执行前须先告知逾期",
  ),
  governs: ["fee-charge", "enforcement", "negative-report"],
  inForce: { from: dpcDay },
  when: is("loan.isDeferredPayment"),
  test: happened({
    what: {
      kinds: ["notice", "letter", "email", "sms"],
      about: ["missed-payment"],
      where: known("event.about"),
    },
    in: { span: "ever" },
  }),
  severity: "require",
  force: "prohibition",
  cite: [deferredPayment("PS26/1", "secondary")],
  remedy: text(
    "Tell the customer of the missed payment and its consequences.",
    "请先告知客户逾期及其后果。",
  ),
  examples: `
    fact loan.isDeferredPayment = true
    ## told
    notice 2026-11-01T10:00 missed-payment
    act 2026-11-10T10:00 fee-charge
    then permitted
    ## not told
    act 2026-11-10T10:00 fee-charge
    then refused
  `,
});

export const withdrawal: Rule = rule({
  id: "uk.cca.withdrawal",
  version: 1,
  title: text("The borrower may withdraw within 14 days", "借款人可在14日内撤回"),
  governs: ["early-payoff"],
  inForce: { from: "2011-02-01" },
  when: any(is("act.isWithdrawal"), equal("act.purpose", "withdrawal")),
  test: deadline({ from: ref("contract.madeOn"), length: param("days"), unit: "days" }),
  parameters: {
    days: dated([{ from: "2011-02-01", value: 14, cite: consumerCreditAct("66A", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [consumerCreditAct("66A", "memory")],
  remedy: text(
    "The time to withdraw is over: settle early instead.",
    "撤回期已过，可改为提前还款。",
  ),
  examples: `
    fact contract.madeOn = 2026-11-01
    ## the 14th day after
    act 2026-11-15T10:00 early-payoff isWithdrawal=true
    then permitted
    ## the 15th
    act 2026-11-16T10:00 early-payoff isWithdrawal=true
    then refused
  `,
});

export const disputedReport: Rule = rule({
  id: "uk.data.accuracy",
  version: 1,
  title: text("What is disputed is not reported as certain", "有争议的信息不得作为确定信息报送"),
  governs: ["negative-report"],
  inForce: { from: "2018-05-25" },
  test: all(
    any(not(is("debt.isDisputed")), holdsAll("act.elements", ["dispute-flag"])),
    not(is("debt.isPaid")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [conc("7.14", "memory"), consumerCreditAct("159", "memory")],
  remedy: text("Look into the dispute first, or flag it.", "请先核查争议或加注标识。"),
  examples: `
    ## no dispute
    act 2026-11-10T10:00 negative-report
    then permitted
    ## disputed
    fact debt.isDisputed = true
    act 2026-11-10T10:00 negative-report elements=none
    then refused
  `,
});

export const disputed: Rule = rule({
  id: "uk.conc.dispute",
  version: 1,
  title: text("Pursuit rests while a valid dispute is looked into", "合理争议核查期间暂停追讨"),
  governs: ["call", "sms", "email", "letter", "visit", "voicemail", "lawsuit", "enforcement"],
  inForce: { from: "2014-04-01" },
  when: is("debt.isDisputed"),
  test: any(is("act.isReply"), equal("act.purpose", "dispute-answer")),
  severity: "block",
  force: "prohibition",
  cite: [conc("7.14.1R", "memory")],
  remedy: text("Investigate, and answer the customer.", "请核查并答复客户。"),
  examples: `
    ## no dispute
    act 2026-11-10T10:00 call
    then permitted
    ## disputed
    fact debt.isDisputed = true
    act 2026-11-10T10:00 call
    then refused
    ## the answer
    fact debt.isDisputed = true
    act 2026-11-10T10:00 letter purpose=dispute-answer
    then permitted
  `,
});
