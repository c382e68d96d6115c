import {
  any,
  atMost,
  deadline,
  dated,
  equal,
  happened,
  is,
  known,
  not,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";

import { creditBureau, creditBusiness } from "./instruments.ts";

export const negativeNotice: Rule = rule({
  id: "cn.negative-report-notice",
  version: 1,
  title: text(
    "The borrower is told before the first negative entry",
    "报送不良信息前须事先告知本人",
  ),
  governs: ["negative-report"],
  inForce: { from: "2013-03-15" },
  test: happened({ what: { kinds: ["notice"], about: ["negative-report"] }, in: { span: "ever" } }),
  severity: "require",
  force: "prohibition",
  cite: [creditBureau("15", "verified")],
  remedy: text("Tell the borrower first.", "请先告知借款人。"),
  examples: `
    ## told a week before
    notice 2026-11-18T10:00 negative-report
    act 2026-11-25T15:00 negative-report
    then permitted
    ## not told
    act 2026-11-25T15:00 negative-report
    then refused
    then require
  `,
});

export const reportConsent: Rule = rule({
  id: "cn.credit-report-consent",
  version: 1,
  title: text("Reporting needs written consent", "报送征信须取得书面同意"),
  governs: ["negative-report"],
  inForce: { from: "2013-03-15" },
  test: is("creditReporting.isConsented"),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [creditBureau("29", "verified")],
  remedy: text("Put the written consent on file.", "请留存书面同意。"),
  examples: `
    notice 2026-11-18T10:00 negative-report
    ## consented in the contract
    fact creditReporting.isConsented = true
    act 2026-11-25T15:00 negative-report
    then permitted
    ## never consented
    fact creditReporting.isConsented = false
    act 2026-11-25T15:00 negative-report
    then refused
    then deny
  `,
});

export const queryConsent: Rule = rule({
  id: "cn.credit-query-consent",
  version: 1,
  title: text(
    "An inquiry needs written consent for its purpose",
    "查询征信须取得书面同意并约定用途",
  ),
  governs: ["credit-query"],
  inForce: { from: "2013-03-15" },
  test: happened({
    what: { kinds: ["consent"], about: ["credit-query"], live: true, per: ["purpose"] },
    in: { span: "ever" },
  }),
  severity: "block",
  force: "prohibition",
  cite: [creditBureau("18–20", "verified"), creditBusiness("—", "memory")],
  remedy: text("Ask for consent to this purpose.", "请先取得该用途的书面同意。"),
  examples: `
    ## consent to a credit decision, an inquiry for it
    consent 2026-11-25T14:00 credit-query purpose=credit-decision
    act 2026-11-25T15:00 credit-query purpose=credit-decision
    then permitted
    ## consent to a credit decision, an inquiry for marketing
    consent 2026-11-25T14:00 credit-query purpose=credit-decision
    act 2026-11-25T15:00 credit-query purpose=pre-screening
    then refused
  `,
});

export const negativeAge: Rule = rule({
  id: "cn.negative-entry-age",
  version: 1,
  title: text("A negative entry ends after five years", "不良信息保存期限五年"),
  governs: ["negative-report"],
  inForce: { from: "2013-03-15" },
  when: known("act.endedOn"),
  test: deadline({ from: ref("act.endedOn"), length: param("months"), unit: "months" }),
  parameters: {
    months: dated([{ from: "2013-03-15", value: 60, cite: creditBureau("16", "verified") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [creditBureau("16", "verified")],
  remedy: text("Delete the entry.", "应予删除。"),
  examples: `
    notice 2020-01-05T10:00 negative-report
    ## four years after the debt was paid
    act 2026-11-25T15:00 negative-report endedOn=2022-11-01
    then permitted
    ## six years after
    act 2026-11-25T15:00 negative-report endedOn=2020-11-01
    then refused
  `,
});

export const creditRepair: Rule = rule({
  id: "cn.one-off-credit-repair",
  version: 1,
  title: text(
    "Small arrears of 2020 to 2025 repaid by 31 March 2026 are not shown",
    "一次性信用修复：2020至2025年单笔一万元以下逾期、2026年3月31日前还清的不予展示",
  ),
  governs: ["negative-report"],
  inForce: { from: "2026-01-01" },
  when: known("act.repaidOn"),
  test: any(
    not(deadline({ from: ref("act.repaidOn"), length: 36500, unit: "days" })),
    not(equal("act.isWithinRepair", true)),
    not(atMost(ref("act.amountMinor"), param("amountMinorMost"))),
  ),
  parameters: {
    amountMinorMost: dated([
      {
        from: "2026-01-01",
        value: 1_000_000,
        cite: creditBureau("中国人民银行2025-12-22一次性信用修复", "secondary"),
      },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [creditBureau("中国人民银行2025-12-22一次性信用修复", "secondary")],
  remedy: text("Do not report the entry.", "不予报送展示。"),
  examples: `
    notice 2025-11-18T10:00 negative-report
    ## above ten thousand yuan
    act 2026-11-25T15:00 negative-report repaidOn=2026-03-01 isWithinRepair=true amountMinor=1000001
    then permitted
    ## nine thousand yuan, repaid in time
    act 2026-11-25T15:00 negative-report repaidOn=2026-03-01 isWithinRepair=true amountMinor=900000
    then refused
  `,
});

export const objectionClock: Rule = rule({
  id: "cn.objection-clock",
  version: 1,
  title: text("An objection is answered in writing within 20 days", "征信异议二十日内书面答复"),
  governs: ["objection-answer"],
  inForce: { from: "2013-03-15" },
  test: deadline({ from: ref("objection.receivedOn"), length: param("days"), unit: "days" }),
  parameters: {
    days: dated([{ from: "2013-03-15", value: 20, cite: creditBureau("25", "verified") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [creditBureau("25", "verified")],
  remedy: text("Answer at once and report the delay.", "请立即答复并上报超期。"),
  examples: `
    fact objection.receivedOn = 2026-11-05
    ## on the twentieth day
    act 2026-11-25T15:00 objection-answer
    then permitted
    ## on the twenty-first
    act 2026-11-26T00:00 objection-answer
    then refused
  `,
});
