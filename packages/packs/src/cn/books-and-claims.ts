import {
  all,
  any,
  atLeast,
  atMost,
  deadline,
  dated,
  equal,
  happened,
  is,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
  waited,
} from "@fairdue/conduct";

import {
  badLoanTransfer,
  cardCrimeInterpretation,
  civilCode,
  consumerFinance,
  creditCards,
  riskClassification,
} from "./instruments.ts";

export const classes: Rule = rule({
  id: "cn.risk-class",
  version: 1,
  title: text(
    "Over 90 days overdue is substandard, over 270 doubtful, over 360 loss",
    "逾期超90天至少次级、超270天至少可疑、超360天损失",
  ),
  governs: ["classification"],
  inForce: { from: "2023-07-01" },
  test: any(
    equal("act.class", "loss"),
    all(equal("act.class", "doubtful"), atMost(ref("debt.dpd"), param("lossAfter"))),
    all(equal("act.class", "substandard"), atMost(ref("debt.dpd"), param("doubtfulAfter"))),
    all(equal("act.class", "special-mention"), atMost(ref("debt.dpd"), param("substandardAfter"))),
    all(equal("act.class", "normal"), atMost(ref("debt.dpd"), 0)),
  ),
  parameters: {
    substandardAfter: dated([
      { from: "2023-07-01", value: 90, cite: riskClassification("10–13", "memory") },
    ]),
    doubtfulAfter: dated([
      { from: "2023-07-01", value: 270, cite: riskClassification("10–13", "memory") },
    ]),
    lossAfter: dated([
      { from: "2023-07-01", value: 360, cite: riskClassification("10–13", "memory") },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [riskClassification("10–13", "memory")],
  remedy: text("Use the stricter class.", "请下调分类。"),
  examples: `
    ## ninety days: special mention will do
    fact debt.dpd = 90
    act 2026-11-25T15:00 classification class=special-mention
    then permitted
    ## ninety-one will not
    fact debt.dpd = 91
    act 2026-11-25T15:00 classification class=special-mention
    then refused
    ## three hundred and sixty-one days are a loss
    fact debt.dpd = 361
    act 2026-11-25T15:00 classification class=doubtful
    then refused
  `,
});

export const claimTransfer: Rule = rule({
  id: "cn.claim-transfer",
  version: 1,
  title: text(
    "A bad personal loan is sold once, to a listed buyer, with notice",
    "个人不良贷款转让：受让方合格、通知借款人、不得再转让",
  ),
  governs: ["debt-sale"],
  inForce: { from: "2021-01-07", to: "2026-12-31" },
  test: all(equal("act.buyerIsListed", true), equal("act.isResale", false)),
  severity: "block",
  force: "prohibition",
  cite: [badLoanTransfer("—", "secondary", "pilot ends on 2026-12-31 unless extended")],
  remedy: text("Sell to a listed buyer, once.", "仅可向合格受让方转让一次。"),
  examples: `
    notice 2026-11-20T10:00 debt-sale
    ## a licensed asset manager
    act 2026-11-25T15:00 debt-sale buyerIsListed=true isResale=false
    then permitted
    ## the buyer sells on
    act 2026-11-25T15:00 debt-sale buyerIsListed=true isResale=true
    then refused
    ## nobody looked whether the buyer is listed
    act 2026-11-25T15:00 debt-sale isResale=false
    then refused
    then deny
  `,
});

export const transferAfterPilot: Rule = rule({
  id: "cn.claim-transfer-after-pilot",
  version: 1,
  title: text(
    "After the pilot no personal loan is sold until a new notice is at hand",
    "试点到期后未见新通知前不得批量转让个人贷款",
  ),
  governs: ["debt-sale"],
  inForce: { from: "2027-01-01" },
  test: equal("act.isUnderNewNotice", true),
  severity: "hold",
  force: "policy",
  whenUnknown: "hold",
  cite: [badLoanTransfer("—", "secondary")],
  remedy: text("Look for the extension.", "请核实试点是否延期。"),
  examples: `
    notice 2026-12-20T10:00 debt-sale
    ## a new notice is on file
    act 2027-01-05T15:00 debt-sale isUnderNewNotice=true
    then permitted
    ## none is
    act 2027-01-05T15:00 debt-sale
    then refused
  `,
});

export const transferNotice: Rule = rule({
  id: "cn.claim-transfer-notice",
  version: 1,
  title: text("The new creditor tells the borrower before it collects", "债权转让须通知债务人"),
  governs: ["debt-sale", "call", "sms", "letter", "visit"],
  inForce: { from: "2021-01-01" },
  when: any(equal("act.kind", "debt-sale"), is("debt.isTransferred")),
  test: happened({ what: { kinds: ["notice"], about: ["debt-sale"] }, in: { span: "ever" } }),
  severity: "require",
  force: "prohibition",
  cite: [civilCode("546", "verified")],
  remedy: text("Send the notice first.", "请先通知债务人。"),
  examples: `
    fact debt.isTransferred = true
    ## told
    notice 2026-11-20T10:00 debt-sale
    act 2026-11-25T15:00 sms
    then permitted
    ## not told
    act 2026-11-25T15:00 sms
    then refused
  `,
});

export const effectiveCollection: Rule = rule({
  id: "cn.card-effective-collection",
  version: 1,
  title: text(
    "Malicious overdraft is charged only after two proven collections 30 days apart",
    "恶意透支须经两次有效催收且间隔至少30日",
  ),
  governs: ["lawsuit"],
  inForce: { from: "2018-12-01" },
  when: equal("act.claim", "malicious-overdraft"),
  test: all(
    waited({
      after: { kinds: ["call", "sms", "letter", "visit", "email"] },
      length: param("days"),
      unit: "days",
    }),
    atLeast(ref("act.effectiveCollections"), 2),
    atLeast(ref("act.monthsUnpaid"), 3),
  ),
  parameters: {
    days: dated([
      { from: "2018-12-01", value: 30, cite: cardCrimeInterpretation("6、7", "verified") },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [cardCrimeInterpretation("6、7", "verified")],
  remedy: text("Collect twice, with proof, thirty days apart.", "须有两次间隔30日以上的有效催收。"),
  examples: `
    ## two letters, forty days
    past 2026-10-10T10:00 letter
    act 2026-11-25T15:00 lawsuit claim=malicious-overdraft effectiveCollections=2 monthsUnpaid=4
    then permitted
    ## one letter of last week
    past 2026-11-18T10:00 letter
    act 2026-11-25T15:00 lawsuit claim=malicious-overdraft effectiveCollections=1 monthsUnpaid=4
    then refused
  `,
});

export const retentionFiveYears: Rule = rule({
  id: "cn.record-retention",
  version: 1,
  title: text(
    "Collection records are kept five years, impact assessments three, transactions ten",
    "催收记录保存不少于五年，影响评估三年，交易记录十年",
  ),
  governs: ["record-deletion"],
  inForce: { from: "2024-04-18" },
  test: any(
    all(equal("record.kind", "recording"), equal("lender.kind", "card"), not(kept("cardMonths"))),
    all(equal("record.kind", "impact-assessment"), not(kept("assessmentMonths"))),
    all(oneOf("record.kind", "collection", "recording", "plan-recording"), not(kept("months"))),
    not(kept("transactionMonths")),
  ),
  parameters: {
    months: dated([
      {
        from: "2024-04-18",
        value: 60,
        cite: consumerFinance("—", "secondary", "start point not stated: the last event"),
      },
    ]),
    cardMonths: dated([{ from: "2024-04-18", value: 24, cite: creditCards("68", "secondary") }]),
    assessmentMonths: dated([
      { from: "2024-04-18", value: 36, cite: consumerFinance("个人信息保护法56", "verified") },
    ]),
    transactionMonths: dated([
      { from: "2024-04-18", value: 120, cite: consumerFinance("反洗钱法", "memory") },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [consumerFinance("—", "secondary"), creditCards("68、70", "secondary")],
  remedy: text("Keep the record.", "请继续保存。"),
  examples: `
    fact lender.kind = consumer-finance
    ## six years after the last event
    fact record.endedOn = 2020-10-01
    act 2026-11-25T15:00 record-deletion
    then permitted
    ## four years after
    fact record.endedOn = 2022-10-01
    act 2026-11-25T15:00 record-deletion
    then refused
    ## nobody knows when it ended
    act 2026-11-25T15:00 record-deletion
    then refused
    then deny
  `,
});

function kept(months: string): ReturnType<typeof deadline> {
  return deadline({ from: ref("record.endedOn"), length: param(months), unit: "months" });
}
