import {
  all,
  any,
  atMost,
  consented,
  dated,
  daysSince,
  equal,
  happened,
  is,
  not,
  param,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { banks, byAgency, collecting, collectionByAgency } from "./bound.ts";
import {
  cbaGuideline,
  consumerProtection,
  creditCards,
  gbt45251,
  internetLoans,
  personalInformation,
} from "./instruments.ts";

export const agencyNotice: Rule = rule({
  id: "cn.agency-notice",
  version: 1,
  title: text(
    "The borrower is told of the agency before it acts",
    "委托外部机构催收前须告知借款人",
  ),
  governs: [...collecting, "placement"],
  inForce: { from: "2023-03-01" },
  when: all(banks, any(equal("act.kind", "placement"), collectionByAgency)),
  test: happened({
    what: { kinds: ["notice"], about: ["placement"], per: ["agency"] },
    in: { span: "ever" },
  }),
  severity: "require",
  force: "prohibition",
  cite: [consumerProtection("41", "secondary", "content read; number from one copy")],
  remedy: text("Tell the borrower first which agency will call.", "请先告知借款人受托机构名称。"),
  examples: `
    fact lender.kind = consumer-finance
    fact agency.isListed = true
    ## the agency was announced the week before
    notice 2026-11-18T10:00 placement agency=agy_1
    act 2026-11-25T15:00 call actor=agency agency=agy_1
    then permitted
    ## nobody told the borrower
    act 2026-11-25T15:00 call actor=agency agency=agy_1
    then refused
    then require
    ## another agency was announced
    notice 2026-11-18T10:00 placement agency=agy_2
    act 2026-11-25T15:00 call actor=agency agency=agy_1
    then refused
  `,
});

export const agencyListed: Rule = rule({
  id: "cn.agency-listed",
  version: 1,
  title: text("The agency stands on the published list", "催收机构须在已公示的合作名单内"),
  governs: [...collecting, "placement"],
  inForce: { from: "2026-01-30" },
  when: all(banks, any(equal("act.kind", "placement"), byAgency)),
  test: is("agency.isListed"),
  severity: "block",
  force: "prohibition",
  cite: [cbaGuideline("第四章", "secondary")],
  remedy: text("Place the case with a listed agency.", "请委托名单内机构。"),
  examples: `
    fact lender.kind = bank
    notice 2026-11-18T10:00 placement
    ## a listed agency
    fact agency.isListed = true
    act 2026-11-25T15:00 call actor=agency agency=agy_1
    then permitted
    ## an agency that was struck off
    fact agency.isListed = false
    act 2026-11-25T15:00 call actor=agency agency=agy_1
    then refused
    ## nobody knows whether it is listed
    act 2026-11-25T15:00 call actor=agency agency=agy_1
    then refused
    then deny
  `,
});

export const agencyClean: Rule = rule({
  id: "cn.agency-clean",
  version: 1,
  title: text("No agency with an open violation is used", "不得委托存在违规记录的机构"),
  governs: [...collecting, "placement"],
  inForce: { from: "2020-07-12" },
  when: any(equal("act.kind", "placement"), byAgency),
  test: not(is("agency.hasOpenViolation")),
  severity: "block",
  force: "prohibition",
  cite: [internetLoans("—", "memory", "article number unconfirmed")],
  remedy: text("End the placement and report what was found.", "终止合作并移送线索。"),
  examples: `
    fact lender.kind = bank
    fact agency.isListed = true
    notice 2026-11-18T10:00 placement
    ## a clean agency
    act 2026-11-25T15:00 call actor=agency agency=agy_1
    then permitted
    ## threats by this agency are being looked into
    fact agency.hasOpenViolation = true
    act 2026-11-25T15:00 placement agency=agy_1
    then refused
  `,
});

export const agencyEvaluated: Rule = rule({
  id: "cn.agency-evaluated",
  version: 1,
  title: text("Agencies are evaluated every year", "每年至少评估一次催收机构"),
  governs: ["placement"],
  inForce: { from: "2025-02-28" },
  test: atMost(daysSince("agency.evaluatedOn"), param("days")),
  parameters: {
    days: dated([{ from: "2025-02-28", value: 365, cite: gbt45251("5.4", "secondary") }]),
  },
  severity: "warn",
  force: "guidance",
  cite: [gbt45251("5.4", "secondary")],
  remedy: text("Evaluate the agency.", "请完成机构评估。"),
  examples: `
    ## evaluated in spring
    fact agency.evaluatedOn = 2026-04-01
    act 2026-11-25T15:00 placement
    then permitted
    ## evaluated two years ago
    fact agency.evaluatedOn = 2024-04-01
    act 2026-11-25T15:00 placement
    then refused
  `,
});

export const agencyPay: Rule = rule({
  id: "cn.agency-pay",
  version: 1,
  title: text("Collectors are not paid by recovery alone", "不得单纯以欠款回收金额计酬"),
  governs: ["placement"],
  inForce: { from: "2011-01-13" },
  when: equal("lender.kind", "card"),
  test: not(equal("agency.payScheme", "recovery-only")),
  severity: "record",
  force: "prohibition",
  cite: [creditCards("66", "secondary", "number from one reprint")],
  remedy: text("Add quality and compliance to the pay.", "计酬须纳入合规与服务质量。"),
  examples: `
    fact lender.kind = card
    ## paid for compliance as well
    fact agency.payScheme = mixed
    act 2026-11-25T15:00 placement
    then permitted
    ## paid by a share of the money only
    fact agency.payScheme = recovery-only
    act 2026-11-25T15:00 placement
    then refused
  `,
});

export const subPlacement: Rule = rule({
  id: "cn.sub-placement",
  version: 1,
  title: text("An agency hands no case on without consent", "未经同意不得转委托"),
  governs: ["sub-placement"],
  inForce: { from: "2021-11-01" },
  test: consented("sub-placement"),
  severity: "block",
  force: "prohibition",
  cite: [personalInformation("21", "verified")],
  remedy: text("Ask the lender, who answers for the data.", "须取得委托方同意。"),
  examples: `
    ## with the lender's consent
    consent 2026-11-01T10:00 sub-placement
    act 2026-11-25T15:00 sub-placement
    then permitted
    ## without it
    act 2026-11-25T15:00 sub-placement
    then refused
  `,
});
